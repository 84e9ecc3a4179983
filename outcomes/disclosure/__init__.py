"""The only way by which a figure leaves the house. Plain Python: no database, no request, no user."""
