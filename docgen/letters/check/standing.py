"""Where each citation stands on the letter's day: in force, repealed, renumbered, about something else, nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity, TextPlace
from docgen.law.statutes import Act, LawData, Topic
from docgen.letters.check.citing import Citation
from docgen.letters.check.naming import earlier_versions, last_article
from docgen.letters.check.reading import Paragraph
from docgen.letters.request import Language
from docgen.letters.wording.citations import cite, title
from docgen.letters.wording.dates import letter_date

# From this day the Civil Code is law, and nine acts are not; facts before it are judged by those (时间效力规定 1).
CIVIL_CODE_FROM = dt.date(2021, 1, 1)
_CONTEXT = 240  # characters on either side of a citation in which it is said what it is cited for


class Standing(StrEnum):
    IN_FORCE = "in_force"
    NOT_YET = "not_yet_in_force"
    REPEALED = "repealed"
    BEFORE_2021 = "before_2021"  # repealed, but rightly cited for facts before 2021
    OLD_NUMBER = "old_number"
    RENUMBERED = "renumbered"  # a number that meant another article not long ago, and nothing says which is meant
    NO_SUCH_ARTICLE = "no_such_article"
    OTHER_SUBJECT = "other_subject"
    NOT_HELD = "not_held"  # in force by its number; what it says is not in the law data
    UNKNOWN_ACT = "unknown_act"


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation with its standing.

    ref: of the article, as the law data writes it; "" where the act is not held or named alone. now: what to cite in
    its place; "" where nothing is known to take it. about: topics that the words around it speak of, where the article
    is about none of them.
    """

    citation: Citation
    standing: Standing
    ref: str = ""
    now: str = ""
    about: tuple[Topic, ...] = ()


def placed(
    paragraph: Paragraph, found: Sequence[Citation], law: LawData, on: dt.date, account: Account | None
) -> Iterator[Placed]:
    """The standing of each citation of a paragraph."""
    by_cluster: dict[int, list[Citation]] = {}
    for each in found:
        by_cluster.setdefault(each.cluster, []).append(each)
    clusters = list(by_cluster.values())
    for index, cluster in enumerate(clusters):
        before = clusters[index - 1][-1].end if index else 0
        after = clusters[index + 1][0].start if index + 1 < len(clusters) else len(paragraph.text)
        around = _around(paragraph, cluster, before, after)
        spoken = tuple(topic for topic in law.topics if _has(around, topic.words_zh, topic.words_en))
        covered = {topic.topic: topic for each in cluster for topic in _topics(_ref(each), law)}
        fits = any(topic.topic in covered for topic in spoken) or any(
            _has(around, topic.also_zh, topic.also_en) for topic in covered.values()
        )
        for each in cluster:
            yield _standing(each, spoken, () if fits else spoken, law, on, account)


def _standing(
    one: Citation,
    spoken: tuple[Topic, ...],
    beside: tuple[Topic, ...],
    law: LawData,
    on: dt.date,
    account: Account | None,
) -> Placed:
    """spoken: what the words around speak of. beside: the same, where no article of the list is about any of it."""
    act = one.act
    if act is None:
        return Placed(one, Standing.UNKNOWN_ACT)
    ref = _ref(one)
    now = _successor(act, one, law)
    if act.in_force_until is not None and act.in_force_until < on:
        asks = now.startswith("civil_code") and act.in_force_until < CIVIL_CODE_FROM and _may_be_older(account)
        return Placed(one, Standing.BEFORE_2021 if asks else Standing.REPEALED, ref, now)
    if act.in_force_from > on:
        return Placed(one, Standing.NOT_YET, ref)
    if not one.number:
        return Placed(one, Standing.IN_FORCE)
    last = last_article(act, law)
    old = _older_number(act, one, law, spoken) if beside or (last and one.article > last) else ""
    if old:
        return Placed(one, Standing.OLD_NUMBER, ref, old, beside)
    if last and one.article > last:
        return Placed(one, Standing.NO_SUCH_ARTICLE, ref)
    if beside and _topics(ref, law):
        return Placed(one, Standing.OTHER_SUBJECT, ref, "", beside)
    if not spoken and ref not in law.articles and (old := _older_number(act, one, law, None)):
        return Placed(one, Standing.RENUMBERED, ref, old)
    held = _topics(ref, law) or subject_of(ref, law)[0]
    return Placed(one, Standing.IN_FORCE if held else Standing.NOT_HELD, ref)


def remark(one: Placed, place: TextPlace, law: LawData, language: Language, *, known: bool) -> Finding | None:
    """What is to be said of a citation; nothing where it stands.

    language: of the words to use instead. known: whether an account tells when the facts were.
    """
    cited = one.citation
    facts = {"cited": cited.words, "instead": "", **_named(cited.act, law, "act")}
    if cited.act is None:
        return Finding("citation.unknown_act", Severity.WARNING, place, facts | {"act": cited.named.strip("《》")})
    match one.standing:
        case Standing.REPEALED | Standing.BEFORE_2021:
            facts |= {**_day("until", cited.act.in_force_until), **_now(one.now, law, language)}
            refs = (one.now,) if ":" in one.now else ()
            if one.standing is Standing.REPEALED:
                return Finding("citation.repealed", Severity.WARNING, place, facts, refs)
            asks = Severity.INFORMATION if known else Severity.WARNING
            return Finding("citation.before_2021", asks, place, facts, refs)
        case Standing.NOT_YET:
            facts |= _day("from", cited.act.in_force_from)
            return Finding("citation.not_yet_in_force", Severity.WARNING, place, facts)
        case Standing.OLD_NUMBER:
            facts |= _now(one.now, law, language)
            return Finding("citation.old_number", Severity.WARNING, place, facts, (one.now,))
        case Standing.RENUMBERED:
            facts |= _now(one.now, law, language)
            return Finding("citation.renumbered", Severity.INFORMATION, place, facts, (one.now,))
        case Standing.NO_SUCH_ARTICLE:
            facts |= {"last": str(last_article(cited.act, law)), "article": cited.number}
            return Finding("citation.no_such_article", Severity.WARNING, place, facts)
        case Standing.NOT_HELD:
            return Finding("citation.not_held", Severity.INFORMATION, place, facts)
        case Standing.OTHER_SUBJECT:
            return _of_another_subject(one, place, law, language, facts)
    return None


def _of_another_subject(
    one: Placed, place: TextPlace, law: LawData, language: Language, facts: dict[str, str]
) -> Finding:
    """It names what the article is about, and the articles of the same act that are about what the letter speaks of."""
    subject = subject_of(one.ref, law)
    better = [
        ref
        for topic in one.about
        for ref in topic.articles
        if ref in law.articles and ref.startswith(f"{one.ref.partition(':')[0]}:")
    ][:2] or [ref for topic in one.about for ref in topic.articles if ref in law.articles][:1]
    facts |= {
        "subject_zh": subject[0],
        "subject_en": subject[1],
        "about_zh": "、".join(topic.name_zh for topic in one.about),
        "about_en": ", ".join(topic.name_en for topic in one.about),
        "instead": "、".join(cite(ref, law, language) for ref in better[:1]),
    }
    return Finding("citation.other_subject", Severity.WARNING, place, facts, (one.ref, *better))


def subject_of(ref: str, law: LawData) -> tuple[str, str]:
    """What an article is about, in Chinese and in English: as its own row says, that of the article that bears its
    number now, or its topics; "" where the law data does not hold it.
    """
    article = law.articles.get(ref) or next(
        (each for each in law.articles.values() if each.ref.startswith(f"{ref}(")), None
    )
    if article:
        return article.subject_zh, article.subject_en
    if ref in law.renumbered and law.renumbered[ref].new != ref:
        return subject_of(law.renumbered[ref].new, law)
    topics = _topics(ref, law)
    return "、".join(topic.name_zh for topic in topics), ", ".join(topic.name_en for topic in topics)


def _named(act: Act | None, law: LawData, name: str) -> dict[str, str]:
    if act is None:
        return {}
    return {
        f"{name}_zh": title(act.id, law, Language.ZH, briefly=True),
        f"{name}_en": title(act.id, law, Language.EN, briefly=True),
    }


def _day(name: str, day: dt.date | None) -> dict[str, str]:
    """A day in both languages."""
    return {f"{name}_{language.value}": letter_date(day, language) if day else "" for language in Language}


def _now(now: str, law: LawData, language: Language) -> dict[str, str]:
    """What to cite today, in both languages, and as words for the letter."""
    if not now:
        return {"now_zh": "现行有效的法律", "now_en": "the law now in force"}
    if ":" in now:
        said = {"now_zh": cite(now, law, Language.ZH), "now_en": cite(now, law, Language.EN)}
    else:
        said = {"now_zh": title(now, law, Language.ZH), "now_en": title(now, law, Language.EN)}
    return said | {"instead": said["now_zh" if language is Language.ZH else "now_en"]}


def _ref(one: Citation) -> str:
    return f"{one.act.id}:{one.number}" if one.act and one.number else ""


def _successor(act: Act, one: Citation, law: LawData) -> str:
    """The article of today that took this one's place, else the act that did; "" where it is in force itself."""
    if (renumbered := law.renumbered.get(_ref(one))) is not None:
        return renumbered.new
    naming = law.naming.get(act.id)
    return (naming.succeeded_by or "") if naming else ""


def _older_number(act: Act, one: Citation, law: LawData, spoken: tuple[Topic, ...] | None) -> str:
    """The article that bore this number in an older text of the act, and bears another now, where the words around
    speak of what it is about. spoken: of what they speak; None: anything will do.
    """
    wanted = {topic.topic for topic in spoken or ()}
    for older in earlier_versions(act, law):
        renumbered = law.renumbered.get(f"{older.id}:{one.number}")
        if renumbered and renumbered.new != _ref(one):
            about = {topic.topic for topic in _topics(renumbered.new, law)}
            if spoken is None or about & wanted:
                return renumbered.new
    return ""


def _around(paragraph: Paragraph, cluster: Sequence[Citation], before: int, after: int) -> str:
    """The words around a list of citations, in its own sentence: what it is cited for."""
    start, end = cluster[0].start, cluster[-1].end
    begin, stop = paragraph.sentence(start)
    _, last = paragraph.sentence(max(end - 1, start))
    left = paragraph.text[max(begin, before, start - _CONTEXT) : start]
    right = paragraph.text[end : max(end, min(max(stop, last), after, end + _CONTEXT))]
    return f"{left}\n{right}"


def _has(around: str, chinese: Sequence[str], english: Sequence[str]) -> bool:
    lower = around.lower()
    return any(word in around for word in chinese) or any(word in lower for word in english)


def _topics(ref: str, law: LawData) -> tuple[Topic, ...]:
    """What an article is about; one of an older text, as the article that has come in its place."""
    found = tuple(topic for topic in law.topics if ref in topic.articles)
    if not found and ref in law.renumbered:
        return tuple(topic for topic in law.topics if law.renumbered[ref].new in topic.articles)
    return found


def _may_be_older(account: Account | None) -> bool:
    """Whether facts of the account are older than the Civil Code, or nobody knows."""
    if account is None:
        return True
    days = (
        *(each.signed_on for each in account.contracts),
        *(day for each in account.invoices for day in (each.issued_on, each.due_on, each.delivered_on)),
    )
    return any(day is not None and day < CIVIL_CODE_FROM for day in days)
