"""One question to somebody in the network, and her answer: instead of an address or a number."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring.alumni import network, policies
from mentoring.alumni.emails import question_answered, question_waiting
from mentoring.alumni.models import NetworkMember, NetworkQuestion
from people import letters
from people.models import User
from people.roles import Visitor
from programmes.models import Block
from programmes.safety import blocking, threat

MOST_A_DAY = 5
A_DAY = timedelta(days=1)


def asked_of(user: Visitor) -> QuerySet[NetworkQuestion]:
    """Put to this person; not by whom a block stands between, and of a programme under threat only what she answered.

    All of it is one question, also where it is asked together with other things.
    """
    blocks = Block.objects.order_by()
    mine = NetworkQuestion.objects.filter(member__user=user.pk)
    mine = mine.exclude(asker__in=blocks.filter(blocker=user.pk).values("blocked"))
    mine = mine.exclude(asker__in=blocks.filter(blocked=user.pk).values("blocker"))
    mine = mine.exclude(answered_at=None, member__programme__in=threat.threatened())
    return mine.select_related("member__programme", "member__user", "asker")


def asked_by(user: Visitor) -> QuerySet[NetworkQuestion]:
    return NetworkQuestion.objects.filter(asker=user.pk).select_related("member__programme", "member__user", "asker")


@transaction.atomic
def ask_member(member: NetworkMember, words: str, *, by: User, at: datetime | None = None) -> NetworkQuestion:
    """Refused for who is not there any more, while an earlier question waits, and after five in a day."""
    at = at or timezone.now()
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two presses are one question
    found = network.members_for(by, member.programme, at).filter(pk=member.pk).first()
    if found is None or not policies.can_ask_member(by, found):
        raise Refused(_("Je kunt deze persoon nu niets vragen. Kijk wie er nog meer in het netwerk staat."))
    own = NetworkQuestion.objects.filter(asker=by)
    if own.filter(member=found, answered_at=None).exists():
        raise Refused(_("Je vroeg al iets. Wacht op antwoord voordat je nog iets vraagt."))
    if own.filter(asked_at__gt=at - A_DAY).count() >= MOST_A_DAY:
        raise Refused(_("Je stelde vandaag al vijf vragen. Morgen kan het weer."))
    question = NetworkQuestion.objects.create(asker=by, member=found, words=words, asked_at=at)
    record(question, "ask", by=by, at=at)
    letters.write(question_waiting, found.user, key=f"network-question:{question.key}", question=question.key)
    return question


@transaction.atomic
def answer_question(question: NetworkQuestion, words: str, *, by: User, at: datetime | None = None) -> NetworkQuestion:
    """In words, once."""
    held = NetworkQuestion.objects.select_for_update(of=("self",)).select_related("member", "asker")
    if (found := held.filter(pk=question.pk).first()) is None:
        raise Refused(_("Deze vraag is er niet meer. Je hoeft niets te doen."))
    policies.require(policies.can_answer_question(by, found.member))
    if found.answered_at:
        raise Refused(_("Je gaf al antwoord op deze vraag."))
    found.answer, found.answered_at = words, at or timezone.now()
    found.save(update_fields=["answer", "answered_at"])
    record(found, "answer", by=by, at=at)
    if not blocking.blocked_between(by, found.asker):
        letters.write(question_answered, found.asker, key=f"network-answer:{found.key}", question=found.key)
    return found


def called(question: NetworkQuestion) -> str:
    """How who asked stands in the same network; who left it has no name there."""
    members = NetworkMember.objects.filter(programme=question.member.programme_id, user=question.asker_id)
    asker = members.first()
    return asker.display_name if asker else _("Iemand uit het netwerk")
