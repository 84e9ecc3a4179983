"""The organiser's answer in /cms/: read back first, then sent, and nothing typed gets lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from people.models import Letter, PersonSeen
from programmes.actions import decisions
from programmes.choices import AdmissionMode, Reveals
from programmes.models import Application, Participation
from programmes.states import ApplicationState, EditionState, ParticipationState
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    SentApplicationFactory,
    admitted,
    organiser_of,
)
from tests.programmes.test_desk_waiting import section, titles

pytestmark = pytest.mark.django_db
A = ApplicationState
WORDS = "Mooi dat je wilt. Het rijdende lab past beter bij je vraag."
INDEX = "desk_applications:index"


@pytest.fixture
def application(programme):
    return SentApplicationFactory(edition=OpenEditionFactory(programme=programme, capacity=1), user__name="Sam Stil")


def page_of(application):
    return reverse("desk_applications:detail", kwargs={"key": application.key})


def press(desk, application, verb, **data):
    address = reverse("desk_applications:decide", kwargs={"key": application.key})
    return desk.post(address, {"verb": verb, "words": WORDS, **data})


def state_of(application):
    return Application.objects.get(pk=application.pk).state


def test_the_page_has_three_answers_and_no_number(desk, application):
    page = desk.get(page_of(application)).text
    for verb in ("offer", "put_on_waiting_list", "refuse"):
        assert f'name="verb" value="{verb}"' in page


@pytest.mark.parametrize(
    ("verb", "state", "subject"),
    [
        ("offer", A.OFFERED, "Er is een plek voor je"),
        ("put_on_waiting_list", A.WAITING, "Je staat op de wachtlijst"),
        ("refuse", A.REFUSED, "Er is antwoord op je aanmelding"),
    ],
)
def test_an_answer_is_read_back_before_it_goes(desk, application, verb, state, subject):
    preview = press(desk, application, verb)
    assert preview.status_code == 200 and subject in preview.text and WORDS in preview.text
    assert state_of(application) == A.SUBMITTED and not Letter.objects.exists()
    assert press(desk, application, verb, sure="1").headers["Location"] == page_of(application)
    assert state_of(application) == state and Letter.objects.count() == 1
    assert WORDS in desk.get(page_of(application)).text


def test_going_back_keeps_what_was_written(desk, application):
    assert WORDS in press(desk, application, "refuse", back="1").text
    assert state_of(application) == A.SUBMITTED


def test_the_last_day_of_an_offer_can_be_chosen(desk, application):
    day = timezone.localdate() + timedelta(days=3)
    press(desk, application, "offer", until=day.isoformat(), sure="1")
    assert timezone.localdate(Application.objects.get().answer_until) == day
    other = SentApplicationFactory(edition=OpenEditionFactory(programme=application.edition.programme))
    past = press(desk, other, "offer", until="2026-01-01", sure="1")
    assert "Kies een dag die nog komt" in past.text and WORDS in past.text and state_of(other) == A.SUBMITTED


@pytest.mark.parametrize("words", ["", "Je hoort niet bij de doelgroep."])
def test_a_no_without_a_reason_comes_back(desk, application, words):
    page = press(desk, application, "refuse", words=words, sure="1")
    assert page.status_code == 200 and words in page.text
    assert ("in een zin waarom" if not words else "is geen reden") in page.text
    assert state_of(application) == A.SUBMITTED


def test_who_comes_second_is_told_and_loses_nothing(desk, application, programme):
    decisions.put_on_waiting_list(application, by=organiser_of(programme))
    decisions.refuse_application(application, by=organiser_of(programme), words="De groep is compleet.")
    for sure in ({}, {"sure": "1"}):
        page = press(desk, application, "offer", **sure)
        assert page.status_code == 409 and WORDS in page.text and "De stand is nu: niet toegelaten" in page.text
    assert state_of(application) == A.REFUSED
    assert 'name="verb"' not in desk.get(page_of(application)).text


def test_when_it_is_full_the_page_says_what_helps(desk, application):
    second = SentApplicationFactory(edition=application.edition)
    press(desk, application, "offer", sure="1")
    page = desk.get(page_of(second)).text
    assert "Alle plekken zijn vergeven of aangeboden: 1." in page and 'value="offer"' not in page
    assert reverse("desk_editions:edit", args=[second.edition_id]) in page
    late = press(desk, second, "offer", sure="1")
    assert late.status_code == 409 and "Zet het aantal plekken hoger" in late.text and WORDS in late.text


def test_a_colleague_takes_the_last_place_between_reading_back_and_sending(desk, application, programme):
    second = SentApplicationFactory(edition=application.edition)
    assert press(desk, second, "offer").status_code == 200
    decisions.offer_place(application, by=organiser_of(programme))
    assert press(desk, second, "offer", sure="1").status_code == 409 and state_of(second) == A.SUBMITTED


def test_a_foreign_application_an_unknown_answer_and_a_hidden_person_are_not_there(desk, application, foreign):
    assert press(desk, foreign["application"], "offer", sure="1").status_code == 404
    assert press(desk, application, "lottery", sure="1").status_code == 404
    type(application.edition).objects.update(reveals=Reveals.HEALTH)
    assert press(desk, application, "offer", sure="1").status_code == 404
    page = desk.get(page_of(application)).text
    assert "Sam Stil" not in page and 'name="verb"' not in page


def test_the_list_stands_in_the_order_in_which_they_came(desk, programme):
    edition = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.ORDER)
    for name, days in [("Tweede Mens", 2), ("Eerste Mens", 3), ("Derde Mens", 1)]:
        SentApplicationFactory(edition=edition, user__name=name, submitted_at=timezone.now() - timedelta(days=days))
    page = desk.get(reverse(INDEX)).text
    assert page.index("Eerste Mens") < page.index("Tweede Mens") < page.index("Derde Mens")


# What waits -----------------------------------------------------------------------------------------------


def test_offers_about_to_lapse_wait_by_edition(programme, organiser):
    now = timezone.now()
    for name, days in [("straks", 2), ("eerst", 1), ("later", 5), ("voorbij", -1)]:
        edition = OpenEditionFactory(programme=programme, name=name)
        SentApplicationFactory.create_batch(
            2, edition=edition, state=A.OFFERED, answer_until=now + timedelta(days=days)
        )
    assert titles("lapsing_offers", organiser) == ["Eigen programma, eerst", "Eigen programma, straks"]
    assert section("lapsing_offers", organiser).tasks[0].amount == "2 plekken"
    assert titles("lapsing_offers", organiser_of(OpenEditionFactory().programme)) == []


def test_a_free_place_waits_for_who_is_on_the_waiting_list(programme, organiser):
    for name, capacity, state in [("vrij", 2, "open"), ("vol", 1, "open"), ("af", 9, "finished")]:
        edition = EditionFactory(programme=programme, name=name, capacity=capacity, state=EditionState(state))
        SentApplicationFactory(edition=edition, state=A.ADMITTED)
        SentApplicationFactory(edition=edition, state=A.WAITING)
    assert titles("room_for_who_waits", organiser) == ["Eigen programma, vrij"]
    assert titles("room_for_who_waits", organiser_of(OpenEditionFactory().programme)) == []


# Participants ---------------------------------------------------------------------------------------------


def participant_page(participation, view="detail", **more):
    return reverse(f"desk_participations:{view}", kwargs={"key": participation.key, **more})


def test_participants_stand_in_a_list_by_edition_and_each_look_is_noted(desk, programme):
    first, second = (OpenEditionFactory(programme=programme) for _ in range(2))
    one = admitted(first, user__name="Eerste Mens")
    admitted(second, user__name="Tweede Mens")
    admitted(user__name="Ander Mens")
    index = reverse("desk_participations:index")
    everyone = desk.get(index).text
    assert "Eerste Mens" in everyone and "Tweede Mens" in everyone and "Ander Mens" not in everyone
    page = desk.get(f"{index}?edition={first.pk}").text
    assert "Eerste Mens" in page and "Tweede Mens" not in page
    assert {seen.what for seen in PersonSeen.objects.all()} == {"participation"} and PersonSeen.objects.count() == 2
    assert one.user.email in desk.get(participant_page(one)).text


def test_the_list_of_participants_asks_the_same_for_one_as_for_many(desk, programme):
    edition = OpenEditionFactory(programme=programme)
    index = reverse("desk_participations:index")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(index).status_code == 200
        ours = [query for query in asked.captured_queries if "programmes_" in query["sql"]]
        return len(asked), len(ours)

    admitted(edition)
    desk.get(index)
    few = queries()
    for _number in range(8):
        admitted(edition)
    assert queries() == few and few[1] <= 8  # the rest is the frame of the desk


def test_completing_and_leaving_are_pressed_once(desk, programme, foreign):
    done = admitted(EditionFactory(programme=programme), state=ParticipationState.STARTED)
    gone = admitted(EditionFactory(programme=programme))
    assert desk.post(participant_page(done, "move", verb="complete"), follow=True).status_code == 200
    desk.post(participant_page(gone, "move", verb="leave"))
    states = {one.pk: one.state for one in Participation.objects.all()}
    assert states == {done.pk: ParticipationState.COMPLETED, gone.pk: ParticipationState.LEFT}
    assert "intussen veranderd" in desk.post(participant_page(gone, "move", verb="leave"), follow=True).text
    assert desk.post(participant_page(gone, "move", verb="start")).status_code == 404
    other = admitted(foreign["edition"])
    assert desk.post(participant_page(other, "move", verb="leave")).status_code == 404


def test_who_has_not_agreed_to_be_seen_has_no_name_here(desk, programme):
    participation = admitted(OpenEditionFactory(programme=programme, reveals=Reveals.HEALTH), user__name="Sam Stil")
    for there in (reverse("desk_participations:index"), participant_page(participation)):
        page = desk.get(there).text
        assert "Sam Stil" not in page and participation.user.email not in page and "Wacht op toestemming" in page
    assert not PersonSeen.objects.exists()
