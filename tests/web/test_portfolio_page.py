"""The page of many accounts, without a browser: who first and why, in both languages."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from docgen.config import Settings
from docgen.usecases import Desk
from docgen.web import create_app
from docgen.web.pages import portfolio_view
from tests.letters.making import example
from tests.web.form import MULTIPART, multipart

ACCOUNTS = Path(__file__).parents[2] / "examples" / "portfolio" / "accounts.json"


class Manager:
    """Somebody at the page. `fields` are what a browser would send along with the next files."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.answer: TestResponse = client.get(f"/portfolio?lang={language}")
        self.read()

    def read(self) -> None:
        self.page: Any = html.fromstring(self.answer.text)
        boxes = self.page.xpath("//form[@id='portfolio']//input[@name][@type!='file']")
        chosen = self.page.xpath("//select[@name='by']/option[@selected]/@value")
        self.fields = [(box.get("name"), box.get("value", "")) for box in boxes] + [("by", by) for by in chosen]

    def press(self, button: str, *files: tuple[str, str | bytes], to: str = "/portfolio", **typed: str) -> Manager:
        kept = [(name, value) for name, value in self.fields if name not in typed]
        sent: list[tuple[str, Any]] = [*kept, *typed.items(), ("do", button)]
        for name, content in files:
            written = content if isinstance(content, bytes) else content.encode()
            sent.append(("file", (io.BytesIO(written), name)))
        self.answer = self.client.post(to, data=multipart(sent), content_type=MULTIPART)
        self.read()
        return self

    def words(self, xpath: str = "//main") -> str:
        return " ".join(" ".join(part.text_content() for part in self.page.xpath(xpath)).split())

    def rows(self, table: str = "order") -> list[list[str]]:
        found = self.page.xpath(f"//table[contains(@class, '{table}')]/tbody/tr")
        return [[" ".join(cell.text_content().split()) for cell in row.xpath("./*")] for row in found]


def one(name: str = "客户甲有限公司", **changes: Any) -> str:
    account = example("demand_letter")["account"] | changes
    account["debtor"] = account["debtor"] | {"name": name, "name_en": f"English of {name}"}
    return json.dumps({"account": account, "letter": {"number": "催〔2026〕9号"}}, ensure_ascii=False)


@pytest.fixture
def manager(client: FlaskClient) -> Manager:
    return Manager(client)


@pytest.mark.parametrize(
    ("language", "title", "first", "why"),
    [
        ("zh", "先催谁", "东湖泵业（示例）有限公司 赵示例", "保证期间 2026-10-31 届满，还剩 46 天"),
        ("en", "Who first?", "Donghu Pumps (Example) Co., Ltd. 赵示例", "ends on 2026-10-31, in 46 days"),
    ],
)
def test_the_example_shows_who_first_and_why(
    client: FlaskClient, language: str, title: str, first: str, why: str
) -> None:
    found = Manager(client, language).press("example")
    assert found.words("//h1") == title
    rows = found.rows()
    assert rows[0][:2] == ["1", first] and why in rows[0][5]
    assert "240,000.00" in rows[0][3]
    assert found.page.xpath("//html/@lang") == ["zh-CN" if language == "zh" else "en"]
    other = "预计" if language == "en" else "expected"
    assert other not in found.words()


def test_every_chart_is_named_described_and_has_its_table(manager: Manager) -> None:
    page = manager.press("example").page
    charts = page.xpath("//*[name()='svg'][@role='img']")
    assert len(charts) == 2
    for chart in charts:
        for id_ in chart.get("aria-labelledby").split():
            (said,) = page.xpath(f"//*[@id='{id_}']")
            assert said.text_content().strip()
        assert chart.xpath("ancestor::section//table")
    described = manager.words("//*[name()='desc']")
    assert "collection rate 84.94%" in described and "Over 365 days: RMB 281,000.00" in described
    assert manager.words("//h2[@id='collected-1']") == "Collection rate 84.94%"


def test_the_page_needs_no_style_or_script_of_its_own(manager: Manager) -> None:
    """The policy of the page forbids both: a chart that used them would be drawn nowhere."""
    page = manager.press("example").page
    assert page.xpath("//main//@style | //main//script[not(@src)] | //main//style | //@onclick") == []
    assert "unsafe-inline" not in manager.answer.headers["Content-Security-Policy"]


def test_several_files_are_looked_over_together(manager: Manager) -> None:
    manager.press("look", ("a.json", one("甲")), ("b.json", one("乙")), ("c.json", ACCOUNTS.read_bytes()))
    assert "13 accounts." in manager.words("//p[@class='intro']")
    names = [row[1] for row in manager.rows()]
    assert {"English of 甲 ", "English of 乙 "} <= {f"{name} " for name in names}


def test_the_files_stay_when_period_or_language_change(manager: Manager) -> None:
    manager.press("look", ("a.json", one("甲")))
    manager.press("look", from_on="2026-01-01", to_on="2026-06-30", by="quarter")
    assert [row[0] for row in manager.rows("figures-of")][:2] == ["2026 Q1", "2026 Q2"]
    manager.press("switch", to="/portfolio?lang=zh")
    assert manager.rows()[0][1].startswith("甲")
    assert manager.rows("figures-of")[0][0] == "2026年第1季度"


def test_a_file_with_a_fault_is_not_counted_and_that_is_said_loudly(manager: Manager) -> None:
    wrong = json.loads(one("乙"))
    wrong["account"]["invoices"][0]["amount"] = "lots"
    manager.press("look", ("a.json", one("甲")), ("b.json", json.dumps(wrong)), ("c.json", "{"))
    alert = manager.words("//section[@role='alert']")
    assert "Not everything is in these figures" in alert
    assert "b.json · Invoices 1, Amount" in alert and "c.json" in alert
    assert len(manager.rows()) == 1


def test_a_spreadsheet_is_told_where_its_rows_go_and_the_other_files_are_counted(manager: Manager) -> None:
    manager.press("look", ("a.json", one("甲")), ("export.csv", "发票号码,金额\nA-1,5"), ("book.xlsx", b"PK\x03\x04"))
    told = manager.words("//section[@role='alert']")
    assert told.count("从电子表格粘贴") + told.count("Paste from a spreadsheet") == 2 and "export.csv" in told
    assert len(manager.rows()) == 1


def test_a_fault_in_a_file_of_many_names_its_account(manager: Manager) -> None:
    document = json.loads(ACCOUNTS.read_text("utf-8"))
    document["accounts"][2]["as_of"] = "gestern"
    manager.press("look", ("all.json", json.dumps(document)))
    alert = manager.words("//section[@role='alert']")
    assert "Nothing could be looked over" in alert and "Account 3: As of" in alert


@pytest.mark.parametrize("typed", [{"from_on": "2026-12-01", "to_on": "2026-01-01"}, {"from_on": "whenever"}])
def test_a_period_that_is_none_is_told_and_the_usual_one_taken(manager: Manager, typed: dict[str, str]) -> None:
    manager.press("look", ("a.json", one("甲")), **typed)
    assert "Not everything is in these figures" in manager.words("//section[@role='alert']")
    assert len(manager.rows()) == 1


def test_without_a_file_it_asks_for_one(manager: Manager) -> None:
    assert "Please choose a file first." in manager.press("look").words()


def test_an_account_opens_its_way_with_the_particulars_of_its_letter(manager: Manager) -> None:
    manager.press("look", ("a.json", one("甲")))
    (form,) = manager.page.xpath("//table//form")
    sent = {box.get("name"): box.get("value") for box in form.xpath(".//input")}
    assert form.get("action") == "/way"
    assert json.loads(sent["pasted"])["letter"] == {"number": "催〔2026〕9号"}
    answer = manager.client.post("/way", data=sent)
    assert answer.status_code == 200 and "甲" in answer.text
    assert "876,650.50" in answer.text


def test_figures_keep_every_digit_on_their_way_through_the_page(manager: Manager) -> None:
    text = re.sub(r'"amount": "198000.00"', '"amount": 198000.10', one("甲"))
    assert '"amount": 198000.10' in text
    manager.press("look", ("a.json", text))
    (carried,) = manager.page.xpath("//table//input[@name='pasted']/@value")
    assert "198000.10" in [invoice["amount"] for invoice in json.loads(carried)["account"]["invoices"]]


def test_a_name_is_text_and_never_markup(manager: Manager) -> None:
    manager.press("look", ("<b>.json", one("Smith & Sons <select>")))
    assert "Smith & Sons <select>" in manager.rows()[0][1]
    assert manager.page.xpath("//table//select") == []


def test_of_very_many_only_the_first_are_shown_and_the_rest_is_counted(
    manager: Manager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portfolio_view, "MOST_SHOWN", 3)
    found = manager.press("example")
    assert len(found.rows()) == 3
    assert "8 more are further behind" in found.words()


def test_more_accounts_than_a_thousand_are_refused_in_words(manager: Manager) -> None:
    account = json.loads(one("甲"))["account"]
    small = {**account, "contracts": [], "invoices": [], "payments": [], "history": [], "declared": {}}
    text = json.dumps({"accounts": [small] * 501})
    manager.press("look", ("a.json", text), ("b.json", text))
    assert "1000" in manager.words("//section[@role='alert']") and manager.rows() == []


def test_files_larger_than_the_service_takes_are_refused_in_words(desk: Desk) -> None:
    small = create_app(desk, Settings(max_bytes=20_000, rate_limit="1000 per minute")).test_client()
    manager = Manager(small)
    manager.press("look", ("all.json", ACCOUNTS.read_bytes()))
    assert manager.answer.status_code == 413
    assert "too large together" in manager.words()


def test_a_page_from_before_a_restart_loses_no_file(desk: Desk) -> None:
    app = create_app(desk, Settings(rate_limit="1000 per minute"))
    manager = Manager(app.test_client()).press("look", ("a.json", one("甲")))
    manager.fields = [(name, value) for name, value in manager.fields if name != "csrf_token"]
    manager.press("look")
    assert manager.answer.status_code == 400 and "press the button again" in manager.words()
    manager.press("look")
    assert len(manager.rows()) == 1
