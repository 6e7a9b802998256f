"""Japanese. Words are not parted by blanks, and folding takes the voicing marks off kana, so patterns lose them
too.
"""

from __future__ import annotations

import unicodedata

from addon.drafting.tongue import Concept, Tongue


def _bare(source: str) -> str:
    """Return a pattern as folded text has it: without voicing marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", source) if unicodedata.category(c) != "Mn")


_CLAIMS = {
    Concept.FUNDING: "資金調達|調達され|調達した|シードラウンド|投資家|上場され|上場した|出資を受け|増資",
    Concept.ACQUISITION: "買収|合併|M&A|統合され|経営統合|子会社化",
    Concept.LAYOFF: "解雇|人員削減|リストラ|倒産|破産|民事再生",
    Concept.LAUNCH: "発売され|発売した|リリースされ|リリースした|発表され|発表を|新製品|新サービスを|新しいアプリ"
    "|ローンチ",
    Concept.HIRING: "採用(?:中|を強化|され)|求人(?:を|が)|募集(?:中|され|を)",
    Concept.EXPANSION: "進出され|進出した|開設|新拠点|新しい(?:倉庫|工場|オフィス|拠点|支社)|移転され|移転した"
    "|拡大され|事業拡大|海外展開",
    Concept.GROWTH: "成長(?:しまし|され|を遂げ|率)|急成長|倍増|過去最高|伸ばされ|成長し(?:た|て)",
    Concept.RESULTS: "貴社の(?:売上|利益|業績)",
    Concept.AWARD: "受賞|表彰|選ばれ|入賞|ノミネート",
    Concept.MEDIA: "記事を|記事に|ウェビナー[はを]|投稿を|ブログを|インタビュー|ポッドキャスト|ご講演|登壇"
    "|プレスリリース|拝読|LinkedIn の|LinkedInの|拝見しました",
    Concept.PROMOTION: "昇進|ご就任|就任され|栄転",
    Concept.LEADERSHIP: "最大手|業界トップ|業界(?:を)?リード|リーディングカンパニー|市場リーダー|第一人者"
    "|国内最大|世界最大",
    Concept.STRUGGLE: "苦労され|苦情|苦戦|損失|お困りの|悩まれ|課題を抱え|不満を",
    Concept.CONTACT: (
        "前回の?(?:メール|ご連絡|お電話)|先日の(?:メール|お電話)|"
        "お会いでき|お話しした通り|お話した通り|先日は|お約束した|お約束の|お打ち合わせ(?:で|では|の通り)"
        "|ご興味をお持ちいただき"
        "|お問い合わせ(?:いただき|ありがとう)|資料請求|お申し込み|ご請求書|名刺交換"
    ),
    Concept.REFERRAL: "(?:から|より|に)ご?紹介(?:いただ|され|を受け)|ご紹介いただき|勧められ|お聞きしました|伺いました",
}
_STEMS = {
    Concept.FUNDING: "調達|資金|シリーズ|投資|上場|出資|増資",
    Concept.ACQUISITION: "買収|合併|統合|子会社",
    Concept.LAYOFF: "解雇|削減|リストラ|倒産|破産|再生",
    Concept.LAUNCH: "発売|リリース|発表|新製品|新サービス|ローンチ|公開",
    Concept.HIRING: "採用|求人|募集",
    Concept.EXPANSION: "進出|開設|拠点|新工場|移転|拡大|展開|オープン",
    Concept.GROWTH: "成長|倍増|過去最高|増加|伸び",
    Concept.RESULTS: "売上|利益|業績",
    Concept.AWARD: "受賞|表彰|賞",
    Concept.MEDIA: "記事|投稿|ブログ|インタビュー|ポッドキャスト|講演|登壇|プレス|サイト",
    Concept.PROMOTION: "昇進|就任|栄転",
    Concept.LEADERSHIP: "最大|トップ|リード|リーダー|第一",
    Concept.STRUGGLE: "苦労|苦戦|損失|困|悩|課題|不満|遅",
    Concept.CONTACT: "会|話|商談|展示会|問い合わせ|請求|申し込|名刺|訪問|興味|契約",
    Concept.REFERRAL: "紹介|推薦|勧め",
}

TONGUE = Tongue(
    code="ja",
    claims={concept: _bare(said) for concept, said in _CLAIMS.items()},
    stems={concept: _bare(stems) for concept, stems in _STEMS.items()},
    us=_bare("弊社|当社|私たち|私ども|わたくし|我々|弊方"),
    them=_bare("貴社|御社|貴方|あなた|お客様の"),
    presumed=_bare("^(?:貴社|御社|新)"),
    perceived=_bare("拝見|拝読|伺い|知り|存じ上げ|おめでとう"),
    condition=_bare(r"(?:もし|たとえ)[^、。.]*$"),
    yes_no=_bare(r"(?:か|\?)[.。\s]*$"),
    praise=_bare("おめでとう|お祝い申し上げ"),
    asks=_bare(
        "お知らせください|ご連絡ください|お選びください|お聞かせください|ご返信ください|でしょうか|いかがですか"
        "|ませんか|いただけますか|ご覧ください"
    ),
    loose=_bare(
        "もし|かもしれ|でしょう|思い|存じ|場合|いただけ|ください|ありがとう|弊社|私|できます|お送り|残り|十分"
        "|ご連絡|ご返信|ため、|とのこと|多い|増え"
    ),
    past=_bare("先週|先月|昨日|昨年|去年|一昨年|昨年度|前四半期"),
    lately=_bare("最近|先日|このたび|この度|このほど"),
    near=_bare("[月火水木金土日]曜日|明日|今週|今月|来週|来月"),
    talk=_bare("分(?:ほど|程度|間|だけ)?"),
    clock=_bare(r"\d{1,2}時(?:\d{1,2}分|半)?|\d{1,2}:\d{2}"),
    ahead=_bare(r"(?:\d+|[一二三四五六七八九十]+)(?:日|週間)以内"),
    points=_bare("つ?(?:の)?(?:ご)?(?:質問|理由|点|例|案|方法)|つ質問"),
    vague=_bare("数百|数千|数万|数十"),
    titles=_bare("代表取締役|取締役|社長|会長|部長|課長|本部長|事業部長|執行役員|最高経営責任者|責任者|創業者"),
    given="",
    has_spaces=False,
)
