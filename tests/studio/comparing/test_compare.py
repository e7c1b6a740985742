"""What a lawyer is told of two versions of a letter."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from docgen.errors import HostileFile
from docgen.letters.request import LetterKind
from docgen.studio.comparing import Change, Comparison, Mark, Sort, compare, in_words
from docgen.studio.subject import Subject
from tests.printing.word import p, r, tbl, word
from tests.studio.comparing.review import changed, replaced

TEMPLATES = Path(__file__).parents[3] / "templates"
DEMAND = (TEMPLATES / "zh" / "demand_letter.docx").read_bytes()
SIGNS = {Mark.SAME: "{}", Mark.DELETED: "[-{}]", Mark.INSERTED: "[+{}]"}


def pencilled(change: Change) -> str:
    return "".join(SIGNS[mark].format(text) for text, mark in change.runs)


def told(comparison: Comparison) -> list[str]:
    return [f"{change.sort}: {pencilled(change)}" for change in comparison.clauses]


def block(xml: str, words: str, tag: str = "w:p") -> tuple[int, int]:
    """Where the paragraph or row with these words begins and ends."""
    at = xml.index(words)
    return max(xml.rfind(f"<{tag}>", 0, at), xml.rfind(f"<{tag} ", 0, at)), xml.index(f"</{tag}>", at) + len(tag) + 3


def test_a_file_and_itself_are_the_same() -> None:
    found = compare(DEMAND, DEMAND)
    assert found.is_same
    assert found.unchanged > 60
    assert {line.sort for line in found.lines} == {Sort.SAME}


def test_a_clause_that_says_something_else_is_told_word_by_word_under_its_heading() -> None:
    new = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"), ("亦请一并付清", "亦应一并付清"))
    found = compare(DEMAND, new)
    assert [(c.sort, c.heading) for c in found.clauses] == [
        (Sort.CHANGED, "五、付款要求"),
        (Sort.CHANGED, "七、权利保留"),
    ]
    assert "亦[-请][+应]一并付清" in pencilled(found.clauses[0])
    assert pencilled(found.clauses[1]) == "特此函告[+，望予重视]。"
    assert found.clauses[1].old is not None and found.clauses[1].old.words == "特此函告。"
    assert found.clauses[1].new is not None and found.clauses[1].new.words == "特此函告，望予重视。"
    assert not found.fields and not found.conditions and not found.layout


def test_added_and_removed_clauses_and_rows_are_told_where_they_stand() -> None:
    old = word(p("一、价款"), p("甲方付款。"), tbl("项目|金额", "本金|1", "利息|2"), p("二、其他"), p("争议提交仲裁。"))
    new = word(
        p("一、价款"), p("甲方付款。"), p("乙方收款。"), tbl("项目|金额", "本金|1", "费用|3", "利息|2"), p("二、其他")
    )
    found = compare(old, new)
    assert told(found) == ["added: [+乙方收款。]", "added: [+费用 | 3]", "removed: [-争议提交仲裁。]"]
    assert [change.heading for change in found.clauses] == ["一、价款", "一、价款", "二、其他"]
    row = found.clauses[1].new
    assert row is not None and (row.table, row.row, row.cell) == (1, 3, None)


def test_a_clause_that_stands_elsewhere_was_moved_and_may_have_changed_on_the_way() -> None:
    clauses = [
        "甲方应当按期支付货款。",
        "乙方应当按期交付货物。",
        "本合同一式两份，双方各执一份。",
        "争议由甲方所在地法院管辖。",
    ]
    moved = [clauses[3].replace("甲方", "乙方"), *clauses[:3]]
    found = compare(word(*map(p, clauses)), word(*map(p, moved)))
    assert told(found) == ["moved: 争议由[-甲][+乙]方所在地法院管辖。"]
    assert found.clauses[0].old is not None and found.clauses[0].old.paragraph == 4
    assert found.clauses[0].new is not None and found.clauses[0].new.paragraph == 1


def test_a_renumbered_clause_is_a_changed_one_and_its_words_are_not_new() -> None:
    old = word(p("三、逾期付款责任"), p("四、法律依据"), p("五、付款要求"))
    new = word(p("三、逾期付款责任"), p("四、担保责任"), p("五、法律依据"), p("六、付款要求"))
    assert told(compare(old, new)) == [
        "added: [+四、担保责任]",
        "changed: [-四][+五]、法律依据",
        "changed: [-五][+六]、付款要求",
    ]


def test_automatic_numbers_name_the_clause() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    texts = [("价款", listed), ("甲方付款。", ""), ("逾期付款", listed), ("每日万分之五。", "")]
    old = word(*(p(text, ppr=ppr) for text, ppr in texts), numbering=numbering)
    new = word(*(p(text.replace("五", "六"), ppr=ppr) for text, ppr in texts), numbering=numbering)
    (change,) = compare(old, new).clauses
    assert change.heading == "第二条 逾期付款"


def test_fields_are_named_as_the_templates_ask_for_them() -> None:
    new = replaced(DEMAND, ("{{ bank.bank }}", "{{ bank.branch }}"), ("{{ row.performed }}", "{{ row.received }}"))
    new = replaced(new, ("{{ row.performed }}", "{{ row.received }}"))
    found = compare(DEMAND, new)
    assert found.fields.added == ("bank.branch", "performance.received")
    assert found.fields.removed == ("bank.bank", "performance.performed")


def test_conditions_are_told_with_what_hangs_on_them_and_not_as_clauses() -> None:
    new = replaced(
        DEMAND,
        ("{%p if costs.claimed %}", "{%p if costs.claimed and costs.clause %}"),
        ("for one in contracts", "for one in items"),
    )
    found = compare(DEMAND, new)
    assert [(c.sort, c.old.test, c.new.test) for c in found.conditions if c.old and c.new] == [
        (Sort.CHANGED, "one in contracts", "one in items"),
        (Sort.CHANGED, "costs.claimed", "costs.claimed and costs.clause"),
    ]
    loop, condition = (change.new for change in found.conditions)
    assert loop is not None and condition is not None
    assert (loop.word, condition.word) == ("for", "if")
    assert condition.names == ("costs.claimed", "costs.clause")
    assert "为实现债权已支出费用" in condition.governs
    assert found.conditions[1].heading == "三、逾期付款责任"
    assert not found.clauses


@pytest.mark.parametrize(
    ("test", "zh", "en"),
    [
        ("interest.claimed", "主张违约金或利息时", "if interest is claimed"),
        ("not interest.claimed", "并非“主张违约金或利息”时", "if not “interest is claimed”"),
        ("debtor.phone and not debtor.contact", "有“电话”，且没有“联系人”时",
         "if there is “telephone” and there is no “contact”"),
        ("not (costs.claimed or interest.claimed)", "并非“主张实现债权的费用”，且并非“主张违约金或利息”时",
         "if not “costs are claimed” and not “interest is claimed”"),
        ("loop.revindex > 2", "倒数序号大于2时", "if its number from the end is more than 2"),
        ("items|count > 3",
         "“本函所列发票”的项数大于3时", "if the number of “the invoices of this letter” is more than 3"),
        ("a.b ~ 'c'", "a.b ~ 'c'", "a.b ~ 'c'"),
    ],
)  # fmt: skip
def test_a_condition_can_be_said_in_words(test: str, zh: str, en: str) -> None:
    (change,) = compare(word(p("甲")), word(p("甲{% if " + test + " %}乙{% endif %}"))).conditions
    assert change.new is not None
    fields = Subject(kind=LetterKind("demand_letter"), language="zh").fields
    assert in_words(change.new, fields, "zh") == zh
    assert in_words(change.new, fields, "en") == en


def test_a_loop_and_what_stands_in_it_are_said_by_what_is_gone_through() -> None:
    new = word(
        p("{%p for row in items %}"), p("甲{% if row.disputed_said %}乙{% endif %}"), p("{%p endfor %}"), p("甲")
    )
    loop, within = (change.new for change in compare(word(p("甲")), new).conditions)
    assert loop is not None and within is not None
    fields = Subject(kind=LetterKind("demand_letter"), language="zh").fields
    assert in_words(loop, fields, "zh") == "逐项列出“本函所列发票”"
    assert within.written == (("row.disputed_said", "items.disputed_said"),)
    assert in_words(within, fields, "en").startswith("if there is “of an invoice contested in part")


def test_a_clause_that_is_put_under_a_condition_is_told_by_the_condition() -> None:
    old = word(p("甲方付款。"), p("另付律师费。"), p("完。"))
    new = word(p("甲方付款。"), p("{%p if costs %}"), p("另付律师费。"), p("{%p endif %}"), p("完。"))
    found = compare(old, new)
    assert not found.clauses
    (condition,) = found.conditions
    assert condition.sort is Sort.ADDED and condition.new is not None
    assert (condition.new.test, condition.new.governs) == ("costs", "另付律师费。")


def test_a_condition_that_only_moved_with_its_clause_is_no_change_of_conditions() -> None:
    def change(xml: str) -> str:
        start, end = block(xml, "{%p if reserved_said %}")
        stop = block(xml[end:], "{%p endif %}")[1] + end
        last = block(xml, "{%p if demands_said %}")[0]
        return xml[:start] + xml[stop:last] + xml[start:stop] + xml[last:]

    found = compare(DEMAND, changed(DEMAND, change))
    assert not found.conditions and not found.fields


def test_what_only_looks_different_is_one_remark_for_its_paragraph() -> None:
    old = word(p("甲方", r("应当", "<w:b/>"), "付款"), p("乙方收款"))
    new = word(p("甲方", r("应当", '<w:i/><w:color w:val="FF0000"/>'), "付款", jc="center"), p("乙方收款"))
    (change,) = compare(old, new).clauses
    assert change.sort is Sort.FORMATTED
    assert change.formats == ("alignment", "bold", "colour", "italic")
    assert not change.words_changed


def test_runs_cut_anew_and_what_programs_note_as_they_save_are_no_difference() -> None:
    old = word(p("甲方应当{{ debtor.name }}付款"))
    new = word(
        p("甲方", r("应当{{ deb", '<w:lang w:val="zh-CN"/>'), r("tor.name", '<w:rFonts w:hint="eastAsia"/>'), " }}付款")
    )
    assert compare(old, new).is_same


def test_a_style_is_known_by_its_name_when_a_program_gave_it_another_id() -> None:
    def file(identity: str) -> bytes:
        style = f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="Letter Body"/></w:style>'
        return word(p("甲方", ppr=f'<w:pStyle w:val="{identity}"/>'), styles=style)

    assert compare(file("LetterBody"), file("a3")).is_same


def test_headers_footers_notes_and_text_boxes_are_compared_with_the_text() -> None:
    box = (
        '<w:r><w:pict><v:shape style="width:90pt;height:30pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r>"
    )
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'

    def file(head: str, note: str, inside: str) -> bytes:
        return word(
            p("正文", call, box.format(p(inside))),
            stories={"header:default": p(head), "footer:default": p("页脚")},
            more={"footnotes": f'<w:footnote w:id="1">{p(note)}</w:footnote>'},
        )

    found = compare(file("页眉旧", "注释旧文", "框内旧文"), file("页眉新", "注释新文", "框内新文"))
    assert told(found) == ["changed: 页眉[-旧][+新]", "changed: 框内[-旧][+新]文", "changed: 注释[-旧][+新]文"]
    assert [c.new.part for c in found.clauses if c.new] == [
        "word/header0.xml",
        "word/document.xml",
        "word/footnotes.xml",
    ]


def test_paper_margins_styles_and_properties_are_told_in_words_and_millimetres() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body"/><w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'
    )
    old = word(p("甲"), paper='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440"/>', styles=style.format(24),
               core="<dc:title>旧题</dc:title>")  # fmt: skip
    new = word(p("甲"), paper='<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1134"/>', styles=style.format(21),
               core="<dc:title>新题</dc:title>")  # fmt: skip
    found = compare(old, new)
    assert [(c.what, c.name, c.before, c.after) for c in found.layout] == [
        ("paper", "", "210 × 297", "215.9 × 279.4"),
        ("margins", "", "25.4 / 0 / 0 / 0", "20 / 0 / 0 / 0"),
        ("style", "Body", "sz 24", "sz 21"),
        ("property", "title", "旧题", "新题"),
    ]


def test_the_lines_are_both_files_side_by_side() -> None:
    new = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"))
    found = compare(DEMAND, new)
    olds = [line.before for line in found.lines if line.old]
    news = [line.after for line in found.lines if line.new]
    assert [line for line in olds if line] == [
        line.words for line in (c.old for c in found.lines) if line and line.words
    ]
    assert "特此函告，望予重视。" in news and "{%p endfor %}" in news


def test_side_by_side_a_moved_clause_stands_at_both_of_its_places() -> None:
    clauses = ["甲方应当按期支付货款。", "乙方应当按期交付货物。", "争议由甲方所在地法院管辖。"]
    found = compare(word(*map(p, clauses)), word(*map(p, [clauses[2], *clauses[:2]])))
    assert [
        line.before for line in found.lines if line.old and (line.has_left or line.sort is not Sort.MOVED)
    ] == clauses
    assert [line.after for line in found.lines if line.new] == [clauses[2], *clauses[:2]]
    assert len(found.clauses) == 1


def test_tracked_changes_that_a_file_brings_with_it_count_as_accepted() -> None:
    inserted = '<w:ins w:id="1" w:author="x"><w:r><w:t>应当</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>可以</w:delText></w:r></w:del>'
    assert compare(word(p("甲方", inserted, deleted, "付款")), word(p("甲方应当付款"))).is_same


def test_a_file_with_broken_tags_is_compared_as_any() -> None:
    old = word(p("请贵方向我方支付货款{{ a.b }}元整"))
    new = word(p("请贵方向我方支付货款{{ a.b 元整"), p("{% if x"))
    found = compare(old, new)
    assert found.fields.removed == ("a.b",)
    assert [change.sort for change in found.clauses] == [Sort.CHANGED, Sort.ADDED]


def test_a_file_of_nothing_but_braces_is_compared_in_time() -> None:
    start = time.process_time()
    compare(word(p("{{" * 20_000)), word(p("{%a%}" * 5_000 + "{# " * 5_000 + "x")))
    assert time.process_time() - start < 5


def test_what_is_no_word_file_is_refused_by_name() -> None:
    with pytest.raises(HostileFile):
        compare(DEMAND, b"no word file")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_ten_pages_are_compared_in_a_third_of_a_second(language: str) -> None:
    old = (TEMPLATES / language / "demand_letter.docx").read_bytes()
    new = (TEMPLATES / language / "lawyers_letter.docx").read_bytes()
    taken = []
    for _ in range(3):
        start = time.process_time()
        compare(old, new)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.3
