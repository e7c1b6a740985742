"""A lawyer at the pages of the templates without a browser: opens them, fills in what they ask, presses buttons."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.studio.test_examining import edited

LETTER = "/studio/letters/zh/demand_letter/group"
WRONG = edited(
    "特此函告", "请务必于{{ letter.pay_bye }}前付款。", edited("{{ letter.number }}", "｛｛ letter.number ｝｝")
)
RIGHT = edited("特此函告", "本公司期待与贵司继续合作。")
THREAT = edited("特此函告", "逾期不付的，本公司将向媒体曝光。")
WARNED = edited("特此函告", "另付人民币1,000.00元。")


class Lawyer:
    """person: whom she has chosen. `page` is what she last saw."""

    def __init__(self, client: FlaskClient, person: str = "", language: str = "en") -> None:
        self.client = client
        self.get(f"/studio?lang={language}")
        if person:
            self.post("/studio/person", person=person)

    def get(self, path: str) -> Lawyer:
        return self._seen(self.client.get(path))

    def post(self, path: str, **fields: Any) -> Lawyer:
        """Send fields with the token of the last page, files as (content, name), and follow where it leads."""
        token = next(iter(self.page.xpath("//input[@name='csrf_token']/@value")), "")
        sent: MultiDict[str, Any] = MultiDict({"csrf_token": token})
        for name, value in fields.items():
            for one in value if isinstance(value, list) else [value]:
                sent.add(name, (io.BytesIO(one[0]), one[1]) if isinstance(one, tuple) else one)
        answer = self.client.post(path, data=sent, content_type="multipart/form-data")
        if answer.status_code == 303:
            self.address = answer.headers["Location"]
            return self.get(self.address)
        return self._seen(answer)

    def put_back(self, content: bytes, note: str = "", at: str = LETTER, name: str = "letter.docx") -> Lawyer:
        return self.post(at, file=(content, name), note=note, based_on="1")

    def _seen(self, answer: TestResponse) -> Lawyer:
        self.answer = answer
        if answer.mimetype == "text/html":
            self.page: Any = html.fromstring(answer.text)
        return self

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def headline(self) -> str:
        (heading,) = self.page.xpath("//h1")
        return " ".join(heading.text_content().split())

    @property
    def told(self) -> str:
        """What was just done, or what stood in the way."""
        return " ".join(" ".join(self.page.xpath("//*[@id='told']//text()")).split())

    @property
    def words(self) -> str:
        return " ".join(self.page.xpath("//main")[0].text_content().split())

    def codes(self) -> list[str]:
        """What was found in the version that is shown."""
        return list(self.page.xpath("//li/@data-code"))

    def typed(self, box: str) -> str:
        return str(self.page.xpath(f"//*[@id='{box}']/@value")[0])


Enters = Callable[..., Lawyer]  # person, language → a lawyer at the first page
