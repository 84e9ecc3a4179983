"""Klein programma: one screen from nothing to an open edition, and then how far it is."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import privacy, takeout
from people.models import Membership, Organisation, User
from people.policies import require_nobodys_data
from programmes.choices import AdmissionMode, Audience, Form, Reveals
from programmes.models import Edition, PoolContact, Programme, ProgrammePage, SafeguardingContact
from programmes.small_programme.actions import Wish, begin_small_programme
from programmes.small_programme.presets import PRESETS
from tests.factories.people import (
    AdministratorFactory,
    MembershipFactory,
    MinistryFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, SentApplicationFactory, admitted
from tests.laid import laid
from tests.signing_in import sign_in

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
BEGIN = "/cms/klein-programma/"
SOON = timezone.localdate() + timedelta(days=40)


@pytest.fixture
def organiser() -> User:
    organisation = OrganisationFactory(name="Proefhuis", mail_address="info@example.org")
    return MembershipFactory(user__name="Ria", organisation=organisation).user


@pytest.fixture
def organisation(organiser: User) -> Organisation:
    return organiser.memberships.get().organisation


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


def shared(name: str = "Wil Buiten") -> PoolContact:
    facts = {"hours": "elke dag", "mail_address": "veilig@example.org"}
    return PoolContact.objects.create(user=UserFactory(), display_name=name, **facts)


def typed(**changes):
    values = {
        "name": "Aan zet in Proefstad",
        "what": "Je leert hoe de raad werkt.\nEn je loopt mee.",
        "for_whom": "iedereen",
        "reveals": "nothing",
        "starts_on": SOON.isoformat(),
        "town": "Proefstad",
        "form": "live",
        "capacity": "20",
        "admission_mode": "conversation",
        "questions": ["why", "when"],
        "pool": [],
        "contact_hours": "op werkdagen",
    }
    return {**values, **changes}


def test_one_organiser_is_open_and_on_the_site_with_one_press(desk, organiser, organisation):
    pool = shared()
    facts = {"pool": [pool.pk], "contact": organiser.pk, "contact_address": "vertrouwd@example.org"}
    response = desk.post(BEGIN, typed(**facts), follow=True)
    programme = Programme.objects.get(name="Aan zet in Proefstad")
    edition = programme.editions.get()
    assert response.request["PATH_INFO"] == f"{BEGIN}{edition.key}/"
    assert edition.is_open() and edition.admission_mode == AdmissionMode.CONVERSATION
    assert edition.closes_at == timezone.make_aware(
        timezone.datetime.combine(SOON, timezone.datetime.min.time())
    )  # until the day before it begins
    assert [question.label for question in edition.questions.all()] == [PRESETS[0].label, PRESETS[2].label]
    assert [(one.display_name, one.is_outside) for one in programme.safeguarding_contacts.order_by("is_outside")] == [
        ("Ria", False), ("Wil Buiten", True),
    ]  # fmt: skip
    page = ProgrammePage.objects.get(programme=programme, locale__language_code="nl")
    assert page.live and not ProgrammePage.objects.get(programme=programme, locale__language_code="en").live
    text = Client().get(page.get_url()).text
    assert "Je leert hoe de raad werkt." in text and "vertrouwd@example.org" in text
    steps = {str(step.title): step.is_done for step in response.context["steps"]}
    assert steps["De pagina"] and steps["Aanmelden"] and steps["Bij wie je veilig kunt praten"]
    assert response.context["next"].title == "Je lijst"
    assert set(JournalLine.objects.filter(scope=organisation.key).values_list("verb", flat=True)) == {
        "begin_small", "open",
    }  # fmt: skip


def test_where_somebody_can_look_along_the_page_waits_for_her(desk, organiser, organisation):
    MembershipFactory(organisation=organisation, role=Membership.Role.PUBLISHER)
    response = desk.post(BEGIN, typed(pool=[shared("Een").pk, shared("Twee").pk]), follow=True)
    page = ProgrammePage.objects.get(programme__name="Aan zet in Proefstad", locale__language_code="nl")
    assert not page.live and "raad werkt" in str(page.get_latest_revision_as_object().body)
    assert response.context["next"].title == "De pagina"
    assert Edition.objects.get().is_open()  # two from outside are enough


def test_without_contacts_it_stands_and_waits(desk):
    response = desk.post(BEGIN, typed(), follow=True)
    assert not Edition.objects.get().is_open()
    steps = {str(step.title): step.is_done for step in response.context["steps"]}
    assert not steps["Bij wie je veilig kunt praten"] and not steps["Aanmelden"]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": ""}),
        ("name", {"name": "x" * 121}),
        ("name", {"name": "al er"}),
        ("what", {"what": "\x00"}),
        ("what", {"what": "x" * 1_000_000}),
        ("reveals", {"reveals": ""}),
        ("reveals", {"reveals": "alles"}),
        ("starts_on", {"starts_on": "31-31-2027"}),
        ("starts_on", {"starts_on": "2020-01-01"}),
        ("starts_on", {"starts_on": "9999-12-31"}),
        ("ends_on", {"ends_on": "2026-01-01"}),
        ("closes_on", {"closes_on": (SOON + timedelta(days=1)).isoformat()}),
        ("town", {"town": "\u202e"}),
        ("capacity", {"capacity": "0"}),
        ("capacity", {"capacity": "veel"}),
        ("capacity", {"capacity": "1e9"}),
        ("admission_mode", {"admission_mode": "lot"}),
        ("questions", {"questions": ["afkomst"]}),
        ("pool", {"pool": [999_999]}),
        ("contact_address", {"contact": "own", "contact_address": ""}),
        ("contact_address", {"contact": "own", "contact_address": "geen adres"}),
        ("contact", {"contact": "foreign"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(desk, organiser, field, changes):
    ProgrammeFactory(name="Al er")
    who = {"own": organiser.pk, "foreign": UserFactory().pk}
    changes = {name: who.get(value, value) if name == "contact" else value for name, value in changes.items()}
    response = desk.post(BEGIN, typed(**changes))
    assert response.status_code == 200 and set(response.context["form"].errors) == {field}
    assert len(response.context["form"].errors[field]) == 1
    assert not Edition.objects.exists() and "Proefstad" in response.text


def test_signs_that_nobody_sees_are_left_out(desk):
    desk.post(BEGIN, typed(name="Aan\x00 \u202ezet", what="<script>alert(1)</script>\r\n\r\nTot zo"))
    assert Programme.objects.get().name == "Aan zet"
    page = ProgrammePage.objects.first().get_latest_revision_as_object()
    assert "<script>" not in str(page.body) and "&lt;script&gt;" in str(page.body)


def wish(organisation: Organisation, **changes) -> Wish:
    facts = {
        "organisation": organisation,
        "name": "Aan zet",
        "what": "Leren.",
        "starts_on": SOON,
        "ends_on": None,
        "closes_on": SOON - timedelta(days=1),
        "town": "Proefstad",
        "form": Form.LIVE,
        "for_whom": Audience.EVERYONE,
        "capacity": 20,
        "admission_mode": AdmissionMode.ORDER,
        "reveals": Reveals.HEALTH,
    }
    return Wish(**{**facts, **changes})


def test_a_name_that_is_taken_makes_nothing_half(organiser, organisation):
    begun = begin_small_programme(wish(organisation), by=organiser)
    assert begun.edition.is_sensitive and not begun.is_open
    for name in ("Aan zet", "AAN ZET"):
        with pytest.raises(Refused):
            begin_small_programme(wish(organisation, name=name), by=organiser)
    other = begin_small_programme(wish(organisation, name="Aan! Zet?"), by=organiser).edition.programme
    assert other.slug == "aan-zet-2" and Programme.objects.count() == 2


def test_for_another_organisation_nobody_begins(organiser, organisation):
    publisher = MembershipFactory(organisation=organisation, role=Membership.Role.PUBLISHER).user
    for by, whose in (
        (organiser, OrganisationFactory()),
        (publisher, organisation),
        (AdministratorFactory(), organisation),
    ):
        with pytest.raises(PermissionDenied):
            begin_small_programme(wish(whose), by=by)
    assert not Programme.objects.exists()


def test_who_runs_two_organisations_says_for_which(client, organiser, organisation):
    second = MembershipFactory(user=organiser).organisation
    sign_in(client, organiser)
    assert set(client.post(BEGIN, typed()).context["form"].errors) == {"organisation"}
    assert set(client.post(BEGIN, typed(organisation=OrganisationFactory().pk)).context["form"].errors) == {
        "organisation"
    }
    client.post(BEGIN, typed(organisation=second.pk))
    assert Programme.objects.get().lead() == second


def test_a_contact_from_the_pool_who_works_here_is_no_outsider(organiser, organisation):
    pool = shared()
    PoolContact.objects.filter(pk=pool.pk).update(organisation=organisation)
    pool.refresh_from_db()
    begun = begin_small_programme(wish(organisation, pool=(pool, shared("Twee"))), by=organiser)
    assert sorted(begun.edition.programme.safeguarding_contacts.values_list("is_outside", flat=True)) == [False, True]


def test_the_list_follows_what_is_done(desk, organisation):
    edition = OpenEditionFactory(programme=ProgrammeFactory(carried_by=organisation))
    page = reverse("desk_small_programme:checklist", args=[edition.key])

    def about_people():
        steps = {str(step.title): step for step in desk.get(page).context["steps"]}
        return str(steps["Wie meedoet"].text), steps["Wie meedoet"].is_done

    assert about_people() == ("Meldt iemand zich aan, dan zie je dat hier.", False)
    admitted(edition)
    assert about_people() == ("1 mens doet mee.", True)
    SentApplicationFactory(edition=edition)
    assert about_people() == ("1 mens wacht op antwoord.", False)
    assert all(desk.get(step.url).status_code == 200 for step in desk.get(page).context["steps"])


# The pool -------------------------------------------------------------------------------------------------


def test_an_administrator_keeps_the_pool(client, organiser):
    sign_in(client, AdministratorFactory())
    add, facts = reverse("admin_pool_contacts:add"), {"display_name": "Wil", "hours": "elke dag"}
    person = UserFactory(email="wil@example.org")
    for wrong in ({"email": "weg@example.org", "phone": "112"}, {"email": "wil@example.org"}):
        assert client.post(add, {**facts, **wrong}).status_code == 200
    assert client.post(add, {**facts, "email": "WIL@example.org", "phone": "070 123 45 67"}).status_code == 302
    found = PoolContact.objects.get()
    assert found.user == person
    assert "al in de pool" in client.post(add, {**facts, "email": "wil@example.org", "phone": "112"}).text
    edit = reverse("admin_pool_contacts:edit", args=[found.pk])
    assert 'value="wil@example.org"' in client.get(edit).text
    client.post(edit, {**facts, "email": "wil@example.org", "phone": "070 765 43 21"})
    found.refresh_from_db()
    assert found.phone == "070 765 43 21"


def test_the_ministry_stands_in_no_pool_and_who_does_is_no_ministry(client):
    sign_in(client, AdministratorFactory())
    asked = {"display_name": "Wil", "hours": "elke dag", "phone": "070 123 45 67"}
    page = client.post(reverse("admin_pool_contacts:add"), {**asked, "email": MinistryFactory().email})
    assert "van het ministerie" in page.text and not PoolContact.objects.exists()
    with pytest.raises(Refused, match="ziet gegevens van mensen"):
        require_nobodys_data(shared().user)


def test_who_stands_in_the_pool_reads_it_and_goes_from_it():
    contact = shared("Kanarie Buiten")
    told = "".join(takeout.files(contact.user).values())
    assert "Kanarie Buiten" in told and "veilig@example.org" in told
    privacy.erase(contact.user)
    assert not PoolContact.objects.exists() and not SafeguardingContact.objects.exists()
