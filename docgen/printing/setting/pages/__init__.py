"""A document → pages (ECMA-376-1, 17.6, 17.10, 17.11).

- `document`    `set_document`: sections, one after the other, and the numbers of pages
- `leaf`        one page while it fills
- `flowing`     how much of what waits stands in a column, and where it breaks
- `columns`     where columns stand; text shared out evenly
- `notes`       footnotes at the foot of a page
- `headers`     headers and footers
- `pageframes`  the borders of pages
"""
