"""A newer shipped template offered to a lawyer who has her own: nothing of hers is overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

import docgen.messages
from docgen.errors import Finding, Severity
from docgen.messages import Messages
from docgen.studio.comparing import Sort, merged, three_way
from docgen.studio.comparing.stories import File
from docgen.studio.marking import Said
from docgen.templating import compile_template
from docgen.wordfile import open_package
from tests.printing.word import p, tbl, word
from tests.studio.comparing.review import W, accepted, changed, rejected, replaced, said
from tests.studio.comparing.test_tracked import EDITS, edited

MESSAGES = Path(docgen.messages.__file__).parent
TEMPLATES = Path(__file__).parents[3] / "templates"
DEMAND = (TEMPLATES / "zh" / "demand_letter.docx").read_bytes()
AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def say(finding: Finding) -> Said:
    return Said(f"{finding.code}: {finding.facts['words']}", "", "1")


def put_together(base: bytes, own: bytes, offered: bytes) -> tuple[list[str], bytes]:
    """The lawyer's file with everything accepted; rejecting everything gives the lawyer's file as it was."""
    made = merged(base, own, offered, author="docgen", at=AT, say=say, language="zh")
    assert rejected(made) == said(own)
    return accepted(made), made


def comments(word_file: bytes) -> list[str]:
    package = open_package(word_file)
    return [
        "".join(t.text or "" for t in comment.iter(W + "t"))
        for name in package.related("comments")
        for comment in etree.fromstring(package.read(name))
    ]


def test_what_the_lawyer_left_alone_follows_and_what_she_changed_stays() -> None:
    base = word(p("甲方应当付款。"), p("乙方应当交货。"), p("争议由法院管辖。"))
    own = word(p("甲方应当付款。"), p("乙方应当按期交货。"), p("争议由法院管辖。"))
    offered = word(p("甲方应当依约付款。"), p("乙方应当立即交货。"), p("争议由法院管辖。"), p("本函一式两份。"))
    found = three_way(base, own, offered)
    assert [change.after for change in found.takes] == ["甲方应当依约付款。", "本函一式两份。"]
    (conflict,) = found.conflicts
    assert conflict.offered.after == "乙方应当立即交货。" and conflict.own is not None
    assert conflict.own.after == "乙方应当按期交货。"
    assert conflict.place is not None and conflict.place.paragraph == 2
    words, made = put_together(base, own, offered)
    assert words == ["甲方应当依约付款。", "乙方应当按期交货。", "争议由法院管辖。", "本函一式两份。"]
    (comment,) = comments(made)
    assert "studio.offer_changes: 乙方应当立即交货。" in comment


def test_an_untouched_template_takes_everything() -> None:
    offered = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"), ("{{ bank.bank }}", "{{ bank.branch }}"))
    found = three_way(DEMAND, DEMAND, offered)
    assert (len(found.takes), found.conflicts, found.kept) == (2, (), 0)
    words, made = put_together(DEMAND, DEMAND, offered)
    assert words == said(offered)
    assert not comments(made)


def test_what_both_have_changed_alike_is_nobodys_question() -> None:
    both = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"))
    found = three_way(DEMAND, both, both)
    assert not found.takes and not found.conflicts
    assert [change.after for change in found.already] == ["特此函告，望予重视。"]
    assert put_together(DEMAND, both, both)[0] == said(both)


def test_rows_and_tables_come_into_the_lawyers_tables() -> None:
    base = word(p("价款"), tbl("项目|金额", "本金|1", "合计|1"), p("完"))
    own = word(p("价款"), p("另行约定如下"), tbl("项目|金额", "本金|1", "总合计|1"), p("完"))
    offered = word(p("价款"), tbl("项目|金额", "本金|1", "费用|2", "合计|1"), p("完"), tbl("附表|页"), p(""))
    words, _ = put_together(base, own, offered)
    joined = "".join(words)
    assert "本金tc][tc1tc]tr][tr[tc费用tc][tc2tc]tr][tr[tc总合计" in joined
    assert "另行约定如下" in joined and "附表" in joined


def test_a_clause_that_the_lawyer_deleted_does_not_come_back() -> None:
    base = word(p("甲方应当付款。"), p("乙方应当交货。"), p("完"))
    own = word(p("甲方应当付款。"), p("完"))
    offered = word(p("甲方应当付款。"), p("乙方应当立即交货。"), p("完"))
    found = three_way(base, own, offered)
    assert not found.takes and len(found.conflicts) == 1
    words, made = put_together(base, own, offered)
    assert words == said(own)
    assert "studio.offer_adds: 乙方应当立即交货。" in comments(made)[0]


def test_a_clause_that_the_lawyer_rewrote_is_not_deleted() -> None:
    base = word(p("甲方应当付款。"), p("乙方应当交货。"), p("完"))
    own = word(p("甲方应当付款。"), p("乙方应当按期交货。"), p("完"))
    words, made = put_together(base, own, word(p("甲方应当付款。"), p("完")))
    assert words == said(own)
    assert "studio.offer_removes" in comments(made)[0]


def test_a_condition_is_taken_with_its_end_or_not_at_all() -> None:
    clauses = (p("甲方应当付款。"), p("另付律师费。"), p("完"))
    start, end = p("{%p if costs %}"), p("{%p endif %}")
    offered = word(clauses[0], start, clauses[1], end, clauses[2])
    own = word(clauses[0], p("{%p if fees %}"), clauses[1], end, clauses[2])
    words, _ = put_together(word(*clauses), own, offered)
    assert "".join(words).count("{%p if") == "".join(words).count("{%p endif")


def test_what_is_taken_over_into_a_shipped_template_compiles() -> None:
    def change(xml: str) -> str:
        at = xml.index("四、法律依据")
        start = xml.rfind("<w:p>", 0, at)
        paragraph = '<w:p><w:pPr><w:pStyle w:val="LetterBody"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
        new = [paragraph.format(words) for words in ("{%p if costs.claimed %}", "费用另计。", "{%p endif %}")]
        return xml[:start] + "".join(new) + xml[start:]

    own = replaced(DEMAND, ("特此函告。", "特此郑重函告。"), ("六、逾期后果", "六、逾期的后果"))
    offered = changed(DEMAND, change)
    assert [change.sort for change in three_way(DEMAND, own, offered).takes] == [Sort.ADDED] * 3
    words, made = put_together(DEMAND, own, offered)
    assert "费用另计。" in words and "特此郑重函告。" in words
    names = compile_template(settled(made)).names
    assert names == compile_template(own).names


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(EDITS, EDITS)
def test_whatever_both_have_edited_nothing_of_the_lawyers_is_lost_and_an_untouched_file_takes_everything(
    first: list[tuple[str, int, str]], second: list[tuple[str, int, str]]
) -> None:
    own, offered = edited(DEMAND, first), edited(DEMAND, second)
    put_together(DEMAND, own, offered)
    assert put_together(DEMAND, DEMAND, offered)[0] == said(offered)


def settled(word_file: bytes) -> bytes:
    """The file as it is when somebody has accepted all its changes in Word."""
    file = File.read(word_file)
    tree = file.tree(file.package.document)
    return file.package.with_parts({file.package.document: [etree.tostring(tree)]})


def test_how_the_offered_file_looks_is_told_and_not_taken_over() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body"/><w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'
    )
    base, offered = (word(p("甲"), styles=style.format(size)) for size in (24, 21))
    assert [(c.what, c.name) for c in three_way(base, base, offered).layout] == [("style", "Body")]
    assert said(offered) == put_together(base, base, offered)[0]


def test_every_remark_quotes_the_offered_words_in_both_languages() -> None:
    files = {
        language: [(MESSAGES / language / "studio_comparing.toml").read_text("utf-8")] for language in ("zh", "en")
    }
    messages = Messages.parse(files)
    codes = messages.codes
    assert codes == {f"studio.offer_{what}" for what in ("changes", "removes", "adds", "looks")}
    for code in codes:
        finding = Finding(code, Severity.INFORMATION, None, {"heading": "七、权利保留", "words": "{{ title }}"})
        for language in files:
            assert "{{ title }}" in messages.say(finding, language) and "七、权利保留" in messages.say(
                finding, language
            )
            assert messages.do(finding, language)
