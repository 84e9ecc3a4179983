"""Writes official files (EML_NL 110a, 230b, 520) from the same dataclasses that `elections.eml.read` gives. Pure.

    read(candidate_lists(head, lists)).lists == lists

Everybody in them is invented by the caller.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from elections.eml import Candidate, Elected, Head, PartyList

ROOT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<EML xmlns="urn:oasis:names:tc:evs:schema:eml"'
    ' xmlns:kr="http://www.kiesraad.nl/extensions" xmlns:xal="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0"'
    ' xmlns:xnl="urn:oasis:names:tc:ciq:xsdschema:xNL:2.0" Id={kind} SchemaVersion="5">'
    "<TransactionId>1</TransactionId>{authority}<IssueDate>{day}</IssueDate>"
    "<kr:CreationDateTime>{moment}</kr:CreationDateTime>{body}</EML>\n"
)


def definition(head: Head, *, seats: int = 19, parties: Sequence[str] = ()) -> bytes:
    """110a: which election, when, and which parties are registered."""
    registered = "".join(
        f"<kr:RegisteredParty><kr:RegisteredAppellation>{escape(name)}</kr:RegisteredAppellation></kr:RegisteredParty>"
        for name in parties
    )
    return _file(
        head,
        "110a",
        f"<ElectionEvent><EventIdentifier/><Election>{_identifier(head)}"
        '<Contest><ContestIdentifier Id="geen"/><VotingMethod>SPV</VotingMethod><MaxVotes/></Contest>'
        f"<kr:NumberOfSeats>{seats}</kr:NumberOfSeats><kr:RegisteredParties>{registered}</kr:RegisteredParties>"
        "</Election></ElectionEvent>",
    )


def candidate_lists(head: Head, lists: Iterable[PartyList]) -> bytes:
    """230b: the definitive lists, of one kieskring or several."""
    by_contest: dict[str, list[PartyList]] = {}
    for one in lists:
        by_contest.setdefault(one.contest, []).append(one)
    contests = "".join(
        f"<Contest><ContestIdentifier Id={quoteattr(contest)}/>{''.join(map(_affiliation, theirs))}</Contest>"
        for contest, theirs in by_contest.items()
    )
    return _file(head, "230b", f"<CandidateList><Election>{_identifier(head)}{contests}</Election></CandidateList>")


def result(head: Head, elected: Iterable[Elected], names: Mapping[int, str] | None = None) -> bytes:
    """520: who was elected. `names` are those of the lists, by number."""
    by_contest: dict[str, dict[int, list[Candidate]]] = {}
    for one in elected:
        by_contest.setdefault(one.contest, {}).setdefault(one.list_number, []).append(one.candidate)
    contests = "".join(
        f"<Contest><ContestIdentifier Id={quoteattr(contest)}/>"
        + "".join(_selections(number, (names or {}).get(number, ""), theirs) for number, theirs in per_list.items())
        + "</Contest>"
        for contest, per_list in by_contest.items()
    )
    ours = replace(head, nomination_day=None)
    return _file(ours, "520", f"<Result><Election>{_identifier(ours)}{contests}</Election></Result>")


def seated(lists: Iterable[PartyList], places: Mapping[int, Sequence[int]]) -> tuple[Elected, ...]:
    """Who sits on these places of these lists (by number), in the order in which the seats were given out."""
    by_number = {one.number: one for one in lists}
    return tuple(
        Elected(by_number[number].contest, number, replace(candidate, number=seat))
        for number, taken in places.items()
        for seat, place in enumerate(taken, 1)
        for candidate in by_number[number].candidates
        if candidate.number == place
    )


def _file(head: Head, kind: str, body: str) -> bytes:
    made = head.made_at or dt.datetime.combine(head.election_day, dt.time(12))
    authority = (
        f'<ManagingAuthority><AuthorityIdentifier Id="CSB">{escape(head.domain_name)}</AuthorityIdentifier>'
        "<AuthorityAddress/></ManagingAuthority>"
    )
    return ROOT.format(
        kind=quoteattr(kind), authority=authority, day=made.date(), moment=made.isoformat(), body=body
    ).encode()


def _identifier(head: Head) -> str:
    domain = f" Id={quoteattr(head.domain)}" if head.domain else ""
    nomination = f"<kr:NominationDate>{head.nomination_day}</kr:NominationDate>" if head.nomination_day else ""
    return (
        f"<ElectionIdentifier Id={quoteattr(head.identifier)}><ElectionName>{escape(head.name)}</ElectionName>"
        f"<ElectionCategory>{head.category}</ElectionCategory>"
        f"<kr:ElectionDomain{domain}>{escape(head.domain_name)}</kr:ElectionDomain>"
        f"<kr:ElectionDate>{head.election_day}</kr:ElectionDate>{nomination}</ElectionIdentifier>"
    )


def _affiliation(one: PartyList) -> str:
    return (
        f'<Affiliation><AffiliationIdentifier Id="{one.number}"><RegisteredName>{escape(one.name)}</RegisteredName>'
        "</AffiliationIdentifier><Type>op zichzelf staande lijst</Type>"
        f'<kr:ListData PublicationLanguage="nl" PublishGender="true"/>{"".join(map(_candidate, one.candidates))}'
        "</Affiliation>"
    )


def _selections(number: int, name: str, elected: Iterable[Candidate]) -> str:
    people = "".join(
        f"<Selection>{_candidate(one, empty_prefix=True)}<Ranking>2</Ranking><Elected>yes</Elected></Selection>"
        for one in elected
    )
    return (
        f'<Selection><AffiliationIdentifier Id="{number}"><RegisteredName>{escape(name)}</RegisteredName>'
        f"</AffiliationIdentifier><Elected>yes</Elected></Selection>{people}"
    )


def _candidate(one: Candidate, *, empty_prefix: bool = False) -> str:
    """As the Kiesraad writes them: an unknown prefix is left out of a list, and stands empty in a result."""
    initials = f'<xnl:NameLine NameType="Initials">{escape(one.initials)}</xnl:NameLine>' if one.initials else ""
    first = f"<xnl:FirstName>{escape(one.first_name)}</xnl:FirstName>" if one.first_name else ""
    prefix = f"<xnl:NamePrefix>{escape(one.prefix)}</xnl:NamePrefix>" if one.prefix or empty_prefix else ""
    gender = f"<Gender>{one.gender}</Gender>" if one.gender else ""
    return (
        f'<Candidate><CandidateIdentifier Id="{one.number}"/><CandidateFullName><xnl:PersonName>{initials}{first}'
        f"{prefix}<xnl:LastName>{escape(one.last_name)}</xnl:LastName></xnl:PersonName></CandidateFullName>{gender}"
        f"{_address(one)}</Candidate>"
    )


def _address(one: Candidate) -> str:
    if not one.locality:
        return ""
    town = f"<xal:Locality><xal:LocalityName>{escape(one.locality)}</xal:LocalityName></xal:Locality>"
    if one.country:
        country = f"<xal:CountryNameCode>{escape(one.country)}</xal:CountryNameCode>"
        town = f"<xal:Country>{country}{town}</xal:Country>"
    return f"<QualifyingAddress>{town}</QualifyingAddress>"
