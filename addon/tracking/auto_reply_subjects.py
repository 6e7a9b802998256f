"""How the subjects of automatic answers begin, in the languages of the mail programs that write them.

Phrases are separated by ``|`` and read by ``wording``. Written from general knowledge of the languages.
"""

CERTAIN = """
    vacation auto reply | vacation autoreply | en dehors du bureau | estou fora do escritório
    | i am out of the office | i'm out of the office | i am out of office | currently out of the office
    | je suis absent du bureau | automatic reply | automatic response | auto reply | autoreply | auto response
    | autoresponse | autoresponder | auto responder | automated reply | automated response
    | automatically generated | out of office reply | out of office autoreply | out of office auto reply
    | out of office message | out of office notification | out of office response | out of the office reply
    | vacation reply | vacation response | vacation message | automatische antwort | abwesenheitsnotiz
    | abwesenheitsmeldung | abwesenheitsassistent | abwesenheitsnachricht | abwesenheitsbenachrichtigung
    | abwesenheitsmitteilung | abwesenheitsagent | automatische abwesenheitsnotiz | automatische rückmeldung
    | automatische rückantwort | automatische eingangsbestätigung | automatische nachricht
    | automatisierte antwort | automatische e mail antwort | réponse automatique | réponse auto
    | réponse d'absence | message d'absence | notification d'absence | avis d'absence | absence du bureau
    | message automatique | gestionnaire d'absence | respuesta automática | contestación automática
    | mensaje automático | autorespuesta | auto respuesta | notificación de ausencia | mensaje de ausencia
    | aviso de ausencia | respuesta de ausencia | resposta automática | resposta auto | mensagem automática
    | notificação de ausência | aviso de ausência | mensagem de ausência | resposta automàtica
    | risposta automatica | risposta fuori sede | risposta non al computer | risposta di assenza
    | messaggio automatico | avviso di assenza | notifica di assenza | messaggio di assenza
    | risponditore automatico | automatisch antwoord | automatische reactie | automatische beantwoording
    | automatisch bericht | afwezigheidsbericht | afwezigheidsmelding | afwezigheidsassistent | autosvar
    | automatiskt svar | automatsvar | frånvaromeddelande | frånvarobesked | automatisk svar
    | fraværsmeddelelse | fraværsbesked | fraværsmelding | automatisk fraværsmelding | autosvar fravær
    | sjálfvirkt svar | automaattinen vastaus | automaattivastaus | poissaoloilmoitus | poissaoloviesti
    | odpowiedź automatyczna | automatyczna odpowiedź | autoodpowiedź | informacja o nieobecności
    | powiadomienie o nieobecności | wiadomość automatyczna | automatická odpověď | automatická odpoveď
    | odpověď mimo kancelář | oznámení o nepřítomnosti | automatikus válasz | automatikus üzenet | házon kívül
    | răspuns automat | mesaj automat | otomatik yanıt | otomatik cevap | otomatik mesaj | автоматический ответ
    | автоматическое сообщение | автоответ | автоответчик | автоматична відповідь | автовідповідь
    | автоматичен отговор | αυτόματη απάντηση | automatski odgovor | samodejni odgovor | automaatvastus
    | automātiska atbilde | automatinis atsakymas | 自動応答 | 自動返信 | 自動回答 | 不在通知 | 不在応答
    | 不在のお知らせ | 不在のご連絡 | 休業のお知らせ | 自動送信 | 自动答复 | 自动回复 | 自动应答 | 自動回覆
    | 自動答覆 | 外出时的自动答复 | 자동 회신 | 자동 응답 | 자동회신 | 자동응답 | 부재중 자동 | trả lời tự động
    | balasan otomatis | jawapan automatik | ตอบกลับอัตโนมัติ | מענה אוטומטי | תשובה אוטומטית | رد تلقائي
    | الرد التلقائي | پاسخ خودکار | स्वचालित उत्तर"""
"""No person begins a subject like this."""

LIKELY = """
    away from office | en dehors du bureau | out of office | out of the office | ooo | oof
    | away from the office | away from my desk | away | on vacation | vacation | on holiday | on annual leave
    | annual leave | on leave | parental leave | maternity leave | not in the office | currently away
    | abwesend | abwesenheit | im urlaub | in urlaub | urlaub | nicht im büro | nicht im hause | außer haus
    | elternzeit | ich bin nicht im büro | absent | absente | absence | en congé | en congés | congés
    | en vacances | hors du bureau | absent du bureau | absente du bureau | je suis absent | je suis absente
    | fuera de la oficina | fuera de oficina | de vacaciones | vacaciones | ausente | ausencia
    | estoy de vacaciones | fora do escritório | de férias | férias | ausência | em férias | estou de férias
    | fuori sede | fuori ufficio | fuori dall'ufficio | assente | assenza | in ferie | ferie | sono in ferie
    | afwezig | afwezigheid | met vakantie | op vakantie | vakantie | buiten kantoor | niet op kantoor
    | niet aanwezig | semester | på semester | frånvaro | frånvarande | inte på kontoret | borta
    | ikke på kontoret | på ferie | ute av kontoret | fravær | fraværende | ikke til stede | poissa | lomalla
    | poissa toimistosta | poissaolo | vuosilomalla | poza biurem | nieobecny | nieobecna | nieobecność | urlop
    | na urlopie | nieobecność w biurze | mimo kancelář | dovolená | na dovolené | nepřítomen | nepřítomnost
    | szabadság | szabadságon | concediu | în concediu | ofis dışında | ofis dışındayım | izindeyim
    | yıllık izin | вне офиса | в отпуске | отпуск | нет на работе | нет на месте | отсутствую | у відпустці
    | поза офісом | εκτός γραφείου | σε άδεια | 不在 | 休暇 | 外出中 | 休暇中 | 休假 | 休假中 | 外出
    | 不在办公室 | 부재중 | 휴가 | 휴가중"""
"""Begins many an automatic answer, but a person could write it: it counts where it stands alone."""

TICKET = (
    r"[\[(#]\s?(?:ticket|case|request|req|ref|anfrage|vorgang|incident|inc|id|sr|#)?[\s:#-]*[a-z]{0,5}-?\d{3,}"
    r"|(?<!\w)(?:ticket|case|request|incident|vorgang|anfrage|vorgangsnummer|ticketnummer|numero|caso|demande)"
    r"\s?(?:id|no|nr|number)?[\s.:#-]*[a-z]{0,5}-?\d{3,}"
)
"""A number by which a help desk files a mail; a regular expression over the folded subject."""

RECEIVED_SUBJECT = """
    ticket received | request received | message received | we received your | we have received your
    | we've received your | your request has been received | your message has been received
    | your ticket has been | ticket created | new ticket created | case created | confirmation of receipt
    | acknowledgement of receipt | thank you for contacting | thanks for contacting
    | thank you for your message | thank you for your email | thank you for your enquiry
    | thank you for your inquiry | eingangsbestätigung | empfangsbestätigung | ihre anfrage ist eingegangen
    | ihre nachricht ist eingegangen | ihre anfrage bei | accusé de réception | votre demande a été
    | votre demande n | acuse de recibo | hemos recibido | recebemos sua | recebemos a sua
    | confirmação de recebimento | conferma di ricezione | abbiamo ricevuto | ontvangstbevestiging
    | wij hebben uw | mottagningsbekräftelse | mottagningskvitto | kvittering | potwierdzenie otrzymania
    | 受付完了 | お問い合わせありがとう | 受付のお知らせ"""
"""Begins the subject of an answer that only says something arrived."""

READ_SUBJECT = """
    read | not read | gelesen | ungelesen gelöscht | lu | non lu | leído | no leído | lida | não lida | letto
    | non letto | gelezen | ongelezen | läst | læst | lest | luettu | przeczytane | přečteno | olvasva | okundu
    | прочитано | 開封済み | 已读 | 읽음"""
"""Begins the subject of a read receipt before its colon."""
