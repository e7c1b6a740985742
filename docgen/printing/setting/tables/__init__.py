"""A table → rows (ECMA-376-1, 17.4).

- `widths`   how wide the columns are
- `rows`     the cells on their grid; rows with what stands in them, and their parts where a page ends
- `edges`    which of two neighbours' borders is drawn
- `repeats`  cells that say the same are set once
- `table`    `set_table`: rows as they are asked for, and their drawing
- `bands`    the rows of one page: grounds, words, lines
"""
