""" "Wat wacht op mij" on the first page of the desk: what, for whom, in which order, and never another's."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from people.desk_sections import MOST_TASKS
from people.models import Membership, PersonSeen
from programmes.choices import Reveals
from programmes.desk import sections
from programmes.states import ApplicationState, EditionState
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EditionFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    QuestionFactory,
    SentApplicationFactory,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
HOME = "/cms/"
TODAY = timezone.localdate
HELD = "Wat is je afkomst?"


def section(name, user):
    request = RequestFactory().get(HOME)
    request.user = user
    return getattr(sections, name)(request)


def titles(name, user):
    found = section(name, user)
    return None if found is None else [task.title for task in found.tasks]


# Applications ---------------------------------------------------------------------------------------------


def test_what_was_promised_first_comes_first_and_late_is_said(programme, organiser):
    for name, answer_by in [("zonder", None), ("later", 9), ("te laat", -2), ("vandaag", 0)]:
        day = None if answer_by is None else TODAY() + timedelta(days=answer_by)
        SentApplicationFactory.create_batch(
            2, edition=OpenEditionFactory(programme=programme, name=name, answer_by=day)
        )
    found = section("applications", organiser).tasks
    assert [task.title for task in found] == [
        f"Eigen programma, {name}" for name in ("te laat", "vandaag", "later", "zonder")
    ]
    assert [task.is_late for task in found] == [True, False, False, False]
    assert {task.amount for task in found} == {"2 aanmeldingen"}
    assert "De eerste wacht sinds" in found[-1].text


def test_of_two_without_a_promise_the_one_that_waits_longest_comes_first(programme, organiser):
    for name, days in [("kort", 1), ("lang", 9)]:
        edition = OpenEditionFactory(programme=programme, name=name, answer_by=None)
        SentApplicationFactory(edition=edition, submitted_at=timezone.now() - timedelta(days=days))
        SentApplicationFactory(edition=edition)
    assert titles("applications", organiser) == ["Eigen programma, lang", "Eigen programma, kort"]


def test_only_who_waits_for_an_answer_counts(programme, organiser):
    edition = OpenEditionFactory(programme=programme)
    SentApplicationFactory(edition=edition)
    ApplicationFactory(edition=edition)
    for state in set(ApplicationState) - {ApplicationState.DRAFT, ApplicationState.SUBMITTED}:
        SentApplicationFactory(edition=edition, state=state)
    (task,) = section("applications", organiser).tasks
    assert task.amount == "1 aanmelding"


def test_the_link_leads_to_those_who_wait(desk, programme):
    edition = OpenEditionFactory(programme=programme)
    SentApplicationFactory(edition=edition, user__name="Wacht Nog")
    SentApplicationFactory(edition=edition, user__name="Is Klaar", state=ApplicationState.REFUSED)
    SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user__name="Andere Editie")
    url = f"{reverse('desk_applications:index')}?edition={edition.pk}&state=submitted"
    assert url.replace("&", "&amp;") in desk.get(HOME).text
    text = desk.get(url).text
    assert "Wacht Nog" in text and "Is Klaar" not in text and "Andere Editie" not in text


def test_the_page_names_nobody_so_nobody_was_seen(desk, programme):
    SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user__name="Eigen Mens")
    assert "Eigen Mens" not in desk.get(HOME).text and not PersonSeen.objects.exists()


# Editions and questions -----------------------------------------------------------------------------------


def test_an_edition_that_closes_within_a_week_is_told(programme, organiser):
    for name, days in [("over zes", 6), ("morgen", 1), ("over acht", 8)]:
        OpenEditionFactory(programme=programme, name=name, closes_at=timezone.now() + timedelta(days=days))
    OpenEditionFactory(programme=programme, name="zonder", closes_at=None)
    OpenEditionFactory(programme=programme, name="voorbij", opens_at=None, closes_at=timezone.now())
    EditionFactory(programme=programme, name="concept", closes_at=timezone.now() + timedelta(days=1))
    assert titles("closing", organiser) == ["Eigen programma, morgen", "Eigen programma, over zes"]


def test_a_held_question_waits_for_both_while_the_form_is_still_to_be_filled_in(programme, organiser):
    for state in EditionState:
        edition = EditionFactory(programme=programme, name=state, state=state)
        QuestionFactory.create_batch(2, edition=edition, label=HELD)
        QuestionFactory(edition=edition)
    expected = [f"Eigen programma, {state}" for state in ("draft", "open", "closed")]
    assert titles("held_questions", organiser) == titles("held_questions", AdministratorFactory()) == expected
    found = section("held_questions", organiser).tasks[0]
    assert found.amount == "2 vragen" and "tot een beheerder kijkt" in found.text


def test_a_cleared_question_waits_no_more(programme, organiser):
    question = QuestionFactory(edition__programme=programme, label=HELD)
    question.cleared = question.fingerprint()
    question.save()
    assert titles("held_questions", organiser) == []


def test_a_looser_word_waits_for_an_administrator_alone(programme, organiser):
    EditionFactory(programme=programme, name="losser", reveals=Reveals.HEALTH, reveals_asked=Reveals.NOTHING)
    EditionFactory(programme=programme, reveals=Reveals.HEALTH)
    assert titles("looser_reveals", organiser) is None
    (task,) = section("looser_reveals", AdministratorFactory()).tasks
    assert task.title == "Eigen programma, losser"
    assert task.text == "Nu: iets over je gezondheid of een beperking. Gevraagd: niets bijzonders."


# Whose it is ----------------------------------------------------------------------------------------------


def test_what_waits_for_another_organisation_never_shows(desk, foreign):
    foreign["edition"].closes_at = timezone.now() + timedelta(days=1)
    foreign["edition"].reveals_asked = Reveals.NOTHING
    foreign["edition"].save()
    text = desk.get(HOME).text
    assert "Er wacht niets op jou." in text
    assert "Ander programma" not in text and "andere editie" not in text


def test_an_administrator_gets_no_applications_or_terms_of_organisations(foreign):
    administrator = AdministratorFactory()
    assert titles("applications", administrator) is None and titles("closing", administrator) is None
    assert titles("held_questions", administrator) == ["Ander programma, andere editie"]


def test_a_publisher_has_none_of_it(programme):
    publisher = MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user
    edition = OpenEditionFactory(programme=programme, closes_at=timezone.now() + timedelta(days=1))
    SentApplicationFactory(edition=edition)
    QuestionFactory(edition=edition, label=HELD)
    names = ["applications", "closing", "held_questions", "looser_reveals"]
    assert [titles(name, publisher) for name in names] == [None] * 4


# However much waits -----------------------------------------------------------------------------------------


def _pile_up(programme, number):
    for _number in range(number):
        edition = OpenEditionFactory(
            programme=ProgrammeFactory(carried_by=programme.lead()),
            closes_at=timezone.now() + timedelta(days=1),
            reveals=Reveals.HEALTH,
            reveals_asked=Reveals.NOTHING,
        )
        SentApplicationFactory(edition=edition)
        QuestionFactory(edition=edition, label=HELD)


def test_more_than_a_page_full_ends_in_a_link(programme, organiser):
    _pile_up(programme, MOST_TASKS)
    full = section("applications", organiser)
    assert len(full.first) == MOST_TASKS and full.rest is None
    _pile_up(programme, 2)
    for name, user in [("applications", organiser), ("closing", organiser), ("held_questions", organiser)]:
        found = section(name, user)
        assert len(found.first) == MOST_TASKS and found.rest == found.more, name
    assert section("looser_reveals", AdministratorFactory()).rest.url == reverse("desk_editions:index")


@pytest.mark.parametrize("role", ["organiser", "administrator"])
def test_the_page_takes_no_query_more_for_a_row(client, programme, organiser, role):
    sign_in(client, organiser if role == "organiser" else AdministratorFactory())

    def count():
        client.get(HOME)
        with CaptureQueriesContext(connection) as captured:
            assert "Proefprogramma" in client.get(HOME).text
        return len(captured)

    _pile_up(programme, 2)
    few = count()
    _pile_up(programme, 6)
    assert count() == few <= 60
