"""What the two of a pair, their organiser and the worker do about how it goes on, a module each."""
