"""How opt-outs are worded in Swedish."""

from __future__ import annotations

ASKS = """
    (avregistrera*/avprenumerera*/avanmal*/avsluta (min/prenumeration*)/avbestall*); (ta bort/stryk/radera*/plocka
    bort/tag bort/avfora) [genast/garna/nu] (mig/oss/min/mina/var/vara/mitt/vart/denna/den har/alla) .. [listan/
    lista/register*/databas*/adress*/uppgift*/utskick*/mail*/mejl*/e post*/bort]; (mig/oss) (fran/ur/av) (er/eran/
    din/denna/listan) ..; (fran/ur) (er/eran/din/era/denna/alla) .. (lista*/listor/register/utskick*/databas*/
    mejllista); (sluta/upphor*/slutar) [genast/nu/att/med att/for gott/omedelbart/upp] (mejla*/maila*/skicka*/
    kontakta*/skriv*/spamma*/stor*/ring*/med/att/mejl/hora av); (kontakta/mejla/maila/skriv*/skicka/ring/hor*) [av
    er/er] [till] (inte/aldrig) ..; (kontakta/mejla/maila/skicka/skriv) [till] (mig/oss/inte) .. (inte/aldrig/igen/
    mer/mera/inga/inget); (vill/onskar/vill ju) [jag/vi/absolut] (inte/inga/aldrig/ej) .. (kontaktad*/mejl*/mail*/e
    post*/meddeland*/utskick*/ta emot/hora fran/hora av); (inga/inte/aldrig) (fler/mer/mera/ytterligare/flera)
    (mejl*/mail*/meddeland*/utskick*/e post*/kontakt*/reklam*); inte (bli/ha/fa) [fler/mer] (kontaktad*/mejl*/mail*/
    utskick*); (lat/lamna) (mig/oss) [vara/ifred/i fred/vara ifred/i fred]; (invand*/motsatt*) .. (behandling*/
    marknadsforing/direktmarknadsforing/personuppgift*); (aterkallar/drar tillbaka) .. samtycke; (ratt att bli
    (glomd/bortglomd/raderad)/ratten att bli glomd); gdpr .. (rader*/anmal*/klag*/brott/tas bort/ta bort/borttag*/
    krav*); (imy/datainspektionen/(min/var) advokat*/rattsliga atgarder/polisanmal*/anmaler er); (aldrig/inte) ..
    (samtyckt/gett (mitt)samtycke/anmalt mig/gett tillatelse/bett om); (oonskad*/skrappost/oombedd*) [mejl*/mail*/e
    post*/reklam*/utskick*]; (som (spam/skrappost)/det har ar spam/detta ar spam); (blockerar/blockera) (er/dig/
    avsandaren); (skicka/mejla/maila/skriv/kontakta/ring/hor) [av/er] [av er] (inget/inte/aldrig/inga/ej) [mig/oss/
    till mig/av er] (mer/mera/fler/igen/nagot mer); (bli/blir) (borttagen/borttagna/avregistrerad/struken); inga
    (fler/mer); sluta (skicka*/mejla*)
"""

NOT_ASKED = """
    (inte/ej) (avregistrera/avprenumerera/ta bort/sluta); (kunder/anvandare/prenumeranter/mottagare) .. (avregistr*/
    avprenumer*/avanmal*); (inte/inga) .. (forran/innan/fore) ..; (inte/inga) .. till (#/efter/januari/februari/
    mars/april/augusti/september/oktober/november/december) ..; (har) .. (inte/inga) .. (fatt/mottagit) ..;
    ringlista*; (mejl/mail) (ar/gar/funkar) .. (bra/battre/bast)
"""
