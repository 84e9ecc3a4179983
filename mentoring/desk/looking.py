"""Names at the desk, and that they were seen: every screen that shows a person goes through here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from mentoring.models import Match, Mentor
from people.models import Organisation, User
from people.roles import is_organiser
from people.seen import Role, What, note_view
from programmes.desk.views import DeskList
from programmes.models import Carrier, Participation

PAGE = 25


class OrganisersList(DeskList):
    """For organisers alone: operation needs nobody's mentor."""

    may_enter = staticmethod(is_organiser)
    paginate_by = PAGE
    is_searchable = False


def name_of(participation: Participation) -> str:
    """Nobody, until this person agrees to what the edition reveals by now."""
    return _("Wacht op toestemming") if participation.awaits_consent else str(participation.user)


def own_matches(user: User) -> QuerySet[Match]:
    """Those at the desk, with all that a row shows."""
    with_names = Participation.objects.with_consent_asked().select_related("user", "edition__programme")
    own = Match.objects.at_the_desk_of(user).select_related("mentor__user", "round")
    return own.prefetch_related(Prefetch("participation", with_names))


def note_participants(participations: Iterable[Participation], by: User) -> None:
    _note(
        [(one.user, one.edition.programme_id, one.admitted_at) for one in participations if not one.awaits_consent],
        What.PARTICIPATION,
        by,
    )


def note_mentors(mentors: Iterable[Mentor], by: User) -> None:
    _note([(one.user, one.programme_id, one.asked_at) for one in mentors], What.PROFILE, by)


def note_matches(matches: Iterable[Match], by: User) -> None:
    """Both of each."""
    matches = list(matches)
    note_participants([match.participation for match in matches], by)
    note_mentors([match.mentor for match in matches], by)


def organisation_for(mentor: Mentor, by: User) -> Organisation | None:
    """On whose behalf this organiser looks at her."""
    return _carrier([(mentor.programme_id, mentor.asked_at)], by).get((mentor.programme_id, mentor.asked_at))


def _note(seen: list[tuple[User, int, datetime]], what: What, by: User) -> None:
    """Names on a list are seen too: noted per organisation, in one statement each."""
    organisations = _carrier([(programme, since) for _user, programme, since in seen], by)
    people: dict[Organisation, set[User]] = defaultdict(set)
    for user, programme, since in seen:
        if organisation := organisations.get((programme, since)):
            people[organisation].add(user)
    for organisation, persons in people.items():
        note_view(persons, by=by, role=Role.ORGANISER, what=what, organisation=organisation)


def _carrier(rows: list[tuple[int, datetime]], by: User) -> dict[tuple[int, datetime], Organisation]:
    """The first organisation of this organiser that carried the programme at that moment."""
    if not rows:
        return {}
    own = Carrier.objects.organised_by(by).filter(programme__in={programme for programme, _since in rows})
    carriers = list(own.select_related("organisation"))
    return {
        (programme, since): carrier.organisation
        for programme, since in rows
        for carrier in reversed(carriers)  # the first one stays
        if carrier.programme_id == programme and carrier.since <= since
    }
