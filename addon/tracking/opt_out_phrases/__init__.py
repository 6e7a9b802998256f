"""How people ask not to be written to any more: one module for each language.

``ASKS`` are phrases that ask for it; erasure, objection and threats of the law ask for no less. ``NOT_ASKED`` hold the
same words and ask for something else: a pause, another way, something about others. Both are written for
``addon.tracking.intent_phrases.PhraseBook``: alternatives in brackets, ``..`` for up to six words.
"""

from __future__ import annotations

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "cs", "fi", "tr", "hu", "ro")

ALONE = """
    stop | stop stop | stop it | stop now | stop this | stopp | stop all | stop mails | stop emails |
    unsubscribe | unsubscribed | unsub | remove | remove me | delete | delete me | opt out | optout |
    cancel | spam | end | quit | enough | no more | no mails | no emails | take me off | go away |
    abmelden | abmeldung | austragen | loschen | raus | aufhoren | schluss | schluss damit | keine mails
    | keine werbung | kein interesse keine mails | desabonner | desabonnement | desinscription |
    desinscrire | arret | arretez | arrete | supprimer | supprimez | baja | borrar | eliminar | basta |
    basta ya | cancelar | alto | no mas | cancellami | cancellazione | rimuovi | rimuovere |
    disiscrizione | disiscrivi | smettetela | uitschrijven | afmelden | verwijderen | ophouden | stoppen
    | genoeg | remover | descadastrar | sair | parar | pare | parem | chega | wypisz | wypisac | usun |
    usunac | rezygnacja | rezygnuje | dosc | koniec | avsluta | avregistrera | avanmalan | sluta | ta
    bort | afmeld | afmelding | slet | fjern | frameld | avmeld | avmelding | slett | slutt | stans |
    odhlasit | odhlaste | odhlaseni | vyradit | smazat | dost | konec | lopeta | lopettakaa | poista |
    peruuta | peru | riitti | durdur | durdurun | dur | iptal | cikar | yeter | listeden cikar | ayril |
    leiratkozas | leiratkozom | torles | toroljenek | eleg | dezabonare | dezabonati ma | dezaboneaza |
    stergeti | opriti | gata | отписаться | отпишите | отписка | стоп | 配信停止 | 停止 | 退订 | 退訂 | 解除 | 수신거부
    | unsubscribe me
"""
"""Whole answers, of all languages."""

POLITE = """
    please pls plz thanks thank you thx ty kindly just now immediately asap hi hello hey sir madam bitte
    danke sofort umgehend hallo mfg merci svp s il vous plait te bonjour immediatement por favor gracias
    hola inmediatamente per favore grazie salve ciao subito aub alstublieft a u b graag bedankt dank hoi
    favor obrigado obrigada ola imediatamente prosze dziekuje tack hej genast tak venligst takk
    vennligst prosim dekuji kiitos lutfen tesekkurler kerem koszonom va rog multumesc best regards
    cheers gruss gruesse cordialement saludos saluti groeten hilsen mvh regards and me us this
"""
"""Words around them that change nothing."""
