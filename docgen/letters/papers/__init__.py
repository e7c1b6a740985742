"""The papers of the way beside the ladder's five letters: notices, agreements, court papers and working papers.

A paper is one module: what the catalogue says of it, when it may not be made, what its template may print and what the
finished paper must hold. Its Word files stand in `templates/<language>/<kind>.docx`, what it asks for beyond the
account in `docgen.letters.particulars`, its request in `schemas` and the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.letters.papers import (
    address_confirmation,
    assignment_notice,
    call_sheet,
    civil_complaint,
    debt_acknowledgment,
    decision_memo,
    early_payment_offer,
    enforcement_application,
    evidence_list,
    guarantor_request,
    in_kind_agreement,
    law_firm_handover,
    legal_representative_certificate,
    performance_notice,
    power_of_attorney,
    preservation_application,
    repayment_agreement,
    rescission_notice,
    service_cover,
    set_off_notice,
    sme_complaint,
    statement_of_account,
    supply_suspension_notice,
    visit_sheet,
)
from docgen.letters.papers.paper import Paper
from docgen.letters.request import LetterKind

__all__ = ["PAPERS", "Paper"]

_ALL: tuple[Paper, ...] = (
    guarantor_request.PAPER,
    repayment_agreement.PAPER,
    debt_acknowledgment.PAPER,
    in_kind_agreement.PAPER,
    supply_suspension_notice.PAPER,
    set_off_notice.PAPER,
    assignment_notice.PAPER,
    rescission_notice.PAPER,
    civil_complaint.PAPER,
    preservation_application.PAPER,
    enforcement_application.PAPER,
    evidence_list.PAPER,
    legal_representative_certificate.PAPER,
    power_of_attorney.PAPER,
    address_confirmation.PAPER,
    sme_complaint.PAPER,
    decision_memo.PAPER,
    call_sheet.PAPER,
    visit_sheet.PAPER,
    law_firm_handover.PAPER,
    service_cover.PAPER,
    statement_of_account.PAPER,
    early_payment_offer.PAPER,
    performance_notice.PAPER,
)

PAPERS: Mapping[LetterKind, Paper] = MappingProxyType({paper.entry.kind: paper for paper in _ALL})
