"""What people say of a programme: asked once, answered by a code that is nobody's, added to counters alone."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from outcomes.choices import Moment
from outcomes.dossier import codes
from outcomes.dossier.asking import LATER, NOT_AFTER, OPEN_FOR, add_answers, give_code, keep_waves
from outcomes.dossier.said import what_people_said
from outcomes.models import AnswerCount, QuestionnaireAsked, SpentCode
from people import letters, privacy
from people.models import Letter
from programmes.states import EditionState, ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import EditionFactory, ProgrammeFactory, admitted
from tests.outcomes.questionnaires import TODAY, ask, counted, opened, running
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def noon(day: date):
    return timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time())) + timedelta(hours=12)


# Put to people, once --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "first"), [(Moment.START, TODAY), (Moment.END, TODAY), (Moment.LATER, TODAY + LATER)]
)
def test_each_moment_has_its_day_and_comes_once(programme, moment, first):
    ask(programme, at_start=moment == Moment.START, at_end=moment == Moment.END, later=moment == Moment.LATER)
    over = moment != Moment.START
    edition = EditionFactory(
        programme=programme,
        state=EditionState.FINISHED if over else EditionState.RUNNING,
        starts_on=TODAY,
        ends_on=TODAY if over else None,
    )
    done = {"state": ParticipationState.COMPLETED, "completed_at": timezone.now()}
    participation = admitted(edition, **(done if over else {"state": ParticipationState.STARTED}))
    assert keep_waves(noon(first - DAY)) == 0
    assert keep_waves(noon(first)) == 1 and keep_waves(noon(first + DAY)) == 0
    wave = edition.questionnaire_waves.get()
    assert (wave.moment, wave.closes_on) == (moment, first + OPEN_FOR)
    letter = Letter.objects.get()
    assert (letter.recipient, letter.message) == (participation.user, "outcomes.questionnaire_waiting")


def test_nobody_is_asked_long_after_nor_without_a_question_nor_who_left(programme):
    running(programme, starts_on=TODAY)
    assert keep_waves() == 0
    ask(programme)
    assert keep_waves(noon(TODAY + NOT_AFTER + DAY)) == 0
    admitted(running(programme, people=0), state=ParticipationState.LEFT, left_at=timezone.now())
    ask(programme, retired=True)
    keep_waves()
    assert QuestionnaireAsked.objects.count() == 1 and not Letter.objects.exclude(recipient__isnull=False).exists()


def test_the_mail_names_no_programme_and_is_dropped_once_a_code_was_taken(programme, mailoutbox):
    ask(programme)
    wave = opened(programme, people=2)
    give_code(wave.asked.first())
    letters.send_due()
    (mail,) = mailoutbox
    written = mail.subject + mail.body + str(mail.alternatives)
    assert programme.name not in written and f"/mijn/vragenlijst/{wave.key}/" in mail.body
    assert "2 minuten" in mail.body


# A code that is nobody's ----------------------------------------------------------------------------------


def test_a_code_is_kept_nowhere_and_a_second_is_not_given(programme):
    ask(programme)
    wave = opened(programme)
    asked = wave.asked.get()
    code = give_code(asked)
    stored = str(whole_database())
    assert code not in stored and code.replace("-", "") not in stored and codes.digest(code) not in stored
    with pytest.raises(Refused, match="al een code"):
        give_code(asked)
    assert codes.wave_of(code) == wave and codes.wave_of(code.lower().replace("-", " ")) == wave


@pytest.mark.parametrize("typed", ["", "-" * 40, "A" * 20, "É" * 20, "A" * 10_000, "\x00" * 20])
def test_what_we_did_not_make_opens_nothing(programme, typed):
    ask(programme)
    opened(programme)
    assert codes.wave_of(typed) is None


def test_a_code_works_once_for_its_own_wave_until_it_closes(programme):
    question = ask(programme)
    wave = opened(programme, people=3)
    first, second, third = (give_code(asked) for asked in wave.asked.all())
    add_answers(first, {question.pk: 4})
    with pytest.raises(Refused):
        add_answers(first, {question.pk: 4})
    assert codes.wave_of(first) is None and counted(question) == [0, 0, 0, 0, 1]
    add_answers(second, {question.pk: 0}, day=wave.closes_on)
    with pytest.raises(Refused):
        add_answers(third, {question.pk: 0}, day=wave.closes_on + DAY)
    altered = third[:-1] + ("2" if third[-1] != "2" else "3")
    with pytest.raises(Refused):
        add_answers(altered, {question.pk: 0})
    assert counted(question) == [1, 0, 0, 0, 1] and SpentCode.objects.count() == 2


def test_when_it_closes_spent_codes_and_who_was_asked_are_forgotten(programme):
    question = ask(programme)
    wave = opened(programme, people=2)
    add_answers(give_code(wave.asked.first()), {question.pk: 2})
    keep_waves(noon(wave.closes_on))
    assert SpentCode.objects.count() == 1
    keep_waves(noon(wave.closes_on + DAY))
    assert SpentCode.objects.count() == 0 and counted(question) == [0, 0, 1, 0, 0]
    assert privacy.purge_expired(noon(wave.closes_on + 2 * DAY))["questionnaire_asked"] == 2


# Answers that are nobody's --------------------------------------------------------------------------------


def test_answering_leaves_counters_and_a_digest_and_nothing_else(programme):
    first, other = ask(programme), ask(programme, "Zou je het aanraden?")
    wave = opened(programme, people=2)
    rows = {model: model.objects.count() for model in (AnswerCount, SpentCode, QuestionnaireAsked, Letter)}
    code = give_code(wave.asked.first())
    before = set(AnswerCount.objects.values_list("pk", flat=True))
    add_answers(code, {first.pk: 1, other.pk: 3})
    assert set(AnswerCount.objects.values_list("pk", flat=True)) == before  # no new number tells what came together
    assert {model: model.objects.count() for model in rows} == {**rows, SpentCode: 1}
    fields = {field.name for field in AnswerCount._meta.get_fields()}
    assert fields == {"id", "wave", "question", "option", "count"}
    assert {field.name for field in SpentCode._meta.get_fields()} == {"digest", "wave"}


def test_a_question_that_is_left_open_and_an_option_that_is_not_there_count_nothing(programme):
    question, other = ask(programme), ask(programme, "Zou je het aanraden?")
    foreign = ask(ProgrammeFactory(), "Van een ander?")
    wave = opened(programme)
    add_answers(give_code(wave.asked.get()), {question.pk: 99, foreign.pk: 1})
    assert counted(question) == counted(other) == [0] * 5 and counted(foreign) == []


def test_the_page_asks_nobody_who_is_there(programme):
    question = ask(programme, text_en="Do you know how the council works?")
    code = give_code(opened(programme).asked.get())
    browser = Client()
    answer = reverse("outcomes:questionnaire_answer")
    assert browser.get(answer).status_code == 200
    shown = browser.post(answer, {"code": code})
    assert question.text in shown.text and programme.name not in shown.text
    empty = browser.post(answer, {"code": code, "send": "1"})
    assert "Kies bij minstens één vraag een antwoord." in empty.text and codes.wave_of(code)
    assert "<title>Fout: Vragenlijst" in " ".join(empty.text.split()).replace("<title> ", "<title>")
    nonsense = browser.post(answer, {"code": code, "send": "1", f"question_{question.pk}": "99"})
    assert nonsense.status_code == 200 and codes.wave_of(code)
    assert "how the council works" in browser.post(f"/en{answer}", {"code": code}).text
    thanks = browser.post(answer, {"code": code, "send": "1", f"question_{question.pk}": "3"}, follow=True)
    assert "Dank je wel" in thanks.text and counted(question) == [0, 0, 0, 1, 0]
    assert "niet meer" in browser.post(answer, {"code": code}).text
    assert "sessionid" not in browser.cookies


def test_a_code_is_taken_by_a_press_and_shown_once(programme, client):
    ask(programme)
    wave = opened(programme)
    user = wave.asked.get().user
    browser = sign_in(client, user)
    page = reverse("outcomes:questionnaire", args=[wave.key])
    assert page in browser.get("/mijn/").text
    assert "Geef mij een code" in browser.get(page).text and not wave.asked.get().has_code
    given = browser.post(page)
    (code,) = set(re.findall(r"(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}", given.text))
    assert codes.wave_of(code) == wave and "no-store" in given["Cache-Control"]
    assert code not in browser.get(page).text and page not in browser.get("/mijn/").text
    assert "al een code gekregen" in browser.post(page, follow=True).text
    assert sign_in(Client(), UserFactory()).get(page).status_code == 404


# What the organiser reads ---------------------------------------------------------------------------------


def test_answers_are_read_after_closing_and_from_ten_on(programme):
    question = ask(programme)
    wave = opened(programme, people=11)
    asked = list(wave.asked.all())
    for one in asked[:9]:
        add_answers(give_code(one), {question.pk: 4})

    def read(day: date):
        (said,) = what_people_said(programme, TODAY, TODAY + 60 * DAY, day)
        return said.counts[Moment.START]

    after = wave.closes_on + DAY
    assert read(after) is None
    for one in asked[9:]:
        add_answers(give_code(one), {question.pk: 0})
    assert read(wave.closes_on) is None and read(after) == (2, 0, 0, 0, 9)


def test_the_export_tells_that_one_was_asked_and_erasing_takes_that_along(programme):
    question = ask(programme)
    wave = opened(programme)
    user = wave.asked.get().user
    add_answers(give_code(wave.asked.get()), {question.pk: 1})
    told = {str(rule.title): found for rule, found in privacy.export(user)}["Vragenlijsten"]
    assert told["questionnaires"] == [
        {"programme": programme.name, "edition": wave.edition.name, "moment": "bij het begin", "has_code": True}
    ]
    privacy.erase(user)
    assert not QuestionnaireAsked.objects.exists() and counted(question) == [0, 1, 0, 0, 0]
