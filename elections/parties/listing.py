"""Keeps which party stood under which number, beside the official lists: it stays when the candidates' names go."""

from collections.abc import Iterable

from elections.models import BodyElection, ListedParty, Party


def keep_listed(body_election: BodyElection, contests: Iterable[str]) -> None:
    """As the lists of these kieskringen stand now. A party that a corrected file no longer has is listed no longer.

    Nothing for an unknown body; once it is recognised, all its kieskringen are kept.
    """
    if body_election.body_id is None:
        return
    lists = body_election.lists.filter(contest__in={*contests})
    wanted = {(contest, number): name for contest, number, name in lists.values_list("contest", "number", "name")}
    parties = _parties(body_election.body_id, {name for name in wanted.values() if name})
    listed = {(one.contest, one.number): one for one in body_election.listed.filter(contest__in={*contests})}
    body_election.listed.filter(pk__in=[one.pk for place, one in listed.items() if place not in wanted]).delete()
    changed = []
    for place, name in wanted.items():
        known = listed.get(place)
        party = parties.get(name)
        if known and known.party_id != (party and party.pk):
            known.party = party
            changed.append(known)
    ListedParty.objects.bulk_update(changed, ["party"])
    ListedParty.objects.bulk_create(
        ListedParty(body_election=body_election, contest=contest, number=number, party=parties.get(name))
        for (contest, number), name in wanted.items()
        if (contest, number) not in listed
    )
    _drop_unlisted(body_election.body_id)


def _parties(body: int, names: set[str]) -> dict[str, Party]:
    """By name; those that are new are made."""
    Party.objects.bulk_create([Party(body_id=body, name=name) for name in sorted(names)], ignore_conflicts=True)
    return {party.name: party for party in Party.objects.filter(body=body, name__in=names)}


def _drop_unlisted(body: int) -> None:
    """A name that stood on no list after all; a card keeps it, until somebody has looked at that."""
    Party.objects.filter(body=body, listed=None, cards=None).delete()
