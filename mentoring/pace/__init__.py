"""What keeps a pair meeting: what they agree, whether they spoke, and what they tell the organiser of it.

`agreeing` and `goals` for their plan, `outside` and `pausing` for how they go on, `nudging` for "hebben jullie elkaar
gesproken?", `check_ins` for the set moments, `wishes` for another mentor, `days` for their health at the desk.
"""
