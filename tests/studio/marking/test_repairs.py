"""What is certain is put right in the lawyer's file, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from docgen.errors import Finding
from docgen.studio.marking import repaired, repairs
from docgen.templating import compile_template
from docgen.wordfile.text import text
from tests.printing.word import p, r, tbl, word
from tests.studio.marking.files import W, at, box, found_in, parts, tree

KNOWN = {"debtor.name", "debtor.full_name", "creditor.name", "title", "state", "items.number", "items.amount"}


def put_right(word_file: bytes, known: Collection[str] = KNOWN) -> bytes:
    """A file that is sound once it is repaired."""
    findings = found_in(word_file, known)
    done = repaired(word_file, findings, known=known)
    assert findings
    assert done.done == tuple(findings)
    assert not done.left
    assert found_in(done.word_file, known) == []
    return done.word_file


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("｛｛ debtor．name ｝｝", "{{ debtor.name }}"),
        ("{{ debtor.name ｝｝", "{{ debtor.name }}"),
        ("{ { debtor.name } }", "{{ debtor.name }}"),
        ("｛％ if state == ‘due’ ％｝到期｛％ endif ％｝", "{% if state == ‘due’ %}到期{% endif %}"),
        ("{{ debtor。name }}", "{{ debtor.name }}"),
        ("{% if state = 'due' %}到期{% endif %}", "{% if state == 'due' %}到期{% endif %}"),
        ("{% if state = '一、二' %}到期{% endif %}", "{% if state == '一、二' %}到期{% endif %}"),
        ("{%– if state %}到期{% endif %}", "{%- if state %}到期{% endif %}"),
        ("{{ debtor.nam }}", "{{ debtor.name }}"),
        ("{{ debtor.nmae }}", "{{ debtor.name }}"),
        ("{{ debtor.fullName }}", "{{ debtor.full_name }}"),
        ("{{ credtor.name }}", "{{ creditor.name }}"),
    ],
)
def test_a_slip_is_put_right_and_the_words_around_stay(typed: str, meant: str) -> None:
    file = word(p(f"（甲方）{typed}，‘乙方’：｛不是标记｝"), p("第二段"))
    assert text(put_right(file)) == text(word(p(f"（甲方）{meant}，‘乙方’：｛不是标记｝"), p("第二段")))


def test_several_slips_in_one_tag_are_put_right_together() -> None:
    file = word(p("{% if debtor。nam = ‘甲’ %}乙{% endif %}"))
    findings = found_in(file, KNOWN)
    done = repaired(file, [*findings, at("{% if debtor。nam = ‘甲’ %}", paragraph=1)], known=KNOWN)
    assert "{% if debtor.name == ‘甲’ %}" in text(done.word_file)
    assert [finding.code for finding in done.left] == ["template.syntax"]


def test_only_the_signs_change_and_every_run_keeps_its_look() -> None:
    file = word(p(r("甲", "<w:b/>"), r("{{ debtor", "<w:i/>"), r("。na", "<w:u/>"), r("me ｝}乙", "<w:b/>")))
    looks = [
        (run.find(W + "t").text, run.find(W + "rPr")[0].tag)  # type: ignore[union-attr, index]
        for run in tree(put_right(file)).iter(W + "r")
    ]
    bold, italic, underlined = (W + name for name in "biu")
    assert looks == [("甲", bold), ("{{ debtor", italic), (".na", underlined), ("me }}乙", bold)]


def test_headers_cells_properties_and_both_copies_of_a_text_box_are_repaired() -> None:
    slip, meant = "{{ debtor。name }}", "{{ debtor.name }}"
    file = word(
        tbl(f"{slip}|甲"),
        p("框", box(p(slip))),
        stories={"header:default": p(slip)},
        core=f"<dc:title>题 {slip}</dc:title>",
    )
    made = parts(put_right(file))
    assert slip not in b"".join(made.values()).decode()
    assert made["word/document.xml"].decode().count(meant) == 3
    assert meant in made["word/header0.xml"].decode()
    assert f"题 {meant}" in made["docProps/core.xml"].decode()


def test_all_other_parts_keep_their_bytes() -> None:
    file = word(p("{{ debtor。name }}"), stories={"footer:default": p("{{ title }}")}, settings="<w:zoom/>")
    before, after = parts(file), parts(put_right(file))
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert list(before) == list(after)


def test_the_list_of_a_loop_is_put_right_and_its_row_is_left_alone() -> None:
    file = word(p("{% for item in itmes %}{{ item.number }}{% endfor %}"))
    findings = found_in(file, KNOWN)
    made = repaired(file, findings, known=KNOWN).word_file
    assert "{% for item in items %}{{ item.number }}{% endfor %}" in text(made)
    assert found_in(made, KNOWN) == []


def test_a_name_that_could_be_two_is_left() -> None:
    known = {"heads.note", "heads.notes", "guarantor.name", "guarantors.name"}
    for written in ("heads.notee", "guarantorz.name"):
        file = word(p(f"{{{{ {written} }}}}"))
        findings = found_in(file, known)
        assert [finding.facts["nearest"] != "" for finding in findings] == [True]
        done = repaired(file, findings, known=known)
        assert done.word_file is file
        assert (done.done, done.left) == ((), tuple(findings))


def test_a_name_that_is_another_word_is_left() -> None:
    file = word(p("{{ debtor.address }}"), p("{{ debtor.xyz }}"), p("{{ heading }}"))
    findings = found_in(file, KNOWN)
    assert len(findings) == 3
    assert repairs(findings, known=KNOWN) == ()
    assert repaired(file, findings, known=KNOWN).left == tuple(findings)


def test_what_would_still_not_be_understood_is_left() -> None:
    finding = at("{{ a。}}", paragraph=1, code="template.wide_sign", mended="{{ a. }}")
    file = word(p("甲{{ a。}}"))
    done = repaired(file, [finding])
    assert (done.word_file, done.left) == (file, (finding,))


def test_two_repairs_that_disagree_are_both_left() -> None:
    one = at("{{ a }}", paragraph=1, code="x.one", mended="{{ b }}")
    other = at("{{ a }}", paragraph=1, code="x.other", mended="{{ c }}")
    file = word(p("{{ a }}"))
    assert repaired(file, [one, other]).left == (one, other)


IN_PIECES = (
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲 {{ deb</w:t></w:r>'
    '<w:bookmarkStart w:id="4" w:name="里面"/><w:commentRangeStart w:id="3"/>'
    "<w:r><w:rPr><w:i/></w:rPr><w:t>tor.</w:t></w:r>"
    '<w:ins w:id="8" w:author="W"><w:r><w:t>na</w:t></w:r><w:r><w:t xml:space="preserve">me }} 乙</w:t></w:r></w:ins>'
    '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r><w:bookmarkEnd w:id="4"/>'
    "<w:r><w:t>丙</w:t></w:r>"
)


@pytest.mark.parametrize("code", ["studio.formatting_lost", "studio.tracked_in_tag", "studio.comment_in_tag"])
def test_a_tag_in_pieces_becomes_one_run_and_what_was_in_it_stands_around_it(code: str) -> None:
    theirs = '<w:comment w:id="3" w:author="W"><w:p><w:r><w:t>?</w:t></w:r></w:p></w:comment>'
    file = word(f"<w:p>{IN_PIECES}</w:p>", more={"comments": theirs})
    finding = at("{{ debtor.name }}", paragraph=1, code=code)
    done = repaired(file, [finding])
    assert done.done == (finding,)
    assert text(done.word_file) == text(file)
    (paragraph,) = tree(done.word_file).iter(W + "p")
    (run,) = (run for run in paragraph.iter(W + "r") if "debtor" in "".join(run.itertext()))
    assert "".join(run.itertext()) == "{{ debtor.name }}"
    assert [child.tag for child in run.find(W + "rPr")] == [W + "b"]  # type: ignore[union-attr]
    assert run.getparent() is paragraph  # what was inserted within the tag is accepted
    order = [str(element.tag).removeprefix(W) for element in paragraph if element.tag != W + "pPr"]
    assert order == [
        *("r", "bookmarkStart", "commentRangeStart", "r"),
        *("ins", "commentRangeEnd", "r", "bookmarkEnd", "r"),
    ]
    (inserted,) = paragraph.iter(W + "ins")
    assert "".join(inserted.itertext()) == " 乙"
    compile_template(done.word_file, known=KNOWN)


def test_a_deletion_within_a_tag_is_gone_and_one_beside_it_stays() -> None:
    deleted = '<w:del w:id="1" w:author="W"><w:r><w:delText>{}</w:delText></w:r></w:del>'
    file = word(p(r("{{ debtor"), deleted.format("old"), r(".name }}"), deleted.format("beside")))
    done = repaired(file, [at("{{ debtor.name }}", paragraph=1, code="studio.tracked_in_tag")])
    assert [element.text for element in tree(done.word_file).iter(W + "delText")] == ["beside"]
    assert [element.text for element in tree(done.word_file).iter(W + "t")] == ["{{ debtor.name }}"]


def test_the_mark_of_a_comment_within_the_run_of_a_tag_moves_behind_it() -> None:
    file = word('<w:p><w:r><w:t>{{ debtor</w:t><w:commentReference w:id="3"/><w:t>.name }}</w:t></w:r></w:p>')
    done = repaired(file, [at("{{ debtor.name }}", paragraph=1, code="studio.comment_in_tag")])
    first, second = tree(done.word_file).iter(W + "r")
    assert "".join(first.itertext()) == "{{ debtor.name }}"
    assert second[0].tag == W + "commentReference"


def test_what_is_certain_can_be_told_without_the_file() -> None:
    findings = [
        at("{{ a。b }}", code="template.wide_sign", mended="{{ a.b }}"),
        at("{{ debtor.nam }}", code="template.name_unknown", name="debtor.nam", nearest="debtor.name"),
        at("{{ debtor.nam }}", code="studio.comment_in_tag"),
        at("{{ clause.bnak }}", code="studio.clause_unknown", name="bnak", nearest="bank"),
        at("{{ debtor.nam }}", code="template.name_unknown", name="debtor.nam", nearest=""),
        Finding("law.article_renumbered"),
    ]
    assert repairs(findings) == tuple(findings[:4])


def test_a_clause_with_a_slip_in_its_name_is_put_right() -> None:
    file = word(p("{{ clause.bnak }}"))
    finding = at("{{ clause.bnak }}", paragraph=1, code="studio.clause_unknown", name="bnak", nearest="bank")
    assert "{{ clause.bank }}" in text(repaired(file, [finding]).word_file)
