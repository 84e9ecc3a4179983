"""Trainings that organisations book: ten days, one municipality each, by mail code and without an account.

Who holds a day, who waits, and what comes after it: actions. Locks go from the offer to the booking.
"""
