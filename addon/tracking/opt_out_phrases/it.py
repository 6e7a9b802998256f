"""How opt-outs are worded in Italian."""

from __future__ import annotations

ASKS = """
    (cancellarmi/cancellatemi/cancellami/mi cancelli/mi cancelliate/cancellateci/cancellarci/ci cancelli/toglietemi/
    toglimi/mi tolga/mi togliate/togliermi/togliete mi/rimuovetemi/rimuovimi/mi rimuova/mi rimuoviate/rimuovermi/
    eliminatemi/eliminarmi/eliminami/mi elimini/toglieteci/rimuoveteci/rimuoverci/disiscrivetemi/disiscrivermi/
    disiscriv*/disiscrizione/disiscri*/disdire l iscrizione/annullare l iscrizione/escludetemi/depennatemi);
    (cancell*/rimuov*/elimin*/togli*/tolga*/depenn*/rimozione/cancellazione/eliminazione) [di/del/dei/immediata/
    immediatamente/tutti] [il/i/la/dei/del/tutti] [i/il] (mio/miei/mia/nostro/nostri/nostra/questo/questa/immediata
    del mio/immediata dei miei) .. (indirizz*/dati/mail*/email*/e mail*/contatt*/recapit*/nominativ*/list*/database/
    elenc*/archivi*); dal* (vostra/vostre/vostri/tua/tuo/vostro/sua/suo/tue) .. (lista/liste/mailing*/elenchi/
    elenco/archivi*/database/rubrica); (non/mai piu) (mi/ci) (scriva/scriviate/scrivete/contatti/contattate/
    contattiate/mandi/mandate/mandiate/invii/inviate/inviare/scrivere/contattare/mandare/disturbi/disturbate/
    disturbare) [piu/altre/altro/nulla]; (non/mai piu) (voglio/vogliamo/desidero/desideriamo/intendo/inviatemi/
    scrivetemi/scrivermi/contattatemi/contattarmi/mandatemi/scriveteci/contattateci/mandarmi/inviarmi/scrivermi piu/
    inviateci/contattarci/disturbatemi/disturbarmi/autorizzo/gradisco/gradiamo) .. (essere contattat*/ricever*/
    mail*/messagg*/disturb*/pubblicit*/comunicazion*/sentir* (piu/da/parlare)); non (scrivetemi/contattatemi/
    mandatemi/inviatemi/scrivermi/contattarmi/disturbatemi/scriveteci/contattateci); di non (scrivermi/contattarmi/
    inviarmi/mandarmi/scriverci/contattarci/inviarci/disturbarmi/essere contattat*/ricevere) [piu/altro]; (basta/
    stop/niente piu/nessun* altr*/nessun* ulterior*/mai piu) [con/con le/con queste/a queste/con i] (mail*/email*/e
    mail*/messagg*/pubblicit*/spam/altra mail/altre mail/ulterior*/comunicazion*); (smett*/smettil*/piantat*/finit*/
    cess*/interromp*/smetter*) [di/subito/per favore/immediatamente/la/l invio/con/ogni] [di] [con] (inviar*/
    mandar*/scriver*/contattar*/disturb*/invio/mail*/spam*/questi/queste/comunicazion*/contatt*/molestar*);
    smettetela; (lasciatemi/lasciami/mi lasci/mi lasciate/lasciateci) [in] (pace/stare); (diritto (all oblio/alla
    cancellazione/di opposizione)); (mi oppongo/ci opponiamo/opposizione/oppongo) .. (trattamento/dati/marketing/
    uso); (revoco/ritiro) .. consenso; (mai/non) (ho/abbiamo/dato) .. (consenso/autorizzat*/iscritt*/acconsentit*/
    richiesto queste); gdpr .. (cancell*/reclam*/violazion*/garante/segnal*); art* (17/21) .. gdpr; (garante
    (privacy/della privacy/per la)/segnaler* .. (garante/spam/autorita)/vie legali/azioni legali/(mio/nostro/miei/
    nostri) avvocat*/vi diffid*/diffid* (dal/a)); (mail*/email*/comunicazion*/pubblicit*/messagg*) (indesiderat*/non
    richiest*/non sollecitat*); (questo e spam/come spam/e solo spam); (bloccher*/blocco/bloccat*) (il vostro/la
    vostra/voi/mittente/questo mittente); (essere/venire) (rimoss*/cancellat*/eliminat*/tolt*/disiscritt*/depennat*/
    escluso); (voglio/desidero/chiedo/vorrei/pretendo/esigo) .. (rimozione/cancellazione/disiscrizione); (evitate/
    evitare/eviti) di (scriver*/contattar*/mandar*/inviar*); mai piu (mail/email/messaggi)
"""

NOT_ASKED = """
    non (mi/ci) (cancell*/rimuov*/togli*/disiscriv*/elimin*); (clienti/utenti/iscritti/contatti/destinatari) ..
    (disiscri*/cancell*/rimuov*); (tasso di/gestite/gestione) .. (disiscri*/cancellazion*); non .. (prima di/prima
    del/fino a/fino al) .. (#/gennaio/febbraio/marzo/aprile/maggio/giugno/luglio/agosto/settembre/ottobre/novembre/
    dicembre/l estate/fine/anno); lista (chiamate/delle chiamate/telefonica); non (ho/abbiamo) [ancora/mai] ricev*;
    (via mail/per mail/la mail) .. (va bene/meglio/preferisco); non ho dato (seguito/risposta/un occhiata);
    (avvocat*) .. (studio/contratt*/client*); studio .. avvocat*; se (non desidera*/desidera*/non vuo*/vuo*) .. ..
    (ricever*/disiscriv*/cancell*/mail); (clicca*/clicchi) .. .. (disiscri*/cancell*/qui/zzlink); (disiscri*/
    cancell*) .. .. (clicca*/clicchi/zzlink/link)
"""
