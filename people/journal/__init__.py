"""The journal as an organisation reads it: who of its people did what to which thing, and when; no word of anybody.

A floor says its verbs in words in a dict that settings.JOURNAL_WORDS names, and where a thing can be looked at in
settings.JOURNAL_DOORS.
"""
