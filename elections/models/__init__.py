from elections.models.body import Body, Kind
from elections.models.election import Election, SeparateVote
from elections.models.lists import BodyElection, CandidateList, ElectedCandidate, ElectionFile, ListEntry

__all__ = [
    "Body",
    "BodyElection",
    "CandidateList",
    "ElectedCandidate",
    "Election",
    "ElectionFile",
    "Kind",
    "ListEntry",
    "SeparateVote",
]
