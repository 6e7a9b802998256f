"""What answers say in Italian."""

from __future__ import annotations

SIGNS = """
    ne dopo l io lei noi voi il lo la i gli le un una di del della dei e è non che per con su suo sua vostro
    vostra ci mi si grazie buongiorno salve saluti cordiali ma siamo sono abbiamo ho più molto al alla come
    quando questo questa in da nel nella vi gentile o se anche già
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (mand*/invi*/spedi*/gir*/condivid*/trasmett*/far avere/avere/ricevere) [ci/mi/pure/volentieri] ..
            (informazioni/info/offerta/preventivo/listino/brochure/catalogo/prezzi/dettagli/materiale/presentazione/
            proposta/esempi*/ campion*/documentazione/scheda/referenze/link/qualcosa/tutto); (mi/ci) [potrebbe/può]
            (interess*/incuriosisc*); (sono/siamo/sarei/saremmo) [molto/davvero/sicuramente] interessat*; (saperne/
            sapere/conoscere/capirne) [di] più; (sembra/pare/suona/è/trovo) [molto/davvero/proprio] (interessante/
            valid*/promettente/bene/utile); (proprio/esattamente) (quello che/ciò che/ quel che); (provare/una prova/
            prova gratuita/una demo/testare); (prossim* pass*/come procediamo/come si procede/come funziona l
            attivazione)
        """,
        3: """
            (cercando/cerchiamo/stiamo valutando/stiamo cercando) ..; (volentieri/incuriosi*/con piacere/mi
            piacerebbe/ci piacerebbe/perché no/capita a proposito/momento giusto/procediamo); maggiori (informazioni/
            dettagli/info); molto interessante
        """,
        2: "interessante; interesse",
    },
    "wants_date": {
        4: """
            (fissare/fissiamo/organizzare/organizziamo/concordare/programmare/prenotare/pianificare/proporre/propong*/
            fare/facciamo/sentirci) .. (appuntamento/chiamata/call/incontro/riunione/videochiamata/data/telefonata/
            demo/visita/orario); (possiamo/potremmo/riesce/riusciamo/può/potrebbe) .. (sentir*/vederci/parlar*/
            chiamar*/incontrar*/passare da/venire) ..; (mi/ci) (chiami/chiama/chiamate/richiami/telefoni) ..; (chiam*/
            telefon*/richiam*) .. (lunedì/martedì/ mercoledì/giovedì/venerdì/domani/alle/dopo le/pomeriggio/mattina/
            settimana); (lunedì/martedì/mercoledì/giovedì/venerdì/domani) .. (alle/mattina/pomeriggio/va bene/
            andrebbe/ok/sono liber*/disponibil*/per me/dopo le); (quando/a che ora/che giorn*) .. (sentir*/
            disponibil*/veder*/chiamar*/può/possiamo/liber*/passare); (sono/siamo/sarei) (disponibil*/liber*) ..; (va
            bene/andrebbe bene/mi va bene/ci va bene/perfetto) .. (lunedì/martedì/mercoledì/giovedì/venerdì/domani/
            alle/settimana); (disponibilità/invito/link teams/link zoom/link di zoom); (passi/passate/venga/venite)
            (da noi/a trovarci/in azienda/in sede)
        """,
        3: """
            (appuntamento/riunione/videochiamata/incontro/chiamata/call); (lunedì/martedì/mercoledì/giovedì/venerdì);
            (prossima settimana/settimana prossima/questa settimana); alle (ore) #; # minuti; mezz ora; (ci sentiamo)
            ..
        """,
        2: "(agenda/calendario); alle #",
    },
    "question": {
        3: """
            (quanto/quanti/quante/come/qual/quali/quale/che cosa/cosa/dove/perché/chi/avete/offrite/fate/è possibile/
            si può/potete/può/funziona/c è/ci sono/esiste/è compres*/è inclus*/sono compres*/supporta*/lavorate/
            gestite/da dove/è/serve/siete/in che) .. ?; (quanto costa/come funziona/che differenza)
        """,
        2: """
            (domanda/domande/dubbio/chiariment*); prima di (decidere/procedere/andare/valutare); (spiegar*/chiarir*/
            non mi è chiaro/vorrei capire/sapere se/capire se)
        """,
    },
    "objection": {
        4: """
            (troppo/molto/piuttosto/decisamente/un po) (car*/alt*/costos*/elevat*/compless*/complicat*/rischios*/
            grand*); (non/senza/nessun) [abbiamo/ho/c è/è previsto/disponiamo di] [il/un/più/nessun] budget; budget ..
            (non/esaurito/limitato/ridotto/già); (già/abbiamo già/usiamo già) (un/una/fornitor*/abbiamo/usiamo/
            utilizziamo/lavoriamo/serviti/coperti/attiv*/collabor*/siamo); (abbiamo/usiamo/utilizziamo/lavoriamo) già
            ..; (soddisfatt*/content*) (di/del/della/dell/con) ..; (non mi convince/non ci convince/non sono convint*/
            non siamo convint*/non vedo/non vediamo/scettic*/dubbi/perpless*/diffid*/preoccup*/timore); (brutta
            esperienza/esperienz* negativ*/cattiva esperienza/già provat*/abbiamo provato/già testato); (contratto) ..
            (fino/vincol*/in corso/scad*); (internamente/sviluppato noi/in casa)
        """,
        3: """
            (caro/cara/fuori budget/fuori portata/meno caro/più economic*/concorren*/sconto/la metà/prezzo .. alto/
            prezzi .. alti); (gdpr/sicurezza/dati/cloud) .. (problem*/non poss*/non permett*/preoccup*); (cambiare/
            migrazione/cambio) .. (cost*/impegn*/fatica/rischi*); (non conviene/non vale/vincolo)
        """,
    },
    "not_now": {
        2: """
            (a/ad/in/dopo/entro/fino a) [the/der/den/dem/late/early/mid] (gennaio/febbraio/marzo/aprile/maggio/giugno/
            luglio/agosto/settembre/ottobre/novembre/dicembre/autunno/primavera)
        """,
        4: """
            (riparliam*/risentiam*/aggiorniam*) ..; (al momento/per ora/per il momento/adesso/ora/attualmente/quest
            anno/in questo momento/in questo periodo) .. (non/no/nessun*/altre); non .. (al momento/per ora/adesso/
            ora/quest anno/in questo momento/ancora/prima di/prima del*/una priorità/prioritario/in questo periodo/il
            momento); (risent*/ricontatt*/riscriv*/scriv*/ contatt*/richiam*/riprov*/riparl*/ci sentiamo/sentiamoci/si
            faccia/torni/torn*/aggiorn*/riprend*/rifatevi/ rivediam*) .. (a gennaio/ a febbraio/a marzo/ad aprile/a
            maggio/a giugno/a luglio/ad agosto/a settembre/a ottobre/ad ottobre/a novembre/a dicembre/l anno prossimo/
            in autunno/in primavera/dopo/tra # mesi/fra # mesi/tra qualche/fra qualche/più avanti/prossimo/nel nuovo/
            tra un/tra sei/tra tre/fine/inizio/in estate/ dal/da settembre/trimestre); (anno prossimo/prossimo anno/
            prossimo trimestre/trimestre prossimo/prossimo semestre); (più avanti/in un secondo momento/in futuro/più
            tardi/un altro momento); (non è il momento/ brutto momento/momento sbagliato/pessimo momento/momento
            poco); (bloccat*/congelat*/sospes*/rimandat*/ rinviat*/in pausa/in stand by)
        """,
        3: """
            (troppo impegnat*/molto impegnat*/sommers*/oberat*/in piena/in pieno/altre priorità/non ho tempo/senza
            tempo); (dopo/fino a/fino al) .. (estate/ferie/pasqua/natale/gennaio/febbraio/marzo/aprile/maggio/giugno/
            luglio/agosto/settembre/ottobre/novembre/dicembre); (terr* presente/tengo da parte/teniamo presente)
        """,
    },
    "not_interested": {
        4: """
            (non/nessun) [mi/ci/siamo/sono/abbiamo/ho/è/fa] [più/di] (interess*/bisogno/necessit*/serv*/per noi/fa
            per/rilevant*/occorr*); nessun (interesse/bisogno/necessità); (no grazie/no la ringrazio/grazie ma no/
            grazie no/ma no grazie/no vi ringrazio); (non) (interessa/interessati/interessato/interessata/serve);
            (declin*/rifiut*); (abbiamo deciso/abbiamo scelto/deciso di non) ..; (non intend*/non desider*/non vogl*)
            ..
        """,
        3: """
            no .; (non fa per/perdita di tempo/lasci* perdere/passo/spam/pubblicità/buona fortuna/in bocca al lupo/
            chiuso l attività/cessato)
        """,
    },
    "wrong_person": {
        4: """
            non [sono/è/mi/me] .. (persona giusta/persona adatta/persona corretta/la persona/responsabile/referente/
            mio settore/mio reparto/mia competenza/di mia competenza/occupo/ne occupo/io a/chi decide/decido io/
            interlocut*); (persona/indirizzo/ufficio/azienda/contatto/destinatari*) (sbagliat*/errat*); (ha/avete/hai)
            (sbagliato) ..; (contatt*/scriv*/rivolg*/parl*/sent*/chied*/provi/si rivolga) [pure/direttamente/con/al/
            alla/a] .. (con il/con la/il mio/la mia/mio collega/ mia collega/il nostro/la nostra/nostro/nostra/al
            nostro/alla nostra/all ufficio/l ufficio/zzmail/al/alla/dott*/sig*/a); (inoltr*/girat*/giro/passato/
            trasmesso) .. (a/al/alla/collega/mail/sua mail/ufficio/richiesta); (mio/mia/nostro/nostra/il mio)
            (collega/responsabile/capo/titolare/direttore/direttrice/success*) ..; (se ne occupa/si occupa/ne è
            responsabile/gestisce/segue lui/segue lei/decide) ..; (non) .. (lavor* più/più in azienda/più qui/lavora
            qui/più responsabile); (in pensione/lasciato l azienda/cambiato ruolo/cambiato lavoro)
        """,
        3: """
            (in copia/metto in cc/collega/casa madre/sede centrale/errore/equivoco/omonim*); (solo uno stagista/
            stagista)
        """,
    },
    "opt_out": {
        4: """
            (disiscri*/cancellatemi/cancellami/mi cancelli/mi tolga/toglietemi/togliermi/rimuovetemi/rimuovermi/mi
            rimuova/cancellarmi/disiscrizione/cancellazione); (cancell*/rimuov*/togli*/tolg*/elimin*/depenn*) ..
            (lista/liste/mailing/indirizzo/dati/database/elenco/contatt*/mail/email/archivi*); (smett*/smettere/basta/
            cess*) [di/con] (scriver*/mandar*/inviar*/contattar*/mail/email/messaggi/pubblicità); (non) (voglio/
            desidero/vogliamo/desideriamo/gradisco/intendo/intendiamo) .. (ricevere/essere contattat*/ più vostre/
            altre); (non) [mi/ci] (scriv*/contatt*/mand*/invi*/disturb*/scriveteci) .. (più/mai/oltre/altro/altre);
            (rimozione/cancellazione/eliminazione) .. (lista*/dati/indirizzo/database/contatt*/mailing); (gdpr/
            regolamento) .. (cancell*/opposizion*); (segnal*/reclam*/ricors*/denunc*) .. garante; (diritto all oblio/
            diritto di opposizione/vie legali/vi diffido/diffido dal); nessun* altr* (mail/email/messaggi*/
            comunicazion*)
        """,
    },
    "away": {
        4: """
            (fuori ufficio/fuori sede/assente/in ferie/in vacanza/in maternità/in malattia/in trasferta/in viaggio/
            risposta automatica/messaggio automatico/in congedo/fuori dall ufficio); (rientr*/tornerò/sarò di nuovo/al
            mio rientro/al rientro) ..; (accesso limitato/non potrò leggere/accesso saltuario); (per urgenze/in caso
            di urgenza/per questioni urgenti/urgenze)
        """,
        3: "(chius* fino/chius* per ferie/mia assenza)",
    },
    "bounce": {
        4: """
            (impossibile recapitare/mancata consegna/non recapitat*/non consegnat*/non è stato possibile consegnare/
            non è stato possibile recapitare/impossibile consegnare/consegna fallita/non è stato consegnato/non è
            stato recapitato/mancato recapito/errore di consegna/messaggio respinto/restituito al mittente); (casella/
            indirizzo/destinatario/utente/account/mailbox) .. (piena/non esiste/inesistente/sconosciut*/non trovat*/
            disattivat*/disabilitat*/rifiutat*/non valid*/quota); (mailer daemon/postmaster/mail delivery/over quota/
            user unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(grazie/volentieri/ottim*/perfett*/piacere/benissimo/interessante/bene)",
    },
    "negative": {
        1: "(purtroppo/spam/basta/vergogn*/fastidi*/diffid*/legal*/stuf*/molest*)",
    },
    "negator": {
        1: "(non/né/mai/nessun/nessuna/senza)",
    },
    "but": {
        1: "(ma/però/tuttavia/comunque)",
    },
    "harmless": {
        1: """
            se non (è/siete/sei) .. destinatari*; perché no; nessun problema; senza problemi; non solo; non esiti*; se
            non
        """,
    },
}
