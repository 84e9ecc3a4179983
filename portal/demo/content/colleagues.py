"""Who may be asked along: two invented contacts whom programmes share, and one colleague who was invited just now."""

import datetime as dt

from people.colleagues.actions import invite
from people.models import Membership
from portal.demo.content.accounts import account
from portal.demo.content.programmes.contacts import WARD
from portal.demo.people import organisation, person
from programmes.models import PoolContact

HOURS = ("Maandag tot vrijdag, 9.00 tot 21.00 uur", "Monday to Friday, 9:00 to 21:00")


def lay_colleagues(now: dt.datetime) -> None:
    shared = [
        (WARD.name, WARD.email, WARD.hours, WARD.mail_address),
        ("Wies Overal", "wies.overal@example.org", HOURS, "vertrouwenspersoon.overal@example.org"),
    ]
    for name, email, (hours, hours_en), mail_address in shared:
        facts = {"display_name": name, "hours": hours, "hours_en": hours_en, "mail_address": mail_address}
        PoolContact.objects.get_or_create(user=account(name, email), defaults=facts)
    organiser = person("organiser")
    invite("collega@example.org", Membership.Role.PUBLISHER, organisation=organisation(), by=organiser, at=now)
