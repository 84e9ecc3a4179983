"""How a mail will look, before anybody gets it: the words of its templates, with a link that leads nowhere yet."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils import translation

from people.letters import address
from people.messages import Words
from programmes.mailing import emails
from programmes.mailing.actions import goes_neutral
from programmes.models import GroupMessage

NOBODYS = UUID(int=0)
PHONE, WIDE = 360, 600


@dataclass(frozen=True)
class Preview:
    language: str
    label: str
    words: Words


def previews(message: GroupMessage) -> list[Preview]:
    """In Dutch, and in English as who chose that gets it."""
    is_neutral = goes_neutral(message) if message.is_draft else message.is_neutral
    return [_preview(message, code, str(label), is_neutral) for code, label in settings.LANGUAGES]


def _preview(message: GroupMessage, language: str, label: str, is_neutral: bool) -> Preview:
    with translation.override(language):
        link = address("programmes:group_letter", key=NOBODYS)
        if is_neutral:
            words = emails.group_message.words(emails.neutral(link))
        else:
            words = emails.group_message_named.words(emails.practical(message, link))
    return Preview(language, label, words)
