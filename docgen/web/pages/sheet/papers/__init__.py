"""What the papers of the way ask for beyond the account, one group of papers after the other."""

from __future__ import annotations

from docgen.web.pages.boxes import Part
from docgen.web.pages.sheet.papers.agreements import AGREEMENTS
from docgen.web.pages.sheet.papers.court import COURT
from docgen.web.pages.sheet.papers.notices import NOTICES
from docgen.web.pages.sheet.papers.working import WORKING

PAPERS: tuple[Part, ...] = (*NOTICES, *AGREEMENTS, *COURT, *WORKING)
