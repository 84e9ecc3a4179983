"""Names of places and, later, of people: pure rules."""
