"""The structure of a document (ISO 32000-1, 14.7, 14.8) as PDF/UA-1 wants it (ISO 14289-1).

While pages are written, each sequence of marks that belong to one tag gets a number on its page; afterwards the tags
are written as a tree with these numbers at their leaves, in the order in which they were painted. Marks of no tag are
artefacts (14.8.2.2): text is what repeats on pages, everything else is lines and grounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.printing.sheet import Link, Sheets, Tag
from docgen.printing.writing.objects import File, name, number, text

_STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}  # fmt: skip
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_STAYS_EMPTY = ("TR", "TH", "TD")  # a table stays regular (14289-1, 7.5) where nothing is written into a cell
_IN_TABLES = ("ColSpan", "RowSpan", "Scope", "Headers", "Summary")  # table attributes (14.8.5.7); others: of layout
_LEAVES_AT_ONCE = 64  # of a number tree
_MOST_LEVELS = 900  # of tags in each other; Python's own stack ends at a thousand


class Structure:
    """Counts marked content while pages are written, then writes the tree of tags."""

    def __init__(self, sheets: Sheets, pages: Sequence[int], file: File) -> None:
        self._root = sheets.root
        self._chinese = sheets.language.lower().startswith("zh")
        self._pages = pages
        self._file = file
        self._page = 0
        self._counted = 0
        self._numbers: dict[int, int] = {}  # objects of tags, by their identity
        self._kids: dict[int, list[tuple[int, int, str]]] = {}  # of tags: (when painted, page, what)
        self._on_page: list[list[int]] = [[] for _ in pages]  # the objects that each page's numbers belong to
        self._annotations: list[int] = []  # the objects that annotations belong to
        self._notes: list[tuple[str, int]] = []
        self._roles: dict[str, str] = {}
        self._headings: dict[int, str] = {}  # what headings are written as
        self._boxes: dict[int, list[tuple[float, float, float, float]]] = {}  # of figures: left, bottom, right, top
        self._order: dict[int, int] = {}  # when the first of a tag was painted; without those that hold nothing

    def begin_page(self, page: int) -> None:
        self._page = page

    def begin(self, tag: Tag | None, *, is_text: bool) -> str:
        """The operator before marks of a tag."""
        if tag is None:
            return f"/Artifact<</Type/{'Pagination' if is_text else 'Layout'}>>BDC"
        on_page = self._on_page[self._page]
        here = len(on_page)
        on_page.append(self._number(tag))
        self._paint(tag, str(here))
        return f"{name(tag.kind)}<</MCID {here}>>BDC"

    def figure(self, tag: Tag, box: tuple[float, float, float, float]) -> None:
        """A part of a figure stands there on its page, counted from below."""
        self._boxes.setdefault(id(tag), []).append(box)

    def link(self, link: Link, annotation: int) -> str:
        """What the annotation says of its tag and its purpose (14289-1, 7.18.5)."""
        tag = link.tag if link.tag and link.tag.kind == "Link" else (link.tag or self._root).child("Link")
        self._paint(tag, f"<</Type/OBJR/Obj {annotation} 0 R/Pg {self._pages[self._page]} 0 R>>")
        self._annotations.append(self._number(tag))
        key = len(self._pages) + len(self._annotations) - 1
        return f"/StructParent {key}/Contents{text(tag.description or link.address or link.target)}"

    def write(self) -> str:
        """Write the tree; returns what the catalogue says of it."""
        root = self._file.reserve()
        self._weigh(self._root, 0)
        self._order.setdefault(id(self._root), 0)
        self._headings = dict(self._levelled())
        self._element(self._root, root)
        roles = "".join(f"{name(kind)}/{role}" for kind, role in self._roles.items())
        notes = "".join(f"{text(key)}{at} 0 R" for key, at in sorted(self._notes))
        self._file.add(
            f"<</Type/StructTreeRoot/K {self._number(self._root)} 0 R/ParentTree {self._parents()} 0 R"
            f"/ParentTreeNextKey {len(self._pages) + len(self._annotations)}"
            + (f"/RoleMap<<{roles}>>" if roles else "")
            + (f"/IDTree<</Names[{notes}]>>" if notes else "")
            + ">>",
            root,
        )
        return f"/StructTreeRoot {root} 0 R/MarkInfo<</Marked true>>"

    def _levelled(self) -> Iterator[tuple[int, str]]:
        """Headings as they are written: the first is H1, and none is deeper than the one above it by more than one
        (14289-1, 7.4.2); Word's titles stand above headings, and its files may begin with any level."""
        above: list[int] = []
        waiting = [self._root]
        while waiting:
            tag = waiting.pop()
            waiting += [child for child in reversed(tag.children) if id(child) in self._order]
            level = 0 if tag.kind == "Title" else int(tag.kind[1]) if tag.kind in _HEADINGS else -1
            if level >= 0:
                while above and above[-1] >= level:
                    above.pop()
                above.append(level)
                yield id(tag), f"H{min(len(above), 6)}"

    def _number(self, tag: Tag) -> int:
        return self._numbers.get(id(tag)) or self._numbers.setdefault(id(tag), self._file.reserve())

    def _paint(self, tag: Tag, what: str) -> None:
        self._counted += 1
        self._kids.setdefault(id(tag), []).append((self._counted, self._page, what))

    def _weigh(self, tag: Tag, level: int) -> int | None:
        """When the first of a tag was painted; None where it holds nothing, and is not written."""
        if level > _MOST_LEVELS:
            return None
        own = self._kids.get(id(tag))
        found = [own[0][0]] if own else []
        found += [at for child in tag.children if (at := self._weigh(child, level + 1)) is not None]
        if found:
            self._order[id(tag)] = min(found)
        elif tag.kind in _STAYS_EMPTY:
            self._order[id(tag)] = 0
        return self._order.get(id(tag))

    def _element(self, tag: Tag, parent: int) -> None:
        here = self._number(tag)
        own = self._kids.get(id(tag), [])
        page = own[0][1] if own else None
        kids = " ".join(self._in_order(tag, own, page))
        body = f"<</S{self._role(self._headings.get(id(tag), tag.kind))}/P {parent} 0 R/K[{kids}]"
        if page is not None:
            body += f"/Pg {self._pages[page]} 0 R"
        self._file.add(body + self._said(tag, here) + ">>", here)
        for child in tag.children:
            if id(child) in self._order:
                self._element(child, here)

    def _in_order(self, tag: Tag, own: list[tuple[int, int, str]], page: int | None) -> Iterator[str]:
        """Its own marks between its children, as they were painted; children stay in the order of the text."""
        waiting = iter(own)
        mark = next(waiting, None)
        for child in tag.children:
            order = self._order.get(id(child))
            if order is None:
                continue
            while mark and mark[0] < order:
                yield self._kid(mark, page)
                mark = next(waiting, None)
            yield f"{self._number(child)} 0 R"
        while mark:
            yield self._kid(mark, page)
            mark = next(waiting, None)

    def _kid(self, mark: tuple[int, int, str], page: int | None) -> str:
        _, on, what = mark
        if on == page or what.startswith("<"):
            return what
        return f"<</Type/MCR/Pg {self._pages[on]} 0 R/MCID {what}>>"

    def _role(self, kind: str) -> str:
        if kind not in _STANDARD:
            self._roles[kind] = "P" if kind.startswith("H") else "Span"
        return name(kind)

    def _said(self, tag: Tag, here: int) -> str:
        """Alternative text, language, attributes, and the name of a note (14289-1, 7.3, 7.2, 7.5, 7.9)."""
        said = f"/Lang{text(tag.language)}" if tag.language else ""
        if tag.kind in ("Figure", "Formula"):
            said += f"/Alt{text(tag.description or ('图片' if self._chinese else 'Picture'))}"
        elif tag.description:
            said += f"/Alt{text(tag.description)}"
        if tag.kind == "Note":
            key = f"note{len(self._notes) + 1:06}"
            self._notes.append((key, here))
            said += f"/ID{text(key)}"
        owners: dict[str, str] = {}
        for key, value in tag.attributes.items():
            owner = "Table" if key in _IN_TABLES else "List" if key == "ListNumbering" else "Layout"
            owners[owner] = owners.get(owner, "") + name(key) + _value(value)
        if boxes := self._boxes.get(id(tag)):  # 14.8.5.4.3
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            box = _value([round(end, 2) for end in (min(lefts), min(bottoms), max(rights), max(tops))])
            owners["Layout"] = owners.get("Layout", "") + f"/BBox{box}"
        if owners:
            said += f"/A[{''.join(f'<</O/{owner}{entries}>>' for owner, entries in owners.items())}]"
        return said

    def _parents(self) -> int:
        """Which tags the marked content of each page, and each annotation, belong to (14.7.4.4)."""
        values = [f"[{' '.join(f'{tag} 0 R' for tag in tags)}]" for tags in self._on_page]
        values += [f"{tag} 0 R" for tag in self._annotations]
        leaves = []
        for start in range(0, len(values), _LEAVES_AT_ONCE):
            part = values[start : start + _LEAVES_AT_ONCE]
            pairs = " ".join(f"{key} {value}" for key, value in enumerate(part, start))
            leaves.append(self._file.add(f"<</Limits[{start} {start + len(part) - 1}]/Nums[{pairs}]>>"))
        return self._file.add(f"<</Kids[{' '.join(f'{leaf} 0 R' for leaf in leaves)}]>>")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, int | float):
        return f" {number(value)}"
    if isinstance(value, list | tuple):
        return f"[{' '.join(_value(part).strip() for part in value)}]"
    return name(str(value))
