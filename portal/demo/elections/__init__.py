"""Two elections of the demo, read from official files that it makes itself: parties and people in them are invented."""
