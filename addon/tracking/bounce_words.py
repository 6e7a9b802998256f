"""What notices of failed delivery say, in the words of many mailers and languages; all but addresses folded."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the given ones."""
    return re.compile("|".join(patterns))


ADDRESS = re.compile(
    r"(?:\"[^\"\\\s@]{1,64}\"|[^\s<>()\[\]\\,;:\"@|“”「」、。]{1,80})@(?:[^\W_][\w-]{0,62}\.){0,8}[^\W_][\w-]{0,62}"
)
"""An address wherever it stands."""

MAILER = any_of(
    r"mailer[-_. ]?daemon|^post[-_.]?master|^mdaemon|^mail[-_. ]?daemon|^mail[-_. ]delivery|^mmdf|^bounces?\b|^mailer$",
    r"mail delivery (?:sub)?system|^(?:mail )?system administrator$|^internet mail (?:delivery|service)",
    r"^microsoft ?exchange|^undeliverable|^mta$|^uucp$|^smtp$",
)
"""Local parts and names of programs that carry mail."""

SUBJECT = any_of(
    r"undeliver|non[- ]?deliver|not (?:been )?deliver|mail failure|failure (?:notice|delivery)|mail system error",
    r"delivery (?:status|failure|failed|problem|report|notification|error|delay|has|warning|incomplete)|bounced?\b",
    r"return(?:ed|ing)? (?:mail|to sender|message)|mail (?:failed|delivery|could not)",
    r"failed (?:mail|delivery|to deliver)",
    r"could(?: not|n'?t) (?:be )?(?:deliver|sen[dt])|unable to deliver|user unknown|error sending|processing error",
    r"delay(?:ed)? |warning: |automatically rejected|message (?:delayed|rejected)|rejected mail|mail.{0,20}rejected",
    r"unzustellbar|nicht zugestellt|zustell|non remis|echec de (?:la )?remise|non distribu|entregado|entregar?\b",
    r"mancata consegna|non recapitabile|(?:nao|falha).{0,10}entreg|не (?:доставлен|удалось)|недоставлен",
    r"配信(?:でき|不能|エラー|失敗)|送信(?:でき|エラー)|届けられ|退信|无法投递|niet (?:afgeleverd|bezorgd)",
    r"onbestelbaar",
    r"nie (?:dostarczono|zostala)|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|iletilemedi",
    r"nie mozna dostarczyc|nedorucitel|teslim edilemedi|toimittamat|kan (?:inte leveras|ikke leveres)|olevererbar",
    r"kezbesithetetlen|nelivrabil|no (?:se )?(?:puede|pudo) entreg|无法送达|未送达|传递失败",
    r"傳遞失敗|배달되지|배달할 수 없",
)
"""Subjects of notices."""

FAILED = any_of(
    r"(?:could|can|was|were|did|do|has|have|is|had)(?: ?not|n['’]t)(?: yet)?(?: been)?(?: be)?"
    r" (?:deliver|reach|sent|collect)",
    r"undeliver|deliver.{0,60}(?:fail|problem|error|delay|abort|postpone|unsuccess)|failed to deliver",
    r"mailbox (?:is )?full",
    r"unable to (?:deliver|reach)|trouble delivering|not (?:yet )?(?:been )?deliver|transcript of session",
    r"unsent message",
    r"permanent (?:fatal )?(?:error|fail)|user unknown|unknown user|no such user|over quota|quota exceeded|bounced",
    r"(?:was|been) (?:automatically )?rejected|unzustellbar|nicht (?:zugestellt|ausgeliefert|ubermittelt)",
    r"n['’]a (?:pas )?pu etre (?:remis|distribu|deliv)",
    r"non (?:remis|distribu)|no (?:se )?(?:ha )?(?:pudo|podido|puede) (?:ser )?entreg|impossibile (?:consegn|recapit)",
    r"nao (?:pode|foi).{0,12}entreg|не (?:может быть|было|был|удалось) доставл|送信できませんでした|配信でき",
    r"届けられ|退信|无法投递",
    r"niet (?:worden )?(?:afgeleverd|bezorgd)|nie (?:mozna|zostala|moze).{0,20}dostarcz|kunde inte lever",
    r"kunne ikke lever",
    r"dostarczenie .{0,60}nie powiodlo|doruceni .{0,60}nezdarilo|teslim edilemedi|ei voitu toimittaa|无法送达|배달되지",
)
"""What a notice says that nobody says in passing."""

FAILED_PERHAPS = any_of(
    r"(?:following|these) (?:address|recipient|user)|fail(?:ed|ure).{0,40}(?:deliver|recipient|address|reason)",
    r"rejected",
    r"returned (?:to|because|mail|message)|no such|(?:address|recipient|user)s? failed|malformed",
    r"error (?:while|occurred)",
    r"invalid (?:final|user)|intended recipient|unrout|not our customer|error|fehlgeschlagen|echec|failed|失敗",
    r"エラー|失败|无法",
)
"""What a notice may say, if a mailer wrote it."""

DELAYED = any_of(
    r"delay(?:ed|s)?\b|ha(?:s|ve) not yet been|not (?:yet )?been delivered.{0,60}(?:after|for|in) ",
    r"warning message only",
    r"will (?:be retried|continue|keep|retry)|still (?:trying|being)|no action is required|do not need to resend",
    r"advisory-only|postponed|enqueued and undeliver|verzoger|en attente|retras|ritard|atras|задерж|遅延",
)
"""What a notice says while the mailer still tries."""

FINAL = any_of(
    r"giv(?:ing|en) up|permanent(?:ly)?|ha(?:s|ve) (?:been )?failed|too long in queue|returned to sender|fatal errors",
)
"""What it says when it does not."""

_RULE = r"(?=[ \t|>*]{0,8}[-=]{2})[ \t|>*=-]{2,120}"
_COPY = (
    r"original|returned|unsent|undelivered|copy of|header|message text|your mail|below this line|start of|mail follows"
)
_PARTS = r"(?:the )?(?:(?:text|header|first[ \w]{0,30}|body|copy)s? (?:\w+ ){0,4})?(?:of )?(?:the |your )?"

ORIGINAL = re.compile(
    rf"(?im)^(?:{_RULE}[^\n]{{0,20}}(?:{_COPY}|message follows)[^\n]*"
    rf"|[ \t-]{{0,20}}{_PARTS}(?:original|returned|rejected|undelivered|bounced) (?:message|e-?mail)"
    r"(?:[ \w]{0,20}(?:follow|below|attach)[^\n]{0,30}|[ \t]*:?[ \t]*)$"
    r"|(?:message headers follow|your message reads|(?:here|below|this) is (?:a|the) (?:copy|first|header))[^\n]*"
    r"|(?:received|return-path|dkim-signature|x-received|authentication-results|domainkey-signature):[^\n]*)"
)
"""The line, not folded, at which a notice ends and the mail it returns begins."""
