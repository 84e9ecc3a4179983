"""What reviewing and the conversation before an answer hold about a person."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Conversation, EditionReviewer, Review


def export(user: User) -> dict[str, Any]:
    """Also of a review that is not sent yet: it is about her. Who wrote it is said as a role."""
    about = Review.objects.standing().filter(application__user=user).prefetch_related("judgements")
    talks = Conversation.objects.of(user).select_related("application__edition")
    return {
        "reviews": [_review(review) for review in about.select_related("application__edition__programme")],
        "conversations": [
            {
                "edition": talk.edition.name,
                "state": talk.get_state_display(),
                "starts_at": talk.starts_at,
                "form": talk.get_form_display(),
                "where": talk.where,
                "note": talk.note,
                "planned_at": talk.planned_at,
            }
            for talk in talks
        ],
        "reviewer_of": [
            {"programme": link.edition.programme.name, "edition": link.edition.name, "since": link.added_at}
            for link in EditionReviewer.objects.filter(user=user).select_related("edition__programme")
        ],
        "reviews_given": [
            {
                "edition": review.edition.name,
                "state": review.get_state_display(),
                "assigned_at": review.assigned_at,
                "submitted_at": review.submitted_at,
            }
            for review in Review.objects.filter(reviewer=user).select_related("application__edition")
        ],
    }


def _review(review: Review) -> dict[str, Any]:
    return {
        "edition": review.edition.name,
        "role": _("een beoordelaar"),
        "state": review.get_state_display(),
        "submitted_at": review.submitted_at,
        "judgements": [
            {"criterion": one.title, "verdict": one.get_verdict_display(), "sentence": one.sentence}
            for one in review.judgements.all()
        ],
    }


def erase(user: User) -> None:
    """What she wrote of others and sent is theirs and stays, without her; what she had not sent goes."""
    Review.objects.filter(application__user=user).delete()
    Conversation.objects.filter(application__user=user).delete()
    given = Review.objects.filter(reviewer=user)
    given.exclude(pk__in=given.submitted()).delete()
    given.update(reviewer=None)
    EditionReviewer.objects.filter(user=user).delete()


def _of_ended_editions(before: datetime) -> "QuerySet[EditionReviewer]":
    return EditionReviewer.objects.filter(edition__ends_on__lt=timezone.localdate(before))


REVIEWING = PersonalData(
    title=_("Lezen van aanmeldingen"),
    models=(
        "programmes.Review",
        "programmes.CriterionJudgement",
        "programmes.EditionReviewer",
        "programmes.Conversation",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "reviewer_of_ended_edition",
            timedelta(days=182),
            _("dat je beoordelaar was van een editie die is afgelopen"),
            _of_ended_editions,
        ),
    ),
    words={
        "reviews": _("Wat beoordelaars over je aanmelding schreven"),
        "conversations": _("Gesprekken voor een antwoord"),
        "reviewer_of": _("Beoordelaar van"),
        "reviews_given": _("Aanmeldingen die je las"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "role": _("Door"),
        "state": _("Stand"),
        "since": _("Sinds"),
        "assigned_at": _("Gekregen"),
        "submitted_at": _("Verstuurd"),
        "judgements": _("Oordelen"),
        "criterion": _("Criterium"),
        "verdict": _("Oordeel"),
        "sentence": _("In een zin"),
        "starts_at": _("Wanneer"),
        "form": _("Hoe"),
        "where": _("Waar"),
        "note": _("Wat besproken is"),
        "planned_at": _("Gepland op"),
    },
)
