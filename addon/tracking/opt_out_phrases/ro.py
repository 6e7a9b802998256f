"""How opt-outs are worded in Romanian."""

from __future__ import annotations

ASKS = """
    (dezabon*/dezabonare/anulati abonarea/anulez abonarea); (stergeti*/eliminati*/scoateti*/stergerea/eliminarea/
    scoate*/sterge*/radiati*) [va rog/te rog] (ma/ne/mi/mea/adres*/date*/din/imi/contact*/toate/numele) .. [lista/
    liste*/baza*/adres*/date*/evident*/email*/mail*]; (ma/ne/adresa mea/datele mele) .. (stergeti/eliminati/
    scoateti/din lista*/din baza*); nu (ma/ne/mi/imi/ne mai/mai/imi mai/va mai/doresc/dorim/vreau/vrem/sunt de
    acord/mi mai) [mai/sa/de/deloc] .. (contact*/scri*/trimite*/trimit*/deranj*/prime*/mail*/mesaj*/email*/e mail*/
    primi*/sunati/reclame); (incetati*/opriti*/terminati*/gata) [sa/cu/va rog/imediat] .. (trimit*/scri*/mail*/
    mesaj*/contact*/email*/spam*/deranj*/hartui*); (fara/niciun/nici un) (alt*/mesaj*/mail*/email*) [mesaj*/mail*/
    email*]; (lasati ma/lasa ma/lasati ne) (in pace/in pacea); gdpr .. (sterg*/plang*/reclam*/incalc*/anspdcp/
    elimin*); (anspdcp/avocatul (meu/nostru)/actiune in instanta/dau in judecata/protectia datelor/plangere la); (ma
    opun/imi retrag .. consimtamant*/nu mi am dat acord*/nu am .. (consimtit/acordul/consimtamant*)/retrag ..
    acord*); (nesolicitat*/mesaje nedorite); (ca spam/este spam); blochez
"""

NOT_ASKED = """
    nu (ma/ne) (sterg*/eliminati/scoateti); (clientii/utilizatorii/abonatii) .. (dezabon*/sterg*); nu (am) primit
    ..; nu .. (pana/inainte) ..
"""
