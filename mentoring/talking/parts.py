"""What a pair's place shows of this room: the last messages, and how the two reach each other."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mentoring.kept_out import blocked_since, came_since
from mentoring.models import ContactCard, Match
from mentoring.room_parts import RoomPart
from mentoring.states import Side
from mentoring.talking import policies
from mentoring.talking.forms import MessageForm
from people.numbers import shown

LAST_SHOWN = 3


@dataclass(frozen=True)
class Cards:
    """Of the two. `theirs` is there only when both gave one."""

    mine: ContactCard | None
    theirs: ContactCard | None
    is_waiting: bool
    """The other gave one and this side did not."""

    def lines(self) -> list[str]:
        """What the other shares, to read."""
        if (card := self.theirs) is None:
            return []
        return [line for line in (card.mail_address, card.phone and shown(card.phone), card.otherwise) if line]


def cards_of(match: Match, side: Side) -> Cards:
    found = {card.side: card for card in match.contact_cards.all()}
    mine, theirs = found.get(side), found.get(side.other)
    if theirs and _is_kept_out(match, side, mine, theirs):
        theirs = None
    return Cards(mine, theirs if mine else None, is_waiting=theirs is not None and mine is None)


def _is_kept_out(match: Match, side: Side, mine: ContactCard | None, theirs: ContactCard) -> bool:
    """What somebody gives after she was blocked reaches nobody; nor does she read what she had not read by then."""
    if came_since(match, side, side.other, theirs.saved_at):
        return True
    since = blocked_since(match, side.other)
    return since is not None and (mine is None or mine.saved_at >= since)


def messages(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """The last ones that were opened; what waits is opened by a press."""
    unread = match.messages.unread_at(side).count()
    last = list(match.messages.opened_at(side).order_by("-written_at", "-pk")[: LAST_SHOWN + 1])
    writes = policies.can_write_message(request.user, match)
    if not (writes or last or unread):
        return None
    is_blocked = writes and blocked_since(match, side) is not None
    context = {
        "unread": unread,
        "last": last[:LAST_SHOWN][::-1],
        "there_are_more": len(last) > LAST_SHOWN,
        "side": side,
        "form": MessageForm(auto_id="bericht_%s") if writes and not is_blocked else None,
        "is_blocked": is_blocked,
    }
    return RoomPart("mentoring/talking_part_messages.html", context, asks=bool(unread))


def contact(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    if not policies.can_share_contact(request.user, match):
        return None
    cards = cards_of(match, side)
    is_open = bool(cards.mine or cards.theirs) or cards.is_waiting
    template, fold = "mentoring/talking_part_contact.html", _("Elkaar bereiken")
    return RoomPart(template, {"cards": cards}, aside=True, fold=fold, is_open=is_open)
