"""How opt-outs are worded in Norwegian."""

from __future__ import annotations

ASKS = """
    (avmeld*/meld (meg/oss) (av/ut)/melde (meg/oss) av/stryk (meg/oss)/avregistrer*); (slett*/fjern*/stryk)
    [vennligst] (meg/oss/min/mitt/mine/vare/adressen/denne adressen); ta (meg/oss/min/var) .. (lista/listen/listene/
    register*/database*/bort fra/av liste*); (slutt*/stopp*/hold opp/la vaere/gi dere) [a/med a/med/na/a sende/for]
    (send*/skriv*/mail*/kontakt*/epost*/e post*/spam*/mase/masinga/med/ringe/plage); ikke (send*/kontakt*/skriv*/
    ring*/mail*) [til] [meg/oss/oss] .. [flere/mer/igen/noe/epost*/e post*/lenger]; (kontakt/skriv/send) (meg/oss/
    til meg/til oss) [aldri/ikke] (igen/mer/ikke/aldri) ..; (onsker/vil/orker) [jeg/vi] (ikke/ingen/aldri) ..
    (motta/hore fra/kontaktes/bli kontakt*/mail*/e post*/epost*/henvendelse*); (ingen/ikke) (flere/mer) (e post*/
    epost*/mail*/henvendelse*/meldinger/kontakt*/reklame*); (la) (meg/oss) (vaere [i fred]/i fred); (trekker/
    tilbakekaller) .. samtykke; (reservasjon*/reserverer meg/motsetter) ..; gdpr .. (slett*/klag*/brudd);
    (datatilsynet/forbrukertilsynet/(min/var) advokat/anmelder dere/politianmeld*); (aldri/ikke) .. (samtykket/gitt
    samtykke/meldt meg pa/bedt om); (uonsked*/uoppfordred*) (e post*/epost*/henvendelse*/reklame*/mail*); (som spam/
    dette er spam/det er spam); (blokkerer) (dere/deg/avsender*); (ikke ta/ta ikke) kontakt; (bli/blir) (slettet/
    fjernet/meldt av); (send/skriv/kontakt) (aldri/ikke) [til] [meg/oss] (mer/igen/flere)
"""

NOT_ASKED = """
    ikke (meld*/slett*/fjern*/avmeld*); (kunder/brukere/abonnenter) .. (avmeld*/slett*); (ikke/ingen) .. (for/innen/
    til) (#/januar/februar/mars/april/mai/juni/juli/august/september/oktober/november/desember/etter/over/neste) ..;
    (har) .. (ikke/ingen) .. (mottatt/fatt/sett) ..; slett ikke
"""
