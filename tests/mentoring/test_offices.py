"""Which office a mentor says she holds, what the desk holds against the results, and what others read of it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from elections.models import Body, BodyElection, ElectedCandidate
from elections.models.body import Kind
from lifecycle.models import JournalLine
from mentoring.actions import mentors
from mentoring.models import HeldOffice, Mentor, MentorProfile
from mentoring.pseudonyms import Facts
from mentoring.vetting import actions
from mentoring.vetting.badges import badge_told
from mentoring.vetting.results import possible
from tests.factories.mentoring import a_match, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.mentoring.at_the_desk import shown
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Body:
    """A council, and others whose names look like each other."""
    names = ("Verzonnendorp", "Bergkwartier", "Bergzicht")
    made = [
        Body(kind=Kind.COUNCIL, code=f"GM999{number}", domain=f"999{number}", name=name, slug=name.lower())
        for number, name in enumerate(names)
    ]
    return Body.objects.bulk_create(made)[0]


# The office -----------------------------------------------------------------------------------------------


def a_result(body: Body, year: int, *names: tuple[str, str, str]) -> BodyElection:
    held = BodyElection.objects.create(
        identifier=f"GR{year}_Verzonnen",
        body=body,
        category="GR",
        name=f"Gemeenteraad Verzonnen {year}",
        election_day=dt.date(year, 3, 18),
        result_at=timezone.now(),
    )
    for number, (initials, first, last) in enumerate(names, 1):
        ElectedCandidate.objects.create(
            body_election=held,
            contest="geen",
            list_number=7,
            number=number,
            initials=initials,
            first_name=first,
            last_name=last,
        )
    return held


def told(mentor: Mentor, body: Body, **fields: object) -> HeldOffice:
    given = {"office": "raad", "since": 2022, "until": None, "listed_as": "K. Zonnebloem"} | fields
    return actions.tell_office(by=mentor.user, body=body, **given)


FORM = {"office": "raad", "since": "2022", "until": "", "listed_as": "K. Zonnebloem"}


def test_an_office_is_found_in_the_result_of_its_years_alone(body):
    a_result(body, 2014, ("K.", "Kanarie", "Zonnebloem"))
    a_result(body, 2022, ("K.", "Kanarie", "Zonnebloem"), ("P.", "Piet", "Zonnebloem"), ("K.", "Kars", "Eik"))
    mentor = a_mentor()
    assert [one.first_name for one in possible(told(mentor, body))] == ["Kanarie"]
    assert [one.body_election.election_day.year for one in possible(told(mentor, body, since=2015, until=2018))] == [
        2014
    ]
    assert possible(told(mentor, body, since=2023, listed_as="K. Iemand")) == []
    other = Body.objects.filter(kind=Kind.COUNCIL).exclude(pk=body.pk).first()
    assert possible(told(mentor, other)) == []


def test_the_desk_recognises_her_and_keeps_the_year_not_the_line(client, body):
    a_result(body, 2022, ("K.", "Kanarie", "Zonnebloem"))
    mentor = a_mentor(user=UserFactory(name="Marjan Echt"))
    told(mentor, body)
    desk = sign_in(client, organiser_of(mentor.programme))
    text = shown(desk, "desk_mentors:detail", key=mentor.key)
    assert "Mogelijk gevonden" in text and "K. (Kanarie) Zonnebloem, in de uitslag van" in text
    assert "lijst 7" not in text.lower()
    path = reverse("desk_mentors:office", kwargs={"key": mentor.key})
    found = ElectedCandidate.objects.get()
    assert "Gecontroleerd" in desk.post(path, {"gevonden": str(found.pk)}, follow=True).text
    mentor.refresh_from_db()
    assert (mentor.office_checked_on, mentor.office_year) == (timezone.localdate(), 2022)
    assert f"{body.title}), gekozen in 2022, gecontroleerd" in shown(desk, "desk_mentors:detail", key=mentor.key)
    assert all(str(found.pk) not in map(str, line.ids.values()) for line in JournalLine.objects.filter(verb="check"))


def test_a_line_that_cannot_be_hers_is_refused(client, body):
    held = a_result(body, 2022, ("K.", "Kars", "Eik"))
    mentor = a_mentor()
    told(mentor, body)
    desk = sign_in(client, organiser_of(mentor.programme))
    path = reverse("desk_mentors:office", kwargs={"key": mentor.key})
    assert "past niet meer" in desk.post(path, {"gevonden": str(held.elected.get().pk)}, follow=True).text
    for wrong in ("", "x", "9" * 40, "1\x00", "999999"):
        assert desk.post(path, {"gevonden": wrong}).status_code == 404
    mentor.refresh_from_db()
    assert mentor.office_checked_on is None
    with pytest.raises(PermissionDenied):
        actions.confirm_office(mentor, held.elected.get(), by=mentor.user)


def test_other_words_need_another_look(body):
    mentor = a_mentor()
    told(mentor, body)
    Mentor.objects.update(office_checked_on=timezone.localdate(), office_year=2022)
    told(mentor, body)
    assert Mentor.objects.get().office_year == 2022, "the same words again change nothing"
    told(mentor, body, since=2018)
    assert Mentor.objects.values_list("office_checked_on", "office_year").get() == (None, None)
    Mentor.objects.update(office_checked_on=timezone.localdate(), office_year=2022)
    actions.forget_office(by=mentor.user)
    assert not HeldOffice.objects.exists() and Mentor.objects.get().office_year is None
    with pytest.raises(PermissionDenied):
        actions.tell_office(by=UserFactory(), office="raad", body=body, since=2022)


def test_a_day_by_hand_forgets_the_year(body):
    mentor = a_mentor()
    Mentor.objects.update(office_checked_on=dt.date(2026, 1, 5), office_year=2022)
    organiser = organiser_of(mentor.programme)
    mentors.note_check(mentor, by=organiser, office_checked_on=dt.date(2026, 1, 5))
    assert Mentor.objects.get().office_year == 2022
    mentors.note_check(mentor, by=organiser, office_checked_on=dt.date(2026, 2, 5))
    assert Mentor.objects.get().office_year is None


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("place", "Hengelo of zoiets", "Deze naam kennen wij niet"),
        ("place", "verzonnen", ""),
        ("place", "Berg", "Bedoel je Bergkwartier of Bergzicht?"),
        ("place", "\x00" * 3, "Vul in waar dat is of was"),
        ("place", "x" * 100_000, "Gebruik hoogstens 60 tekens"),
        ("since", "1492", "Vul een jaar in van 1950"),
        ("since", "gisteren", "Vul een jaar in, zoals 2022"),
        ("until", "2019", "Kies een jaar na het begin"),
        ("listed_as", "", "Vul in hoe je in de uitslag staat"),
        ("office", "keizer", "Kies een ambt uit de lijst"),
    ],
)
def test_bad_words_about_an_office_are_answered_and_none_is_lost(client, body, field, typed, says):
    mentor = a_mentor()
    given = {**FORM, "place": body.name, field: typed}
    response = sign_in(client, mentor.user).post(reverse("mentoring:mentor_office"), given)
    if not says:
        assert response.status_code == 302 and HeldOffice.objects.get().place == body.slug
        return
    assert response.status_code == 200 and says in response.text and not HeldOffice.objects.exists()
    assert field == "listed_as" or 'value="K. Zonnebloem"' in response.text


def test_what_she_told_stands_in_the_form_and_goes_by_a_press(client, body):
    mentor = a_mentor()
    told(mentor, body, until=2025)
    raw = HeldOffice.objects.extra(select={"raw": "place || years || listed_as"}).values_list("raw", flat=True)[0]
    assert body.slug not in raw and "2022" not in raw and "Zonnebloem" not in raw, "unreadable without our key"
    browser, page = sign_in(client, mentor.user), reverse("mentoring:mentor_office")
    text = browser.get(page).text
    assert f'value="{body.title}"' in text and 'value="2025"' in text and 'value="K. Zonnebloem"' in text
    browser.post(page, {"weg": "1"})
    assert not HeldOffice.objects.exists()


# What others read of it -----------------------------------------------------------------------------------


@pytest.fixture
def seven(body) -> list[Mentor]:
    """Six alike, of whom five were found in one year, and one who was found in another."""
    programme = ProgrammeFactory()
    found = [a_mentor(programme) for _ in range(7)]
    for mentor in found:
        told(mentor, body)
    Mentor.objects.update(office_checked_on=timezone.localdate(), office_year=2022)
    Mentor.objects.filter(pk=found[5].pk).update(office_year=2018)
    Mentor.objects.filter(pk=found[6].pk).update(office_checked_on=None, office_year=None)
    return list(Mentor.objects.order_by("pk"))


ALL = Facts("Gelderland", ("raad",), ("wonen", "zorg"))


def test_a_year_is_told_where_five_share_it_and_a_body_never(seven, body):
    assert badge_told(seven[0], ALL, by_name=False) == "raadslid, gekozen in 2022, gecontroleerd"
    assert badge_told(seven[5], ALL, by_name=False) == "raadslid, gecontroleerd"
    assert badge_told(seven[6], ALL, by_name=False) == ""
    MentorProfile.objects.filter(user=seven[1].user).update(province="Zeeland")
    assert badge_told(seven[0], ALL, by_name=False) == "raadslid, gecontroleerd", "four share year and province"
    MentorProfile.objects.filter(user=seven[2].user).update(province="Zeeland")
    assert badge_told(seven[0], ALL, by_name=False) == ""
    assert badge_told(seven[0], Facts(), by_name=False).endswith("2022, gecontroleerd"), "less told fits more"


def test_by_name_the_body_is_told_too(seven, body):
    expected = f"raadslid ({body.title}), gekozen in 2022, gecontroleerd"
    assert badge_told(seven[0], ALL, by_name=True) == expected


def test_who_no_longer_sits_there_is_not_called_a_councillor(body):
    mentor = a_mentor()
    told(mentor, body, until=2025)
    Mentor.objects.update(office_checked_on=timezone.localdate(), office_year=2022)
    mentor.refresh_from_db()
    assert badge_told(mentor, Facts(), by_name=True).startswith("oud-raadslid (")


def test_a_proposal_shows_the_badge_to_the_participant_alone(seven, body, client):
    match = a_match(mentor=seven[0])
    page = reverse("mentoring:proposal", kwargs={"key": match.key})
    text = sign_in(Client(), match.participation.user).get(page).text
    assert "Raadslid, gekozen in 2022, gecontroleerd" in text and body.name not in text
    assert "gecontroleerd" not in sign_in(Client(), match.mentor.user).get(page).text
