"""Who is owed, who owes, who stands surety."""

from __future__ import annotations

from dataclasses import replace

from flask_babel import lazy_gettext as _

from docgen.letters.catalogue import CATALOGUE
from docgen.web.pages.boxes import Box, Group, Kind, Part, in_english

COURT = frozenset(kind for kind, entry in CATALOGUE.items() if entry.in_court)

PARTY_KINDS = (
    ("company", _("Company")),
    ("public_body", _("Public body")),
    ("natural_person", _("Natural person")),
)


GENDERS = (("", "—"), ("male", _("Male")), ("female", _("Female")))

SIZES = (
    ("", _("Not stated")),
    ("large", _("Large")),
    ("medium", _("Medium")),
    ("small", _("Small")),
    ("micro", _("Micro")),
    ("public_body", _("Public body")),
)


SIZE = Group(
    name="size",
    title=_("Size class"),
    hint=_(
        "Decides whether the regulation on payments to small and medium-sized "
        "enterprises applies. Leave empty when nobody has stated it; it is never guessed."
    ),
    folded=True,
    parts=(
        Box(name="size", label=_("Size"), kind=Kind.CHOICE, choices=SIZES),
        Box(name="stated_on", label=_("As of"), kind=Kind.DATE, hint=_("The day the contract was signed.")),
        Box(name="source", label=_("Who says so"), hint=_("A declaration of the company, a public list …")),
        Box(name="source_en", label=_("Who says so, in English"), width=12, english=True),
    ),
)


# What a court paper says of a natural person besides (民事诉讼法 124, 最高人民法院民事诉讼文书样式).
PERSON = (
    Box(name="gender", label=_("Gender of a natural person"), kind=Kind.CHOICE, choices=GENDERS, letters=COURT),
    Box(name="born_on", label=_("Date of birth of a natural person"), kind=Kind.DATE, letters=COURT),
    Box(name="ethnicity", label=_("Ethnic group of a natural person"), letters=COURT),
    Box(name="ethnicity_en", label=_("Ethnic group in English"), letters=COURT, english=True),
)


BANK_ACCOUNT = Group(
    name="bank_account",
    title=_("Bank account to pay to"),
    parts=(
        Box(name="holder", label=_("Account holder"), width=6),
        Box(name="bank", label=_("Bank"), width=6),
        Box(name="number", label=_("Account number"), width=6),
        Box(name="swift", label=_("SWIFT"), width=6, hint=_("Only for payments from abroad.")),
        Box(name="holder_en", label=_("Account holder in English"), width=6, english=True),
        Box(name="bank_en", label=_("Bank in English"), width=6, english=True),
    ),
)

OTHER_BANK_ACCOUNT = replace(BANK_ACCOUNT, title=_("Bank account"), folded=True)


def party(*, needed: bool) -> tuple[Part, ...]:
    """The boxes of a creditor, a debtor or a guarantor."""
    return (
        Box(
            name="name",
            label=_("Full registered name"),
            width=8,
            needed=needed,
            hint=_("Exactly as on the business licence."),
        ),
        Box(name="kind", label=_("Kind"), kind=Kind.CHOICE, choices=PARTY_KINDS, usual="company"),
        Box(
            name="registration_number",
            label=_("Unified social credit code, register number or identity number"),
            width=8,
            hint=_("Of a person the number of the identity card or passport; it stands in court papers alone."),
        ),
        Box(name="country", label=_("Country or region"), kind=Kind.COUNTRY, usual="CN"),
        Box(name="address", label=_("Address"), width=8),
        Box(name="postcode", label=_("Postcode")),
        in_english(
            Box(name="name_en", label=_("Name in English"), width=12),
            Box(name="address_en", label=_("Address in English"), width=12),
            Box(name="representative_en", label=_("Legal representative in English")),
            Box(name="representative_post_en", label=_("Representative’s post in English")),
            Box(name="contact_en", label=_("Contact person in English")),
        ),
    )


def people() -> Group:
    return Group(
        name="",
        title=_("People and contact"),
        folded=True,
        parts=(
            Box(name="representative", label=_("Legal representative"), width=6),
            Box(name="representative_post", label=_("Representative’s post"), width=6),
            Box(name="contact", label=_("Contact person")),
            Box(name="phone", label=_("Phone")),
            Box(name="email", label=_("E-mail")),
            *PERSON,
        ),
    )
