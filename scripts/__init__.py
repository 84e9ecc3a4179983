"""What `make` runs: plain Python, standard library alone, so that a fresh clone needs an interpreter only."""
