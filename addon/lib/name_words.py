"""The words names are told by: what is no person, what stands around a name, and how a name is spelled."""

from __future__ import annotations

import re
import unicodedata

from addon.lib.text import fold

_LEGAL = re.compile(
    r"\b(?:gmbh|mbh|ohg|kgaa|e\.?\s?[kv]\.|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|company|s\.?a\.?r\.?l\.?"
    r"|s\.r\.l\.?|s\.p\.a\.?|s\.l\.(?:u\.)?|b\.v\.?|n\.v\.?|l\.?t?da|e\.i\.r\.l|k\.k|pty|pvt|oyj?|aps|a/s|d\.o\.o|s\.r\.o|sp\.\s?z\s?o\.?o|kft|zrt|ooo"
    r"|associates|association|committee|consulting|enterprises|foundation|industries|international|logistics|partners"
    r"|services|software|solutions|systems|technolog(?:y|ies)|bancorp|associação|asociación|associazione|azienda"
    r"|holdings?|gruppe|gesellschaft|stiftung|verein|universit\w+|university|hochschule|institut[eo]?|ministeri\w+)(?!\w)",
    re.IGNORECASE,
)
"""Legal forms and bodies that no person carries."""

_SHORT_LEGAL = re.compile(r".+\s(?:AG|KG|UG|SE|SA|AB|BV|NV|SL|SRL|SpA|SPA|SAS|AS|ASA|Co\.|& Co|Cie\.?|OÜ|UAB|Nyrt)\.?")
"""Legal forms that are names or initials elsewhere: only at the end, behind something written otherwise."""

_EASTERN_LEGAL = re.compile(r"株式会社|有限会社|合同会社|有限公司|주식회사|\(株\)|（株）|㈱|\(주\)")

_DESKS = """
    abteilung accounting accounts admin administration and anonymous ansprechpartner ansprechpartnerin
    asistencia assistance backoffice billing bookkeeping buchhaltung buero buro career careers client clienta
    cliente comercial commercial compras contabilidad contact contacto contato customer das de dear departamento
    department dept der desk die direction du einkauf empfang enquiries equipe equipo finance first firstname
    friend front frontdesk gast general geschaftsfuhrung geschaftsleitung geschatzte geschatzter guest hello
    help helpdesk hr human ihr info information interessent interessentin it klant klantenservice kunde kunden
    kundenservice kundin la lastname madam mail management manager marketing n/a na name nan nil no nobody none
    null of office operations or order orders our owner person personal personalabteilung post prospect
    purchasing recepcion reception recruiting reservas resources rezeption sales sekretariat service services
    sir soporte staff support surname sysadmin tba tbc tbd team teams tech technical technik test the to todo
    unbekannt und undefined unknown unser user valued vendas ventas verkauf vertrieb vorname webmaster whom your
    zentrale 担当者 ご担当者 御中 営業部 人事部 総務部 総務 採用担当"""
_NOBODY = frozenset(_DESKS.split())
"""Words of a desk or a placeholder; a cell of nothing else names no person."""

_TEAM_WORDS = "team teams equipe equipo abteilung department dept departamento reparto redaktion office 御中"
_TEAMS = frozenset(_TEAM_WORDS.split())
"""Words that make a desk of whatever stands beside them."""

_NO_NAME = re.compile(r"@|https?://|www\.|\d{2}|[=<>{}\[\]^~#$%€£]|\.(?:com|net|org|de|io|eu)\b", re.IGNORECASE)
"""What no name holds: addresses, links, numbers, formulas."""

_REMARK = re.compile(r"\s+[|/•·–—]\s+.*|\s+-{1,2}\s+.*|\s*[|•;].*|\s+@\s*\S.*", re.DOTALL)
"""Where a name ends and a role, an employer or a remark begins."""

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PHONE = re.compile(r"[,;]?\s+(?:tel|telefon|phone|mobile?|fax|cell)\b.*", re.IGNORECASE | re.DOTALL)
_COMMA_TAIL = re.compile(r",\s*(?P<tail>[^,]+)$")
_AT_LAW = re.compile(r",?\s+(?:attorneys?|counsel(?:lor)?|lawyer|rechtsanw\w+)\s+at\s+law\.?$", re.IGNORECASE)

COUPLES = re.compile(r"\b(?:and|und|et|en|e|y|og|och)\b|&", re.IGNORECASE)
"""What joins two people's names."""

_SECOND_GIVEN_TEXT = """
    alberto alejandra alejandro alexandre alfonso alfredo ana andres angel angela angeles antonia antonio
    armando augusto beatriz belen carlos carmen carolina cesar claudia clara cristina daniel david diego eduardo
    elena emilio enrique ernesto esteban eugenia eva felipe fernanda fernando francisca francisco gabriel
    gabriela gonzalo guadalupe guillermo gustavo helena henrique hugo ignacio ines isabel javier jesus joao
    joaquin jorge jose josefa juan julia julio laura leonor leticia lorena lourdes lucia luis luisa luiz luiza
    manuel manuela marcela marcos maria mariana mario martin mateo mercedes miguel miriam monica natalia nuno
    olga oscar pablo patricia paula paulo pedro pilar rafael ramon raquel raul ricardo roberto rocio rodrigo
    rosa rosario ruben ruth sara sergio silvia sofia sonia susana teresa tiago tomas veronica vicente victor
    victoria virginia vitor xavier"""
SECOND_GIVEN = frozenset(_SECOND_GIVEN_TEXT.split())
"""Common given names of Spain, Portugal and the Americas: behind a first one they are a second, not a family name."""

_ASIAN_SURNAMES_TEXT = """
    bae bai baek bang bui byun cai cao chan chang chao chen cheng cheung cho choe choi chong chow choy chu chua
    chun chung cui dai dang deng ding do dong du duan duong fan fang feng fong fu gao goh gong gu guo gwak ha
    han hao he heo ho hong hou hsieh hsu hu huang hung huynh hwang jang jeon jeong ji jia jiang jin jo joo ju
    jung kang kim ko koh koo kuo kwak kwan kwok kwon lai lam lau le lee leung li liang liao lim lin ling liu lo
    long lu luo luong lv ly ma mai mao meng min mo moon mun nam ng nghiem ngo nguyen noh oh ong pak pan pang
    park peng pham phan phung qian qin qiu quach ren rhee roh ryu seo seok shao shen shi shim shin sim sin so
    sohn son song su suh sun sung ta tan tang tao teo thai tian to ton tran trinh truong tsai tsang tseng tu van
    vo vu wan wang wei wen won wong woo woon wu xia xiang xiao xie xiong xu xue yan yang yao ye yeo yeoh yi yin
    ying yoo yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou"""
ASIAN_SURNAMES = frozenset(_ASIAN_SURNAMES_TEXT.split())
"""Common Chinese, Korean and Vietnamese family names in Latin script, folded."""

_JAPANESE_SURNAMES_TEXT = """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎
    阿部 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 斉藤 斎藤 齋藤 坂本 遠藤 青木
    藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田
    酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 小島
    大塚 千葉 久保 松井 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 古川 浜田 市川 小松 高野
    水野 山内 西田 吉川 荒木 川口 五十嵐 北村 安田 中田 川崎 飯田 平田 本田 久保田 吉村 西川 岩田 中西 服部 樋口
    福島 川上 永井 松岡 田口 山中 森本 矢野 広瀬 秋山 大久保 石原 松下 馬場 大橋 吉岡 小池 浅野 荒井 大島 松浦
    石橋 熊谷 田辺 早川 松村 須藤 岡崎 黒田 大谷 白石 堀内 上原 萩原 小山 本間 川村 星野 尾崎 片山 西山 土屋
    関口 内藤 大川 宮田 岩本"""
JAPANESE_SURNAMES = frozenset(_JAPANESE_SURNAMES_TEXT.split())
"""Common Japanese family names of two and three characters."""

_LOW_WORDS = """
    al an auf av aus ben bin bint da das de dei del della den der di do dos du e el en het ibn la las le los op
    te ten ter 't und van vom von vor y zu zum zur"""
_LOW = frozenset(_LOW_WORDS.split())
"""Particles written small inside a family name that was shouted."""

_WORD = re.compile(r"[^\W\d_]+")


def is_person(text: str) -> bool:
    """Whether a cleaned text may name a person: no company, desk, address, number or placeholder."""
    if not any(char.isalpha() for char in text) or _NO_NAME.search(text):
        return False
    if _LEGAL.search(text) or _EASTERN_LEGAL.search(text) or _is_short_legal(text):
        return False
    words = re.findall(r"[^\W_]+(?:/[^\W_]+)*", fold(text))
    return words[0] not in _TEAMS and words[-1] not in _TEAMS and not all(word in _NOBODY for word in words)


def is_nobody(word: str) -> bool:
    """Whether a folded word is one of a desk or a placeholder."""
    return word in _NOBODY


def without_remarks(text: str) -> str:
    """Return a name without what people write behind it: a role after a dash, an employer after a comma, emoji."""
    text = "".join(" " if _is_picture(char) else char for char in text)
    text = _AT_LAW.sub("", _PHONE.sub("", _REMARK.sub("", " ".join(text.split()))))
    text = _BRACKETS.sub(lambda found: "" if _is_company(found[1]) else found[0], text)
    tail = _COMMA_TAIL.search(text)
    if tail and " " in text[: tail.start()].strip() and _is_company(tail["tail"]):
        text = text[: tail.start()]
    return text.strip(" ·")


def _is_picture(char: str) -> bool:
    return char != "㈱" and (unicodedata.category(char) == "So" or (char > "\U0001f000" and not char.isalpha()))


def _is_company(text: str) -> bool:
    return _LEGAL.search(text) is not None or _is_short_legal(text)


def _is_short_legal(text: str) -> bool:
    return "," not in text and not text.isupper() and _SHORT_LEGAL.fullmatch(text) is not None


def spelled(part: str, *, one_case: bool, is_first: bool = False) -> str:
    """Return a part of a name as one writes it; ``one_case`` says that the whole name was all capitals or none.

    In a name of both cases only what is plainly shouted (three capitals and more) or begins small is changed.
    ``is_first`` is for given names, whose words are no particles.
    """
    return " ".join(_cased(word, one_case, is_first) for word in part.split())


def _cased(word: str, one_case: bool, is_first: bool) -> str:
    small = word.lower()
    if small in _LOW and not is_first:
        return small if one_case else word
    is_shouted = word.isupper() and len(word) > 2 and "." not in word
    if one_case or is_shouted or (is_first and word.islower()):
        return _spelled_word(word)
    return word


def _spelled_word(word: str) -> str:
    if word == "&" or (word.lower() in {"and", "und", "et", "y", "e", "en"}):
        return word.lower()
    text = _WORD.sub(lambda found: found[0][:1].upper() + found[0][1:].lower().replace("i\u0307", "i"), word)
    text = re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), text)
    return re.sub(r"(?<=[a-z]['’])S\b", "s", text)
