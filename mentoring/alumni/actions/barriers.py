"""What stood in somebody's way and what helped: told, placed by an organiser as it is, gone by one press."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring.alumni import policies
from mentoring.alumni.consent_purposes import BARRIER_PUBLISHED
from mentoring.alumni.emails import barrier_answered
from mentoring.alumni.models import Barrier
from mentoring.alumni.states import BARRIER
from people import consent, letters
from people.models import User
from programmes.models import Programme

MOST_BY_ONE = 10
PUBLIC = ("public_title", "public_barrier", "public_help", "public_teller")


@dataclass(frozen=True)
class BarrierWords:
    """In the teller's own words; without `teller` it is anonymous."""

    station: str
    title: str
    stood_in_the_way: str
    helped: str
    teller: str = ""


@transaction.atomic
def tell_barrier(
    programme: Programme, words: BarrierWords, *, by: User, language: str = "nl", at: datetime | None = None
) -> Barrier:
    """Her words and her yes, by one press. They wait unseen until an organiser of the programme places them."""
    at = at or timezone.now()
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    policies.require(policies.can_tell_barrier(by, programme))
    if Barrier.objects.of(by).count() >= MOST_BY_ONE:
        raise Refused(_("Je deelde al tien drempels. Haal er eerst één weg, dan is er plek voor een nieuwe."))
    barrier = Barrier(user=by, programme=programme, language=language, told_at=at)
    _say(barrier, words)
    barrier.save()
    consent.give(by, BARRIER_PUBLISHED.name, barrier.key, at=at)
    record(barrier, "tell", by=by, at=at, scope=programme.lead_key)
    return barrier


@transaction.atomic
def tell_barrier_again(barrier: Barrier, words: BarrierWords, *, by: User, at: datetime | None = None) -> Barrier:
    """Changed by her, before it was placed or after it came back."""
    barrier = _lock(barrier)
    policies.require(policies.is_own_barrier(by, barrier))
    was, barrier.state = barrier.state, BARRIER.target("tell_again", barrier.state)
    _say(barrier, words)
    barrier.told_at, barrier.remark = at or timezone.now(), ""
    barrier.save()
    _note(barrier, "tell_again", by, was, at)
    return barrier


@transaction.atomic
def publish_barrier(barrier: Barrier, *, by: User, at: datetime | None = None) -> Barrier:
    """As she told it; refused without a standing yes."""
    at = at or timezone.now()
    barrier = _lock(barrier)
    policies.require(policies.can_moderate_barrier(by, barrier))
    if not consent.stands(barrier.user, BARRIER_PUBLISHED.name, barrier.key):
        raise Refused(_("Voor deze drempel staat geen toestemming meer. Plaats hem niet."))
    was, barrier.state = barrier.state, BARRIER.target("publish", barrier.state)
    barrier.public_title, barrier.public_teller = barrier.title, barrier.teller
    barrier.public_barrier, barrier.public_help = barrier.stood_in_the_way, barrier.helped
    barrier.published_on = timezone.localdate(at)
    barrier.save()
    _answered(barrier, "publish", by, was, at)
    return barrier


@transaction.atomic
def send_back_barrier(barrier: Barrier, *, remark: str, by: User, at: datetime | None = None) -> Barrier:
    """Not like this: what should change, in words that she reads. What was placed is gone at once."""
    at = at or timezone.now()
    barrier = _lock(barrier)
    policies.require(policies.can_moderate_barrier(by, barrier))
    was, barrier.state = barrier.state, BARRIER.target("send_back", barrier.state)
    barrier.remark, barrier.published_on = remark, None
    for name in PUBLIC:
        setattr(barrier, name, "")
    barrier.save()
    _answered(barrier, "send_back", by, was, at)
    return barrier


def take_away_barrier(barrier: Barrier, *, by: User, at: datetime | None = None) -> bool:
    """By one press, from everywhere; whether it was still there."""
    policies.require(policies.is_own_barrier(by, barrier))
    return consent.withdraw(by, BARRIER_PUBLISHED.name, barrier.key, at=at)


def forget_barrier(user: User, about: UUID | None) -> None:
    """The yes was taken back, here or at /mijn/gegevens/ (people.consent locked the person)."""
    for barrier in Barrier.objects.filter(user=user, key=about):
        record(barrier, "take_away", by=user, was=barrier.state)
        barrier.delete()
        purge()


def _say(barrier: Barrier, words: BarrierWords) -> None:
    barrier.station, barrier.title, barrier.teller = words.station, words.title, words.teller
    barrier.stood_in_the_way, barrier.helped = words.stood_in_the_way, words.helped


def _lock(barrier: Barrier) -> Barrier:
    """The person first: a yes is given and taken back under the same lock."""
    User.objects.select_for_update(no_key=True).get(pk=barrier.user_id)
    held = Barrier.objects.select_for_update(of=("self",)).select_related("user", "programme")
    if (found := held.filter(pk=barrier.pk).first()) is None:
        raise IllegalMove(BARRIER.name, "lock", "gone")
    return found


def _answered(barrier: Barrier, verb: str, by: User, was: str, at: datetime) -> None:
    _note(barrier, verb, by, was, at)
    key = f"barrier:{verb}:{barrier.key}:{barrier.told_at:%Y%m%d%H%M%S%f}"
    letters.write(barrier_answered, barrier.user, key=key, barrier=barrier.key)
    purge()


def _note(barrier: Barrier, verb: str, by: User, was: str, at: datetime | None) -> None:
    record(barrier, verb, by=by, at=at, was=was, now=barrier.state, scope=barrier.programme.lead_key)
