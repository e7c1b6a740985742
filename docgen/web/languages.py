"""Which of our two languages a reader wants (RFC 9110, 12.5.4)."""

from __future__ import annotations

from werkzeug.datastructures import LanguageAccept

LANGUAGES = ("zh", "en")


def negotiated(accepted: LanguageAccept, default: str) -> str:
    """The language of ours that weighs most in an Accept-Language: `zh-CN` is Chinese, `en-US` is English.

    Of equal weight, the one named first. `*` stands for what is not named, the default first. The default where
    neither is wanted.
    """
    named = [(tag.partition("-")[0].lower(), quality) for tag, quality in accepted]
    others = max((quality for tag, quality in named if tag == "*"), default=0)
    places = [tag for tag, _ in named]

    def weight(language: str) -> float:
        return max((quality for tag, quality in named if tag == language), default=others)

    def rank(language: str) -> tuple[float, int, bool]:
        first = places.index(language) if language in places else len(places)
        return -weight(language), first, language != default

    best = min(LANGUAGES, key=rank)
    return best if weight(best) > 0 else default
