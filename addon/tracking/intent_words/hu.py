"""What answers say in Hungarian."""

from __future__ import annotations

SIGNS = """
    én mi ön önök nem van egy az és hogy is de ha kérem köszönöm köszönjük üdvözlettel tisztelt jó napot szia
    kedves már még csak meg nekem nekünk minket nincs vagyok vagyunk lesz lehet mint vagy most úgy ezt ezek itt
    ki fel el kell kérjük üdv szép
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (küld*/kérek/kérünk/kérnék/kérnénk/átküld*/elküld*) .. (ajánlat*/árlist*/információ*/tájékoztat*/anyag*/
            részlet*/prospektus*/bemutató*/bővebb/többet/katalógus*/referenci*); (érdekel/érdekelne/érdekes/
            felkeltette/érdeklődünk/érdeklődnék/szívesen) ..; (jól hangzik/jónak tűnik/érdekesnek tűnik/ígéretes*);
            (kipróbál*/tesztel*/próbaidőszak/demó*/demo); (következő lépés*)
        """,
        3: "(érdekel/érdekelne/érdekes/szívesen/keresünk/jókor)",
    },
    "wants_date": {
        4: """
            (egyeztess*/egyeztet*/megbeszél*/találkoz*/időpont*/hívj*/hívhat*/beszélj*/beszélhet*) .. (időpont*/
            hétfő*/kedd*/szerd*/csütörtök*/péntek*/holnap/jövő hét*/# óra*/telefon*/megbeszélés*/után); (hétfő*/kedd*/
            szerd*/csütörtök*/péntek*/holnap) .. (#/jó/megfelel/délelőtt/délután/alkalmas/ráér*); (mikor) .. (tud*/
            ráér*/alkalmas/jó/beszél*/hív*); (megfelel/alkalmas/jó lenne) .. (hétfő*/kedd*/szerd*/csütörtök*/péntek*/
            nekem/nekünk)
        """,
        3: """
            (hétfő*/kedden/szerdán/csütörtök*/pénteken); (jövő héten/jövő hét); (# órakor/# perc*); (időpont*/
            meghívó*)
        """,
    },
    "question": {
        3: """
            (mennyi*/hogyan/hogy/milyen/mi/mit/hol/honnan/ki/mikor/miért/van/lehet/tud*/kompatibilis/mekkora/melyik/
            működik/támogat*) .. ?; (mennyibe kerül/mennyi az ár*)
        """,
        2: "(kérdés*/kérdez*/tisztáz*); mielőtt",
    },
    "objection": {
        4: """
            (túl/kicsit/nagyon/elég) (drága/magas/bonyolult/kockázatos/nagy); (nincs) .. (keret*/költségvetés*/büdzsé/
            pénz*/forrás*); (már) .. (van/használunk/dolgozunk/partner*/beszállító*/rendszer*/megoldás*); (elégedett*)
            ..; (nem vagyok meggyőz*/nem győz*/kétel*/szkeptikus/aggód*/nem látom/nem látjuk); (rossz tapasztalat*/már
            próbáltuk/kipróbáltuk); (szerződés*) .. (köt*/ig/tart*)
        """,
        3: "(drága/olcsóbb/kedvezmény*/konkuren*/házon belül)",
    },
    "not_now": {
        4: """
            (most/jelenleg/egyelőre/idén/ebben az évben/pillanatnyilag) .. (nem/nincs/nincsen); nem .. (most/jelenleg/
            idén/aktuális/időszerű); (keress*/jelentkezz*/írj*/hívj*/térjünk/térj*) .. (januárban/februárban/
            márciusban/áprilisban/májusban/júniusban/júliusban/augusztusban/szeptemberben/októberben/novemberben/
            decemberben/jövőre/ősszel/tavasszal/nyár után/később/# hónap*/újra/vissza/elején/végén); (jövőre/jövő
            évben/következő negyedév*/jövő év*); (később/máskor/későbbi); (rossz időpont*/nem jó időpont/elhalaszt*/
            befagyaszt*)
        """,
        3: "(sok a munka/nincs időnk/nincs időm/más prioritás*/leterhelt*)",
    },
    "not_interested": {
        4: """
            (nem) .. (érdekel*/érdeklőd*/kérünk/kérek/kérjük/szükség*/aktuális nálunk/vagyunk érdekelt*); nincs [rá]
            (szükség*/igény*); (köszön* nem/nem köszön*/köszön* de nem); (elutasít*/mást választott*/úgy döntött*)
        """,
        3: "nem .; (időpocsékolás/spam/sok sikert)",
    },
    "wrong_person": {
        4: """
            (nem) .. (én vagyok/illetékes*/felelős*/hozzám/én foglalkoz*/foglalkozom/én döntök/az én területem/jó
            helyre/megfelelő személy); (rossz/téves) (cím*/személy*/ember*/osztály*); (forduljon/keresse/keressék/
            írjon/kérdezze/vegye fel/lépjen) .. (kolléga*/kollégá*/zzmail/főnök*/vezető*/igazgató*/osztály*/vele);
            (továbbít*/átadtam/továbbküld*) ..; (kollégám/főnököm/utódom/kollégánk/vezetőnk) ..; (már nem) (dolgoz*/
            itt/nálunk); (nyugdíj*)
        """,
        3: "(másolatban/tévedés/kolléga*)",
    },
    "opt_out": {
        4: """
            (leiratkoz*/leiratkozás*/iratkozz*); (töröl*/törlés*/vegy*/távolíts*) .. (list*/adatbázis*/adat*/cím*/
            nyilvántartás*/le/ki); (ne) (küldjen*/írjon*/keress*/keressen*/zaklass*/küldjön*/zavarj*/hívj*) ..; (nem)
            .. (kérek/kérünk/szeretnék/szeretnénk/kívánok/kívánunk/akarok) .. (több/levelet/leveleket/emailt/e mailt/
            üzenetet/hirdetés*/megkeres*/kapni/reklám*); (hagyj* abba/hagyják abba/hagyjon békén/hagyjanak békén);
            gdpr .. töröl*; (ne) .. (többet/többé/több)
        """,
    },
    "away": {
        4: """
            (szabadságon/házon kívül/irodán kívül/távol vagyok/automatikus válasz/automatikus üzenet/nem vagyok az
            irodában/táppénzen/szülési szabadság/kiküldetés*/külföldön); (visszatér*/visszajöv*/legközelebb .. leszek/
            újra elérhető*) ..; (sürgős esetben/sürgős ügy*/halaszthatatlan)
        """,
    },
    "bounce": {
        4: """
            (nem kézbesíthető/kézbesíthetetlen*/nem sikerült kézbesíteni/kézbesítés .. sikertelen/sikertelen
            kézbesítés/nem kézbesített); (postafiók*/cím*/címzett*/felhasználó*) .. (megtelt/tele/nem létezik/
            ismeretlen/nem található)
        """,
    },
    "positive": {
        1: "(köszön*/szívesen/nagyszerű/remek/örül*)",
    },
    "negative": {
        1: "(sajnos/spam/zaklat*/elég/felháborító)",
    },
    "negator": {
        1: "(nem/ne/nincs/sem/soha/nélkül)",
    },
    "but": {
        1: "(de/azonban/viszont/ugyanakkor)",
    },
    "harmless": {
        1: "miért ne; nem (gond/baj/probléma); nem csak",
    },
}
