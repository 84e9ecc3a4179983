"""What the demo shows: organisations as the letters describe them, and the programmes that they carry.

Everything that a letter does not say is invented and says so. Dates follow the day on which the demo is made.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from portal.demo.content.access import lay_access
from portal.demo.content.alumni import lay_alumni
from portal.demo.content.applications import lay_applications
from portal.demo.content.bookings import lay_bookings
from portal.demo.content.campaigns import lay_campaigns
from portal.demo.content.colleagues import lay_colleagues
from portal.demo.content.dead_ends import lay_dead_ends
from portal.demo.content.desk_work import lay_desk_work
from portal.demo.content.dossiers import lay_dossiers
from portal.demo.content.events import lay_events
from portal.demo.content.groups import lay_groups
from portal.demo.content.organisations import lay_organisations
from portal.demo.content.programmes import EXAMPLES, lay_programmes
from portal.demo.content.registrations import lay_registrations
from portal.demo.content.reviews import lay_reviews
from portal.demo.content.safety import lay_safety
from portal.demo.content.stories import lay_stories
from portal.demo.content.terms import Term
from portal.demo.elections.cards import lay_party_cards
from portal.demo.people import ROLES, person
from portal.demo.population import Crowd, Mentoring, TakingPart, lay_figures, lay_outcomes, settle
from portal.demo.population.pairing import lay_pairing
from portal.demo.population.vetting import lay_vetting
from programmes.models import Programme


@transaction.atomic
def lay_demo(now: dt.datetime | None = None, *, share: float = 1) -> bool:
    """False when the demo was there already: then nothing changes. `share`: how much of its population is laid."""
    now = now or timezone.now()
    for key in ROLES:
        person(key)
    organisations = lay_organisations()
    if Programme.objects.filter(slug__in=[example.slug for example in EXAMPLES]).exists():
        return False
    crowd = Crowd()
    settle(now)
    programmes = lay_programmes(organisations, Term(now), TakingPart(crowd, Mentoring(crowd, share), share))
    lay_events(programmes, organisations, Term(now))
    lay_bookings(programmes, Term(now))
    lay_applications(programmes, now)
    lay_registrations(now)
    lay_colleagues(now)
    lay_groups(now)
    lay_access(now)
    lay_reviews(programmes, now)
    lay_desk_work(programmes, now)
    lay_stories(programmes, now)
    lay_alumni(now)
    lay_campaigns()
    lay_dead_ends(now)
    lay_pairing(programmes, now)
    lay_outcomes(crowd, now)
    lay_vetting(now)
    lay_safety(now)
    lay_party_cards(now, by=person("administrator"))
    lay_figures(crowd, now)
    lay_dossiers(now)
    return True
