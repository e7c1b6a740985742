"""A court as the application names it: whether it can hear a payment order at all, and where it sits.

Payment orders belong to the basic people's court of the debtor's domicile, whatever the sum (民诉法解释 23).
A name tells the level and the kind of a court, and the district, county or city that it sits in; whether that
place is the debtor's domicile is compared with the address on record, and a person decides what the words leave open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACE = re.compile(r"\s+")
# Courts above the basic level, courts of special jurisdiction, and what is no court.
_OTHER = re.compile(
    r"最高人?民?法院|高级人?民?法院|中级人?民?法院|[高中]院$|中级法院|铁路|海事|知识产权|金融法院|互联网法院|军事|仲裁"
    r"|\b(?:supreme|high|higher|intermediate|maritime|rail|railway|intellectual property|financial|internet|military)"
    r"(?: transport\w*)?(?: people[’']?s)? court\b|\bcourt of appeal\b|arbitra",
    re.IGNORECASE,
)
_INTERMEDIATE = re.compile(r"中级人?民?法院|中院$|\bintermediate (?:people[’']?s )?court\b", re.IGNORECASE)
_COURT = re.compile(r"第?[一二三四五六七八九十]?(?:基层)?(?:人民)?法院$")
_PROVINCE = re.compile(r"^.{2,12}?(?:省|自治区)(?=.)")
_CITY = re.compile(r"^.{2,12}?(?:市|自治州|地区|盟)(?=.+(?:区|县|旗|市)$)")
_PLACE_EN = re.compile(r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*?) (?:New )?(?:District|County|Banner|Area|City)\b")


def may_issue_payment_orders(court: str) -> bool:
    """Whether its name is that of a basic people's court: not of a higher or a special one, nor of no court."""
    return not _OTHER.search(_SPACE.sub(" ", court))


def is_intermediate(court: str) -> bool:
    """Whether its name is that of an intermediate people's court."""
    return bool(_INTERMEDIATE.search(_SPACE.sub(" ", court)))


def seat(court: str) -> str | None:
    """The district, county or city in a basic court's name: 余杭区 in 杭州市余杭区人民法院; None without one."""
    name = _SPACE.sub(" ", court).strip()
    if re.search(r"[\u4e00-\u9fff]", name):
        stem = _COURT.sub("", name.replace(" ", ""))
        return _CITY.sub("", _PROVINCE.sub("", stem)) or None if stem != name.replace(" ", "") else None
    found = _PLACE_EN.search(name)
    return found.group(0) if found else None


def sits_at(court: str, addresses: Iterable[str | None]) -> bool:
    """Whether the place in the court's name stands in one of the addresses."""
    place = seat(court)
    if place is None:
        return False
    return any(_plain(place) in _plain(address) for address in addresses if address)


def _plain(words: str) -> str:
    return _SPACE.sub("", words).casefold()
