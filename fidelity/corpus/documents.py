"""Whole documents, as offices make them: every construct in company with others. Parties, sums and places are made up."""

from __future__ import annotations

from functools import partial

from fidelity.corpus.lists import item, level, numbering
from fidelity.corpus.making import (
    CLAUSES,
    SANS,
    case,
    file,
    fonts,
    gridded,
    paper,
    picture,
    ruled,
    size,
    style,
    styled,
    wide,
)  # fmt: skip
from fidelity.corpus.objects import aligned, anchored, at, called, inline, note, pic, separators
from fidelity.corpus.paragraphs import spacing, stops, tabbed
from tests.printing.word import field, p, r, sect, tbl, tc, tr

document = partial(case, group="documents")

HALF = '<w:spacing w:line="360" w:lineRule="auto"/>'
MERGED, MORE, MIDDLE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:vAlign w:val="center"/>'
#: A small distance between tables, off the grid.
GAP = '<w:snapToGrid w:val="0"/>' + spacing(line=160, lineRule="exact")
PAGES = p("第 ", field("PAGE"), " 页 共 ", field("NUMPAGES", "2"), " 页", jc="center")


def title(words: str, points: float = 18, after: int = 240) -> str:
    return p(r(words, fonts(SANS) + "<w:b/>" + size(points)), ppr=spacing(before=120, after=after), jc="center")


def body(words: str, points: float = 12) -> str:
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{round(points * 40)}"/>'
    return p(r(words, size(points)), ppr=HALF + indent, jc="both")


def cell(words: str, width: int, extra: str = "", *, jc: str = "", bold: bool = False) -> str:
    lines = "".join(p(r(line, "<w:b/>" if bold else ""), jc=jc) for line in words.split("\n"))
    return tc(lines, wide(width) + extra)


def row(*cells: str, widths: tuple[int, ...], head: bool = False, height: int = 0) -> str:
    settings = (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "") + (
        "<w:tblHeader/>" if head else ""
    )
    made = (
        cell(words, width, MIDDLE, jc="center" if head else "", bold=head)
        for words, width in zip(cells, widths, strict=True)
    )
    return tr(*made, trpr=settings)


def over(words: str, columns: int, width: int, *, jc: str = "", bold: bool = False) -> str:
    return cell(words, width, f'<w:gridSpan w:val="{columns}"/>{MIDDLE}', jc=jc, bold=bold)


@document("购销合同: heads, clauses, a list of goods, the parties' signatures side by side")
def sales_contract() -> bytes:
    levels = level(0, "chineseCountingThousand", "第%1条", left=0, hanging=0, extra='<w:suff w:val="space"/>') + level(
        1, "decimal", "%2.", left=480, hanging=480
    )
    goods = (900, 2300, 1500, 1100, 1200, 1500)
    lines = (
        ("1", "精密减速器", "R80", "60 台", "6,440.00", "386,400.00"),
        ("2", "传动轴（表面经防锈处理，附检验证书）", "S20", "350 根", "910.43", "318,650.50"),
        ("3", "备用密封件", "M6×20", "1,200 套", "8.00", "9,600.00"),
    )
    table = tbl(
        row("序号", "名称", "规格型号", "数量", "单价（元）", "金额（元）", widths=goods, head=True),
        *(row(*line, widths=goods) for line in lines),
        tr(over("合计人民币（大写）：柒拾壹万肆仟陆佰伍拾元伍角整", 5, 7000), cell("714,650.50", 1500, MIDDLE, jc="right")),
        tblpr=ruled(8500, extra='<w:jc w:val="center"/>'), grid=goods,
    )  # fmt: skip
    parties = ("名称", "住所", "法定代表人", "开户银行", "账号", "电话", "签署日期")
    side = "".join(p(f"{name}：", ppr=HALF) for name in parties)
    signing = tbl(tr(tc(p(r("卖方（盖章）", "<w:b/>")) + side, wide(4250)), tc(p(r("买方（盖章）", "<w:b/>")) + side, wide(4250)), trpr="<w:cantSplit/>"),
                  tblpr=ruled(8500), grid=(4250, 4250))  # fmt: skip
    heads = ("标的物", "交付", "风险", "违约责任", "保密", "不可抗力", "生效")
    return file(
        p(tabbed("合同编号：GX-2026-0117", "签订地点：示例市"), ppr=stops(("right", 8300, "none"))),
        title("购 销 合 同"),
        *(p(r(f"{who}：", "<w:b/>"), name, ppr=HALF) for who, name in (("卖方", "华信精工（示例）有限公司"), ("买方", "远航装备（示例）股份有限公司"))),
        body("根据《中华人民共和国民法典》及相关法律的规定，买卖双方在平等、自愿的基础上，就货物的购销事宜协商一致，订立本合同。"),
        item("标的物、数量及价款"), table, p(ppr=GAP),
        *(item(r(head, "<w:b/>")) + item(clause, 1) + item(CLAUSES[(n + 3) % 7], 1) for n, (head, clause) in enumerate(zip(heads, CLAUSES, strict=True))),
        p(), signing,
        page=gridded(), numbering=numbering(levels), stories={"footer:default": PAGES},
    )  # fmt: skip


@document("民事起诉状 in the form of elements: one table of many spans, boxes to tick")
def complaint() -> bytes:
    widths = (2100, 6400)
    blank = "□有　□无\n具体情况："

    def part(words: str) -> str:
        return tr(over(words, 2, 8500, jc="center", bold=True), trpr='<w:trHeight w:val="480" w:hRule="atLeast"/>')

    facts = (
        (
            "1. 合同的签订情况（名称、编号、签订时间、地点等）",
            "2025年3月18日双方签订《精密传动部件采购合同》，合同编号HX-2025-0318，签订地点为江苏省苏州市。",
        ),
        (
            "2. 买卖标的物情况（名称、规格、质量、数量等）",
            "精密减速器R80型60台、R60型80台，传动轴S20型350根；质量标准以附件一载明的企业标准为准。",
        ),
        (
            "3. 合同约定的价格及支付方式",
            "单价：见附件一；总价：1,434,750.50元；买方自收到每批货物之日起30日内付清该批货款。",
        ),
        ("4. 合同约定的交货时间、地点、方式", "分四批交付，交货地点为被告仓库，由原告承担运费。"),
        (
            "5. 合同约定的质量标准及检验方式、质量异议期限",
            "收货后七日内提出书面异议，逾期视为验收合格。\n□约定了质保期　☑未约定质保期",
        ),
        (
            "6. 价款支付及标的物交付情况",
            "已按期支付386,400.00元；逾期未付678,650.50元。\n已交付全部标的物，末次交付日期为2026年3月16日。",
        ),
        ("7. 是否催促过履行", "☑是　催促情况：2026年2月10日电子邮件、4月28日特快专递、8月20日当面送交。\n□否"),
        ("8. 其他需要说明的内容", blank),
        ("9. 证据清单（可另附页）", "见附页"),
    )
    claims = (
        ("1. 给付价款（元）", "人民币678,650.50元"), ("2. 迟延给付价款的利息（违约金）", "截至2026年9月15日止，违约金45,678.12元；此后以未付价款为基数，按一年期贷款市场报价利率的1.5倍计算至实际清偿之日止。"),
        ("3. 赔偿因违约所受的损失", blank), ("4. 是否主张担保权利", "□是　内容：\n☑否"), ("5. 是否主张实现债权的费用", "☑是　费用明细：律师费20,000.00元\n□否"),
        ("6. 诉讼费用由被告承担", "☑是　□否"), ("7. 标的总额", "人民币744,328.62元（暂计至2026年9月15日）"),
    )  # fmt: skip
    table = tbl(
        part("当事人信息"),
        row("原告", "名称：华信精工（示例）有限公司\n住所地：江苏省苏州市示例区创新路100号\n法定代表人：陈示例　职务：总经理　联系电话：0512-5550-0100\n统一社会信用代码：91320505EXAMPLE117\n类型：☑有限责任公司　□股份有限公司　□其他企业法人\n　　　□事业单位　□社会团体　□合伙企业", widths=widths),
        row("委托诉讼代理人", "有☑　姓名：周示例　单位：示例律师事务所　职务：律师\n代理权限：一般授权□　特别授权☑\n无□", widths=widths),
        row("送达地址（所填信息除书面特别声明更改外，适用于案件一审、二审、再审所有后续程序）及收件人、电话", "地址：江苏省苏州市示例区创新路100号　收件人：王示例\n联系电话：0512-5550-0100", widths=widths),
        row("被告", "名称：远航装备（示例）股份有限公司\n住所地：浙江省示例市滨江区江南大道88号\n法定代表人：林示例　职务：董事长", widths=widths),
        part("诉讼请求和依据"), *(row(*claim, widths=widths) for claim in claims),
        part("约定管辖和诉讼保全"), row("有无仲裁、法院管辖约定", "有☑　合同条款及内容：第十二条，向被告住所地人民法院提起诉讼。\n无□", widths=widths), row("是否申请财产保全措施", "□已经诉前保全　□申请诉讼保全　☑无", widths=widths),
        part("事实与理由"), *(row(*fact, widths=widths) for fact in facts),
        tblpr=ruled(8500, extra='<w:jc w:val="center"/>'), grid=widths,
    )  # fmt: skip
    return file(
        title("民事起诉状", 22, 60), p("（买卖合同纠纷）", jc="center"),
        tbl(tr(cell("说明：\n为了方便您更好地参加诉讼，保护您的合法权利，请填写本表。\n1. 起诉时需向人民法院提交证明您身份的材料。\n2. 本表有些内容可能与您的案件无关，您认为与案件无关的项目可以填“无”或不填。", 8500)), tblpr=ruled(8500, extra='<w:jc w:val="center"/>'), grid=(8500,)),
        p(ppr=GAP), table,
        p(r("具状人（签字、盖章）：", size(14)), ppr=spacing(before=400) + '<w:ind w:left="4200"/>'), p(r("日期：", size(14)), ppr='<w:ind w:left="4200"/>'),
        page=gridded(), stories={"footer:default": PAGES},
    )  # fmt: skip


@document("证据清单: a table with merged groups, across the paper, heads repeated")
def evidence_list() -> bytes:
    widths = (900, 1600, 3000, 1300, 4200, 2000)
    made = [row("序号", "组别", "证据名称", "页码", "证明目的", "来源", widths=widths, head=True)]
    groups = (("合同订立", 3, "证明双方之间买卖合同关系依法成立并生效，权利义务内容明确。"), ("货物交付", 7, "证明原告已按约交付全部货物，被告已签收并验收合格。"),
              ("款项往来", 5, "证明被告已付款项及尚欠款项的数额。"), ("催告经过", 6, "证明诉讼时效多次中断，原告已尽催告义务。"))  # fmt: skip
    number = 0
    for name, count, aim in groups:
        for n in range(count):
            number += 1
            merge = MERGED if n == 0 else MORE
            made.append(tr(
                cell(str(number), 900, MIDDLE, jc="center"), cell(name if n == 0 else "", 1600, merge + MIDDLE, jc="center"),
                cell(f"{name}材料之{'一二三四五六七'[n]}（SH-{100 + number}）签署于{2025 + number % 2}年{number % 12 + 1}月{number}日", 3000),
                cell(f"{number * 3 - 2}—{number * 3}", 1300, MIDDLE, jc="center"), cell(aim if n == 0 else "", 4200, merge),
                cell("原件" if number % 3 else "复印件，与原件核对无异", 2000, MIDDLE, jc="center"), trpr="<w:cantSplit/>",
            ))  # fmt: skip
    return file(
        title("证 据 清 单"), p("案由：买卖合同纠纷　　提交人：华信精工（示例）有限公司　　提交日期：2026年9月15日"),
        tbl(*made, tblpr=ruled(13000), grid=widths), p("提交人（签章）：", jc="right"), p("签收人：", jc="right"),
        page=paper(16838, 11906, 1440, 1900), stories={"footer:default": PAGES},
    )  # fmt: skip


@document("送达地址确认书: rows of given heights, words from top to bottom")
def address_for_service() -> bytes:
    def tall(words: str, rows: int) -> list[str]:
        down = MIDDLE + '<w:textDirection w:val="tbRlV"/>'
        return [
            tc(p(words if n == 0 else "", jc="center"), wide(800) + (MERGED if n == 0 else MORE) + down)
            for n in range(rows)
        ]

    fields = ("受送达人", "联系电话", "送达地址", "邮政编码", "电子邮箱", "指定代收人")
    first = [
        tr(head, cell(name, 1900, MIDDLE), cell("", 5800), trpr='<w:trHeight w:val="560" w:hRule="exact"/>')
        for head, name in zip(tall("受送达人填写", 6), fields, strict=True)
    ]
    notes = (
        "一、为便于当事人及时收到人民法院的诉讼文书，保证诉讼程序顺利进行，当事人应当如实提供准确的送达地址；\n"
        "二、确认的送达地址适用于一审、二审、审判监督以及执行程序；送达地址变更的，应当及时书面告知；\n"
        "三、因提供的地址不准确、拒不提供送达地址、变更后未及时告知，致使文书未能被实际接收的，文书退回之日视为送达之日。"
    )
    rest = [
        tr(tc(p("告知事项", jc="center"), wide(800) + MIDDLE + '<w:textDirection w:val="tbRlV"/>'), over(notes, 2, 7700)),
        tr(tc(p("确认", jc="center"), wide(800) + MIDDLE + '<w:textDirection w:val="tbRlV"/>'),
           over("本人已阅读（听明白）本确认书的告知事项，提供了上栏送达地址，并保证所提供的各项内容是正确的、有效的。\n\n受送达人（签名或者盖章）：\n　　　　　　　　年　　月　　日", 2, 7700)),
        tr(tc(p("备注", jc="center"), wide(800) + MIDDLE + '<w:textDirection w:val="tbRlV"/>'), over("", 2, 7700), trpr='<w:trHeight w:val="900" w:hRule="atLeast"/>'),
    ]  # fmt: skip
    return file(title("示例市人民法院", 16, 0), title("送达地址确认书"), p("案号：（2026）示0101民初88号　　案由：买卖合同纠纷"),
                tbl(*first, *rest, tblpr=ruled(8500), grid=(800, 1900, 5800)), page=gridded())  # fmt: skip


@document("对账单: figures to the right, a head of two rows, totals under a double line")
def reconciliation() -> bytes:
    widths = (1300, 1800, 1300, 1400, 1400, 1300)
    head = [
        tr(*(cell(words, width, MERGED + MIDDLE, jc="center", bold=True) for words, width in zip(("日期", "凭证号"), widths, strict=False)),
           over("本方记录（元）", 3, 4100, jc="center", bold=True), cell("备注", 1300, MERGED + MIDDLE, jc="center", bold=True), trpr="<w:tblHeader/>"),
        tr(cell("", 1300, MORE), cell("", 1800, MORE), *(cell(words, width, jc="center", bold=True) for words, width in (("应收", 1300), ("已收", 1400), ("余额", 1400))),
           cell("", 1300, MORE), trpr="<w:tblHeader/>"),
    ]  # fmt: skip
    made, balance = [], 0
    for n in range(1, 37):
        due, paid = (n * 12345, 0) if n % 3 else (0, n * 9876)
        balance += due - paid
        words = (
            f"2026-{(n - 1) // 3 % 12 + 1:02}-{n % 28 + 1:02}",
            f"记-{1000 + n * 7}",
            f"{due / 100:,.2f}" if due else "",
            f"{paid / 100:,.2f}" if paid else "",
            f"{balance / 100:,.2f}",
            "分期" if n % 5 == 0 else "",
        )
        made.append(
            tr(
                *(
                    cell(word, width, jc="right" if 1 < at < 5 else "center")
                    for at, (word, width) in enumerate(zip(words, widths, strict=True))
                )
            )
        )
    double = '<w:tcBorders><w:top w:val="double" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'
    total = tr(
        cell("合计", 1300, double, jc="center", bold=True),
        cell("", 1800, double),
        *(
            cell(words, width, double, jc="right", bold=True)
            for words, width in (("59,256.00", 1300), ("21,924.72", 1400), (f"{balance / 100:,.2f}", 1400))
        ),
        cell("", 1300, double),
    )
    slip = [
        p("—" * 20 + "（回执）" + "—" * 12, jc="center"),
        p("经核对，上述账目：□相符　□不符，差额为人民币＿＿＿＿＿＿元，原因：＿＿＿＿＿＿＿＿＿＿＿＿。"),
        p("单位（盖章）：", jc="right"),
        p("经办人：　　　　年　　月　　日", jc="right"),
    ]
    return file(title("往 来 对 账 单"), p("致：远航装备（示例）股份有限公司"), body("截至2026年9月15日，贵我双方往来账目如下，请贵方核对后于十日内盖章回复。", 10.5),
                tbl(*head, *made, total, tblpr=ruled(8500), grid=widths), *slip, page=gridded(), stories={"footer:default": PAGES})  # fmt: skip


def red_head_on(grid: str, pitch: int = 560) -> bytes:
    lines = spacing(line=pitch, lineRule="exact")
    text = lines + '<w:ind w:firstLineChars="200" w:firstLine="640"/>'

    def say(words: str, ppr: str = text, jc: str = "both", look: str = "") -> str:
        return p(r(words, look + size(16)), ppr=ppr, jc=jc)

    line = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="4" w:color="FF0000"/></w:pBdr>'
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" '
        f'w:footer="1400" w:gutter="0"/>{grid}'
    )
    heads = ("总体要求", "主要任务", "保障措施")
    blocks = []
    for n, head in enumerate(heads):
        blocks += [say(f"{'一二三'[n]}、{head}", look=fonts(SANS))]
        for m in range(3):
            blocks += [say(f"（{'一二三'[m]}）{CLAUSES[(n * 3 + m + 1) % 7]}{CLAUSES[(n * 2 + m + 4) % 7]}")]
    return file(
        p(r("示例市企业信用促进会文件", fonts(SANS) + '<w:b/><w:color w:val="FF0000"/><w:w w:val="80"/>' + size(40)), ppr=spacing(after=600), jc="center"),
        say("示信促〔2026〕12号", lines + line, "center"), say("", lines),
        p(r("关于进一步规范应收账款管理工作的通知", fonts(SANS) + size(22)), ppr=lines, jc="center"), say("", lines),
        say("各会员单位：", lines, "left"), say("为规范会员单位应收账款的确认、催收与核销，防范经营风险，现将有关事项通知如下。"), *blocks,
        say("附件：1. 应收账款台账格式", text), say("2. 催收函件参考文本", lines + '<w:ind w:firstLineChars="500" w:firstLine="1600"/>'), say("", lines),
        say("示例市企业信用促进会", lines + '<w:ind w:rightChars="200" w:right="640"/>', "right"), say("2026年9月15日", lines + '<w:ind w:rightChars="400" w:right="1280"/>', "right"),
        page=page, styles=style("Normal", f"<w:rPr>{size(16)}</w:rPr>", default=True), stories={"footer:default": p(r("— ", size(14)), field("PAGE"), r(" —", size(14)), jc="center")},
    )  # fmt: skip


@document("GB/T 9704: a red head, 28 characters to a line and 22 lines to a page, exact lines of 28 points",
          "17.6.5, 17.3.1.33: LibreOffice lays exact lines on the grid, and gives a character wider than its cell two cells")  # fmt: skip
def red_head() -> bytes:
    return red_head_on('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')


@document("GB/T 9704: a red head on exact lines of 28.95 points, without a grid")
def red_head_without_grid() -> bytes:
    return red_head_on("", 579)


@document("An English agreement: legal numbers of four levels, definitions, footnotes, signature blocks")
def english_agreement() -> bytes:
    levels = (
        level(0, "decimal", "%1.", left=720, hanging=720, after="<w:rPr><w:b/></w:rPr>") + level(1, "decimal", "%1.%2", left=720, hanging=720)
        + level(2, "lowerLetter", "(%3)", left=1440, hanging=720) + level(3, "lowerRoman", "(%4)", left=2160, hanging=720)
    )  # fmt: skip
    spaced = spacing(after=120)

    def clause(words: str, depth: int, *more: str) -> str:
        look = "<w:b/><w:caps/>" if depth == 0 else ""
        numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        return p(r(words, look), *more, ppr=("<w:keepNext/>" if depth == 0 else "") + numbered + spaced, jc="both")

    blocks = [
        clause("Definitions", 0), clause("In this Agreement the words below mean what is set beside them, unless the context requires otherwise.", 1),
        clause("“Goods” means the transmission parts described in Schedule 1, and any replacement of them.", 2), clause("“Price” means the sum stated in Schedule 2, exclusive of value added tax.", 2, called("footnote", 1)),
        clause("Delivery", 0), clause("The Seller shall deliver the Goods to the Buyer’s warehouse in four consignments, at its own risk and cost, not later than the dates in Schedule 1.", 1),
        clause("Risk passes to the Buyer upon delivery; title passes when the Price has been paid in full, whether or not the Goods have by then been built into other things.", 1, called("footnote", 2)),
        clause("If a consignment is late by more than", 1), clause("seven days, the Buyer may withhold one per cent of the Price of that consignment for each week; or", 2), clause("thirty days, the Buyer may", 2),
        clause("refuse that consignment; and", 3), clause("recover what it has paid for it, with interest.", 3),
        clause("Payment", 0), clause("The Buyer shall pay each invoice within thirty days of receiving it. Payment is made when the Seller’s bank has credited the sum in cleared funds.", 1),
        clause("Interest on any sum overdue accrues from day to day at one and a half times the one-year Loan Prime Rate published for that day, before as well as after judgment.", 1, called("footnote", 3)),
        clause("Confidence", 0), clause("Neither party shall disclose what it has learned of the other’s business save as the law or a court requires, and then only so far as is required.", 1),
        clause("General", 0), *(clause(words, 1) for words in ("This Agreement is the whole of what the parties have agreed about its subject.", "It may be varied only in writing signed by both.", "Notices take effect when they reach the address stated above, or when they would have reached it had that address been right.", "This Agreement is governed by the law of the place where the Seller has its seat.")),
    ]  # fmt: skip
    notes = separators("footnote") + "".join(note("footnote", n, words) for n, words in enumerate((
        "Value added tax is added at the rate in force on the day of the invoice, and shown separately.",
        "The Seller may require the Goods to be kept apart and marked as its own until then.",
        "Where no rate is published for a day, the rate of the last day before it applies.",
    ), 1))  # fmt: skip
    lines = p(
        tabbed("By:", "", "By:", ""),
        ppr=stops(("left", 3800, "underscore"), ("left", 4400, "none"), ("left", 8300, "underscore"))
        + spacing(before=600),
    )
    return file(
        p(r("SUPPLY AGREEMENT", "<w:b/>" + size(16)), ppr=spacing(after=240), jc="center"),
        p("THIS AGREEMENT is made on 18 March 2026 between ", r("Huaxin Precision (Example) Co., Ltd.", "<w:b/>"), " (the “Seller”) and ", r("Yuanhang Equipment (Example) Corp., Ltd.", "<w:b/>"), " (the “Buyer”).", ppr=spaced, jc="both"),
        *blocks, p("Signed by the parties’ authorised representatives on the day first above written.", ppr="<w:keepNext/>" + spacing(before=240)), lines,
        p(tabbed("Seller", "Buyer"), ppr=stops(("left", 4400, "none"))),
        numbering=numbering(levels), more={"footnotes": notes}, page=paper(sides=1440),
        stories={"header:default": p(tabbed("Supply Agreement", "Confidential"), ppr=stops(("right", 9026, "none"))), "footer:default": p("Page ", field("PAGE"), " of ", field("NUMPAGES", "3"), jc="center")},
    )  # fmt: skip


@document("授权委托书: large letters, blanks underlined, lines of one and a half",
          "17.3.1.33: LibreOffice makes the first line of a paragraph lower than the others on a grid")  # fmt: skip
def power_of_attorney() -> bytes:
    def say(*runs: str) -> str:
        return p(
            *(run if run.startswith("<") else r(run, size(14)) for run in runs),
            ppr=HALF + '<w:ind w:firstLineChars="200" w:firstLine="560"/>',
        )

    def blank(words: str) -> str:
        return r(f"　{words}　", '<w:u w:val="single"/>' + size(14))

    return file(
        title("授 权 委 托 书", 22), say("委托人：", blank("华信精工（示例）有限公司")), say("住所：", blank("江苏省苏州市示例区创新路100号")),
        say("法定代表人：", blank("陈示例"), "，职务：", blank("总经理")), say("受委托人：", blank("周示例"), "，", blank("示例律师事务所"), "律师"),
        say("现委托上列受委托人在我方与", blank("远航装备（示例）股份有限公司"), "买卖合同纠纷一案中，作为我方的诉讼代理人。"),
        say("代理人的代理权限为：特别授权，即代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉，代为签收法律文书，代为申请执行并领取执行款项。"),
        say("代理期限自签署之日起至本案一审、二审及执行终结之日止。"), say(""), p(r("委托人（盖章）：", size(14)), ppr=HALF + '<w:ind w:left="4200"/>'), p(r("二〇二六年九月十五日", size(14)), ppr=HALF + '<w:ind w:left="4200"/>'),
        page=gridded(),
    )  # fmt: skip


@document("会议纪要: headings, a table of those present, numbered decisions, a picture of the sketch on the board")
def minutes() -> bytes:
    styles = style(
        "Heading1",
        f'<w:pPr><w:keepNext/>{spacing(before=240, after=120)}<w:outlineLvl w:val="0"/></w:pPr><w:rPr>{fonts(SANS)}<w:b/>{size(14)}</w:rPr>',
    )
    widths = (1600, 2600, 1600, 2600)
    lists = level(0, "chineseCounting", "%1、", left=480, hanging=480) + level(
        1, "decimalEnclosedCircle", "%2", left=960, hanging=420
    )
    present = tbl(row("会议时间", "2026年9月15日9时30分", "地点", "第三会议室", widths=widths), row("主持人", "陈示例", "记录人", "王示例", widths=widths),
                  tr(cell("出席人员", 1600, MIDDLE), over("财务部：王示例、李示例；销售部：张示例、孙示例；法务：周示例（外聘律师）", 3, 6800)), tblpr=ruled(8400), grid=widths)  # fmt: skip
    return file(
        title("应收账款专题会议纪要"), present, p("一、会议议题", ppr=styled("Heading1")), body("听取截至八月末逾期应收账款的情况汇报，研究催收安排与责任分工。", 10.5),
        p("二、讨论情况", ppr=styled("Heading1")), *(body(clause, 10.5) for clause in CLAUSES[:4]), p(inline(pic("board.png", 220, 110), 220, 110), ppr="<w:keepNext/>", jc="center"), p(r("图1　账龄分布示意", size(9)), jc="center"),
        p("三、议定事项", ppr=styled("Heading1")), *(item(words, depth) for words, depth in (("对逾期九十日以上的款项，由财务部于本周内发出催款函；", 0), ("函件经法务审核；", 1), ("以特快专递寄送并留存底单；", 1), ("对已承诺付款而未付的客户，由销售部当面送交对账单；", 0), ("对争议款项，由法务拟定处理意见，下次会议讨论。", 0))),
        *(body(clause, 10.5) for clause in CLAUSES[4:]), p("记录：王示例　　审核：陈示例", jc="right"),
        styles=styles, numbering=numbering(lists), media={"board.png": picture(440, 220, "#546e7a")}, page=gridded(), stories={"footer:default": PAGES},
    )  # fmt: skip


@document("A ledger of 120 rows across the paper, bands, heads repeated")
def ledger() -> bytes:
    from fidelity.corpus.tables import LEDGER_STYLE  # noqa: PLC0415 (its cases are entered where its room is read)

    widths = (800, 2000, 3200, 1500, 1500, 1700, 1700, 1500)
    heads = ("序号", "客户编号", "客户名称", "开票日期", "到期日", "发票金额", "已收金额", "逾期天数")
    kinds = ("商贸", "机械设备", "电子科技", "物流运输", "建筑安装工程")
    made = [
        row(str(n), f"KH-{2000 + n * 3}", f"示例{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{kinds[n % 5]}有限公司", f"2026-{n % 8 + 1:02}-{n % 27 + 1:02}", f"2026-{n % 8 + 2:02}-{n % 27 + 1:02}", f"{n * 1234.5:,.2f}", f"{n * 234.25:,.2f}", str(n * 7 % 200), widths=widths)
        for n in range(1, 121)
    ]  # fmt: skip
    look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    pr = f'<w:tblStyle w:val="Ledger"/><w:tblW w:w="13900" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
    return file(p(r("应收账款明细账", fonts(SANS) + size(16)), jc="center"), tbl(row(*heads, widths=widths, head=True), *made, tblpr=pr, grid=widths),
                page=paper(16838, 11906, 1134, 1440), styles=LEDGER_STYLE, stories={"footer:default": PAGES})  # fmt: skip


@document("A newsletter: a heading over two columns, a picture in the text, a box of news")
def newsletter() -> bytes:
    two = '<w:cols w:num="2" w:sep="1" w:space="480"/>'
    shaded = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="1F3864"/><w:bottom w:val="single" w:sz="8" w:space="4" w:color="1F3864"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="DEEAF6"/>'
    look = fonts(SANS) + "<w:b/>" + size(13)
    floating = anchored(pic("a.png", 90, 70), 90, 70, x=aligned("column", "right"), y=at("paragraph", 4))
    stories = ("信用修复新规施行", "账龄管理三问", "电子发票入账要点")
    text = [
        p(r(head, look), ppr="<w:keepNext/>" + spacing(before=160, after=80))
        + "".join(
            p(clause, ppr='<w:ind w:firstLineChars="200" w:firstLine="420"/>', jc="both")
            for clause in CLAUSES[n : n + 4]
        )
        for n, head in enumerate(stories)
    ]
    return file(
        p(r("应 收 账 款 简 报", fonts(SANS) + '<w:b/><w:color w:val="1F3864"/>' + size(28)), ppr=shaded, jc="center"), p(tabbed("2026年第9期", "示例市企业信用促进会"), ppr=stops(("right", 8300, "none")) + sect('<w:type w:val="nextPage"/>', paper())),
        text[0], p(floating, CLAUSES[0] + CLAUSES[3], jc="both"), *text[1:], p(r("短讯", look), ppr=shaded), *(p("◆ " + clause, jc="both") for clause in CLAUSES),
        page='<w:type w:val="continuous"/>' + paper(extra=two), media={"a.png": picture(180, 140)},
    )  # fmt: skip


@document("An invoice: a frame of thick lines, figures to the right, sums in words")
def invoice() -> bytes:
    widths = (3200, 1000, 900, 1000, 1300, 1300)
    lines = (
        ("*传动部件*精密减速器", "R80", "台", "60", "5,699.12", "341,946.90"),
        ("*传动部件*传动轴", "S20", "根", "350", "805.69", "281,991.59"),
    )
    box = '<w:tblBorders>' + "".join(f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="0" w:color="8B4513"/>' for side, kind, width in (("top", "single", 18), ("left", "single", 18), ("bottom", "single", 18), ("right", "single", 18), ("insideH", "single", 4), ("insideV", "single", 4))) + "</w:tblBorders>"  # fmt: skip
    pr = f'<w:tblW w:w="8700" w:type="dxa"/><w:jc w:val="center"/>{box}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    who = "名称：{}\n统一社会信用代码：{}"
    made = [
        tr(over("购买方信息\n" + who.format("远航装备（示例）股份有限公司", "91330108EXAMPLE2XR"), 3, 5100), over("销售方信息\n" + who.format("华信精工（示例）有限公司", "91320505EXAMPLE117"), 3, 3600)),
        row("项目名称", "规格型号", "单位", "数量", "单价", "金额", widths=widths),
        *(tr(*(cell(words, width, jc="right" if n > 2 else "") for n, (words, width) in enumerate(zip(line, widths, strict=True)))) for line in lines),
        row("合　计", "", "", "", "", "¥623,938.49", widths=widths),
        tr(cell("价税合计（大写）", 3200, MIDDLE, jc="center"), over("⊗柒拾万伍仟零伍拾元肆角玖分　　（小写）¥705,050.49", 5, 5500)),
        tr(over("备注：合同编号 HX-2025-0318；收款人：王示例；复核人：李示例", 6, 8700), trpr='<w:trHeight w:val="1200" w:hRule="atLeast"/>'),
    ]  # fmt: skip
    return file(p(r("电子发票（示例）", '<w:color w:val="8B4513"/><w:u w:val="double" w:color="8B4513"/>' + size(20)), jc="center"), p(tabbed("发票号码：25327000000000000101", "开票日期：2026年4月16日"), ppr=stops(("right", 8300, "none"))),
                tbl(*made, tblpr=pr, grid=widths), p("开票人：王示例"), page=paper(11906, 7920, 720, 1500))  # fmt: skip


@document("A tender of 60 clauses: headings, cross references, tables and lists in turn, over many pages")
def long_document() -> bytes:
    levels = level(0, "chineseCounting", "第%1章", left=0, hanging=0, extra='<w:suff w:val="space"/>') + level(
        1, "decimal", "（%2）", left=600, hanging=600
    )
    widths = (1200, 3600, 3600)
    blocks = []
    for chapter in range(10):
        blocks.append(
            p(
                r(f"第{chapter + 1}部分的规定", fonts(SANS) + size(14)),
                ppr='<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                + spacing(before=240, after=120),
            )
        )
        for n in range(6):
            blocks.append(
                p(
                    CLAUSES[(chapter + n) % 7] + CLAUSES[(chapter * 2 + n) % 7],
                    ppr='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
                    + spacing(line=300, lineRule="auto"),
                    jc="both",
                )
            )
        if chapter % 3 == 1:
            blocks.append(
                tbl(
                    row("编号", "事项", "要求", widths=widths, head=True),
                    *(row(str(n), CLAUSES[n][:20], CLAUSES[n][10:40], widths=widths) for n in range(6)),
                    tblpr=ruled(8400),
                    grid=widths,
                )
            )
    return file(
        title("采购文件（示例）"),
        *blocks,
        numbering=numbering(levels),
        page=gridded(),
        stories={"header:default": p("采购文件", jc="right"), "footer:default": PAGES},
    )
