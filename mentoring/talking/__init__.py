"""What the two of a pair say to each other: messages, and how to reach each other outside the portal. Theirs alone."""
