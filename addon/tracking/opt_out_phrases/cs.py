"""How opt-outs are worded in Czech."""

from __future__ import annotations

ASKS = """
    (odhlas*/odhlasit/odhlaseni/odhlaste/odhlasuji/zrusit (odber/zasilani)/zruste (odber/zasilani/mi)/odregistr*);
    (vyrad*/vyradit/vyrazeni/vymaz*/smaz*/odstran*/odstranit/odeber*/vyskrtn*/skrtn*/vymazani/smazani/odstraneni/
    vyjmete/likvidac*) [prosim] (me/mne/nas/mou/muj/moje/mych/me/mi/nase/nasi/tuto/adres*/mail*/udaj*/veskere/
    vsechny/mojich/tento/ji/je) .. [databaz*/seznam*/adres*/udaj*/kontakt*/evidenc*/mail*]; (z vaseho/z vasi/ze
    sveho/ze sve/z tohoto/ze seznamu/z databaze) .. (vyrad*/vymaz*/smaz*/odstran*/odhlas*/vyskrtn*/seznamu/databaze/
    evidence/mailing*); (neposilejte/nepiste/nekontaktujte/neobtezujte/nezasilejte/neposilat/nepsat/nekontaktovat/
    nezasilat/neposilej/nepis/nekontaktuj/nevolejte/neoslovujte/neobtezovat/nezasilani) [mi/nam/uz/me/mne/nas/
    prosim/dalsi*/vice/nic]; (nechci/nechceme/nepreji/neprejeme) [si/uz/od vas/abyste/o/byt/dostavat/zadne] ..
    (mail*/e mail*/zprav*/dostav*/kontaktov*/obtez*/psal*/posil*/reklam*/zasil*/newsletter*); (dalsi/zadne/zadne
    dalsi) (e mail*/mail*/zprav*/nabid*/obchodni) .. (nepreji/nechci/neposil*/nezasil*/prosim/nezadouci); zadne
    (dalsi/e maily/maily/zpravy) ..; (prestante/prestan/skoncete/dost) [mi/me/nas/s/uz/prosim] (psat/posil*/obtez*/
    kontakt*/zasil*/spam*/tim/temi); (dejte/dej) (mi/nam) .. pokoj; (nechte/nech) (me/mne/nas) [uz/prosim] (byt/na
    pokoji/v klidu); (vznasim/podavam/namitk*) .. (zpracov*/marketing*/udaj*/namitk*); (odvolavam/beru zpet) ..
    souhlas*; (pravo byt zapomenut/pravo na vymaz); gdpr .. (vymaz*/smaz*/stiznost*/porus*/namit*/udani); (uoou/urad
    pro ochranu/(muj/nas) (pravnik/advokat)/pravni kroky/stiznost na); (nikdy/nedal*/neudel*) .. souhlas*;
    (nevyzadan*) (mail*/e mail*/obchodni/zprav*/posta/reklam*/nabid*); (jako spam/je spam/to je spam/nahlasim);
    blokuji (vas/odesilatele/vasi); (chci/chceme/zadam/zadame/prosim) .. (byt/o) .. (odhlasen*/vyrazen*/vymazan*/
    smazan*/vyrazeni/vymazani/odhlaseni/smazani)
"""

NOT_ASKED = """
    (neodhlas*/nevyraz*/nemazte/neodstran*); (zakaznici/zakazniku/klienti/uzivatele/odberatele) .. (odhlas*/smaz*/
    vymaz*); (ne*) .. (pred/do) (#/ledna/unora/brezna/dubna/kvetna/cervna/cervence/srpna/zari/rijna/listopadu/
    prosince/konce) ..; (nedostal*/neobdrzel*/neprisel*) ..
"""
