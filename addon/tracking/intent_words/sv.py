"""What answers say in Swedish."""

from __future__ import annotations

SIGNS = """
    jag du ni vi det den en ett och är inte som på i för med till av att har hej tack hälsningar mvh vänliga om
    men kan vill skulle oss mig er era vår våra min mitt så också nu när hur vad då eller från ska var bra gärna
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (skicka/skickar/maila/mejla/sända/dela/få) [gärna/över/mig/oss] .. (information/info/offert/prislista/
            priser/broschyr/material/detaljer/exempel/presentation/mer/förslag/underlag/prover/länk/katalog); (är/
            vore/vi är/jag är) [mycket/absolut/klart/definitivt] (intresserad*/nyfik*); (veta/höra/läsa) mer; (låter/
            verkar/ser) .. (bra/intressant/spännande/lovande/riktigt bra/toppen/kul/vettigt); (precis/exakt) (vad/det)
            vi ..; (testa/prova/provperiod/pilot/en demo/provköra); (nästa steg/hur går vi vidare); (vi letar/letar/
            söker) .. (lösning/leverantör/efter/något/alternativ)
        """,
        3: """
            (intressant/nyfik*/gärna/absolut/spännande/bra läge/rätt i tiden/varför inte/kör på/aktuellt för oss);
            intresserad*; mer (info/information)
        """,
        2: "ja tack; intresse",
    },
    "wants_date": {
        4: """
            (boka/bokar/bestämma/planera/sätta/hitta/ordna/föreslå/ta/ha/ses) .. (möte/samtal/tid/demo/telefonmöte/
            avstämning/besök/träff/videomöte/dag); (ring/ringa/ringer/slå) [mig/gärna/oss/en signal] .. (måndag/
            tisdag/onsdag/torsdag/fredag/imorgon/i morgon/kl/efter/på/nästa vecka/mellan); (måndag/tisdag/onsdag/
            torsdag/fredag/imorgon/i morgon) .. (kl/klockan/passar/funkar/fungerar/förmiddag/eftermiddag/är bra/går
            bra/efter/vid #/kan jag); (när/vilken tid/vilka tider/vilka dagar) .. (passar/kan/ses/ringa/prata/tid/
            komma/höras); (kan/ska/skulle) (vi/ni/du) .. (ses/höras/träffas/prata/ringa/komma förbi/boka/komma);
            (passar/funkar/fungerar) (mig/oss/bra/bäst/det) ..; (är jag/jag är/vi är) (ledig/tillgänglig*/på plats)
            ..; (mötesinbjudan/kalenderinbjudan/inbjudan/teamslänk/lediga tider); (kom/kommer/titta) (förbi/gärna
            förbi/hit)
        """,
        3: """
            (möte/samtal/telefonmöte/videomöte); (måndag/tisdag/onsdag/torsdag/fredag); (nästa vecka/denna vecka/vecka
            #/den här veckan); (kl #/klockan #/# minuter/en halvtimme/en kvart); ring mig; höras
        """,
        2: "(kalender/tider)",
    },
    "question": {
        3: """
            (hur/vad/vilka/vilken/vilket/var/när/varför/vem/kan/har/är/finns/ingår/stödjer/stöder/fungerar/funkar/går/
            behöver/måste/gäller/erbjuder/vilka/klarar/får/kostar/gör/kommer/jobbar) .. ?; (vad kostar/hur mycket/hur
            fungerar/hur länge)
        """,
        2: "(fråga/frågor/undrar/undrade/fundering*); innan (vi/jag); (oklart/förstår inte/förklara/förtydliga)",
    },
    "objection": {
        4: """
            (för/alldeles för/lite för/väldigt/ganska) (dyrt/dyr/dyra/högt/höga/komplicera*/stort/riskabelt/
            krångligt); (ingen/inte/saknar/finns ingen) [någon/utrymme i/utrymme/har/i] (budget*/pengar); budget* ..
            (slut/fördelad/låst/tillåter inte/inte); (har/använder/jobbar/kör/arbetar) .. (redan) ..; redan ..
            (leverantör/lösning/system/avtal/partner/en/ett/har); (nöjda/nöjd) med ..; (tveksam*/skeptisk*/inte
            övertyg*/tvivlar/betänklig*/orolig*/oroar/ser inte); (ser/hittar) (inte/ingen) .. (nytta/värde/fördel*/
            skillnad/vits*/mervärde); (dåliga erfarenheter/dålig erfarenhet/redan provat/har provat/provade/testade);
            (avtal/kontrakt/bundna/uppbundna) .. (till/löper/gäller); (egen lösning/byggt eget/gör det själva/internt/
            in house)
        """,
        3: """
            (dyrt/dyr/billigare/konkurrent*/rabatt/hälften/kostar för); (gdpr/säkerhet*/molnet/data) .. (inte/problem/
            får/oro*); (byta/byte/migrer*) .. (kost*/jobb/krångl*/dyrt); (lönar sig inte/inte värt)
        """,
    },
    "not_now": {
        2: """
            (i/till/efter) [the/der/den/dem/late/early/mid] (januari/februari/mars/april/maj/juni/juli/augusti/
            september/oktober/november/december/höst/vår)
        """,
        4: """
            (just nu/för närvarande/nu/i år/för tillfället/i dagsläget/tills vidare) [har/är/finns/vi] .. (inte/ingen/
            inget/andra/fullt upp/inga); inte .. (just nu/nu/i år/för närvarande/aktuellt nu/förrän/före/innan/
            prioriterat/prioritet/för tillfället/i dagsläget/läge); inte aktuellt (just/i/nu/förrän/för); (hör av/
            återkom*/kontakta/ring/mejla/maila/skriv/påminn/vi hörs/hörs/ta upp/kom tillbaka/prova/höra av) .. (i
            januari/i februari/i mars/i april/i maj/i juni/i juli/i augusti/i september/i oktober/i november/i
            december/nästa år/till hösten/i höst/till våren/ i vår/till vintern/efter/om # månader/om några/om ett/
            senare/nästa kvartal/i början/i slutet/om ett halvår/till sommaren/efter sommaren/kvartal/igen/framöver);
            (nästa år/nästa kvartal/nästkommande/nytt år/kommande år); (senare i år/längre fram/vid ett senare/ett
            annat tillfälle/senare tillfälle/framöver); (dålig tajming/fel tidpunkt/dåligt läge/inte rätt läge/dålig
            timing); (pausat/fryst/på is/skjutits upp/inköpsstopp/köpstopp)
        """,
        3: """
            (fullt upp/mitt i/hinner inte/ingen tid/andra prioriteringar/mycket nu/överhopad*); (efter/till/först) ..
            (sommaren/semestern/jul/påsk/januari/februari/mars/april/maj/juni/juli/augusti/september/oktober/november/
            december/hösten/årsskiftet)
        """,
    },
    "not_interested": {
        4: """
            (inte/ej/inget/ingen/inga) [så/längre/alls/något/av] (intresserad*/intresse/intressant/behov/aktuellt/för
            oss/relevant); (nej tack/tack men nej/nej tyvärr/nej tack men); (behöver/vill/ska) .. (inte/ingen/inget)
            ..; (tackar nej/avböj*/avstå*/avstår); (valt/beslutat/bestämt) (att/oss/en/annan) ..; (passar oss inte/
            passar inte oss/inget för oss/inte för oss)
        """,
        3: "nej .; (slöseri/skräppost/spam/reklam/lycka till/lagt ner/lagt ned/låt bli/vi avstår)",
    },
    "wrong_person": {
        4: """
            (är/inte) .. (inte) .. (rätt person/ansvarig/rätt kontakt/den som/min avdelning/mitt område/mitt bord/rätt
            man); inte (rätt person/ansvarig/mitt område/mitt bord/jag som/den som); (fel) (person/adress/avdelning/
            företag/kontakt/mejladress/man/ställe); (kontakta/prata/vänd/hör av/maila/mejla/skriv/ring/fråga/snacka/
            tala/du får/ta det/ta kontakt) [gärna/istället/dig/er/med/till] .. (med min/med vår/min kollega/vår/våra/
            till vår/till min/kollega/ zzmail/med/till/ansvarig*); (vidarebefordra*/skickat vidare/skickar vidare/
            skickade vidare/lämnat vidare/skickar det vidare/skickat det vidare) ..; (min/vår/mina) (kollega/chef/
            efterträdare/vd/inköpschef/kollegor) ..; (ansvarar för/ansvarig för/sköter/har hand om/tar hand om/
            bestämmer/beslutar) ..; (jobbar/arbetar) (inte längre/inte kvar/inte här/inte med/inte) ..; (slutat/gått i
            pension/bytt jobb/bytt tjänst/inte längre/inte kvar)
        """,
        3: "(i kopia/på kopia/kollega/huvudkontor*/moderbolag*/misstag/förväxl*); bara (praktikant/receptionist*)",
    },
    "opt_out": {
        4: """
            (avregistrera*/avprenumerera*/avanmäl*/avsluta prenumeration*); (ta bort/radera/stryk/plocka bort/tag
            bort) [mig/oss/min/mina/vår/gärna/genast] .. (lista*/register/adress*/uppgifter/sändlista*/databas*/mejl*/
            mail*/utskick*/från/ur); (sluta/upphör) [med] [att] (skicka/mejla/maila/kontakta/skriva/spamma/ringa/höra/
            mejl/mail/utskick*) ..; (vill/önskar) [jag/vi] (inte/ej) .. (ha/få/bli) ..; (inga) (fler/mer) (mejl/mail/
            utskick/meddelanden/brev); (kontakta/mejla/maila/skriv/hör) .. (inte/aldrig) .. (igen/mer/längre); gdpr ..
            (rader*/tas bort/ta bort); (anmäler/anmäla/polisanmäl*) .. (er/dig/imy/integritets*/spam/detta); rätten
            att bli; (lämna mig ifred/lämna oss ifred/undanber*); (vill inte) .. (fler/mer)
        """,
    },
    "away": {
        4: """
            (inte på kontoret/på semester/semester till/ledig till/ledig från/föräldraledig*/sjukskriven/frånvar*/
            autosvar/automatiskt svar/tjänsteresa/på resande fot/på kurs/bortrest); (åter/tillbaka) (på/den/i/måndag/
            tisdag/onsdag/torsdag/fredag/från) ..; (begränsad tillgång/begränsad åtkomst/läser inte min) ..;
            (brådskande/akuta ärenden/vid akuta/akut)
        """,
        3: "(på konferens/stängt till/semesterstängt/under min frånvaro)",
    },
    "bounce": {
        4: """
            (kunde inte levereras/gick inte att leverera/inte levererats/kan inte levereras/ej levererat/leveransen
            misslyckades/misslyckades .. leverera/det gick inte att leverera/olevererbar*/inte levereras/leveransfel/
            kunde inte skickas till); (postlåda*/inkorg/adress*/mottagare*/användare*/konto*) .. (full/finns inte/
            okänd/hittades inte/hittas/avvisad*/spärrad*/inaktiv*/fulla); (mailer daemon/postmaster/mail delivery/user
            unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(tack/gärna/bra/kul/perfekt/toppen/trevlig*/spännande)",
    },
    "negative": {
        1: "(tyvärr/spam/skräp*/irriterande/trött/anmäl*/dålig*/jobbig*)",
    },
    "negator": {
        1: "(inte/ej/ingen/inget/inga/aldrig/utan)",
    },
    "but": {
        1: "(men/däremot/dock)",
    },
    "harmless": {
        1: "om du inte är .. mottagare*; varför inte; (inga/inget) problem; inte bara; om inte; tveka inte",
    },
}
