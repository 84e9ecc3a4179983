"""Whose mail did not get there: names for who wrote to them, and each look noted."""

from people.delivery import why
from people.models import User
from people.seen import Role, What, note_view
from programmes.desk.own import works_for
from programmes.mailing.audiences import audiences
from programmes.models import GroupLetter, GroupMessage

MOST = 50


def failures(message: GroupMessage, by: User) -> list[dict[str, str | User]]:
    """The first ones, with what helps; of who is no longer at this desk, or hidden there, no name."""
    failed = list(message.letters.failed().select_related("user", "letter").order_by("pk")[:MOST])
    if not failed:
        return []
    shown = {
        user
        for audience in audiences().values()
        for user in audience.people(message.edition, by)
        .filter(pk__in=[one.user_id for one in failed])
        .values_list("pk", flat=True)
    }
    return [_row(one, is_shown=one.user_id in shown) for one in failed]


def _row(one: GroupLetter, *, is_shown: bool) -> dict[str, str | User]:
    said: dict[str, str | User] = {"why": why(one.letter) if one.letter else ""}
    return {**said, "user": one.user, "address": one.user.email} if is_shown else said


def note_failures(message: GroupMessage, failed: list[dict[str, str | User]], *, by: User) -> None:
    persons = [row["user"] for row in failed if isinstance(row.get("user"), User)]
    organisation = works_for(by, message.edition)
    if persons and organisation:
        note_view(persons, by=by, role=Role.ORGANISER, what=What.ACCOUNT, organisation=organisation)  # type: ignore[arg-type]
