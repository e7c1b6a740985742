"""Clauses that letters share: put in where a letter names them, in the letter's own look."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.errors import TemplateFault, WordPlace
from docgen.letters.request import Language, LetterKind
from docgen.studio.composing import compose, included
from docgen.studio.composing.clauses import fragment_faults
from docgen.templating import compile_template
from docgen.wordfile import open_package
from docgen.wordfile.text import W, text
from tests.letters.making import example, make
from tests.printing.word import p, r, tbl, word

ROOT = Path(__file__).parents[3]
STYLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{1}"/></w:style>'
HOST = word(
    p("一"),
    tbl("甲|乙"),
    p("{{ clause.bank }}", ppr='<w:pStyle w:val="Body"/><w:spacing w:before="120"/>'),
    p("二"),
    tbl("丙|丁"),
    p("{{ unknown }}"),
    styles=STYLE.format("Body", "Letter Body") + STYLE.format("Strong9", "My Clause"),
)
BANK = word(p("户名：{{ bank.holder }}"), tbl("开户行|{{ bank.bank }}"), p("账号：{{ bank.number }}"))


def lines(word_file: bytes) -> list[str]:
    return text(word_file).strip().split("\n")


def paragraphs(word_file: bytes) -> list[etree._Element]:
    return list(open_package(word_file).xml("word/document.xml").iter(W + "p"))


def test_a_clause_stands_where_the_letter_names_it() -> None:
    composed = compose(HOST, {"bank": BANK, "other": word(p("别的"))})
    assert lines(composed.word_file) == [
        "一",
        "甲 | 乙",
        "户名：{{ bank.holder }}",
        "开户行 | {{ bank.bank }}",
        "账号：{{ bank.number }}",
        "二",
        "丙 | 丁",
        "{{ unknown }}",
    ]
    assert composed.used == ("bank",)


def test_the_same_clause_may_stand_twice_and_in_a_cell() -> None:
    host = word(tbl("{{ clause.bank }}|右"), p("{{clause.bank}}"))
    composed = compose(host, {"bank": word(p("甲"), tbl("乙|丙"))})
    assert lines(composed.word_file)[-2:] == ["甲", "乙 | 丙"]
    cell = next(open_package(composed.word_file).xml("word/document.xml").iter(W + "tc"))
    assert [child.tag for child in cell if child.tag != W + "tcPr"] == [W + "p", W + "tbl", W + "p"]


def test_a_letter_without_clauses_is_left_as_it_is() -> None:
    plain = word(p("一"))
    assert compose(plain, {"bank": BANK}).word_file == plain


def test_the_same_files_give_the_same_bytes() -> None:
    assert compose(HOST, {"bank": BANK}).word_file == compose(HOST, {"bank": BANK}).word_file


def test_words_of_a_clause_look_as_the_letter_does_but_for_what_is_stressed() -> None:
    clause = word(
        p(
            r("重", '<w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="40"/>'),
            ppr='<w:jc w:val="right"/>',
        )
    )
    made = next(one for one in paragraphs(compose(HOST, {"bank": clause}).word_file) if "".join(one.itertext()) == "重")
    assert made.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Body"
    assert made.find(f"{W}pPr/{W}spacing").get(W + "before") == "120"
    assert made.find(f"{W}pPr/{W}jc") is None
    assert [child.tag for child in made.find(f"{W}r/{W}rPr")] == [W + "b"]


def test_a_style_that_both_files_have_is_the_letters() -> None:
    clause = word(p("条", ppr='<w:pStyle w:val="X1"/>'), styles=STYLE.format("X1", "my clause"))
    made = next(one for one in paragraphs(compose(HOST, {"bank": clause}).word_file) if "".join(one.itertext()) == "条")
    assert made.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Strong9"


def test_a_clause_that_is_not_known_is_named_with_the_nearest() -> None:
    with pytest.raises(TemplateFault) as fault:
        compose(HOST, {"banks": BANK})
    (finding,) = fault.value.findings
    assert (finding.code, finding.facts["name"], finding.facts["nearest"]) == ("studio.clause_unknown", "bank", "banks")
    assert isinstance(finding.place, WordPlace)
    assert (finding.place.part, finding.place.paragraph) == ("word/document.xml", 2)


@pytest.mark.parametrize("sentence", ["账户：{{ clause.bank }}。", "{% if clause.bank %}有{% endif %}"])
def test_a_clause_in_a_sentence_is_a_fault(sentence: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        compose(word(p("一"), p(sentence)), {"bank": BANK})
    assert {finding.code for finding in fault.value.findings} == {"studio.clause_not_alone"}
    assert {finding.place.paragraph for finding in fault.value.findings if isinstance(finding.place, WordPlace)} == {2}


def test_every_place_of_the_composed_file_leads_to_where_a_person_wrote_it() -> None:
    composed = compose(HOST, {"bank": BANK})
    part = "word/document.xml"
    led = {
        (1, None): (WordPlace(part, 1), ""),
        (2, None): (WordPlace(part, 1), "bank"),
        (3, None): (WordPlace(part, 2), "bank"),
        (4, None): (WordPlace(part, 3), ""),
        (5, None): (WordPlace(part, 4), ""),
        (1, 1): (WordPlace(part, 1, 1, 1, 1), ""),
        (1, 2): (WordPlace(part, 1, 1, 1, 1), "bank"),
        (1, 3): (WordPlace(part, 1, 2, 1, 1), ""),
    }
    for (paragraph, table), expected in led.items():
        place = WordPlace(part, paragraph, table, table and 1, table and 1)
        assert composed.source(place) == expected


def test_what_cannot_come_along_is_named() -> None:
    held = word(p("见", r(inner='<w:footnoteReference w:id="1"/>')), p("{{ clause.other }}"))
    found = {finding.code: finding for finding in fragment_faults(open_package(held))}
    assert found["studio.clause_holds"].facts["what_en"] == "footnote"
    assert found["studio.clause_nested"].facts["name"] == "other"
    assert [finding.code for finding in fragment_faults(open_package(word(p(" "))))] == ["studio.clause_empty"]
    assert not list(fragment_faults(open_package(BANK)))


def test_the_clauses_of_a_letter_are_told_in_order() -> None:
    host = word(p("{{ clause.b }}"), tbl("{{ clause.a }}|x"), p("{{ clause.b }}"))
    assert included(host) == ("b", "a")


@pytest.mark.parametrize("language", Language)
def test_a_letter_that_ships_with_its_bank_block_as_a_clause_prints_the_same_account(language: Language) -> None:
    facts = make(LetterKind.DEMAND_LETTER, example("demand_letter"), language).facts
    shipped = (ROOT / "templates" / language.value / "demand_letter.docx").read_bytes()
    package = open_package(shipped)
    tree = package.xml("word/document.xml")
    number = next(one for one in tree.iter(W + "p") if "{{ bank.number }}" in "".join(one.itertext()))
    runs = number.findall(W + "r")
    clause = word(p(*(etree.tostring(run, encoding="unicode") for run in runs)))
    for run in runs:
        number.remove(run)
    number.append(etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t>{{{{ clause.account }}}}</w:t></w:r>'))
    edited = package.with_parts({"word/document.xml": [etree.tostring(tree)]})
    composed = compose(edited, {"account": clause})
    assert text(compile_template(composed.word_file).merge(facts)) == text(compile_template(shipped).merge(facts))
