"""The time from a place to a certificate: meetings of the group, what somebody did, notes, names, and an end."""
