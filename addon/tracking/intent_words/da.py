"""What answers say in Danish."""

from __future__ import annotations

SIGNS = """
    jeg du i vi det den en et og er ikke som på for med til af at har hej tak hilsen venlig mvh om men kan vil
    ville os mig jer jeres vores min mit så også nu når hvordan hvad da eller fra skal var godt gerne bliver
    blive lige noget
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (send/sende/sender/mail/del/få/modtage) [gerne/bare/over/mig/os/endelig] .. (information/info/tilbud/
            prisliste/priser/brochure/materiale/detaljer/eksempl*/præsentation/mere/oplæg/prøver/link/katalog); (er/vi
            er/jeg er) [meget/helt sikkert/bestemt/ret] (interesser*/nysgerrig*); (vide/høre/læse) mere; (lyder/
            virker/ser) .. (godt/interessant/spændende/lovende/fint/fornuftigt/rigtig godt/relevant); (præcis/lige/
            netop) (hvad/det) vi ..; (teste/afprøve/prøve/prøveperiode/pilot/en demo); (næste skridt/hvordan kommer vi
            videre); (leder/søger/kigger) .. (efter/løsning/leverandør/alternativ)
        """,
        3: """
            (interessant/nysgerrig*/meget gerne/spændende/godt tidspunkt/hvorfor ikke/relevant for os/gerne);
            interesseret; mere (info/information)
        """,
        2: "ja tak; interesse",
    },
    "wants_date": {
        4: """
            (booke/aftale/finde/planlægge/sætte/arrangere/foreslå/tage/holde/lave) .. (møde/samtale/tid/demo/
            telefonmøde/besøg/snak/kaffe/tidspunkt/dato); (ring/ringe/ringer) [mig/gerne/bare/os/til] .. (mandag/
            tirsdag/onsdag/torsdag/fredag/i morgen/kl/efter/på/næste uge/mellem); (mandag/tirsdag/onsdag/torsdag/
            fredag/i morgen) .. (kl/klokken/passer/fungerer/formiddag/eftermiddag/er fint/er godt/efter/går/kan jeg/er
            ok); (hvornår/hvilken dag/hvilket tidspunkt/hvilke tider) .. (passer/kan/mødes/ringe/tale/tid/komme/
            snakke); (kan/skal/kunne) (vi/i/du) .. (mødes/tale/tales/snakke/ringe/komme forbi/ses/tage); (passer/
            fungerer) (mig/os/fint/bedst/det/godt) ..; (jeg er/er jeg/vi er) (ledig*/til rådighed/fri) ..;
            (mødeindkaldelse/kalenderinvitation/invitation/indkaldelse/teamslink/ledige tider); (kom/kig) (forbi/gerne
            forbi/endelig forbi)
        """,
        3: """
            (møde/telefonmøde/samtale/videomøde); (mandag/tirsdag/onsdag/torsdag/fredag); (næste uge/i næste uge/denne
            uge/uge #); (kl #/klokken #/# minutter/en halv time/et kvarter); (ring til mig); tales ved
        """,
        2: "(kalender/tider)",
    },
    "question": {
        3: """
            (hvordan/hvad/hvilke/hvilken/hvilket/hvor/hvornår/hvorfor/hvem/kan/har/er/findes/indgår/understøtter/
            fungerer/virker/skal/gælder/tilbyder/koster/får/gør/bliver/dækker/arbejder) .. ?; (hvad koster/hvor meget/
            hvordan fungerer/hvor længe)
        """,
        2: "(spørgsmål/undrer/spørge); inden (vi/jeg); (uklart/forstår ikke/forklare/uddybe)",
    },
    "objection": {
        4: """
            (for/alt for/lidt for/ret/meget) (dyrt/dyr/dyre/højt/høj/kompliceret/stort/risikabelt/besværligt); (intet/
            ikke/ingen/mangler/har ikke) [plads i/plads/noget/råd] (budget*/penge/til det); budget* .. (brugt/fordelt/
            låst/tillader ikke/ikke/opbrugt); (har/bruger/arbejder/kører/samarbejder) .. (allerede) ..; allerede ..
            (leverandør/løsning/system/aftale/partner/en/et/har); (tilfredse/tilfreds/glade) (med/for) ..; (skeptisk*/
            ikke overbevist/tvivl*/betænkelig*/bekymr*/forbehold); (kan ikke se/ser ikke) ..; (dårlige erfaringer/
            dårlig erfaring/allerede prøvet/har prøvet/prøvede/testede); (aftale/kontrakt/bundet) .. (til/løber/
            gælder); (selv udviklet/gør det selv/internt/in house/klarer det selv)
        """,
        3: """
            (dyrt/dyr/billigere/konkurrent*/rabat/halve/halvdelen); (gdpr/sikkerhed*/skyen/data) .. (ikke/problem/må/
            bekym*); (skifte/skift/migrer*) .. (kost*/arbejde/besvær*/dyrt); (kan ikke betale sig/ikke det værd)
        """,
    },
    "not_now": {
        2: """
            (i/til/efter) [the/der/den/dem/late/early/mid] (januar/februar/marts/april/maj/juni/juli/august/september/
            oktober/november/december/efteråret/foråret)
        """,
        4: """
            (lige nu/for tiden/nu/i år/i øjeblikket/for nuværende/indtil videre/på nuværende) [har/er/vi] .. (ikke/
            ingen/intet/andre/travlt); ikke .. (lige nu/nu/i år/for tiden/i øjeblikket/aktuelt nu/før/inden/prioritet/
            en prioritet/på nuværende/tidspunkt*); ikke aktuelt (lige/i/nu/før/for); (vend tilbage/kontakt/ring/mail/
            skriv/tag fat/hør/tag kontakt/prøv/kom tilbage/vender tilbage/vende tilbage/tales) .. (i januar/i februar/
            i marts/i april/i maj/i juni/i juli/i august/i september/i oktober/i november/i december/næste år/til
            efteråret/til foråret/ efter/om # måneder/om nogle/om et/senere/næste kvartal/i starten/i slutningen/om et
            halvt/til sommer/til vinter/kvartal/igen/på den anden side); (næste år/næste kvartal/det nye år/kommende
            år/til næste år); (senere på året/på et senere tidspunkt/en anden gang/længere fremme/senere hen); (dårlig
            timing/dårligt tidspunkt/forkert tidspunkt/ikke det rigtige tidspunkt); (sat på pause/fastfrosset/udskudt/
            udsat/på standby/indkøbsstop)
        """,
        3: """
            (for travlt/meget travlt/midt i/ikke tid/ingen tid/andre prioriteter/travlt); (efter/til/først) ..
            (sommerferien/sommeren/ferien/jul/påske/januar/februar/marts/april/maj/juni/juli/august/september/oktober/
            november/december/efteråret/nytår)
        """,
    },
    "not_interested": {
        4: """
            (ikke/intet/ingen) [så/længere/som helst/noget/nogen/umiddelbart] (interesser*/interesse/interessant/
            behov/aktuelt/for os/noget for os/relevant/brug for); (nej tak/tak men nej/ellers tak/nej desværre); (har/
            behøver/skal/ønsker) .. (ikke/ingen/intet) .. (brug/behov/bruge/noget); (takker nej/afslå*/siger nej/takke
            nej); (valgt/besluttet) (at/os/en/ikke) ..; (passer ikke til os/ikke noget for os)
        """,
        3: "nej .; (spild af tid/spam/reklame*/held og lykke/lukket firmaet/drop det/lukket ned)",
    },
    "wrong_person": {
        4: """
            (er/ikke) .. (ikke) .. (rette person/rigtige person/ansvarlig/rette kontakt/mit område/min afdeling/mit
            bord/rette/den rigtige); ikke (den rette/rette/ansvarlig/mit område/mit bord/mig der/mig som/den rigtige);
            (forkert*) (person/adresse/afdeling/firma/kontakt/mailadresse/mand/sted); (kontakt/tal/skriv/henvend/ring/
            spørg/prøv/tag fat/du skal/tage fat/snak/kontakte/tale) [gerne/i stedet/dig/jer/med/til/hellere] .. (med
            min/med vores/min kollega/vores/til vores/til min/kollega/ zzmail/med/til/den ansvarlige); (videresendt/
            sendt videre/sender videre/videresender/givet videre/sendt den videre/sendt din/sender den videre/sendt
            den) ..; (min/vores/mine) (kollega/chef/efterfølger/direktør/indkøbschef) ..; (ansvarlig for/står for/
            tager sig af/har ansvaret/bestemmer/beslutter) ..; (arbejder) (ikke længere/ikke mere/ikke her/ikke med)
            ..; (stoppet/fratrådt/gået på pension/skiftet job/ikke længere)
        """,
        3: "(på cc/i cc/på kopi/kollega/hovedkontor*/moderselskab*/fejl/forvekslet); kun (praktikant/receptionist*)",
    },
    "opt_out": {
        4: """
            lad (venligst/være/gerne) .. med at (kontakte/skrive/sende/maile/ringe); (afmeld*/framelde*/frameld*/
            afmelding); (slet/fjern/slette/fjerne/stryg) [mig/os/min/mine/vores/venligst/ straks] .. (liste*/register/
            adresse*/oplysninger/database*/mail*/kartotek/fra/data); (stop/hold op/lad være/ophør) [med] [at] (sende/
            maile/kontakte/skrive/spamme/ringe/mails) ..; (ønsker/vil) [jeg/vi] (ikke) .. (modtage/have/kontaktes/
            høre/flere/mere) ..; (ikke flere/ingen flere) (mails/beskeder/henvendelser); (kontakt/skriv/mail) ..
            (ikke/aldrig) .. (igen/mere); gdpr .. slet*; (klage*/anmeld*) .. (datatilsyn*/ forbrugerombud*/jer/dig);
            ulovlig* (spam/markedsføring/uden); (lad mig være/lad os være i fred/frabeder)
        """,
    },
    "away": {
        4: """
            (ikke på kontoret/på ferie/ferie til/holder ferie/fri til/barsel*/sygemeldt/fravær*/autosvar/automatisk
            svar/forretningsrejse/på kursus/bortrejst); (tilbage/retur) (på/den/i/mandag/tirsdag/onsdag/torsdag/
            fredag/fra/igen) ..; (begrænset adgang/læser ikke) ..; (hastende/haster/akutte/akut)
        """,
        3: "(på konference/lukket til/ferielukket/under mit fravær)",
    },
    "bounce": {
        4: """
            (kunne ikke leveres/kan ikke leveres/ikke leveret/levering mislykkedes/ikke afleveres/ikke blive leveret/
            kunne ikke afleveres/leveringen mislykkedes/ikke leveres/uanbringelig*/kunne ikke sendes til);
            (postkasse*/indbakke/adresse*/modtager*/bruger*/konto*) .. (fuld/findes ikke/ukendt/ikke fundet/afvist/
            spærret/inaktiv*/fyldt/blev ikke fundet); (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2
            2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(tak/gerne/godt/fint/perfekt/super/dejlig*/spændende)",
    },
    "negative": {
        1: "(desværre/spam/irriterende/træt/klage*/ulovlig*/dårlig*)",
    },
    "negator": {
        1: "(ikke/ej/ingen/intet/aldrig/uden)",
    },
    "but": {
        1: "(men/dog/derimot)",
    },
    "harmless": {
        1: "hvorfor ikke; (intet/ikke noget) problem; ikke kun; hvis ikke; tøv ikke",
    },
}
