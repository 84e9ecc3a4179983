"""Rows and facts of this room, as the pages show them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.stations import Station
from mentoring.alumni import network
from mentoring.alumni.models import Barrier, NetworkMember
from mentoring.alumni.states import BarrierState
from mentoring.choices import Topic
from mentoring.models import MenteeProfile, MentorProfile
from people.languages import said
from people.models import User
from programmes.choices import Province
from programmes.models import Event, Programme

KINDS = {BarrierState.TOLD: "later", BarrierState.SENT_BACK: "now", BarrierState.PUBLISHED: "done"}


def network_row(programme: Programme, own: NetworkMember | None) -> dict[str, Any]:
    name = "mentoring:network" if own else "mentoring:network_join"
    return {
        "title": network.name_of(programme),
        "url": reverse(name, kwargs={"key": programme.key}),
        "text": _("Je staat erin als %(name)s.") % {"name": own.display_name}
        if own
        else _("Je staat er niet in. Niemand ziet je hier."),
        "chosen": own is not None,
    }


def role_of(member: NetworkMember) -> str:
    return _("Is mentor") if member.as_mentor else _("Deed mee")


def row_of(member: NetworkMember) -> dict[str, Any]:
    return {
        "title": member.display_name,
        "url": reverse("mentoring:network_member", kwargs={"key": member.programme.key, "member": member.key}),
        "text": role_of(member),
        "facts": [fact for fact in (str(Province(member.province).label) if member.province else "",) if fact],
    }


def facts_of(member: NetworkMember) -> list[dict[str, str]]:
    """What she chose to show (components/facts.html)."""
    rows = [
        (_("Provincie"), [str(Province(member.province).label)] if member.province else []),
        (_("Praat graag over"), [str(Topic(value).label) for value in member.topics]),
    ]
    return [{"label": label, "value": ", ".join(values)} for label, values in rows if values]


def used(user: User) -> dict[str, Any]:
    """What she filled in before, to begin with: shown to nobody until she saves it here."""
    profile = MentorProfile.objects.filter(user=user).first() or MenteeProfile.objects.filter(user=user).first()
    name = {"display_name": user.name.partition(" ")[0]}
    if profile is None:
        return name
    return name | {"topics": profile.topics, "province": profile.province}


def event_rows(events: Iterable[Event]) -> list[dict[str, Any]]:
    """As components/agenda.html takes them."""
    return [
        {
            "date": timezone.localdate(event.starts_at),
            "title": said(event, "title"),
            "url": reverse("programmes:registration", kwargs={"key": event.key}),
            "text": _("%(time)s uur, %(place)s.")
            % {
                "time": date_format(timezone.localtime(event.starts_at), _("H.i")),
                "place": _("online") if event.online else event.town,
            },
        }
        for event in events
    ]


def barrier_row(barrier: Barrier) -> dict[str, Any]:
    return {
        "title": barrier.title,
        "url": reverse("mentoring:barrier", kwargs={"key": barrier.key}),
        "text": _("Stap: %(station)s") % {"station": Station(barrier.station).label.lower()},
        "chosen": barrier.is_published,
        "badge": {"kind": KINDS[BarrierState(barrier.state)], "label": barrier.get_state_display()},
    }
