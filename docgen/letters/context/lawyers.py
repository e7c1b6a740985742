"""The lawyer's letter: the demand, put by a law firm for its client. The firm issues it, never the company."""

from __future__ import annotations

from docgen.letters.context.base import Case
from docgen.letters.context.demand import demand
from docgen.letters.request import Language


def lawyers_letter(case: Case) -> dict[str, object]:
    pen, firm = case.pen, case.request.law_firm
    lawyers = [
        {
            "name": (one.name_en if pen.language is Language.EN else None) or one.name,
            "practice_number": one.practice_number,
            "phone": one.phone or "",
            "email": one.email or "",
        }
        for one in (firm.lawyers if firm else ())
    ]
    return demand(case) | {
        "firm": {
            "name": (firm.name if pen.zh else firm.name_en or firm.name) if firm else "",
            "licence_number": firm.licence_number if firm else "",
            "address": (firm.address or "") if firm else "",
            "phone": (firm.phone or "") if firm else "",
            "email": (firm.email or "") if firm else "",
        },
        "lawyers": lawyers,
        "lawyers_named": pen.listed([str(one["name"]) for one in lawyers]),
        "mandate_on": pen.date(case.request.mandate_on),
    }
