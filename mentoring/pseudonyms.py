"""What one of two may know of the other before both have said yes.

A name of one's own choice, and a few facts: coarse enough to fit at least five people of the same role.

    coarse(Facts("Gelderland", ("raad",), ("wonen",)), others)   # Facts("", ("raad",), ("wonen",))
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mentoring.models import Match, MenteeProfile, Mentor, MentorProfile
from mentoring.models.profile import Profile
from mentoring.states import MentorState, Side
from programmes.models import Participation, Programme
from programmes.safety.belonging import quiet_name
from programmes.safety.hiding import is_hidden
from programmes.states import ParticipationState

FIT_AT_LEAST = 5


@dataclass(frozen=True)
class Facts:
    """Part of the country, kinds of office and topics, as the values of a profile; empty says nothing."""

    province: str = ""
    offices: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def fit(self, other: "Facts") -> bool:
        """Whether all that is told here is true of this one too."""
        return (
            (not self.province or self.province == other.province)
            and set(self.offices) <= set(other.offices)
            and set(self.topics) <= set(other.topics)
        )


def coarse(own: Facts, others: Iterable[Facts]) -> Facts:
    """As much of `own` as fits five, herself included: first the place goes, then the topics, then the office."""
    pool = [own, *others]
    return next(told for told in _coarser(own) if sum(map(told.fit, pool)) >= FIT_AT_LEAST or told == Facts())


def _coarser(own: Facts) -> Iterator[Facts]:
    yield own
    own = replace(own, province="")
    for count in range(len(own.topics), -1, -1):
        yield replace(own, topics=own.topics[:count])
    yield Facts()


def facts_of(profile: Profile) -> Facts:
    if isinstance(profile, MentorProfile):
        offices = tuple(profile.offices)
    else:
        office = profile.office if isinstance(profile, MenteeProfile) else ""
        offices = (office,) if office else ()
    return Facts(profile.province, offices, tuple(profile.topics))


@dataclass(frozen=True)
class Seen:
    """One of two, as the other may see her: what is told, of what she chose, and among whom, herself included.

    `reader` is the profile of who reads. `is_open`: nothing is kept back.
    """

    facts: Facts = Facts()
    own: Facts = Facts()
    pool: tuple[Profile, ...] = ()
    reader: Profile | None = None
    is_open: bool = False


def _seen_among(profile: Profile, others: Iterable[Profile], reader: Profile | None) -> Seen:
    pool, own = (profile, *(one for one in others if one.pk != profile.pk)), facts_of(profile)
    return Seen(coarse(own, map(facts_of, pool[1:])), own, pool, reader)


def seen_of_mentor(programme: int, profile: MentorProfile, reader: Profile | None = None) -> Seen:
    """Among the mentors of this programme. Of one who chose to be visible by name: all of it."""
    return seen_of_mentors(programme, [profile], reader)[profile.pk]


def seen_of_mentors(
    programme: int, profiles: Iterable[MentorProfile], reader: Profile | None = None
) -> dict[int, Seen]:
    """The same for several, by id of the profile: one query."""
    profiles = list(profiles)
    others = [] if all(one.by_name for one in profiles) else list(_mentors_of(programme))
    return {one.pk: seen_open(one) if one.by_name else _seen_among(one, others, reader) for one in profiles}


def seen_open(profile: Profile) -> Seen:
    return Seen(facts_of(profile), facts_of(profile), is_open=True)


def _mentors_of(programme: int) -> QuerySet[MentorProfile]:
    return MentorProfile.objects.filter(
        user__mentorships__programme=programme, user__mentorships__state=MentorState.ADMITTED
    )


def seen_of_mentee(edition: int, profile: MenteeProfile, reader: Profile | None = None) -> Seen:
    """Among those who take part in this edition."""
    others = MenteeProfile.objects.filter(
        user__participations__edition=edition,
        user__participations__state__in=[ParticipationState.ADMITTED, ParticipationState.STARTED],
    )
    return _seen_among(profile, others, reader)


def preview_of_mentor(profile: MentorProfile) -> Facts:
    """As the next proposal shows her. While she is nowhere admitted: all that could be told."""
    own = Mentor.objects.filter(user=profile.user_id).admitted().order_by("-admitted_at").first()
    return seen_of_mentor(own.programme_id, profile).facts if own else facts_of(profile)


def preview_of_mentee(profile: MenteeProfile) -> Facts:
    own = Participation.objects.under_way().filter(user=profile.user_id).order_by("-admitted_at").first()
    return seen_of_mentee(own.edition_id, profile).facts if own else facts_of(profile)


@dataclass(frozen=True)
class Told:
    name: str
    facts: Facts
    by_name: bool
    """Whether it is the name she is called by, instead of one that she made up."""


def told_to(side: Side, match: Match, *, signed_in: bool = True) -> Told:
    """What the person at this side reads of the other; who filled in nothing yet has no name but the role.

    Whoever came by a mail and did not sign in reads no real name, also of a mentor who shows hers; and nobody reads
    that of a mentor who hides.
    """
    return told_and_seen(side, match, signed_in=signed_in)[0]


def told_and_seen(side: Side, match: Match, *, signed_in: bool = True) -> tuple[Told, Seen]:
    """The same, with what reasons may name of the other."""
    mentee: MenteeProfile | None = getattr(match.participation.user, "mentee_profile", None)
    mentor: MentorProfile | None = getattr(match.mentor.user, "mentor_profile", None)
    if side == Side.MENTOR:
        seen = seen_of_mentee(match.participation.edition_id, mentee, mentor) if mentee else Seen()
        if mentee is None or not mentee.display_name:
            return Told(_("Een deelnemer"), Facts(), False), replace(seen, facts=Facts())
        return Told(mentee.display_name, seen.facts, False), seen
    if mentor is None:
        return Told(_("Een mentor"), Facts(), False), Seen()
    if not signed_in or (mentor.by_name and is_hidden(match.mentor.user)):
        mentor = copy(mentor)
        mentor.by_name = False
    seen = seen_of_mentor(match.mentor.programme_id, mentor, mentee)
    return told_as_mentor(match.mentor, mentor, seen.facts), seen


def told_as_mentor(mentor: Mentor, profile: MentorProfile, facts: Facts) -> Told:
    """As who is admitted reads of her: the name that she is called by, where she chose that."""
    by_name = profile.by_name and bool(mentor.user.name)
    name = mentor.user.name if by_name else profile.display_name or _("Een mentor")
    return Told(name, facts, by_name)


def called(programme: Programme) -> str:
    """A programme to a mentor: no name where it would tell something of the people who take part."""
    return quiet_name(programme) if programme.is_sensitive else programme.name
