"""A person at the page of the way without a browser: presses its buttons, each to where it leads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask.testing import FlaskClient

from tests.web.form import MULTIPART, Form, multipart


class Walker(Form):
    """The page as last shown; what a button opens may be the form."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.answer = client.get(f"/way?lang={language}")
        self._read()

    def bring(self, document: Mapping[str, Any]) -> Walker:
        """Paste a request document as text."""
        self.fields["pasted"] = json.dumps(document, ensure_ascii=False)
        return self.go("put")

    def go(self, button: str, **more: Any) -> Walker:
        """Press the button on the page that sends this, with its invoices or without, and go where it leads."""
        sends = f"@value='{button}' or starts-with(@value, '{button}|')"
        found = self.page.xpath(f"//button[@name='do'][{sends}][not(@aria-hidden or @lang)]")
        assert found, f"no button sends {button}"
        form = self.page.xpath(f"//form[@id='{found[0].get('form')}']") or found[0].xpath("ancestor::form")
        action = (found[0].get("formaction") or form[0].get("action")).partition("#")[0]
        sent = [*self.fields.items(multi=True), ("do", found[0].get("value")), *more.items()]
        self.answer = self.client.post(action, data=multipart(sent), content_type=MULTIPART)
        if self.answer.mimetype == "text/html":
            self._read()
        return self

    def step(self) -> str:
        """The name of the next step."""
        return self.page.xpath("//*[@id='answer-title']")[0].text.strip()

    def asked(self) -> list[str]:
        """The boxes that are asked about, in their order."""
        boxes = self.page.xpath("//*[@id='questions']//fieldset//*[self::input or self::select][@name]/@name")
        return list(dict.fromkeys(boxes))

    def station(self, name: str) -> Any:
        """A step of the line, by what it is called."""
        (found,) = [each for each in self.page.xpath("//ol[@class='line']/li") if name in each.text_content()[:60]]
        return found
