"""The dossier of a subsidy: promised, done, what people said of it, what became of the pilot, and the outcome.

It writes itself: `compose(grant, by=…)` gathers all of it, the desk shows it, and a PDF and a workbook carry it out.
What was done is exact, for the organisation's own use. What became of people afterwards is read from published figures
alone, and what they said from counters that know nobody.
"""
