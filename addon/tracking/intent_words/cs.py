"""What answers say in Czech."""

from __future__ import annotations

SIGNS = """
    já vy my je jsou to na v ve z ze do a že se o od po pro za ale mám máme jsem jsme prosím děkuji děkujeme
    dobrý den pozdravem ano jak co nás nám mi mě už jen bude ten tento vám vás váš vaše náš naše s i by když
    nebo není pane paní ne také
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (pošlete/zašlete/poslat/zaslat/pošli/poslal*/zasla*/posílejte) [mi/nám/prosím] .. (informac*/nabídk*/
            ceník*/materiál*/podrobnosti/prezentac*/více/víc/detail*/brožur*/katalog/ukázk*/vzor*/studii/referenc*/
            odkaz/něco); (mám/máme/měl* by*/měli bychom/bych měl*) [velký/o] zájem; (zaujal*/zajímá/zajímal*) (mě/nás/
            to/by) ..; (zní/vypadá/je to) .. (dobře/zajímav*/slibně/skvěle/rozumně); (vědět/dozvědět/slyšet) [se]
            (více/víc); (přesně/právě) (to co/tohle/to hledáme/něco takového); (vyzkoušet/otestovat/zkušební/demo/
            pilot*); (další krok*/jak dál/jak budeme pokračovat)
        """,
        3: """
            (zajímav*/rádi/ráda/rád/zájem/hledáme/hledám/proč ne/hodí se/přišlo vhod/zajímá nás/zajímá mě/klidně);
            více informací; určitě ano
        """,
        2: "ano prosím",
    },
    "wants_date": {
        4: """
            (domluvit/sjednat/naplánovat/dohodnout/navrhnout/navrhněte/domluvme/najít/navrhuji) .. (schůzk*/hovor/
            termín*/setkání/call/se na/telefon*/čas/ukázk*); (zavolejte/zavolat/volejte/zavolej/přijeďte/přijďte/
            stavte) [mi/nám/prosím/se] .. (v pondělí/v úterý/ve středu/ve čtvrtek/v pátek/zítra/po #/v #/příští/mezi/
            kdykoli*/dopoledne/odpoledne); (pondělí/úterý/středa/středu/čtvrtek/pátek/zítra) .. (v #/hodi/vyhovuje/
            hodí/dopoledne/odpoledne/od #/ráno/mohu/můžeme/můžu/mám čas/po #); (kdy/v kolik/který den) .. (můžeme/
            můžete/vám/zavolat/sejít/čas/přijet/hodí/vyhovuje); (můžeme/mohli bychom/mohli by*/můžete) .. (sejít/
            zavolat/potkat/probrat/přijet/zastavit/spojit) ..; (vyhovuje mi/hodí se mi/hodí se nám/vyhovuje nám/mi
            vyhovuje/nám vyhovuje/hodilo by se) ..; (mám čas/mám volno/jsem k dispozici/jsme k dispozici) ..;
            (pozvánk*/odkaz na schůzku/volné termíny/termíny)
        """,
        3: """
            (schůzk*/setkání/hovor/zavolat/telefonát); (v pondělí/v úterý/ve středu/ve čtvrtek/v pátek/pondělí/úterý/
            středa/čtvrtek/pátek); (příští týden/tento týden); (v # hod*/# minut/půl hodin*/ve # hod*); sejít se
        """,
        2: "(termín/kalendář)",
    },
    "question": {
        3: """
            (kolik/jak/jaký/jaká/jaké/kde/odkud/kdo/kdy/proč/co/který/která/které/je/jsou/máte/umí/umíte/lze/dá/
            můžete/nabízíte/funguje/podporuje/mohl/mohli/budete/zda/potřebuj*/jakým/v čem/existuje/musí) .. ?; (kolik
            stojí/jaká je cena/jak funguje)
        """,
        2: "(otázk*/dotaz*/zeptat/vysvětlit); než (se/budeme/bych); (nerozumím/není jasné/není mi jasné/upřesnit)",
    },
    "objection": {
        4: """
            (příliš/moc/dost/hodně/poměrně/celkem) (drah*/vysok*/nákladn*/složit*/rizikov*/velk*); (nemáme/není/bez/
            nezbývá) [na to/volný/žádný/teď/v] (rozpočet/rozpočt*/peníze/prostředky); rozpočet .. (vyčerpán*/omezen*/
            uzavřen*/nedovol*/ne); (už/již) (máme/používáme/spolupracujeme/využíváme/někoho/jednoho/dodavatel*) ..;
            (máme/používáme/spolupracujeme/využíváme) (už/již/svého/vlastní/jiného/stálého) ..; (spokojen*) ..;
            (nejsem přesvědčen*/nejsme přesvědčen*/skeptick*/pochybuj*/pochybnost*/obav*/nevidím*/nepřesvědč*/
            nedůvěř*); (špatné zkušenosti/špatnou zkušenost/už jsme zkoušeli/zkoušeli jsme/vyzkoušeli jsme/zkoušeli);
            (smlouv*) .. (do/vázán*/platí/běží); (vlastními silami/interně/sami/vlastní řešení)
        """,
        3: """
            (drah*/levněj*/konkuren*/slev*/polovin*/mimo rozpočet); (gdpr/bezpečnost*/cloud*/data) .. (nesm*/problém*/
            obav*/nemůž*); (přechod/změna/migrace) .. (nákl*/stojí/prác*); (nevyplatí/neoplatí)
        """,
    },
    "not_now": {
        2: """
            (v) [the/der/den/dem/late/early/mid] (lednu/únoru/březnu/dubnu/květnu/červnu/červenci/srpnu/září/říjnu/
            listopadu/prosinci)
        """,
        4: """
            (nyní/teď/zatím/momentálně/letos/v současnosti/aktuálně/v tuto chvíli/v současné době/tento rok/právě teď)
            .. (ne/ne*); (ne*) .. (nyní/teď/letos/momentálně/v tuto chvíli/priorit*/v současné/dříve než/aktuální/
            před); (ozvěte/ozvat/kontaktujte/napište/zavolejte/vraťme/vrátíme/vrátit/připomeňte/zkuste/ozvi) [se/mi/
            nám/k/prosím] .. (v lednu/v únoru/v březnu/v dubnu/v květnu/v červnu/v červenci/v srpnu/v září/v říjnu/v
            listopadu/v prosinci/příští rok/na podzim/na jaře/po prázdninách/po létě/ za # měsí*/za pár/za půl/
            později/příští/po novém/po #/za rok/začátkem/koncem/v novém/znovu/po vánoc*/čtvrtletí/v létě/v zimě);
            (příští rok/příštím roce/příští čtvrtletí/v příštím/nový rok/v novém roce); (později/jindy/jiný termín/v
            budoucnu); (špatná doba/nevhodn* doba/není vhodn*/není dobrá doba/není správn*); (pozastaven*/zmrazen*/
            odložen*/odloženo/odkládáme)
        """,
        3: """
            (zavalen*/nemáme čas/nemám čas/nestíhám*/uprostřed/jiné priority/plné ruce); (po/do/až) .. (prázdninách/
            dovolené/vánocích/ledna/února/března/dubna/května/června/července/srpna/září/října/listopadu/prosince/
            podzim*/létě)
        """,
    },
    "not_interested": {
        4: """
            (nemám/nemáme/není/bez) [již/o/žádný/v] (zájem/zájmu/potřeb*); (nezajímá/nepotřebujeme/nepotřebuji/
            nechceme/nechci/nehledáme/nevyužijeme/neplánujeme/nezajímá nás); (ne děkuj*/děkuj* ne/děkuj* ale ne/ne
            díky/díky ale ne/díky ne); (odmítám*/odmítnout); (rozhodli jsme/vybrali jsme) ..; (to není pro nás/není
            pro nás/nic pro nás)
        """,
        3: "ne .; (ztráta času/spam/reklam*/hodně štěstí/hodně úspěchů/ukončili/skončili)",
    },
    "wrong_person": {
        4: """
            (nejsem/není/nejsme/nemám/neřeším/nerozhoduji) .. (správn*/osob*/kompetentn*/odpovědn*/to na starosti/na
            starosti/ta pravá/ten pravý/můj obor/moje/kdo/tím); (špatn*/nesprávn*) (osob*/adres*/oddělen*/firm*/
            kontakt*); (omyl*/spletl*); (obraťte/obrátit/kontaktujte/napište/pište/mluvte/volejte/spojte/promluvte/
            zkuste/ptejte) [se/prosím/na/s/raději] .. (na/s mým/s naším/našeho/mého/kolegu/kolegyni/kolegy/zzmail/s/
            našim); (přeposlal*/přeposílám/předal*/předávám/přepošlu/předám) ..; (můj/moje/náš/naše) (kolega/kolegyně/
            šéf*/nadřízen*/nástupce/ředitel*/vedoucí) ..; (má na starosti/na starosti má/zodpovídá/odpovídá za/řeší
            to/řeší u nás/rozhoduje/stará se) ..; (už/již) (nepracuj*/tu není/zde nepracuj*/nejsem/nedělám/ve firmě/
            není); (v důchodu/odešel*/odešla/změnil*)
        """,
        3: "(v kopii/kolega/kolegyně/centrál*/mateřsk*); (jen/pouze) (brigád*/recepč*/asistent*)",
    },
    "opt_out": {
        4: """
            (odhlásit/odhlašte/odhlaste/odhlášení/odhlašuji/odhlásit odběr); (vymažte/vymazat/smažte/smazat/odstraňte/
            odstranit/vyřaďte/vyřadit/vyškrtněte/odeberte) [mě/mne/nás/prosím/mou/můj/moji] .. (seznam*/databáz*/
            údaj*/adres*/kontakt*/mail*/evidence/z); (nepřeji/nepřejeme/nechci/nechceme) [si] .. (dostávat/další/
            zprávy/kontaktován*/maily/e maily/abyste/být/vaše); (vyřazení/výmaz/odstranění/vymazání/smazání/odhlášení)
            .. (adres*/databáz*/údaj*/seznam*/kontakt*/odběr*); (si/další) .. (nepřeji/nepřejeme/nechci); (přestaňte/
            nechte/přestat) ..; (neposílejte/nepište/nekontaktujte/neobtěžujte/nezasílejte/neposílat/nevolejte/
            nekontaktovat/nezasílat) ..; gdpr .. (výmaz*/smaz*); (stížnost*/podnět) .. (úoou/úřad*); (vznáším námitk*/
            právo na výmaz); (žádné další) (maily/e maily/zprávy)
        """,
    },
    "away": {
        4: """
            (na dovolené/čerpám dovolenou/mimo kancelář/nepřítom*/automatická odpověď/automatická odpoveď/na služební
            cestě/nemocensk*/mateřské/na školení/nejsem v kanceláři/dovolenou); (vrátím se/budu zpět/budu opět/zpět v
            kanceláři/po návratu/opět k dispozici) ..; (omezený přístup/bez přístupu/nejsem na e mailu) ..;
            (naléhavých/v naléhav*/urgentní/neodkladn*) ..
        """,
        3: "(zavřeno do/celozávodní/po dobu mé nepřítomnosti)",
    },
    "bounce": {
        4: """
            (nedoručiteln*/nelze doručit/nebyla doručena/se nezdařilo/nepodařilo se doručit/nemohla být doručena/
            nebylo možné doručit/doručení .. (selhalo/nezdařilo)/nedoručen*/vrácena odesílateli/nebyl doručen);
            (schránk*/adres*/příjemc*/uživatel*/účet) .. (pln*/neexistuje/neznám*/nenalezen*/nepodařilo se najít/
            odmítnut*/zablokován*/překročen*); (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2 2/4 2 2/
            5 7 1)
        """,
    },
    "positive": {
        1: "(děkuj*/rád/ráda/rádi/skvěl*/výborn*/zajímav*/super)",
    },
    "negative": {
        1: "(bohužel/spam/obtěž*/drz*/stížnost*/dost/otravn*)",
    },
    "negator": {
        1: "(ne/není/nejsem/nejsme/nikdy/ani/bez/žádn*/nemáme/nemám)",
    },
    "but": {
        1: "(ale/však/nicméně)",
    },
    "harmless": {
        1: "proč ne; (není/žádný) problém; nejen; pokud ne; bez problémů",
    },
}
