"""Where a claim for the price is filed: what place a clause agrees on, and where the law leads without one.

A contract is sued upon at the defendant's domicile or at the place of performance (民事诉讼法 24); a debt of money
without an agreed place is performed where its receiver is domiciled (民诉法解释 18(2)). The parties may agree in
writing on a court at a place that the dispute is connected with (民事诉讼法 35); a clause that names none of the usual
places is for a person to read.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Venue(StrEnum):
    DEFENDANT = "defendant"
    PLAINTIFF = "plaintiff"
    SELLER = "seller"
    BUYER = "buyer"
    PERFORMANCE = "performance"
    SIGNING = "signing"
    COURT = "court"  # a court by its name


BY_LAW = ("cpl:24", "cpl_interpretation:18(2)")
BY_CLAUSE = ("cpl:35",)

_AT = r"[^，。；;,]{0,4}?(?:住所|所在|注册)"
_VENUES = {
    Venue.DEFENDANT: rf"被告方?{_AT}|defendant[’']?s? (?:domicile|place)|domicile of the defendant|"
    r"where the defendant",
    Venue.PLAINTIFF: rf"原告方?{_AT}|plaintiff[’']?s? (?:domicile|place)|domicile of the plaintiff",
    Venue.SELLER: rf"(?:卖方|供方|出卖人|供货方|销售方){_AT}|(?:seller|supplier)[’']?s? (?:domicile|place)|"
    r"domicile of the (?:seller|supplier)",
    Venue.BUYER: rf"(?:买方|需方|买受人|采购方|购货方){_AT}|(?:buyer|purchaser)[’']?s? (?:domicile|place)|"
    r"domicile of the (?:buyer|purchaser)",
    Venue.PERFORMANCE: r"履行地|place of performance",
    Venue.SIGNING: r"签订地|签署地|签约地|place (?:of signature|where this contract was (?:signed|concluded))",
}
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:省|市|区|县|旗|州)[\u4e00-\u9fff]{0,12}(?:人民)?法院|People[’']?s Court of [A-Z]"
)


def agreed(clause: str | None) -> Venue | None:
    """The place whose court a clause agrees on. None: no clause, no place in it, or several."""
    words = re.sub(r"\s+", " ", clause or "")
    found = {venue for venue, pattern in _VENUES.items() if re.search(pattern, words, re.IGNORECASE)}
    if not found and _NAMED.search(words):
        return Venue.COURT
    return found.pop() if len(found) == 1 else None
