"""The lists of a message in the place of those that were there. An entry that did not change keeps its row.

A corrected file can strike somebody, so that all below move up, or mend a name. Who it is, is seen by the name; only
where the name is new does the place count, and then the surname must still look alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F

from elections import eml
from elections.models import BodyElection, CandidateList, ListEntry
from elections.names.comparing import compare_surnames
from elections.names.normalising import fold, person

OUT_OF_THE_WAY = 1_000_000
FIELDS = ("number", "initials", "first_name", "prefix", "last_name", "locality", "country", "gender", "folded")


def replace_lists(body_election: BodyElection, lists: Sequence[eml.PartyList]) -> None:
    """Of the contests in this message only: other kieskringen have files of their own."""
    contests = {one.contest for one in lists}
    known = {(one.contest, one.number): one for one in body_election.lists.filter(contest__in=contests)}
    gone = [one.pk for key, one in known.items() if key not in {(new.contest, new.number) for new in lists}]
    body_election.lists.filter(pk__in=gone).delete()
    new = [
        CandidateList(body_election=body_election, contest=one.contest, number=one.number, name=one.name)
        for one in lists
        if (one.contest, one.number) not in known
    ]
    made = {(one.contest, one.number): one for one in CandidateList.objects.bulk_create(new)}
    fresh: list[ListEntry] = []
    there: dict[int, list[ListEntry]] = defaultdict(list)
    for entry in ListEntry.objects.filter(candidate_list__in=[one.pk for one in known.values()]):
        there[entry.candidate_list_id].append(entry)
    for one in lists:
        key = (one.contest, one.number)
        if key in made:
            fresh += [_entry(made[key], candidate) for candidate in one.candidates]
        else:
            fresh += _renew(known[key], one, there[known[key].pk])
    ListEntry.objects.bulk_create(fresh, batch_size=1000)


def _renew(known: CandidateList, said: eml.PartyList, there: list[ListEntry]) -> list[ListEntry]:
    """Changes what changed, drops who is gone, and gives back who is new."""
    if known.name != said.name:
        known.name = said.name
        known.save(update_fields=["name"])
    wanted = [_entry(known, candidate) for candidate in said.candidates]
    pairs = _same_people(there, wanted)
    kept = {old.pk for old, _new in pairs}
    ListEntry.objects.filter(pk__in=[old.pk for old in there if old.pk not in kept]).delete()
    changed = [(old, new) for old, new in pairs if any(getattr(old, name) != getattr(new, name) for name in FIELDS)]
    moved = [old.pk for old, new in changed if old.number != new.number]
    # Two who swap places would stand on one place for a moment.
    ListEntry.objects.filter(pk__in=moved).update(number=F("number") + OUT_OF_THE_WAY)
    for old, new in changed:
        known_as = old.reference_number
        for name in FIELDS:
            setattr(old, name, getattr(new, name))
        old.known_as = known_as if known_as != old.number else None
    ListEntry.objects.bulk_update([old for old, _new in changed], [*FIELDS, "known_as"], batch_size=500)
    matched = {id(new) for _old, new in pairs}
    fresh = [new for new in wanted if id(new) not in matched]
    _name_anew(known, there, fresh)
    return fresh


def _name_anew(known: CandidateList, there: list[ListEntry], fresh: list[ListEntry]) -> None:
    """Who is new is never known by a number that was somebody else's: her reference would lead to another person."""
    given = max([known.places_given, *(old.reference_number for old in there)])
    for new in sorted(fresh, key=lambda one: one.number):
        if new.number <= given:
            given += 1
            new.known_as = given
        else:
            given = new.number
    if given != known.places_given:
        known.places_given = given
        known.save(update_fields=["places_given"])


def _same_people(there: Iterable[ListEntry], wanted: list[ListEntry]) -> list[tuple[ListEntry, ListEntry]]:
    """Pairs of an old row and what it becomes; who stands alone on either side is gone, or new."""
    pairs: list[tuple[ListEntry, ListEntry]] = []
    old_left, new_left = list(there), wanted
    for same in (_same_place_and_name, _same_name, _mended_name):
        left: list[ListEntry] = []
        for new in new_left:
            found = [old for old in old_left if same(old, new)]
            if len(found) == 1:
                pairs.append((found[0], new))
                old_left.remove(found[0])
            else:
                left.append(new)
        new_left = left
    return pairs


def _same_place_and_name(old: ListEntry, new: ListEntry) -> bool:
    return old.number == new.number and old.folded == new.folded


def _same_name(old: ListEntry, new: ListEntry) -> bool:
    return old.folded == new.folded


def _mended_name(old: ListEntry, new: ListEntry) -> bool:
    if old.number != new.number:
        return False
    one = person(old.initials, old.first_name, old.prefix, old.last_name)
    other = person(new.initials, new.first_name, new.prefix, new.last_name)
    begins_alike = one.initials[:1] == other.initials[:1] or bool(one.first and one.first == other.first)
    return begins_alike and bool(compare_surnames(one, other))


def _entry(its_list: CandidateList, said: eml.Candidate) -> ListEntry:
    entry = ListEntry(
        candidate_list=its_list,
        number=said.number,
        initials=said.initials,
        first_name=said.first_name,
        prefix=said.prefix,
        last_name=said.last_name,
        locality=said.locality,
        country=said.country,
        gender=said.gender,
    )
    entry.folded = fold(entry.full_name)[:420]
    return entry
