"""A programme with a contact inside and one outside, and two people who take part in one group."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from people.models import User
from programmes.models import GroupMember, Participation, PoolContact, Programme, Report
from programmes.safety import actions
from programmes.safety.names import KIND
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SafeguardingContactFactory, admitted, organiser_of

WORDS = "Kanariewoord van de melder"
NOW = timezone.now() + timedelta(hours=6)  # after everything that a test lays, however long the tests before it take
LATER = NOW + timedelta(days=1)


@dataclass
class Group:
    programme: Programme
    own: Participation
    mate: Participation
    inside: User
    outside: User
    organiser: User
    administrator: User

    @property
    def person(self) -> User:
        return self.own.user

    @property
    def other(self) -> User:
        return self.mate.user

    @property
    def query(self) -> str:
        """The other's name, as a thing to report or to block."""
        return f"?soort={KIND}&wat={self.mate.key}"


def a_safe_group() -> Group:
    """Both show a name to the group: Zonnebloem and Distel."""
    edition = OpenEditionFactory()
    own, mate = admitted(edition, UserFactory(name="Melder")), admitted(edition, UserFactory(name="Ander"))
    GroupMember.objects.create(participation=own, display_name="Zonnebloem")
    GroupMember.objects.create(participation=mate, display_name="Distel")
    programme = edition.programme
    return Group(
        programme=programme,
        own=own,
        mate=mate,
        inside=SafeguardingContactFactory(programme=programme, display_name="Binnen").user,
        outside=SafeguardingContactFactory(programme=programme, display_name="Buiten", is_outside=True).user,
        organiser=organiser_of(programme),
        administrator=AdministratorFactory(),
    )


def in_the_pool() -> User:
    user = UserFactory()
    PoolContact.objects.create(user=user, display_name="Pool", hours="altijd", mail_address="pool@example.org")
    return user


def send(group: Group, **more: Any) -> Report:
    facts = {"by": group.person, "programme": group.programme, "at": NOW} | more
    return actions.send_report(WORDS, **facts)
