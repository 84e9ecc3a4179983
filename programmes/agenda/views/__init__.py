"""The agenda for everybody, and what is one's own at /mijn/agenda/."""
