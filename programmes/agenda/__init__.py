"""Events: what is coming, who comes, and what they hear when it changes."""
