"""The invented people of the demo: they came by the actions, and what they left behind holds together."""

import datetime as dt
from collections import Counter

import pytest
from django.utils import timezone

from elections.models import BodyElection, ListEntry
from lifecycle.models import JournalLine
from mentoring.models import Candidacy, Match, Mentor
from outcomes.models import FunnelFact, FunnelPerson, PublishedCell, Release
from people.models import Letter, User
from people.privacy import purge_expired
from portal.demo.people import ROLES, person
from portal.demo.population.names import FIRST_NAMES, SURNAMES
from programmes.models import Application, Edition, Participation

pytestmark = pytest.mark.django_db


def test_everybody_is_recognisably_invented_and_can_be_mailed_nowhere(demo: None) -> None:
    assert all(address.endswith("@example.org") for address in User.objects.values_list("email", flat=True))
    surnames = {name for _prefix, name in SURNAMES} | {"Deelnemer"}
    first_names = {name for names in FIRST_NAMES.values() for name in names} | {"Demi"}
    entries = ListEntry.objects.values_list("first_name", "last_name")
    assert {first for first, _last in entries} <= first_names
    assert {last.removesuffix("-Anders") for _first, last in entries} <= surnames


def test_nobody_is_admitted_without_an_answer_or_ahead_of_time(demo: None) -> None:
    for application in Application.objects.filter(state="admitted"):
        assert application.submitted_at <= application.decided_at <= timezone.now()
    for one in Participation.objects.filter(started_at__isnull=False).select_related("edition"):
        assert one.admitted_at <= one.started_at
        assert timezone.localdate(one.started_at) >= one.edition.starts_on


def test_no_edition_holds_more_people_than_it_has_places(demo: None) -> None:
    for edition in Edition.objects.with_places_taken():
        assert edition.places_taken <= edition.capacity


def test_the_participant_and_the_mentor_of_the_demo_have_a_proposal_before_them(demo: None) -> None:
    proposed = Match.objects.get(participation__user=person("participant"))
    assert proposed.mentor.user == person("mentor")
    assert proposed.state == "proposed" and proposed.answer_until > timezone.now()
    assert proposed.reasons


def test_the_mentor_of_the_demo_has_two_pairs_that_talk(demo: None) -> None:
    pairs = Match.objects.active().filter(mentor__user=person("mentor"))
    assert pairs.count() == 2
    assert all(pair.meetings.held().exists() for pair in pairs)


def test_no_mentor_helps_more_people_than_she_wants(demo: None) -> None:
    places = Counter(Match.objects.taking_a_place().values_list("mentor__user", flat=True))
    assert places
    for mentor in Mentor.objects.select_related("user__mentor_profile"):
        assert places[mentor.user_id] <= mentor.user.mentor_profile.capacity


def test_the_lists_came_by_the_import_and_some_people_were_elected(demo: None) -> None:
    assert BodyElection.objects.with_result().count() == 8
    assert BodyElection.objects.with_lists().count() == 2  # the others were read so long ago that their names went
    assert ListEntry.objects.filter(last_name="Deelnemer", candidate_list__body_election__body__code="GM0344").exists()
    states = Counter(Candidacy.objects.values_list("state", flat=True))
    assert states["elected"] and states["not_elected"]
    assert FunnelFact.objects.filter(step="elected").exists()


def test_there_is_a_publication_a_month_and_the_latest_says_something(demo: None) -> None:
    days = list(Release.objects.order_by("as_of").values_list("as_of", flat=True))
    assert len(days) == 30 and {day.day for day in days} == {1}
    assert days[-1] == timezone.localdate().replace(day=1)
    assert PublishedCell.objects.filter(release__as_of=days[-1], value__isnull=False).exists()


def test_the_daily_purge_finds_nothing_more_to_do(demo: None) -> None:
    assert set(purge_expired(timezone.now()).values()) == {0}


def test_no_mail_of_the_past_waits_to_be_sent(demo: None) -> None:
    roles = {role.email for role in ROLES.values()}
    assert {letter.recipient.email for letter in Letter.objects.waiting().select_related("recipient")} <= roles


def test_the_journal_tells_it_in_the_past(demo: None) -> None:
    decided = JournalLine.objects.filter(verb="offer")
    assert decided.exists()
    assert decided.filter(at__gt=timezone.now() - dt.timedelta(days=1)).count() < decided.count()


def test_the_newcomer_has_nothing(demo: None) -> None:
    newcomer = person("newcomer")
    assert not Application.objects.filter(user=newcomer).exists()
    assert not FunnelPerson.objects.filter(user=newcomer).exists()
