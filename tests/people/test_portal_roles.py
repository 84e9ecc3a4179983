"""Roles of the portal itself: given by two administrators, taken away by one, and the first made by a command."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import policies
from people.colleagues import portal_roles
from people.models import Membership, RoleProposal
from people.roles import ADMINISTRATOR, MINISTRY, is_administrator, is_ministry
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def test_a_role_of_the_portal_takes_two_administrators(client):
    one, other, person = AdministratorFactory(), AdministratorFactory(), UserFactory(email="piet@example.org")
    index = reverse("admin_portal_roles:index")
    sign_in(client, one)
    assert "Er is geen account" in client.post(index, {"email": "weg@example.org", "role": "ministry"}).text
    assert client.post(index, {"email": "PIET@example.org", "role": "ministry"}).status_code == 302
    proposal = RoleProposal.objects.get()
    confirm = reverse("admin_portal_roles:move", args=[proposal.key, "confirm"])
    assert client.post(confirm).status_code == 404 and not is_ministry(person)  # not by who proposed it
    sign_in(client, other)
    assert "Rollen die op jouw ja wachten" in client.get("/cms/").text
    client.post(confirm)
    assert is_ministry(person) and not RoleProposal.objects.exists()
    client.post(reverse("admin_portal_roles:take", args=["ministry", person.key]))
    assert not is_ministry(person)
    assert list(JournalLine.objects.exclude(verb="view").order_by("pk").values_list("verb", flat=True)) == [
        "propose_role", "give_role", "take_role",
    ]  # fmt: skip


def test_who_became_something_else_meanwhile_is_not_confirmed():
    one, other, person = AdministratorFactory(), AdministratorFactory(), UserFactory()
    proposal = portal_roles.propose_role(person, MINISTRY, by=one)
    MembershipFactory(user=person)
    with pytest.raises(Refused):
        portal_roles.confirm_role(proposal, by=other)
    old = portal_roles.propose_role(UserFactory(), ADMINISTRATOR, by=one, at=timezone.now() - timedelta(days=15))
    with pytest.raises(Refused, match="niet meer"):
        portal_roles.confirm_role(old, by=other)
    with pytest.raises(Refused, match="Jezelf"):
        portal_roles.propose_role(one, MINISTRY, by=one)


def test_a_proposal_goes_down_with_who_made_it():
    """Somebody whose role was taken, since her account was not safe, still had it lying there."""
    one, other, person = AdministratorFactory(), AdministratorFactory(), UserFactory()
    proposal = portal_roles.propose_role(person, ADMINISTRATOR, by=one)
    portal_roles.take_portal_role(one, ADMINISTRATOR, by=other)
    with pytest.raises(Refused, match="niet meer"):
        portal_roles.confirm_role(proposal, by=other)
    closed = portal_roles.propose_role(UserFactory(is_active=False), ADMINISTRATOR, by=other)
    with pytest.raises(Refused, match="niet meer"):
        portal_roles.confirm_role(closed, by=AdministratorFactory())
    assert not is_administrator(person)


def test_the_last_administrator_stays():
    one = AdministratorFactory()
    with pytest.raises(Refused, match="laatste beheerder"):
        portal_roles.take_portal_role(one, ADMINISTRATOR, by=one)
    other = AdministratorFactory()
    portal_roles.take_portal_role(one, ADMINISTRATOR, by=other)
    assert not is_administrator(one)


def test_the_command_makes_the_first_two_and_no_third(capsys):
    people = [UserFactory(email=f"{name}@example.org") for name in ("een", "twee", "drie")]
    for person in people[:2]:
        call_command("make_administrator", person.email)
        assert is_administrator(person) and not person.is_superuser
    assert JournalLine.objects.filter(verb="give_role", actor=None).count() == 2
    for address, code in ((people[2].email, 3), ("weg@example.org", 2)):
        with pytest.raises(CommandError) as told:
            call_command("make_administrator", address)
        assert told.value.returncode == code
    assert not is_administrator(people[2])


# Who may --------------------------------------------------------------------------------------------------


def test_who_may_confirm_is_another_administrator_than_who_proposed():
    one, other = AdministratorFactory(), AdministratorFactory()
    proposal = RoleProposal.objects.create(user=UserFactory(), role=MINISTRY, proposed_by=one)
    asked = {
        "who proposed": one,
        "another administrator": other,
        "who it is about": proposal.user,
        "organiser": MembershipFactory().user,
        "ministry": MinistryFactory(),
        "superuser": UserFactory(is_superuser=True),
        "anonymous": AnonymousUser(),
    }
    assert {who for who, user in asked.items() if policies.can_confirm_proposal(user, proposal)} == {
        "another administrator"
    }


def test_an_administrator_confirms_nothing_about_herself():
    one, other = AdministratorFactory(), AdministratorFactory()
    proposal = RoleProposal.objects.create(user=other, role=MINISTRY, proposed_by=one)
    assert not policies.can_confirm_proposal(other, proposal)


@pytest.mark.parametrize("verb", ["can_run_colleagues", "can_read_journal", "can_give_portal_roles"])
def test_who_runs_colleagues_and_who_reads_the_journal(verb):
    own = MembershipFactory(role=Membership.Role.ORGANISER)
    asked = {
        "organiser": own.user,
        "organiser of another": MembershipFactory(role=Membership.Role.ORGANISER).user,
        "publisher": MembershipFactory(organisation=own.organisation, role=Membership.Role.PUBLISHER).user,
        "administrator": AdministratorFactory(),
        "ministry": MinistryFactory(),
        "superuser": UserFactory(is_superuser=True),
        "newcomer": UserFactory(),
        "anonymous": AnonymousUser(),
    }
    things = [own.organisation] if verb == "can_run_colleagues" else []
    allowed = {
        "can_run_colleagues": {"organiser", "administrator"},
        "can_read_journal": {"organiser", "organiser of another", "administrator"},
        "can_give_portal_roles": {"administrator"},
    }
    assert {who for who, user in asked.items() if getattr(policies, verb)(user, *things)} == allowed[verb]


def test_the_ministry_and_who_sees_people_are_two_accounts():
    policies.require_no_ministry(UserFactory())
    policies.require_nobodys_data(UserFactory())
    policies.require_nobodys_data(MinistryFactory())
    with pytest.raises(Refused):
        policies.require_no_ministry(MinistryFactory())
    for user in (MembershipFactory().user, AdministratorFactory()):
        with pytest.raises(Refused):
            policies.require_nobodys_data(user)
