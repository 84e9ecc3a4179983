"""Why somebody has no mentor yet: on her own page in a sentence, at the desk in a few words."""

import pytest
from django.utils import timezone

from mentoring.actions.matches import ask_mentor
from mentoring.actions.rounds import begin_round, compute_round, send_round
from mentoring.asking.suggesting import find_mentors
from mentoring.models import Match, MenteeProfile, PairingRules, Round
from mentoring.states import MatchState, RoundState
from mentoring.waiting import Why, at_the_desk, why_waiting
from programmes.choices import Reveals
from programmes.models import ThreatMode
from programmes.safety.hiding import hide
from programmes.states import ParticipationState
from tests.factories.mentoring import a_match
from tests.factories.programmes import admitted
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def has_mentors(edition):
    edition.programme.has_mentors = True
    edition.programme.save()


def why(participation):
    return why_waiting(participation).why


def test_each_waits_for_a_reason_of_her_own(edition, django_assert_max_num_queries):
    anna = a_seeker(edition, "Anna")
    assert why(anna) == Why.NO_ROOM
    full = a_guide(edition, "Vol")
    a_match(MatchState.ACTIVE, participation=a_seeker(edition, "Heeft Al"), mentor=full)
    assert why(anna) == Why.NO_ROOM
    a_guide(edition, "Kan Niet", languages=["fy"])
    assert why(anna) == Why.NO_FIT and "/mijn/profiel/" in why_waiting(anna).link
    free = a_guide(edition, "Vrij")
    assert why(anna) == Why.SOON
    round = Round.objects.create(edition=edition)
    assert why(anna) == Why.PREPARING
    Round.objects.filter(pk=round.pk).update(state=RoundState.SENT)
    match = a_match(participation=anna, mentor=free)
    assert why(anna) == Why.ANSWER and str(match.key) in why_waiting(anna).link
    match.mentee_yes_at, match.state = timezone.now(), MatchState.MENTEE_YES
    match.save()
    with django_assert_max_num_queries(3):
        assert why(anna) == Why.ASKED
    assert match.last_day.strftime("%Y") in why_waiting(anna).text
    MenteeProfile.objects.filter(user=anna.user).update(topics=[])
    assert why(anna) == Why.PROFILE


def test_who_has_a_mentor_or_left_or_never_gets_one_waits_for_nothing(edition):
    pair = a_match(MatchState.ACTIVE, participation=a_seeker(edition), mentor=a_guide(edition))
    left = admitted(edition, state=ParticipationState.LEFT)
    assert why_waiting(pair.participation) is None and why_waiting(left) is None
    waits = a_seeker(edition)
    edition.programme.has_mentors = False
    edition.programme.save()
    assert why_waiting(waits) is None


def test_without_consent_that_comes_first(edition):
    anna = a_seeker(edition)
    edition.reveals = Reveals.HEALTH
    edition.save()
    assert why(anna) == Why.CONSENT


def test_who_hides_hears_that_nobody_looks_for_her(edition):
    anna = a_seeker(edition)
    a_guide(edition)
    hide(by=anna.user)
    assert why(anna) == Why.HIDDEN and why_waiting(anna).link == "/mijn/veiligheid/"


def test_while_a_round_is_prepared_she_may_still_choose_herself_where_that_may_be(edition):
    anna = a_seeker(edition)
    Round.objects.create(edition=edition)
    assert why(anna) == Why.PREPARING and not why_waiting(anna).link  # nobody has room: nobody to choose
    a_guide(edition)
    waits = why_waiting(anna)
    assert (waits.why, waits.link) == (Why.PREPARING, "/mijn/mentor-kiezen/") and "wachten wij met zoeken" in waits.text
    PairingRules.objects.create(programme=edition.programme, participants_ask=False)
    assert why(anna) == Why.PREPARING and not why_waiting(anna).link


def test_who_asks_a_mentor_herself_is_not_proposed_to_another_by_the_round_that_was_ready(edition, organiser):
    anna, bea = a_seeker(edition), a_seeker(edition)
    for _number in range(3):
        a_guide(edition)
    round = compute_round(begin_round(edition, by=organiser), by=organiser)
    chosen = next(one for one in find_mentors(anna, by=anna.user) if not one.mentor.matches.exists())
    ask_mentor(chosen, by=anna.user)
    send_round(round, by=organiser)
    assert [match.mentor for match in Match.objects.going_on().filter(participation=anna)] == [chosen.mentor]
    assert Match.objects.going_on().filter(participation=bea).count() == 1


def test_how_many_did_not_work_out_is_said_and_never_who(edition):
    anna = a_seeker(edition)
    for name in ("Zegt Nee", "Zweeg"):
        a_match(MatchState.EXPIRED, participation=anna, mentor=a_guide(edition, name), ended_at=timezone.now())
    said = why_waiting(anna).text
    assert "Met 2 mentoren lukte het niet." in said and "Zweeg" not in said


def test_at_the_desk_all_are_asked_at_once(edition, django_assert_num_queries):
    people = [a_seeker(edition) for _number in range(5)] + [admitted(edition)]
    a_match(participation=people[0], mentor=a_guide(edition))
    with django_assert_num_queries(2):
        found = at_the_desk(people)
    assert [found[one.pk] for one in people] == [Why.ANSWER, *[Why.SOON] * 4, Why.PROFILE]


def test_her_own_page_says_it(client, edition):
    anna = a_seeker(edition)
    page = sign_in(client, anna.user).get("/mijn/").text
    assert "Geen enkele mentor heeft nu plek." in page
    a_match(participation=anna, mentor=a_guide(edition))
    assert "Geen enkele mentor heeft nu plek." not in client.get("/mijn/").text


def test_under_threat_nobody_is_told_to_ask_a_mentor_herself(edition):
    anna = a_seeker(edition, "Anna")
    a_guide(edition, "Vrij")
    assert "zelf een mentor vragen" in why_waiting(anna).text
    ThreatMode.objects.create(programme=edition.programme)
    waits = why_waiting(anna)
    assert waits.why == Why.SOON and "zelf" not in waits.text and not waits.link
