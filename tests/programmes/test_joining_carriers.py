"""An organisation that joins a programme sees what is sent from then on: who applied before did not know of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from people.models import Membership, PersonSeen
from programmes import policies
from programmes.models import Application, Carrier
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory
from tests.programmes.desk_forms import filled, programme_values
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def joined(programme):
    """The organisation that carries the programme since yesterday."""
    carrier = Carrier(programme=programme, organisation=OrganisationFactory(), since=timezone.now() - timedelta(days=1))
    carrier.save()
    return carrier


@pytest.fixture
def sent(programme):
    edition = OpenEditionFactory(programme=programme)
    return {
        "before": SentApplicationFactory(
            edition=edition, user__name="Eerder Mens", submitted_at=timezone.now() - timedelta(days=2)
        ),
        "since": SentApplicationFactory(edition=edition, user__name="Later Mens"),
    }


def sees(user, application):
    return (
        Application.objects.at_the_desk_of(user).filter(pk=application.pk).exists(),
        Application.objects.visible_to(user).filter(pk=application.pk).exists(),
        policies.can_read_application(user, application),
    )


@pytest.mark.parametrize(
    ("role", "of", "before", "since"),
    [
        ("organiser", "first", True, True),
        ("organiser", "joined", False, True),
        ("organiser", "both", True, True),
        ("organiser", "other", False, False),
        ("publisher", "first", False, False),
        ("publisher", "joined", False, False),
    ],
)
def test_role_by_moment(programme, joined, sent, role, of, before, since):
    of_ = {"first": [programme.lead()], "joined": [joined.organisation], "other": [OrganisationFactory()]}
    of_["both"] = [*of_["joined"], *of_["first"]]
    user = MembershipFactory(organisation=of_[of][0], role=role).user
    for organisation in of_[of][1:]:
        Membership.objects.create(user=user, organisation=organisation, role=role)
    assert sees(user, sent["before"]) == (before,) * 3
    assert sees(user, sent["since"]) == (since,) * 3


def test_at_the_desk_the_earlier_one_is_as_good_as_none(client, joined, sent):
    sign_in(client, MembershipFactory(organisation=joined.organisation, role=Membership.Role.ORGANISER).user)
    text = client.get(reverse("desk_applications:index")).text
    assert "Later Mens" in text and "Eerder Mens" not in text
    detail = {moment: reverse("desk_applications:detail", kwargs={"key": sent[moment].key}) for moment in sent}
    assert client.get(detail["before"]).status_code == 404 and client.get(detail["since"]).status_code == 200
    assert {seen.user for seen in PersonSeen.objects.all()} == {sent["since"].user}


def test_who_saw_it_names_the_organisation_that_may(client, programme, joined, sent):
    user = MembershipFactory(organisation=joined.organisation, role=Membership.Role.ORGANISER).user
    Membership.objects.create(user=user, organisation=programme.lead(), role=Membership.Role.ORGANISER)
    sign_in(client, user)
    client.get(reverse("desk_applications:detail", kwargs={"key": sent["before"].key}))
    assert PersonSeen.objects.get().organisation == programme.lead()


def save_carriers(desk, programme, *rows):
    values = programme_values(name=programme.name, slug=programme.slug)
    return desk.post(reverse("desk_programmes:edit", args=[programme.pk]), filled(values, carriers=list(rows)))


def test_who_is_added_at_the_desk_starts_now(desk, programme, sent):
    first, other = programme.carriers.get(), OrganisationFactory()
    kept = {"id": first.pk, "organisation": first.organisation_id, "order": 1, "is_lead": "on"}
    assert save_carriers(desk, programme, kept, {"organisation": other.pk, "order": 2}).status_code == 302
    assert timezone.now() - programme.carriers.get(organisation=other).since < timedelta(minutes=1)
    first.refresh_from_db()
    assert timezone.now() - first.since > timedelta(days=300)
    assert not sees(MembershipFactory(organisation=other, role=Membership.Role.ORGANISER).user, sent["since"])[0]


def test_a_row_is_not_handed_on_to_another_organisation(desk, programme, joined, sent):
    Carrier.objects.filter(pk=joined.pk).update(since=timezone.now() - timedelta(days=300))
    first, other = programme.lead(), OrganisationFactory()
    kept = {"id": programme.carriers.get(organisation=first).pk, "organisation": first.pk, "order": 1, "is_lead": "on"}
    save_carriers(desk, programme, kept, {"id": joined.pk, "organisation": other.pk, "order": 2})
    assert not sees(MembershipFactory(organisation=other, role=Membership.Role.ORGANISER).user, sent["before"])[0]
    assert set(programme.organisations.all()) == {first, joined.organisation}


def test_going_and_coming_back_starts_anew(desk, programme, sent):
    """By its own row alone: an organisation that left sees nothing, and sees nothing of before when it returns."""
    first, other = programme.carriers.get(), OrganisationFactory()
    joined = Carrier.objects.create(
        programme=programme, organisation=other, since=timezone.now() - timedelta(days=300), order=2
    )
    kept = {"id": first.pk, "organisation": first.organisation_id, "order": 1, "is_lead": "on"}
    gone = {"id": joined.pk, "organisation": other.pk, "order": 2, "DELETE": "on"}
    organiser = MembershipFactory(organisation=other, role=Membership.Role.ORGANISER).user
    assert sees(organiser, sent["before"])[0]
    save_carriers(desk, programme, kept, gone)
    assert not sees(organiser, sent["before"])[0]
    save_carriers(desk, programme, kept, {"organisation": other.pk, "order": 2})
    assert programme.carriers.filter(organisation=other).exists() and not sees(organiser, sent["before"])[0]
