"""Blocks under each other, and what floats beside them.

- `items`      blocks → the lines, rows and whole boxes that stand under each other, with what each asks for
- `floats`     what floats: where it stands, and what room it leaves
- `clearing`   how far down a line goes until it finds room
- `anchoring`  what floats gets its place with the paragraph that it is anchored in, whose lines go around it
- `stacking`   blocks without pages: cells, headers, notes, boxes
- `frames`     the frames and grounds of paragraphs
- `outline`    tags and headings
- `putting`    all of it on a page
"""
