"""The demo's programmes: whole, honest about what is invented, relative to today, and the same when laid again."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.stations import Station
from lifecycle.models import JournalLine
from people.models import Organisation, User
from portal.demo.content import lay_demo
from portal.demo.content.programmes import EXAMPLES, editions_of
from portal.demo.content.programmes.laying import planned_edition
from portal.demo.content.programmes.politically_active import POLITICALLY_ACTIVE
from portal.demo.content.programmes.running import run
from portal.demo.content.programmes.shapes import EditionPlan
from portal.demo.content.terms import Term
from portal.demo.people import person
from portal.demo.reset import lay_demo_anew
from programmes.choices import Office, Reveals
from programmes.guide.facts import candidates
from programmes.guide.rules import Answers, Reason, advise
from programmes.models import Application, Carrier, Edition, Event, Programme, ProgrammePage, Question
from programmes.models.safeguarding_contact import enough_contacts
from programmes.states import EditionState
from programmes.steps import first_unfinished
from tests.home.test_words_are_plain import too_long
from tests.laid import laid

__all__ = ["laid"]
pytestmark = pytest.mark.django_db
EXAMPLE = "Voorbeeldinhoud: data, vragen en contact zijn verzonnen"
NOT_CHECKED = {"": "nog niet nagekeken door lezers", "/en": "not been checked by readers"}
EASY_WORDS = 10


@pytest.fixture(scope="module")
def demo(laid: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        lay_demo()


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
    told = [*programme.phases.all(), *programme.criteria.all()]
    assert programme.criteria.count() > 1
    assert all(record.title_en and record.text and record.text_en for record in told)
    for name in ("where", "hours", "costs", "access"):
        assert getattr(programme, name) and getattr(programme, f"{name}_en")


def test_real_organisations_have_invented_contacts(demo: None, client: Client) -> None:
    for organisation in Organisation.objects.filter(is_example=True):
        assert organisation.mail_address.endswith(".example.org")
        assert EXAMPLE in client.get(f"/organisaties/{organisation.slug}/").content.decode()
    assert all(user.email.endswith("@example.org") for user in User.objects.all())


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
    assert "Boeken per mail" in client.get("/programmas/").content.decode()


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
        for plan, edition in editions_of(slug, term):
            assert plan.participants <= edition.capacity
            assert edition.starts_on and edition.starts_on < timezone.localdate()
            assert edition.state in (EditionState.RUNNING, EditionState.FINISHED)
            total += plan.participants
    assert 650 <= total <= 750
    assert len(editions_of("politiek-actief", term)) == 8


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


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    "now",
    [
        dt.datetime(2026, 11, 29, 12, tzinfo=AMSTERDAM),
        dt.datetime(2028, 2, 29, 8, tzinfo=AMSTERDAM),
        dt.datetime(2030, 12, 31, 23, 59, tzinfo=AMSTERDAM),
        dt.datetime(2031, 1, 1, 0, 0, 1, tzinfo=AMSTERDAM),
        dt.datetime(2031, 5, 3, 12, tzinfo=AMSTERDAM),
    ],
    ids=str,
)
def test_days_follow_the_day_on_which_it_is_made(laid: None, now: dt.datetime) -> None:
    with time_machine.travel(now, tick=False):
        lay_demo_anew()
        edition = Edition.objects.filter(programme__slug="mentornetwerk").open().get()
        assert edition.is_open()
        starts = timezone.localdate() + dt.timedelta(days=70)
        assert edition.name == f"{'voorjaar' if starts.month < 8 else 'najaar'} {starts.year}"
        assert edition.starts_on == starts
        assert all(event.starts_at > timezone.now() for event in Event.objects.all())
        for edition in Edition.objects.all():
            _holds_together(edition)


def _holds_together(edition: Edition) -> None:
    """Its state is that which its dates tell."""
    today = timezone.localdate()
    assert edition.opens_at and edition.closes_at and edition.starts_on and edition.ends_on and edition.answer_by
    assert timezone.localdate(edition.closes_at) < edition.answer_by < edition.starts_on
    told = {
        EditionState.OPEN: edition.closes_at > timezone.now(),
        EditionState.CLOSED: edition.closes_at < timezone.now() and edition.starts_on > today,
        EditionState.RUNNING: edition.starts_on < today < edition.ends_on,
        EditionState.FINISHED: edition.ends_on < today,
    }
    assert told[EditionState(edition.state)], edition
    moves = JournalLine.objects.filter(thing_key=str(edition.key)).order_by("pk")
    assert list(moves.order_by("at", "pk")) == list(moves)
    assert all(line.at <= timezone.now() for line in moves)


def test_sentences_are_short_and_shorter_in_easy_language(demo: None) -> None:
    for page in ProgrammePage.objects.all():
        lines = [line for part in page.easy for row in part.value["rows"] for line in row["lines"]]
        assert len(lines) > 15
        assert not [long for line in lines for long in too_long(line, EASY_WORDS)]
        texts = [page.intro, page.for_whom_text, page.admission_text]
        assert not [long for text in texts for long in too_long(text)]
    facts = [
        field for organisation in Organisation.objects.all() for field in (organisation.about, organisation.about_en)
    ]
    facts += [field for event in Event.objects.all() for field in (event.text, event.text_en)]
    assert not [long for text in facts for long in too_long(text)]


def test_every_part_is_what_the_editor_would_accept(demo: None) -> None:
    for page in ProgrammePage.objects.all():
        for stream in (page.body, page.questions, page.easy):
            assert list(stream)
            for part in stream:
                part.block.clean(part.value)


def test_the_participant_has_a_next_step_and_the_desk_has_applications(demo: None) -> None:
    draft = Application.objects.get(user=person("participant"))
    assert first_unfinished(draft) is not None
    assert Application.objects.at_the_desk_of(person("organiser")).count() == 3
    assert not Application.objects.filter(user=person("newcomer")).exists()


def test_laying_it_twice_changes_nothing(demo: None) -> None:
    before = Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()
    assert lay_demo() is False
    assert (Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()) == before


def test_anew_means_that_what_people_made_is_gone(demo: None) -> None:
    User.objects.create_user("bezoeker@example.org")
    Programme.objects.filter(slug="mentornetwerk").update(name="Iets anders")
    lay_demo_anew()
    assert not User.objects.filter(email="bezoeker@example.org").exists()
    assert Programme.objects.get(slug="mentornetwerk").name == "Mentornetwerk"
    assert Application.objects.count() == 4


@pytest.mark.parametrize("command", ["demo_content", "demo_reset"])
def test_outside_demo_mode_the_commands_refuse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command(command)
    assert stopped.value.code == 3
    assert len(capsys.readouterr().err.splitlines()) == 1
