"""Colleagues: invited by mail, taken on by a yes, and taken off again at once."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import actions, privacy, takeout
from people.colleagues import actions as colleagues
from people.colleagues import portal_roles
from people.colleagues.roles import ColleagueRole
from people.colleagues.tokens import token_of
from people.letters import send_due
from people.mfa import must_prove_more
from people.models import Invitation, Letter, Membership, Organisation, RoleProposal, User
from people.roles import ADMINISTRATOR, MINISTRY, is_ministry, is_organiser
from tests.factories.people import (
    AdministratorFactory,
    MembershipFactory,
    MinistryFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "noor@example.org"
INDEX = "desk_colleagues:index"


@pytest.fixture
def organiser() -> User:
    return MembershipFactory(organisation=OrganisationFactory(name="Proefhuis")).user


@pytest.fixture
def organisation(organiser: User) -> Organisation:
    return organiser.memberships.get().organisation


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


def invited(organisation: Organisation, by: User, **changes: Any) -> Invitation:
    facts = {"address": ADDRESS, "role": "organiser", **changes}
    return colleagues.invite(facts.pop("address"), facts.pop("role"), organisation=organisation, by=by, **facts)


def account(address: str = ADDRESS, *, verified: bool = True, **fields: Any) -> User:
    user = UserFactory(email=address, **fields)
    EmailAddress.objects.create(user=user, email=address, verified=verified, primary=True)
    return user


def page_of(invitation: Invitation) -> str:
    return reverse("people:invitation", args=[token_of(invitation.key)])


# Inviting and saying yes ----------------------------------------------------------------------------------


def test_a_colleague_is_invited_says_yes_and_has_the_role(desk, organiser, organisation, mailoutbox):
    response = desk.post(reverse(INDEX), {"address": "Noor@EXAMPLE.org", "role": "organiser"}, follow=True)
    assert "De uitnodiging is onderweg" in response.text and "Noor@example.org" in response.text
    invitation = Invitation.objects.get()
    send_due()
    mail = mailoutbox[0]
    assert mail.to == ["Noor@example.org"] and "Proefhuis vraagt of je wilt meewerken als organisator" in mail.body
    assert page_of(invitation) in mail.body
    newcomer = Client()
    assert "Maak een account" in newcomer.get(page_of(invitation)).text
    noor = account()
    sign_in(newcomer, noor)
    assert "Ja, ik werk mee" in newcomer.get(page_of(invitation)).text
    assert not is_organiser(noor)  # opening a link changes nothing
    assert newcomer.post(page_of(invitation)).headers["Location"] == "/cms/"
    assert is_organiser(noor) and must_prove_more(noor)
    assert not Invitation.objects.exists()
    verbs = JournalLine.objects.filter(scope=organisation.key).order_by("pk").values_list("verb", "actor")
    assert list(verbs) == [
        ("invite", organiser.journal_key), ("give_role", noor.journal_key), ("accept", noor.journal_key),
    ]  # fmt: skip
    gone = newcomer.get(page_of(invitation))
    assert gone.status_code == 404 and "geldt niet meer" in gone.text


def test_the_row_gives_away_neither_the_address_nor_the_link(organisation, organiser):
    invitation = invited(organisation, organiser)
    database = whole_database()
    assert ADDRESS not in database and str(token_of(invitation.key)).replace("-", "") not in database.replace("-", "")


def test_a_link_that_was_passed_on_opens_nothing(client, organisation, organiser):
    invitation = invited(organisation, organiser)
    for other in (account("ander@example.org"), account(verified=False)):
        sign_in(client, other)
        assert "ander e-mailadres" in client.get(page_of(invitation)).text
        assert client.post(page_of(invitation)).status_code == 409
    assert Membership.objects.count() == 1 and Invitation.objects.exists()


@pytest.mark.parametrize(("after", "works"), [(timedelta(days=13, hours=23), True), (timedelta(days=14), False)])
def test_an_invitation_stands_two_weeks(organisation, organiser, after, works):
    invitation, later = invited(organisation, organiser), timezone.now() + after
    noor = account()
    if works:
        assert colleagues.accept_invitation(invitation, by=noor, at=later).name == "organiser"
    else:
        with pytest.raises(Refused):
            colleagues.accept_invitation(invitation, by=noor, at=later + timedelta(minutes=1))
    gone = privacy.purge_expired(later + timedelta(minutes=1))["invitation"]
    assert gone == (0 if works else 1)


def test_an_invitation_that_is_taken_back_is_gone_at_once(desk, client, organisation, organiser):
    invitation = invited(organisation, organiser)
    desk.post(reverse("desk_colleagues:take_back", args=[invitation.key]))
    assert not Invitation.objects.exists()
    send_due()
    assert Letter.objects.get().sent_at is None  # nor does its mail go out any more
    with pytest.raises(Refused):
        colleagues.accept_invitation(invitation, by=account())


def test_nobody_fills_a_mailbox_with_invitations(organisation, organiser, monkeypatch):
    now = timezone.now()
    first = invited(organisation, organiser, at=now)
    with pytest.raises(Refused, match="net al uitgenodigd"):
        invited(organisation, organiser, at=now + timedelta(hours=11))
    again = invited(organisation, organiser, at=now + timedelta(hours=13))
    assert list(Invitation.objects.all()) == [again] and again.token_digest != first.token_digest
    monkeypatch.setattr(colleagues, "MOST_OPEN", 1)
    with pytest.raises(Refused, match="al 1 uitnodigingen open"):
        invited(organisation, organiser, address="derde@example.org")


def test_who_has_the_role_is_not_invited_to_it(organisation, organiser):
    with pytest.raises(Refused, match="heeft deze rol al"):
        invited(organisation, organiser, address=organiser.email.upper())


@pytest.mark.parametrize("typed", ["", "geen adres", "a\x00b@example.org", "x" * 300 + "@example.org"])
def test_a_wrong_address_is_told_and_nothing_is_lost(desk, typed):
    response = desk.post(reverse(INDEX), {"address": typed, "role": "publisher"})
    assert response.status_code == 200 and response.context["form"].errors["address"]
    assert response.context["form"]["role"].value() == "publisher"
    assert not Invitation.objects.exists()


def test_who_runs_several_organisations_says_for_which(client, organiser, organisation):
    second = MembershipFactory(user=organiser, organisation__name="Tweede huis").organisation
    foreign = OrganisationFactory()
    sign_in(client, organiser)
    for chosen, made in (("", 0), (foreign.pk, 0), (second.pk, 1)):
        client.post(reverse(INDEX), {"address": ADDRESS, "role": "organiser", "organisation": chosen})
        assert Invitation.objects.filter(organisation=second).count() == made
    assert not Invitation.objects.exclude(organisation=second).exists()


# Links of higher floors -----------------------------------------------------------------------------------

taken_on: list[tuple[Any, ...]] = []
EDITION = "7b1ad0c2-5f0e-4a35-9a3c-5d3f1f0a9f10"
PROOF_ROLE = ColleagueRole(
    "proof",
    "proeflezer",
    "Je leest mee.",
    can_invite=lambda user, organisation, about: str(about) == EDITION,
    take_on=lambda user, organisation, about: taken_on.append((user, organisation, str(about))),
)


def test_a_higher_floor_hangs_a_link_on_an_invitation(client, settings, organisation, organiser):
    settings.COLLEAGUE_ROLES = [*settings.COLLEAGUE_ROLES, f"{__name__}.PROOF_ROLE"]
    taken_on.clear()
    with pytest.raises(PermissionDenied):
        invited(organisation, organiser, role="proof")
    invitation = invited(organisation, organiser, role="proof", about=EDITION)
    noor = account()
    sign_in(client, noor)
    assert "proeflezer" in client.get(page_of(invitation)).text
    assert client.post(page_of(invitation)).headers["Location"] == reverse("people:mine")
    assert taken_on == [(noor, organisation, EDITION)]
    with pytest.raises(ValueError, match="COLLEAGUE_ROLES"):
        invited(organisation, organiser, role="koning")


# Taking away ----------------------------------------------------------------------------------------------


def test_a_role_that_is_taken_away_is_gone_at_once(desk, organiser, organisation):
    other = MembershipFactory(organisation=organisation)
    theirs = sign_in(Client(), other.user)
    assert theirs.get("/cms/").status_code == 200
    desk.post(reverse("desk_colleagues:take", args=[other.pk]))
    assert theirs.get("/cms/").status_code == 404
    line = JournalLine.objects.get(verb="take_role")
    assert (line.actor, line.scope) == (organiser.journal_key, organisation.key)


def test_the_last_organiser_stays(desk, organiser, organisation):
    own = organiser.memberships.get()
    MembershipFactory(organisation=organisation, role=Membership.Role.PUBLISHER)
    response = desk.post(reverse("desk_colleagues:take", args=[own.pk]), follow=True)
    assert "Dit is de laatste organisator" in response.text and is_organiser(organiser)
    MembershipFactory(organisation=organisation)
    assert desk.post(reverse("desk_colleagues:take", args=[own.pk])).headers["Location"] == "/mijn/"
    assert not is_organiser(organiser)


def test_of_another_organisation_nothing_is_taken(desk):
    foreign = MembershipFactory()
    by = invited(foreign.organisation, foreign.user)
    assert desk.post(reverse("desk_colleagues:take", args=[foreign.pk])).status_code == 404
    assert desk.post(reverse("desk_colleagues:take_back", args=[by.key])).status_code == 404
    assert ADDRESS not in desk.get(reverse(INDEX)).text


@pytest.mark.parametrize("role", ["newcomer", "publisher", "other organiser", "ministry"])
def test_only_an_organiser_of_this_organisation_and_an_administrator_may(role, organisation, organiser):
    by = {
        "newcomer": UserFactory,
        "publisher": lambda: MembershipFactory(organisation=organisation, role=Membership.Role.PUBLISHER).user,
        "other organiser": lambda: MembershipFactory().user,
        "ministry": MinistryFactory,
    }[role]()
    invitation, membership = invited(organisation, organiser), MembershipFactory(organisation=organisation)
    for act in (
        lambda: invited(organisation, by, address="x@example.org"),
        lambda: colleagues.take_back_invitation(invitation, by=by),
        lambda: actions.take_role(membership, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()
    actions.take_role(membership, by=AdministratorFactory())


# The ministry ---------------------------------------------------------------------------------------------


def test_the_ministry_never_comes_near_a_person(organisation, organiser):
    analyst = account(groups=[MINISTRY])
    with pytest.raises(Refused, match="ministerie"):
        colleagues.accept_invitation(invited(organisation, organiser), by=analyst)
    with pytest.raises(Refused, match="ministerie"):
        actions.give_role(analyst, organisation, Membership.Role.PUBLISHER, by=AdministratorFactory())
    admin = AdministratorFactory()
    with pytest.raises(Refused, match="ziet gegevens van mensen"):
        portal_roles.propose_role(organiser, MINISTRY, by=admin)
    with pytest.raises(Refused, match="ministerie"):
        portal_roles.propose_role(analyst, ADMINISTRATOR, by=admin)
    assert not analyst.memberships.exists() and not is_ministry(organiser)


# Her own data ---------------------------------------------------------------------------------------------


def test_an_invitation_stands_in_the_export_and_goes_with_the_account(organisation, organiser):
    noor, admin = account(), AdministratorFactory()
    invited(organisation, organiser)
    portal_roles.propose_role(noor, ADMINISTRATOR, by=admin)
    told = "".join(takeout.files(noor).values())
    assert "Proefhuis" in told and "beheerder" in told
    privacy.erase(noor)
    assert not Invitation.objects.exists() and not RoleProposal.objects.exists()
    assert not Letter.objects.waiting().exists()
