"""Answers that take more than yes or no, and a participant who asks a mentor herself.

`links`: answer from a mail, without signing in. `enquiring`: ask the organiser first. `suggesting`: three to six
mentors who fit, for a week. `requesting`: ask one of them, take that back, and the organiser who stops it.
"""
