"""What the opt-out page says, in the languages the add-on drafts mails in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutWords:
    """One language: the question and its button, what is said when it is done, and what else may have happened."""

    title: str
    ask: str
    button: str
    done_title: str
    done: str
    preview: str
    broken_title: str
    broken: str
    later_title: str
    later: str


WORDS: Mapping[str, OptOutWords] = {
    "en": OptOutWords(
        title="No more mails",
        ask="Press the button and you will get no more mails of this kind from this sender.",
        button="Send me no more mails",
        done_title="Done",
        done="You will get no more mails of this kind from this sender. There is nothing else you need to do.",
        preview="This link is from a preview or a test mail. Pressing the button changes nothing.",
        broken_title="This link is not complete",
        broken="It was cut off on its way. Open it from the mail again, or answer the mail with the word “stop”.",
        later_title="Please try again",
        later="This could not be noted just now. Load the page again in a minute, or answer the mail with “stop”.",
    ),
    "de": OptOutWords(
        title="Keine weiteren Mails",
        ask="Mit einem Klick bekommen Sie von diesem Absender keine Mails dieser Art mehr.",
        button="Keine Mails mehr senden",
        done_title="Erledigt",
        done="Sie bekommen von diesem Absender keine Mails dieser Art mehr. Mehr müssen Sie nicht tun.",
        preview="Dieser Link stammt aus einer Vorschau oder einer Testmail. Der Knopf ändert nichts.",
        broken_title="Dieser Link ist nicht vollständig",
        broken="Er wurde abgeschnitten. Öffnen Sie ihn noch einmal aus der Mail oder antworten Sie mit „Stopp“.",
        later_title="Bitte noch einmal versuchen",
        later="Das ging gerade nicht. Laden Sie die Seite in einer Minute neu oder antworten Sie mit „Stopp“.",
    ),
    "fr": OptOutWords(
        title="Plus de messages",
        ask="Appuyez sur le bouton et vous ne recevrez plus de messages de ce type de cet expéditeur.",
        button="Ne plus m’écrire",
        done_title="C’est fait",
        done="Vous ne recevrez plus de messages de ce type de cet expéditeur. Vous n’avez rien d’autre à faire.",
        preview="Ce lien vient d’un aperçu ou d’un message de test. Le bouton ne change rien.",
        broken_title="Ce lien n’est pas complet",
        broken="Il a été coupé en chemin. Ouvrez-le de nouveau depuis le message, ou répondez « stop ».",
        later_title="Veuillez réessayer",
        later="Cela n’a pas pu être enregistré. Rechargez la page dans une minute, ou répondez « stop ».",
    ),
    "es": OptOutWords(
        title="No más correos",
        ask="Pulse el botón y no recibirá más correos de este tipo de este remitente.",
        button="No enviarme más correos",
        done_title="Hecho",
        done="No recibirá más correos de este tipo de este remitente. No tiene que hacer nada más.",
        preview="Este enlace viene de una vista previa o de un correo de prueba. El botón no cambia nada.",
        broken_title="Este enlace no está completo",
        broken="Se cortó por el camino. Ábralo de nuevo desde el correo o responda «stop».",
        later_title="Inténtelo de nuevo",
        later="No se ha podido guardar ahora. Cargue la página de nuevo en un minuto o responda «stop».",
    ),
    "pt": OptOutWords(
        title="Não receber mais e-mails",
        ask="Carregue no botão e não receberá mais e-mails deste tipo deste remetente.",
        button="Não me enviar mais e-mails",
        done_title="Feito",
        done="Não receberá mais e-mails deste tipo deste remetente. Não precisa de fazer mais nada.",
        preview="Este link vem de uma pré-visualização ou de um e-mail de teste. O botão não altera nada.",
        broken_title="Este link não está completo",
        broken="Foi cortado pelo caminho. Abra-o de novo a partir do e-mail ou responda “stop”.",
        later_title="Tente de novo",
        later="Não foi possível guardar agora. Carregue a página de novo dentro de um minuto ou responda “stop”.",
    ),
    "it": OptOutWords(
        title="Niente più e-mail",
        ask="Prema il pulsante e non riceverà più e-mail di questo tipo da questo mittente.",
        button="Non inviatemi più e-mail",
        done_title="Fatto",
        done="Non riceverà più e-mail di questo tipo da questo mittente. Non deve fare altro.",
        preview="Questo link viene da un’anteprima o da un’e-mail di prova. Il pulsante non cambia nulla.",
        broken_title="Questo link non è completo",
        broken="È stato troncato per strada. Lo apra di nuovo dall’e-mail o risponda «stop».",
        later_title="Riprovi",
        later="Ora non è stato possibile salvarlo. Ricarichi la pagina tra un minuto o risponda «stop».",
    ),
    "nl": OptOutWords(
        title="Geen mails meer",
        ask="Druk op de knop en u krijgt van deze afzender geen mails van deze soort meer.",
        button="Stuur mij geen mails meer",
        done_title="Klaar",
        done="U krijgt van deze afzender geen mails van deze soort meer. Verder hoeft u niets te doen.",
        preview="Deze link komt uit een voorbeeld of een testmail. De knop verandert niets.",
        broken_title="Deze link is niet volledig",
        broken="Hij is onderweg afgekapt. Open hem opnieuw vanuit de mail, of antwoord met ‘stop’.",
        later_title="Probeer het opnieuw",
        later="Dit kon nu niet worden opgeslagen. Laad de pagina over een minuut opnieuw, of antwoord met ‘stop’.",
    ),
    "ja": OptOutWords(
        title="メールの配信停止",
        ask="ボタンを押すと、この送信者からこの種のメールは届かなくなります。",
        button="メールを停止する",
        done_title="完了しました",
        done="この送信者からこの種のメールは届かなくなります。ほかに必要な操作はありません。",
        preview="このリンクはプレビューまたはテストメールのものです。ボタンを押しても何も変わりません。",
        broken_title="リンクが不完全です",
        broken="リンクが途中で切れています。メールからもう一度開くか、「停止」とご返信ください。",
        later_title="もう一度お試しください",
        later="現在保存できませんでした。1分後にページを再読み込みするか、「停止」とご返信ください。",
    ),
}
"""By the language's code; English is the first and serves whoever asks for none of them."""
