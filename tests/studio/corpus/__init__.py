"""Templates with faults, sound ones and hostile ones, each labelled by hand.

editing     a shipped template as somebody leaves it in Word or WPS, change by change
labels      what is wrong with a template, and in which paragraph
places      where words stand in a Word file, by which labels are held against their files
codes       which findings name which kind of fault
broken_*    templates with faults
sound       templates without
hostile_*   programs and files that are made to harm
running     how a hostile one fares
judging     what the checker says of them, held against the labels
"""

from tests.studio.corpus import (
    broken_blocks,
    broken_names,
    broken_paper,
    broken_signs,
    broken_tags,
    broken_values,
    broken_words,
    hostile_engine,
    hostile_files,
    sound,
)

BROKEN = (
    *broken_signs.BROKEN,
    *broken_tags.BROKEN,
    *broken_blocks.BROKEN,
    *broken_names.BROKEN,
    *broken_values.BROKEN,
    *broken_paper.BROKEN,
    *broken_words.BROKEN,
)
SOUND = sound.SOUND
HOSTILE = (*hostile_engine.HOSTILE, *hostile_files.HOSTILE)
