"""From "ik sta op de lijst" to the official result: a candidacy of a person, told and claimed by herself alone."""
