"""What answers say in Finnish."""

from __future__ import annotations

SIGNS = """
    minä sinä me te hän on ei en ja että se tämä olen olemme meillä minulla meidän teidän mutta kiitos hei
    terveisin ystävällisin moi jos kun niin myös vain voi voisi voitte mitä miten tai ole olla emme kanssa terv
    päivää hyvää nyt kyllä vielä joka jo
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (lähettä*/laita*/lähetä/laittakaa/laittaisit*/saisinko/saisimmeko) .. (tietoa/lisätieto*/tarjou*/
            hinnasto*/esite*/materiaali*/hinta*/hinnat/esittely*/lisää/esimerk*/näyt*/linkki*); (kiinnostaa/
            kiinnostaisi) [meitä/minua/kovasti/kyllä]; (olen/olemme/olisin/olisimme) [erittäin/kovasti/kyllä]
            kiinnostun*; (kuulla/tietää/kuulisin/kuulisimme/tietäisin/kuulemaan) .. lisää; (kuulostaa/vaikuttaa/
            näyttää) .. (hyvältä/kiinnostavalta/mielenkiintoiselta/lupaavalta/järkevältä); (juuri tätä/juuri sitä/
            juuri tällaista/juuri sellaista) ..; (kokeilla/testata/koekäyttö*/kokeilujakso*/pilotti*/demo); (seuraavat
            askeleet/miten edetään/miten jatketaan); (etsimme/etsin/haemme) ..
        """,
        3: """
            (mielenkiintoi*/kiinnosta*/mielellään/mielelläni/hyvään aikaan/mikä ettei/kyllä kiitos/lisätietoa/
            lisätietoja/mielellämme/kiinnostun*)
        """,
        2: "kiinnostus",
    },
    "wants_date": {
        4: """
            (sovitaan/sovitaanko/sopia/sopisimme/varata/varataan/järjestää/ehdottaa/ehdota*/ehdotan/pidetään) ..
            (tapaami*/palaveri*/puhelu*/aika/aikaa/etätapaami*/demo*/esittely*/käynti*/kokous/teams*); (soita/
            soittakaa/soitella/soittaa/soittele) .. (maanantai*/tiistai*/keskiviikko*/torstai*/perjantai*/huomenna/
            klo/jälkeen/ensi viikolla/minulle/välillä); (maanantai*/tiistai*/keskiviikko*/torstai*/perjantai*/
            huomenna) .. (klo/kello/sopii/käy/aamu*/iltapäiv*/sopisi/kävisi/jälkeen); (milloin/koska/mihin aikaan) ..
            (sopi*/voi*/ehti*/pääs*/soittaa/tavata/käy*/aikaa); (voi*/voitaisiin/voidaanko/voimmeko/voisimmeko/
            voisiko) .. (tavata/soitella/puhua/jutella/tulla/soittaa/keskustella) ..; (sopii/sopisi/käy/kävisi)
            (minulle/meille/hyvin/parhaiten/mainiosti); (kalenterikutsu*/kutsu*/teams linkki*/vapaita aikoja);
            (tulkaa/tule) (käymään/meille)
        """,
        3: """
            (tapaami*/palaveri*/puhelu*/etäpalaveri*); (maanantai*/tiistai*/keskiviikko*/torstai*/perjantai*); (ensi
            viikolla/tällä viikolla/viikolla #); (klo #/# minuut*/puoli tuntia); soitellaan
        """,
        2: "(kalenteri*/aika)",
    },
    "question": {
        3: """
            (miten/mitä/mikä/mitkä/missä/milloin/miksi/kuka/kuinka/paljonko/mistä/millainen/millä/onko/ovatko/voiko/
            voitteko/saako/toimiiko/sisältyykö/kuuluuko/tarvitaanko/tuetteko/tukeeko/pitääkö/entä/voidaanko/millaiset/
            mihin/oletteko/onnistuuko) .. ?; (paljonko maksaa/mitä maksaa/kuinka paljon/miten toimii)
        """,
        2: "(kysymy*/kysyä/kysyisin); ennen kuin; (en ymmärrä/epäselv*/selventä*/tarkenta*)",
    },
    "objection": {
        4: """
            (liian/aika/melko/turhan/kovin) (kalli*/korkea*/monimutkai*/hankala*/riski*/iso*); (ei ole/ei/ilman/
            puuttuu) [tähän/ole/varattu/meillä ole] (budjet*/rahaa/varoja); budjet* .. (loppu/käytetty/ei/lukittu);
            (meillä on/käytämme/teemme/on/käytössä) .. jo ..; jo .. (toimittaja/järjestelmä/ratkaisu/kumppani/sopimus/
            käytössä/olemassa); (tyytyväi*); (en ole vakuuttunut/emme ole vakuuttuneita/epäil*/skepti*/huolestut*/
            huolena/arvelut*/en näe/emme näe); (huonoja kokemuksia/huono kokemus/kokeilimme/olemme kokeilleet/
            kokeiltiin/testasimme/kokeiltu); (sopimus*) .. (voimassa/asti/sidot*); (itse tehty/itse/sisäisesti/oma
            järjestelmä/omana työnä)
        """,
        3: """
            (kalli*/halvem*/kilpailij*/alennu*/puolet/budjetin ulkopuol*); (gdpr/tietoturva*/pilvi*/data*) .. (ei/
            ongelma/huol*); (vaihtami*/siirtymi*/vaihto) .. (maksa*/työ*/kallis*); (ei kannata/ei ole kannattava*)
        """,
    },
    "not_now": {
        4: """
            (nyt/tällä hetkellä/toistaiseksi/tänä vuonna/juuri nyt/vielä/tässä vaiheessa) .. (ei/emme/en); (ei/emme/
            en) .. (nyt/tällä hetkellä/tänä vuonna/juuri nyt/ajankohtai*/ennen/vielä/tässä vaiheessa/prioriteet*);
            (palat*/ota*/ottakaa/soita*/kirjoit*/laita*/muistut*/kysy*/palaa/ole yhteydessä/yhteyttä) .. (tammikuussa/
            helmikuussa/maaliskuussa/huhtikuussa/toukokuussa/kesäkuussa/heinäkuussa/elokuussa/syyskuussa/lokakuussa/
            marraskuussa/joulukuussa/ensi vuonna/syksyllä/keväällä/ kesän jälkeen/jälkeen/# kuukauden/muutaman/puolen/
            myöhemmin/ensi vuoden/vuodenvaihteen/lomien/uudestaan/uudelleen/asiaan/alussa/lopussa/talvella); (ensi
            vuonna/ensi vuoden/ensi kvartaali*/seuraava* kvartaali*); (myöhemmin/toisella kertaa/joskus toiste);
            (huono aika/huono hetki/väärä hetki/huono ajankohta/ei ole hyvä hetki); (jäädytet*/tauolla/lykät*/
            siirret*/hankintakiel*)
        """,
        3: """
            (kiire*/ei ehdi*/emme ehdi/en ehdi/ei aikaa/kesken/muut prioriteetit/kädet täynnä); (jälkeen/asti/vasta)
            .. (kesä*/loma*/joulu*/pääsiäi*/syksy*)
        """,
    },
    "not_interested": {
        4: """
            (ei/en/emme/eikä) [ole/oo/olla/meillä ole/meillä/ole meille/tällä] [kiinnostun*] (kiinnosta/kiinnostunut/
            kiinnostuneita/tarvetta/tarvitse/tarpeen/kiinnostusta/ajankohtai*/kiitos/meille/halua); (ei kiitos/kiitos
            ei/kiitos mutta ei); (emme/en) (tarvitse/halua/aio/lähde) ..; (kieltäydy*/hylkää*); (päätimme/valitsimme/
            päätetty/päädyimme) ..
        """,
        3: "ei .; (ajanhukka*/roskaposti*/mainos*/onnea/lopettanut/lopetettu/jätetään väliin)",
    },
    "wrong_person": {
        4: """
            (en/ei/enää) [ole/minä] .. (oikea/vastuu*/vastaa/päätä/minun/hoida/oikea henkilö/minulle/alueeni/kuulu/
            yhteyshenkilö); (väärä*) (henkilö*/osoite*/osoittee*/yritys/yrity*/osasto*/ihmi*); (ota*/ottakaa/kysy*/
            kirjoit*/soita*/laita*/puhu*/kannattaa/voitte/kääntykää/olkaa) [yhteyttä/yhteydessä/suoraan] .. (kollega*/
            esimie*/pomo*/zzmail/hankinta*/osasto*/johtaja*/päällik*/toimitusjohtaj*/meidän/häne*); (välitin/välitän/
            lähetin eteenpäin/laitoin eteenpäin/ohjaan/edelleenlähet*/eteenpäin) ..; (kollegani/esimieheni/seuraajani/
            pomoni/päällikkömme/johtajamme) ..; (vastaa/hoitaa/päättää/vastuussa) (tästä/näistä/asiasta/meillä/
            hankinn*); (en ole enää/ei ole enää/ei työskentele/en työskentele) ..; (eläkkeel*/lähtenyt/siirtynyt/
            vaihtanut)
        """,
        3: "(kopiona/kopioksi/kollega*/pääkonttori*/emoyhtiö*/erehdy*/sekaannu*)",
    },
    "opt_out": {
        4: """
            (peru* tilaus/perukaa/peruuta* tilaus/poistu listalta); (poista*/poistakaa/poistaa/poistamaan/poistettava)
            .. (lista*/rekister*/osoite*/tieto*/tiedot/yhteystied*/sähköposti*/minut/meidät/postituslista*); (lopeta*/
            lopettakaa/älkää/älä) .. (lähettä*/lähetä/laitta*/viestit*/ottako/otta*/häirit*/sähköposti*/kirjoit*/
            postit*/viesti*); (en/emme) (halua/toivo) .. (viest*/posti*/sähköposti*/yhteydenotto*/enempää/näitä/enää/
            mainos*/lisää); (kiellän/kiellämme) ..; gdpr .. poist*; (valit*/ilmoit*) .. tietosuojavaltuut*;
            (suoramarkkinointikiel*/markkinointikiel*); (ei enää) (viest*/posti*/sähköposti*)
        """,
    },
    "away": {
        4: """
            (lomalla/poissa/poissaolo*/automaattinen vastaus/automaattivastaus/poissa toimistosta/vanhempainvapaa*/
            sairauslomalla/äitiyslomalla/työmatkalla/koulutuksessa/vuosilomalla/en ole tavoitettavissa); (palaan/
            takaisin/tavoitettavissa) ..; (kiireellisissä/kiireelliset/kiireellistä) ..; (rajoitetusti)
        """,
        3: "(suljettu/lomallani/poissaoloni aikana)",
    },
    "bounce": {
        4: """
            (ei voitu toimittaa/ei voida toimittaa/toimitus epäonnistui/toimittaminen epäonnistui/ei toimitettu/
            toimittamatta/ei voi toimittaa/palautettu lähettäjälle/perille); (postilaatik*/osoite*/osoitetta/
            vastaanottaj*/käyttäj*/tili*) .. (täynnä/täysi/ei ole olemassa/tuntematon/ei löydy/ei löytynyt/hylätty/
            suljettu); (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(kiitos/mielellä*/hienoa/hyvä/loistava*/mukava*/kiva)",
    },
    "negative": {
        1: "(valitettavasti/roskaposti*/häirit*/ärsyt*/tarpeeksi/laiton*)",
    },
    "negator": {
        1: "(ei/en/emme/eivät/älä/älkää/ilman/eikä)",
    },
    "but": {
        1: "(mutta/kuitenkin/vaan)",
    },
    "harmless": {
        1: "(miksi/mikä) ei; ei (ongelmaa/haittaa); ei vain; jos ei",
    },
}
