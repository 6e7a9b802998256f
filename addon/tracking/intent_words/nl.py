"""What answers say in Dutch."""

from __future__ import annotations

SIGNS = """
    ik je jij u wij we jullie de het een en is niet dat van voor met op in te zijn hebben heb heeft mijn ons
    onze uw dank bedankt groet groeten vriendelijke beste maar ook naar bij kan kunt wel geen graag nog dit die
    aan als er om hoi mij me even al
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (stuur/sturen/mail/mailen/zend/deel/ontvang/ontvangen) [mij/ons/me/maar/gerust/graag] .. (info/informatie/
            offerte/voorstel/brochure/prijs*/prijslijst/details/materiaal/voorbeeld*/catalogus/presentatie/door/toe/
            tarieven/documentatie/ referenties/link/op/meer/eens); (meer/nadere) (info/informatie/weten/details/
            horen); (klinkt/lijkt/vind/ziet er) .. (goed/interessant/leuk/veelbelovend/prima/nuttig/handig); (ben/
            zijn) [ik/wij/we] [zeker/zeer/erg/wel/best] (geïnteresseerd/benieuwd/nieuwsgierig); (interesse); (precies/
            net) wat (we/wij/ik); (uitproberen/proefperiode/proef/testen/pilot/demo); (volgende stap*/hoe gaan we
            verder/hoe nu verder)
        """,
        3: """
            (interessant/benieuwd/nieuwsgierig/komt goed uit/goed moment/kom maar op/graag/laat maar komen/waarom
            niet/doe maar); (op zoek naar/zoeken/zoek) .. (oplossing/leverancier/alternatief/iets/partner);
            geïnteresseerd
        """,
        2: "ja (graag/hoor)",
    },
    "wants_date": {
        4: """
            (afspraak/gesprek/belafspraak/overleg/kennismaking/demo/call/meeting) .. (plannen/maken/inplannen/prikken/
            zetten/op/om/volgende/kan/boeken/vastleggen); (plan/plannen/maken/prikken) .. (afspraak/gesprek/meeting/
            datum/call); (bel/belt/bellen) [mij/me/ons/je/gerust/maar] .. (maandag/dinsdag/woensdag/donderdag/vrijdag/
            morgen/om #/na #/volgende week/tussen/vanaf); (maandag/dinsdag/woensdag/donderdag/vrijdag/morgen) .. (om
            #/past/kan/schikt/ochtend/ middag/komt/lukt/vanaf/ben ik/is prima/rond); (wanneer/hoe laat/welke dag*) ..
            (bellen/afspreken/tijd/schikt/beschikbaar/langskomen/kun/kunt/kunnen/uit); (past/schikt/komt) (mij/me/ons/
            het/bij) [goed/best/het best]; (ben/zijn) [ik/we] (beschikbaar/vrij) ..; (kunnen/zullen/kun/kunt) (we/wij/
            je/u) .. (bellen/afspreken/spreken/langskomen/zoomen); (kom/komt) [maar/gerust/u] (langs/eens langs/een
            keer langs); (uitnodiging/agenda verzoek/agendaverzoek/teams link/beschikbaarheid)
        """,
        3: """
            (afspraak/belafspraak); (maandag/dinsdag/woensdag/donderdag/vrijdag); (volgende week/deze week); (# uur/#
            minuten/half uur/kwartiertje); (kennismak*/langskomen/langs te komen/bellen)
        """,
        2: "(agenda); morgen",
    },
    "question": {
        3: """
            (hoe/wat/welke/waar/wanneer/waarom/wie/kan/kun/kunt/kunnen/is/zijn/hebben/heb/heeft/zit/zitten/werkt/
            werken/bieden/geldt/moet/moeten/komt/doen/gaat/wordt/worden/leveren/leveren/hoeveel) .. ?; (hoeveel kost/
            wat kost/wat kosten/hoe werkt/hoeveel)
        """,
        2: """
            (vraag/vragen/vraagje/vroeg me af/benieuwd of); voordat (ik/we/wij); (niet duidelijk/uitleggen/toelichten/
            weten of)
        """,
    },
    "objection": {
        4: """
            (te/erg/nogal/best/behoorlijk/veel te) (duur/prijzig/hoog/kostbaar/ingewikkeld/complex/riskant/groot);
            (geen/onvoldoende/niet het) [extra] budget; budget .. (geen/niet/op/krap/beperkt/voor); (hebben/hebben
            wij/hebben we/heb/gebruiken/werken/werk) .. (al) .. (leverancier/oplossing/systeem/partner/partij/pakket/
            met/een/iemand/bureau); (al) (voorzien/een leverancier/een partij/een systeem/een oplossing/jaren met);
            (tevreden/blij) (met/over) ..; (niet overtuigd/twijfel*/sceptisch/bedenkingen/huiverig/zorgen over/
            vraagtekens/zie niet); (zie/zien) .. (geen/niet) .. (meerwaarde/voordeel/toegevoegde/nut/verschil);
            (slechte ervaring*/al geprobeerd/eerder geprobeerd/al eens geprobeerd/slechte ervaringen); (contract/vast)
            .. (loopt/tot/aan); (zelf) (ontwikkeld/gebouwd/gemaakt/in huis); in huis
        """,
        3: """
            (duur/prijzig/stevig/goedkoper/concurrent*/korting/de helft/aan de prijs/overstap* .. (kost/gedoe/werk/
            duur)); (avg/privacy/beveiliging/cloud) .. (niet/probleem/zorg*/mag); (niet rendabel/levert te weinig/
            weegt niet op)
        """,
    },
    "not_now": {
        2: """
            (in/na/vanaf/tot/het) [the/der/den/dem/late/early/mid] (januari/februari/maart/april/mei/juni/juli/
            augustus/september/oktober/november/december/najaar/voorjaar)
        """,
        4: """
            (nu/momenteel/op dit moment/voorlopig/dit jaar/dit kwartaal/op het moment) [nog/even/helaas/is/hebben/
            heeft/zijn/we] .. (niet/geen/andere); niet .. (nu/op dit moment/dit jaar/momenteel/dit kwartaal/voor de
            zomer/vóór/het goede moment/het juiste moment/prioriteit/aan de orde/voor #); (neem/bel/mail/kom/benader/
            schrijf/probeer/laten we/meld/vraag/stuur/contact/spreken/terug) .. (in januari/in februari/in maart/in
            april/in mei/in juni/in juli/in augustus/in september/in oktober/in november/in december/volgend jaar/in
            het najaar/in het voorjaar/volgend kwartaal/ over # maanden/over een paar/over een/na de/na het/later/in
            het nieuwe/begin/eind/over een half/over drie/over zes/vanaf/in de herfst/in (q1/q2/q3/q4)); (volgend
            jaar/volgend kwartaal/komend jaar/volgend seizoen/nieuwe jaar); (later dit jaar/later nog eens/een andere
            keer/op een later moment); (slecht moment/verkeerde moment/slechte timing/geen goed moment/niet het
            moment); (on hold/bevroren/uitgesteld/in de ijskast/stilgelegd/op pauze)
        """,
        3: """
            (te druk/erg druk/heel druk/midden in/middenin/geen tijd/geen ruimte/andere prioriteiten/handen vol); (na/
            tot/pas in/pas na) .. (zomer/vakantie/kerst/pasen/januari/februari/maart/april/mei/juni/juli/augustus/
            september/oktober/november/december/najaar/verbouwing); (bewaar/houd .. achterhand/in gedachten)
        """,
    },
    "not_interested": {
        4: """
            (geen/niet) [verdere/direct/echt/meer/in] (interesse/geïnteresseerd/behoefte/belangstelling/nodig/
            interessant/voor ons/relevant/van toepassing); (nee dank*/nee bedankt/dank maar nee/bedankt maar nee/nee
            hoor/nee dus); (hebben/heb) .. niet nodig; (zien/slaan) .. (af/over) .; (afgezien/besloten/gekozen) ..;
            (past niet bij/niets voor ons/niks voor ons); (bedankt maar) (we/wij/ik/dit) ..; (werken niet) met
        """,
        3: """
            nee .; (laat maar/geen tijd verspillen/tijdverspilling/spam/reclame/veel succes/succes verder/hoeft niet/
            gestopt met/opgeheven/failliet)
        """,
    },
    "wrong_person": {
        4: """
            (moet/kunt/kun) (je/u) .. bij .. (zijn/terecht); (ben/is/niet) .. (niet) .. (juiste persoon/juiste
            contactpersoon/verantwoordelijk/contactpersoon/ aanspreekpunt/mijn afdeling/mijn terrein/de juiste);
            (niet) (de juiste/mijn afdeling/mijn pakkie/bij mij/ mijn verantwoordelijkheid/verantwoordelijk); (ga/
            gaan) .. niet over; (verkeerde) (persoon/adres/afdeling/ bedrijf/contact/mailadres); (neem contact op/
            contact opnemen/richt/wenden/vraag/mail/spreek/benader/bel/je moet/u moet/kunt u/kun je/probeer) .. (met
            mijn/met onze/met de/bij mijn/bij onze/ mijn collega/onze/ collega/zzmail/zijn bij/hebben/aan/met);
            (doorgestuurd/doorgezet/stuur .. door/doorgegeven/zet .. door/ doorsturen) ..; (mijn/onze) (collega/baas/
            manager/opvolger/directeur/leidinggevende) ..; (gaat hierover/ gaat daarover/gaat over/dat doet/daar gaat/
            regelt dit/is verantwoordelijk/beslist/verantwoordelijk voor) ..; (niet meer) (werkzaam/bij/in dienst/
            verantwoordelijk/hier/werken); (met pensioen/uit dienst/andere functie/andere baan)
        """,
        3: "(in de cc/in cc/collega/hoofdkantoor/vergissing/verwar*); (alleen/slechts/maar) (stagiair*/de receptie)",
    },
    "opt_out": {
        4: """
            (afmelden/uitschrijven/afmelding/uitschrijving/schrijf me uit/schrijf mij uit/meld me af/meld mij af/
            schrijf ons uit/uitgeschreven); (verwijder*/haal/schrap/wis*/haalt) [mij/me/ons/mijn/onze/aub] .. (lijst/
            bestand/gegevens/adres/database/mailinglijst/mailadres/van/uit/maillijst); (stop/stoppen/hou op/houd op)
            [met/aub] ..; (geen) (mails/mail/e mails/e mail/berichten/reclame/verdere/contact/mailtjes) .. (meer/
            ontvangen); (niet) (meer/langer/opnieuw/nog eens/weer) .. (mailen/benader*/ contact*/schrijven/lastig*/
            mailt/gemaild/bellen); (wil/wens/wensen) .. (geen/niet) .. (ontvangen/mails/mail/meer); (verwijdering/
            uitschrijving) .. (gegevens/lijst/adres/bestand); (laat) (mij/me/ons) met rust; (avg/gdpr) .. (verwijder*/
            wissen); (klacht/melding/melden) .. (autoriteit/ap/spamklacht)
        """,
    },
    "away": {
        4: """
            (afwezig*/niet op kantoor/buiten kantoor/op vakantie/met vakantie/met verlof/zwangerschapsverlof/
            ouderschapsverlof/automatisch antwoord/automatische reactie/out of office/ziek gemeld/op zakenreis/op
            reis/vrij t m/met ziekteverlof); (ben/zijn) [ik] .. (weer bereikbaar/weer terug/weer op kantoor/terug op/
            weer aanwezig/vrij tot); (weer) (bereikbaar/terug/aanwezig); (beperkt bereikbaar/niet bereikbaar/beperkt
            toegang); (dringende/spoed/urgente/noodgevallen/dringend) ..
        """,
        3: "(gesloten tot/gesloten van/mijn afwezigheid/bij terugkomst)",
    },
    "bounce": {
        4: """
            (niet bezorgd/niet worden bezorgd/onbestelbaar/niet afgeleverd/niet worden afgeleverd/kan niet worden
            bezorgd/bezorging .. mislukt/kon niet .. bezorgd/kon niet .. afgeleverd/aflevering mislukt/retour
            afzender); (postvak/mailbox/adres/ontvanger/gebruiker/account/geadresseerde) .. (vol/bestaat niet/
            onbekend/niet gevonden/geweigerd/uitgeschakeld/ongeldig/quota); (mailer daemon/postmaster/mail delivery/
            user unknown/5 1 1/5 2 2/4 2 2/5 7 1/quota)
        """,
    },
    "positive": {
        1: "(bedankt/dank/graag/leuk/prima/super/goed/fijn/top/mooi)",
    },
    "negative": {
        1: "(helaas/spam/irritant/vervelend/klacht/lastig*/schandalig/zat)",
    },
    "negator": {
        1: "(niet/geen/nooit/zonder/nee/noch)",
    },
    "but": {
        1: "(maar/echter/toch)",
    },
    "harmless": {
        1: "(indien/als) u niet de .. (geadresseerde/ontvanger); waarom niet; geen probleem; niet alleen; zo niet",
    },
}
