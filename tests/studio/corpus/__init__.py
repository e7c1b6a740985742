"""Templates with faults, sound ones and hostile ones, each labelled by hand.

editing     a shipped template as somebody leaves it in Word or WPS, change by change
labels      what is wrong with a template, and in which paragraph
broken_*    templates with faults
sound       templates without
hostile_*   programs and files that are made to harm
"""
