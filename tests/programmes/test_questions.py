"""What an organiser can ask: kinds of answers, a question that hangs on another, and never more than six steps."""

import pytest
from django.urls import reverse

from programmes.applying.conditions import Condition, shown
from programmes.applying.fields import as_text, in_words
from programmes.applying.steps import MOST_STEPS, steps_of
from programmes.choices import QuestionKind, Reveals
from programmes.models import Answer, Application, Question
from tests.factories.programmes import EditionFactory, QuestionFactory
from tests.programmes.desk_forms import edition_values, filled
from tests.programmes.form_steps import ME, field, step

pytestmark = pytest.mark.django_db


def begun(browser, edition):
    browser.post(step(edition, 1), ME)
    return Application.objects.get()


# Kinds of answers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "read"),
    [
        ("text", " Een\u202e regel\x00 ", "Een regel", "Een regel"),
        ("long", "Twee\r\nregels\u200f", "Twee\nregels", "Twee\nregels"),
        ("choice", "avond", "avond", "avond"),
        ("menu", "overdag", "overdag", "overdag"),
        ("several", ["avond", "overdag"], "avond\noverdag", "avond\noverdag"),
        ("yesno", "nee", "nee", "Nee"),
        ("tick", "on", "ja", "Ja"),
        ("number", "2,50", "2.5", "2,5"),
        ("date", "31-12-2026", "2026-12-31", "31 december 2026"),
        ("mail", "naam@example.org\u200b", "naam@example.org", "naam@example.org"),
        ("url", "www.example.org", "https://www.example.org", "https://www.example.org"),
    ],
)
def test_each_kind_is_asked_kept_and_read_back(browser, edition, kind, typed, kept, read):
    question = QuestionFactory(edition=edition, kind=kind, choices="avond\noverdag")
    begun(browser, edition)
    response = browser.post(step(edition, 2), {field(question): typed})
    assert response.status_code == 302, response.text
    assert Answer.objects.get().value == kept and in_words(question, kept) == read
    overview = browser.get(step(edition, 3)).text
    assert all(line in overview for line in read.splitlines())
    shown_again = browser.get(step(edition, 2)).context["form"][field(question)].initial
    assert as_text(shown_again) == kept


def test_every_kind_is_tried():
    tried = test_each_kind_is_asked_kept_and_read_back.pytestmark[0].args[1]
    assert {row[0] for row in tried} == set(QuestionKind.values)


@pytest.mark.parametrize(
    ("kind", "typed", "beside", "above"),
    [
        ("number", "veel", "Vul een getal in, bijvoorbeeld 12 of 2,5.", "Vul een getal in bij: Hoe?"),
        ("number", "NaN", "Vul een getal in, bijvoorbeeld 12 of 2,5.", "Vul een getal in bij: Hoe?"),
        ("number", "9" * 40, "Vul een getal in, bijvoorbeeld 12 of 2,5.", "Vul een getal in bij: Hoe?"),
        ("date", "31-02-2026", "Vul een datum in, bijvoorbeeld 31-12-2026.", "Vul een datum in bij: Hoe?"),
        ("date", "1\x002", "Vul een datum in, bijvoorbeeld 31-12-2026.", "Vul een datum in bij: Hoe?"),
        ("mail", "naam", "Vul een e-mailadres in, bijvoorbeeld naam@", "Vul een e-mailadres in bij: Hoe?"),
        ("url", "geen adres", "Vul een adres in, bijvoorbeeld https://", "Vul een adres op internet in bij: Hoe?"),
        ("several", ["avond", "nooit"], "Kies een antwoord uit de lijst.", "Kies een antwoord uit de lijst bij: Hoe?"),
        ("menu", "av\x00ond", "Kies een antwoord uit de lijst.", "Kies een antwoord uit de lijst bij: Hoe?"),
        ("tick", "", "Kruis dit aan.", "Kruis aan: Hoe?"),
        ("text", "a" * 1_000_000, "Het mag hoogstens 200 tekens zijn.", "Het mag hoogstens 200 tekens zijn."),
        ("mail", "a" * 300 + "@example.org", "Het mag hoogstens 200 tekens zijn.", "Het mag hoogstens 200"),
    ],
)
def test_what_is_no_answer_is_said_at_its_field_and_above_the_form(browser, edition, kind, typed, beside, above):
    question = QuestionFactory(edition=edition, label="Hoe?", kind=kind, choices="avond\noverdag")
    begun(browser, edition)
    response = browser.post(step(edition, 2), {field(question): typed})
    assert response.status_code == 200 and beside in response.text and above in response.text
    assert not Answer.objects.exists()


def test_what_an_organiser_types_as_a_hint_is_text_and_no_markup(browser, edition):
    QuestionFactory(edition=edition, help="<b>Let op</b>", label="<i>Hoe</i>?")
    begun(browser, edition)
    page = browser.get(step(edition, 2)).text
    assert "<b>Let op" not in page and "&lt;b&gt;Let op" in page and "<i>Hoe" not in page


# A question that hangs on another -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, {1}),
        ({1: "nee"}, {1}),
        ({1: "ja"}, {1, 2}),
        ({1: "nee\nja"}, {1, 2}),  # one of several
        ({1: "ja", 2: "ja"}, {1, 2}),  # one level deep
    ],
)
def test_what_is_asked_follows_from_what_was_answered(answers, asked):
    assert shown({1: None, 2: Condition(1, "ja"), 3: Condition(2, "ja"), 4: Condition(9, "ja")}, answers) == asked


@pytest.fixture
def before(edition):
    return QuestionFactory(edition=edition, step=1, label="Ben je lid?", kind=QuestionKind.YESNO)


def follows(before, **more):
    return QuestionFactory(edition=before.edition, shown_if=before, shown_if_answer="ja", **more)


def test_a_step_of_which_nothing_is_asked_is_passed_by(browser, before):
    edition, then = before.edition, follows(before, step=2, label="Sinds wanneer?")
    begun(browser, edition)
    assert "Stap 3 van 3" in browser.post(step(edition, 2), {field(before): "nee"}, follow=True).text
    overview = browser.get(step(edition, 3)).text
    assert "Sinds wanneer?" not in overview and "ontbreekt" not in overview
    assert "Sinds wanneer?" in browser.post(step(edition, 2), {field(before): "ja"}, follow=True).text
    response = browser.post(step(edition, 4))
    assert "Er ontbreekt nog iets bij stap 3" in response.text
    browser.post(step(edition, 3), {field(then): "Vorig jaar"})
    assert browser.post(step(edition, 4)).status_code == 302


def test_on_one_page_the_hint_says_when_it_counts_and_hidden_is_never_wrong(browser, before):
    edition = before.edition
    then = follows(before, step=1, order=1, label="Hoeveel jaar?", kind=QuestionKind.NUMBER)
    begun(browser, edition)
    page = browser.get(step(edition, 2)).text
    assert "Alleen als je bij ‘Ben je lid?’ antwoordt: Ja." in page
    assert f'data-asked-if="{field(before)}" data-answer="ja"' in page
    assert browser.post(step(edition, 2), {field(before): "nee", field(then): "veel"}).status_code == 302
    assert [answer.question for answer in Answer.objects.all()] == [before]
    wrong = browser.post(step(edition, 2), {field(before): "ja", field(then): "veel"})
    assert "Vul een getal in" in wrong.text
    assert "Beantwoord deze vraag." in browser.post(step(edition, 2), {field(before): "ja"}).text


def test_an_answer_that_is_no_longer_asked_for_goes(browser, before):
    edition, then = before.edition, follows(before, step=2)
    begun(browser, edition)
    browser.post(step(edition, 2), {field(before): "ja"})
    browser.post(step(edition, 3), {field(then): "Vorig jaar"})
    response = browser.post(step(edition, 2), {field(before): "nee", "naar-overzicht": "1"})
    assert response["Location"] == step(edition, 3)  # the overview: the form is a step shorter
    assert not Answer.objects.filter(question=then).exists()


# At most six steps --------------------------------------------------------------------------------------


@pytest.mark.parametrize("reveals", [Reveals.NOTHING, Reveals.GENDER])
def test_a_form_is_never_longer_than_six_steps_and_asks_everything(reveals):
    edition = EditionFactory(reveals=reveals)
    every = [QuestionFactory(edition=edition, step=number) for number in range(1, 8)]
    steps = steps_of(edition)
    assert len(steps) == MOST_STEPS
    assert [question for one in steps for question in one.questions] == every


def row(number, **more):
    return {"step": 1, "order": number, "label": f"Vraag {number}", "kind": "long", "choices": "", **more}


def errors(desk, edition, *rows):
    values = edition_values(edition.programme, name=edition.name)
    response = desk.post(reverse("desk_editions:edit", args=[edition.pk]), filled(values, questions=list(rows)))
    if response.status_code == 302:
        return ""
    form = response.context["form"]
    return " ".join(form.non_field_errors()) or f"{form.errors} {[one.errors for one in form.formsets.values()]}"


def test_the_desk_names_the_step_that_is_one_too_many(desk, programme):
    edition = EditionFactory(programme=programme)
    said = errors(desk, edition, *(row(number, step=number) for number in (1, 2, 3, 5, 7)))
    assert "Zet de vragen van stap 7 bij die van stap 5." in said
    assert errors(desk, edition, *(row(number, step=number) for number in (1, 2, 3, 5))) == ""


# Conditions at the desk ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({}, {"shown_if_answer": "JA"}, ""),  # as it is meant
        ({}, {"shown_if_answer": "soms"}, "‘soms’ is geen keuze bij ‘Vraag 1’."),
        ({"DELETE": "on"}, {}, "Die vraag kan dus niet weg."),
        ({"step": 2}, {}, "en moet daarna komen"),
        ({"kind": "long"}, {}, "kiest niemand uit een lijst"),
        ({"shown_if": "other", "shown_if_answer": "ja"}, {}, "‘Vraag 1’ krijgt niet iedereen."),
    ],
)
def test_what_a_question_can_hang_on(desk, programme, first, second, said):
    edition = EditionFactory(programme=programme)
    other = QuestionFactory(edition=edition, label="Andere", kind="yesno", order=0)
    parent = QuestionFactory(edition=edition, label="Vraag 1", kind="yesno", order=1)
    first = {name: other.pk if value == "other" else value for name, value in first.items()}
    rows = [
        row(0, id=other.pk, label="Andere", kind="yesno"),
        row(1, id=parent.pk, kind="yesno") | first,
        row(2, shown_if=parent.pk, shown_if_answer="ja") | second,
    ]
    got = errors(desk, edition, *rows)
    assert said in got and bool(said) == bool(got)
    if not said:
        assert Question.objects.get(label="Vraag 2").shown_if_answer == "ja"


@pytest.mark.parametrize(
    "second", [{"DELETE": "on", "shown_if": "", "shown_if_answer": ""}, {"shown_if": "", "shown_if_answer": ""}]
)
def test_a_question_goes_with_what_hung_on_it_or_without(desk, programme, second):
    edition = EditionFactory(programme=programme)
    parent = QuestionFactory(edition=edition, label="Vraag 1", kind="yesno", order=1)
    child = QuestionFactory(edition=edition, label="Vraag 2", order=2, shown_if=parent, shown_if_answer="ja")
    gone = row(1, id=parent.pk, kind="yesno", DELETE="on")
    assert errors(desk, edition, gone, row(2, id=child.pk) | second) == ""
    assert [question.label for question in Question.objects.all()] == ([] if "DELETE" in second else ["Vraag 2"])


def test_a_question_hangs_on_none_of_another_edition_and_never_on_half_a_condition(desk, programme, foreign):
    edition = EditionFactory(programme=programme)
    values = edition_values(programme, name=edition.name)
    for wrong in (
        {"shown_if": foreign["question"].pk, "shown_if_answer": "ja"},
        {"shown_if_answer": "ja"},
        {"shown_if": QuestionFactory(edition=edition, kind="yesno").pk},
    ):
        data = filled(values, questions=[row(5, **wrong)])
        assert desk.post(reverse("desk_editions:edit", args=[edition.pk]), data).status_code == 200
    assert not Question.objects.filter(label="Vraag 5").exists()


@pytest.mark.parametrize("label", ["Ben je gelovig?", "Do you have a disability?"])
def test_a_question_about_a_trait_is_held_whatever_its_kind(browser, edition, label):
    QuestionFactory(edition=edition, label=label, kind=QuestionKind.TICK)
    allowed = QuestionFactory(edition=edition, label="Wat wil je?")
    begun(browser, edition)
    page = browser.get(step(edition, 2)).text
    assert label not in page and allowed.label in page
