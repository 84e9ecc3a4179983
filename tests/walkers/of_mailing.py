"""Mail to groups: a message is the desk's that wrote it, a letter of it is one person's."""

from typing import Any

from django.utils import timezone

from people.models import Letter
from programmes.mailing import actions
from programmes.models import GroupLetter, GroupMessage
from tests.walkers.expecting import Expected, only
from tests.walkers.world import World


def the_draft(world: World) -> GroupMessage:
    """To who takes part together with the participant, made when it is first asked for."""
    edition = world.participation.edition
    found = GroupMessage.objects.drafts().filter(edition=edition).first()
    return found or _written(world, "Nog niet verstuurd.")


def _written(world: World, text: str) -> GroupMessage:
    words = {"subject": "Neem iets te eten mee", "text": text}
    by = world.people["organiser"]
    return actions.write_message(world.participation.edition, audience="participants", by=by, **words)


def add_group_message(world: World) -> GroupMessage:
    """One more that went out, of which a mail failed."""
    message = _written(world, f"Bericht {GroupMessage.objects.count()}.")
    actions.send_message(message, by=world.people["organiser"], seen=message.fingerprint)
    Letter.objects.filter(group_letter__message=message).update(failed_at=timezone.now(), fault="TimeoutError")
    return message


def the_letter(world: World) -> dict[str, Any]:
    own = GroupLetter.objects.of(world.people["participant"])
    return {"key": (own.first() or add_group_message(world).letters.get(user=world.people["participant"])).key}


def at_the_desk(world: World, name: str) -> dict[str, Any]:
    if name.endswith(":fixed_message"):
        return {"name": "programmes.place_offered"}
    verb = {"verb": "send"} if name.endswith(":move") else {}
    return {"key": the_draft(world).key, **verb}


EXPECTED: dict[str, Expected] = {"programmes:group_letter": only("participant", arguments=the_letter)}
