"""Countries by name, as the CLDR data of Babel have them."""

from __future__ import annotations

from babel import Locale

from docgen.letters.request import Language

_LOCALES = {Language.ZH: "zh_Hans_CN", Language.EN: "en_GB"}


def country_name(code: str, language: Language) -> str:
    """德国; Germany. code: ISO 3166-1, two capital letters; one that CLDR does not know stands as it is."""
    return str(Locale.parse(_LOCALES[language]).territories.get(code, code))
