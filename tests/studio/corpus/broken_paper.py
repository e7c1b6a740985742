"""What the printing room cannot print, files that no letter may be, fonts that are missing, the wrong language."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import (
    Change,
    Draft,
    block_after,
    drawn,
    edited,
    formatted,
    in_styles,
    retyped,
)
from tests.studio.corpus.labels import At, Broken, Fault

_INLINE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1270000" cy="635000"/>'
    '<wp:docPr id="81" name="{name}"/><a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART = _INLINE.format(name="Chart 1", uri=f"{_DRAWINGML}/chart", inner="")
_SMART_ART = _INLINE.format(name="Diagram 1", uri=f"{_DRAWINGML}/diagram", inner="")
_GROUP = _INLINE.format(
    name="Group 1", uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", inner=""
)
_WORD_ART = (  # bent along a wave
    '<w:pict><v:shape type="#_x0000_t156" style="width:200pt;height:40pt">'
    '<v:textpath style="font-family:SimSun" string="{words}"/></v:shape></w:pict>'
)
_FORMULA = "<w:p><m:oMathPara><m:oMath><m:r><m:t>I=P×r×t</m:t></m:r></m:oMath></m:oMathPara></w:p>"
_SHEET = (
    '<w:object><v:shape style="width:100pt;height:50pt"/>'
    '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s" DrawAspect="Content" ObjectID="1" r:id="rOle"/>'
    "</w:object>"
)


def _field(code: str, shown: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _part(name: str, content: bytes) -> Change:
    def change(draft: Draft) -> None:
        draft.parts[name] = content
        ending = name.rpartition(".")[2]
        default = f'<Default Extension="{ending}" ContentType="application/octet-stream"/>'
        draft.replace("[Content_Types].xml", "<Override ", f"{default}<Override ")

    return change


def _outside(kind: str, target: str) -> Change:
    return lambda draft: draft.relate(kind, target, "rOutside", "External")


def _paper(name: str, did: str, letter: str, *changes: Change, at: At, or_: tuple[Fault, ...] = ()) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, *changes), (at,), frozenset(or_))


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}"/>'


BROKEN = (
    _paper(
        "chart",
        "Inserted a chart of the payments.",
        "zh/demand_letter",
        drawn("二、欠款情况", _CHART),
        at=At(Fault.UNPRINTABLE, 42, "二、欠款情况"),
    ),
    _paper(
        "chart_in_a_cell",
        "Inserted a chart into a cell.",
        "en/statement_of_account",
        drawn("Balance", _CHART),
        at=At(Fault.UNPRINTABLE, 1, "Balance", 1, 1, 8),
    ),
    _paper(
        "smart_art",
        "Inserted a diagram of the steps to come.",
        "en/demand_letter",
        drawn("6.Consequences of non-payment", _SMART_ART),
        at=At(Fault.UNPRINTABLE, 113, "6.Consequences of non-payment"),
    ),
    _paper(
        "grouped_shapes",
        "Inserted a seal made of grouped shapes.",
        "zh/power_of_attorney",
        drawn("委托人：{{ principal.name }}", _GROUP),
        at=At(Fault.UNPRINTABLE, 51, "委托人：{{ principal.name }}"),
    ),
    _paper(
        "word_art",
        "Inserted the title as WordArt in the form of a wave.",
        "zh/lawyers_letter",
        drawn("{{ title }}", _WORD_ART.format(words="律师函")),
        at=At(Fault.UNPRINTABLE, 10, "{{ title }}"),
    ),
    _paper(
        "formula",
        "Inserted the formula of the interest.",
        "zh/demand_letter",
        block_after("计算明细见附表。", _FORMULA),
        at=At(Fault.UNPRINTABLE, 71, ""),
    ),
    _paper(
        "formula_in_english",
        "Inserted the formula of the interest.",
        "en/lawyers_letter",
        block_after("On this basis, the claim for", _FORMULA),
        at=At(Fault.UNPRINTABLE, 87, ""),
    ),
    _paper(
        "vertical_paragraph",
        "Turned a paragraph to run from top to bottom.",
        "zh/balance_confirmation",
        block_after(
            "特此函证。", '<w:p><w:pPr><w:textDirection w:val="tbRl"/></w:pPr><w:r><w:t>请盖骑缝章</w:t></w:r></w:p>'
        ),
        at=At(Fault.UNPRINTABLE, 75, "请盖骑缝章"),
    ),
    # What no letter may carry
    _paper(
        "embedded_sheet",
        "Pasted the calculation as an Excel object.",
        "zh/demand_letter",
        drawn("附表：计算明细", _SHEET),
        _part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
        at=At(Fault.REFUSED_FILE, 118, "附表：计算明细"),
    ),
    _paper(
        "embedded_sheet_in_english",
        "Pasted the calculation as an Excel object.",
        "en/demand_letter",
        drawn("Annex: Computation", _SHEET),
        _part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
        at=At(Fault.REFUSED_FILE, 130, "Annex: Computation"),
    ),
    _paper(
        "merge_field_left",
        "Copied a paragraph from a mail merge with its field.",
        "zh/payment_reminder",
        block_after("{{ thanks }}", _field("MERGEFIELD 客户名称", "«客户名称»")),
        at=At(Fault.REFUSED_FILE, 67, "«客户名称»"),
    ),
    _paper(
        "text_from_another_file",
        "Had the bank account come from another file.",
        "en/early_payment_offer",
        block_after("Yours faithfully,", _field('INCLUDETEXT "S:\\\\legal\\\\bank.docx"', "Bank")),
        at=At(Fault.REFUSED_FILE, 55, "Bank"),
    ),
    _paper(
        "linked_picture",
        "Linked the logo instead of inserting it.",
        "zh/lawyers_letter",
        _outside("image", "file:///C:/Users/zhang/logo.png"),
        at=At(Fault.REFUSED_FILE, part=""),
    ),
    _paper(
        "template_of_the_office",
        "Attached the office's template, which stands on a server.",
        "en/lawyers_letter",
        _outside("attachedTemplate", "http://files.example.com/firm.dotm"),
        at=At(Fault.REFUSED_FILE, part=""),
    ),
    _paper(
        "macros",
        "Saved a file with macros under another name.",
        "zh/repayment_agreement",
        _part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
        at=At(Fault.REFUSED_FILE, part=""),
    ),
    # Fonts
    _paper(
        "font_of_one_paragraph",
        "Set the last line in a font that she has bought.",
        "zh/demand_letter",
        formatted("特此函告。", _font("汉仪旗黑 55S")),
        at=At(Fault.NO_FONT, 105, "特此函告。"),
    ),
    _paper(
        "font_of_an_english_paragraph",
        "Set a heading in a font that her office has bought.",
        "en/demand_letter",
        formatted("5.Demand", _font("Whitney HTF Book")),
        at=At(Fault.NO_FONT, 95, "Demand"),
    ),
    _paper(
        "font_of_a_cell",
        "Set a cell of the table's head in a font that is missing.",
        "zh/payment_reminder",
        formatted("发票号码", _font("造字工房尚黑")),
        at=At(Fault.NO_FONT, 1, "发票号码", 1, 1, 2),
    ),
    _paper(
        "font_of_the_style",
        "Changed the font of all styles to one that is missing.",
        "zh/lawyers_letter",
        in_styles('w:eastAsia="仿宋"', 'w:eastAsia="造字工房尚黑"'),
        at=At(Fault.NO_FONT, part=""),
    ),
    _paper(
        "font_of_the_english_style",
        "Changed the font of all styles to one that is missing.",
        "en/early_payment_offer",
        in_styles('w:ascii="Times New Roman"', 'w:ascii="Whitney HTF Book"'),
        at=At(Fault.NO_FONT, part=""),
    ),
    # Languages
    _paper(
        "japanese_run",
        "Pasted a line from a file whose language was Japanese: some signs look otherwise.",
        "zh/demand_letter",
        formatted("特此函告。", '<w:lang w:eastAsia="ja-JP"/>'),
        at=At(Fault.WRONG_LANGUAGE, 105, "特此函告。"),
    ),
    _paper(
        "english_run_on_chinese",
        "Pasted Chinese words from an English file: they are marked as English.",
        "zh/lawyers_letter",
        formatted("五、逾期后果", '<w:lang w:val="en-US" w:eastAsia="en-US"/>'),
        at=At(Fault.WRONG_LANGUAGE, 95, "五、逾期后果"),
    ),
    _paper(
        "traditional_run",
        "Pasted a line from a file made in Taiwan.",
        "zh/balance_confirmation",
        formatted("往来款项余额", '<w:lang w:eastAsia="zh-TW"/>'),
        at=At(Fault.WRONG_LANGUAGE, 33, "往来款项余额"),
    ),
    _paper(
        "german_run_on_english",
        "Pasted a line from a German file.",
        "en/demand_letter",
        formatted("The dealings between us are evidenced by", '<w:lang w:val="de-DE"/>'),
        at=At(Fault.WRONG_LANGUAGE, 50, "The dealings between us are evidenced by"),
    ),
    _paper(
        "chinese_run_on_english",
        "Marked an English sentence as Chinese.",
        "en/lawyers_letter",
        formatted("In our view, you have not paid", '<w:lang w:val="zh-CN"/>'),
        at=At(Fault.WRONG_LANGUAGE, 81, "In our view, you have not paid"),
    ),
    _paper(
        "chinese_heading_in_english",
        "Left a heading in Chinese in the English letter.",
        "en/demand_letter",
        retyped("Consequences of non-payment", "逾期付款的后果"),
        at=At(Fault.WRONG_LANGUAGE, 113, "逾期付款的后果"),
    ),
    _paper(
        "english_sentence_in_chinese",
        "Left an English sentence in the Chinese letter.",
        "zh/demand_letter",
        retyped("特此函告。", "Please pay without any further delay, and let us know when you have done so."),
        at=At(Fault.WRONG_LANGUAGE, 105, "Please pay without any further delay"),
    ),
)
