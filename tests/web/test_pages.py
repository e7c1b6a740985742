"""The form as a clerk meets it, without a browser: nothing is lost, every fault stands beside its box."""

from __future__ import annotations

import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import ServiceUnavailable

import schemas
from docgen.errors import InvalidRequest
from docgen.letters.request import LetterKind
from docgen.web.pages import showing
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows
from docgen.web.pages.sheet import PARTS
from docgen.web.pages.typed import from_request, tidy, to_request
from schemas.document import RequestDocument
from schemas.parts import Many, One
from schemas.values import Choice
from tests.schemas import documents
from tests.schemas.test_bad_inputs import ONE_FAULT
from tests.web.form import Form, anchor, flat

KINDS = [kind.value for kind in LetterKind]
LANGUAGES = ["zh", "en"]


@pytest.fixture(params=LANGUAGES)
def form(client: FlaskClient, request: Any) -> Form:
    return Form(client, request.param)


@pytest.fixture
def english(client: FlaskClient) -> Form:
    return Form(client, "en")


def filled(form: Form, kind: str = "demand_letter") -> Form:
    return form.type({"kind": kind}).press("example")


def text_of(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


# -- what the form asks


def asked(parts: tuple[Part, ...], place: str = "") -> dict[str, Box | None]:
    """Every place of a request that the form has a box for; lists are "*"."""
    places: dict[str, Box | None] = {}
    for part in parts:
        here = f"{place}/{part.name}" if part.name else place
        match part:
            case Box():
                places[here] = part
            case Group():
                places |= asked(part.parts, here)
            case Rows():
                places |= asked(part.parts, f"{here}/*")
    return places


def wanted(part: Any, place: str = "") -> dict[str, Any]:
    """Every place of a request that the schemas know."""
    places: dict[str, Any] = {}
    for name, field in part.fields.items():
        here = f"{place}/{name}"
        if isinstance(field, Many) and isinstance(field.inner, One):
            places |= wanted(field.inner.part, f"{here}/*")
        elif isinstance(field, One):
            places |= wanted(field.part, here)
        else:
            places[here] = field
    return places


def test_the_form_has_a_box_for_everything_that_the_schemas_know() -> None:
    boxes, known = asked(PARTS), wanted(RequestDocument())
    ticked = {"/letter/acknowledge", "/letter/draft_anyway"}  # ticked beside the result, not typed
    ticked |= {"/saved_for/kind", "/saved_for/language"}  # chosen at the top
    free = {place for place in boxes if place.startswith("/letter/paragraphs/")}
    assert set(boxes) - free == set(known) - ticked - {"/letter/paragraphs", "/letter/own"}


def test_the_form_offers_every_choice_that_the_schemas_take() -> None:
    boxes = asked(PARTS)
    for place, field in wanted(RequestDocument()).items():
        box = boxes.get(place)
        if isinstance(field, Choice) and box is not None:
            assert {value.value for value in field.allowed} == {code for code, _ in box.choices if code}, place


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_account_is_loaded_as_it_was(example: Any, kind: str) -> None:
    document = example(kind)
    tree = from_request(document, PARTS)
    assert not tidy(tree, PARTS)
    again, _places = to_request(tree, PARTS, None)
    assert schemas.load(again).account == schemas.load(document).account
    assert schemas.load(again).letter == schemas.load(document).letter


def test_every_box_has_a_label_and_every_description_exists(form: Form) -> None:
    for shown in (form, filled(form), form.type({"account.invoices.0.amount": "twelve"}).press("preview")):
        ids = shown.page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for box in shown.page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            label = shown.page.xpath(f"//label[@for='{box.get('id')}']")
            assert label and label[0].text_content().strip(), box.get("name")
            assert set(box.get("aria-describedby", "").split()) <= set(ids)
        for link in shown.page.xpath("//main//a[starts-with(@href, '#')]/@href"):
            assert link[1:] in ids


def test_the_page_runs_nothing_inline_and_loads_nothing_from_elsewhere(form: Form) -> None:
    policy = form.answer.headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in policy and "default-src 'none'" in policy
    filled(form).press("preview")
    assert not form.page.xpath("//@style | //style | //script[not(@src)] | //@onclick")
    for address in form.page.xpath("//script/@src | //link/@href | //img/@src | //form/@action"):
        assert address.startswith(("/", "data:image/png;"))


# -- the letter


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_is_previewed_and_downloaded(form: Form, kind: str) -> None:
    filled(form, kind).press("preview")
    assert form.headline() in {
        *("Your letter", "您的函件", "A draft for the law firm", "供律所审核的草稿"),
        *("A draft, to be reviewed before it is filed", "草稿，须经审核后提交"),
    }
    pictures = form.page.xpath("//main//img/@src")
    assert pictures and all(picture.startswith("data:image/png;base64,") for picture in pictures)
    form.press("download:pdf")
    assert form.answer.mimetype == "application/pdf"
    words = text_of(form.answer.data)
    assert any(name in words for name in ("远航装备", "Yuanhang", "华信精工", "Huaxin"))
    form.press("download:docx")
    assert form.answer.data.startswith(b"PK")


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_and_the_api_make_the_same_letter(client: FlaskClient, english: Form, example: Any, kind: str) -> None:
    by_form = filled(english, kind).press("preview").press("download:pdf").answer
    by_api = client.post(f"/api/v1/letters/{kind}?language=en&format=pdf", json=example(kind))
    assert by_form.data == by_api.data


def test_the_sums_stand_beside_the_preview(client: FlaskClient, english: Form, example: Any) -> None:
    filled(english).press("preview")
    totals = client.post("/api/v1/assessments", json=example("demand_letter")).get_json()["chosen"]["totals"]
    figures = english.words("//div[@class='figures']")
    for name in ("invoiced", "paid", "open", "demandable"):
        assert f"RMB {Decimal(totals[name]):,.2f}" in figures


def test_what_was_filled_in_for_the_clerk_is_shown(english: Form) -> None:
    filled(english).type({"letter.dated_on": "", "letter.pay_by": ""}).press("preview")
    told = english.words("//div[@class='figures']")
    assert "Date of the letter" in told and "To be paid by" in told


def test_a_letter_changed_after_its_preview_is_shown_again_before_it_is_downloaded(english: Form) -> None:
    filled(english).press("preview")
    english.type({"account.invoices.2.amount": "318650.51"}).press("download:pdf")
    assert english.answer.mimetype == "text/html"
    assert "Something was changed after the preview" in english.words()
    assert english.page.xpath("//main//img")
    assert english.press("download:pdf").answer.mimetype == "application/pdf"


def test_what_another_letter_asks_for_does_not_disturb_this_one(english: Form) -> None:
    filled(english)
    english.type({"letter.law_firm.name": "Half a law firm", "letter.agents.0.post": "no name"}).press("preview")
    assert english.headline() == "Your letter"
    assert english.fields["letter.law_firm.name"] == "Half a law firm"


# -- faults


def remains(changes: dict[str, str], place: str, code: str) -> bool:
    """Whether it is still a fault after the form has read what is typed as what is meant."""
    tree = from_request(documents.changed(documents.example(), changes), PARTS)
    tidy(tree, PARTS)
    request, _places = to_request(tree, PARTS, LetterKind.DEMAND_LETTER)
    try:
        schemas.load(request, kind=LetterKind.DEMAND_LETTER)
    except InvalidRequest as error:
        return (place, code) in [(finding.place, finding.code) for finding in error.findings]
    return False


TYPED = [
    (changes, place, code)
    for changes, place, code in ONE_FAULT
    if all(isinstance(value, str) and value.isprintable() for value in changes.values())
    and re.sub(r"/\d+", "/*", place) in asked(PARTS)
    and remains(changes, place, code)
]


@pytest.mark.parametrize(("changes", "place", "code"), TYPED)
def test_every_fault_stands_beside_its_box(english: Form, changes: dict[str, str], place: str, code: str) -> None:
    document = documents.changed(documents.example(), changes)
    english.type({"kind": "demand_letter"}).fill(document).press("preview")
    name = place.removeprefix("/").replace("/", ".")
    assert english.box(name).get("aria-invalid") == "true", code
    assert english.beside(name)
    assert anchor(place) in english.summary()


def test_enough_kinds_of_fault_can_be_typed() -> None:
    assert len({code for _changes, _place, code in TYPED}) > 20


def test_all_faults_are_told_at_once_and_lead_to_their_boxes(form: Form) -> None:
    filled(form)
    form.type(
        {
            "account.debtor.name": "",
            "account.invoices.0.amount": "12,5万",
            "account.invoices.1.issued_on": "9/10/2026",
            "account.contracts.0.late_payment.value": "lots",
            "account.history.0.on": "",
        }
    ).press("preview")
    listed = form.summary()
    for pointer in (
        "/account/debtor/name",
        "/account/invoices/0/amount",
        "/account/invoices/1/issued_on",
        "/account/contracts/0/late_payment/value",
        "/account/history/0/on",
    ):
        assert anchor(pointer) in listed
    folded = form.page.xpath("//*[@name='account.contracts.0.late_payment.value']/ancestor::details")
    assert all(fold.get("open") is not None for fold in folded)
    assert form.fields["account.invoices.0.amount"] == "12,5万"


def test_empty_rows_between_filled_ones_do_not_move_the_faults(english: Form) -> None:
    filled(english).press("add:account.invoices").press("add:account.invoices")
    last = len(
        english.page.xpath("//*[@data-rows='account.invoices']//*[@data-row and contains(@class, 'entry')]/tr[1]")
    )
    english.type({f"account.invoices.{last - 1}.number": "A-9"}).press("preview")
    held = [name for name in english.fields if re.fullmatch(r"account\.invoices\.\d+\.number", name)]
    wrong = next(name for name in held if english.fields[name] == "A-9").replace("number", "amount")
    assert english.box(wrong).get("aria-invalid") == "true"


def test_a_fault_that_only_shows_as_a_whole_stands_at_its_heading(english: Form) -> None:
    filled(english).type({"account.debtor.name": english.fields["account.creditor.name"]})
    english.type({"account.debtor.registration_number": ""}).press("preview")
    assert "at-account-debtor" in english.summary()


def test_what_was_read_differently_is_shown(english: Form) -> None:
    filled(english).type(
        {
            "account.invoices.2.amount": "￥318,650.50",
            "account.as_of": "2026/9/15",
            "account.contracts.0.late_payment.value": "万分之三",
        }
    ).press("preview")
    assert english.headline() == "Your letter"
    assert english.fields["account.invoices.2.amount"] == "318650.50"
    assert english.fields["account.as_of"] == "2026-09-15"
    assert english.fields["account.contracts.0.late_payment.value"] == "0.0003"
    assert "￥318,650.50" in english.beside("account.invoices.2.amount")
    assert "万分之三" in english.beside("account.contracts.0.late_payment.value")


# -- nothing typed is lost

ODD = "<b>\"x\" & 'y'</b> {{ 7 * 7 }} 龘\t行"


def odd_everywhere(form: Form) -> dict[str, str]:
    for rows in ("account.contracts.0.guarantees", "account.invoices.0.delivery_documents", "account.history",
                 "letter.agents"):  # fmt: skip
        form.press(f"add:{rows}")
    typed = {}
    for box in form.page.xpath("//form//input[@name and not(@type)] | //form//textarea[@name]"):
        if not box.get("name").startswith(("paste.", "answers.")):
            typed[box.get("name")] = f"{ODD}{len(typed)}"
    form.type(typed)
    return typed


@pytest.mark.parametrize(
    "button", ["preview", "show", "add:account.payments", "download:pdf", "load", "paste:account.payments"]
)
def test_nothing_typed_is_lost(english: Form, button: str) -> None:
    typed = odd_everywhere(english)
    english.press(button)
    assert english.answer.status_code == 200
    for name, value in typed.items():
        assert english.fields[name].strip() == value.strip(), name


def test_nothing_is_lost_when_the_language_of_the_page_is_switched(english: Form) -> None:
    typed = odd_everywhere(english)
    english.answer = english.client.post("/?lang=zh", data={**english.fields.to_dict(), "do": "show"})
    english._read()
    assert "您需要哪一种函件" in english.words()
    assert {name: english.fields[name] for name in typed} == typed


def test_a_preview_is_still_there_after_the_language_of_the_page_is_switched(english: Form) -> None:
    filled(english).press("preview").press("show")
    assert english.headline() == "Your letter" and english.page.xpath("//main//img")


def test_nothing_is_lost_when_the_page_is_older_than_the_program(form: Form) -> None:
    typed = odd_everywhere(form)
    token = form.fields["csrf_token"]
    form.type({"csrf_token": "expired"}).press("preview")
    assert form.answer.status_code == 400
    assert form.page.xpath("//*[contains(@class, 'alert-warning')]")
    assert {name: form.fields[name] for name in typed} == typed
    assert form.fields["csrf_token"] not in {"", "expired"} and token
    assert form.press("preview").answer.status_code == 200


def test_nothing_is_lost_while_too_many_letters_are_printed(english: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy() -> None:
        raise ServiceUnavailable

    filled(english)
    typed = dict(english.fields)
    monkeypatch.setattr(showing, "place_in_queue", busy)
    english.press("download:pdf")
    assert "Too many letters" in english.words("//*[@role='status']")
    assert all(english.fields[name] == value for name, value in typed.items() if name.startswith("account."))


def test_a_stale_page_downloads_nothing(english: Form) -> None:
    filled(english).press("preview").type({"csrf_token": ""}).press("download:pdf")
    assert english.answer.status_code == 400 and english.answer.mimetype == "text/html"


def test_what_people_type_is_printed_and_never_run(form: Form) -> None:
    attack = "<script>alert(1)</script>"
    odd_everywhere(form)
    form.type({name: attack for name in form.fields if name.startswith(("account.", "letter.", "answers."))})
    form.type({"paste.account.invoices": f"number\tamount\t{attack}\n{attack}\t1"})
    for button in (
        "preview",
        "paste:account.invoices",
        f"add:{attack}",
        f"remove:{attack}",
        f"example:{attack}",
        attack,
    ):
        form.press(button)
        assert form.answer.status_code == 200
        assert attack not in form.answer.text
        scripts = [script.get("src") for script in form.page.xpath("//script")]
        assert scripts == ["/static/days.js", "/static/drop.js", "/static/form.js"]


# -- rows, without JavaScript


def rows(form: Form, name: str) -> list[str]:
    return form.page.xpath(f"//*[@data-rows='{name}']/*[@data-list]/*[@data-row]/@id")


def test_rows_are_added_and_removed_by_buttons(english: Form) -> None:
    filled(english)
    before = len(rows(english, "account.payments"))
    english.press("add:account.payments")
    assert len(rows(english, "account.payments")) == before + 1
    assert english.page.xpath(f"//*[@name='account.payments.{before}.received_on'][@autofocus]")
    first = english.fields["account.payments.0.amount"]
    second = english.fields["account.payments.1.amount"]
    english.press("remove:account.payments.0")
    assert len(rows(english, "account.payments")) == before
    assert english.fields["account.payments.0.amount"] == second != first


def test_rows_within_rows_are_added(english: Form) -> None:
    filled(english).press("add:account.contracts.0.guarantees").press("add:account.contracts.0.guarantees")
    assert len(rows(english, "account.contracts.0.guarantees")) == 2
    english.press("remove:account.contracts.0.guarantees.1")
    assert len(rows(english, "account.contracts.0.guarantees")) == 1


def test_a_new_invoice_belongs_to_the_only_contract(english: Form) -> None:
    english.type({"account.contracts.0.number": "C-1"}).press("add:account.invoices")
    last = rows(english, "account.invoices")[-1].rsplit("-", 1)[-1]
    assert english.fields[f"account.invoices.{last}.contract"] == "C-1"


def test_rows_are_pasted_from_a_spreadsheet(form: Form) -> None:
    cells = [
        ["发票号码", "开票日期", "金额", "业务员"],
        ["A-1", "2026/9/1", "1,000.00", "李"],
        ["A-2", "2026年9月2日", "￥2000", "王"],
    ]
    form.type({"account.contracts.0.number": "C-1"})
    form.type({"paste.account.invoices": "\n".join("\t".join(line) for line in cells)}).press("paste:account.invoices")
    columns = ("number", "issued_on", "amount", "contract")
    assert [[form.fields[f"account.invoices.{row}.{column}"] for column in columns] for row in (0, 1)] == [
        ["A-1", "2026-09-01", "1000.00", "C-1"],
        ["A-2", "2026-09-02", "2000", "C-1"],
    ]
    assert "业务员" in form.words("//*[@role='status']")
    assert form.fields["paste.account.invoices"] == ""


def test_what_cannot_be_pasted_stays_in_its_box(english: Form) -> None:
    english.type({"paste.account.payments": "\t\t\n"}).press("paste:account.payments")
    assert "no rows" in english.words("//*[@role='status']")


@pytest.mark.parametrize(
    "name",
    [
        "account.nothing",
        "account.creditor",
        "account.contracts.99.guarantees",
        "",
        ".",
        "letter..0",
        "account.invoices.x",
    ],
)
def test_a_button_that_nobody_drew_does_nothing(english: Form, name: str) -> None:
    filled(english)
    before = dict(english.fields)
    for verb in ("add", "remove", "paste"):
        english.press(f"{verb}:{name}")
        assert english.answer.status_code == 200
        assert {k: v for k, v in english.fields.items() if k != "csrf_token"} == {
            k: v for k, v in before.items() if k != "csrf_token"
        }


# -- bars, warnings, facts


def test_a_letter_for_what_is_paid_is_barred_with_its_article_and_what_would_lift_it(form: Form) -> None:
    filled(form)
    form.press("add:account.payments")
    last = rows(form, "account.payments")[-1].rsplit("-", 1)[-1]
    form.type({f"account.payments.{last}.received_on": "2026-09-10", f"account.payments.{last}.amount": "1021850.50"})
    form.press("preview")
    assert not form.page.xpath("//main//img")
    bars = form.words("//div[@class='bars']")
    assert "第五百五十七条" in bars or "Article 557" in bars
    form.press("download:pdf")
    assert form.answer.mimetype == "text/html"
    form.press("preview", draft_anyway="yes")
    assert form.headline() in {"A draft, not to be sent", "这是草稿，不能寄出"}
    assert form.page.xpath("//main//img") and form.page.xpath("//*[@id='draft-anyway'][@checked]")


def test_an_unknown_fact_is_asked_for_by_the_letter_that_needs_it(english: Form) -> None:
    filled(english, "payment_order_application")
    english.type({"account.declared.debtor_missing.answer": "unknown"}).press("preview")
    links = english.page.xpath("//div[@class='bars']//a/@href")
    assert "#at-account-declared-debtor_missing" in links
    english.type({"kind": "demand_letter", "letter.number": "D-1"}).press("preview")
    assert english.headline() == "Your letter"


def test_the_page_says_which_letter_needs_which_fact(english: Form) -> None:
    asking = english.words("//*[@id='at-account-declared-debtor_missing']")
    assert "Needed for: Application for a Payment Order" in asking
    assert "Needed for" not in english.words("//*[@id='at-account-declared-moving_assets']")


def test_who_answers_is_typed_once(english: Form) -> None:
    filled(english)
    for name in list(english.fields):
        if re.search(r"declared\..*\.(by|on)$", name):
            english.fields[name] = ""
    english.type(
        {"account.declared.debtor_abroad.answer": "unknown", "answers.by": "王会计", "answers.on": "2026/9/14"}
    )
    english.press("preview")
    assert english.fields["account.declared.debtor_missing.by"] == "王会计"
    assert english.fields["account.declared.debtor_missing.on"] == "2026-09-14"
    assert english.fields["account.declared.debtor_abroad.by"] == ""


def test_a_warning_is_ticked_before_the_letter_is_final(english: Form) -> None:
    filled(english).type({"account.booked_up_to": "2026-06-01"})
    for row in rows(english, "account.payments"):
        index = row.rsplit("-", 1)[-1]
        if english.fields[f"account.payments.{index}.received_on"] > "2026-06-01":
            english.fields[f"account.payments.{index}.received_on"] = "2026-05-30"
    english.press("preview")
    codes = english.page.xpath("//input[@name='acknowledge']/@value")
    assert codes and not english.page.xpath("//main//img")
    for code in codes:
        english.fields.add("acknowledge", code)
    english.press("preview")
    assert english.headline() == "Your letter"
    assert english.page.xpath("//input[@name='acknowledge'][@checked]/@value") == codes
    english.press("add:account.history").press("preview")
    assert english.headline() == "Your letter"


# -- files


def test_the_account_is_saved_to_a_file_and_loaded_from_it(english: Form, client: FlaskClient) -> None:
    filled(english)
    typed = dict(english.fields)
    saved = english.press("keep").answer
    assert saved.mimetype == "application/json" and ".json" in saved.headers["Content-Disposition"]
    by_api = client.post("/api/v1/letters/demand_letter?language=en", data=saved.data, content_type="application/json")
    assert by_api.status_code == 200
    fresh = Form(client, "en").press("load", file=(io.BytesIO(saved.data), "account.json"))
    for name, value in typed.items():
        if name.startswith(("account.", "letter.")):
            assert fresh.fields[name] == value, name


def test_an_unfinished_account_is_saved_all_the_same(english: Form) -> None:
    english.type({"account.debtor.name": "Half", "account.invoices.0.amount": "12,5万"}).press("keep")
    document = json.loads(english.answer.data)
    assert document["account"]["debtor"]["name"] == "Half"
    assert document["account"]["invoices"][0]["amount"] == "12,5万"


def test_a_file_with_faults_is_loaded_and_its_faults_are_shown(english: Form) -> None:
    document = documents.changed(
        documents.example(),
        {"/account/invoices/0/amount": "1.2.3", "/account/invoices/1/amout": "5", "/account/debtor/name": ""},
    )
    content = json.dumps(document, default=str).encode()
    english.press("load", file=(io.BytesIO(content), "account.json"))
    assert english.box("account.invoices.0.amount").get("aria-invalid") == "true"
    assert english.box("account.debtor.name").get("aria-invalid") == "true"
    assert "amout" in english.words("//section[@id='answer']")


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"[1, 2]", b"{", b'{"account": [' + b"[" * 5000, "{}".encode("utf-16")]
)
def test_a_file_that_is_no_account_changes_nothing(english: Form, content: bytes) -> None:
    filled(english)
    before = english.fields["account.debtor.name"]
    english.press("load", file=(io.BytesIO(content), "x.json"))
    assert english.answer.status_code == 200
    assert english.fields["account.debtor.name"] == before
    assert english.page.xpath("//*[@role='status']")


@pytest.mark.parametrize(
    "text",
    [
        '{"account": 5}',
        '{"account": {}, "saved_for": {"kind": [1], "language": {"a": 1}}}',
        '{"account": {"invoices": {"0": 1}, "creditor": [], "declared": {"debtor_missing": "no"}}, "letter": []}',
        '{"account": {"invoices": [1, null, "x", {"amount": {"a": 1}}]}}',
    ],
)
def test_a_file_of_another_shape_is_answered_with_its_faults(english: Form, text: str) -> None:
    english.press("load", file=(io.BytesIO(text.encode()), "x.json"))
    assert english.answer.status_code == 200 and english.summary()


# -- languages and refusals


def test_every_word_of_the_page_is_in_chinese_too(flask_app: Flask) -> None:
    web = flask_app.root_path
    folder = Path(web, "translations", "zh", "LC_MESSAGES")
    written = read_po(io.BytesIO((folder / "messages.po").read_bytes()))
    compiled = read_mo(io.BytesIO((folder / "messages.mo").read_bytes()))
    methods = [("pages/**.py", "python"), ("templates/**.html", "jinja2")]
    found = {key(message) for _file, _line, message, _comments, _context in extract_from_dir(web, methods)}
    assert not any(message.fuzzy for message in written if message.id)
    said = {key(message.id): key(message.string) for message in written if message.id}
    assert found == set(said)
    assert all(said.values())
    assert {key(message.id): key(message.string) for message in compiled if message.id} == said


def key(message: Any) -> str:
    """A message's words; of one with a plural, the singular."""
    return message if isinstance(message, str) else str(message[0])


def test_a_chinese_page_speaks_chinese(client: FlaskClient) -> None:
    form = Form(client, "zh")
    labels = [label.text_content() for label in form.page.xpath("//label | //legend | //th | //summary | //h2")]
    foreign = [label for label in labels if label.strip() and not re.search(r"[\u4e00-\u9fff]", label)]
    assert [label.strip() for label in foreign] == []
    assert form.page.get("lang") == "zh-CN"


def test_the_browser_s_language_is_taken_and_the_choice_is_kept(flask_app: Flask) -> None:
    client = flask_app.test_client()
    assert "Which letter" in client.get("/", headers={"Accept-Language": "en-GB"}).text
    assert "哪一种函件" in client.get("/", headers={"Accept-Language": "zh-CN"}).text
    client.get("/?lang=en")
    assert "Which letter" in client.get("/", headers={"Accept-Language": "zh-CN"}).text


@pytest.mark.parametrize(("language", "words"), [("zh", "返回表单"), ("en", "To the form")])
def test_a_page_that_does_not_exist_says_so_in_the_reader_s_language(
    client: FlaskClient, language: str, words: str
) -> None:
    answer = client.get(f"/nowhere?lang={language}")
    assert answer.status_code == 404 and words in answer.text and "Traceback" not in answer.text


def test_a_form_too_large_is_refused_with_a_way_back(client: FlaskClient, flask_app: Flask) -> None:
    client.get("/?lang=en")
    too_much = "x" * (int(flask_app.config["MAX_CONTENT_LENGTH"]) + 1)
    answer = client.post("/", data={"account.debtor.name": too_much})
    assert answer.status_code == 413
    assert "back" in answer.text


def test_a_stranger_s_host_is_refused(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "attacker.example"}).status_code == 400


def test_flattened_trees_name_every_box() -> None:
    assert flat({"account": {"invoices": [{"number": "A"}], "as_of": "x"}}) == {
        "account.invoices.0.number": "A",
        "account.as_of": "x",
    }


def test_every_kind_of_box_is_used() -> None:
    assert {box.kind for box in asked(PARTS).values() if box} == set(Kind)


def test_each_letter_hides_what_others_ask_for_without_a_script() -> None:
    style = (Path(showing.__file__).parents[1] / "static" / "form.css").read_text("utf-8")
    missing = [kind for kind in LetterKind if f"#kind-{kind}:checked) .for:not(.for-{kind})" not in style]
    assert missing == []
