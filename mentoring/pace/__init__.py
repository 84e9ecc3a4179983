"""What keeps a pair meeting: what they agree, whether they spoke, and what they tell the organiser of it.

In `actions`: `agreeing` and `goals` for their plan, `going_on` for a pause and for speaking elsewhere, `nudging` for
"hebben jullie elkaar gesproken?", `check_ins` for the set moments, `wishes` for another mentor. Beside them `days`
for their health at the desk, and `waiting` for what stands on /mijn/.
"""
