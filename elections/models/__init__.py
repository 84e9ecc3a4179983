from elections.models.body import Body, Kind
from elections.models.election import Election, SeparateVote

__all__ = ["Body", "Election", "Kind", "SeparateVote"]
