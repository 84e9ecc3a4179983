"""A country's worth of people in a database of their own: who looks for a mentor, and who has room.

In memory and gone afterwards. The tables are made from the models as they are; nothing is migrated.
"""

from datetime import timedelta
from random import Random
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import TextChoices
from django.utils import timezone

from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.models import MenteeProfile, Mentor, MentorProfile
from mentoring.states import MentorState
from people.models import Membership, Organisation, User
from programmes.choices import Office, Province
from programmes.models import Carrier, Edition, Participation, Programme
from programmes.states import EditionState, ParticipationState

INHABITANTS = {"Zuid-Holland": 21, "Noord-Holland": 16, "Noord-Brabant": 15, "Gelderland": 12, "Utrecht": 8}
LANGUAGES = (1.0, 0.2, 0.03, 0.3, 0.02, 0.01, 0.06, 0.05, 0.03)  # in the order of Language
OFFICES_KNOWN = (0.6, 0.5, 0.35, 0.25)  # in the order of Office


def lay_country(mentees: int, seed: int) -> tuple[Edition, User]:
    """An edition with so many who look for a mentor and a third as many mentors; and its organiser."""
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    edition, organiser = _programme()
    random = Random(seed)  # noqa: S311 (no secret)
    since = timezone.now() - timedelta(days=30)
    seeking, helping = _accounts("zoekt", mentees), _accounts("helpt", mentees // 3)
    MenteeProfile.objects.bulk_create([_seeker(random, user, number) for number, user in enumerate(seeking)])
    MentorProfile.objects.bulk_create([_guide(random, user, number) for number, user in enumerate(helping)])
    under_way: dict[str, Any] = {"state": ParticipationState.STARTED, "admitted_at": since, "started_at": since}
    Participation.objects.bulk_create([Participation(edition=edition, user=user, **under_way) for user in seeking])
    admitted: dict[str, Any] = {"state": MentorState.ADMITTED, "asked_at": since, "admitted_at": since}
    Mentor.objects.bulk_create([Mentor(programme=edition.programme, user=user, **admitted) for user in helping])
    return edition, organiser


def _programme() -> tuple[Edition, User]:
    now, today = timezone.now(), timezone.localdate()
    organisation = Organisation.objects.create(name="Proeforganisatie", slug="proeforganisatie")
    programme = Programme.objects.create(name="Proefprogramma", slug="proefprogramma")
    Carrier.objects.create(
        programme=programme, organisation=organisation, order=1, is_lead=True, since=now - timedelta(days=400)
    )
    edition = Edition.objects.create(
        programme=programme,
        name="proefeditie",
        state=EditionState.OPEN,
        opens_at=now - timedelta(days=60),
        closes_at=now - timedelta(days=30),
        answer_by=today - timedelta(days=25),
        starts_on=today - timedelta(days=20),
        ends_on=today + timedelta(days=300),
    )
    organiser = User.objects.create(email="organisator@example.org", name="Proef Organisator")
    Membership.objects.create(user=organiser, organisation=organisation, role=Membership.Role.ORGANISER)
    return edition, organiser


def _accounts(what: str, number: int) -> list[User]:
    made = [User(email=f"{what}{one}@example.org", name=f"Proef {one}") for one in range(number)]
    return User.objects.bulk_create(made, batch_size=500)


def _seeker(random: Random, user: User, number: int) -> MenteeProfile:
    return MenteeProfile(
        user=user,
        display_name=f"Vlier {number}",
        topics=random.sample(Topic.values, 3),
        help=random.sample(Help.values, 2),
        office=random.choice(Office.values),
        **_where_and_when(random, online=0.35),
    )


def _guide(random: Random, user: User, number: int) -> MentorProfile:
    return MentorProfile(
        user=user,
        display_name=f"Kastanje {number}",
        topics=random.sample(Topic.values, 4),
        help=random.sample(Help.values, 3),
        offices=_some_of(random, Office, OFFICES_KNOWN),
        capacity=random.randint(1, 5),
        **_where_and_when(random, online=0.4),
    )


def _where_and_when(random: Random, online: float) -> dict[str, Any]:
    weights = [INHABITANTS.get(name, 4) for name in Province.values]
    ways = [Way.LIVE.value, *([Way.ONLINE.value] if random.random() < online else [])]
    return {
        "province": random.choices(Province.values, weights)[0],
        "languages": _some_of(random, Language, LANGUAGES),
        "slots": random.sample(Slot.values, 5),
        "ways": ways,
    }


def _some_of(random: Random, choices: type[TextChoices], chances: tuple[float, ...]) -> list[str]:
    return [value for value, chance in zip(choices.values, chances, strict=True) if random.random() < chance]
