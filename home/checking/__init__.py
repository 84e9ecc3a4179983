"""What could be better about a page, said to who writes it: its language, its links, its pictures and its dates.

`words.py` and `findings.py` are pure; `reading.py` takes a page apart; `panel.py` and `report.py` show what was found.
"""
