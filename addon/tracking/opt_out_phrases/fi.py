"""How opt-outs are worded in Finnish."""

from __future__ import annotations

ASKS = """
    (perun* .. (tilauks*/uutiskirje*/suostumu*)/peruuta* .. (tilaus*/tilauks*)/poista* [minut/meidat/meidan/minun/
    osoitteeni/tietoni/sahkopostini/yhteystietoni/osoitteemme/tama] .. [listalta*/listoilta*/rekisteri*/
    postituslist*/tietokan*/osoit*/tiedot/tietoni/yhteystie*/sahkoposti*/jakelu*/minut/meidat]); (poista*/pyydan
    poist*) .. (osoit*/list*/rekisteri*/tieto*/minut/meidat/sahkoposti*/jakelu*); (minut/meidat/osoitteeni/tietoni)
    [pitaa/voisitteko/pois] (poistet*/poista*/pois); pois (listalta*/postitus*/jakelu*); (alkaa/ala/elkaa) [enaa/
    koskaan/ikina/en] [minulle/meille/minuun/meihin/mulle/tanne/minua] [enaa/koskaan] (laheta*/lahett*/ota*/otta*/
    kirjoita*/hairitse*/viestit*/spamma*/soita*/soitel*/laittako/laita*/postita*); (lopettak*/lopeta/lopettakaa)
    [heti/nyt/tama/viestien/sahkopostien/viestittely/nama] [..] [lahet*/viest*/sahkoposti*/roskaposti*/hairint*/
    yhteydenot*/postit*]; (en halua/emme halua/en toivo/emme toivo/en tahdo/ei enaa/en enaa halua/en kaipaa) ..
    (viest*/sahkoposti*/yhteydenot*/postia/mainok*/vastaanot*/markkinoin*/kontakt*/mitaan); ei (enaa/lisaa) (viest*/
    sahkoposti*/yhteydenot*/mainok*/postia/kiitos); (jattakaa/jata) (minut/meidat) (rauhaan); (vastustan/kiellan) ..
    (kasittely*/suoramarkkinoin*/markkinoin*/tietojeni/kayt*); peru* .. suostumu*; gdpr .. (poist*/valit*/vaadin/
    tietosuoj*); (tietosuojavaltuut*/asianajajani/asianajajamme/oikeustoimi*/oikeustoimiin/ilmianna*/rikosilmoitu*);
    (en ole) .. (antanut (lupaa/suostumu*)/tilannut/suostunut/pyytanyt); (roskapost*/ei toivottu*); (oikeus tulla
    unohdetuksi); (esta*/estan) (teidat/lahetta*); en halua [enaa/teilta] (sahkopost*/viestej*/posti*/mainok*);
    (haluan/haluamme/pyydan) .. (pois/poistetuksi/poistettavan*) .. ; (ei/alka) enaa (viest*/yhteydenot*/sahkopost*/
    postia); en halua etta .. (yhteytta/otatte/lahet*)
"""

NOT_ASKED = """
    (alkaa/ala) poista*; (asiakka*/kayttaj*/tilaaj*) .. (perua/poist*/peruutt*); ennen (#/elokuu*/syyskuu*/lokakuu*/
    ensi) ..; (en ole/emme ole) saanut ..; ei (lainkaan/ollenkaan)
"""
