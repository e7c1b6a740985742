"""The lawyer's own Word file comes back with a comment at each finding, and otherwise as it was."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from docgen.errors import Finding, HostileFile, Severity, WordPlace
from docgen.letters.request import Language
from docgen.messages import Messages
from docgen.studio.marking import Said, marked, unmarked
from docgen.templating import compile_template
from docgen.templating.source import tags_in
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.printing.word import p, r, sect, tbl, tc, tr, word
from tests.studio.marking.files import (
    W,
    at,
    box,
    calling,
    comments,
    footnote,
    found_in,
    highlighted,
    parts,
    ranges,
    said,
    tree,
)

TEMPLATES = sorted((Path(__file__).parents[3] / "templates").glob("*/*.docx"))


def marked_up(word_file: bytes, findings: list[Finding], language: Language = Language.ZH) -> bytes:
    made = marked(word_file, findings, said(findings), language)  # type: ignore[arg-type]
    open_package(made)
    assert text(made) == text(word_file)
    return made


def test_the_comment_stands_around_the_very_words_and_their_formatting_stays() -> None:
    file = word(p(r("请付", "<w:b/>"), r("款：{{ debtor", "<w:i/>"), r(".nam }}", "<w:u/>"), r("止", "<w:b/>")))
    made = marked_up(file, [at("{{ debtor.nam }}", paragraph=1)])
    assert ranges(made) == {"0": "{{ debtor.nam }}"}
    looks = [
        ("".join(words.text or "" for words in run.iterfind(W + "t")), [child.tag for child in run.find(W + "rPr")])
        for run in tree(made).iter(W + "r")
        if run.find(W + "t") is not None
    ]
    bold, italic, underlined = (W + name for name in "biu")
    assert looks == [
        ("请付", [bold]),
        ("款：", [italic]),
        ("{{ debtor", [italic]),
        (".nam }}", [underlined]),
        ("止", [bold]),
    ]


def test_a_run_with_more_than_words_is_cut_without_losing_any_of_it() -> None:
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:tab/><w:t>{{ a }}乙</w:t><w:br/><w:t>丙</w:t></w:r>"
    made = marked_up(word(p(run)), [at("{{ a }}", paragraph=1)])
    assert ranges(made) == {"0": "{{ a }}"}
    assert "甲\t{{ a }}乙\n丙" in text(made)


def test_the_comment_says_its_number_what_is_wrong_and_what_to_do() -> None:
    finding = at("{{ x }}", paragraph=1, severity=Severity.WARNING)
    for language, head in ((Language.ZH, "【1】提示："), (Language.EN, "[1] Warning: ")):
        made = marked_up(word(p("{{ x }}")), [finding], language)
        assert comments(made) == {"0": f"{head}template.syntax is wrong\nmend template.syntax"}
        for run in tree(made, "word/comments.xml").iter(W + "rPr"):
            tongue = run.find(W + "lang")
            if tongue is not None:
                assert tongue.get(W + "eastAsia") == "zh-CN"
                hinted = run.find(W + "rFonts") is not None
                assert hinted == (language is Language.ZH)


def test_a_comment_at_its_place_does_not_tell_the_place_again(messages: Messages) -> None:
    file = word(p("请 {{ debtor.nam }} 付款"))
    findings = found_in(file, {"debtor.name"})
    made = marked(
        file, findings, lambda finding: Said(messages.say(finding, "zh"), messages.do(finding, "zh"), "1"), Language.ZH
    )
    first = comments(made)["0"].splitlines()[0]
    assert first == "【1】错误：模板引用了 debtor.nam，但此函没有这一字段。最接近的是 debtor.name。"


def test_words_that_stand_there_twice_are_told_apart_by_what_is_around() -> None:
    file = word(p("甲 {{ a }} 乙 {{ a }} 丙"), p("丁 {{ a }} 戊"))
    findings = [
        at("{{ a }}", paragraph=1, around="甲 {{ a }} 乙 {{ a }} 丙"),
        at("{{ a }}", paragraph=1, around="…乙 {{ a }} 丙"),
        at("{{ a }}", around="丁 {{ a }} 戊"),
    ]
    made = marked_up(file, findings)
    shown = tree(made)
    order = [
        element.text if element.tag == W + "t" else element.get(W + "id")
        for element in shown.iter(W + "t", W + "commentRangeStart")
    ]
    assert order == ["甲 ", "0", "{{ a }}", " 乙 ", "1", "{{ a }}", " 丙", "丁 ", "2", "{{ a }}", " 戊"]


def test_of_many_like_words_in_one_paragraph_each_is_marked_in_its_turn() -> None:
    file = word(p("".join(f"第{number}个较长的说明文字 {{{{ a }}}}，" for number in range(9))))
    package = open_package(file)
    places = tags_in(package.document, package.xml(package.document))
    made = marked_up(file, [Finding("template.syntax", place=place) for place in places])
    order = [
        element.text if element.tag == W + "t" else element.get(W + "id")
        for element in tree(made).iter(W + "t", W + "commentRangeStart")
    ]
    assert [before for before, here in pairwise(order) if here == "{{ a }}"] == list("012345678")


def test_words_that_are_not_in_the_paragraph_leave_the_comment_on_the_whole_of_it() -> None:
    file = word(p("第一段"), p("第二段"))
    assert ranges(marked_up(file, [at("没有这些字", paragraph=2)])) == {"0": "第二段"}


def test_the_words_win_where_the_count_leads_elsewhere() -> None:
    file = word(p("第一段"), p("第二段 {{ a }}"))
    assert ranges(marked_up(file, [at("{{ a }}", paragraph=1)])) == {"0": "{{ a }}"}


def test_a_place_in_a_table_is_found_by_row_and_cell() -> None:
    inner = tbl("内甲|{{ a }}")
    file = word(p("{{ a }}"), tbl("{{ a }}|乙", tr(tc("丙"), tc(p("丁") + inner + p("{{ a }}")))))
    findings = [
        at("{{ a }}", table=1, row=1, cell=1, paragraph=1),
        at("{{ a }}", table=1, row=2, cell=2, paragraph=2),
        at("{{ a }}", table=2, row=1, cell=2, paragraph=1),
    ]
    made = marked_up(file, findings)
    assert set(ranges(made).values()) == {"{{ a }}"}
    holders = [len(list(mark.iterancestors(W + "tc"))) for mark in tree(made).iter(W + "commentReference")]
    assert holders == [1, 2, 1]


def test_in_a_header_the_words_are_highlighted_and_the_comment_opens_the_section() -> None:
    underlined = '<w:sz w:val="18"/><w:u w:val="single"/>'
    file = word(
        p("第一节"),
        p("", ppr=sect()),
        p("第二节开头"),
        p("第二节"),
        stories={"header:default": p("抬头 ", r("{{ nam }}", underlined), " 尾")},
    )
    made = marked_up(file, [at("{{ nam }}", "word/header0.xml", paragraph=1, around="抬头 {{ nam }} 尾")])
    assert highlighted(made, "word/header0.xml") == ["{{ nam }}"]
    assert ranges(made) == {"0": "第二节开头"}
    where = comments(made)["0"].splitlines()[-1]
    assert "黄色" in where
    assert "页眉" in where
    assert "抬头 {{ nam }} 尾" in where
    (look,) = (mark.getparent() for mark in tree(made, "word/header0.xml").iter(W + "highlight"))
    assert look is not None
    assert [child.tag for child in look] == [W + "sz", W + "highlight", W + "u"]  # the order of the schema


def test_in_a_note_the_words_are_highlighted_and_the_comment_stands_at_its_call() -> None:
    file = word(p("开头"), calling("见注", 2), more={"footnotes": footnote(2, p("注中 {{ nam }}"))})
    made = marked_up(file, [at("{{ nam }}", "word/footnotes.xml", paragraph=1)], Language.EN)
    assert highlighted(made, "word/footnotes.xml") == ["{{ nam }}"]
    (start,) = tree(made).iter(W + "commentRangeStart")
    called = start.getnext()
    assert called is not None
    assert called.find(W + "footnoteReference") is not None
    assert "footnotes, at “{{ nam }}”" in comments(made)["0"]


def test_in_a_text_box_both_copies_are_highlighted_and_the_comment_opens_the_section() -> None:
    file = word(p("开头"), p("框", box(p("框中 {{ nam }}"))))
    made = marked_up(file, [at("{{ nam }}", paragraph=3)])
    assert highlighted(made, "word/document.xml") == ["{{ nam }}"] * 2
    assert ranges(made) == {"0": "开头"}
    assert "文本框" in comments(made)["0"].splitlines()[-1]


def test_properties_and_the_whole_file_are_told_at_the_first_paragraph() -> None:
    file = word(p("开头"), p("{{ a }}"), core="<dc:title>{{ titel }}</dc:title>")
    whole = Finding("font.substituted", Severity.INFORMATION, None)
    elsewhere = Finding("word_file.remark", Severity.WARNING, WordPlace("word/theme/theme1.xml"))
    made = marked_up(file, [at("{{ titel }}", "docProps/core.xml"), whole, elsewhere])
    assert ranges(made) == {"0": "开头", "1": "开头", "2": "开头"}
    last = [comment.splitlines()[-1] for comment in comments(made).values()]
    assert "文件属性" in last[0]
    assert "{{ titel }}" in last[0]
    assert last[1] == "本条针对整个文件。"
    assert "word/theme/theme1.xml" in last[2]


def test_a_file_without_a_paragraph_can_be_commented_on() -> None:
    made = marked(word(), [Finding("template.remark")], lambda _: Said("wrong", "", "1"), Language.EN)
    assert ranges(made) == {"0": ""}


def test_comments_of_others_stay_and_numbers_are_new() -> None:
    theirs = '<w:comment w:id="7" w:author="王律师" w:initials="W"><w:p><w:r><w:t>再议</w:t></w:r></w:p></w:comment>'
    body = (
        '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>{{ a }} 款</w:t></w:r><w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r></w:p>'
    )
    made = marked_up(word(body, more={"comments": theirs}), [at("{{ a }}", paragraph=1), at("款", paragraph=1)])
    assert list(comments(made)) == ["7", "8", "9"]
    assert ranges(made) == {"7": "{{ a }} 款", "8": "{{ a }}", "9": "款"}
    assert comments(made)["7"] == "再议"


def test_the_marks_have_the_style_that_the_lawyers_word_calls_by_its_own_name() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="a8"><w:name w:val="annotation reference"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="annotation text"/></w:style>'
    )
    made = marked_up(word(p("{{ a }}"), styles=styles), [at("{{ a }}", paragraph=1)])
    (mark,) = tree(made).iter(W + "commentReference")
    run = mark.getparent()
    assert run is not None
    assert run.find(f"{W}rPr/{W}rStyle").get(W + "val") == "a8"  # type: ignore[union-attr]
    styled = tree(made, "word/comments.xml").iter(W + "pStyle")
    assert {style.get(W + "val") for style in styled} == {"a9"}


def test_words_in_links_insertions_and_controls_are_marked_where_a_range_may_end() -> None:
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>甲{{ a }}</w:t></w:r></w:hyperlink>'
    inserted = '<w:ins w:id="1" w:author="W"><w:r><w:t>乙{{ b }}</w:t></w:r></w:ins>'
    control = "<w:sdt><w:sdtContent><w:r><w:t>丙{{ c }}</w:t></w:r></w:sdtContent></w:sdt>"
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>{{ d }}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    simple = '<w:fldSimple w:instr=" QUOTE 1 "><w:r><w:t>{{ e }}</w:t></w:r></w:fldSimple>'
    file = word(p(link, inserted, control, ruby, simple))
    made = marked_up(file, [at(f"{{{{ {name} }}}}", paragraph=1) for name in "abcde"])
    found = ranges(made)
    assert [found[number] for number in "012"] == ["{{ a }}", "{{ b }}", "{{ c }}"]
    assert found["3"] == "pin{{ d }}"
    assert found["4"] == "{{ e }}"
    for mark in tree(made).iter(W + "commentRangeStart", W + "commentRangeEnd"):
        holder = mark.getparent()
        assert holder is not None
        assert holder.tag in {W + name for name in ("p", "hyperlink", "ins", "sdtContent")}
    for mark in tree(made).iter(W + "commentReference"):  # rejecting an insertion must not take a comment away
        assert not list(mark.iterancestors(W + "ins"))


def test_a_character_that_no_font_has_is_marked_by_itself() -> None:
    finding = at("龘龘 abc", paragraph=1, code="glyph.missing", character="c")
    assert ranges(marked_up(word(p("龘龘 abc def")), [finding])) == {"0": "c"}


def test_a_tag_where_nobody_reads_it_is_told_at_the_paragraph_that_holds_it() -> None:
    formula = "<m:oMath><m:r><m:t>{{ a }}</m:t></m:r></m:oMath>"
    address = '<w:r><w:instrText> HYPERLINK "https://x.example/{{ b }}" </w:instrText></w:r>'
    file = word(p("甲"), p("乙", formula), p("丙", address))
    findings = [at(code="template.misplaced", tag=tag) for tag in ("{{ a }}", "{{ b }}", "{{ c }}")]
    assert ranges(marked_up(file, findings)) == {"0": "乙", "1": "丙", "2": "甲"}


def test_all_other_parts_keep_their_bytes_and_the_same_findings_give_the_same_file() -> None:
    file = word(
        p("{{ a }}"),
        stories={"header:default": p("眉"), "footer:default": p("{{ b }}")},
        settings="<w:trackRevisions/>",
        core="<dc:title>题</dc:title>",
    )
    findings = [at("{{ a }}", paragraph=1), at("{{ b }}", "word/footer1.xml", paragraph=1)]
    made = marked_up(file, findings)
    assert made == marked_up(file, findings)
    before, after = parts(file), parts(made)
    assert set(after) - set(before) == {"word/comments.xml"}
    changed = {name for name in before if before[name] != after[name]}
    touched = {"word/document.xml", "word/footer1.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert changed == touched


def test_nothing_found_gives_the_very_file_back() -> None:
    file = word(p("{{ a }}"))
    assert marked(file, [], lambda _: Said("", "", ""), Language.ZH) is file
    assert unmarked(file) is file


def test_what_docgen_put_in_is_taken_out_again_and_the_lawyers_own_comment_stays() -> None:
    theirs = '<w:comment w:id="7" w:author="王律师" w:initials="W"><w:p><w:r><w:t>再议</w:t></w:r></w:p></w:comment>'
    body = '<w:p><w:r><w:t>{{ a }} 款</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    header = p(r("绿", '<w:highlight w:val="green"/>'), r("黄", '<w:highlight w:val="yellow"/>'), "{{ b }}")
    file = word(body, more={"comments": theirs}, stories={"header:default": header})
    made = marked_up(file, [at("{{ a }}", paragraph=1), at("{{ b }}", "word/header0.xml", paragraph=1)])
    assert highlighted(made, "word/header0.xml") == ["绿", "黄", "{{ b }}"]
    cleaned = unmarked(made)
    assert list(comments(cleaned)) == ["7"]
    assert [mark.get(W + "id") for mark in tree(cleaned).iter(W + "commentReference")] == ["7"]
    assert not list(tree(cleaned).iter(W + "commentRangeStart", W + "commentRangeEnd"))
    assert highlighted(cleaned, "word/header0.xml") == ["绿", "黄"]
    assert not list(tree(cleaned, "word/header0.xml").iter(W + "bookmarkStart", W + "bookmarkEnd"))
    assert text(cleaned) == text(file)


def test_a_file_marked_again_bears_the_new_comments_alone() -> None:
    file = word(p("{{ a }}"), p("{{ b }}"))
    once = marked_up(file, [at("{{ a }}", paragraph=1), at("{{ b }}", paragraph=2)])
    again = marked_up(once, [at("{{ b }}", paragraph=2)])
    assert ranges(again) == {"0": "{{ b }}"}
    assert len(comments(again)) == 1


def test_a_marked_template_makes_the_same_letter() -> None:
    file = word(p("{%p if a %}"), p("甲 {{ a }}"), p("{%p endif %}"))
    made = marked_up(file, [at("{%p if a %}", paragraph=1), at("{{ a }}", paragraph=2)])
    assert text(compile_template(made).merge({"a": "乙"})) == text(compile_template(file).merge({"a": "乙"}))


def test_a_hostile_file_is_refused_and_not_marked() -> None:
    with pytest.raises(HostileFile):
        marked(b"no Word file", [Finding("a.b")], lambda _: Said("", "", ""), Language.ZH)


def places_of(template: bytes) -> list[Finding]:
    """An artificial finding at every third tag, in whichever part it stands."""
    package = open_package(template)
    kinds = ("header", "footer", "footnotes", "endnotes")
    names = [package.document, *(name for kind in kinds for name in package.related(kind))]
    places = [place for name in dict.fromkeys(names) for place in tags_in(name, package.xml(name))]
    return [Finding("template.syntax", place=place) for place in places[::3]]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_template_keeps_its_words_under_comments(path: Path) -> None:
    template = path.read_bytes()
    findings = places_of(template)
    made = marked_up(template, findings)
    numbered = ranges(made)
    opened = docx.Document(io.BytesIO(made))
    shown = list(opened.comments)
    assert len(shown) == len(findings) == len(numbered)
    for finding, comment in zip(findings, shown, strict=True):
        assert isinstance(finding.place, WordPlace)
        assert (comment.author, comment.initials) == ("docgen", "dg")
        if finding.place.part == "word/document.xml":
            assert numbered[str(comment.comment_id)] == finding.place.words
        else:
            assert finding.place.words in comment.text
    assert text(unmarked(made)) == text(template)


def _save_with_libreoffice(folder: Path, kind: str) -> None:
    files = sorted(folder.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / kind)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed; make test installs it")
def test_libreoffice_opens_marked_files_with_every_comment(tmp_path: Path) -> None:
    """Word's own kinds of places, and the demand letters that ship, in one start; saved again as it would save them."""
    theirs = '<w:comment w:id="0" w:author="王律师"><w:p><w:r><w:t>再议</w:t></w:r></w:p></w:comment>'
    everywhere = word(
        p("开头"),
        p(r("甲 {{ a", "<w:b/>"), r(" }} 乙"), '<w:r><w:commentReference w:id="0"/></w:r>'),
        tbl("{{ a }}|丙"),
        calling("见注", 2),
        p("框", box(p("框中 {{ b }}"))),
        stories={"header:default": p("{{ c }}")},
        more={"footnotes": footnote(2, p("{{ d }}")), "comments": theirs},
    )
    kinds = [
        at("{{ a }}", paragraph=2),
        at("{{ a }}", table=1, row=1, cell=1, paragraph=1),
        at("{{ b }}", paragraph=5),
        at("{{ c }}", "word/header0.xml", paragraph=1),
        at("{{ d }}", "word/footnotes.xml", paragraph=1),
        Finding("font.substituted", Severity.INFORMATION),
    ]
    files: dict[str, tuple[bytes, list[Finding]]] = {"everywhere": (everywhere, kinds)}
    for path in TEMPLATES:
        if path.stem == "demand_letter":
            files[path.parent.name] = (path.read_bytes(), places_of(path.read_bytes()))
    for name, (file, findings) in files.items():
        (tmp_path / f"{name}.docx").write_bytes(marked_up(file, findings))
    for kind in ("odt", "docx"):
        _save_with_libreoffice(tmp_path, kind)
    for name, (_, findings) in files.items():
        with zipfile.ZipFile(tmp_path / "odt" / f"{name}.odt") as saved:
            content = saved.read("content.xml").decode()
        others = name == "everywhere"
        assert len(re.findall("<office:annotation ", content)) == len(findings) + others
        assert len(re.findall("<office:annotation-end ", content)) >= len(findings)
        assert content.count("<dc:creator>docgen</dc:creator>") == len(findings)
        saved_again = (tmp_path / "docx" / f"{name}.docx").read_bytes()
        assert "dg" in {comment.get(W + "initials") for comment in tree(saved_again, "word/comments.xml")}
        assert len(comments(unmarked(saved_again))) == others
        assert b"docgen" not in b"".join(parts(unmarked(saved_again)).values())
        words = re.sub("<[^>]*>", "", content)
        for number in range(1, len(findings) + 1):
            assert f"【{number}】错误：" in words or f"【{number}】说明：" in words


def test_word_reads_the_part_by_its_content_type_and_relationship() -> None:
    made = marked_up(word(p("{{ a }}")), [at("{{ a }}", paragraph=1)])
    package = open_package(made)
    assert package.related("comments") == ("word/comments.xml",)
    assert package.content_type("word/comments.xml").endswith("wordprocessingml.comments+xml")
