"""Why servers say they did not take a mail, folded: the patterns behind ``bounce_kind``."""

from __future__ import annotations

from addon.tracking.bounce_words import any_of

OWN_LIMIT = any_of(
    r"(?:user|daily|hourly|sender'?s?|your) (?:\w+ )?send(?:ing|er)?(?: \w+)? (?:limit|quota)|sending limit",
    r"relay quota",
    r"limit for sending mail|outgoing mail limit|submission quota|sender.{0,40}message rate limit",
)

FULL = any_of(
    r"(?:mail ?box|account|inbox|user|recipient|storage|disk|quota|postfach|speicherplatz).{0,50}"
    r"(?:\bfull\b|quota|exceed)",
    r"over ?quota|quota.{0,12}(?:exceed|full|violat)|exceed.{0,30}(?:quota|storage|mailbox)|mailbox.{0,20}limit",
    r"not enough (?:disk|storage|space)|insufficient (?:system )?(?:storage|disk)|ist voll|uberfullt",
    r"boite.{0,30}pleine",
    r"quota depasse|buzon.{0,20}lleno|casella.{0,20}piena|caixa.{0,30}cheia|переполнен|容量|いっぱい|一杯",
    r"邮箱.{0,10}满|已满",
    r"postvak.{0,10}\bvol\b|pelna",
)

_WHO = r"(?:user|mail ?box|recipient|account|address(?:ee)?|alias|name|destination|login|domain|host(?: ?name)?)s?\b"
_GONE = (
    r"(?:unknown|invalid|undeliverable|discontinued|deactivated|(?:been )?deleted|terminated|closed|does ?n[o'’]t exist"
    r"|not (?:be )?(?:found|known|exist|recogni[sz]ed|listed|valid|available here|local)"
    r"|(?:is|was)n['’]t (?:found|known)"
    r"|n['’]?o?t have an? .{0,40}account|no longer (?:valid|available|exist|in use)|couldn['’]t be found|unresolv)"
)

UNKNOWN = any_of(
    rf"{_WHO}.{{0,60}}?{_GONE}",
    r"(?:unknown|no such|invalid|bad|non-?existent|unrouteable|illegal|incorrect|unresolvable|not a valid)"
    r"(?: \w+){0,3}? (?:user|mail ?box|recipient|account|address|alias|host|domain|local|destination|person|name|here)",
    r"(?:no|not an?) (?:\w+ )?(?:mailbox|user|account|recipient)s? (?:here|by that|with|found|on)|not our customer",
    r"nxdomain|null ?mx|\bno (?:mail )?(?:mx|mail exchange)|no smtp service|name or service not known|has moved",
    r"(?:does not|doesn't|didn't) (?:accept mail|receive mail|have an? (?:mx|a record))|mailbox unavailable",
    r"recipient address rejected: access denied|no matches to nameserver",
    r"not (?:listed )?in (?:the |public )?(?:name|directory)",
    r"does(?:n['’]t| not) have an? .{0,40}account|unbekannt|existiert nicht|nicht gefunden|inconnue?",
    r"n['’]existe pas|introuvable",
    r"desconocid[oa]|no existe|sconosciut[oa]|inesistente|non esiste|desconhecid[oa]|nao existe|не существует",
    r"не найден",
    r"неизвестн|nie istnieje|onbekend|bestaat niet|見つかりません|リストにありません|存在しません|存在しない",
    r"宛先不明|不存在|无此用户",
    r"no se (?:ha |pudo )?encontr|non (?:e stato )?trovat|nao (?:foi )?encontrad|niet gevonden",
    r"nie (?:od|z)naleziono|neexistuje|nepodarilo najit|nenalezen|bulunamadi|mevcut degil|ei loydy|tuntematon",
    r"hittades inte|finns inte",
    r"findes ikke|ikke f[ou]n|nem talalhato|找不到|찾을 수 없|존재하지 않",
)

SENDER_SIDE = any_of(
    r"spam|black ?list|block(?:ed|ing|list)|deny ?list|reputation|\bspf\b|\bdkim\b|\bdmarc\b|authenticat",
    r"unsolicited|phish",
    r"reverse dns|\brdns\b|\bptr\b|virus|malware|infected|\bpolic(?:y|ies)\b|prohibited|relay(?:ing)?\b|\brbl\b|dnsbl",
    r"suspicious|\bbulk\b|content (?:rejected|filter|restrict)",
    r"rejected (?:for|by|due to) (?:the )?(?:content|policy|filter)",
    r"too many|rate limit|throttl|too fast|message (?:size|length|too)|size (?:limit|exceed)|too (?:big|large)",
    r"attachment",
    r"sender(?:'s)? (?:\w+ ){0,3}(?:reject|denied|unknown|invalid|not |does|domain|verif|address|is )",
    r"my name was rejected",
    r"(?:invalid|bad|unknown|forged|unresolvable) (?:\w+ )?sender|access denied",
    r"not (?:allowed|permitted|authori[sz]ed) to",
    r"open relay|no access|complian|protocol violation|your (?:ip|server|host|domain|isp)|of your isp|invalid ip",
    r"header",
    r"(?:after|reply to|command:?) mail from|client host|\bhelo\b|\behlo\b",
    r"your message (?:was|has been) (?:rejected|blocked)|\bloop\b|hop count|preferences",
    r"opravnen|oikeuk|kayttooikeu|izniniz|yetki|engedely|권한|权限|權限",
    r"permission|autoris|権限|berechtig|permiso|autorizz|permiss|bevoegd|разрешени|uprawnien|behorighet|tilladelse",
)

TEMPORARY = any_of(
    r"tempor|try again|\blater\b|timed? ?out|giving up|retr(?:y|ies)|expired|not been collected|could not be reached",
    r"connection (?:refused|reset|lost|died)|suspended|out of order|system error|internal error|resources|queue",
    r"(?:server|service) (?:is )?(?:busy|unavailable|down)|not accepting (?:mail|message)|network",
    r"unable to connect|on hold",
    r"gr[ea]ylist",
)

SAYS_NOTHING = any_of(r"\b550[\s:]*: user unknown")
"""Japan's KDDI says so, naming nobody, of its customers' filters too."""

TRY_AGAIN = any_of(r"(?:host|domain|name).{0,40}not found,? (?:please )?try again|lookup.{0,20}tr(?:y|ied) again")
"""The name server did not answer: the domain may well exist."""

AFTER_DATA = any_of(
    r"(?:reply to|response to|after|command:?)\W{0,12}(?:the )?(?:end of )?data\b|smtp command\W{1,40}data\b",
    r">>> (?:data|\.)\s+<<< [45]\d\d",
)
"""The server had taken the recipient before it refused the mail."""
