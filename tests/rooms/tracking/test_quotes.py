"""A reply is read without what it quotes: our own words, sent back to us, must never be taken for theirs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.tracking.inbound_model import Address, Inbound, Part
from addon.tracking.quotes import said, said_html, said_text

OURS = "ann@ours.example"

ATTRIBUTIONS = """
On Mon, Feb 1, 2016 at 4:58 AM, Ann Bo <ann@ours.example> wrote:
On 3 May 2024, at 10:12, Ann Bo <ann@ours.example> wrote:
On 5/3/24 10:12 AM, Ann Bo wrote:
On Friday, 3 May 2024 at 10:12:33 CEST, Ann Bo <ann@ours.example> wrote:
On Fri, May 3, 2024, 10:12 Ann Bo <ann@ours.example> wrote:
Ann Bo <ann@ours.example> wrote on Fri, 3 May 2024 at 10:12:
Ann Bo <ann@ours.example> writes:
Am 03.05.24 um 10:12 schrieb Ann Bo:
Am 03.05.2024 um 10:12 schrieb Ann Bo <ann@ours.example>:
Am Fr., 3. Mai 2024 um 10:12 Uhr schrieb Ann Bo <ann@ours.example>:
Am 3. Mai 2024 10:12:13 MESZ schrieb Ann Bo <ann@ours.example>:
Ann Bo <ann@ours.example> schrieb am 3. Mai 2024 um 10:12:
Ann Bo hat am 03.05.2024 10:12 CEST geschrieben:
Ann Bo <ann@ours.example> hat am 03.05.2024 10:12 geschrieben:
Le 03/05/2024 à 10:12, Ann Bo a écrit :
Le ven. 3 mai 2024 à 10:12, Ann Bo <ann@ours.example> a écrit :
Le 3 mai 2024 à 10:12, Ann Bo <ann@ours.example> a écrit :
Le vendredi 3 mai 2024 à 10:12:33 UTC+2, Ann Bo <ann@ours.example> a écrit :
El vie, 3 may 2024 a las 10:12, Ann Bo (<ann@ours.example>) escribió:
El 3/5/24 a las 10:12, Ann Bo escribió:
El 3 may 2024, a las 10:12, Ann Bo <ann@ours.example> escribió:
Il giorno ven 3 mag 2024 alle ore 10:12 Ann Bo <ann@ours.example> ha scritto:
Il 03/05/24 10:12, Ann Bo ha scritto:
Il giorno 3 mag 2024, alle ore 10:12, Ann Bo <ann@ours.example> ha scritto:
Em sex., 3 de mai. de 2024 às 10:12, Ann Bo <ann@ours.example> escreveu:
Em 03/05/2024 10:12, Ann Bo escreveu:
Ann Bo <ann@ours.example> escreveu (sexta, 3/05/2024 à(s) 10:12):
A sexta, 3 de mai. de 2024, 10:12, Ann Bo <ann@ours.example> escreveu:
No dia 3 de mai. de 2024, às 10:12, Ann Bo <ann@ours.example> escreveu:
Op vr 3 mei 2024 om 10:12 schreef Ann Bo <ann@ours.example>:
Op 3 mei 2024 om 10:12 heeft Ann Bo <ann@ours.example> het volgende geschreven:
Op 03-05-2024 om 10:12 schreef Ann Bo:
pt., 3 maj 2024 o 10:12 Ann Bo <ann@ours.example> napisał(a):
W dniu 3.05.2024 o 10:12, Ann Bo pisze:
Wiadomość napisana przez Ann Bo <ann@ours.example> w dniu 3 maj 2024, o godz. 10:12:
Den fre 3 maj 2024 kl 10:12 skrev Ann Bo <ann@ours.example>:
3 maj 2024 kl. 10:12 skrev Ann Bo <ann@ours.example>:
Den 2024-05-03 kl. 10:12, skrev Ann Bo:
fre. 3. mai 2024 kl. 10:12 skrev Ann Bo <ann@ours.example>:
Den 03.05.2024 10:12, skrev Ann Bo:
Den fre. 3. maj 2024 kl. 10.12 skrev Ann Bo <ann@ours.example>:
Den 3. maj 2024 kl. 10.12 skrev Ann Bo <ann@ours.example>:
pe 3. toukok. 2024 klo 10.12 Ann Bo (ann@ours.example) kirjoitti:
Ann Bo <ann@ours.example> kirjoitti 3.5.2024 kello 10.12:
pá 3. 5. 2024 v 10:12 odesílatel Ann Bo <ann@ours.example> napsal:
Dne 03. 05. 24 v 10:12 Ann Bo napsal(a):
3. 5. 2024 v 10:12, Ann Bo <ann@ours.example>:
pi 3. 5. 2024 o 10:12 Ann Bo <ann@ours.example> napísal(a):
пт, 3 мая 2024 г. в 10:12, Ann Bo <ann@ours.example>:
03.05.2024 10:12, Ann Bo пишет:
3 мая 2024 г., в 10:12, Ann Bo <ann@ours.example> написал(а):
Пятница, 3 мая 2024, 10:12 +03:00 от Ann Bo <ann@ours.example>:
пт, 3 трав. 2024 р. о 10:12 Ann Bo <ann@ours.example> пише:
Ann Bo <ann@ours.example>, 3 May 2024 Cum, 10:12 tarihinde şunu yazdı:
3 May 2024 Cum 10:12 tarihinde Ann Bo <ann@ours.example> şunu yazdı:
Ann Bo <ann@ours.example> ezt írta (időpont: 2024. máj. 3., P, 10:12):
2024. 05. 03. 10:12 keltezéssel, Ann Bo írta:
În vin., 3 mai 2024 la 10:12, Ann Bo <ann@ours.example> a scris:
Pe vin., 3 mai 2024 la 10:12, Ann Bo <ann@ours.example> a scris:
pet, 3. svi 2024. u 10:12 Ann Bo <ann@ours.example> napisao je:
V V pet., 3. maj 2024 ob 10:12 je oseba Ann Bo <ann@ours.example> napisala:
Στις Παρ 3 Μαΐ 2024 στις 10:12 π.μ., ο/η Ann Bo <ann@ours.example> έγραψε:
2024年5月3日(金) 10:12 Ann Bo <ann@ours.example>:
2024/05/03 10:12、Ann Boのメール:
2024年5月3日 10:12、Ann Bo <ann@ours.example>のメール:
Ann Bo <ann@ours.example> 于2024年5月3日周五 10:12写道：
Ann Bo <ann@ours.example> 於 2024年5月3日 週五 上午10:12寫道：
在 2024年5月3日，10:12，Ann Bo <ann@ours.example> 写道：
2024년 5월 3일 (금) 오전 10:12, Ann Bo <ann@ours.example>님이 작성:
Vào Th 6, 3 thg 5, 2024 vào lúc 10:12 Ann Bo <ann@ours.example> đã viết:
Pada Jum, 3 Mei 2024 pukul 10.12 Ann Bo <ann@ours.example> menulis:
‫בתאריך יום ו׳, 3 במאי 2024 ב-10:12 מאת ‪Ann Bo‬‏ <‪ann@ours.example‬‏>:‬
في الجمعة، 3 مايو 2024 في 10:12 ص تمت كتابة ما يلي بواسطة ‪Ann Bo‬‏ <‪ann@ours.example‬‏>:
-------- Original-Nachricht --------
----- Weitergeleitete Nachricht von Ann Bo <ann@ours.example> -----
----- Forwarded by Ann Bo/ORG on 03.05.2024 10:12 -----
---- Vr, 03 mei 2024 10:12:13 +0200 Ann Bo <ann@ours.example> schreef ----
""".strip().splitlines()

HEADS = """
From|Sent|To|Subject
Von|Gesendet|An|Betreff
De|Envoyé|À|Objet
De|Enviado el|Para|Asunto
De|Enviada em|Para|Assunto
Da|Inviato|A|Oggetto
Van|Verzonden|Aan|Onderwerp
Od|Wysłano|Do|Temat
Från|Skickat|Till|Ämne
Fra|Sendt|Til|Emne
Lähettäjä|Lähetetty|Vastaanottaja|Aihe
Od|Odesláno|Komu|Předmět
От|Отправлено|Кому|Тема
Від|Надіслано|Кому|Тема
Kimden|Gönderildi|Kime|Konu
Feladó|Elküldve|Címzett|Tárgy
De la|Trimis|Către|Subiect
差出人|送信日時|宛先|件名
发件人|发送时间|收件人|主题
寄件者|寄件日期|收件者|主旨
보낸 사람|보낸 날짜|받는 사람|제목
Von|Datum|An|Betreff
De|Date|À|Objet
Från|Datum|Till|Ämne
Fra|Dato|Til|Emne
""".strip().splitlines()


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_ends_what_they_wrote(line: str):
    assert said_text(f"Please call me.\n\n{line}\n\nOur mail.\nbuy now\n") == "Please call me."
    assert said_text(f"Please call me.\n{line}\n> Our mail.\n> buy now\n") == "Please call me."


@pytest.mark.parametrize("names", HEADS)
@pytest.mark.parametrize("colon", [":", " :", "："])
@pytest.mark.parametrize("star", ["", "*"])
def test_the_head_of_a_quoted_mail_ends_what_they_wrote(names: str, colon: str, star: str):
    values = ("Ann Bo", "3 May 2024 10:12", "Bob <b@x.example>", "Hello")
    head = "\n".join(f"{star}{n}{colon}{star} {v}" for n, v in zip(names.split("|"), values, strict=True))
    assert said_text(f"Please call me.\n________________________________\n{head}\n\nOur mail.") == "Please call me."


def test_an_attribution_broken_over_lines_is_one():
    text = (
        "Fine.\n\nOn Thu, Jun 20, 2024 at 4:18 PM, Ann of a very long company name <\nann@ours.example> wrote:\n\n> x"
    )
    assert said_text(text) == "Fine."


def test_answers_between_quoted_lines_are_kept():
    text = "On 3 May 2024, Ann wrote:\n> When?\nOn Friday.\n> Where?\nAt ours.\n"
    assert said_text(text) == "On Friday.\n\nAt ours."


def test_a_line_that_names_us_is_certain_in_any_language():
    text = "Ndiyo.\n\nTarehe 3 Mei 2024 Ann aliandika <ann@ours.example>:\nOur mail."
    assert said_text(text, (OURS.upper(),)) == "Ndiyo."


@pytest.mark.parametrize(
    "text",
    [
        "From: Berlin\nTo: Munich\nDate: 5 May",
        "On Monday we met Ann, as I wrote:\nit went well.",
        "---- Enter feedback below ----\nAll good.",
        "Here are times:\n2024-01-15 14:30\n15.01.2024 14:30\nPick one.",
        "Please ask\n\nJane Doe\njane@x.example\n+49 89 1234567",
        "## Points\n----\n1. faster\n2. cheaper\n----\nThe lines above are no signature.",
    ],
)  # fmt: skip
def test_own_words_that_look_like_marks_are_kept(text: str):
    assert said_text(text) == text


@pytest.mark.parametrize(
    "below",
    [
        "-- \nBob Roe\nCEO",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé depuis mon iPhone",
        "Get Outlook for iOS<https://aka.ms/x>",
        "Best regards,\n\nBob Roe\nHead of Sales | ACME\n+49 89 1234567\nwww.acme.example",
        "_______________________________________________\nour mailing list\nhttp://lists.example/info",
        "This e-mail and its attachments are confidential and meant for the intended recipient only. " * 4,
    ],
)  # fmt: skip
def test_what_stands_below_is_left_out(below: str):
    assert said_text(f"Yes, please.\n\n{below}\n") == "Yes, please."


def test_a_postscript_below_a_signature_is_kept():
    assert said_text("Yes.\n\n-- \nBob\nCEO\n\nPS: not before May") == "Yes.\n\nPS: not before May"


def test_the_senders_card_is_left_out_but_not_a_colleagues():
    card = "\n\nBob Roe\nCEO\n+49 89 1234567"
    assert said(Inbound(sender=Address(name="Bob Roe"), text=f"Yes.{card}")) == "Yes."
    assert "1234567" in said(Inbound(sender=Address(name="Al Poe"), text=f"Ask him.{card}"))


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="gmail_quote">On 3 May, Ann wrote:<blockquote>Our mail</blockquote></div>',
        '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">Ann:</div>Our mail</div>',
        '<div class="moz-cite-prefix">Ann:</div><blockquote type="cite">Our mail</blockquote>',
        '<div id="divRplyFwdMsg"><b>From:</b> Ann</div><div>Our mail</div>',
        '<div id="appendonsend"></div><hr>Our mail',
        '<div id="x_divRplyFwdMsg">Ann</div>Our mail',
        '<div class="yahoo_quoted"><div>Ann</div>Our mail</div>',
        "<hr>From: Ann &lt;ann@ours.example&gt;<br>Sent: today<br>Subject: x<br><br>Our mail",
        '<div style="display:none">Our mail</div>',
        '<div class="gmail_signature">Bob, unsubscribe</div>',
    ],
)  # fmt: skip
def test_marked_quotes_of_html_are_left_out(quote: str):
    assert said_html(f"<html><body><p>Yes,<br>please.</p>{quote}</body></html>") == "Yes,\nplease."


def test_answers_inside_a_quote_of_html_are_kept():
    quotes = "Ann wrote:<blockquote>When?</blockquote>On Friday.<blockquote>Where?</blockquote>"
    assert said_html(f'<div class="gmail_quote">{quotes}</div>') == "On Friday."


def test_html_that_marks_its_quote_corrects_plain_text_that_does_not():
    html = 'Yes.<div class="gmail_quote">Ann:<blockquote>Our mail</blockquote></div>'
    mail = Inbound(text="Yes.\n\nAnn:\nOur mail", html=html, parts=(Part(kind="text/plain"), Part(kind="text/html")))
    assert said(mail) == "Yes."


def test_a_reply_of_quoted_lines_only_says_nothing_and_a_mail_of_them_says_them():
    assert said(Inbound(text="> stop\n", headers=(("in-reply-to", "<a@b>"),))) == ""
    assert said(Inbound(text="> stop\n")) == "> stop"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("abc \n>:-_@<.1On wrote\r\u202e"), max_size=200))
def test_any_text_gives_words_of_its_own(text: str):
    own = said_text(text, (OURS,))
    assert set(own.split()) <= set(text.split())


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <>/=\"'!-?&;divblockquote class=gmail_quote"), max_size=200))
def test_any_html_is_read(html: str):
    assert isinstance(said_html(html), str)


@pytest.mark.parametrize("piece", ["> > > ", "On On On ", "> > >\n", "On On On\n", "wrote:\n", "-=-=\n", "Subject:\n"])
def test_a_megabyte_of_marks_takes_less_than_a_second(piece: str):
    started = time.process_time()
    said_text(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<div>", "<a b='", "<div class=gmail_quote><blockquote></blockquote>"]
)
def test_a_megabyte_of_broken_html_takes_less_than_a_second(piece: str):
    started = time.process_time()
    said_html(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 1
