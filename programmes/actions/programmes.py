from django.db import transaction

from home.page_cache import purge
from lifecycle.journal import record
from people.models import User
from programmes import policies
from programmes.choices import Reveals
from programmes.models import Programme, Question


@transaction.atomic
def choose_reveals(programme: Programme, wanted: Reveals, *, by: User) -> Programme:
    """Say what taking part reveals: a stricter value holds at once, another waits for an administrator."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    policies.require(policies.can_manage_programme(by, programme))
    was = Reveals(programme.reveals)
    if wanted == was:
        programme.reveals_asked = ""
    elif wanted.weight > was.weight or policies.can_allow_reveals(by, programme):
        programme.reveals, programme.reveals_asked = wanted, ""
    else:
        programme.reveals_asked = wanted
    return _save_reveals(programme, "choose_reveals", was, by)


@transaction.atomic
def allow_reveals(programme: Programme, *, by: User) -> Programme:
    """The administrator agrees with the looser value that waits."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    policies.require(policies.can_allow_reveals(by, programme))
    was = Reveals(programme.reveals)
    if programme.reveals_asked:
        programme.reveals, programme.reveals_asked = programme.reveals_asked, ""
    return _save_reveals(programme, "allow_reveals", was, by)


def _save_reveals(programme: Programme, verb: str, was: Reveals, by: User) -> Programme:
    programme.save(update_fields=["reveals", "reveals_asked"])
    lead = programme.lead()
    record(programme, verb, by=by, was=was, now=programme.reveals, scope=lead.key if lead else None)
    transaction.on_commit(purge)
    return programme


@transaction.atomic
def clear_question(question: Question, *, by: User) -> Question:
    """An administrator has looked at these words and finds that they ask for no trait of a person."""
    question = Question.objects.select_for_update(of=("self",)).select_related("edition__programme").get(pk=question.pk)
    policies.require(policies.can_clear_question(by, question))
    question.cleared = question.fingerprint()
    question.save(update_fields=["cleared"])
    lead = question.edition.programme.lead()
    record(question, "clear", by=by, scope=lead.key if lead else None)
    return question
