"""Names of places and of people: pure rules."""
