"""Another mentor, please: at once, or while this pair goes on until there is one."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from mentoring.actions.matches import end_match, lock_match
from mentoring.actions.matches.ending import take_back_others
from mentoring.models import Match, MentorWish
from mentoring.organisers import organisers_of
from mentoring.pace import emails, policies
from mentoring.pace.actions.fulfilling import move_wish
from mentoring.pace.actions.locking import need_active, note
from mentoring.pace.choices import WishReason
from mentoring.pace.states import WISH, WishState
from people import letters
from people.models import User
from people.policies import require


@transaction.atomic
def wish_other_mentor(match: Match, *, by: User, reason: str, keeps: bool, at: datetime | None = None) -> MentorWish:
    """The organiser reads it with the reason. Who does not keep this mentor ends the pair with the same press;
    the mentor hears that it ended, and no more. Asked twice is asked once.
    """
    at = at or timezone.now()
    match = lock_match(match).match
    require(policies.can_wish(by, match))
    need_active(match)
    wish, is_new = MentorWish.objects.get_or_create(
        match=match, state=WishState.OPEN, defaults={"reason": WishReason(reason), "asked_at": at}
    )
    wish.match = match
    if is_new:
        note(wish, "wish", match, by=by, at=at, now=wish.state)
        for organiser in organisers_of(match):
            letters.write(emails.wish_waits, organiser, key=f"wish:{wish.key}:{organiser.pk}", wish=wish.key)
    elif wish.reason != reason:
        wish.reason = WishReason(reason)
        wish.save(update_fields=["reason"])
    if not keeps:
        end_match(match, by=by, at=at)
    return wish


@transaction.atomic
def take_back_wish(wish: MentorWish, *, by: User, at: datetime | None = None) -> MentorWish:
    """She goes on with this one; whoever was proposed to her meanwhile hears that it does not go on."""
    at = at or timezone.now()
    match = lock_match(wish.match).match
    found = MentorWish.objects.filter(pk=wish.pk).first()
    if found is None:
        raise IllegalMove(WISH.name, "lock", "gone")
    found.match = match
    require(policies.can_wish(by, match))
    move_wish(found, "take_back", by=by, at=at)
    if match.is_active:
        take_back_others(match, at=at)
    return found
