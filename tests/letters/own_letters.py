"""Letters that a supplier of building materials has of its own, as its lawyers would describe them."""

from __future__ import annotations

import json
from typing import Any

from docgen.letters import own_file
from docgen.letters.own import OwnLetter

# Deliveries to a building site are stopped until the bill is paid, and what stands there is fetched back.
SITE_STOP: dict[str, Any] = {
    "id": "site_stop_notice",
    "base": "demand_letter",
    "titles": {"zh": "停止供料暨催款函", "en": "Notice of Stopped Deliveries and Demand"},
    "asks": [
        {"name": "site", "kind": "text", "labels": {"zh": "工地", "en": "Site"}, "longest": 60},
        {
            "name": "stop_on",
            "kind": "date",
            "labels": {"zh": "停止供料日期", "en": "Deliveries stop on"},
            "helps": {"zh": "不早于发函后第三日", "en": "Not before the third day after the letter"},
            "least": "2026-01-01",
        },
        {
            "name": "deposit",
            "kind": "amount",
            "labels": {"zh": "周转材料押金", "en": "Deposit for formwork"},
            "required": False,
            "most": "500000",
        },
        {"name": "pallets", "kind": "whole_number", "labels": {"zh": "托盘数", "en": "Pallets"}, "most": "400"},
        {
            "name": "goods",
            "kind": "choice",
            "labels": {"zh": "停供货物", "en": "Goods held back"},
            "choices": {
                "concrete": {"zh": "预拌混凝土", "en": "ready-mixed concrete"},
                "steel": {"zh": "螺纹钢", "en": "reinforcing steel"},
            },
        },
        {"name": "access", "kind": "yes_no", "labels": {"zh": "已约定进场取货", "en": "Access is agreed"}},
        {"name": "note", "kind": "paragraph", "labels": {"zh": "说明", "en": "Note"}, "required": False},
    ],
    "step": "demand_letter",
    "approver": "法务总监",
}
ANSWERS: dict[str, Any] = {
    "site": "滨江三期工地",
    "stop_on": "2026-12-01",
    "deposit": "12,000.50",
    "pallets": 36,
    "goods": "concrete",
    "access": True,
    "note": "取货时请安排叉车。\n请勿占用消防通道。",
}


def described(**changed: Any) -> bytes:
    """The description of the site stop notice as JSON, with some of it changed."""
    return json.dumps({**SITE_STOP, **changed}, ensure_ascii=False).encode()


def site_stop(**changed: Any) -> OwnLetter:
    return own_file.read(described(**changed))
