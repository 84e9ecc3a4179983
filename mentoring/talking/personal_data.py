"""What the two of a pair said to each other. It goes with the pair, or half a year after its end."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import ContactCard, Match, PairMail, PairMessage
from mentoring.states import MatchState, Side
from people.models import User
from people.privacy import KeepUntil, PersonalData


def export(user: User) -> dict[str, Any]:
    """What she wrote, and what reached her; how she can be reached, never how the other one can."""
    own = [match for match in Match.objects.of(user).pairs() if match.side_of(user)]
    return {
        "pair_messages": [message for match in own for message in _messages(match, Side(match.side_of(user) or ""))],
        "contact_cards": [
            {
                "match": card.match.key,
                "mail_address": card.mail_address,
                "phone": card.phone,
                "otherwise": card.otherwise,
                "saved_at": card.saved_at,
            }
            for card in _cards_of(user).select_related("match")
        ],
        "pair_mail": [
            {"of_messages": mail.of_messages, "of_reminders": mail.of_reminders, "saved_at": mail.saved_at}
            for mail in PairMail.objects.filter(user=user)
        ],
    }


def _messages(match: Match, side: Side) -> list[dict[str, Any]]:
    return [
        {
            "match": match.key,
            "by_you": message.side == side,
            "words": message.words,
            "written_at": message.written_at,
            **({} if message.side == side else {"read_at": message.read_at}),
        }
        for message in match.messages.readable_at(side)
    ]


def _cards_of(user: User) -> "QuerySet[ContactCard]":
    as_mentee = Q(match__participation__user=user, side=Side.MENTEE)
    return ContactCard.objects.filter(as_mentee | Q(match__mentor__user=user, side=Side.MENTOR))


def erase(user: User) -> None:
    """Of both: what the other wrote to her was said to nobody else."""
    own = Match.objects.filter(Q(participation__user=user) | Q(mentor__user=user))
    PairMessage.objects.filter(match__in=own).delete()
    ContactCard.objects.filter(match__in=own).delete()
    PairMail.objects.filter(user=user).delete()


def _messages_of_ended_pairs(before: datetime) -> "QuerySet[PairMessage]":
    return PairMessage.objects.filter(match__state=MatchState.ENDED, match__ended_at__lt=before)


def _cards_of_ended_pairs(before: datetime) -> "QuerySet[ContactCard]":
    return ContactCard.objects.filter(match__state=MatchState.ENDED, match__ended_at__lt=before)


def _choices_for_nothing(before: datetime) -> "QuerySet[PairMail]":
    """Of who has no pair any more, and no row of one."""
    own = Match.objects.pairs()
    has_one = Q(user__in=own.values("participation__user")) | Q(user__in=own.values("mentor__user"))
    return PairMail.objects.filter(~has_one, saved_at__lt=before)


TALKING = PersonalData(
    title=_("Jullie gesprek"),
    models=("mentoring.PairMessage", "mentoring.ContactCard", "mentoring.PairMail"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "pair_message",
            timedelta(days=182),
            _("berichten van een koppel, nadat het is afgesloten"),
            _messages_of_ended_pairs,
        ),
        KeepUntil(
            "contact_card",
            timedelta(days=1),
            _("contactgegevens die je aan je mentor of deelnemer gaf, nadat het koppel is afgesloten"),
            _cards_of_ended_pairs,
        ),
        KeepUntil(
            "pair_mail",
            timedelta(days=182),
            _("welke mail je over een koppel wilt, als je geen koppel meer hebt"),
            _choices_for_nothing,
        ),
    ),
    words={
        "pair_messages": _("Berichten"),
        "match": _("Koppel"),
        "by_you": _("Door jou geschreven"),
        "words": _("Tekst"),
        "written_at": _("Geschreven"),
        "read_at": _("Geopend"),
        "contact_cards": _("Contactgegevens voor de ander"),
        "mail_address": _("E-mailadres"),
        "phone": _("Telefoonnummer"),
        "otherwise": _("Anders"),
        "saved_at": _("Opgeslagen"),
        "pair_mail": _("Mail over je koppel"),
        "of_messages": _("Mail als er een bericht is"),
        "of_reminders": _("Mail de dag voor een afspraak"),
    },
)
