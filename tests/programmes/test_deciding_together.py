"""The same answer to several at once, each in words of her own: all or nothing, and it names whom it stops."""

import pytest
from django.core.exceptions import PermissionDenied

from lifecycle.errors import Refused
from people.models import Letter
from programmes import policies
from programmes.actions import decisions
from programmes.actions.together import NotTogether, decide_together
from programmes.actions.waiting import waiting_list
from programmes.choices import AdmissionMode
from programmes.models import Application
from programmes.states import ApplicationState
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of

pytestmark = pytest.mark.django_db
A = ApplicationState
REASON = "De cursus Landelijk past beter bij wat je schreef."


@pytest.fixture
def edition(programme):
    return OpenEditionFactory(programme=programme, capacity=3, admission_mode=AdmissionMode.REVIEW)


@pytest.fixture
def people(edition):
    return [SentApplicationFactory(edition=edition, user__name=name) for name in ("Anne", "Bo", "Chris")]


def states(people):
    return [Application.objects.get(pk=one.pk).state for one in people]


@pytest.mark.parametrize(
    ("verb", "state"), [("offer", A.OFFERED), ("put_on_waiting_list", A.WAITING), ("refuse", A.REFUSED)]
)
def test_each_gets_her_own_words_and_a_letter(edition, people, organiser, verb, state):
    words = {one: f"{REASON} Dag {one.user.name}." for one in people}
    decide_together(edition, verb, words, by=organiser)
    assert states(people) == [state] * 3
    assert [one.decision_words for one in Application.objects.order_by("pk")] == list(words.values())
    assert Letter.objects.count() == 3


def test_a_waiting_list_stands_in_the_order_given(edition, people, organiser):
    given = [people[2], people[0], people[1]]
    decide_together(edition, "put_on_waiting_list", dict.fromkeys(given, "Tot gauw."), by=organiser)
    assert [one.user.name for one in waiting_list(edition)] == ["Chris", "Anne", "Bo"]


@pytest.mark.parametrize(
    ("verb", "words", "why"),
    [
        ("offer", " ", "Schrijf een zin"),
        ("refuse", "", "Schrijf een zin"),
        ("refuse", "Je hoort niet bij de doelgroep.", "is geen reden"),
    ],
)
def test_one_without_words_of_her_own_stops_all_and_is_named(edition, people, organiser, verb, words, why):
    with pytest.raises(NotTogether) as error:
        decide_together(edition, verb, {people[0]: REASON, people[1]: words, people[2]: REASON}, by=organiser)
    assert [(one.user.name, why in text) for one, text in error.value.faults.items()] == [("Bo", True)]
    assert states(people) == [A.SUBMITTED] * 3 and not Letter.objects.exists()


def test_who_was_answered_meanwhile_and_too_few_places_stop_all(edition, people, organiser):
    decisions.refuse_application(people[2], by=organiser, words=REASON)
    with pytest.raises(NotTogether) as error:
        decide_together(edition, "offer", dict.fromkeys(people, "Welkom."), by=organiser)
    assert "niet toegelaten" in error.value.faults[people[2]]
    decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser)
    decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser)
    with pytest.raises(decisions.Full):
        decide_together(edition, "offer", dict.fromkeys(people[:2], "Welkom."), by=organiser)
    assert states(people[:2]) == [A.SUBMITTED] * 2


def test_not_of_another_edition_or_desk_not_oneself_and_not_too_many(edition, people, organiser):
    foreign = SentApplicationFactory()
    own = SentApplicationFactory(edition=edition, user=organiser)
    table = {organiser: True, organiser_of(foreign.edition.programme): False, AdministratorFactory(): False}
    assert {one: policies.can_decide_applications(one, people) for one in table} == table
    assert not policies.can_decide_applications(organiser, [*people, own])
    for words, by in (
        ({people[0]: REASON, foreign: REASON}, organiser),
        ({own: REASON}, organiser),
        ({people[0]: REASON}, UserFactory()),
    ):
        with pytest.raises(PermissionDenied):
            decide_together(edition, "refuse", words, by=by)
    many = Application.objects.bulk_create(
        SentApplicationFactory.build(edition=edition, user=UserFactory()) for _number in range(51)
    )
    for words in (dict.fromkeys(many, REASON), {}):
        with pytest.raises(Refused, match="hoogstens 50"):
            decide_together(edition, "refuse", words, by=organiser)
