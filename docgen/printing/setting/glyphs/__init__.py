"""Text → runs: each stretch of characters in the face that Word would take, with glyphs and widths.

- `scripts`     which of a run's fonts a character takes, and what depends on its neighbours
- `founts`      the faces and sizes of one look, and what is known of each character in them
- `shaping`     where a character does not simply have its glyph: HarfBuzz
- `typesetter`  `Run`, and who makes them
"""
