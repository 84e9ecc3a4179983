"""The questions of a questionnaire: few, about the programme, and never other words than were answered."""

import pytest
from django.urls import reverse

from lifecycle.errors import Refused
from outcomes.choices import Moment
from outcomes.dossier.actions import MOST_QUESTIONS, save_question, stop_question
from outcomes.dossier.asking import add_answers, give_code
from outcomes.models import QuestionnaireQuestion
from tests.outcomes.questionnaires import ask, counted, opened

pytestmark = pytest.mark.django_db


TYPED = {"text": "Voel je je welkom?", "kind": "scale", "moments": ["start", "end"]}


def test_a_question_is_written_changed_and_taken_away(desk, programme):
    new = reverse("desk_dossiers:question_new", args=[programme.key])
    assert "Voel je je welkom?" in desk.post(new, TYPED, follow=True).text
    question = QuestionnaireQuestion.objects.get()
    assert question.moments() == [Moment.START, Moment.END]
    edit = reverse("desk_dossiers:question_edit", args=[question.key])
    desk.post(edit, {"text": "Hoe kwam je?", "kind": "choice", "choices": "Fiets\nBus", "moments": ["later"]})
    question.refresh_from_db()
    assert question.options() == ["Fiets", "Bus"] and question.moments() == [Moment.LATER]
    desk.post(reverse("desk_dossiers:question_stop", args=[question.key]))
    assert not QuestionnaireQuestion.objects.exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"text": "Heb je een beperking?"}, "wat wij nooit vragen"),
        ({"text": "Where were you born in?"}, "wat wij nooit vragen"),
        ({"kind": "choice", "choices": "Moslim\nChristen"}, "wat wij nooit vragen"),
        ({"kind": "choice", "choices": "Eén"}, "van twee tot zeven"),
        ({"kind": "choice", "choices": "Ja\nJa"}, "dubbel"),
        ({"kind": "choice", "choices": "Ja\nNee", "choices_en": "Yes"}, "evenveel keuzes"),
        ({"kind": "choice", "choices": f"{'x' * 81}\nNee"}, "te lang"),
        ({"moments": []}, "Kies wanneer"),
        ({"kind": "kwaad"}, "kwaad"),
    ],
)
def test_a_question_that_cannot_be_is_told_and_keeps_what_was_typed(desk, programme, typed, told):
    page = desk.post(reverse("desk_dossiers:question_new", args=[programme.key]), {**TYPED, **typed})
    assert told in page.text and {**TYPED, **typed}["text"] in page.text
    assert not QuestionnaireQuestion.objects.exists()


def test_words_that_someone_answered_stay_and_the_question_can_only_stop(desk, programme, organiser):
    question = ask(programme)
    wave = opened(programme)
    add_answers(give_code(wave.asked.get()), {question.pk: 1})
    other = {"text": "Iets anders?", "kind": "choice", "choices": "A\nB", "moments": ["end"]}
    desk.post(reverse("desk_dossiers:question_edit", args=[question.key]), other)
    save_question(question, by=organiser, text="Toch anders?", at_start=False, at_end=True, later=False)
    question.refresh_from_db()
    assert question.text == "Weet je nu hoe de raad werkt?" and question.moments() == [Moment.END]
    assert stop_question(question, by=organiser) is False
    question.refresh_from_db()
    assert question.retired and counted(question) == [0, 1, 0, 0, 0]


def test_five_questions_at_a_moment_are_enough(programme, organiser):
    for number in range(MOST_QUESTIONS):
        ask(programme, f"Vraag {number}?")
    sixth = QuestionnaireQuestion(programme=programme, text="Nog een?")
    with pytest.raises(Refused, match="al vijf vragen"):
        save_question(sixth, by=organiser, at_start=True)
    save_question(sixth, by=organiser, at_start=False, at_end=True)
