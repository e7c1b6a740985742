"""A paragraph → lines (ECMA-376-1, 17.3.1).

The way of a paragraph:

- `slots`       its characters, tabs, breaks and pictures in one row, each with its width
- `compressing`, `gridded`  punctuation that gives up its blank half; characters on a grid
- `breaking`    where a line may end
- `tabs`        where a tab leads
- `filling`     how much of the row goes into a line
- `heights`     how high the line is
- `placing`, `spreading`  where what is on it stands; aligned, spread to its full width
- `paragraphs`  all of it in order: `set_paragraph`, and `go_on` on another page; `widths` for tables
- `drawing`, `decoration`  a line on its page; what is under, over and around its characters

What a line holds besides characters:

- `solids`      pictures, boxes and words above words as one slot
- `ruby`        words above words
- `textboxes`   boxes of words
- `cut`         what has no room where the file puts it, and is told
"""
