from django.db import transaction

from lifecycle.journal import record
from people.models import User
from programmes import policies
from programmes.models import Question


@transaction.atomic
def clear_question(question: Question, *, by: User) -> Question:
    """An administrator has looked at these words and finds that they ask for no trait of a person."""
    question = Question.objects.select_for_update(of=("self",)).select_related("edition__programme").get(pk=question.pk)
    policies.require(policies.can_clear_question(by, question))
    question.cleared = question.fingerprint()
    question.save(update_fields=["cleared"])
    record(question, "clear", by=by, scope=question.edition.programme.lead_key)
    return question
