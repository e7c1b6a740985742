"""Settings of the whole file (w:settings, ECMA-376-1, 17.15): those that change a page are followed, or told.

Most are about the screen, the checkers, saving and mail merge. What is in none of these lists is told by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.errors import WordPlace
from docgen.printing.reading import values
from docgen.printing.reading.source import Source
from docgen.printing.reading.values import Element, W, attribute

#: Followed by this press, here or by the readers of notes, themes and characters.
_FOLLOWED = frozenset((
    "evenAndOddHeaders", "mirrorMargins", "gutterAtTop", "defaultTabStop", "characterSpacingControl",
    "noLineBreaksAfter", "noLineBreaksBefore", "footnotePr", "endnotePr", "compat", "themeFontLang",
    "clrSchemeMapping", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "decimalSymbol",
))  # fmt: skip
#: About the screen, editing, checking, saving, mail merge and printers: nothing on paper.
_INKLESS = frozenset((
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "hideSpellingErrors", "hideGrammaticalErrors",
    "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
    "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves",
    "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet",
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength",
    "clickAndTypeStyle", "defaultTableStyle", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
    "doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin",
    "doNotShadeFormData", "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent",
    "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving",
    "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace", "hdrShapeDefaults", "docVars", "rsids",
    "attachedSchema", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "listSeparator",
    "updateFields",
))  # fmt: skip
#: Of w:compat (17.15.3).
_COMPAT_FOLLOWED = frozenset((
    "adjustLineHeightInTable", "doNotExpandShiftReturn", "doNotUseHTMLParagraphAutoSpacing", "noColumnBalance",
    "compatSetting", "ulTrailSpace", "balanceSingleByteDoubleByteWidth",
))  # fmt: skip
_COMPAT_INKLESS = frozenset((
    "spaceForUL",  # lines of Chinese fonts have the room
    "useFELayout",  # the rules for East Asian text are followed in any case
    "doNotLeaveBackslashAlone",  # a backslash as the sign of the yen
    "printBodyTextBeforeHeader", "convMailMergeEsc", "selectFldWithFirstOrLastChar", "usePrinterMetrics",
    "displayHangulFixedWidth", "showBreaksInFrames", "cachedColBalance", "useAnsiKerningPairs",
))  # fmt: skip
#: Of w:compatSetting, by name: those that Word writes as "0" or not at all unless somebody has asked for them.
_TOLD_WHEN_ON = frozenset(("allowTextAfterFloatingTableBreak",))
#: Settings that matter only where the file has something that they are about.
_ABOUT: dict[str, tuple[bytes, ...]] = {
    "alignBordersAndEdges": (b"<w:pgBorders",), "noPunctuationKerning": (b"<w:kern ",),
    "printColBlack": (b"<w:color ",),
    "swapBordersFacingPages": (b"<w:pBdr",), "mwSmallCaps": (b"<w:smallCaps",), "noSpaceRaiseLower": (b"<w:position ",),
    "underlineTabInNumList": (b"<w:u ",), "doNotVertAlignInTxbx": (b"txbxContent",),
    "footnoteLayoutLikeWW8": (b"footnoteReference",), "shapeLayoutLikeWW8": (b"<w:pict", b"<w:drawing"),
    "suppressSpBfAfterPgBrk": (b'"page"', b'"column"'), "splitPgBreakAndParaMark": (b'"page"',),
    "doNotSnapToGridInCell": (b"<w:docGrid",), "allowSpaceOfSameStyleInTable": (b"contextualSpacing",),
    **dict.fromkeys(
        ("alignTablesRowByRow", "layoutRawTableWidth", "layoutTableRowsApart", "doNotBreakWrappedTables", "growAutofit",
         "useWord2002TableStyleRules", "doNotAutofitConstrainedTables", "autofitToFirstFixedWidthCell",
         "doNotVertAlignCellWithSp", "doNotBreakConstrainedForcedTable", "useSingleBorderforContiguousCells"),
        (b"<w:tbl>",),
    ),
}  # fmt: skip


def follow(settings: Element, source: Source, part: str) -> None:
    """Take over what changes pages; tell what does and is not followed."""
    source.even_and_odd = values.is_on(settings.find(W + "evenAndOddHeaders"))
    source.mirrored = values.is_on(settings.find(W + "mirrorMargins"))
    source.gutter_at_top = values.is_on(settings.find(W + "gutterAtTop"))
    if (stop := settings.find(W + "defaultTabStop")) is not None:
        source.default_tab = max(values.twips(attribute(stop, "val"), 36.0), 1.0)
    source.grid_in_tables = values.is_on(settings.find(f"{W}compat/{W}adjustLineHeightInTable"))
    source.halves_grid = values.is_on(settings.find(f"{W}compat/{W}balanceSingleByteDoubleByteWidth"))
    source.spread_broken = not values.is_on(settings.find(f"{W}compat/{W}doNotExpandShiftReturn"))
    # 17.15.3.20 is about spacing by itself alone; in Word's settings it is also what makes after and before add up.
    source.adds_space = values.is_on(settings.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing"))
    source.balances_columns = not values.is_on(settings.find(f"{W}compat/{W}noColumnBalance"))
    source.borders_around = (
        not values.is_on(settings.find(W + "bordersDoNotSurroundHeader")),
        not values.is_on(settings.find(W + "bordersDoNotSurroundFooter")),
    )
    source.shows_background = values.is_on(settings.find(W + "displayBackgroundShape"))
    for setting in settings.iterfind(f"{W}compat/{W}compatSetting"):
        if attribute(setting, "name") == "compatibilityMode":
            # Up to Word 2010, the text of a table, not its edge, stands at the margin.
            source.table_in_margin = values.number(attribute(setting, "val")) >= 15
        elif attribute(setting, "name") in _TOLD_WHEN_ON and attribute(setting, "val") == "1":
            source.tell("print.setting", WordPlace(part), setting=attribute(setting, "name"))
    _tell(settings, source, part)


def _tell(settings: Element, source: Source, part: str) -> None:
    text = b""

    def has(needles: Iterable[bytes]) -> bool:
        nonlocal text
        if not text:
            package = source.package
            text = b"".join(
                package.read(name) for name in (part, *package.related("styles"), *package.related("numbering"))
            )
        return any(needle in text for needle in needles)

    def tell(children: Iterable[tuple[str, Element]], silent: frozenset[str], matters: Callable[[str], bool]) -> None:
        for name, child in children:
            if name not in silent and values.is_on(child) and matters(name):
                source.tell("print.setting", WordPlace(part), setting=name)

    def matters(name: str) -> bool:
        return name not in _ABOUT or has(_ABOUT[name])

    tell(values.children(settings), _FOLLOWED | _INKLESS, matters)
    compat = settings.find(W + "compat")
    if compat is not None:
        tell(values.children(compat), _COMPAT_FOLLOWED | _COMPAT_INKLESS, matters)
    point = settings.find(W + "decimalSymbol")
    if point is not None and attribute(point, "val") not in (".", "") and has((b'<w:tab w:val="decimal"',)):
        source.tell("print.setting", WordPlace(part), setting="decimalSymbol")


def characters(settings: Element | None) -> dict[str, str]:
    """How punctuation is compressed (17.15.1.18); which characters begin or end no line (17.15.1.58, 17.15.1.59)."""
    if settings is None:
        return {}
    found = {}
    if (control := settings.find(W + "characterSpacingControl")) is not None:
        found["compress"] = attribute(control, "val", "doNotCompress")
    for name, key in (("noLineBreaksBefore", "no_start"), ("noLineBreaksAfter", "no_end")):
        for element in settings.iterfind(W + name):
            if attribute(element, "lang").startswith("zh"):
                found[key] = attribute(element, "val")
    return found


__all__ = ["characters", "follow"]
