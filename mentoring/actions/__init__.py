"""The only places where the state of a mentor, a round, a match, a meeting or a candidacy changes."""
