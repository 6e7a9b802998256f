"""What answers say in Norwegian."""

from __future__ import annotations

SIGNS = """
    jeg du dere vi det den en et og er ikke som på i for med til av at har hei takk hilsen vennlig mvh om men
    kan vil ville oss meg deres vår våre min mitt så også nå når hvordan hva da eller fra skal var bra gjerne
    blir bli noe
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (send/sende/sender/mail/del/få/motta) [gjerne/bare/over/meg/oss] .. (informasjon/info/tilbud/prisliste/
            priser/brosjyre/materiale/detaljer/eksempl*/presentasjon/mer/forslag/prøver/lenke/katalog); (er/vi er/jeg
            er) [veldig/absolutt/meget/svært] (interesser*/nysgjerrig*); (vite/høre/lese) mer; (høres/virker/ser) ..
            (bra/interessant/spennende/lovende/fint/fornuftig/relevant); (akkurat/nettopp) (hva/det) vi ..; (teste/
            prøve/prøveperiode/pilot/en demo); (neste steg/hvordan går vi videre); (leter/ser/søker) .. (etter/
            løsning/leverandør/alternativ); (aktuelt) for oss
        """,
        3: """
            (interessant/nysgjerrig*/veldig gjerne/spennende/godt tidspunkt/hvorfor ikke/gjerne); interessert; mer
            (info/informasjon)
        """,
        2: "ja takk; interesse",
    },
    "wants_date": {
        4: """
            (booke/avtale/finne/planlegge/sette/arrangere/foreslå/ta/ha) .. (møte/samtale/tid/demo/telefonmøte/besøk/
            prat/kaffe/tidspunkt/dato); (ring/ringe/ringer) [meg/gjerne/bare/oss] .. (mandag/tirsdag/onsdag/torsdag/
            fredag/i morgen/kl/etter/på/neste uke/mellom); (mandag/tirsdag/onsdag/torsdag/fredag/i morgen) .. (kl/
            klokken/passer/fungerer/formiddag/ettermiddag/er fint/er bra/etter/går/kan jeg); (når/hvilken dag/hvilke
            tider) .. (passer/kan/møtes/ringe/snakke/tid/komme); (kan/skal/kunne) (vi/dere/du) .. (møtes/snakke/
            snakkes/ringe/komme innom/ses/ta/prate); (passer/fungerer) (meg/oss/fint/best/det/bra) ..; (jeg er/er jeg/
            vi er) (ledig*/tilgjengelig*) ..; (møteinnkalling/kalenderinvitasjon/invitasjon/innkalling/teamslenke/
            ledige tider); (kom/stikk) (innom/gjerne innom)
        """,
        3: """
            (møte/telefonmøte/samtale/videomøte); (mandag/tirsdag/onsdag/torsdag/fredag); (neste uke/denne uken/uke
            #); (kl #/klokken #/# minutter/en halvtime/et kvarter); (ring meg); snakkes
        """,
        2: "(kalender/tider)",
    },
    "question": {
        3: """
            (hvordan/hva/hvilke/hvilken/hvilket/hvor/når/hvorfor/hvem/kan/har/er/finnes/inngår/støtter/fungerer/
            virker/må/gjelder/tilbyr/koster/får/gjør/blir/dekker/jobber) .. ?; (hva koster/hvor mye/hvordan fungerer/
            hvor lenge)
        """,
        2: "(spørsmål/lurer/spørre); før (vi/jeg); (uklart/forstår ikke/forklare/utdype)",
    },
    "objection": {
        4: """
            (for/altfor/litt for/ganske/veldig) (dyrt/dyr/dyre/høyt/høy/komplisert/stort/risikabelt/tungvint); (ikke/
            ingen/mangler/har ikke) [plass i/rom i/noe/råd] (budsjett*/penger/til det); budsjett* .. (brukt/fordelt/
            låst/tillater ikke/ikke); (har/bruker/jobber/kjører/samarbeider) .. (allerede) ..; allerede ..
            (leverandør/løsning/system/avtale/partner/en/et/har); (fornøyd/fornøyde) med ..; (skeptisk*/ikke
            overbevist/tviler/tvil/bekymr*/forbehold/usikker* på); (kan ikke se/ser ikke) ..; (dårlige erfaringer/
            dårlig erfaring/allerede prøvd/har prøvd/prøvde/testet); (avtale/kontrakt/bundet) .. (til/løper/gjelder);
            (egenutviklet/gjør det selv/internt/in house)
        """,
        3: """
            (dyrt/dyr/billigere/konkurrent*/rabatt/halvparten); (gdpr/sikkerhet*/skyen/data) .. (ikke/problem/bekym*);
            (bytte/migrer*) .. (kost*/arbeid/dyrt); (lønner seg ikke/ikke verdt)
        """,
    },
    "not_now": {
        2: """
            (i/til/efter) [the/der/den/dem/late/early/mid] (januar/februar/mars/april/mai/juni/juli/august/september/
            oktober/november/desember/høst/vår)
        """,
        4: """
            (akkurat nå/for tiden/nå/i år/for øyeblikket/foreløpig/inntil videre) [har/er/vi] .. (ikke/ingen/andre/
            travelt/fullt opp); ikke .. (akkurat nå/nå/i år/for tiden/for øyeblikket/aktuelt nå/før/prioritet/
            prioritert/foreløpig); ikke aktuelt (akkurat/i/nå/før/for); (ta kontakt/kontakt/ring/mail/skriv/hør/prøv/
            kom tilbake/kommer tilbake/komme tilbake/snakkes/send) .. (i januar/i februar/i mars/i april/i mai/i juni/
            i juli/i august/i september/i oktober/i november/i desember/neste år/til høsten/til våren/ etter/om #
            måneder/om noen/om et/senere/neste kvartal/i starten/i slutten/om et halvt/til sommeren/til vinteren/
            kvartal/igjen/over nyttår); (neste år/neste kvartal/nytt år/kommende år); (senere i år/på et senere
            tidspunkt/en annen gang/lenger frem/senere); (dårlig timing/dårlig tidspunkt/feil tidspunkt/ikke rett
            tidspunkt); (satt på vent/på pause/fryst/utsatt/innkjøpsstopp)
        """,
        3: """
            (for travelt/veldig travelt/midt i/ikke tid/ingen tid/andre prioriteringer/fullt opp); (etter/til/først)
            .. (sommerferien/sommeren/ferien/jul/påske/januar/februar/mars/april/mai/juni/juli/august/september/
            oktober/november/desember/høsten/nyttår)
        """,
    },
    "not_interested": {
        4: """
            (ikke/ingen) [så/lenger/som helst/noe] (interesser*/interesse/interessant/behov/aktuelt/for oss/noe for
            oss/relevant/bruk for); (nei takk/takk men nei/ellers takk/nei dessverre); (har/trenger/skal/ønsker) ..
            (ikke/ingen) .. (behov/bruk/dette/noe); (takker nei/avslå*/sier nei/takke nei); (valgt/besluttet/bestemt)
            (å/oss/en/ikke) ..; (passer ikke for oss/ikke noe for oss)
        """,
        3: "nei .; (bortkastet tid/spam/søppelpost/reklame*/lykke til/lagt ned)",
    },
    "wrong_person": {
        4: """
            (er/ikke) .. (ikke) .. (rett person/riktig person/ansvarlig/rette/mitt område/min avdeling/mitt bord/
            riktig kontakt); ikke (rett person/riktig person/ansvarlig/mitt område/mitt bord/meg som/den rette/jeg
            som); feil (person/adresse/avdeling/firma/kontakt/mailadresse/mann/sted); (kontakt/snakk/skriv/henvend/
            ring/spør/prøv/ta kontakt/du må/ta det) [gjerne/heller/deg/dere/med/til] .. (med min/med vår/min kollega/
            vår/til vår/til min/kollega/zzmail/med/til/den ansvarlige); (videresendt/sendt videre/sender videre/
            videresender/sendt den videre/sender den videre) ..; (min/vår/mine) (kollega/sjef/etterfølger/direktør/
            innkjøpssjef/leder) ..; (ansvarlig for/står for/tar seg av/har ansvaret/har ansvar/bestemmer) ..; (jobber/
            arbeider) (ikke lenger/ikke her/ikke med) ..; (sluttet/gått av med pensjon/byttet jobb/ikke lenger)
        """,
        3: "(på kopi/i kopi/på cc/kollega/hovedkontor*/morselskap*/feil/forvekslet); bare (praktikant/resepsjonist*)",
    },
    "opt_out": {
        4: """
            (avmeld*/meld meg av/meld oss av/avregistrer*/avslutt abonnement*); (slett/fjern/slette/fjerne/stryk/ta
            meg) [meg/oss/min/mine/våre/vennligst/straks] .. (liste*/register*/adresse*/opplysninger/database*/mail*/
            fra/av/data); (slutt/stopp) [med] [å] (sende/maile/kontakte/skrive/spamme/ringe/mailer/sender) ..;
            (ønsker/vil) [jeg/vi] (ikke) .. (motta/ha/kontaktes/høre/flere/mer/få) ..; (ikke flere/ingen flere)
            (mail*/e post*/meldinger/henvendelser); (kontakt/skriv/mail) .. (ikke/aldri) .. (igjen/mer); gdpr ..
            slett*; (klage*/anmeld*) .. (datatilsyn*/forbrukertilsyn*/dere/deg); ulovlig* (spam/markedsføring); (la
            meg være/la oss være i fred/frabe*)
        """,
    },
    "away": {
        4: """
            (ikke på kontoret/på ferie/ferie til/fri til/permisjon*/sykmeldt/fravær*/autosvar/automatisk svar/
            tjenestereise/forretningsreise/på kurs/bortreist/avspaser*); (tilbake) (på/den/i/mandag/tirsdag/onsdag/
            torsdag/fredag/fra/igjen) ..; (begrenset tilgang/leser ikke) ..; (hastesaker/haster/akutte/akutt)
        """,
        3: "(stengt til/feriestengt/under mitt fravær)",
    },
    "bounce": {
        4: """
            (kunne ikke leveres/kan ikke leveres/ikke levert/levering mislyktes/ikke bli levert/leveringen mislyktes/
            ikke leveres); (postkasse*/postboks*/innboks/adresse*/mottaker*/bruker*/konto*) .. (full/finnes ikke/
            ukjent/ikke funnet/avvist/sperret/inaktiv*/ble ikke funnet); (mailer daemon/postmaster/mail delivery/user
            unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(takk/gjerne/bra/fint/perfekt/supert/hyggelig*/spennende)",
    },
    "negative": {
        1: "(dessverre/spam/irriterende/lei/klage*/ulovlig*/dårlig*)",
    },
    "negator": {
        1: "(ikke/ei/ingen/aldri/uten)",
    },
    "but": {
        1: "(men/derimot/imidlertid)",
    },
    "harmless": {
        1: "hvorfor ikke; (ikke noe/ingen/null) problem; ikke bare; hvis ikke; ikke nøl",
    },
}
