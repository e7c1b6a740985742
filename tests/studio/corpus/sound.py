"""Templates with nothing to be found in them: those that ship, and edited ones as a careful lawyer leaves them."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import (
    TEMPLATES,
    Change,
    Draft,
    after,
    archived,
    block_after,
    bold,
    commented,
    drawn,
    edited,
    footnoted,
    formatted,
    gone,
    header_says,
    in_styles,
    linked,
    picture,
    property_set,
    retyped,
    row_gone,
    saved_often,
    shipped,
    text_box,
)
from tests.studio.corpus.labels import Sound
from tests.studio.corpus.pictures import INLINE, PNG
from tests.wordfile.builders import contents

_CELL = '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/>'
    '<w:gridCol w:w="4000"/></w:tblGrid>{}</w:tbl><w:p/>'
)
_STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="OurClause"><w:name w:val="Our Clause"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120" w:after="120"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
)
_CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Clause"/><w:tag w:val="clause"/></w:sdtPr><w:sdtContent>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def _table(*rows: tuple[str, str]) -> str:
    return _TABLE.format("".join(f"<w:tr>{''.join(map(_CELL.format, row))}</w:tr>" for row in rows))


def _sound(name: str, did: str, letter: str, *changes: Change) -> Sound:
    return Sound(name, did, letter, partial(edited, letter, *changes))


def _saved_by_wps(draft: Draft) -> None:
    """WPS names itself in a property of its own, and puts its own data beside the document."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    draft.parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property pid="2" '
        b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.18276'
        b"</vt:lpwstr></property></Properties>"
    )
    entry = f'<Relationship Id="rKso" Type="{kind}" Target="docProps/custom.xml"/>'
    draft.replace("_rels/.rels", "</Relationships>", f"{entry}</Relationships>")
    content_type = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    override = f'<Override PartName="/docProps/custom.xml" ContentType="{content_type}"/>'
    draft.replace("[Content_Types].xml", "</Types>", f"{override}</Types>")


def _packed_anew(name: str) -> bytes:
    """The same parts in another order, packed by another program."""
    parts = contents(shipped(name))
    first = "[Content_Types].xml"
    return archived({first: parts[first], **dict(sorted(parts.items(), reverse=True))})


SHIPPED = tuple(
    Sound(f"{path.parent.name}/{path.stem}", "As it ships.", f"{path.parent.name}/{path.stem}", path.read_bytes)
    for path in sorted(TEMPLATES.glob("*/*.docx"))
)
EDITED = (
    _sound(
        "reworded",
        "Put a heading and a sentence in her own words.",
        "zh/demand_letter",
        retyped("五、付款要求", "五、请求事项"),
        retyped("特此函告。", "特此函达，请予重视。"),
    ),
    _sound(
        "reworded_in_english",
        "Put a heading and a sentence in her own words.",
        "en/demand_letter",
        retyped("5.Demand", "5.What we ask for"),
        retyped("The dealings between us are evidenced by the invoices", "Our dealings are shown by the invoices"),
    ),
    _sound(
        "typed_in_many_sessions",
        "Typed a tag on three days: it stands in five runs, formatted alike.",
        "zh/demand_letter",
        saved_often("debtor|.full|_name", nth=0),
        saved_often("demanded", nth=0),
    ),
    _sound(
        "typed_in_many_sessions_in_english",
        "Typed a tag on three days.",
        "en/lawyers_letter",
        saved_often("licence_number"),
        saved_often("contracts|_cited"),
    ),
    _sound(
        "input_method",
        "Typed with an input method, which marks the letters within braces as not to be proofed.",
        "zh/lawyers_letter",
        formatted("debtor.full_name", "<w:noProof/>"),
        formatted("letter.as_of", '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'),
    ),
    _sound("bold_with_its_braces", "Made a tag bold, braces and all.", "zh/demand_letter", bold("{{ total_full }}")),
    _sound("bold_words", "Made words bold, and no tags.", "en/demand_letter", bold("We demand that you pay")),
    _sound(
        "curly_quotes",
        "Word curled the quotes of a comparison, one of them the wrong way round.",
        "en/early_payment_offer",
        retyped("{% if prevailing_text == 'chinese' %}", "{% if prevailing_text == ’chinese‘ %}"),
    ),
    _sound(
        "chinese_quotes",
        "Typed the quotes of a comparison with the Chinese input method.",
        "zh/payment_reminder",
        retyped("{%p if state == 'contested' %}", "{%p if state == “contested” %}"),
    ),
    _sound(
        "wide_signs_among_words",
        "Wrote full-width brackets and a percent sign in words, and a sentence with one brace.",
        "zh/demand_letter",
        retyped("特此函告。", "特此函告（共１００％，详见｛附表｝）。"),
    ),
    _sound(
        "remark",
        "Left a remark that is not printed.",
        "zh/demand_letter",
        retyped("特此函告。", "特此函告。{# 备注：“此处不打印”，李律师 #}"),
    ),
    _sound(
        "style_of_the_firm",
        "Made a style of her own and put a paragraph in it.",
        "zh/demand_letter",
        in_styles("</w:styles>", f"{_STYLE}</w:styles>"),
        block_after(
            "特此函告。",
            '<w:p><w:pPr><w:pStyle w:val="OurClause"/></w:pPr><w:r><w:t>本函正本一份，副本存档。</w:t></w:r></w:p>',
        ),
    ),
    _sound(
        "table_added",
        "Added a table with the parties.",
        "zh/lawyers_letter",
        block_after(
            "一、本函所依据的材料",
            _table(("委托人", "{{ creditor.full_name }}"), ("债务人", "{{ debtor.name }}")),
        ),
    ),
    _sound(
        "table_with_a_loop_added",
        "Added a table of the contracts.",
        "en/demand_letter",
        block_after(
            "1.Contract and performance",
            _table(
                ("No.", "Contract"),
                ("{%tr for each in contracts %}", ""),
                ("{{ loop.index }}", "{{ each.number }}"),
                ("{%tr endfor %}", ""),
            ),
        ),
    ),
    _sound(
        "condition_added",
        "Made a paragraph conditional.",
        "zh/balance_confirmation",
        after("{{ letter.salutation }}", "{%p if creditor.email %}", "电子邮箱：{{ creditor.email }}", "{%p endif %}"),
    ),
    _sound(
        "list_in_a_sentence",
        "Named the contracts in a sentence.",
        "zh/demand_letter",
        after(
            "二、欠款情况",
            "{% if contracts %}所涉合同：{% for one in contracts %}{{ one.number }}"
            "{% if not loop.last %}、{% endif %}{% endfor %}。{% endif %}",
        ),
    ),
    _sound(
        "default_of_a_field",
        "Said what is to stand where a field is empty.",
        "en/repayment_agreement",
        retyped("{{ letter.date }}", "{{ letter.date|default('undated') }}"),
    ),
    _sound(
        "count",
        "Printed how many invoices there are.",
        "zh/lawyers_letter",
        retyped("郑重致函{{ you }}。", "郑重致函{{ you }}（共{{ items|length }}份发票）。"),
    ),
    _sound(
        "comment_beside_a_tag",
        "Hung a comment on words outside all tags.",
        "zh/demand_letter",
        commented("正式函告如下", "此处语气请合伙人审阅。"),
    ),
    _sound(
        "comment_on_a_whole_sentence",
        "Hung a comment on a sentence without tags.",
        "en/lawyers_letter",
        commented("you remain liable to pay them", "Agreed with the client."),
    ),
    _sound(
        "text_box_with_fields",
        "Added a text box with fields that the letter has.",
        "zh/payment_reminder",
        text_box("{{ title }}", "日期：{{ letter.date }}"),
    ),
    _sound(
        "footnote_with_a_field",
        "Added a footnote with a field that the letter has.",
        "en/demand_letter",
        footnoted("We write about sums that you owe us", "Payments booked up to {{ letter.cut_off }}."),
    ),
    _sound(
        "logo",
        "Put a logo behind the name.",
        "zh/demand_letter",
        picture("rLogo", PNG),
        drawn("{{ creditor.name }}", INLINE.replace("ALT", "公司标志")),
    ),
    _sound(
        "second_line_of_the_header",
        "Added a line to the header.",
        "en/lawyers_letter",
        header_says("{% if letter.number %}Ref. {{ letter.number }}{% endif %}"),
    ),
    _sound(
        "field_in_a_property",
        "Wrote the debtor's name into the file's subject.",
        "zh/demand_letter",
        property_set("dc:subject", "{{ debtor.name }}"),
    ),
    _sound(
        "link",
        "Made a link to another place of the letter.",
        "en/demand_letter",
        linked("The computation is set out in the Annex."),
    ),
    _sound(
        "content_control",
        "Put a paragraph into a content control.",
        "zh/lawyers_letter",
        block_after("六、权利保留", _CONTROL.format("{{ we }}的其他权利不受影响。".replace("{{ we }}", "委托人"))),
    ),
    _sound(
        "section_left_out",
        "Deleted the costs, which her company never claims.",
        "zh/demand_letter",
        gone("{{ we }}为实现债权已支出费用"),
        gone("{%p if costs.claimed %}"),
        gone("{%p endif %}", nth=15),
        row_gone("{%tr if costs.claimed %}"),
        row_gone("实现债权的费用"),
        row_gone("{%tr endif %}", nth=4),
    ),
    _sound(
        "article_of_today",
        "Cited an article that is the law.",
        "zh/demand_letter",
        after("四、法律依据", "《中华人民共和国民法典》第五百零九条要求当事人按照约定全面履行自己的义务。"),
    ),
    _sound(
        "lawful_steps",
        "Said in her own words what comes next.",
        "en/lawyers_letter",
        after("{{ consequences }}", "Our client would prefer to settle the matter without going to court."),
    ),
    _sound(
        "numbers_that_are_no_sums",
        "Typed numbers that are no sums: days, a rate, a page.",
        "zh/demand_letter",
        retyped("特此函告。", "请在收到本函后3日内与我方联系（工作日9:00至17:30，分机8012）。"),
    ),
    _sound("saved_by_wps", "Opened and saved in WPS.", "zh/payment_reminder", _saved_by_wps),
    Sound(
        "packed_anew",
        "Unpacked and packed again by a version control program.",
        "en/payment_reminder",
        partial(_packed_anew, "en/payment_reminder"),
    ),
    _sound(
        "tracking_on",
        "Accepted all changes and left tracking on.",
        "zh/repayment_agreement",
        lambda draft: draft.replace("word/settings.xml", "</w:settings>", "<w:trackRevisions/></w:settings>"),
    ),
)
SOUND = (*SHIPPED, *EDITED)
