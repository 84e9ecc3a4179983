"""The group of an edition at the desk: of the organisers of its programme alone."""
