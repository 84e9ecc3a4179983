"""Personal data × model: whatever hangs on an account is somebody's, and an app says what becomes of it.

`personal_models` finds such models from their own keys; this walk starts at the account and goes the other way,
so that a mistake in one of the two shows.
"""

from django.db import models

from people.models import User
from tests.architecture.sources import FLOORS
from tests.walkers.personal_models import covered_by


def hanging_on(model: type[models.Model]) -> set[type[models.Model]]:
    """Models with a row that goes, or that holds this one back, when a row of `model` goes."""
    found: set[type[models.Model]] = set()
    waiting = [model]
    while waiting:
        for relation in waiting.pop()._meta.related_objects:
            outcome = getattr(relation, "on_delete", None)
            next_model = relation.field.model
            if outcome not in (None, models.SET_NULL) and next_model not in found:
                found.add(next_model)
                waiting.append(next_model)
    return found


def test_every_model_that_hangs_on_an_account_is_looked_after() -> None:
    ours = {model._meta.label for model in hanging_on(User) if model._meta.app_label in FLOORS}
    assert {"people.Consent", "programmes.Application", "programmes.Answer"} <= ours
    assert {label for label in ours if covered_by(label) is None} == set()


def test_every_key_to_an_account_is_looked_after_even_one_that_becomes_empty() -> None:
    direct = {relation.field.model for relation in User._meta.related_objects}
    ours = {model._meta.label for model in direct if model._meta.app_label in FLOORS}
    assert {label for label in ours if covered_by(label) is None} == set()
