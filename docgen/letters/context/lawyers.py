"""The lawyer's letter: the demand, put by a law firm for its client. The firm issues it, never the company."""

from __future__ import annotations

from docgen.letters.context.base import Case
from docgen.letters.context.demand import demand
from docgen.letters.context.parties import phone


def lawyers_letter(case: Case) -> dict[str, object]:
    pen, firm = case.pen, case.request.law_firm
    lawyers = [
        {
            "name": pen.own(one.name, one.name_en),
            "practice_number": one.practice_number,
            "phone": phone(one.phone, pen),
            "email": one.email or "",
        }
        for one in (firm.lawyers if firm else ())
    ]
    return demand(case) | {
        "firm": {
            "name": pen.own(firm.name, firm.name_en) if firm else "",
            "licence_number": firm.licence_number if firm else "",
            "address": pen.own(firm.address, firm.address_en) if firm else "",
            "phone": phone(firm.phone, pen) if firm else "",
            "email": (firm.email or "") if firm else "",
        },
        "lawyers": lawyers,
        "lawyers_named": pen.listed([str(one["name"]) for one in lawyers]),
        "mandate_on": pen.date(case.request.mandate_on),
    }
