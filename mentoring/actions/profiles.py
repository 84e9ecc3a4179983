"""Filling in a profile, a step at a time: what is there is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from lifecycle.journal import record
from mentoring import policies
from mentoring.models import Concern, MenteeProfile, MentorProfile
from mentoring.models.profile import Profile
from people.models import User

P = TypeVar("P", bound=Profile)

MENTEE_FIELDS = frozenset(
    {"display_name", "topics", "province", "languages", "slots", "ways", "help", "office", "concern"}
)
MENTOR_FIELDS = frozenset(
    {
        *("display_name", "topics", "province", "languages", "slots", "ways", "help", "offices"),
        *("capacity", "by_name", "concern"),
    }
)


@transaction.atomic
def save_mentee_profile(answers: Mapping[str, Any], *, by: User, at: datetime | None = None) -> MenteeProfile:
    """Some of its fields; the others stay as they are. ValueError for what is no answer of a profile."""
    policies.require(policies.can_keep_mentee_profile(by))
    return _saved(MenteeProfile, MENTEE_FIELDS, answers, by, at)


@transaction.atomic
def save_mentor_profile(answers: Mapping[str, Any], *, by: User, at: datetime | None = None) -> MentorProfile:
    """The same for a mentor. Fewer places than she helps now ends no pair: she gets nobody new."""
    policies.require(policies.can_keep_mentor_profile(by))
    return _saved(MentorProfile, MENTOR_FIELDS, answers, by, at)


def _saved(model: type[P], known: frozenset[str], answers: Mapping[str, Any], by: User, at: datetime | None) -> P:
    if unknown := set(answers) - known:
        raise ValueError(f"no answers of a profile: {sorted(unknown)}")
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two windows make one profile
    profile = model._default_manager.select_for_update().filter(user=by).first() or model(user=by)
    at = at or timezone.now()
    for name, value in answers.items():
        if name != "concern":
            setattr(profile, name, value)
    profile.saved_at = at
    profile.save()
    if "concern" in answers:
        _mind(profile, answers["concern"], by, at)
    record(profile, "save", by=by, at=at)
    return profile


def _mind(profile: Profile, words: str, by: User, at: datetime) -> None:
    """In her words, for the organiser alone; empty takes them back."""
    own = Concern.objects.filter(user=by, side=profile.side)
    if not words:
        own.delete()
    elif words != profile.concern:
        own.update_or_create(user=by, side=profile.side, defaults={"words": words, "said_at": at})
    profile.__dict__.pop("concern", None)
