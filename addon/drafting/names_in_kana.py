"""Finds names in a Japanese sentence: before a title of courtesy, beside a form of company, in Latin letters
or kana.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from addon.drafting.carried import Carried
from addon.drafting.fold import words
from addon.lib.lookalikes import fold

_PERSON = re.compile(r"([一-龥々]{1,4}|[ァ-ヶー]{2,})(?:様|氏|さん)")
_NOBODY = frozenset(("お客", "客", "皆", "各位", "奥", "担当者", "担当", "一同", "方々"))
_FIRM = re.compile(
    r"株式会社\s*([一-龥々ァ-ヶーA-Za-z]{2,})|([一-龥々ァ-ヶーA-Za-z]{2,})(?:株式会社|社)(?![内員長会屋])"
)
_NO_FIRM = re.compile(
    r"(?:^|[^一-龥])[貴御弊当他各自]$|[貴御弊当他各自同両]$|^(?:会|商|本|支|入|出|来|退|物流会|運送会)$"
)
_KANA = re.compile(r"[ァ-ヶー]{3,}")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9&-]+")
_PLACE = re.compile(
    "東京|大阪|名古屋|京都|横浜|神戸|福岡|札幌|仙台|広島|北海道|沖縄|千葉|埼玉|神奈川|日経|楽天|三菱|三井|住友"
    "|日立|東芝|富士通"
)
_LOANS = words(
    """
    シンプル スムーズ アプローチ ステップ チェック リアルタイム アラート ダッシュボード グラフ
    インポート エクスポート ライセンス コンセプト ターゲット トップ ベスト ベース メイン パッケージ オプション
    サイズ ボリューム スタイル バージョン カスタム フレキシブル スピーディー
    シリーズ ラウンド インストール アカウント ログイン クリック ダウンロード アクセス ボタン
    ソフトウェア ソフト システム ツール サービス プラン ルート ドライバー チーム メール
    メッセージ データ ビデオ
    デモ オンライン ミーティング スケジュール カレンダー リンク ページ サイト コスト レポート サポート プロセス
    プロジェクト ビジネス マーケティング セールス マネージャー マネジメント メンバー スタッフ パートナー ユーザー
    クラウド アプリ プログラム ソリューション オペレーション ロジスティクス トラック センター エリア タイミング
    ポイント テーマ アイデア ニーズ メリット デメリット リスク ミス トラブル コミュニケーション コンタクト フォロー
    アップ ダウン スタート テスト トライアル サンプル モデル タイプ レベル ケース ペース スピード パフォーマンス
    データベース セキュリティ インターネット デジタル アナログ マニュアル エクセル ファイル フォーム リスト カスタマー
    クライアント グループ オフィス ワーク リモート キロ メートル パーセント ユーロ ドル ガソリン エネルギー
    コンサルティング
    ネットワーク プラットフォーム インフラ エンジニア デザイン アドバイス ヒント フィードバック アンケート イベント
    セミナー ウェビナー プレゼン サプライ チェーン メーカー ベンダー オーダー ストック ピーク シフト バランス ストレス
    """
)


def unsupported_name_in_japanese(shown: str, carried: Carried, allowed: Collection[str]) -> str | None:
    """Return the first name of a sentence in plain form that no source carries; ``allowed`` Latin words name nobody."""
    for found in _PERSON.finditer(shown):
        if found[1] not in _NOBODY and not _is_carried(found[1], carried):
            return found[0]
    for found in (*_FIRM.finditer(shown), *_PLACE.finditer(shown)):
        name = next((group for group in found.groups() if group), found[0])
        if not _NO_FIRM.search(name) and not _is_carried(name, carried):
            return found[0]
    for found in _KANA.finditer(shown):
        if not _is_carried(found[0], carried) and not _is_loan(found[0]):
            return found[0]
    latin = (found[0] for found in _LATIN.finditer(shown))
    return next((name for name in latin if not _is_carried(name, carried) and fold(name) not in allowed), None)


def _is_carried(name: str, carried: Carried) -> bool:
    return fold(name) in carried.text


def _is_loan(word: str) -> bool:
    """Whether a word is made of everyday loan words, one or several: ルートプランニング is not, ルートプラン is."""
    reached = {0}
    for start in range(len(word)):
        if start in reached:
            reached |= {
                start + length for length in range(1, len(word) - start + 1) if word[start : start + length] in _LOANS
            }
    return len(word) in reached
