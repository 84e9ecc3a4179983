"""A group's message as a mail: with the organiser's words (class B), or saying only that there is something to read."""

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.mailing import policies
from programmes.mailing.audiences import belongs
from programmes.models import GroupLetter, GroupMessage, MailStop

MINUTES = 2


@message(MailClass.NEUTRAL)
def group_message(recipient: User, *, message: str) -> Context | None:
    """There is a message. Names no programme, no organisation and no subject."""
    found, link = _link(recipient, message)
    return neutral(link) if found else None


@message(MailClass.PRACTICAL)
def group_message_named(recipient: User, *, message: str) -> Context | None:
    found, link = _link(recipient, message)
    if found is None:
        return None
    # Meanwhile taking part may tell more than it did: then it says what any neutral mail says.
    return neutral(link) if found.is_sensitive else practical(found, link)


@message(MailClass.NEUTRAL)
def group_message_trial(recipient: User, *, message: str) -> Context | None:
    """To the organiser alone: the neutral mail as her group would get it."""
    found = _of_desk(recipient, message)
    return neutral(_desk_link(found)) if found else None


@message(MailClass.PRACTICAL)
def group_message_trial_named(recipient: User, *, message: str) -> Context | None:
    found = _of_desk(recipient, message)
    if found is None:
        return None
    return neutral(_desk_link(found)) if found.is_sensitive else practical(found, _desk_link(found))


def neutral(link: str) -> Context:
    return {"link": link, "minutes": MINUTES}


def practical(found: GroupMessage, link: str) -> Context:
    """Programme and logistics, in the language that is active."""
    words, programme = found.words(), found.edition.programme
    return {
        **neutral(link),
        "subject": words.subject,
        "text": words.text,
        "written_in": words.language,
        "programme": programme.name,
        "organisation": str(programme.lead() or ""),
    }


def _link(recipient: User, key: str) -> tuple[GroupMessage | None, str]:
    """Only while she belongs to the edition, and did not say meanwhile that she wants no mail of it."""
    own = GroupLetter.objects.of(recipient).select_related("message__edition__programme")
    letter = own.filter(message__key=key).first()
    if letter is None:
        return None, ""
    found = letter.message
    has_stopped = MailStop.objects.of(recipient).filter(edition=found.edition_id).exists()
    if has_stopped or not belongs(found.edition, recipient, first=found.audience):
        return None, ""
    return found, address("programmes:group_letter", key=letter.key)


def _of_desk(recipient: User, key: str) -> GroupMessage | None:
    found = GroupMessage.objects.filter(key=key).select_related("edition__programme").first()
    return found if found and policies.can_read_message(recipient, found) else None


def _desk_link(found: GroupMessage) -> str:
    return address("desk_messages:detail", key=found.key)
