"""What an organiser does with a dossier. The programme's row is locked first: it owns how many questions there are."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from outcomes import policies
from outcomes.choices import Moment
from outcomes.models import Grant, Promise, QuestionnaireQuestion
from people.models import User
from programmes.models import Programme

MOST_QUESTIONS = 5
"""At one moment: who is asked more, answers nothing."""


@transaction.atomic
def save_grant(grant: Grant, promises: Sequence[Promise], *, by: User, **values: Any) -> Grant:
    """A new subsidy, or one with other words; its promises are those given, and no others."""
    programme = _own(grant.programme, by)
    is_new = grant.pk is None
    if not is_new:
        grant = Grant.objects.select_for_update().get(pk=grant.pk)
    for name, value in values.items():
        setattr(grant, name, value)
    grant.save()
    grant.promises.all().delete()
    for promise in promises:
        promise.grant = grant
    Promise.objects.bulk_create(promises)
    record(grant, "add" if is_new else "change", by=by, scope=programme.lead_key, programme=programme.key)
    return grant


@transaction.atomic
def remove_grant(grant: Grant, *, by: User) -> None:
    programme = _own(grant.programme, by)
    record(grant, "remove", by=by, scope=programme.lead_key, programme=programme.key)
    grant.delete()


@transaction.atomic
def save_question(question: QuestionnaireQuestion, *, by: User, **values: Any) -> QuestionnaireQuestion:
    """A new question, or other words for one that nobody answered yet."""
    programme = _own(question.programme, by)
    is_new = question.pk is None
    if not is_new:
        question = QuestionnaireQuestion.objects.select_for_update().get(pk=question.pk)
        if question.is_answered():  # an answer may have come in since the form was checked
            values = {moment.field: values[moment.field] for moment in Moment}
    for name, value in values.items():
        setattr(question, name, value)
    for moment in question.moments():
        others = QuestionnaireQuestion.objects.filter(programme=programme).asked().at(moment).exclude(pk=question.pk)
        if others.count() >= MOST_QUESTIONS:
            raise Refused(_("Er zijn al vijf vragen %(moment)s. Haal er eerst een weg.") % {"moment": moment.label})
    question.save()
    record(question, "add" if is_new else "change", by=by, scope=programme.lead_key)
    return question


@transaction.atomic
def stop_question(question: QuestionnaireQuestion, *, by: User) -> bool:
    """Put it no more. True when it is gone altogether, since nobody answered it."""
    programme = _own(question.programme, by)
    question = QuestionnaireQuestion.objects.select_for_update().get(pk=question.pk)
    record(question, "remove", by=by, scope=programme.lead_key)
    if not question.is_answered():
        question.counts.all().delete()
        question.delete()
        return True
    question.retired = True
    question.save(update_fields=["retired"])
    return False


@transaction.atomic
def note_export(grant: Grant, *, by: User) -> None:
    """That a file with exact counts left the portal, and who took it along."""
    policies.require(policies.can_keep_dossier(by, grant.programme))
    record(grant, "export", by=by, scope=grant.programme.lead_key, programme=grant.programme.key)


def _own(programme: Programme, by: User) -> Programme:
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    policies.require(policies.can_keep_dossier(by, locked))
    return locked
