"""How opt-outs are worded in Danish."""

from __future__ import annotations

ASKS = """
    (afmeld*/framelde*/frameldt/afregistrer*/opsige (mit/abonnement)/frabed*); (slet*/fjern*/stryg*/udmeld*)
    [venligst/straks/gerne/nu] (mig/os/min/mit/mine/vores/denne adresse/alle mine); (tag/tage) (mig/os/min/vores) ..
    (liste*/listen/register/database*/kartotek/af jeres); (fra/af) (jeres/din/dine/denne/alle jeres/listen/
    maillisten) .. (liste*/mailliste*/lister/database*/register/kartotek/system*); (stop/stopper/stoppe/hold op/
    holde op/ophor/lad vaere/lade vaere/undlad/undlade) [straks/nu/venligst/gerne/nu da] [med at/med/at/de] (skriv*/
    mail*/send*/kontakt*/spam*/forstyrre*/ring*/mails); (kontakt/skriv/mail/send/ring/henvend) [jer/dig/mig] [til]
    [mig/os] .. (ikke/aldrig/ingen) [igen/mere/flere/laengere/.]; (onsker/vil/gider/vil gerne) [jeg/vi/bare] (ikke/
    ingen/aldrig) .. (modtage/hore fra/kontaktes/mail*/e mail*/beskeder/reklame*/skriver til mig); (ingen/ikke)
    (flere/yderligere/fler) (mail*/e mail*/beskeder/henvendelse*/reklame*/kontakt*/nyhedsbrev*/opkald); ikke
    (kontaktes/kontakte/skrive/maile/sende) (mig/os/mere/igen/flere/laengere); (lad) (mig/os) (vaere [i fred]/i
    fred); (gor indsigelse/indsigelse/modsaetter) .. (behandling*/markedsforing/data/oplysning*); (traekker/
    tilbagekalder) .. samtykke; (retten/ret) til (at blive glemt/sletning); gdpr .. (slet*/klag*/anmeld*/brud/
    overtraed*); (datatilsynet/forbrugerombudsmand*/(min/vores) advokat*/retslige skridt/politianmeld*/anmelder
    jer); (aldrig/ikke) .. (givet (samtykke/tilladelse/lov)/samtykket/tilmeldt mig/bedt om); uden samtykke;
    (uonsked*/uopfordred*/uanmoded*) (mail*/e mail*/henvendelse*/reklame*/markedsforing/beskeder); (som spam/dette
    er spam/det er spam/det her er spam); (blokerer/blokere) (jer/dig/afsender*/jeres); (tag/tage) ikke kontakt;
    ikke (tage/tag) kontakt; (blive/bliver) (slettet/fjernet/afmeldt) fra; (skriv/mail/send/kontakt) (aldrig/ikke)
    [til] [mig/os] (mere/igen/flere)
"""

NOT_ASKED = """
    (ikke) (afmeld*/slet*/fjern*); (kunder/brugere/abonnenter/modtagere) .. (afmeld*/slet*/framel*); (ikke/ingen) ..
    (for/inden/indtil) (#/januar/februar/marts/april/maj/juni/juli/august/september/oktober/november/december/efter/
    naeste/sommer*) ..; (har) .. (ikke/ingen) .. (modtaget/faaet/fatt/fået/set) ..; ringeliste*; (mail/mails) er ..
    (fint/fin/bedre/bedst/ok); slet ikke; slet ingen; (har/havde) .. (ikke/ingen) .. (faet/modtog)
"""
