"""How opt-outs are worded in Dutch."""

from __future__ import annotations

ASKS = """
    (uitschrijv*/uitgeschreven/afmeld*/afgemeld/uit te schrijven/schrijf (mij/me/ons) .. uit/meld (mij/me/ons) ..
    af); (verwijder*/haal/haalt/wis/schrap*/gooi/halen/schrappen/wissen) [u/je/aub/alstublieft] (mij/me/ons/mijn/
    onze/dit/deze/alle/het) .. (lijst*/bestand*/database/adres*/gegevens/mailadres*/contactgegevens/mailing*/eruit/
    af); (mij/me/ons/mijn .. adres*/onze .. adres*/gegevens/mailadres/e mailadres) .. (verwijder*/te verwijderen/uit
    te schrijven/wissen/te wissen/schrappen/uithalen/halen/haalt); (van/uit) (de/uw/je/jullie/deze/alle) .. (lijst*/
    mailinglijst*/maillijst*/verzendlijst*/bestand*/database/adressenbestand) .. (halen/verwijder*/gehaald/haalt/af/
    schrappen); (stuur*/mail*/schrijf*/contacteer*/benader*/bericht*/stoor) [u/je/jullie/aub] (mij/me/ons) .. (niet
    meer/nooit meer/geen/niks meer/niet langer/niet weer/niet); (niet meer/nooit meer/niet langer/nooit weer) [te/
    door u/door jullie/verder/worden/ongevraagd] (mail*/gemaild/benader*/gecontacteerd/contacteren/schrijven/
    aanschrijven/sturen/mailen/lastig*/ontvangen/storen/te mailen/te benaderen/te schrijven/contact); (wil*/wens*/
    hoef*/wensen) .. (geen/niets/niet/nooit) .. (mail*/e mail*/email*/bericht*/reclame/meer ontvangen/ontvangen/
    contact/benaderd/post/spam/gemaild/horen); geen (mail*/e mail*/email*/bericht*/reclame/spam/contact/nieuwsbrie*/
    post/verdere/enkele) [meer/aub/alstublieft/van/van u/mails/berichten/contact] (meer/aub/alstublieft/van/graag/
    ontvangen/mail*/bericht*/contact); geen (mails/berichten/contact/mail/e mails/reclame) meer; (stop/hou/houd/
    houdt/ophouden/kappen/kap) [nu/eens/aub/alstublieft/a u b/direct/er] (met/mee) [..] [mail*/sturen/deze/die/
    spam*/het/dit]; (laat/laten) [u/je/jullie] (mij/me/ons) [aub/nu/alstublieft/eens] (met rust/met vrede); (recht
    op (vergetelheid/verwijdering/wissing)/recht van bezwaar); (bezwaar) .. (verwerking/gebruik/gegevens/marketing);
    (trek/intrek*) .. toestemming; (nooit/geen) .. (toestemming (gegeven/verleend)/ingeschreven/aangemeld/om
    gevraagd); (avg/gdpr) .. (verwijder*/klacht/bezwaar/wis*/overtred*/verzoek/recht); (autoriteit persoonsgegevens/
    juridische stappen/(mijn/onze) advocaat/aangifte/klacht indienen/acm); (ongewenst*/ongevraagd*) (mail*/e mail*/
    bericht*/reclame/email*); (als spam/dit is spam/spam gemeld*/meld* .. spam); (blokkeer/geblokkeerd) (u/uw/je/
    deze/jullie); (verwijdering van (mijn/onze) ..); (stop/hou/houd/kap/ophouden) [hier/daar/er] (mee/hiermee/
    daarmee/ermee); (verwijderd/uitgeschreven/afgemeld/geschrapt) (worden/te worden); (wil/wens/verzoek) .. (uit/
    van) (uw/je/jullie/de) .. (lijst*/bestand*/database); nooit meer (mailen/contact/schrijven/benaderen); geen
    (verdere/nieuwe) (mails/berichten/e mails/communicatie/contact)
"""

NOT_ASKED = """
    (niet) (uitschrijven/afmelden/uit te schrijven); (klanten/gebruikers/abonnees/ontvangers/contacten) ..
    (uitschrijv*/afmeld*/verwijder*); (hoe gaan jullie om/ondersteun*) .. (afmeld*/uitschrijv*); (geen/niet/niks) ..
    (voor/tot) (#/januari/februari/maart/april/mei/juni/juli/augustus/september/oktober/november/december/na/eind/
    begin/volgend*) ..; bellijst; (heb/hebben) .. geen .. (mail*/bericht*) [van u/van je] (ontvangen/gekregen/
    gezien); (mail/mailen/per mail) (is/mag/kan) .. (prima/goed/beter/ok); afgemeld (voor (het/de) (overleg/event/
    webinar/vergadering)); als u .. .. (uitschrijven/afmelden/ontvangen); (klik/klikt) .. .. (uit te schrijven/
    afmelden/hier/zzlink); (uitschrijven/afmelden) .. .. (klik*/zzlink)
"""
