"""How opt-outs are worded in Polish."""

from __future__ import annotations

ASKS = """
    (wypis*/wypisz/wyrejestr*/rezygnuje z (newsletter*/otrzymywania/subskrypcji)/rezygnacja z/odsubskryb*/anuluj*
    subskrypcje/wypisanie); (usun*/usunac/usuniecie/usunieciem/wykresl*/skasuj*/wykasuj*/skreslic/skresl*/wyrzuc*/
    skasowanie/wykreslenie) .. (mnie/nas/adres*/dane/danych/list*/baz*/mail*/e mail*/kontakt*/numer); (prosze/
    prosimy) .. (wykresl*/usun*/wypis*/skasow*/wykasow*) ..; (mnie/nas) [prosze] (z listy/z bazy/z waszej (listy/
    bazy)); (nie/przestan*/przestac/koniec z/dosc/skoncz*/skonczcie/prosze nie/zaprzestan*/zaprzestac/zaprzestanie)
    [do/mi/prosze/do mnie/do nas/wiecej/juz/mnie/nas/sie/z] (pisac/piszcie/pisz/wysyla*/wysylac/przysyla*/przesyla*/
    kontaktowac/kontaktujcie/kontaktuj/kontaktuja/niepokoi*/mailowac/mailuj*/dzwonic/dzwoncie/spamow*/wiadomosci/
    nekac/nekaj*/wysylania/przysylania/przesylania/pisania/zasmieca*); nie (zycze/zyczymy/chce/chcemy/wyraz*/zgadz*)
    [sobie/juz/wiecej/sie/zgody/na] .. (mail*/e mail*/wiadomosc*/otrzymyw*/dostawac/kontaktu z/korespondencj*/
    reklam*/spam*/przetwarzani*); (nie wyrazal*/nie wyrazam/nie udzielal*/nigdy nie) .. (zgod*/wyrazal*/zapisyw*/
    subskryb*); (nieprzysylanie/niekontaktowanie/niewysylanie/niepisanie); (dajcie/daj/niech pan da/prosze dac) (mi/
    nam) [juz/wreszcie] (spokoj/swiety spokoj); (zostawcie/zostaw) (mnie/nas); (zadnych/bez) [wiecej/kolejnych/
    dalszych] (mail*/e mail*/wiadomosci/reklam); (wiecej/dalszych/kolejnych) (mail*/e mail*/wiadomosci) .. nie;
    (sprzeciw/sprzeciwiam) .. (przetwarz*/danych/marketing*/wobec); (cofam/wycofuje/odwoluje) .. zgod*; (prawo do
    (bycia zapomnianym/usuniecia/sprzeciwu)); rodo .. (usun*/skarg*/sprzeciw*/zadam/narusz*/uodo); (uodo/skarga
    do/(moj/nasz) (prawnik*/adwokat*)/droge sadowa/kroki prawne/zglosze .. spam/na policje); (jako spam/to jest
    spam/to spam/zglaszam); (niezamowion*/niechcian*) (mail*/e mail*/wiadomosc*/informacj*/ofert*/reklam*/
    korespondencj*); blokuje (was/ten/nadawce/pana/pani); (zostac/byc) (usuniety/wypisany/wykreslony/usunieta/
    wypisana); nie (kontaktowac/kontaktujcie/pisac/piszcie/dzwoncie) [sie] [ze mna/do mnie/z nami/do nas/wiecej];
    (prosze/zadam) .. (zaprzesta*/usuniecia/skresleni*)
"""

NOT_ASKED = """
    nie (wypisuj*/usuwaj*/rezygnuj*); (klienci/klientow/uzytkownicy/subskrybenci/odbiorcy) .. (wypis*/usun*/
    rezygn*); (prosze/prosimy) nie (usuwac/wypisywac/rezygnowac); nie .. (przed/do) .. (#/stycznia/lutego/marca/
    kwietnia/maja/czerwca/lipca/sierpnia/wrzesnia/pazdziernika/listopada/grudnia/konca/wrzesniem); (nie dostalem/nie
    otrzymalem/nie dostalismy/nie otrzymalismy) ..; (lista/listy) telefon*; nie (chce/chcemy) przestac
"""
