""" "Wat wacht op mij" in mentoring: numbers per programme or edition, never a name, and never another's."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lifecycle.models import JournalLine
from mentoring.actions.rounds import begin_round, compute_round, send_round
from mentoring.desk import sections
from mentoring.models import CheckIn, Match
from mentoring.pace.actions import check_ins
from mentoring.pace.choices import Moment
from mentoring.pace.states import CheckInState
from mentoring.states import MatchState, MeetingState, MentorState, Side
from people.letters import registered
from people.models import Letter, PersonSeen
from tests.factories.mentoring import MeetingFactory, MentorFactory, a_match, a_pair
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.factories.programmes import OpenEditionFactory
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

NAMES = ("rounds_ready", "proposals_lapsing", "mentors_to_vet", "silent_pairs")


def section(name, user):
    request = RequestFactory().get("/cms/")
    request.user = user
    return getattr(sections, name)(request)


def tasks(name, user):
    return [(task.title, task.amount) for task in section(name, user).tasks]


def test_who_wants_to_mentor_waits_for_an_answer(edition, organiser):
    for days, state in [(2, MentorState.APPLIED), (5, MentorState.APPLIED), (9, MentorState.ADMITTED)]:
        asked_at = timezone.now() - timedelta(days=days)
        MentorFactory(programme=edition.programme, state=state, asked_at=asked_at)
    (task,) = section("mentors_to_vet", organiser).tasks
    assert (task.title, task.amount) == ("Eigen programma", "2 mentoren")
    assert f"programme={edition.programme.pk}" in task.url and "state=applied" in task.url


def test_a_round_waits_from_the_moment_it_is_ready_until_it_is_sent(edition, organiser):
    a_seeker(edition)
    a_guide(edition)
    round = begin_round(edition, by=organiser)
    assert tasks("rounds_ready", organiser) == []
    compute_round(round, by=organiser)
    assert tasks("rounds_ready", organiser) == [("Eigen programma, eigen editie", "1 koppel")]
    send_round(round, by=organiser)
    assert tasks("rounds_ready", organiser) == []


def test_a_proposal_waits_when_it_lapses_within_three_days(edition, organiser):
    for days in (1, 2, 8):
        until = timezone.now() + timedelta(days=days)
        a_match(participation=a_seeker(edition), mentor=a_guide(edition), answer_until=until)
    a_match(MatchState.DECLINED, participation=a_seeker(edition), mentor=a_guide(edition), answer_until=timezone.now())
    assert tasks("proposals_lapsing", organiser) == [("Eigen programma, eigen editie", "2 voorstellen")]


def test_a_pair_that_is_silent_waits(edition, organiser):
    long_ago = timezone.now() - timedelta(weeks=20)
    a_pair(a_seeker(edition), a_guide(edition), at=long_ago)
    spoke = a_pair(a_seeker(edition), a_guide(edition), at=long_ago)
    MeetingFactory(match=spoke, state=MeetingState.HELD, starts_at=timezone.now() - timedelta(weeks=1))
    a_match(MatchState.ENDED, participation=a_seeker(edition), mentor=a_guide(edition), at=long_ago)
    assert tasks("silent_pairs", organiser) == [("Eigen programma, eigen editie", "1 koppel")]


def _pile_up(organiser, programme, number):
    for _number in range(number):
        edition = OpenEditionFactory(programme=programme)
        a_seeker(edition)
        a_guide(edition)
        compute_round(begin_round(edition, by=organiser), by=organiser)
        MentorFactory(programme=programme)
        a_pair(a_seeker(edition), a_guide(edition), at=timezone.now() - timedelta(weeks=20))
        a_match(participation=a_seeker(edition), mentor=a_guide(edition), answer_until=timezone.now())


def test_nobody_else_has_any_of_it_and_nobody_was_seen(edition, organiser):
    _pile_up(organiser, edition.programme, 1)
    other = MembershipFactory().user
    for name in NAMES:
        assert len(tasks(name, organiser)) == 1
        assert tasks(name, other) == [] and section(name, AdministratorFactory()) is None
    assert not PersonSeen.objects.exists()


def test_who_asks_for_help_is_read_at_the_desk_and_mailed_once(edition, organiser):
    pairs = [a_pair(a_seeker(edition), a_guide(edition)) for _ in range(3)]
    for pair, answer in zip(pairs, [("well", "nothing"), ("well", "call"), ("hard", "time")], strict=True):
        check_ins.ask_check_in(pair, Moment.FOUR_WEEKS)
        asked = pair.check_ins.get(side=Side.MENTOR)
        check_ins.answer_check_in(asked, by=pair.mentor.user, going=answer[0], need=answer[1], words="Zonnedauw")
    found = section("silent_pairs", organiser).tasks
    assert [task.url for task in found] == [f"/cms/koppels/{pair.key}/" for pair in pairs[1:]]
    assert {task.amount for task in found} == {"vraagt om hulp"}
    sent = Letter.objects.filter(message="mentoring.help_asked").order_by("pk")
    assert [letter.recipient for letter in sent] == [organiser, organiser]
    words = registered()["mentoring.help_asked"].render(organiser, sent[0].ids)
    assert words and found[0].url in words.text and "Zonnedauw" not in words.text + str(found)
    assert registered()["mentoring.help_asked"].render(pairs[1].mentor.user, sent[0].ids) is None


def test_who_asks_for_help_waits_until_somebody_says_that_she_responded(edition, organiser, client):
    pair = a_pair(a_seeker(edition), a_guide(edition))
    said = {"state": CheckInState.ANSWERED, "need": "call", "answered_at": timezone.now() - timedelta(days=40)}
    first, second = (CheckIn.objects.create(match=pair, side=side, moment=Moment.HALFWAY, **said) for side in Side)
    sign_in(client, organiser)
    page, waits = f"/cms/koppels/{pair.key}/", "Ik heb hierop gereageerd"
    assert client.get(page).content.decode().count(waits) == 2
    for _press in range(2):  # the second time nothing happens any more
        client.post(f"{page}hulp/{first.key}/")
    lines = JournalLine.objects.filter(verb="respond", thing_key=str(first.key), actor=organiser.journal_key)
    assert lines.count() == 1
    assert client.get(page).content.decode().count(waits) == 1
    assert [task.amount for task in section("silent_pairs", organiser).tasks] == ["vraagt om hulp"]
    check_ins.respond_to_help(second, by=organiser)
    assert section("silent_pairs", organiser).tasks == ()
    mail = registered()["mentoring.help_asked"]
    assert mail.render(organiser, {"check_in": str(second.key)}) is None


def test_who_is_helped_or_did_not_ask_is_not_responded_to(edition, organiser):
    pair = a_pair(a_seeker(edition), a_guide(edition))
    calm = CheckIn.objects.create(
        match=pair, side=Side.MENTEE, moment=Moment.HALFWAY, state=CheckInState.ANSWERED, going="well", need="nothing"
    )
    for one in (pair.mentor.user, pair.participation.user, MembershipFactory().user):
        with pytest.raises(PermissionDenied):
            check_ins.respond_to_help(calm, by=one)
    assert check_ins.respond_to_help(calm, by=organiser).responded_at is None


@pytest.mark.parametrize("name", NAMES)
def test_a_section_takes_no_query_more_for_a_row(edition, organiser, name):
    def count():
        with CaptureQueriesContext(connection) as captured:
            assert section(name, organiser).tasks
        return len(captured)

    _pile_up(organiser, edition.programme, 1)
    few = count()
    _pile_up(organiser, edition.programme, 3)
    assert count() == few <= 3
    assert Match.objects.count() == 12
