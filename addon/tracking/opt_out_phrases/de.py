"""How opt-outs are worded in German."""

from __future__ import annotations

ASKS = """
    abmeld*; (trag*/streich*/losch*/loesch*/entfern*/schmeiss*/werf*) [sie/bitte] (mich/uns/meine*/unsere*) .. (aus/
    raus/heraus/verteiler*/liste*/datenbank*/daten/adresse*/mailadresse*/kontakt*/kartei/system/email/mail); (mich/
    uns) [bitte/sofort/umgehend/endlich] (abmeld*/austrag*/abzumeld*/auszutrag*/herausnehm*/rausnehm*/zu losch*/zu
    streich*/zu entfern*/losch*/streich*/entfern*/gestrichen/raus); (mich/uns/meine*/unsere*/adresse*/daten/
    mailadresse*/kontaktdaten) .. (losch*/loesch*/streich*/entfern*/auszutrag*/austrag*/abzumeld*/herausnehm*/
    herauszunehm*/rausnehm*/gestrichen/zu losch*/zu entfern*/vernicht*/sperr*); aus (ihrem/ihrer/dem/der/diesem/
    dieser/eurem/eurer/allen/ihren) .. (verteiler*/mailverteiler/mailingliste*/liste*/adressliste/datenbank*/kartei/
    adressbestand/datenbestand*/system*/newsletter/bestand/verteilern) [bitte/sofort/zu] (losch*/loesch*/nehm*/
    streich*/entfern*/austrag*/herausnehm*/raus/heraus/auszutrag*/zu nehmen/nimm/nehmt); (losch*/loesch*/entfern*/
    streich*/vernicht*/sperr*) [sie/bitte] [umgehend/sofort/alle/samtliche/bitte/unverzuglich] (meine*/unsere*/mich/
    uns/diese (adresse/daten/mailadresse)/alle daten/samtliche daten/die adresse/die mailadresse) [..]; (rausnehmen/
    auszutragen/austragung/abbestell*/abzubestell*); (melden sie/meldet/melde bitte) (mich/uns) .. ab; (nehm*/nimm)
    [sie/bitte] (mich/uns/meine*/unsere*) .. (aus/von/raus/heraus/vom); nehmen sie (uns/mich) .. raus; (keine/
    keinerlei/nie wieder/nicht mehr/niemals wieder/nie mehr) [weiteren/weitere/solchen/solche/ihrer] (mail*/e mail*/
    email*/nachricht*/werbung/werbe*/zuschriften/kontaktaufnahme*/werbepost/spam/newsletter); (schreib*/schick*/
    send*/kontaktier*/mail*/belastig*/ruf*/behellig*/meld*/anschreib*) [sie/bitte] [mir/mich/uns/an mich] .. (nicht
    mehr/nie wieder/nie mehr/keine weiteren/keine mails/keine e mails/nichts mehr/keine mail/keine nachrichten/kein
    mail/keine werbung/nicht wieder/niemals wieder/nicht weiter/nicht noch); (mir/uns/mich) .. (nicht mehr/nie
    wieder/nie mehr/nichts mehr/nicht wieder/nicht weiter) .. (schreib*/schick*/send*/kontaktier*/mail*/anschreib*/
    anzuschreib*/zu schreib*/zu kontaktier*/belastig*/zuzusend*/zusend*/anmail*); (mochte*/will/wollen/wunsche*/
    moechte*) .. (nicht mehr/keine/nichts mehr/keinerlei/nie wieder) .. (kontaktiert/angeschrieben/mail*/e mail*/
    email*/nachricht*/werbung/post/kontakt/erhalten/bekommen/horen/hoeren/zuschriften); nachrichten dieser art ..
    nicht; (lassen/lass/lasst) [sie/s] (mich/uns) [bitte/endlich] in (ruhe/frieden/ruh); lassens (mich/uns); (horen/
    hoeren) sie [bitte/endlich/sofort] auf; (hort/hor) [bitte/endlich] auf (mit/mich/mir/uns/zu/damit); aufhoren;
    (aufhoren/aufzuhoren) .. (schreib*/mail*/schick*); (unterlass*/zu unterlassen/unterlassung*); stoppen sie;
    (widerspreche/widersprechen/widerspruch) .. (verarbeitung/nutzung/verwendung/daten/werbung/zusendung/
    speicherung/werbe*/hiermit); [hiermit] (widerrufe/widerruf/wiederrufe) .. (einwilligung/zustimmung/erlaubnis);
    art* (17/21) .. dsgvo; dsgvo .. (losch*/beschwerde/verstoss/widersp*/auskunft); (loschung/loeschung) .. (daten/
    adresse*/kontaktdaten); (recht auf (loschung/vergessen*/vergessenwerden)); (abmahn*/(mein*/unser*/einen)
    (anwalt*/rechtsanwalt*) [..] (einschalt*/beauftrag*/ubergeb*/melden/meldet/informier*/wenden)/anwaltlich*/
    datenschutzbehorde/aufsichtsbehorde/landesdatenschutz*/rechtliche schritte/anzeige erstatten); (keine/nie/
    niemals/nie eine) (einwilligung/zustimmung/erlaubnis) .. (erteilt/gegeben); (nie/nicht/niemals) .. (angemeldet/
    zugestimmt/eingewilligt/abonniert); (unerwunscht*/unverlangt*/ungebeten*) (werbung/mail*/e mail*/werbe*/
    zusendung*/nachricht*/kontakt*); (als spam/spam gemeldet/spam markiert/das ist spam/sowas ist spam/spamfilter
    gesetzt); (blockiere/sperre/blockiert) (sie/ihre/ihren/absender); verschonen sie; auf (ihre/die) (sperrliste/
    blacklist/robinson*); nimm mich .. (raus/verteiler/liste); (weitere/zukunftige/kunftige) (mail*/
    kontaktaufnahme*/nachricht*/zusendung*/werbung) .. (unerwunscht/verbeten/untersag*/nicht erwunscht/verbitte*/
    verbieten/abzusehen/absehen); (verbitte/verbitten) (ich/wir/mir/uns); untersage* .. (kontakt*/nutzung/
    verwendung/daten/mail*/zusend*); (absehen/abzusehen) .. kontakt*; von weiteren .. (abzusehen/absehen); (schalte/
    beauftrage/informiere/ubergebe) .. (mein*/unser*/einen) (anwalt/rechtsanwalt); bitte .. (nicht mehr/nie wieder/
    nie mehr) (anschreib*/melden/kontaktier*/schreiben/mailen/anmailen/zusend*/belastig*/anruf*/anzuschreib*/
    kontakt*); nicht mehr (anschreib*/kontaktieren/kontaktiert/angeschrieben/anmailen/behellig*); (wunsch*/mocht*/
    will/wollen/erwunsch*) .. (keine/keinerlei/nichts) .. (zusendung*/werbepost/kontaktaufnahme*/anschreiben/
    werbeanruf*/werbung/newsletter) [mehr/von]; (mochte*/will/wollen/bitte*/verlange*/fordere*) .. (geloscht/
    gestrichen/entfernt/ausgetragen/abgemeldet/gesperrt) (werden/zu werden); keine (zusendung*/kontaktaufnahme*/
    weiteren anfragen/weitere kontakt*) (mehr/bitte/erwunscht/gewunscht); (nie wieder/nicht noch einmal/nicht
    nochmal) (kontakt*/schreib*/mail*/meld*); stoppt (das/die/diese); (stellen sie/stellt) .. ein .. (mail*/werbung/
    zusendung*/kontakt*); (zusendung*/werbung/mails/mailings) .. (einzustellen/einstellen/unterlassen); lassen sie
    das (sein/bitte/bleiben/.); sparen sie sich .. (mail*/nachricht*/anruf*/werbung/zuschrift*); keinen [weiteren/
    weiterer] kontakt (mehr/./erwunscht/gewunscht/bitte)
"""

NOT_ASKED = """
    (nicht/nie/niemals/keinesfalls) (abmelden/abbestellen/austragen/aufhoren); (mochte/will/wollen/mochten) .. nicht
    (abmelden/abbestellen/austragen); (kunden/nutzer/empfanger/abonnenten/kontakte/mitarbeiter/patienten/mitglieder/
    bewerber/gaste) .. (abmeld*/abbestell*/losch*/austrag*/widersp*); (abmelde*rate/abmeldequote*/abmeldung von ..
    kunden/wie funktioniert die abmeldung/abmeldungen/abmeldefunktion/abmeldelink in); (unterstutz*/wie (handhaben/
    behandeln/lost)/bietet/bieten/haben sie eine) .. (abmeld*/abbestell*/loschung/losch*/widersp*/auskunft);
    (anrufliste/telefonliste/anrufverteiler/telefonverteiler); (rufen sie/ruf) (mich/uns) .. (nicht/nie) .. (mail*/e
    mail*/schreib*/schriftlich); (nicht/keine) .. (vor/bis) (#/ende/anfang/mitte/januar/februar/marz/april/mai/juni/
    juli/august/september/oktober/november/dezember/nachste*/zum/q1/q2/q3/q4/herbst/sommer/fruhjahr/winter) ..;
    (mail/e mail/per mail/mails) (ist/sind/reicht/passt/ware) [aber/mir/vollig/vollkommen] (ok/okay/gut/besser/
    lieber/in ordnung/prima); (anwalt*/rechtsanwalt*) [ist/sind/fur/und/mit/pruft/schaut/kanzlei/muss] .. (pruf*/
    vertrag*/kanzlei*/schaut/mandant*); (kanzlei*) .. (anwalt*); (anwalt*/rechtsanwalt*) .. (kanzlei/mandant*/
    vertrag/prufen/pruft/agb/avv); (keine mail*/keine e mail*/keine nachricht*) (bekommen/erhalten/gesehen/
    angekommen/da/von ihnen (erhalten/bekommen)); (habe/haben/hatte/hatten) .. (keine/noch keine/nichts) .. (mail*/e
    mail*/nachricht*/angebot*/post) [von ihnen] (bekommen/erhalten/gesehen); (raus/rausnehmen) .. (angebot*/paket*/
    position*); (daten/liste*) .. (nicht/kann/konnen) .. (losch*/exportier*) .. (system/software/tool); (lassen/
    lass/lasst) [sie] (uns/mich) .. in ruhe .. (sprech*/reden/besprech*/telefonier*/anschau*/pruf*/anseh*/uberleg*/
    daruber/lesen/durchgeh*/schau*); (keine/noch keine) (mail*/e mail*/nachricht*) .. (angekommen/erhalten/bekommen/
    da/gefunden); [ob] (wie/wann/wo/werden) .. daten .. (geloscht/losch*); (abgemeldet/abmeldung) (vom/von/beim) ..
    (arbeitsamt/termin/veranstaltung/dienst/webinar); (lese/lesen/checke/sehe/bearbeite) [ich/derzeit/dann/auch]
    keine (mail*/e mail*/nachricht*); keine (mails/e mails) mehr (manuell/handisch/selbst/von hand); (kunden/nutzer/
    empfanger/patienten/leute) .. (wollen/mochten) .. keine; (wenn/falls/sollten) sie .. .. (abmeld*/abbestell*/
    keine/nicht mehr/erhalten/newsletter); (klicken/klick/besuchen) .. .. (abmeld*/abbestell*/hier/zzlink/link);
    (abmeld*/abbestell*/austrag*) .. .. (klick*/zzlink/link)
"""
