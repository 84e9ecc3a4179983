"""Programmes and what hangs on them, all recognisably invented."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from people.models import Membership, Organisation, User
from programmes.choices import QuestionKind
from programmes.models import (
    Application,
    Carrier,
    Criterion,
    Edition,
    Event,
    Participation,
    Phase,
    Programme,
    ProgrammeIndexPage,
    ProgrammePage,
    Question,
    Registration,
    SafeguardingContact,
)
from programmes.states import ApplicationState, EditionState, ParticipationState
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory


class ProgrammeFactory(DjangoModelFactory):
    """With one carrying organisation in front; `ProgrammeFactory(carried_by=organisation)`."""

    class Meta:
        model = Programme
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Proefprogramma {number}")
    slug = factory.Sequence(lambda number: f"proefprogramma-{number}")

    @factory.post_generation
    def carried_by(self, create: bool, organisation: Organisation | None, **kwargs: object) -> None:
        if create:
            carries = {"programme": self, "organisation": organisation or OrganisationFactory()}
            Carrier.objects.create(**carries, order=1, is_lead=True, since=timezone.now() - timedelta(days=400))


class SafeguardingContactFactory(DjangoModelFactory):
    class Meta:
        model = SafeguardingContact

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory(UserFactory)
    display_name = factory.Sequence(lambda number: f"Vertrouwd {number}")
    hours = "maandag tot donderdag, 9.00 tot 17.00 uur"
    mail_address = "vertrouwd@example.org"


class EditionFactory(DjangoModelFactory):
    """In preparation, with a term from yesterday to a month from now."""

    class Meta:
        model = Edition

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda number: f"editie {number}")
    opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    closes_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    starts_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=400))
    answer_by = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=45))


class OpenEditionFactory(EditionFactory):
    state = EditionState.OPEN


class PhaseFactory(DjangoModelFactory):
    class Meta:
        model = Phase

    kind = "willen"
    title = factory.Sequence(lambda number: f"kennismaken {number}")


class CriterionFactory(DjangoModelFactory):
    class Meta:
        model = Criterion

    programme = factory.SubFactory(ProgrammeFactory)
    title = factory.Sequence(lambda number: f"Je hebt een reden {number}.")


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    edition = factory.SubFactory(EditionFactory)
    label = factory.Sequence(lambda number: f"Wat wil je veranderen in je straat {number}?")
    kind = QuestionKind.LONG


class ApplicationFactory(DjangoModelFactory):
    class Meta:
        model = Application

    edition = factory.SubFactory(OpenEditionFactory)
    user = factory.SubFactory(UserFactory)


class SentApplicationFactory(ApplicationFactory):
    state = ApplicationState.SUBMITTED
    old_enough = True
    submitted_at = factory.LazyFunction(timezone.now)


class ParticipationFactory(DjangoModelFactory):
    """Without the application it came from: `admitted` makes both."""

    class Meta:
        model = Participation

    edition = factory.SubFactory(OpenEditionFactory)
    user = factory.SubFactory(UserFactory)
    admitted_at = factory.LazyFunction(timezone.now)


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Proefavond {number}")
    town = "Proefstad"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))


class RegistrationFactory(DjangoModelFactory):
    """Somebody who comes to an event that takes registrations."""

    class Meta:
        model = Registration

    event = factory.SubFactory(EventFactory, registering="open")
    user = factory.SubFactory(UserFactory)


def organiser_of(programme: Programme) -> User:
    """A new organiser of the organisation in front."""
    lead = programme.lead()
    return MembershipFactory(organisation=lead, role=Membership.Role.ORGANISER).user


def two_contacts(programme: Programme) -> None:
    """As many safeguarding contacts as an edition needs to open."""
    SafeguardingContactFactory(programme=programme)
    SafeguardingContactFactory(programme=programme, is_outside=True)


def admitted(edition: Edition | None = None, user: User | None = None, **fields: Any) -> Participation:
    """Someone with a place: the application that was admitted, and the participation that followed.

    `admitted(edition, user, state=ParticipationState.STARTED)` is under way; without arguments all is new.
    """
    given = {name: thing for name, thing in {"edition": edition, "user": user}.items() if thing is not None}
    now = timezone.now()
    times = {
        ParticipationState.STARTED: {"started_at": now},
        ParticipationState.COMPLETED: {"started_at": now, "completed_at": now},
        ParticipationState.LEFT: {"left_at": now},
    }
    participation = ParticipationFactory(**{**times.get(fields.get("state"), {}), **given, **fields})
    has_left = participation.state == ParticipationState.LEFT
    SentApplicationFactory(
        edition=participation.edition,
        user=participation.user,
        state=ApplicationState.WITHDRAWN if has_left else ApplicationState.ADMITTED,
        submitted_at=participation.admitted_at,
        decided_at=participation.admitted_at,
        withdrawn_at=participation.left_at,
    )
    return participation


def programme_page(index: ProgrammeIndexPage, programme: Programme, **fields: Any) -> ProgrammePage:
    fields = {"title": programme.name, "slug": programme.slug, **fields}
    return index.add_child(instance=ProgrammePage(programme=programme, locale=index.locale, **fields))
