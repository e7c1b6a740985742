"""`tree.Document` → finished pages (`sheet.Sheets`): where Word puts what.

The folders in reading order; each imports only from those before it:

- `ground`    what places on a page count from
- `marks`     what is drawn that is no text: lines of borders, pictures, what is turned
- `glyphs`    text → runs of glyphs in the faces that Word would take
- `boxes`     what the folders hand to each other: a line, a paragraph in lines, a row, a stack
- `lines`     a paragraph → lines
- `tables`    a table → rows
- `stacks`    blocks under each other, beside what floats: cells, headers, notes; and what pages are filled with
- `pages`     a document → pages; begin with `pages.document.set_document`
"""
