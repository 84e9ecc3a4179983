"""The demo's programmes, without people: whole, honest about what is invented, and found by list and guide."""

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.stations import Station
from people.models import Organisation
from portal.demo.content.organisations import lay_organisations
from portal.demo.content.programmes import EXAMPLES, lay_programmes, plans_with_people
from portal.demo.content.programmes.laying import planned_edition
from portal.demo.content.programmes.politically_active import POLITICALLY_ACTIVE
from portal.demo.content.programmes.running import run
from portal.demo.content.programmes.shapes import EditionPlan
from portal.demo.content.terms import Term
from portal.demo.people import person
from programmes.choices import Office, Reveals
from programmes.guide.facts import candidates
from programmes.guide.rules import Answers, Reason, advise
from programmes.models import Carrier, Criterion, Edition, Phase, Programme, ProgrammePage, Question
from programmes.models.safeguarding_contact import enough_contacts
from programmes.states import EditionState
from tests.home.test_words_are_plain import too_long
from tests.laid import laid

__all__ = ["laid"]
pytestmark = pytest.mark.django_db
EXAMPLE = "Voorbeeldinhoud: data, vragen en contact zijn verzonnen"
NOT_CHECKED = {"": "nog niet nagekeken door lezers", "/en": "not been checked by readers"}


@pytest.fixture(scope="module")
def demo(laid: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        lay_programmes(lay_organisations(), Term(timezone.now()))


SLUGS = [example.slug for example in EXAMPLES]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_programme_answers_in_both_languages_and_in_easy_language(demo: None, client: Client, slug: str) -> None:
    for prefix in ("", "/en"):
        full, easy = (client.get(f"{prefix}/programmas/{slug}/{end}") for end in ("", "makkelijke-taal/"))
        assert (full.status_code, easy.status_code) == (200, 200)
        page = ProgrammePage.objects.get(programme__slug=slug, locale__language_code=prefix[1:] or "nl")
        for heading in (page.title, page.questions[0].value["question"]):
            assert heading in full.content.decode()
        assert NOT_CHECKED[prefix] in easy.content.decode()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_of_it_says_that_it_is_an_example(demo: None, client: Client, slug: str) -> None:
    for end in ("", "makkelijke-taal/"):
        assert EXAMPLE in client.get(f"/programmas/{slug}/{end}").content.decode()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_programme_has_all_that_its_page_tells(demo: None, slug: str) -> None:
    programme = Programme.objects.get(slug=slug)
    assert enough_contacts(programme)
    assert all(contact.mail_address.endswith("@example.org") for contact in programme.safeguarding_contacts.all())
    assert {phase.kind for phase in programme.phases.all()} == set(Station.values)
    assert programme.carriers.filter(is_lead=True).count() == 1
    assert programme.contact_address.endswith("@example.org")
    told: list[Phase | Criterion] = [*programme.phases.all(), *programme.criteria.all()]
    assert programme.criteria.count() > 1
    assert all(record.title_en and record.text and record.text_en for record in told)
    for name in ("where", "hours", "costs", "access"):
        assert getattr(programme, name) and getattr(programme, f"{name}_en")


def test_its_edition_is_open_with_all_that_applying_needs(demo: None) -> None:
    programme = Programme.objects.get(slug="mentornetwerk")
    edition = Edition.objects.filter(programme=programme).open().get()
    assert enough_contacts(programme)
    assert programme.criteria.exists()
    assert programme.phases.count() == 4
    assert sorted(set(edition.questions.values_list("step", flat=True))) == [1, 2]
    assert edition.answer_by and edition.closes_at and edition.answer_by > edition.closes_at.date()
    assert not [question for question in Question.objects.all() if question.is_held]


FOUND = [
    ("voor=jongeren-praktisch", {"next-step-academy", "kraamkamers"}),
    ("voor=beperking", {"politiek-actief-met-een-beperking"}),
    ("voor=vrouwen&voor=partijen", {"mentornetwerk", "selecteren-zonder-vooroordelen"}),
    ("ambt=bestuur", set(SLUGS) - {"next-step-academy"}),
    ("ambt=raad", set(SLUGS) - {"orientatieprogramma"}),
    ("vorm=mixed", {"mentornetwerk", "politiek-actief-met-een-beperking", "orientatieprogramma"}),
    ("open=on", {"mentornetwerk", "politiek-actief"}),
    ("waar=Drenthe", set(SLUGS)),
    ("voor=zij-instromers", set()),
]


@pytest.mark.parametrize(("query", "slugs"), FOUND, ids=[query for query, _slugs in FOUND])
def test_the_list_finds_them(demo: None, client: Client, query: str, slugs: set[str]) -> None:
    for prefix in ("", "/en"):
        main = client.get(f"{prefix}/programmas/?{query}").content.decode()
        assert {slug for slug in SLUGS if f'href="{prefix}/programmas/{slug}/"' in main} == slugs


@pytest.mark.parametrize("office", ["", *Office.values])
def test_the_guide_leads_to_each_that_is_for_persons(demo: None, office: str) -> None:
    known = {found.programme.slug: found.facts for found in candidates().values()}
    assert known.keys() == set(SLUGS) - {"selecteren-zonder-vooroordelen"}
    advice = advise(Answers(office=office, station=Station.WANT), known.values())
    assert {fit.programme.name for fit in advice.now} == {
        fact.name for slug, fact in known.items() if slug in {"mentornetwerk", "politiek-actief"}
    }
    fitting = {slug for slug, fact in known.items() if fact.office in ("", office) or not office}
    assert len(advice.now) + len(advice.later) == len(fitting)
    assert all(Reason.STATION in fit.reasons for fit in [*advice.now, *advice.later])


def test_the_list_asks_as_much_for_one_programme_as_for_all(demo: None, client: Client) -> None:
    asked = []
    for query in ("voor=beperking", "ambt=raad"):
        client.get(f"/programmas/?{query}&open=")
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/programmas/?{query}")
        asked.append(len(queries))
    assert asked[0] == asked[1] < 40


def test_a_course_in_several_towns_lets_one_choose(demo: None, client: Client) -> None:
    page = client.get("/programmas/politiek-actief/").content.decode()
    open_now = Edition.objects.filter(programme__slug="politiek-actief").open().get()
    for town in ("Zwolle", "Breda", "Leeuwarden", "Den Haag"):
        assert town in page
    assert page.count(reverse("programmes:apply", kwargs={"key": open_now.key})) == 2
    assert "Almere" not in page
    assert "Kies waar en wanneer" not in client.get("/programmas/mentornetwerk/").content.decode()


def test_what_parties_book_asks_no_person_to_apply(demo: None, client: Client) -> None:
    for end in ("", "makkelijke-taal/"):
        page = client.get(f"/programmas/selecteren-zonder-vooroordelen/{end}").content.decode()
        assert "mailto:boeken@example.org" in page
        assert "aanmelden" not in page.split("<main")[1].split("</main>")[0]
    assert "Te boeken" in client.get("/programmas/").content.decode()


def test_who_takes_part_shows_something_only_where_it_is_said(demo: None) -> None:
    """And there the form asks for consent."""
    sensitive = Programme.objects.sensitive()
    assert [programme.slug for programme in sensitive] == ["politiek-actief-met-een-beperking"]
    assert {edition.reveals for edition in sensitive.get().editions.all()} == {Reveals.HEALTH}
    assert {edition.capacity for edition in sensitive.get().editions.all()} == {20}


def test_several_carry_where_a_letter_says_so(demo: None) -> None:
    carriers = Carrier.objects.filter(programme__slug="politiek-actief-met-een-beperking").order_by("order")
    assert [carrier.organisation.slug for carrier in carriers] == ["zorgbelang-inclusief", "prodemos"]


def test_editions_with_people_in_them_are_known_beforehand(demo: None) -> None:
    term = Term(timezone.now())
    total = 0
    for slug in SLUGS:
        own = {edition.name: edition for edition in Edition.objects.filter(programme__slug=slug)}
        for plan in plans_with_people(slug):
            edition = own[plan.name(term)]
            assert plan.participants <= edition.capacity
            assert edition.starts_on and edition.starts_on < timezone.localdate()
            assert edition.state in (EditionState.RUNNING, EditionState.FINISHED)
            total += plan.participants
    assert 650 <= total <= 750
    assert len(plans_with_people("politiek-actief")) == 8


@pytest.mark.parametrize(
    ("plan", "states"),
    [
        (EditionPlan(-90, -60, -40, -10, -50, town="Toen"), ["open", "closed", "running", "finished"]),
        (EditionPlan(-90, -60, -40, 10, -50, EditionState.RUNNING, town="Nu"), ["open", "closed", "running"]),
        (EditionPlan(20, 40, 60, 90, 50, EditionState.OPEN, town="Straks"), ["open"]),
    ],
    ids=lambda value: value.town if isinstance(value, EditionPlan) else "",
)
def test_who_lays_people_in_an_edition_is_asked_after_each_move(
    demo: None, plan: EditionPlan, states: list[str]
) -> None:
    term, programme = Term(timezone.now()), Programme.objects.get(slug="politiek-actief")
    edition = planned_edition(programme, POLITICALLY_ACTIVE, plan, term)
    seen: list[str] = []
    run(edition, plan, term, person("administrator"), lambda edition, *_: seen.append(edition.state))
    assert seen == states


def test_what_is_said_of_organisations_is_short(demo: None) -> None:
    told = [words for found in Organisation.objects.all() for words in (found.about, found.about_en)]
    assert len(told) > 20
    assert not [long for text in told for long in too_long(text)]


def test_every_part_is_what_the_editor_would_accept(demo: None) -> None:
    for page in ProgrammePage.objects.all():
        for stream in (page.body, page.questions, page.easy):
            assert len(stream)
            for part in stream:
                part.block.clean(part.value)
