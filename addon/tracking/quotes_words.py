"""Words by which mail programs mark what they quote, folded (see ``addon.lib.text.fold``)."""

from __future__ import annotations

import re

from addon.lib.text import fold


def _any_of(text: str) -> str:
    """
    Return the phrases between `` | `` as alternatives, the longest first so that none hides a longer one.
    """
    phrases = sorted({fold(phrase) for phrase in text.split("|")}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if phrase)


WROTE = _any_of("""
    wrote | sent | writes | said | schrieb | schrieb folgendes | hat geschrieben | geschrieben | a écrit
    | a ecrit | écrivait | ha escrit | va escriure | escribió | ha escrito | escribio | escreveu | escreve
    | ha scritto | scrisse | schreef | schreef het volgende | geschreven | het volgende geschreven | napisał
    | napisała | napisał(a) | napisal/a | pisze | skrev | skrev følgende | skrev følgjande | följande
    | kirjoitti | skrifaði | kirjutas | написал | написала | написал(а) | написав | написала(а) | пише | пишет
    | писал | писал(а) | писала | написа | napsal | napsal(a) | napsala | napísal | napísal(a) | napisao
    | napisao je | napisala je | je napisal | je napisao | je napisala | a scris | ha scris | írta | írta ezt
    | ezt írta | yazdı | şunu yazdı | şunları yazdı | έγραψε | rašė | parašė | rakstīja | đã viết | menulis
    | menulis hal berikut | เขียนว่า | wrote the following | 写道 | 寫道 | 님이 작성 | 작성 | 님이 씀 | のメール
    | のメッセージ | さんは書きました | כתב | כתבה | كتب
""")
"""How an attribution ends, or what stands inside it where the verb comes early."""

DAY_WORDS = _any_of("""
    on | am | le | el | il | em | op | w dniu | dnia | den | dne | dňa | a(z) | в | вт | ср | чт | пт | сб | вс
    | пн | 在 | 於 | 于 | på | στις | la data de | tarihinde | pada | vào | pe | ti | ke | to | ma | la | su
    | tir | ons | tor | fre | lør | søn | man | mon | tue | wed | thu | fri | sat | sun | mo | di | mi | do | fr
    | sa | so
""")
"""How an attribution may begin, before a day."""

ORIGINAL = _any_of("""
    original message | original appointment | original mail | original e-mail | original email | reply message
    | replied message | forwarded message | forwarded by | begin forwarded message | forward message
    | ursprüngliche nachricht | originalnachricht | original-nachricht | original nachricht
    | weitergeleitete nachricht | anfang der weitergeleiteten nachricht | ursprünglicher termin
    | weitergeleitete e-mail | message d'origine | message d’origine | message original | message initial
    | message transféré | début du message transféré | début du message réexpédié | courriel original
    | e-mail d'origine | mensaje original | mensaje reenviado | inicio del mensaje reenviado | correo original
    | mensagem original | mensagem encaminhada | início da mensagem reencaminhada | mensagem reencaminhada
    | messaggio originale | messaggio inoltrato | inizio messaggio inoltrato | oorspronkelijk bericht
    | origineel bericht | doorgestuurd bericht | begin doorgestuurd bericht | wiadomość oryginalna
    | oryginalna wiadomość | wiadomość pierwotna | przekazana wiadomość | początek przekazywanej wiadomości
    | treść przekazanej wiadomości | ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande
    | vidarebefordrat brev | oprindelig meddelelse | original meddelelse | videresendt meddelelse
    | videresendt besked | opprinnelig melding | videresendt melding | alkuperäinen viesti | välitetty viesti
    | edelleenlähetetty viesti | původní zpráva | přeposlaná zpráva | původní e-mail | pôvodná správa
    | preposlaná správa | исходное сообщение | пересылаемое сообщение | пересланное сообщение | исходное письмо
    | початкове повідомлення | переслане повідомлення | orijinal mesaj | özgün ileti | iletilen mesaj
    | yönlendirilen mesaj | eredeti üzenet | továbbított üzenet | mesaj original | mesaj redirecționat
    | izvorna poruka | izvirno sporočilo | αρχικό μήνυμα | προωθημένο μήνυμα | 原始邮件 | 原始郵件 | 转发邮件
    | 轉寄郵件 | 转发的邮件 | 元のメッセージ | 転送メッセージ | 원본 메시지 | 전달된 메시지 | הודעה מקורית
    | הודעה שהועברה | الرسالة الأصلية | رسالة معاد توجيهها
""")
"""What stands between dashes above a quoted or forwarded mail."""

_HEADERS = {
    "from": """
        from | von | de | da | van | od | fra | från | lähettäjä | от | від | kimden | gönderen | feladó | de la
        | desde | expéditeur | mittente | afzender | remetente | remitente | nadawca | отправитель | 差出人
        | 送信者 | 发件人 | 寄件者 | 寄件人 | 보낸 사람 | 보낸사람 | από | מאת | من | odosielateľ | odesílatel
    """,
    "sent": """
        sent | date | sent on | gesendet | gesendet am | datum | envoyé | envoyé le | date d'envoi | enviado
        | enviado el | enviado em | enviada em | enviada | fecha | data | inviato | inviato il | data invio
        | verzonden | verzonden op | wysłano | wysłane | skickat | skickat den | sendt | dato | sendt den
        | lähetetty | päivämäärä | päiväys | дата | отправлено | надіслано | gönderme tarihi | gönderildi
        | tarih | küldve | elküldve | dátum | trimis | odesláno | odoslané | poslano | message du | 送信日時
        | 日付 | 日時 | 发送时间 | 日期 | 寄件日期 | 時間 | 时间 | 보낸 날짜 | 날짜 | στάλθηκε | ημερομηνία
        | נשלח | תאריך | تاريخ الإرسال | التاريخ
    """,
    "to": """
        to | an | à | a | para | aan | do | till | til | vastaanottaja | кому | kime | alıcı | címzett | către
        | komu | pro | pour | destinataire | destinatario | destinatário | za | prima | 宛先 | 收件人 | 收件者
        | 받는 사람 | 받는사람 | προς | אל | إلى | cc | cópia | copia | copie | kopie | kopia | kopio | dw
        | копия | копія | bilgi | másolatot kap | reply-to | reply to | antwort an | répondre à | responder a
        | rispondi a | risposta
    """,
    "subject": """
        subject | betreff | objet | sujet | asunto | assunto | oggetto | onderwerp | temat | ämne | emne | aihe
        | тема | konu | tárgy | subiect | předmět | predmet | naslov | zadeva | 件名 | 主题 | 主旨 | 主題 | 제목
        | θέμα | נושא | הנדון | الموضوع
    """,
}

HEADERS = {fold(name): kind for kind, names in _HEADERS.items() for name in names.split("|")}
"""What a line of a quoted mail's head is about, by its folded name: ``from``, ``sent``, ``to`` or ``subject``."""

FOOTER = _any_of("""
    sent from | sent via | sent with | sent using | sent by | sent on the go | <<sent by | get outlook for
    | from my iphone | from my ipad | from my mobile | from my android | download outlook for | via mobile
    | someone from mobile | gesendet von | gesendet mit | gesendet über | von meinem | von meiner
    | diese nachricht wurde von meinem | diese nachricht wurde mit | holen sie sich outlook | outlook für
    | outlook für ios | envoyé depuis | envoyé à partir | envoyé de mon | envoyé avec | envoyé par
    | obtenez outlook | télécharger outlook | téléchargez outlook | provenance : courrier | enviado desde
    | enviado de | enviado do | enviado a partir | enviado através | enviado por | enviado con | enviado com
    | obtener outlook | descargar outlook | obter o outlook | baixar o outlook | obtenha o outlook | inviato da
    | inviato dal | inviato con | inviato tramite | inviato mediante | scarica outlook | ottieni outlook
    | verzonden vanaf | verzonden met | verzonden via | verstuurd vanaf | verstuurd met | outlook voor
    | download outlook | wysłano z | wysłane z | wysłano za pomocą | pobierz outlook | skickat från
    | skickat med | hämta outlook | sendt fra | sendt med | sendt via | hent outlook | skaffa outlook
    | lähetetty | hanki outlook | odesláno z | odesláno pomocí | odosláno z | odoslané z | získat outlook
    | stáhnout outlook | отправлено с | отправлено из | послано с | надіслано з | надіслано від
    | gönderildi iphone | iphone'umdan gönderildi | iphone’umdan gönderildi | android'den gönderildi
    | elküldve az | trimis de pe | trimis din | poslano s | poslano iz | iphoneから送信 | ipadから送信 | 从我的
    | 從我的 | 发自我的 | 發自我的 | 來自我的 | 来自我的 | 나의 iphone에서 | 내 iphone에서 | στάλθηκε από
    | נשלח מה | أرسلت من | מ-iphone
""")
"""How a program signs for its owner, at the start of a line."""

FAREWELL = _any_of("""
    regards | best regards | kind regards | warm regards | many regards | best | best wishes | all the best
    | cheers | sincerely | yours sincerely | yours truly | yours faithfully | yours | thanks | thank you
    | many thanks | thx | thanks and regards | thanks & regards | thanks and best regards | respectfully | br
    | rgds | kr | warmly | cordially | mit freundlichen grüßen | mit freundlichem gruß
    | mit freundlichen grüssen | freundliche grüße | freundliche grüsse | viele grüße | viele grüsse
    | beste grüße | beste grüsse | liebe grüße | herzliche grüße | schöne grüße | mfg | lg | vg | gruß | grüße
    | hochachtungsvoll | danke | vielen dank | besten dank | mit besten grüßen | mit besten grüssen
    | cordialement | bien cordialement | bien à vous | salutations | sincères salutations
    | meilleures salutations | merci | respectueusement | cdlt | bonne journée | saludos | un saludo
    | saludos cordiales | un cordial saludo | atentamente | cordialmente | gracias | muchas gracias | atte
    | cordiali saluti | distinti saluti | saluti | un saluto | grazie | buona giornata | atenciosamente
    | cumprimentos | com os melhores cumprimentos | melhores cumprimentos | abraços | abraço | obrigado
    | obrigada | att | met vriendelijke groet | met vriendelijke groeten | vriendelijke groet
    | vriendelijke groeten | groet | groeten | mvg | bedankt | met hartelijke groet | hartelijke groet
    | pozdrawiam | z poważaniem | z wyrazami szacunku | pozdrowienia | dziękuję | vänliga hälsningar
    | med vänliga hälsningar | med vänlig hälsning | hälsningar | mvh | tack | hälsning | bästa hälsningar
    | venlig hilsen | med venlig hilsen | mange hilsner | hilsen | bedste hilsner | vh | tak | vennlig hilsen
    | med vennlig hilsen | ystävällisin terveisin | terveisin | parhain terveisin | yt | kiitos | s pozdravem
    | s pozdravom | děkuji | pozdravy | hezký den | с уважением | с наилучшими пожеланиями | спасибо | з повагою
    | дякую | saygılarımla | iyi çalışmalar | teşekkürler | saygılar | üdvözlettel | tisztelettel | cu stimă
    | cu respect | lp | lep pozdrav | s poštovanjem | με εκτίμηση | 敬具 | 以上 | 此致 | 敬礼 | 감사합니다
""")
"""How people take leave on a line of its own."""

NOTICE = _any_of("""
    confidential | intended recipient | intended solely | legally privileged | vertrauliche | vertraulich
    | confidentiel | confidentielle | confidencial | confidenciales | riservate | riservata | riservato
    | vertrouwelijk | poufne | poufna | fortrolig | fortrolige | konfidentiell | konfidentiella
    | luottamuksellinen | luottamuksellisia | důvěrné | конфиденциальн | gizli | virus-free | virenfrei
    | antivirus | think before you print | before printing | consider the environment | penser à l'environnement
    | denken sie an die umwelt
""")
"""What gives away a notice no person wrote for this mail."""
