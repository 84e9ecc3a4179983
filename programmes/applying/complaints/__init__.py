"""A complaint about how an application went: in words, answered in words within six weeks."""
