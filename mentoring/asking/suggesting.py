"""Three to six mentors whom a participant may ask: who fits her best by the rules of matching, and has room.

Laid down by a press, and the same for a week; who has no room any more falls out. Fewer than three left? Then
the next press fills them up.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring.asking import policies
from mentoring.matching import Score, load_weights
from mentoring.matching.pairs import fair_order
from mentoring.models import MenteeProfile, Mentor, Suggestion
from mentoring.pool import explain, new_to, offered_by, reasons_of, with_room
from mentoring.pseudonyms import Told, seen_of_mentors, told_as_mentor
from mentoring.telling import Narrowed, narrowed
from people.models import User
from programmes.models import Participation
from programmes.safety.hiding import is_hidden
from programmes.safety.threat import is_threatened

FEWEST, MOST = 3, 6
STAYS = timedelta(days=7)


@dataclass(frozen=True)
class Choice:
    """A mentor who can be asked now, as the participant reads of her."""

    suggestion: Suggestion
    told: Told
    reasons: Narrowed


@transaction.atomic
def find_mentors(participation: Participation, *, by: User, at: datetime | None = None) -> list[Suggestion]:
    """Lay the best ones down, for a week. While that week lasts, a press changes nothing but to fill up."""
    at = at or timezone.now()
    held = Participation.objects.select_for_update(of=("self",)).select_related("edition__programme", "user")
    participation = held.get(pk=participation.pk)
    policies.require(policies.can_choose(by, participation))
    if reason := why_not_now(participation):
        raise Refused(reason)
    kept = [one.suggestion for one in choices_of(participation, at)]
    if len(kept) < FEWEST:
        participation.suggested_mentors.exclude(pk__in=[one.pk for one in kept]).delete()
        kept += _laid(participation, but=[one.mentor_id for one in kept], most=MOST - len(kept), at=at)
    return kept


def why_not_now(participation: Participation) -> str:
    """What stands in the way of choosing a mentor, in words for the participant, or ""."""
    if participation.awaits_consent:
        return _("Geef eerst toestemming bij je aanmelding. Dan kun je een mentor kiezen.")
    if is_threatened(participation.edition.programme):
        return _("Kiezen kan hier nu even niet, voor de veiligheid van iedereen. De organisatie zoekt voor je.")
    if is_hidden(participation.user):
        return _("Je bent nu verborgen. Zet dat eerst uit, dan kun je een mentor kiezen.")
    profile = MenteeProfile.objects.filter(user=participation.user_id).first()
    if profile is None or not profile.is_complete:
        return _("Maak eerst je profiel af. Dan weten wij welke mentoren bij je passen.")
    return ""


def choices_of(participation: Participation, at: datetime | None = None) -> list[Choice]:
    """Of what was laid down this week: who can still be asked, the best first."""
    at = at or timezone.now()
    own = participation.suggested_mentors.filter(made_at__gt=at - STAYS)
    suggestions = {one.mentor_id: one for one in own.order_by("-score", "pk")}
    if not suggestions:
        return []
    mentors = {one.pk: one for one in _askable(participation, at).filter(pk__in=suggestions) if _is_complete(one)}
    profiles = [offered_by(one) for one in mentors.values()]
    reader = MenteeProfile.objects.filter(user=participation.user_id).first() if profiles else None
    seen = seen_of_mentors(participation.edition.programme_id, profiles, reader) if profiles else {}
    found = []
    for pk, suggestion in suggestions.items():
        if mentor := mentors.get(pk):
            suggestion.mentor, suggestion.participation = mentor, participation
            profile = offered_by(mentor)
            told = told_as_mentor(mentor, profile, seen[profile.pk].facts)
            found.append(Choice(suggestion, told, narrowed(suggestion.reasons, seen[profile.pk])))
    return found


def fits_now(participation: Participation, mentor: Mentor, at: datetime) -> Score | None:
    """Asked again at the press: whether she has room and no limit says no."""
    found = _askable(participation, at).filter(pk=mentor.pk).first()
    if found is None or not _is_complete(found):
        return None
    score = explain(participation, found, load_weights())
    return None if score.barred else score


def _laid(participation: Participation, *, but: Collection[int], most: int, at: datetime) -> list[Suggestion]:
    weights = load_weights()
    scored = [
        (explain(participation, mentor, weights), mentor)
        for mentor in _askable(participation, at).exclude(pk__in=but)
        if _is_complete(mentor)
    ]
    luck = fair_order([str(mentor.key) for _score, mentor in scored], str(participation.key))
    place = {key: number for number, key in enumerate(luck)}
    fitting = [(score, mentor) for score, mentor in scored if not score.barred]
    fitting.sort(key=lambda one: (-one[0].total, place[str(one[1].key)]))
    return Suggestion.objects.bulk_create(
        Suggestion(participation=participation, mentor=mentor, score=score.total, reasons=reasons_of(score), made_at=at)
        for score, mentor in fitting[:most]
    )


def _askable(participation: Participation, at: datetime) -> QuerySet[Mentor]:
    """Who has room, is somebody else, and is new to her: nobody of a block, or whom she was proposed to before."""
    new = new_to(participation, Mentor.objects.filter(programme=participation.edition.programme_id))
    return with_room(new, timezone.localdate(at)).select_related("user", "user__mentor_profile")


def _is_complete(mentor: Mentor) -> bool:
    return offered_by(mentor).is_complete
