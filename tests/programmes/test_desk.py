"""The organisers' desk in /cms/: what it shows, whose it is, and what its buttons do."""

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import roles
from people.models import Membership, PersonSeen
from programmes.models import Answer, Application, Edition, Event, Programme
from programmes.states import EditionState
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EditionFactory,
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    QuestionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    programme_page,
    two_contacts,
)
from tests.programmes.desk_forms import edition_values, filled, programme_values
from tests.programmes.public_site import programmes_page
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


# Whose it is ----------------------------------------------------------------------------------------


def test_lists_show_the_own_and_nothing_else(desk, programme, foreign):
    edition = OpenEditionFactory(programme=programme, name="eigen editie")
    SentApplicationFactory(edition=edition, user__name="Eigen Mens")
    EventFactory(title="Eigen avond", organisation=programme.lead())
    for name, own, other in [
        ("desk_programmes", "Eigen programma", "Ander programma"),
        ("desk_editions", "eigen editie", "andere editie"),
        ("desk_events", "Eigen avond", "Andere avond"),
        ("desk_applications", "Eigen Mens", "Ander Mens"),
    ]:
        text = desk.get(reverse(f"{name}:index")).text
        assert own in text and other not in text, name


@pytest.mark.parametrize("view", ["edit", "delete"])
@pytest.mark.parametrize("kind", ["programme", "edition", "event"])
def test_a_foreign_record_is_as_good_as_none(desk, foreign, kind, view):
    name = f"desk_{kind}s:{view}"
    for method in (desk.get, desk.post):
        there = method(reverse(name, args=[foreign[kind].pk]))
        missing = method(reverse(name, args=[987654]))
        assert there.status_code == missing.status_code == 404
    foreign[kind].refresh_from_db()


def test_what_is_foreign_cannot_be_moved_or_read(desk, foreign):
    edition, application, question = foreign["edition"], foreign["application"], foreign["question"]
    state = reverse("desk_edition_state", kwargs={"key": edition.key})
    assert desk.get(state).status_code == 404
    assert desk.post(f"{state}close/").status_code == 404
    assert desk.post(reverse("desk_question_clear", args=[question.pk])).status_code == 404
    assert desk.get(reverse("desk_applications:detail", kwargs={"key": application.key})).status_code == 404
    edition.refresh_from_db()
    assert edition.state == EditionState.OPEN and not PersonSeen.objects.exists()


@pytest.mark.parametrize("role", ["publisher", "ministry", "newcomer"])
def test_without_a_desk_there_is_nothing_here(client, programme, role):
    user = UserFactory(groups=[roles.MINISTRY] if role == "ministry" else [])
    if role == "publisher":
        MembershipFactory(user=user, organisation=programme.lead(), role=Membership.Role.PUBLISHER)
    sign_in(client, user)
    addresses = [
        *(reverse(f"desk_{name}:index") for name in ["programmes", "editions", "events", "applications"]),
        reverse("desk_programmes:edit", args=[programme.pk]),
        reverse("desk_programmes:add"),
    ]
    assert {client.get(address).status_code for address in addresses} <= {404, 302}


def test_an_administrator_has_programmes_but_reads_no_applications(client, foreign):
    sign_in(client, UserFactory(groups=[roles.ADMINISTRATOR]))
    assert "Ander programma" in client.get(reverse("desk_programmes:index")).text
    assert "Ander Mens" not in client.get(reverse("desk_applications:index")).text
    detail = reverse("desk_applications:detail", kwargs={"key": foreign["application"].key})
    assert client.get(detail).status_code == 404


# Records --------------------------------------------------------------------------------------------


def test_making_a_programme(desk, organiser):
    own = organiser.memberships.get().organisation
    carriers = [{"organisation": own.pk, "order": 1, "is_lead": "on"}]
    data = filled(programme_values(name="Nieuw", slug="nieuw"), carriers=carriers)
    response = desk.post(reverse("desk_programmes:add"), data)
    assert response.status_code == 302, response.context["form"].errors
    made = Programme.objects.get(name="Nieuw")
    assert made.lead() == own and made in Programme.objects.visible_to(organiser)


def test_a_programme_without_the_own_organisation_is_refused(desk):
    carriers = [{"organisation": OrganisationFactory().pk, "order": 1}]
    response = desk.post(reverse("desk_programmes:add"), filled(programme_values(name="Nieuw"), carriers=carriers))
    assert "Zet je eigen organisatie bij het programma." in response.text
    assert not Programme.objects.filter(name="Nieuw").exists()


def test_contacts_are_chosen_from_colleagues_and_known_contacts_only(desk, programme, organiser):
    UserFactory(name="Zomaar Iemand")
    SafeguardingContactFactory(user__name="Bekend Contact")
    MembershipFactory(user__name="Andere Collega")
    text = desk.get(reverse("desk_programmes:edit", args=[programme.pk])).text
    assert "Bekend Contact" in text and organiser.name in text
    assert "Zomaar Iemand" not in text and "Andere Collega" not in text


def test_an_edition_is_made_for_an_own_programme_only(desk, programme, foreign):
    values = edition_values(programme)
    address = reverse("desk_editions:add")
    refused = desk.post(address, filled(edition_values(foreign["programme"])))
    assert refused.status_code == 200 and not Edition.objects.filter(name="voorjaar").exists()
    questions = [{"step": 1, "order": 1, "label": "Wat wil je?", "kind": "choice", "choices": "een"}]
    refused = desk.post(address, filled(values, questions=questions))
    assert "Geef minstens twee keuzes" in refused.text
    questions[0]["choices"] = "een\ntwee"
    response = desk.post(address, filled(values, questions=questions))
    assert response.status_code == 302
    made = Edition.objects.get(name="voorjaar")
    assert made.state == EditionState.DRAFT and made.questions.get().label == "Wat wil je?"


def test_a_question_with_answers_stays(desk, programme):
    edition = OpenEditionFactory(programme=programme)
    question = QuestionFactory(edition=edition)
    Answer.objects.create(application=ApplicationFactory(edition=edition), question=question, value="De bus")
    row = {"id": question.pk, "step": 1, "order": 0, "label": question.label, "kind": "long", "DELETE": "on"}
    response = desk.post(
        reverse("desk_editions:edit", args=[edition.pk]), filled(edition_values(programme), questions=[row])
    )
    assert "Op deze vraag is al geantwoord, dus die blijft staan" in response.text
    question.refresh_from_db()


@pytest.mark.parametrize(
    ("change", "is_allowed"),
    [
        ({"label": "Wie ben je echt?"}, False),
        ({"help": "Noem je werkgever."}, False),
        ({"kind": "text"}, False),
        ({"choices": "avond\r\nnooit"}, False),
        ({"label_en": "Which one?"}, False),
        ({"help_en": "In a few words."}, True),  # a translation that was not there
        ({"choices": "avond\r\noverdag"}, True),  # as a browser sends the same
        ({"step": 2, "order": 5, "required": ""}, True),
    ],
)
@pytest.mark.parametrize("is_answered", [True, False])
def test_a_question_with_answers_keeps_its_words(desk, programme, change, is_allowed, is_answered):
    edition = OpenEditionFactory(programme=programme)
    words = {"label": "Wanneer kun je?", "label_en": "When can you?", "kind": "choice"}
    question = QuestionFactory(edition=edition, choices="avond\noverdag", **words)
    if is_answered:
        Answer.objects.create(application=ApplicationFactory(edition=edition), question=question, value="avond")
    same = {"id": question.pk, "step": 1, "order": 0, "required": "on", "choices": "avond\r\noverdag", **words}
    copy = {"step": 1, "order": 1, "label": "Wanneer dan?", "kind": "long"}
    data = filled(edition_values(programme), questions=[same | change, copy])
    response = desk.post(reverse("desk_editions:edit", args=[edition.pk]), data)
    if is_allowed or not is_answered:
        assert response.status_code == 302 and edition.questions.count() == 2
    else:
        assert "voeg een vraag toe: Wanneer kun je?" in response.text
        question.refresh_from_db()
        assert (question.label, question.kind, edition.questions.count()) == ("Wanneer kun je?", "choice", 1)


def test_what_something_hangs_on_cannot_be_deleted(desk, programme):
    EditionFactory(programme=programme)
    response = desk.post(reverse("desk_programmes:delete", args=[programme.pk]))
    assert response.status_code == 409 and "hangt nog iets aan" in response.text
    programme.refresh_from_db()


def test_an_event_is_made_for_the_own_organisation(desk, programme):
    values = {"organisation": programme.lead().pk, "title": "Avond", "town": "Assen"}
    values |= {"starts_at": "2027-02-06 19:00", "ends_at": "2027-02-06 21:00"}
    values |= {"for_whom": "iedereen", "registering": "none"}
    desk.post(reverse("desk_events:add"), {**values, "organisation": OrganisationFactory().pk})
    assert not Event.objects.exists()
    desk.post(reverse("desk_events:add"), values)
    assert Event.objects.get().organisation == programme.lead()


# Opening and closing -----------------------------------------------------------------------------------


def test_an_edition_is_opened_and_closed_by_buttons(desk, programme):
    edition = EditionFactory(programme=programme)
    state = reverse("desk_edition_state", kwargs={"key": edition.key})
    assert "nog geen twee vertrouwenspersonen" in desk.get(state).text
    assert "Zet eerst twee vertrouwenspersonen" in desk.post(f"{state}open/", follow=True).text
    two_contacts(programme)
    assert "De editie is nu: open voor aanmelden" in desk.post(f"{state}open/", follow=True).text
    assert "Dat kan nu niet meer" in desk.post(f"{state}open/", follow=True).text
    assert desk.get(f"{state}close/").status_code == 405
    desk.post(f"{state}close/")
    edition.refresh_from_db()
    assert edition.state == EditionState.CLOSED
    assert desk.post(f"{state}explode/").status_code == 404


def test_a_held_question_waits_for_an_administrator(desk, client, programme):
    question = QuestionFactory(edition__programme=programme, label="Wat is je afkomst?")
    state = reverse("desk_edition_state", kwargs={"key": question.edition.key})
    clear = reverse("desk_question_clear", args=[question.pk])
    text = desk.get(state).text
    assert "Wat is je afkomst?" in text and "Vrijgeven" not in text
    assert desk.post(clear).status_code == 404
    sign_in(client, UserFactory(groups=[roles.ADMINISTRATOR]))
    assert "Vrijgeven" in client.get(state).text
    client.post(clear)
    question.refresh_from_db()
    assert not question.is_held


# Lists and the page editor ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["programmes", "editions", "events", "applications"])
def test_lists_take_no_query_more_for_a_row(desk, programme, name):
    def add(number):
        for _number in range(number):
            edition = OpenEditionFactory(programme=ProgrammeFactory(carried_by=programme.lead()))
            SentApplicationFactory(edition=edition)
            EventFactory(organisation=programme.lead(), programme=edition.programme)

    def count():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(f"desk_{name}:index")).status_code == 200
        return len(captured)

    add(2)
    count()
    few = count()
    add(6)
    count()
    assert count() == few <= 24
    assert Application.objects.count() == 8


def test_the_page_editor_links_to_the_facts(client, programme):
    edition = EditionFactory(programme=programme)
    page = programme_page(programmes_page(), programme)
    user = UserFactory(is_superuser=True, groups=[roles.ADMINISTRATOR])
    sign_in(client, user)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert reverse("desk_programmes:edit", args=[programme.pk]) in text
    assert reverse("desk_editions:edit", args=[edition.pk]) in text


def test_the_desk_has_a_style_that_fits_long_choices_on_a_phone(desk):
    assert "programmes/desk.css" in desk.get(reverse("desk_editions:add")).text
    assert finders.find("programmes/desk.css")
