"""What people need to take part, and what is arranged for it: said once, seen by few, gone soon after.

Needs hang on a person and rest on her consent. Arrangements hang on an activity and on nobody: that is all that the
partner who carries the edition out gets to see, but for the names of who ticked that it may know hers.
"""
