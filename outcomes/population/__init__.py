"""Invented people of the figures from a file, to try the monitor on many: never of production."""
