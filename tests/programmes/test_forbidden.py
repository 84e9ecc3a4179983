"""Questions that ask for what is never asked: the words, and what becomes of such a question."""

import pytest
from django.core.exceptions import PermissionDenied

from people import roles
from programmes.actions.questions import clear_question
from programmes.applying.steps import asked
from programmes.forbidden import trait_asked_for
from tests.factories.people import UserFactory
from tests.factories.programmes import QuestionFactory, organiser_of


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Wat is je afkomst?", "origin"),
        ("In welk land ben je geboren in 1990?", "origin"),
        ("What is your ethnicity?", "origin"),
        ("Wat is je ras?", "origin"),
        ("Welk GELOOF heb je?", "religion"),
        ("Are you a Muslim?", "religion"),
        ("Heb je een beperking?", "health"),
        ("Do you have a disability?", "health"),
        ("Ben je chronisch ziek?", "health"),
        ("Wat is je seksuele geaardheid?", "orientation"),
        ("Are you gay?", "orientation"),
        ("Ben je lid van een partij?", "party"),
        ("Wat wil je veranderen in je straat?", ""),
        ("Hoe laat kun je beginnen?", ""),
        ("Werk je bij de brandweer of het terras?", ""),
        ("What would you change in your neighbourhood?", ""),
        ("Kun je op maandagavond?", ""),
        ("", ""),
    ],
)
def test_words_that_ask_for_a_trait(text, trait):
    assert trait_asked_for(text) == trait


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["label", "label_en", "help", "choices", "step_title"])
def test_a_question_that_asks_for_a_trait_is_shown_to_nobody(field):
    question = QuestionFactory(**{field: "Wat is je afkomst?"})
    free = QuestionFactory(edition=question.edition)
    assert question.is_held
    assert asked(question.edition) == [free]


@pytest.mark.django_db
def test_an_administrator_clears_exactly_these_words():
    question = QuestionFactory(label="Geloof je dat de buurt kan veranderen?")
    question = clear_question(question, by=UserFactory(groups=[roles.ADMINISTRATOR]))
    assert not question.is_held and asked(question.edition) == [question]
    question.help = "Vertel ook over je godsdienst."
    assert question.is_held


@pytest.mark.django_db
def test_an_organiser_cannot_clear_a_question():
    question = QuestionFactory(label="Wat is je afkomst?")
    with pytest.raises(PermissionDenied):
        clear_question(question, by=organiser_of(question.edition.programme))
