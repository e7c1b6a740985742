"""Words as the rules of tone look for them: a blank inside a word, full-width letters and traditional characters hide
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TAKEN_OUT = "\ufffc"  # stands for a name
_GONE = "\ufffe"  # the rest of a name; no character of any text

# Traditional forms of the characters that the rules ask for.
_TRADITIONAL = str.maketrans(
    "報訴處員專業將為會讓開關閉門戶銀聯絡絕繫長單總團債務貸資產貨質數虧壞殘損發運遲誤延後給寫證據銷騙詐賴無恥們個條徵稅監環"
    "舉檢調應屬確實認諒歉對顧賬帳錢聽曉獲親屬鄰愛媽爺孫師傳諜終視頻網絡臺電話場見號鬧靜護權棄減還與結清餘額區滯納罰償內個須"
    "圍堵搶車輛斷鎖騷擾嚇脅動議責檔誌紙記書館產雲戰獄逮",
    "报诉处员专业将为会让开关闭门户银联络绝系长单总团债务贷资产货质数亏坏残损发运迟误延后给写证据销骗诈赖无耻们个条征税监环"
    "举检调应属确实认谅歉对顾账账钱听晓获亲属邻爱妈爷孙师传谍终视频网络台电话场见号闹静护权弃减还与结清余额区滞纳罚偿内个须"
    "围堵抢车辆断锁骚扰吓胁动议责档志纸记书馆产云战狱逮",
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_ONE_FOR_ONE = {**_TRADITIONAL, **_FULL_WIDTH, ord("’"): "'", ord("‘"): "'", 0xA0: " ", ord("\t"): " "}
# What may stand between two Chinese characters without parting the word, and blanks that are one too many elsewhere.
_BETWEEN = re.compile(
    "(?<=[\u4e00-\u9fff])[ \u3000*·_.\u200b-\u200f\u2060\ufeff-]{1,3}(?=[\u4e00-\u9fff])"
    "|[\u200b-\u200f\u2060\ufeff\u00ad]+|(?<= ) +"
)


def folded(text: str) -> str:
    """The text as the rules read it; never longer than the text."""
    return _BETWEEN.sub("", text.translate(_ONE_FOR_ONE))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, with where each of its characters stood; names are one character each, so that the words around
    them do not run together.
    """

    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, names: Iterable[str] = ()) -> Folded:
        """names: what is taken out, the longest first."""
        plain = text
        for name in filter(None, names):
            plain = plain.replace(name, TAKEN_OUT + _GONE * (len(name) - 1))
        plain = plain.translate(_ONE_FOR_ONE)
        left_out = {at for match in _BETWEEN.finditer(plain) for at in range(*match.span())}
        kept = [at for at, character in enumerate(plain) if character != _GONE and at not in left_out]
        return cls("".join(plain[at] for at in kept), kept)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to before `end` stood."""
        return self.starts[start], self.starts[end - 1] + 1
