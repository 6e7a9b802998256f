"""What answers say in German."""

from __future__ import annotations

SIGNS = """
    ich sie wir und der die das den dem nicht ist sind ein eine einen für mit uns ihr ihre ihnen bitte danke auf
    von zu zum zur im haben hat wird werden auch noch aber mich mir bei hallo guten tag grüße gern gerne kein
    keine wie wann was nur schon dann da es sehr geehrte herr frau am an um oder
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            auf dem tisch; (was/welche) (brauchen/bräuchten/benötigen) sie .. (angebot/von uns); (her damit/bin dabei/
            sind dabei/machen wir/legen sie los/leg los/immer her); (gern/gerne) (mehr/näher*/ genauer*/ein angebot/
            unterlagen/anschauen/ansehen); (trifft/treffen/kommen) .. (genau/richtigen/nerv/ recht); (wie/was) (wäre/
            ist/sind) (der/die) nächste* schritt*; (erzählen/berichten) sie .. (mehr/davon); (schauen/sehen) wir uns
            .. (gern*/an); bitte (senden/schicken/mailen) ..; (schicken/senden/schick/send/ mailen/übersenden/
            zusenden/zuschicken) [sie] [mir/uns/bitte/gerne/doch/ruhig] .. (angebot/unterlagen/ infos/informationen/
            preisliste/preise/broschüre/material*/muster/details/näheres/mehr/kondition*/katalog/ prospekt/beispiel*/
            präsentation/flyer/link/referenz*/mal/proben/datenblatt/zugang/testzugang/gerne/alles); (angebot/
            unterlagen/infos/informationen/preisliste/broschüre/material*/muster/ details/präsentation/ katalog) ..
            (schicken/senden/zusenden/zuschicken/zukommen/zumailen/übersenden/mailen/haben); [sehr/ durchaus/
            grundsätzlich/definitiv] interessiert [uns/mich]; interesse (besteht/vorhanden/ist da/wäre da/ hätten wir/
            haben wir/habe ich); (haben/hätten/habe/hätte/besteht/grundsätzlich/grosses/durchaus) [wir/ich] [grosses/
            durchaus/grundsätzlich] interesse; (mehr/näheres/genaueres) .. (erfahren/wissen/hören); (klingt/ hört
            sich/finde ich/finden wir/liest sich) .. (gut/spannend/interessant/vielversprechend/super/toll/prima/
            vernünftig/verlockend/klasse); genau (das/so etwas/was) .. (brauchen/suchen/gesucht); (würden/würde/
            möchten/möchte/wollen) .. (testen/ ausprobieren/kennenlernen/anschauen/ansehen/probieren/sehen); wie (geht
            es weiter/gehen wir vor/läuft das ab); nächste* schritt*; das thema ist .. (aktuell/relevant/spannend/
            interessant)
        """,
        3: """
            (interessant/spannend); neugierig; (gern/gerne) .; (gern/gerne) (mehr/her damit/weiter*/ein); (sind/bin)
            [wir/ich] [gerade/aktuell/schon länger] [auf der] (suche/offen/dabei/gespannt); suchen .. (lösung/
            anbieter/etwas/dienstleister/partner/so etwas); (guter/richtiger/perfekter/passender) (zeitpunkt/moment);
            (kommt/käme) .. (gelegen/recht/wie gerufen); das wäre (was/etwas/toll/super/hilfreich/interessant);
            (brauchen/bräuchten) wir; [sehr] gerne (schicken/senden/nehmen); bitte um (ein angebot/zusendung/
            unterlagen/infos/informationen/übersendung/mehr); (probezugang/testzugang/demozugang/teststellung/pilot*);
            passt (perfekt/genau)
        """,
        2: "ja gerne; ja bitte; warum nicht; könnte .. (passen/interessant/helfen); (freue/freuen) .. (auf/über)",
    },
    "wants_date": {
        4: """
            (können/könnten/kannst) sie .. (am #/um #/bei uns sein/da sein); (am/zum) # .. (um #/# uhr); (termin/
            gespräch/telefonat/treffen/videocall/call/meeting/demo/slot/zeitfenster/vorführung/besuch) ..
            (vereinbaren/ausmachen/machen/vorschlagen/abstimmen/einstellen/finden/schicken/senden/ vormerken/am/um/
            nächste/führen/festlegen/buchen/würde); (vereinbaren/machen/finden) [wir/sie] .. (termin/gespräch/
            telefonat/treffen/call); (rufen/ruf) [sie] [mich/uns/gern/gerne/doch/bitte/einfach] .. (an/am/um/montag/
            dienstag/mittwoch/ donnerstag/freitag/morgen/nächste/durch); (wann/wie) (können/könnten/kann/passt/haben/
            hätten/wäre/würde/sind/hast/könnte/können wir) [es/wir/sie/ich/du] .. (telefonieren/sprechen/treffen/
            vorbeikommen/zeit/ihnen/dir/kommen/termin/anrufen/reden/gut/möglich); (passt/passen/passte/ginge/geht/
            gehen/würde/wäre/klappt) .. (mir/uns/bei mir/bei uns) [am besten/gut/besser]; (montag/dienstag/mittwoch/
            donnerstag/freitag/morgen/mo/di/mi/do/fr) .. (passt/ginge/geht/klappt/um #/gegen #/ab #/zwischen #/
            möglich/frei/vormittag/nachmittag/wäre/würde/zeit/# uhr/bei uns); (habe/hätte/haben/hätten) [ich/wir/am/
            noch] .. (zeit/luft/frei/einen slot/kapazität); (terminvorschl*/termineinladung/kalendereinladung/
            einladung); (kommen/komm) sie .. (vorbei/ zu uns/her); (lassen sie uns/lass uns/können wir/wollen wir/
            sollen wir) .. (telefonieren/sprechen/treffen/reden/zusammensetzen/austauschen)
        """,
        3: """
            # uhr; (kw #); (telefonieren/telefonat); (montag/dienstag/mittwoch/donnerstag/freitag/montags/dienstags/
            mittwochs/donnerstags/freitags) [vormittag/nachmittag/morgen/früh]; (kurzes/erstes/persönliches)
            (gespräch/telefonat/treffen/kennenlernen); (nächste/nächster/kommende/kommender/diese/dieser) woche;
            terminvorschlag; (halbe stunde/viertelstunde/# minuten/stündchen); (buchungslink/kalender); (vorbeikommen/
            vorbeischauen/vor ort zeigen); (teams/zoom) (termin/call/meeting/link)
        """,
        2: "termin; einladung; (morgen vormittag/morgen nachmittag/übermorgen)",
    },
    "question": {
        3: """
            (wie viel*/wieviel*/wie lange/wie funktioniert/wie läuft/wie sieht/wie ist/wie hoch/wie gross/wie oft/wie
            kommen/wie sicher/wie werden/wie wird); (was kostet/was kosten/was heisst/was bedeutet/was ist/was genau/
            was passiert/was unterscheidet/was machen/was bringt); (wo werden/wo liegen/wo wird/wo sitzen/wo steh*/
            woher); (gibt es/gibts); (ist das/ist die/ist ein/ist es/ist der/ist eine/sind die/sind sie/sind ihre);
            (haben sie/hat ihr/hat das/bieten sie/können sie/könnten sie/kann man/kann das/kann ihr*/lässt sich/
            funktioniert das/ unterstützt/unterstützen sie/läuft das/brauchen wir/braucht man/muss man/müssen wir/
            arbeiten sie/liefern sie/machen sie/gilt das/geht das/welche/welcher/welches/welchen/wer ist/wer sind/wer
            hat/warum/wieso/weshalb/inwiefern/worin/wofür/womit/ handelt es sich)
        """,
        2: """
            (frage/fragen/rückfrage*); (bevor/ehe) (wir/ich); (unklar/nicht klar/nicht verstanden/verstehe nicht);
            (würde/würden) mich interessieren; mich würde interessieren; beantwortung; (erläutern/erklären)
        """,
    },
    "objection": {
        4: """
            (rechnet/lohnt/rentiert/trägt) sich (das/es/so was/sowas) [für uns/bei uns] (nie/nicht/niemals/kaum); auf
            die nase gefallen; jemanden einstellen; (macht/machen) .. nicht mit; schlecht* erfahrung*; (machen/
            erledigen/lösen/entwickeln/bauen/haben) [wir/das] [alles/das/bisher] (selbst/selber/intern/ inhouse/
            hausintern); (glaube/denke) .. nicht .. (funktioniert/klappt/passt/bringt/lohnt); (was/wo) .. (haken/
            unterschied/besser); (haben/arbeiten) (seit #/seit jahren/seit langem/schon lange) ..; (wüsste/ weiss)
            nicht .. (warum/wozu/was .. bringen); (rechnet sich/lohnt sich/bringt uns/bringt) .. (nicht/ nichts);
            (viel geld/stolze* preis/stolzer/happig/überteuert/unbezahlbar/zu klein/wucher); (zu/viel zu/ leider zu/
            deutlich zu/recht/ziemlich/ganz schön) (teuer/hoch/kostspielig/aufwendig/aufwändig/kompliziert/ komplex/
            riskant/unsicher); (kein/keine/fehlt/ohne/nicht im) [das/freies/freien] (budget/geld/mittel); budget ..
            (nicht/aufgebraucht/ausgeschöpft/verplant/gestrichen/fehlt); (haben/nutzen/arbeiten/setzen/ verwenden/
            einsatz/betreuen/sind) .. (bereits/schon) .. (anbieter/lösung/system/dienstleister/partner/ software/
            lieferant*/tool/vertrag/agentur/im einsatz/versorgt/jemanden/mit/einen/eine/ein); (bereits/schon) .. (im
            einsatz/anbieter/vertraglich/eine lösung/ein system/gut aufgestellt/dienstleister/einen partner);
            (zufrieden/glücklich) ..; sehr zufrieden; (vertrag/verträge) (läuft/laufen) [noch]; vertraglich gebunden;
            (zweifel*/skeptisch/bedenken/misstrau*/vorbehalte/kritisch/überzeugt .. nicht/nicht überzeugt/überzeugt
            mich nicht/überzeugt uns nicht/bezweifle*); (sehe/sehen/erkenne*/erschliesst) .. (keinen/nicht) ..
            (mehrwert/vorteil/nutzen/sinn/unterschied); (schlechte/keine guten) erfahrung*; (günstiger/billiger)
            [bekommen/anbieter/bei]; (datenschutz*/betriebsrat/dsgvo/cloud) .. (nicht/problem*/bedenken/schwierig/
            lehnt/dürfen/macht nicht/verbietet/spielt nicht); (cloud/daten) .. (kommt/nicht) .. (frage/haus verlassen/
            dürfen); (selbst/selber) .. (entwickelt/gebaut/machen/programmiert); (hauseigen*/inhouse)
        """,
        3: """
            (teuer/kostet .. mehr/preis ist/preise sind/preislich); (lohnt/rechnet/rentiert) sich .. nicht; (nicht/
            kaum) (bezahlbar/darstellbar/vermittelbar/vergleichbar); (wechsel/umstellung) .. (aufwand/teuer/kostet/
            risiko/mühsam/lohnt); mitbewerber; viel zu klein; zu klein [für]; (vor # jahren/vor jahren/schon mal/schon
            einmal) .. (versucht/probiert/getestet/reingefallen); (haben/hatten) .. (ausprobiert/probiert/getestet);
            aufwand .. (hoch/gross); (mindestlaufzeit/einrichtungsgebühr/laufzeit); (wer garantiert/wo ist der haken/
            was machen sie besser); (hälfte/rabatt/nachlass); (fehlt/fehlen) .. (funktion*/schnittstelle)
        """,
    },
    "not_now": {
        2: """
            (im/ab/nach/bis/gegen/zum) [the/der/den/dem/late/early/mid] (januar/februar/märz/april/mai/juni/juli/
            august/september/oktober/november/dezember/herbst/frühjahr/frühling/winter/sommer)
        """,
        4: """
            (keinen kopf/keine luft/hochsaison/hauptsaison); (dieses jahr/heuer/im moment/derzeit/aktuell) (leider/
            wird/geht/gibt/haben) .. (nichts/nicht/keine*); (lassen/lass) sie uns .. (im herbst/im frühjahr/im sommer/
            im januar/nächstes jahr/später/im neuen jahr/ nach) ..; (vertrag/verträge) .. (bis/läuft) .. (ende/#/
            dezember/nächstes jahr/sommer); (in # monaten/in einem halben jahr/in einem jahr/in ein paar monaten/in
            ein paar wochen); (jetzt/gerade) .. (falsche*/ schlechte*/ungünstige*) (zeit*/moment); (erst mal/erstmal/
            zunächst) .. (nicht/abwarten/andere*/warten); noch zu früh; auf (später/nächstes/das nächste)
            (verschieben/verschoben/jahr); (im moment/momentan/ derzeit/zurzeit/zur zeit/aktuell/gerade/vorerst/jetzt/
            dieses jahr/heuer/dieses quartal/in diesem jahr) .. (nicht/kein/keine/keinen/keinerlei/leider nicht/voll
            ausgelastet/andere/anderes/anderen) [thema/zeit/ bedarf/kapazität*/prioritäten/möglich/aktuell/
            ressourcen]; (nicht/noch nicht/leider nicht) (jetzt/im moment/momentan/aktuell/derzeit/mehr dieses jahr/
            vor #/vor dem/vor januar/ vor februar/vor märz/vor april/ vor mai/vor juni/vor juli/vor august/vor
            september/vor oktober/vor november/vor dezember/vor ende/vor herbst); (melden/meld/kommen/komm/sprechen/
            fragen/rufen/schreiben/kontaktieren/versuchen/erinnern/haken/ anklopfen) [sie/sich/gern/gerne/bitte/doch]
            .. (im herbst/im frühjahr/im sommer/ im winter/im nächsten/im januar/im februar/im märz/im april/im mai/im
            juni/im juli/im august/im september/im oktober/im november/im dezember/nächstes jahr/nächstes quartal/in #
            monaten/in # wochen/in einem/in zwei/in drei/in sechs/in ein paar/in einigen/nach der/nach den/nach dem/im
            neuen jahr/ende/anfang/mitte/ab/später/zum jahreswechsel/im # quartal/quartal/wieder/nochmal/noch einmal/
            (q1/q2/q3/q4)/zu einem späteren); (nächstes/kommendes/neues) jahr; (nächsten/kommenden/neuen) jahr*;
            (erst/frühestens) (#/im/ab/nach/nächstes/ende/wieder/anfang/in/ mitte) ..; wiedervorlage; zu einem
            späteren zeitpunkt; (falscher/ungünstiger/schlechter/unpassender) (zeitpunkt/moment); (späteren zeitpunkt/
            später noch/ein andermal); (auf eis/zurückgestellt/verschoben/ haushaltssperre/budgetsperre/
            investitionsstopp/einstellungsstopp/ausgabenstopp)
        """,
        3: """
            (nächstes quartal/nächsten quartal/herbst/frühjahr) ..; (nach dem sommer/nach den sommerferien/nach der
            messe/nach ostern/nach weihnachten/nach dem urlaub/nach dem jahreswechsel); (keine kapazität*/keine zeit/
            ausgelastet/land unter/viel um die ohren/mitten in/mitten im/keine luft); (umzug/umbau/fusion/umstellung/
            umstrukturierung/jahresabschluss/inventur) .. (erst/abgeschlossen/vorbei/durch); (hat/haben) .. (keine
            priorität/andere prioritäten/anderes zu tun); andere (prioritäten/baustellen/themen); (später/wieder
            melden/melde mich/melden uns) ..; im hinterkopf; (budgetplanung/haushaltsplanung)
        """,
    },
    "not_interested": {
        4: """
            (nein/nee/nö) (danke/vielen dank/kein/wir/das/leider/lassen); (kein/keinen) (thema/bedarf/anlass/grund)
            [für/bei] [uns]; (möchten/wollen/werden) .. (nicht/kein*) .. (nutzen/weiterverfolgen/ändern/wechseln/
            annehmen/zusammenarbeit); (haben/habe/sind) [wir/ich] [schon/alles/bereits/gut] (alles/versorgt/bedient/
            abgeschlossen/entschieden/vergeben); (kein/keine/keinerlei) [weiteres/grosses] (interesse/bedarf/
            verwendung); nicht [weiter/wirklich] (interessiert/von interesse/interessant/relevant/benötigt/gewünscht/
            das richtige/notwendig/nötig/infrage/in frage); (kommt/kommen) .. nicht (infrage/in frage/in betracht);
            (nein danke/danke nein/nein vielen dank/nein besten dank/danke kein*); (verzichten/lehnen .. ab/ablehnen/
            absagen/absage); (brauchen/benötigen/brauche/benötige/wollen/möchten) [wir/ich] [das/so etwas/sowas/es/
            dies*/leider] nicht*; (brauchen/benötigen/wollen) [wir/ich] (kein*/nix/nichts); (haben uns/habe mich/
            wurde) [bereits/schon/anders] .. (entschieden/entscheiden); anderweitig .. (entschieden/vergeben/
            versorgt); sehen [wir/hier] .. (kein*) .. bedarf; passt (nicht/leider nicht) [zu/für]
        """,
        3: """
            nein .; nein; (nichts für uns/nix für uns/nichts für mich/kein thema für uns/kein thema bei uns); (nicht
            der richtige/nicht das richtige); (bleiben dabei/bleiben bei/bleibt auch so/bleibt so);
            (zeitverschwendung/unsinn/quatsch/nervt/nerv*/aufdringlich/werbung/spam); (viel erfolg/alles gute)
            [weiterhin/noch]; (wird/werden) .. nicht (weiterverfolgen/nutzen/verfolgen/beauftragen/machen); (nicht
            weiter) verfolgen; (geschlossen/aufgegeben/aufgelöst); (sehen/besteht) .. keinen
        """,
    },
    "wrong_person": {
        4: """
            (müssen/sollten/können) [sie/du] [sich/da] .. (mit/an/bei) (unserem/unserer/unseren/der/dem/herrn/frau) ..
            (reden/sprechen/wenden/klären/melden/fragen); (kümmert/kümmern) [sich] .. (frau/herr/kollege/kollegin/
            mein*/unser*); verwechseln; (ich bin/ich) (nur/bloss/lediglich) .. (zuständig/vertretung/empfang/
            assistenz/praktikant*/azubi/ sekretariat); (arbeite/arbeitet/ist/bin) .. nicht mehr .. (hier/dort/
            unternehmen/firma/bei uns/da/dabei/im haus); (richtige*/passende*) (ansprechpartner*/person/adresse) (ist/
            wäre/bei/für); (frau/herr/herrn/ kollege/kollegin) .. (zuständig/verantwortlich/kümmert/betreut/
            entscheidet/übernommen); (habe/hab/haben) .. (weitergeleitet/weitergegeben/übergeben/in cc/ins cc/
            weitergereicht); (bin/bist/sind) [ich/sie/wir/da/ hier] .. (der/die/beim/bei der) falsche*; (das/sowas/
            darüber/dies/so etwas) (entscheidet/entscheiden/ macht/regelt) [bei uns/hier] (der/die/mein*/unser*/herr/
            frau/eine/ein); (bitte/direkt) [direkt] an zzmail; zzmail (wenden/schreiben/melden/kontaktieren); nicht
            [der/die/mehr/dafür/für/das/mein/ihr] [richtige*/ passende*] .. (zuständig/ansprechpartner*/
            verantwortlich/ansprechperson/bereich/adressat*/bei mir richtig/ richtig bei mir); (falsch*) (person/
            ansprechpartner*/adresse/abteilung/firma/mann/frau/stelle/empfänger/ adressat*); (falsch bei mir/bei mir
            falsch/bei uns falsch/an der falschen/an den falschen/nicht mein bereich/nicht mein thema/nicht meine
            baustelle); (wenden/wende) [sie] [sich/dich] .. an; (zuständig/ verantwortlich) (ist/dafür ist/hierfür
            ist/für das/wäre/für .. ist/sind); (weitergeleitet/weitergegeben/ weiterleiten/leite .. weiter/geb ..
            weiter/gebe .. weiter/weitergereicht); (kollege/kollegin/chef/chefin/ nachfolger/nachfolgerin/
            geschäftsführ*/einkauf/it/leiter/leiterin) .. (zuständig/kümmert/kontaktieren/ sprechen/schreiben/fragen/
            entscheidet/ verantwortlich/weiterhelfen/anschreiben/betreut/macht das); (das macht/darum kümmert/darüber
            entscheidet/das entscheidet/das läuft über/dafür ist/hierfür ist/das betreut) ..; (schreiben/sprechen/
            fragen/kontaktieren/versuchen) sie [bitte/besser/lieber/am besten/direkt/doch/es] [mit/an] (herrn/frau/
            unser*/meine*/den/die/zzmail/bei); (nicht mehr) .. (unternehmen/firma/hier/zuständig/ tätig/beschäftigt/in
            der/für uns/dabei); (in rente/im ruhestand/pensioniert/ausgeschieden/gewechselt/ verlassen)
        """,
        3: """
            (kollege/kollegin/kollegen/nachfolger/nachfolgerin); (ansprechpartner*/ansprechperson) [ist/wäre/für];
            (cc/kopie); (verwechsl*/irrtüm*/versehentlich/keine ahnung wer/verwechselt); (entscheide/entscheiden) ..
            nicht; nur (die/der) (praktikant*/assistent*/azubi/werkstudent*/aushilfe/empfang/sekretär*); (zentrale/
            muttergesellschaft/konzern) .. (entschieden/entscheidet); andere abteilung
        """,
    },
    "opt_out": {
        4: """
            (abmelden/abbestellen/abbestell*/austragen/austrag*/abmeldung); (löschen/lösch/entfernen/streichen/nehmen/
            nimm/tragen) [sie] [mich/uns/meine/unsere/bitte/umgehend/sofort] .. (verteiler/liste/daten/adresse/
            datenbank/verteilerliste/mailadresse/aus/kontaktdaten/mail); (verteiler/liste/daten/adresse/datenbank/
            kontaktdaten/mail*) .. (löschen/entfernen/streichen/nehmen/gelöscht/gestrichen/raus); (keine/keinerlei)
            (weiteren/mehr/mails/e mails/emails/werbung/werbemails/nachrichten/anfragen/zusendung*/anschreiben) [mehr]
            [mails/e/emails/nachrichten/werbung/kontakt*] .. (mehr/erhalten/bekommen/wünsche*/zusenden/schicken/
            senden/haben/erwünscht); (nicht/nie) (mehr/wieder/weiter/mehr länger) .. (kontaktieren/anschreiben/
            schreiben/kontaktiert/angeschrieben/belästig*/anrufen/mailen); (unterlassen sie/unterlassung/widerspreche/
            abmahn*/rechtliche schritte/dsgvo .. lösch*/lösch* .. dsgvo); (beschwer*/meld*) .. (bundesnetzagentur/
            aufsichtsbehörde/datenschutz*); (hören/hör) [sie] .. auf .. (schreiben/mails/mail/zu/mir/kontaktieren/
            schicken); (nehmen/nimm/streichen/werfen) sie (mich/uns) .. (raus/heraus/aus ihrem/aus dem/aus der/aus
            ihrer); (nachrichten/mails/e mails/werbung/zusendungen/post) .. (möchte/möchten/will/wollen/wünsche/
            wünschen) [ich/wir] (nicht/keine) [mehr/weiter] (bekommen/erhalten/haben/lesen); (löschung/austragung/
            entfernung/streichung) .. (daten/adresse/verteiler/liste/kontaktdaten); lassen sie (mich/uns) in (ruhe/
            frieden); (stopp/stop) [mit/bitte]; schreiben sie (mir/uns) .. (nicht/nie) [mehr/wieder]
        """,
        3: "(keine mails mehr/keine werbung/keine weiteren); raus aus .. verteiler; (aufhören/verschonen)",
    },
    "away": {
        4: """
            (abwesend/abwesenheit*/ausser haus/nicht im büro/nicht im haus/nicht am platz); (im/in) [wohlverdienten/
            meinem/meiner/jahres/dem] (urlaub/elternzeit/mutterschutz/krankenstand/betriebsferien/ferien/
            jahresurlaub); (automatische antwort/automatische nachricht/automatisch generierte antwort/automatisch
            erstellte); (bin/sind) [ich/wir] .. (ab .. wieder/wieder ab/wieder erreichbar/wieder für sie da/wieder
            im); (nicht/nur eingeschränkt/eingeschränkt/nur sporadisch) (erreichbar/zu erreichen/verfügbar/gelesen/
            weitergeleitet/abgerufen); (wieder) (erreichbar/im büro/im haus/da/zurück/für sie) [ab/am];
            (krankgeschrieben/erkrankt/dienstreise/geschäftsreise/fortbildung/schulung/auf reisen/elternzeit/
            sabbatical); zurück (am/ab/im büro); (in dringenden fällen/bei dringenden/dringende anliegen)
        """,
        3: """
            (unterwegs); (nach meiner rückkehr/während meiner abwesenheit/meine vertretung/vertretung übernimmt/
            vertreten durch); (betriebsurlaub/geschlossen bis/geschlossen vom); postfach wird nicht
        """,
    },
    "bounce": {
        4: """
            (unzustellbar*/nicht zustellbar/nicht zugestellt/zustellung .. (fehlgeschlagen/nicht möglich/gescheitert)/
            zustellung fehlgeschlagen/zustellfehler/nicht zugestellt werden/zustellversuch*/unzustellbarkeit*); konnte
            .. (nicht/zugestellt) .. (werden/zugestellt); (postfach/mailbox/empfänger*/adresse/konto/benutzer/
            mailadresse/domain) .. (voll/existiert nicht/nicht gefunden/unbekannt/nicht bekannt/überschritten/
            gesperrt/deaktiviert/ ungültig/nicht vorhanden/abgelehnt/nicht erreichbar); (mailer daemon/postmaster/mail
            delivery/quota exceeded/user unknown/5 1 1/5 2 2/4 2 2/5 7 1/5 7 0); (abgewiesen/zurückgewiesen)
        """,
    },
    "positive": {
        1: "(danke/vielen dank/freue*/freuen/gern/gerne/super/toll/prima/perfekt/spannend/klasse/sympathisch/gut)",
    },
    "negative": {
        1: """
            (leider/nervt/spam/belästig*/frechheit/unverschämt/dreist/unerwünscht/schlecht/ärger*/anwalt/enttäuscht*/
            unseriös/endlich/quatsch)
        """,
    },
    "negator": {
        1: "(nicht/kein/keine/keinen/keinem/keiner/nie/niemals/weder/ohne/kaum)",
    },
    "but": {
        1: "(aber/jedoch/allerdings/dennoch/trotzdem/sondern)",
    },
    "harmless": {
        1: """
            (wenn/falls/sollten) sie nicht der .. (adressat/empfänger); (nicht/irrtümlich) .. (adressat/empfänger)
            sind; wir (löschen/entfernen); (man/nutzer/kunden/mitarbeiter/empfänger/teilnehmer) .. (abmelden/
            abbestellen/ austragen/löschen); warum nicht; kein problem; nicht nur; wenn nicht; keine sorge; keine
            ursache; warum eigentlich nicht
        """,
    },
}
