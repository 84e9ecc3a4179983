"""Mail of an organiser to a group of one edition: written, read back, sent once, and what came of it."""
