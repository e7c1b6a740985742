"""Countries by name, as the CLDR data of Babel have them; the regions of China as mainland papers name them."""

from __future__ import annotations

from babel import Locale

from docgen.letters.request import Language

_LOCALES = {Language.ZH: "zh_Hans_CN", Language.EN: "en_GB"}
_REGIONS = {
    "HK": {Language.ZH: "中国香港", Language.EN: "Hong Kong, China"},
    "MO": {Language.ZH: "中国澳门", Language.EN: "Macao, China"},
    "TW": {Language.ZH: "中国台湾", Language.EN: "Taiwan, China"},
}


def country_name(code: str, language: Language) -> str:
    """德国; Germany. code: ISO 3166-1, two capital letters; one that CLDR does not know stands as it is."""
    if code in _REGIONS:
        return _REGIONS[code][language]
    return str(Locale.parse(_LOCALES[language]).territories.get(code, code))
