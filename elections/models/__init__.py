from elections.models.body import Body, Kind
from elections.models.election import Election, SeparateVote
from elections.models.introductions import IntroductionCount
from elections.models.lists import BodyElection, CandidateList, ElectedCandidate, ElectionFile, ListEntry
from elections.models.parties import ListedParty, Party, PartyCard

__all__ = [
    "Body",
    "BodyElection",
    "CandidateList",
    "ElectedCandidate",
    "Election",
    "ElectionFile",
    "IntroductionCount",
    "Kind",
    "ListEntry",
    "ListedParty",
    "Party",
    "PartyCard",
    "SeparateVote",
]
