"""The fairness sheet of matching: counted once for a calendar year, published, shown, never changed.

counting    the only place that reads people, when a sheet is made
publishing  makes the sheet of a year, as part of a publication
shown       what a page says of it: published rows and nothing else
"""
