"""Questions before an answer, and the mentors that somebody could choose from."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Enquiry, Match, Suggestion
from mentoring.proposals import said_narrowly
from mentoring.pseudonyms import Seen, seen_of_mentor
from mentoring.states import Side
from mentoring.telling import narrowed
from people.models import User
from people.privacy import KeepUntil, PersonalData

HALF_A_YEAR = timedelta(days=182)


def _own(user: User) -> "QuerySet[Enquiry]":
    return Enquiry.objects.filter(
        Q(side=Side.MENTEE, match__participation__user=user) | Q(side=Side.MENTOR, match__mentor__user=user)
    )


def export(user: User) -> dict[str, Any]:
    """What she asked and read; of suggestions the reasons, as she saw them, and never the other's name."""
    return {
        "enquiries": [
            {"words": one.words, "asked_at": one.asked_at, "answer": one.answer, "answered_at": one.answered_at}
            for one in _own(user)
        ],
        "suggestions": [
            {"made_at": one.made_at, "reasons": _as_read(one)}
            for one in Suggestion.objects.filter(participation__user=user).select_related(
                "mentor__user__mentor_profile", "participation__user__mentee_profile"
            )
        ],
    }


def _as_read(suggestion: Suggestion) -> list[str]:
    """Of who is no pair with her, no more than the page shows."""
    mentor = getattr(suggestion.mentor.user, "mentor_profile", None)
    reader = getattr(suggestion.participation.user, "mentee_profile", None)
    seen = seen_of_mentor(suggestion.mentor.programme_id, mentor, reader) if mentor else Seen()
    return said_narrowly(Side.MENTEE, narrowed(suggestion.reasons, seen))


def erase(user: User) -> None:
    """Her matches go behind this, with the notes that stand on them."""
    _own(user).delete()
    Suggestion.objects.filter(Q(participation__user=user) | Q(mentor__user=user)).delete()


def _of_what_is_over(before: datetime) -> "QuerySet[Enquiry]":
    return Enquiry.objects.filter(match__ended_at__lt=before)


def _notes_of_a_no(before: datetime) -> "QuerySet[Match]":
    return Match.objects.filter(ended_at__lt=before, decline_note__isnull=False)


def _without_note(matches: "QuerySet[Match]") -> int:
    return matches.update(decline_note=None)


def _old_suggestions(before: datetime) -> "QuerySet[Suggestion]":
    return Suggestion.objects.filter(made_at__lt=before)


ASKING = PersonalData(
    title=_("Zelf een mentor kiezen, en vragen vooraf"),
    models=("mentoring.Enquiry", "mentoring.Suggestion"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("enquiry", HALF_A_YEAR, _("vragen over een voorstel, nadat het voorbij is"), _of_what_is_over),
        KeepUntil(
            "decline_note",
            HALF_A_YEAR,
            _("je toelichting bij een nee"),
            _notes_of_a_no,
            remove=_without_note,
        ),
        KeepUntil("suggestion", timedelta(days=14), _("mentoren die je kon kiezen"), _old_suggestions),
    ),
    words={
        "enquiries": _("Wat je vroeg over een voorstel"),
        "words": _("Je vraag"),
        "asked_at": _("Gevraagd"),
        "answer": _("Antwoord"),
        "answered_at": _("Beantwoord"),
        "suggestions": _("Mentoren die je kon kiezen"),
        "made_at": _("Gemaakt"),
        "reasons": _("Waarom het past"),
    },
)
