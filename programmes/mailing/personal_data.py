"""What group mail holds about a person: which messages she got, and that she wants no mail of an edition."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import GroupLetter, GroupMessage, MailStop


def export(user: User) -> dict[str, Any]:
    own = GroupLetter.objects.of(user).select_related("message__edition__programme", "letter")
    stops = MailStop.objects.of(user).select_related("edition__programme")
    return {
        "group_messages": [_letter(letter) for letter in own],
        "mail_stops": [
            {"programme": stop.edition.programme.name, "edition": stop.edition.name, "stopped_at": stop.stopped_at}
            for stop in stops
        ],
    }


def _letter(letter: GroupLetter) -> dict[str, Any]:
    message = letter.message
    return {
        "key": letter.key,
        "programme": message.edition.programme.name,
        "edition": message.edition.name,
        "subject": message.subject,
        "text": message.text,
        "subject_en": message.subject_en,
        "text_en": message.text_en,
        "written_at": letter.written_at,
        "mailed_at": letter.letter.sent_at if letter.letter else None,
    }


def erase(user: User) -> None:
    """The words themselves were to a group: they stay for the others, and go by their time."""
    GroupLetter.objects.of(user).delete()
    MailStop.objects.of(user).delete()


def _sent(before: datetime) -> "QuerySet[GroupMessage]":
    return GroupMessage.objects.sent().filter(sent_at__lt=before)


def _left_as_drafts(before: datetime) -> "QuerySet[GroupMessage]":
    return GroupMessage.objects.drafts().filter(saved_at__lt=before)


def _stops(before: datetime) -> "QuerySet[MailStop]":
    return MailStop.objects.over_before(before)


GROUP_MAIL = PersonalData(
    title=_("Berichten van organisaties"),
    models=("programmes.GroupMessage", "programmes.GroupLetter", "programmes.MailStop"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("group_message", timedelta(days=91), _("een bericht van een organisatie aan een groep"), _sent),
        KeepUntil(
            "group_message_draft",
            timedelta(days=60),
            _("een bericht aan een groep dat niet is verstuurd"),
            _left_as_drafts,
        ),
        KeepUntil(
            "mail_stop",
            timedelta(days=182),
            _("dat je geen mail over een editie wilt: na de editie"),
            _stops,
        ),
    ),
    words={
        "group_messages": _("Berichten van organisaties"),
        "mail_stops": _("Geen mail over"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "subject": _("Onderwerp"),
        "text": _("Tekst"),
        "subject_en": _("Onderwerp in het Engels"),
        "text_en": _("Tekst in het Engels"),
        "written_at": _("Geschreven"),
        "mailed_at": _("Gemaild"),
        "stopped_at": _("Sinds"),
    },
)
