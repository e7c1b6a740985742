"""What is drawn that is no text.

- `borders`    lines of every kind that Word has, and frames of them
- `turned`     what is drawn in a place of its own: turned, cut off, squeezed
- `picturing`  pictures
"""
