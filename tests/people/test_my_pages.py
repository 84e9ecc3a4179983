"""/mijn/ and /mijn/gegevens/: for every account, about nobody else."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lifecycle.models import JournalLine
from people import consent
from people.models import Membership, User
from people.sections import Section, Step, steps_of, workplace
from people.seen import Role, What, note_view
from tests.factories.people import (
    AdministratorFactory,
    ConsentFactory,
    ConsentTextFactory,
    MembershipFactory,
    MinistryFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
MINE, MY_DATA = "/mijn/", "/mijn/gegevens/"


@pytest.fixture
def user(client) -> User:
    found = UserFactory(name="Yara", email="yara@example.org")
    sign_in(client, found, proved=False)
    return found


def text(response) -> str:
    return response.content.decode()


# The overview -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [MINE, MY_DATA, MY_DATA + "wissen/"])
def test_a_visitor_is_asked_to_log_in(client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 302 and response["Location"] == f"/account/login/?next={path}"


@pytest.mark.parametrize("path", [MY_DATA + "meenemen/", MY_DATA + "intrekken/"])
def test_what_changes_or_gives_out_something_is_never_a_link(client, user, path: str) -> None:
    assert client.get(path).status_code == 405


def test_an_account_without_data_is_told_what_to_do(client, user, settings) -> None:
    settings.DASHBOARD_SECTIONS = []
    page = text(client.get(MINE))
    assert "Dag Yara" in page and "Jouw volgende stap" in page
    assert "Zoek een programma dat bij je past" in page
    assert 'href="/programmawijzer/"' in page and 'href="/programmas/"' in page


def test_the_english_overview_leads_to_english_pages(client, user, settings) -> None:
    settings.DASHBOARD_SECTIONS = []
    page = text(client.get("/en/mijn/"))
    assert 'href="/en/programmawijzer/"' in page and 'href="/en/mijn/gegevens/"' in page


def soon(request) -> Section:
    return Section(steps=(Step("Later", "/later/", "Ga", until=date(2027, 1, 1)), Step("Ooit", "/ooit/", "Ga")))


def sooner(request) -> Section:
    return Section(
        "people/section_workplace.html",
        {"links": [{"url": "/eerst/", "label": "Eerst <b>"}]},
        steps=(Step("Nu", "/nu/", "Ga", until=date(2026, 12, 1)),),
    )


def silent(request) -> None:
    return None


def test_the_nearest_step_comes_first(client, user, settings) -> None:
    names = ("soon", "silent", "sooner")
    settings.DASHBOARD_SECTIONS = [f"tests.people.test_my_pages.{name}" for name in names]
    page = text(client.get(MINE))
    assert page.index('href="/nu/"') < page.index('href="/later/"') < page.index('href="/ooit/"')
    assert "Eerst &lt;b&gt;" in page and "Zoek een programma" not in page


def links(request) -> Section:
    """Of an alumna: nothing waits for her."""
    own = [{"url": "/mijn/netwerk/", "label": "Netwerk: vind anderen"}]
    return Section("people/section_workplace.html", {"own_links": own}, aside=True)


def test_who_has_doors_of_her_own_and_nothing_to_do_is_not_greeted_as_new(client, user, settings) -> None:
    settings.DASHBOARD_SECTIONS = ["tests.people.test_my_pages.links"]
    page = text(client.get(MINE))
    assert "Er wacht niets op jou." in page and "Je account is klaar" not in page and "Zoek een programma" not in page
    assert page.index('id="van-mij"') < page.index('href="/mijn/netwerk/"') and "Jouw werk" not in page


def test_steps_without_a_date_keep_their_order() -> None:
    first, second, dated = Step("a", "", ""), Step("b", "", ""), Step("c", "", "", until=date(2030, 1, 1))
    assert steps_of([Section(steps=(first, second)), Section(steps=(dated,))]) == [dated, first, second]


def doors_of(user: User) -> list[str]:
    request = RequestFactory().get(MINE)
    request.user = user
    section = workplace(request)
    return [link["url"] for link in section.context["links"]] if section else []


def test_who_works_here_finds_the_door() -> None:
    assert doors_of(UserFactory()) == []
    assert doors_of(MembershipFactory(role=Membership.Role.PUBLISHER).user) == ["/cms/"]
    assert doors_of(AdministratorFactory()) == ["/cms/"]
    assert doors_of(MinistryFactory()) == ["/cijfers/"]


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_the_overview_has_a_bounded_number_of_queries(client, user, settings) -> None:
    settings.DASHBOARD_SECTIONS = ["people.sections.workplace"]
    assert queries(client, MINE) <= 10


# The own data -----------------------------------------------------------------------------------


def test_name_and_language_are_saved(client, user) -> None:
    response = client.post(MY_DATA, {"name": "Yara V.", "language": "en"}, follow=True)
    user.refresh_from_db()
    assert (user.name, user.language) == ("Yara V.", "en")
    assert "Bewaard" in text(response)


def test_a_name_that_is_too_long_is_told_and_nothing_is_saved_or_lost(client, user) -> None:
    response = client.post(MY_DATA, {"name": "x" * 61, "language": "nl"})
    page = text(response)
    user.refresh_from_db()
    assert response.status_code == 200 and user.name == "Yara"
    assert "<title>Fout:" in page and "x" * 61 in page


def test_someone_else_can_not_be_saved_along(client, user) -> None:
    client.post(MY_DATA, {"name": "Yara", "language": "nl", "email": "x@example.org", "is_superuser": "1"})
    user.refresh_from_db()
    assert user.email == "yara@example.org" and not user.is_superuser


def test_consents_are_shown_and_can_be_withdrawn(client, user, settings) -> None:
    settings.CONSENT_PURPOSES = ["tests.people.purposes.AFTERWARDS"]
    ConsentTextFactory()
    consent.give(user, "afterwards")
    page = text(client.get(MY_DATA))
    assert "Na de verkiezing één vraag" in page and "Mogen we je één keer vragen" in page
    client.post(reverse("people:withdraw_consent"), {"purpose": "afterwards", "about": ""})
    assert not consent.stands(user, "afterwards")
    page = text(client.get(MY_DATA))
    assert "Ingetrokken op" in page and "Trek in" not in page


@pytest.mark.parametrize("sent", [{}, {"purpose": "afterwards"}, {"purpose": "x y"}, {"about": "not-a-key"}])
def test_withdrawing_what_is_not_there_is_no_error(client, user, sent: dict) -> None:
    response = client.post(reverse("people:withdraw_consent"), sent, follow=True)
    assert response.status_code == 200 and "al ingetrokken" in text(response)


def test_another_persons_consent_is_out_of_reach(client, user) -> None:
    other = ConsentFactory()
    client.post(reverse("people:withdraw_consent"), {"purpose": other.text.purpose})
    assert consent.stands(other.user, other.text.purpose)


def test_who_saw_me_tells_role_and_organisation_and_not_the_name(client, user) -> None:
    viewer = UserFactory(name="Nieuwsgierige Nel")
    organisation = OrganisationFactory(name="Kijkhuis")
    note_view(user, by=viewer, role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation)
    page = text(client.get(MY_DATA))
    assert "Organisator, Kijkhuis: je aanmelding" in page
    assert "Nieuwsgierige" not in page


def test_the_lists_are_paged(client, user) -> None:
    organisation = OrganisationFactory()
    for day in range(25):
        on = date(2026, 11, 1) - timedelta(days=day)
        note_view(user, by=UserFactory(), role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation, on=on)
    assert text(client.get(MY_DATA)).count("je aanmelding") == 10
    assert text(client.get(MY_DATA, {"gezien": "3"})).count("je aanmelding") == 5
    assert client.get(MY_DATA, {"gezien": "x", "toestemmingen": "99"}).status_code == 200


def test_more_rows_cost_no_more_queries(client, user) -> None:
    def fill(number: int) -> None:
        for each in range(number):
            ConsentFactory(user=user, text=ConsentTextFactory(purpose=f"p{number}-{each}"))
            note_view(
                user,
                by=UserFactory(),
                role=Role.ORGANISER,
                what=What.PROFILE,
                organisation=OrganisationFactory(name=f"O {number}-{each}"),
            )

    fill(2)
    before = queries(client, MY_DATA)
    fill(5)
    assert queries(client, MY_DATA) == before <= 12  # one of them asks whom one can talk to safely


def test_what_is_taken_along_is_complete_and_its_name_tells_nothing(client, user) -> None:
    response = client.post(reverse("people:take_out"))
    assert response["Content-Disposition"] == 'attachment; filename="gegevens.zip"'
    assert "no-store" in response["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(response.content)) as packed:
        assert packed.namelist() == ["person.json", "person.html"]
        assert json.loads(packed.read("person.json"))["people"]["account"]["email"] == "yara@example.org"
    assert JournalLine.objects.get(verb="take_out").actor == user.journal_key


# Erase ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["", "ja", "wis", "x" * 30])
def test_another_word_erases_nothing(client, user, typed: str) -> None:
    page = text(client.post(MY_DATA + "wissen/", {"word": typed}))
    assert "<title>Fout:" in page and User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("typed", ["wissen", " Wissen ", "‘wissen’"])
def test_the_word_erases_everything_and_signs_out(client, user, typed: str) -> None:
    pk = user.pk
    response = client.post(MY_DATA + "wissen/", {"word": typed})
    assert "Je gegevens zijn gewist" in text(response)
    assert not User.objects.filter(pk=pk).exists()
    assert not UserSession.objects.exists() and not Session.objects.exists()
    assert client.get(MINE).status_code == 302
