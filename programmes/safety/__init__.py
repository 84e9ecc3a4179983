"""Safe with each other: hiding, blocking, reporting, and a programme under threat. For courses as for mentoring."""
