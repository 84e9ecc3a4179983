"""Somebody who needs something to take part, who organises it, and who carries it out."""

from typing import Any

from people.models import ConsentText, User
from programmes.access.actions import say_need
from programmes.access.consent_purposes import ACCESS_NEEDS
from programmes.models import AccessNeed, Edition, EditionPartner, GroupMeeting, Participation
from tests.factories.people import OrganisationFactory, UserFactory
from tests.factories.programmes import admitted


def consent_text() -> ConsentText:
    words = {"text": "Ja, bewaar wat ik nodig heb.", "text_en": "Yes, keep what I need."}
    return ConsentText.objects.get_or_create(purpose=ACCESS_NEEDS.name, version=1, defaults=words)[0]


def a_need(participation: Participation | None = None, **said: Any) -> AccessNeed:
    consent_text()
    participation = participation or admitted()
    return say_need(participation, by=participation.user, **{"wishes": ["writing"], **said})


def a_partner(edition: Edition, user: User | None = None) -> User:
    found = user or UserFactory(name="Uitvoerder")
    EditionPartner.objects.get_or_create(edition=edition, user=found, defaults={"organisation": OrganisationFactory()})
    return found


def a_meeting(edition: Edition, starts_at: Any, ends_at: Any, **fields: Any) -> GroupMeeting:
    given = {"title": "Spreken in de raad", "town": "Proefstad", **fields}
    return GroupMeeting.objects.create(edition=edition, starts_at=starts_at, ends_at=ends_at, **given)
