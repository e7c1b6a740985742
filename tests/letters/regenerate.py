"""Write the golden letters and the list of fields anew: `python -m tests.letters.regenerate`.

Then read the difference as a lawyer would (`git diff`): every changed word is a change of what is sent.
"""

from __future__ import annotations

from docgen.letters.context.fields import document
from docgen.letters.request import Language
from tests.letters.golden import CASES, path, words
from tests.letters.making import ROOT


def main() -> None:
    for language in Language:
        for case in CASES:
            target = path(case, language)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(words(case, language), "utf-8")
    (ROOT / "docs" / "fields.md").write_text(document(), "utf-8")


if __name__ == "__main__":
    main()
