"""What answers say in Polish."""

from __future__ import annotations

SIGNS = """
    ja pan pani państwo my nie jest są to na w z do i że się o od po dla za ale mam mamy jestem jesteśmy proszę
    dziękuję dzień dobry witam pozdrawiam tak czy jak co nas nam mi mnie przez oraz lub już tylko będzie ten
    tego tym moim państwa pana panu
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (proszę/poproszę/poprosimy/prosimy) [o] (przesłanie/wysłanie/podesłanie/ofertę/więcej/szczegóły/cennik/
            materiały/informacje/przesłać/wysłać/podesłać/przedstawienie/propozycję/katalog/prezentację/przykład*) ..;
            (prześlij*/wyślij*/podeślij*/przesłać/podesłać/wysłać/przesyłaj*/prześlę*) .. (ofertę/oferta/cennik/
            materiały/informacje/szczegóły/prezentację/więcej/katalog/wycenę/próbki/referencje/coś); (jestem/jesteśmy/
            byłbym/byłabym/bylibyśmy) [bardzo/wstępnie/jak najbardziej] zainteresowan*; (brzmi/wygląda/temat jest/to
            jest) .. (ciekaw*/interesując*/dobrze/obiecując*/świetnie/sensownie); (dowiedzieć się/wiedzieć) więcej;
            (dokładnie/właśnie) tego (szukam*/potrzebujemy); (przetestować/wypróbować/wersję próbną/demo/pilotaż);
            (zainteresował*/zaciekawił*/interesuje) (mnie/nas) ..; (kolejne kroki/następne kroki/co dalej)
        """,
        3: """
            (chętnie/szukamy/szukam/rozglądamy się/dobry moment/interesuje/czemu nie/jak najbardziej/w samą porę);
            więcej (informacji/szczegółów); zainteresowan*
        """,
        2: "(ciekaw*/interesując*)",
    },
    "wants_date": {
        4: """
            (umówić/umówmy/umawiamy/umówimy/ustalić/ustalmy/zaplanować/zaproponować/zorganizować) .. (spotkanie/
            rozmow*/termin/telefon/call/się/prezentacj*/wizyt*); (proszę) (dzwonić/zadzwonić/o telefon/o kontakt
            telefoniczny/o propozycję terminu/o zaproszenie/przyjechać) ..; (poniedziałek/wtorek/środ*/czwartek/
            piątek/jutro) .. (o #/godz*/pasuje/rano/po południu/może być/jestem/odpowiada/po #/między); (kiedy/o
            której) .. (możemy/może*/porozmawiać/spotkać/zadzwonić/ przyjechać/dogodn*/wolny/pasuje); (możemy/
            moglibyśmy/może*) .. (porozmawiać/spotkać się/zdzwonić/zadzwonić/spotkać) ..; (pasuje mi/pasuje nam/
            odpowiada mi/pasowałby/pasowałoby/jestem dostępn*/mam czas/jesteśmy dostępni) ..; (zaproszenie/link do
            spotkania/link do teams/dostępność/wolne terminy); (zapraszam/zapraszamy) (do nas/do biura/na spotkanie/do
            siedziby/w poniedziałek/we wtorek/w środę/w czwartek/w piątek)
        """,
        3: """
            (spotkanie/spotkania/spotkać się/zdzwonić się/rozmowa/rozmowę/telefon); (w poniedziałek/we wtorek/w środę/
            w czwartek/w piątek/poniedziałek/wtorek/środa/czwartek/piątek); (w przyszłym tygodniu/przyszły tydzień/w
            tym tygodniu/następnym tygodniu); godz* #; # minut; pół godziny; o #
        """,
        2: "(termin/kalendarz)",
    },
    "question": {
        3: """
            (czy/ile/jak/jaki/jaka/jakie/gdzie/skąd/kto/kiedy/dlaczego/co/który/które/w jaki/na czym/jakich/jakiej/
            ilu) .. ?; (ile kosztuje/jaka jest cena/jaki jest koszt/jak działa)
        """,
        2: """
            (pytanie/pytania/zapytać/wyjaśnić/wątpliwość); zanim (podejmiemy/zdecyduj*/pójdziemy/się); (nie rozumiem/
            niejasne/nie jest jasne)
        """,
    },
    "objection": {
        4: """
            (za/zbyt/dość/trochę/bardzo) (drog*/wysok*/kosztown*/skomplikowan*/ryzykown*/duż*); (nie mamy/brak/nie ma/
            bez) [na to/wolnego/teraz] (budżetu/środków/pieniędzy/funduszy); budżet .. (wyczerpany/zamknięty/
            ograniczony/nie); (mamy/korzystamy/używamy/współpracujemy/pracujemy) .. (już) ..; już .. (mamy/korzystamy/
            współpracujemy/dostawc*/system/rozwiązanie); (mamy/korzystamy/współpracujemy) (stałego/z innym/z inną/
            innego/własn*); (zadowoleni/zadowolony/zadowolona) z ..; (nie jestem przekonan*/nie przekonuje/sceptyczn*/
            wątpliwości/wątpię/obawy/obawiam/nie widzę/nie widzimy/mam wątpliwości); (złe doświadczenia/próbowaliśmy
            już/już próbowaliśmy/testowaliśmy/próbowaliśmy); (umowa/umowę/umową) .. (do/związani/obowiązuje/trwa); (we
            własnym zakresie/własny dział/sami/wewnętrzn*)
        """,
        3: """
            (drogo/droga/drogie/taniej/tańsz*/konkurencj*/rabat/zniżk*/połowę/cena .. wysoka/poza budżetem); (rodo/
            bezpieczeństw*/chmur*/dane) .. (problem/nie mog*/obaw*/nie dopuszcz*); (zmiana/migracja/wdrożenie) ..
            (koszt*/kosztuje/czasochłonn*); (nie opłaca się/nieopłacaln*)
        """,
    },
    "not_now": {
        2: """
            (w/we) [the/der/den/dem/late/early/mid] (styczniu/lutym/marcu/kwietniu/maju/czerwcu/lipcu/sierpniu/
            wrześniu/październiku/listopadzie/grudniu)
        """,
        4: """
            (obecnie/teraz/na razie/w tej chwili/w tym roku/aktualnie/chwilowo/na ten moment/w tym momencie/w tym
            kwartale/w chwili obecnej) .. (nie/brak/inne); nie .. (teraz/obecnie/na razie/w tej chwili/w tym roku/w
            tym momencie/w tym kwartale/priorytet*/przed/wcześniej niż/dobry moment/najlepszy moment); (proszę/wróćmy/
            wrócimy/odezw*/skontaktuj*/przypomn*/napisz*/zadzwoni*/porozmawiajmy/wrócić/spróbuj*) .. (w styczniu/w
            lutym/w marcu/w kwietniu/w maju/w czerwcu/w lipcu/w sierpniu/we wrześniu/w październiku/w listopadzie/w
            grudniu/w przyszłym roku/jesienią/wiosną/po wakacjach/po nowym/ za # miesi*/za kilka/za pół/później/w
            przyszłym/po #/za trzy/w kolejnym/na początku/pod koniec/w nowym/po świętach/kwartale/latem/zimą); (w
            przyszłym roku/przyszły rok/w przyszłym kwartale/w kolejnym kwartale/w nowym roku); (później/w innym
            terminie/innym razem/w późniejszym); (zły moment/nie jest dobry moment/nie najlepszy moment/to nie ten
            moment); (wstrzyman*/zamrożon*/odłożon*/przesunięt*)
        """,
        3: """
            (bardzo zajęci/zawalen*/brak czasu/nie mam czasu/w trakcie/inne priorytety/urwanie głowy/natłok); (po/do/
            dopiero) .. (wakacjach/świętach/urlopie/stycznia/lutego/marca/kwietnia/maja/czerwca/lipca/sierpnia/
            września/października/listopada/grudnia/wrześniu/jesieni)
        """,
    },
    "not_interested": {
        4: """
            (nie jestem/nie jesteśmy/nie będziemy/nie) [już/obecnie] (zainteresowan*/interesuje/potrzebuj*/
            skorzystamy/skorzystam/planuj*/chcemy/potrzeba/szukamy); (nie dziękuj*/dziękuj* ale nie/dziękuj* nie/nie
            nie dziękuj*/podziękuj*); (nie ma/nie mamy/brak) [takiej] (potrzeby/zainteresowania/zapotrzebowania);
            (rezygnuj*/odmawiam*); (zdecydowaliśmy/wybraliśmy) ..; (to nie dla nas/nie dla nas)
        """,
        3: "nie .; (strata czasu/spam/reklam*/powodzenia/zamykamy/zlikwidowan*/bez sensu)",
    },
    "wrong_person": {
        4: """
            (nie jestem/nie ja/nie zajmuję/nie odpowiadam/to nie/nie do mnie) .. (osobą/osoba/właściw*/odpowiedni*/się
            tym/tymi/za to/decyduj*/mój dział/moja działka/odpowiedzialn*/moje/za); (zł*/niewłaściw*/błędn*) (adres*/
            osob*/dział*/firm*/kontakt*); (pomyłka/pomyłkowo/pomylił*); (proszę) [o kontakt/się/kontaktować/zwrócić/
            pisać/skontaktować/napisać/kierować/rozmawiać/pytać/zadzwonić] .. (z moim/z moją/z naszym/z naszą/do
            mojego/ do mojej/do naszego/do działu/z działem/z panem/z panią/do pana/do pani/kolegi/koleżank*/zzmail/na
            adres/kierownik*/dyrektor*/z kierownikiem); (przekazał*/przekazuję/przesłał*/przekaż*/przesyłam) .. (do/
            koledze/koleżance/dalej/wiadomość/kierown*/działu/panu/pani); (mój/moja/nasz/nasza) (kolega/koleżanka/
            szef*/przełożon*/następc*/kierownik/dyrektor) ..; (zajmuje się/odpowiada za/odpowiedzialn* za/decyduje o/
            decyduje) ..; (już nie/nie) (pracuj*/jest już/pracuje już); (na emerytur*/odszedł*/odeszł*/zmienił*)
        """,
        3: "(w kopii/do wiadomości/centrala/centrali/kolega/koleżanka); (tylko) (stażyst*/recepcj*)",
    },
    "opt_out": {
        4: """
            (wypisać/wypisz*/wypisanie/rezygnacja/rezygnuję z subskrypcji/rezygnuję z newslettera); (proszę) ..
            (usunąć/usunięcie/wykreślić/wykreślenie/skreślić) ..; (usuńcie/usuń/usunąć/usunięcie/wykreśl*) .. (list*/
            baz*/dane/adres*/mail*/kontakt*); (nie) (życzę/życzymy/chcę/chcemy/wyrażam/zgadzam) .. (otrzymywać/
            wiadomości/kontakt*/maili/dostawać/zgody/mail*/ofert*); (proszę) .. (nie/przestać/zaprzestać) .. (pisać/
            wysyłać/przysyłać/kontaktować/wysyłania/przesyłania/dzwonić/mailować/nękać); (przestańcie/przestań/
            zaprzestań*) ..; (nie) (piszcie/wysyłajcie/przysyłajcie/kontaktujcie) ..; rodo .. (usunię*/usun*/
            sprzeciw*); (wnoszę/zgłaszam/składam) sprzeciw; (skarg*/zgłosz*) .. (uodo/spam*); żadnych .. (wiadomości/
            maili); (więcej) .. (nie) .. (pisać/wysyłać/kontaktować)
        """,
    },
    "away": {
        4: """
            (przebywam na/jestem na/na) (urlopie/zwolnieniu/l4/delegacji/szkoleniu/macierzyńskim); (nieobecn*/poza
            biurem/autoodpowiedź/automatyczna odpowiedź/odpowiedź automatyczna/wiadomość automatyczna); (wracam/wrócę/
            będę dostępn*/będę z powrotem/po powrocie/powrót) ..; (w pilnych sprawach/w sprawach pilnych/pilne sprawy/
            w pilnych); (ograniczony dostęp/brak dostępu/bez dostępu) ..; (urlop)
        """,
        3: "(nieczynne/zamknięte do/podczas mojej nieobecności/w delegacji)",
    },
    "bounce": {
        4: """
            (nie można dostarczyć/niedostarczon*/nie została dostarczona/nie powiodło się/nie zostało dostarczone/nie
            udało się dostarczyć/nie mogła zostać dostarczona/dostarczenie .. nie/zwrot wiadomości/niedoręczon*/nie
            dostarczono); (skrzynk*/adres*/odbiorc*/użytkownik*/kont*) .. (pełn*/nie istnieje/nieznan*/nie znaleziono/
            przepełnion*/odrzucon*/zablokowan*/nie odnaleziono/przekroczon*); (nie odnaleziono/nie znaleziono) ..
            (adres*/odbiorc*/użytkownik*); (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2 2/4 2 2/5 7
            1)
        """,
    },
    "positive": {
        1: "(dziękuj*/chętnie/świetn*/super/dobrze/ciekaw*/miło)",
    },
    "negative": {
        1: "(niestety/spam/nęka*/bezczeln*/skarg*/nachaln*/dość/rodo)",
    },
    "negator": {
        1: "(nie/ani/bez/nigdy/żadn*)",
    },
    "but": {
        1: "(ale/jednak/natomiast/lecz)",
    },
    "harmless": {
        1: """
            jeśli nie (jest/są) .. (adresatem/odbiorcą); (czemu/dlaczego) nie; nie ma (problemu/sprawy); nie tylko;
            bez problemu; jeśli nie
        """,
    },
}
