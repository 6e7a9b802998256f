"""How opt-outs are worded in Hungarian."""

from __future__ import annotations

ASKS = """
    (leiratkoz*/iratkozzon le/torolj* .. (listar*/cimlist*/adat*/cim*/cimem*/adatbazis*/nyilvantart*)/torolj*
    (engem/minket/kerem/le/ki)/toroln* .. (list*/adat*/cim*/cimem*)/torles* .. (adat*/cim*/kerem/kerjuk)/adat* ..
    torol*/vegyen* le/vegyenek ki/vegyetek le/tavolits* el .. /iratkoztass* le); (ne/nem) (kuldj*/irj*/keress*/
    keresse*/zaklass*/hivj*/kuldjenek/irjanak/zaklassanak/kuldjon/irjon) [nekem/nekunk/tobb/tobbet/tobbe/levelet/
    emailt]; ne [tobbet/tobbe/is/nagyon/nekem] (kuldj*/irj*/keress*/zaklass*/hivj*); (nem/sem) (kerek/kerunk/
    szeretnek/szeretnenk/kivanok/kivanunk/akarok/akarunk) .. (level*/email*/e mail*/uzenet*/megkeres*/kapni/hirlev*/
    reklam*); (hagyj* (abba/beken/bekin/minket)/hagyjon* (beken/abba/minket)/szalljon* le); (gdpr) .. (torl*/
    panasz*/torol*/tiltakoz*/serul*/naih); (naih/ugyvedem/ugyvedunk/feljelent*/jogi lepes*); (tiltakozom/visszavonom
    .. hozzajarulas*/nem (adtam/jarultam) .. hozza*); (keretlen/nem kivant) (level*/email*/e mail*/uzenet*/reklam*);
    spamkent; tobb (levelet/emailt/e mailt/uzenetet) ne
"""

NOT_ASKED = """
    (ugyfel*/felhasznalo*) .. (leiratkoz*/torl*); ne (toroljenek/toroljon); nem (kaptam/kaptunk) ..; ne .. elott
"""
