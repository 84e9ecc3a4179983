"""A reviewer's own pages: no name in them, nothing lost that was typed, and blind until all are in."""

import pytest
from django.urls import reverse

from people.models import PersonSeen
from programmes.actions import decisions
from programmes.choices import QuestionKind, Reveals, Verdict
from programmes.models import Answer, Edition, Review
from tests.factories.programmes import QuestionFactory, SentApplicationFactory
from tests.factories.review import a_review, a_reviewer, reviewed_edition, written
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(programme):
    edition = reviewed_edition(programme, criteria=2)
    application = SentApplicationFactory(edition=edition, user__name="Sam Stil", user__email="sam.stil@example.org")
    for label, kind, value in (
        ("Wat wil je veranderen?", QuestionKind.LONG, "Het plein <b>moet</b> groener."),
        ("Waar ben je te vinden?", QuestionKind.URL, "https://example.org/samstil"),
    ):
        question = QuestionFactory(edition=edition, label=label, kind=kind)
        Answer.objects.create(application=application, question=question, value=value)
    return a_review(application, a_reviewer(edition))


@pytest.fixture
def reader(client, review):
    return sign_in(client, review.reviewer)


def page_of(review):
    return reverse("programmes:review", args=[review.key])


def typed(review, **more):
    data = {}
    for number, criterion in enumerate(review.edition.programme.criteria.all()):
        data |= {f"oordeel-{criterion.pk}": Verdict.DOUBTFUL, f"zin-{criterion.pk}": f"Zin nummer {number}."}
    return data | more


def test_who_reads_sees_answers_and_never_who_it_is(reader, review):
    lists, page = reader.get(reverse("programmes:reviews")).text, reader.get(page_of(review)).text
    assert f"Aanmelding {review.tag}" in lists and "Te lezen" in lists
    assert "Het plein &lt;b&gt;moet&lt;/b&gt; groener." in page and "Criterium 1" in page
    for text in (lists, page):
        assert "Sam Stil" not in text and "sam.stil" not in text and "samstil" not in text
        assert str(review.application.key) not in text and str(review.application.user.key) not in text
    seen = PersonSeen.objects.get(user=review.application.user)
    assert (seen.role, seen.what) == ("reviewer", "answers")


def test_half_is_kept_and_the_rest_is_asked_for_by_name(reader, review):
    first = review.edition.programme.criteria.first()
    half = {f"zin-{first.pk}": "Begonnen zin."}
    assert reader.post(page_of(review), half | {"keep": "1"}, follow=True).status_code == 200
    page = reader.get(page_of(review)).text
    assert "Begonnen zin." in page
    answer = reader.post(page_of(review), half | {"send": "1"})
    assert "Kies een oordeel bij: Criterium 1" in answer.text and "Schrijf een zin bij: Criterium 2" in answer.text
    assert "Begonnen zin." in answer.text and Review.objects.get().is_to_write
    reader.post(page_of(review), typed(review, send="1"))
    assert Review.objects.get().is_submitted
    again = reader.post(page_of(review), typed(review, send="1"))
    assert again.status_code == 200 and "Zin nummer 1." in again.text  # a second press shows what was sent


@pytest.mark.parametrize("bad", ["x" * 1_000_000, "met\x00nul", "\u202eomgekeerd"])
def test_bad_input_says_what_to_do_or_is_made_plain(reader, review, bad):
    first = review.edition.programme.criteria.first()
    answer = reader.post(page_of(review), typed(review, send="1") | {f"zin-{first.pk}": bad})
    if len(bad) > 400:
        assert answer.status_code == 200 and "Maak de zin korter bij: Criterium 1" in answer.text
    else:
        sentence = Review.objects.get().judgements.first().sentence
        assert answer.status_code == 302 and sentence in ("metnul", "omgekeerd")


def test_what_others_found_shows_once_all_are_in(reader, review):
    other = a_review(review.application, a_reviewer(review.edition))
    reader.post(page_of(review), typed(review, send="1"))
    page = reader.get(page_of(review)).text
    assert "Zin nummer 0." in page and "Anderen lezen nog" in page
    written(other, Verdict.FAILS, "Dat las ik anders.")
    page = reader.get(page_of(review)).text
    assert "Dat las ik anders." in page and "Beoordelaar A" in page and other.reviewer.name not in page


def test_passing_on_is_asked_once_more(reader, review):
    address = reverse("programmes:review_pass_on", args=[review.key])
    free = a_reviewer(review.edition)
    assert "leest iemand anders" in reader.get(address).text and Review.objects.get().is_to_write
    reader.post(address)
    assert Review.objects.standing().get().reviewer == free.user
    assert reader.get(page_of(review)).status_code == 404


def test_a_sensitive_edition_is_closed_until_the_person_agrees_and_names_no_programme(reader, review):
    Edition.objects.filter(pk=review.edition.pk).update(reveals=Reveals.HEALTH)
    assert reader.get(page_of(review)).status_code == 404
    assert "Er ligt niets klaar" in reader.get(reverse("programmes:reviews")).text


def test_the_overview_leads_there(reader, review):
    page = reader.get(reverse("people:mine")).text
    assert reverse("programmes:reviews") in page and "Er ligt iets klaar om te lezen" in page


def test_the_person_reads_it_after_the_answer_by_role(client, review, organiser):
    written(review, sentence="Je noemt het plein concreet.")
    own = reverse("programmes:application", args=[review.application.key])
    browser = sign_in(client, review.application.user)
    assert "Je noemt het plein concreet." not in browser.get(own).text
    decisions.refuse_application(review.application, by=organiser, words="De cursus Landelijk past beter.")
    page = browser.get(own).text
    assert "Je noemt het plein concreet." in page and review.reviewer.name not in page
