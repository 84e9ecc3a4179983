"""A list of an edition's people as a file: columns of a fixed list, noted with each of them, and who made it inside."""
