"""Which models are about a person, found from their own keys, and which rule of an app looks after each."""

from typing import Any

from django.apps import apps
from django.db import models

from people.models import User
from people.privacy import PersonalData, rules


def covered_by(label: str) -> PersonalData | None:
    """The rule that covers a model, by its label ("people.Consent")."""
    return next((rule for rule in rules() if label in rule.models), None)


def pointers(model: type[models.Model]) -> list["models.ForeignKey[Any, Any]"]:
    """The model's own keys to another model, without those that it inherits from a parent table."""
    return [found for found in model._meta.local_fields if isinstance(found, models.ForeignKey)]


def personal_models() -> set[type[models.Model]]:
    """Every model that points at a person, or belongs to something that does.

    "Belongs to": a key that does not simply become empty when its target goes.
    """
    every = apps.get_models(include_auto_created=True)
    points = {model for model in every if any(key.related_model is User for key in pointers(model))}
    theirs = {User} | {model for model in points if _belongs(model, {User})}
    while more := {model for model in every if model not in theirs and _belongs(model, theirs)}:
        theirs |= more
    return points | theirs


def _belongs(model: type[models.Model], to: set[type[models.Model]]) -> bool:
    return any(key.related_model in to and key.remote_field.on_delete is not models.SET_NULL for key in pointers(model))


def uncovered_models() -> list[str]:
    """Models about a person that no rule names."""
    named = {label for rule in rules() for label in rule.models}
    return sorted(model._meta.label for model in personal_models() if model._meta.label not in named)


def unknown_models() -> list[str]:
    """Labels in the rules that name no model (any more)."""
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    return sorted({label for rule in rules() for label in rule.models} - known)
