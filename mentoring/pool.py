"""From the database to matching and back: the only place that knows both.

What goes in is what people filled in for it: topics, help, office, province, languages, moments and ways to meet.
The ids are keys as text. Nothing else of a person can get past the two functions `_mentee` and `_mentor`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from mentoring import matching
from mentoring.choices import Way
from mentoring.matching import Score, Weights, explain_pair
from mentoring.models import Match, MenteeProfile, Mentor, MentorProfile, MentorWish, Round
from mentoring.models.mentor import MentorQuerySet
from mentoring.reasons import kept
from mentoring.states import GOING_ON
from people.models import User
from programmes.models import Block, Edition, Participation, Programme
from programmes.safety.hiding import hidden

Ids = tuple[str, str]  # a participation's key and a mentor's


@dataclass(frozen=True)
class Pool:
    """Who looks for a mentor and who has room, by key; `forbidden` are pairs that are not to be proposed."""

    participations: dict[str, Participation] = field(default_factory=dict)
    mentors: dict[str, Mentor] = field(default_factory=dict)
    forbidden: frozenset[Ids] = frozenset()

    @property
    def asking(self) -> list[matching.Mentee]:
        return [_mentee(key, asked_by(one)) for key, one in self.participations.items()]

    @property
    def offering(self) -> list[matching.Mentor]:
        return [_mentor(key, offered_by(one), room_of(one)) for key, one in self.mentors.items()]

    def propose(
        self, weights: Weights, *, pinned: Iterable[Ids] = (), salt: str = "", raise_worst_off: bool = False
    ) -> matching.Proposals:
        """The best set of pairs; pins win over what is forbidden. `salt` decides where several are equally good."""
        pins = list(pinned)
        return matching.propose(
            self.asking,
            self.offering,
            weights,
            pinned=pins,
            forbidden=self.forbidden - set(pins),
            salt=salt,
            raise_worst_off=raise_worst_off,
        )


def pool_of(edition: Edition, *, by: User | None, round: Round | None = None, on: date | None = None) -> Pool:
    """Of whom `by` may bring together; None is the portal itself. A few queries, however many people there are."""
    found = with_profile(seekers_with_profile(edition, by=by))
    asking = {str(one.key): one for one in found if asked_by(one).is_complete}
    offering = {str(one.key): one for one in mentors_with_room(edition.programme, by=by, on=on)}
    return Pool(asking, offering, forbidden_of(asking, offering, round))


def seekers_with_profile(edition: Edition, *, by: User | None) -> QuerySet[Participation]:
    """Who could be proposed to somebody now; whether the profile is complete is not looked at."""
    return seekers(edition, by=by).filter(user__mentee_profile__isnull=False).exclude(user__in=hidden())


def seekers(edition: Edition, *, by: User | None) -> QuerySet[Participation]:
    """Under way, with nothing going on with a mentor; who asked for another one in front.

    The same as policies.can_propose, for many at a time.
    """
    again = Exists(MentorWish.objects.open().filter(match__participation=OuterRef("pk")))
    own = without_mentor(by=by).filter(edition=edition)
    return own.annotate(asks_again=again).order_by("-asks_again", "admitted_at", "pk")


def without_mentor(*, by: User | None) -> QuerySet[Participation]:
    """What "zonder mentor" means, wherever it is counted or listed: those of `seekers`, of all editions."""
    leaving = MentorWish.objects.keeping().values("match")
    busy = Match.objects.going_on().exclude(pk__in=leaving).values("participation")
    seen = Participation.objects.at_the_desk_of(by).exclude(user=by) if by else Participation.objects.all()
    found = seen.filter(user__is_active=True).under_way().with_consent_asked().filter(consent_is_asked=False)
    return found.exclude(pk__in=busy)


def with_profile(participations: QuerySet[Participation]) -> QuerySet[Participation]:
    return participations.filter(user__mentee_profile__isnull=False).select_related("user__mentee_profile")


def with_places(mentors: QuerySet[Mentor]) -> QuerySet[Mentor]:
    """Fetches `capacity` and `room` along: free places over all programmes; what was proposed holds one too."""
    going_on = (
        Match.objects.filter(mentor__user=OuterRef("user"), state__in=GOING_ON)
        .order_by()
        .values("mentor__user")
        .annotate(number=Count("pk"))
        .values("number")
    )
    taken = Coalesce(Subquery(going_on, output_field=IntegerField()), 0)
    capacity = F("user__mentor_profile__capacity")
    return mentors.annotate(busy=taken, capacity=capacity, room=Coalesce(capacity, 0) - F("busy"))


def mentors_with_room(programme: Programme, *, by: User | None, on: date | None = None) -> list[Mentor]:
    """Admitted, not paused, not hidden, with a complete profile and a free place."""
    return [mentor for mentor in guides_with_room(programme, by=by, on=on) if offered_by(mentor).is_complete]


def guides_with_room(programme: Programme, *, by: User | None, on: date | None = None) -> QuerySet[Mentor]:
    """As `mentors_with_room`, whether the profile is complete or not."""
    seen = Mentor.objects.at_the_desk_of(by) if by else Mentor.objects.all()
    return with_room(seen.filter(programme=programme), on).order_by("pk")


def with_room(mentors: MentorQuerySet, on: date | None = None) -> QuerySet[Mentor]:
    """Of these who could be proposed now, with `room` and the profile; whether that is complete is not looked at."""
    on = on or timezone.localdate()
    awake = Q(user__mentor_profile__paused_until=None) | Q(user__mentor_profile__paused_until__lt=on)
    own = mentors.admitted().filter(awake, user__is_active=True).exclude(user__in=hidden())
    return with_places(own).filter(room__gt=0).select_related("user__mentor_profile")


def new_to(participation: Participation, mentors: MentorQuerySet) -> MentorQuerySet:
    """Of these who is somebody else, was never proposed to her, and of whom neither blocked the other."""
    person = participation.user_id
    before = Match.objects.brought_together().filter(participation__user=person).order_by().values("mentor__user")
    blocks = Block.objects.order_by()
    others = mentors.exclude(user=person).exclude(user__in=before)
    others = others.exclude(user__in=blocks.filter(blocker=person).values("blocked"))
    return others.exclude(user__in=blocks.filter(blocked=person).values("blocker"))


def asked_by(participation: Participation) -> MenteeProfile:
    """Fetched along with the person; who has none is not in a pool."""
    person: Any = participation.user  # types know a key one way only
    profile: MenteeProfile = person.mentee_profile
    return profile


def offered_by(mentor: Mentor) -> MentorProfile:
    person: Any = mentor.user
    profile: MentorProfile = person.mentor_profile
    return profile


def room_of(mentor: Mentor) -> int:
    """Free places, as `with_places` counted them."""
    room: int = mentor.room  # type: ignore[attr-defined]
    return room


def explain(participation: Participation, mentor: Mentor, weights: Weights) -> Score:
    """Why these two, also where a limit says no: for who pairs by hand. Both need a profile."""
    mentee = _mentee(str(participation.key), asked_by(participation))
    return explain_pair(mentee, _mentor(str(mentor.key), offered_by(mentor), 1), weights)


def reasons_of(score: Score) -> list[dict[str, Any]]:
    """As a match keeps them."""
    return kept(score.reasons)


def _mentee(key: str, profile: MenteeProfile) -> matching.Mentee:
    return matching.Mentee(
        id=key,
        topics=frozenset(profile.topics),
        help=frozenset(profile.help),
        office=profile.office,
        province=profile.province,
        languages=frozenset(profile.languages),
        slots=frozenset(profile.slots),
        ways=_ways(profile.ways),
    )


def _mentor(key: str, profile: MentorProfile, places: int) -> matching.Mentor:
    return matching.Mentor(
        id=key,
        topics=frozenset(profile.topics),
        help=frozenset(profile.help),
        offices=frozenset(profile.offices),
        province=profile.province,
        languages=frozenset(profile.languages),
        slots=frozenset(profile.slots),
        ways=_ways(profile.ways),
        places=max(0, places),
    )


def _ways(chosen: Iterable[str]) -> frozenset[str]:
    """Who asks for a place without stairs meets in person: also with somebody who did not think of stairs."""
    ways = frozenset(chosen)
    return ways | {Way.LIVE.value} if Way.STEP_FREE in ways else ways


def forbidden_of(asking: dict[str, Participation], offering: dict[str, Mentor], round: Round | None) -> frozenset[Ids]:
    """Oneself, who had each other before or has now, and what was taken out of this round."""
    mentees, mentors = _by_person(asking), _by_person(offering)
    before = _had_before(mentees, mentors) | {(person, person) for person in mentees.keys() & mentors.keys()}
    before |= _blocked(mentees, mentors)
    apart = {(mentees[mentee], mentors[mentor]) for mentee, mentor in before}
    return frozenset(apart | taken_out_of(round))


def _by_person(rows: Mapping[str, Participation | Mentor]) -> dict[int, str]:
    """Within one edition and one programme a person stands once on either side."""
    return {one.user_id: key for key, one in rows.items()}


def _had_before(mentees: Iterable[int], mentors: Iterable[int]) -> set[tuple[int, int]]:
    """(mentee, mentor) as people, over all programmes."""
    past = Match.objects.brought_together().filter(
        participation__user__in=list(mentees), mentor__user__in=list(mentors)
    )
    return set(past.order_by().values_list("participation__user", "mentor__user"))


def _blocked(mentees: Mapping[int, str], mentors: Mapping[int, str]) -> set[tuple[int, int]]:
    """(mentee, mentor) of whom one blocked the other. Few people ever do: all of them are read."""
    pairs = set(Block.objects.order_by().values_list("blocker", "blocked"))
    either = pairs | {(other, one) for one, other in pairs}
    return {(one, other) for one, other in either if one in mentees and other in mentors}


def taken_out_of(round: Round | None) -> set[Ids]:
    """Pairs that an organiser took out of this round before anybody heard of them."""
    if round is None:
        return set()
    out = Match.objects.taken_out().filter(round=round).order_by()
    return {(str(mentee), str(mentor)) for mentee, mentor in out.values_list("participation__key", "mentor__key")}
