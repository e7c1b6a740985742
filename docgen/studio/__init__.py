"""The template studio: what a lawyer needs to change a letter in Word without breaking one.

    subject      the letter that a Word file is to make
    checking     Word file + subject → every fault and every remark, each with its place
    marking      Word file + findings → the same file with a comment at each, or repaired where that is certain
    comparing    two Word files → what changed, as a list and as a Word file with tracked changes
    composing    letter + clauses + letterhead → one Word file, which is then compiled as any other
    panel        the fields that a letter may print, with meaning, kind, example and tag
    trials       the accounts that a changed template is tried on

Pure functions over bytes: who may do what, and where versions are kept, is for `docgen.usecases.studio`.
"""
