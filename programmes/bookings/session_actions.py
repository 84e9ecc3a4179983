"""What an organiser does with the days of a training: lay one ready, change it, call it off. And the marks for one."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import User
from programmes.bookings import emails, policies
from programmes.bookings.actions import give_free_sessions, lock_offer, moved, tell
from programmes.models import Booking, Rating, Session

RATE_FOR = timedelta(days=60)


@transaction.atomic
def lay_session(session: Session, *, by: User, at: datetime | None = None) -> Session:
    """A new day; who waits longest gets it at once. Refused beyond the number that the training offers."""
    at = at or timezone.now()
    offer = lock_offer(session.offer_id)
    policies.require(policies.can_manage_sessions(by, offer))
    if Session.objects.filter(offer=offer, called_off_at=None).count() >= offer.most_sessions:
        raise Refused(_("Alle keren van deze training staan al klaar. Zet bij de training een hoger aantal."))
    session.save()
    record(session, "lay", by=by, scope=offer.programme.lead_key, at=at)
    give_free_sessions(offer, at)
    purge()
    return session


@transaction.atomic
def change_session(session: Session, *, by: User, at: datetime | None = None) -> Session:
    """Another time for the same day of a training; whoever holds it is told once. `session` carries the new values."""
    at = at or timezone.now()
    offer = lock_offer(session.offer_id)
    policies.require(policies.can_manage_sessions(by, offer))
    before = Session.objects.get(pk=session.pk)
    if before.called_off_at or before.ends_at <= at:
        raise Refused(_("Deze dag is voorbij of gaat niet door. Zet een nieuwe dag klaar."))
    session.save(update_fields=["starts_at", "ends_at", "online"])
    record(session, "change", by=by, scope=offer.programme.lead_key, at=at)
    if (before.starts_at, before.ends_at, before.online) != (session.starts_at, session.ends_at, session.online):
        for booking in Booking.objects.standing().filter(session=session):
            booking.reminded_at = None
            booking.save(update_fields=["reminded_at"])
            tell(emails.session_changed, booking, at)
    give_free_sessions(offer, at)
    purge()
    return session


@transaction.atomic
def call_off_session(session: Session, *, by: User, at: datetime | None = None) -> Session:
    """It does not take place. Who held it waits again, in the old place, and gets another free day if there is one."""
    at = at or timezone.now()
    offer = lock_offer(session.offer_id)
    policies.require(policies.can_manage_sessions(by, offer))
    session = Session.objects.select_for_update().get(pk=session.pk)
    if session.called_off_at or session.ends_at <= at:
        raise Refused(_("Deze dag is al voorbij of al afgezegd."))
    session.called_off_at = at
    session.save(update_fields=["called_off_at"])
    record(session, "call_off", by=by, scope=offer.programme.lead_key, at=at)
    for booking in Booking.objects.standing().filter(session=session):
        booking.offer, booking.session, booking.reminded_at = offer, None, None
        moved(booking, "lose_session", by=by, at=at)
        tell(emails.session_called_off, booking, at)
    give_free_sessions(offer, at)
    purge()
    return session


@transaction.atomic
def rate_session(rating_key: UUID, mark: int, *, at: datetime | None = None) -> None:
    """One mark more, at most as many as people came. What is kept of it says neither of which day nor when."""
    at = at or timezone.now()
    booking = Booking.objects.select_for_update().filter(rating_key=rating_key).first()
    if booking is None or booking.settled_at is None or at > booking.settled_at + RATE_FOR:
        raise Refused(_("Een cijfer geven kan niet meer. Dat kan tot twee maanden na de training."))
    if booking.ratings_given >= booking.people:
        raise Refused(_("Voor deze training zijn al genoeg cijfers gegeven. Dank je wel."))
    booking.ratings_given += 1
    booking.save(update_fields=["ratings_given"])
    Rating.objects.create(offer_id=booking.offer_id, mark=mark)
    purge()
