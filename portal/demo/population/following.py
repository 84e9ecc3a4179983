"""What came after: who stood on a list and was elected, and the figures of each month."""

import datetime as dt

from django.utils import timezone

from elections.lists import search
from elections.models import BodyElection, Kind, ListEntry
from mentoring.progression.actions import claim_entry, look_up_results, tell_candidacy
from outcomes.actions import describe_yourself, publish_each
from outcomes.collecting import collect
from people.models import ConsentText, Letter, User
from people.privacy import purge_expired
from portal.demo.elections.voting import Vote, Voting
from portal.demo.people import ROLES, person
from portal.demo.population.crowd import Crowd, Invented
from programmes.models import Participation

STANDS = 0.3
"""Of who began before lists were handed in."""
MONTHS = 30
BEFORE_ALL = dt.timedelta(days=5 * 365)


def settle(now: dt.datetime) -> None:
    """Before anybody comes: the texts that people of three years ago said yes to were there by then."""
    ConsentText.objects.filter(version=1).update(valid_from=now - BEFORE_ALL)


def lay_outcomes(crowd: Crowd, now: dt.datetime) -> None:
    """People stand on lists, say so, find themselves on the official file, and the result comes in."""
    voting = Voting(crowd, timezone.localdate(now))
    standing = [(one, voting.stands(one, kind)) for one, kind in _candidates(crowd, voting)]
    demi = crowd.of_the_demo(person("participant"))
    voting.stands(demi, Kind.COUNCIL)  # she can find herself on it, and has not said so yet
    voting.import_lists()
    for someone, vote in standing:
        _tell_and_claim(someone, vote)
    voting.import_results(now)
    look_up_results(at=now)


def lay_figures(crowd: Crowd, now: dt.datetime) -> None:
    """What people say of themselves, a publication a month, and what may no longer be kept."""
    today = timezone.localdate(now)
    for someone in crowd.everyone:
        if someone.says_traits:
            describe_yourself(
                someone.user, gender=someone.gender, birth_year=today.year - someone.age, province=someone.province
            )
    collect(now)
    publish_each(_firsts_of_the_month(today), at=now)
    purge_expired(now)
    _leave_unsent(now)


def _candidates(crowd: Crowd, voting: Voting) -> list[tuple[Invented, Kind]]:
    """Some of those who began before the lists of the latest council election were handed in."""
    days = {Kind(vote.body.kind): vote.election.nomination_day for vote in voting.votes}
    if Kind.COUNCIL not in days:
        return []
    began = set(Participation.objects.filter(started_at__date__lt=days[Kind.COUNCIL]).values_list("user_id", flat=True))
    return [(one, Kind.COUNCIL) for one in crowd.everyone if one.user.pk in began and crowd.chosen(STANDS)]


def _tell_and_claim(someone: Invented, vote: Vote) -> None:
    handed_in = timezone.make_aware(dt.datetime.combine(vote.election.nomination_day, dt.time(20)))
    candidacy = tell_candidacy(vote.election, vote.body, by=someone.user, at=handed_in + dt.timedelta(days=3))
    number, place = vote.places[someone.user.pk]
    words = f"{someone.first_name} {someone.surname}"
    entry = _entry(vote, number, place)
    found = search(entry.candidate_list.body_election, words)
    if entry in found:
        claim_entry(candidacy, entry, words=words, by=someone.user, at=handed_in + dt.timedelta(days=15))


def _entry(vote: Vote, number: int, place: int) -> ListEntry:
    its_body = BodyElection.objects.get(identifier=vote.head.identifier)
    return ListEntry.objects.select_related("candidate_list__body_election").get(
        candidate_list__body_election=its_body, candidate_list__number=number, number=place
    )


def _firsts_of_the_month(today: dt.date) -> list[dt.date]:
    """The latest is the first of this month."""
    first, days = today.replace(day=1), []
    for _ in range(MONTHS):
        days.append(first)
        first = (first - dt.timedelta(days=1)).replace(day=1)
    return days


def _leave_unsent(now: dt.datetime) -> None:
    """What was written in the past was read in the past; the people of the demo keep the mail of the last days."""
    roles = User.objects.filter(email__in=[role.email for role in ROLES.values()])
    old = Letter.objects.waiting().exclude(recipient__in=roles)
    old.update(done_at=now, address=None)
