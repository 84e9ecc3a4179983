"""What waits for who gives trainings, on the first page of /cms/."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask, Door
from programmes.bookings.facts import when
from programmes.bookings.policies import can_see_bookings
from programmes.models import Booking, SessionOffer
from programmes.states import BookingState


def bookings(request: HttpRequest) -> DeskSection | None:
    """Days that an organisation holds until somebody confirms them; the one that comes first, first."""
    if not can_see_bookings(request.user):
        return None
    own = Booking.objects.at_the_desk_of(request.user).to_confirm().select_related("session", "municipality")
    found = list(own.order_by("session__starts_at", "pk")[: MOST_TASKS + 1])
    if not found and not SessionOffer.objects.visible_to(request.user).exists():
        return None
    now = timezone.now()
    tasks = [
        DeskTask(
            title=f"{booking.organisation_name}, {booking.municipality.title}",
            url=reverse("desk_bookings:detail", args=[booking.key]),
            text=capfirst(_("%(when)s. Gevraagd op %(day)s.") % {"when": when(booking.session), "day": _day(booking)}),
            is_late=booking.session.starts_at <= now,
        )
        for booking in found
        if booking.session
    ]
    index = f"{reverse('desk_bookings:index')}?state={BookingState.ASKED}"
    door = Door(_("Zet een dag van een training klaar"), reverse("desk_sessions:add"))
    more = Door(_("Bekijk alle boekingen"), index)
    return DeskSection(_("Trainingen die op bevestiging wachten"), tuple(tasks), doors=(door,), more=more)


def _day(booking: Booking) -> str:
    return date_format(timezone.localtime(booking.asked_at), "j F Y")
