"""What the demo shows: organisations as the letters describe them, and one programme with an open edition.

Everything that a letter does not say is invented and says so. Dates follow the day on which the demo is made.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from portal.demo.content.applications import lay_applications
from portal.demo.content.events import lay_events
from portal.demo.content.mentor_network import lay_mentor_network
from portal.demo.content.mentor_network_facts import Term
from portal.demo.content.organisations import lay_organisations
from portal.demo.people import ROLES, person


@transaction.atomic
def lay_demo(now: dt.datetime | None = None) -> bool:
    """False when the demo was there already: then nothing changes."""
    now = now or timezone.now()
    for key in ROLES:
        person(key)
    organisations = lay_organisations()
    carrier = organisations["stem-op-een-vrouw"]
    programme = lay_mentor_network(carrier, now)
    if programme is None:
        return False
    lay_events(programme, carrier, Term(now))
    lay_applications(programme, now)
    return True
