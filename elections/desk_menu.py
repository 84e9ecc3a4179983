"""The administrator's screens about elections stand together under one item of the menu."""

ELECTIONS = "register_elections_item"
"""The hook by which a screen hangs its item under "Verkiezingen"."""
