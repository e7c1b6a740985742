"""Countries and regions by their names, as a reader looks for them."""

from __future__ import annotations

from functools import cache

from babel import Locale

from docgen.letters.request import Language
from schemas.party import COUNTRIES

FIRST = ("CN", "HK", "MO", "TW")


@cache
def countries(reader: Language) -> tuple[tuple[str, str], ...]:
    """(two letters, name) in the reader's order: China first, then by pinyin or by alphabet (names: CLDR)."""
    names = Locale("zh" if reader is Language.ZH else "en").territories
    rest = sorted(COUNTRIES - set(FIRST), key=lambda code: _order(names[code], reader))
    return tuple((code, names[code]) for code in (*FIRST, *rest))


def _order(name: str, reader: Language) -> bytes:
    """GB 2312 has its common characters in the order of their pinyin."""
    return name.encode("gb18030") if reader is Language.ZH else name.casefold().encode()
