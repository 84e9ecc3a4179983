"""/mijn/mentor-kiezen/: who is shown, asking one of them, taking it back, and the organiser who stops it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.asking.suggesting import choices_of, find_mentors
from mentoring.models import Match, MentorProfile, PairingRules, Suggestion
from mentoring.pool import pool_of
from mentoring.states import MatchState
from people.letters import registered
from people.models import Letter
from programmes.models import Participation
from programmes.safety.blocking import block
from programmes.safety.hiding import hide, show
from programmes.safety.threat import switch_on
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, SafeguardingContactFactory, organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
CHOOSE = "/mijn/mentor-kiezen/"


@pytest.fixture
def mentee() -> Participation:
    return a_mentee(ProgrammeFactory(has_mentors=True), UserFactory(name="Yara Echt"), display_name="Merel")


@pytest.fixture
def mentors(mentee):
    """Six; the first fits best, and would show its name to nobody here."""
    programme = mentee.edition.programme
    made = [a_mentor(programme, topics=["wonen"], display_name=f"Boom{number}") for number in range(5)]
    best = a_mentor(programme, UserFactory(name="Marjan Echt"), topics=["wonen", "zorg"], display_name="Kastanje")
    return [best, *made]


@pytest.fixture
def client(mentee) -> Client:
    return sign_in(Client(), mentee.user)


def text_of(response) -> str:
    return response.content.decode()


def found(mentee):
    return find_mentors(mentee, by=mentee.user)


def asked(mentee, mentor) -> Match:
    return matches.ask_mentor(Suggestion.objects.get(participation=mentee, mentor=mentor), by=mentee.user)


def at_hand(mentee) -> list[str]:
    return [choice.told.name for choice in choices_of(mentee)]


def test_nobody_is_shown_or_asked_while_the_programme_is_under_threat(mentee, mentors, client):
    MentorProfile.objects.update(by_name=True)
    suggestion = found(mentee)[0]
    assert "Marjan Echt" in text_of(client.get(CHOOSE))
    switch_on(mentee.edition.programme, by=SafeguardingContactFactory(programme=mentee.edition.programme).user)
    assert "Marjan" not in text_of(client.get(CHOOSE))
    with pytest.raises(Refused, match="voor de veiligheid"):
        matches.ask_mentor(suggestion, by=mentee.user)


def test_six_who_fit_best_stay_for_a_week(mentee, mentors):
    first = [one.mentor_id for one in found(mentee)]
    assert len(first) == 6 and first[0] == mentors[0].pk
    better = a_mentor(mentee.edition.programme, topics=["wonen", "zorg"])
    assert [one.mentor_id for one in found(mentee)] == first
    later = timezone.now() + timedelta(days=8)
    assert choices_of(mentee, later) == []
    assert better.pk in [one.mentor_id for one in find_mentors(mentee, by=mentee.user, at=later)]
    assert Suggestion.objects.filter(participation=mentee).count() == 6


def test_while_three_are_left_a_press_brings_nobody_new(mentee, mentors):
    """Else a participant could see all mentors in turn."""
    pauses = MentorProfile.objects.filter(user__in=[one.mentor.user_id for one in found(mentee)[3:]])
    pauses.update(paused_until=timezone.localdate())
    a_mentor(mentee.edition.programme, topics=["wonen", "zorg"], display_name="Nieuweling")
    assert len(found(mentee)) == 3 and "Nieuweling" not in at_hand(mentee)
    MentorProfile.objects.filter(user=mentors[0].user).update(paused_until=timezone.localdate())
    found(mentee)
    assert "Nieuweling" in at_hand(mentee)


def test_who_cannot_be_asked_is_not_shown(mentee):
    programme = mentee.edition.programme
    names = ["vol", "pauze", "verborgen", "geblokkeerd", "blokkeerde", "gehad", "andermans", "nooit", "goed"]
    made = {name: a_mentor(programme, display_name=name) for name in names}
    a_pair(mentor=made["vol"])
    MentorProfile.objects.filter(user=made["pauze"].user).update(paused_until=timezone.localdate())
    hide(by=made["verborgen"].user)
    block(made["geblokkeerd"].user, by=mentee.user)
    block(mentee.user, by=made["blokkeerde"].user)
    a_match(MatchState.DECLINED, participation=mentee, mentor=made["gehad"])
    MentorProfile.objects.filter(user=made["nooit"].user).update(slots=["vr-avond"])
    a_match(mentor=made["andermans"])  # her one place waits for another's answer
    a_mentor(programme, mentee.user, display_name="zelf")
    a_mentor(display_name="elders")
    assert [one.mentor_id for one in found(mentee)] == [made["goed"].pk]
    assert at_hand(mentee) == ["goed"]
    hide(by=made["goed"].user)
    assert at_hand(mentee) == []
    hidden, barred = pool_of(mentee.edition, by=None), {made["geblokkeerd"], made["blokkeerde"]}
    assert str(made["verborgen"].key) not in hidden.mentors
    assert {(str(mentee.key), str(one.key)) for one in barred} <= hidden.forbidden


def test_few_that_are_left_are_filled_up_and_no_week_is_lost(mentee, mentors):
    first = {one.mentor_id for one in found(mentee)}
    for _number in range(2):
        a_mentor(mentee.edition.programme)
    for mentor in mentors[:4]:
        hide(by=mentor.user)
    left = {choice.suggestion.mentor_id for choice in choices_of(mentee)}
    again = {one.mentor_id for one in found(mentee)}
    assert len(left) < 3 <= len(again) == 4 and left <= again and left < first and not again <= first


def test_asking_is_her_yes_and_the_mentor_hears_as_always(mentee, mentors, client):
    assert CHOOSE in text_of(client.get("/mijn/")), "who waits is shown the way"
    assert "Laat mentoren zien" in text_of(client.get(CHOOSE)) and not Suggestion.objects.exists()
    client.post(f"{CHOOSE}{mentee.key}/zoeken/")
    page = text_of(client.get(CHOOSE))
    assert "Vraag Kastanje" in page and "Echt" not in page
    assert "Deze mentor kent jouw onderwerpen: wonen." in page and "zorg en welzijn" not in page
    suggestion = Suggestion.objects.get(mentor=mentors[0])
    answer = client.post(f"{CHOOSE}{suggestion.key}/vragen/", follow=True)
    assert "Je vroeg deze mentor" in text_of(answer) and "Neem je vraag aan Kastanje terug" in text_of(answer)
    match = Match.objects.get()
    assert match.state == MatchState.MENTEE_YES and match.asked_at == match.mentee_yes_at and match.reasons
    assert Letter.objects.get().message == "mentoring.proposed_to_mentor"
    assert JournalLine.objects.get(verb="ask").now == MatchState.MENTEE_YES
    assert CHOOSE in text_of(client.get("/mijn/")), "and back, to ask another or to take it back"
    proposal = reverse("mentoring:proposal", kwargs={"key": match.key})
    own_page = text_of(client.get(proposal))
    assert "Je koos deze mentor zelf" in own_page and "Je zei ja" in own_page
    mentors_page = text_of(sign_in(Client(), mentors[0].user).get(proposal))
    assert "Deze deelnemer koos jou uit een paar mentoren." in mentors_page and "Echt" not in mentors_page
    matches.accept_match(match, by=mentors[0].user)
    assert "Je hebt hier al een mentor" in text_of(client.get(CHOOSE))
    assert CHOOSE not in text_of(client.get("/mijn/"))


def test_who_organises_hears_once_a_day_that_somebody_chose(mentee, mentors):
    organiser = organiser_of(mentee.edition.programme)
    found(mentee)
    first, _second = asked(mentee, mentors[0]), asked(mentee, mentors[1])
    (letter,) = Letter.objects.filter(message="mentoring.choice_to_see")
    words = registered()[letter.message].render(organiser, letter.ids)
    assert letter.recipient == organiser and words and "/cms/keuzes/" in words.text
    assert not any(said in words.text for said in ("Yara", "Kastanje", mentee.edition.programme.name, str(first.key)))
    Match.objects.update(asked_at=timezone.now() - timedelta(days=4))
    assert registered()[letter.message].render(organiser, letter.ids) is None, "too late to stop it"


def test_three_may_stand_open_and_a_pair_ends_the_others(mentee, mentors):
    found(mentee)
    three = [asked(mentee, mentor) for mentor in mentors[:3]]
    with pytest.raises(matches.AskedEnough, match="Je hebt al 3 vragen openstaan"):
        asked(mentee, mentors[3])
    matches.take_back_request(three[2], by=mentee.user)
    asked(mentee, mentors[3])
    matches.accept_match(three[0], by=mentors[0].user)
    states = Match.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["active", "taken_back", "taken_back", "taken_back"]
    with pytest.raises(Refused, match="al een mentor"):
        asked(mentee, mentors[4])


def test_what_changed_since_the_page_was_opened_is_seen_at_the_press(mentee, mentors, client):
    found(mentee)
    full, blocking, hidden = mentors[:3]
    a_pair(mentor=full)
    block(mentee.user, by=blocking.user)
    hide(by=hidden.user)
    said = set()
    for mentor in (full, blocking, hidden):
        with pytest.raises(matches.NotNow) as refused:
            asked(mentee, mentor)
        said.add(refused.value.text)
    assert said == {"Deze mentor kan nu niet. Kies een andere mentor."}, "a block looks like a mentor without room"
    hide(by=mentee.user)
    with pytest.raises(Refused, match="verborgen"):
        asked(mentee, mentors[3])
    show(by=mentee.user)
    PairingRules.objects.create(programme=mentee.edition.programme, participants_ask=False)
    key = Suggestion.objects.get(participation=mentee, mentor=mentors[3]).key
    assert client.get(CHOOSE).status_code == 404 == client.post(f"{CHOOSE}{key}/vragen/").status_code


def test_the_term_is_the_programmes_own(mentee, mentors):
    PairingRules.objects.create(programme=mentee.edition.programme, answer_days=3)
    found(mentee)
    assert asked(mentee, mentors[0]).last_day == timezone.localdate() + timedelta(days=3)
    by_hand = matches.propose_match(mentee, mentors[1], by=organiser_of(mentee.edition.programme))
    assert by_hand.last_day == timezone.localdate() + timedelta(days=3)


def test_nobody_asks_with_what_is_of_another(mentee, mentors):
    found(mentee)
    suggestion, stranger = Suggestion.objects.first(), a_mentee(mentee.edition.programme)
    other = sign_in(Client(), stranger.user)
    for path in (f"{CHOOSE}{suggestion.key}/vragen/", f"{CHOOSE}{mentee.key}/zoeken/"):
        assert other.post(path).status_code == 404
    with pytest.raises(PermissionDenied):
        matches.ask_mentor(suggestion, by=stranger.user)
    assert not Match.objects.exists()


def test_her_own_request_can_be_taken_back_until_it_is_answered(mentee, mentors, client):
    found(mentee)
    match = asked(mentee, mentors[0])
    path = reverse("mentoring:request_take_back", kwargs={"key": match.key})
    assert "toch niet vragen" in text_of(client.get(path))
    match.refresh_from_db()
    assert match.state == MatchState.MENTEE_YES
    client.post(path)
    match.refresh_from_db()
    assert match.state == MatchState.TAKEN_BACK and Letter.objects.filter(message="mentoring.match_over").count() == 1
    with pytest.raises(IllegalMove):
        matches.take_back_request(match, by=mentee.user)
    proposed = a_match(participation=mentee)
    assert client.get(reverse("mentoring:request_take_back", kwargs={"key": proposed.key})).status_code == 404


@pytest.mark.parametrize("answered", [False, True])
def test_the_organiser_stops_it_within_three_days_and_both_hear(mentee, mentors, answered):
    organiser = organiser_of(mentee.edition.programme)
    found(mentee)
    match = asked(mentee, mentors[0])
    if answered:
        matches.accept_match(match, by=mentors[0].user)
    message = "mentoring.pair_ended" if answered else "mentoring.match_over"
    with pytest.raises(Refused, match="Drie dagen"):
        matches.stop_request(match, by=organiser, at=match.asked_at + timedelta(days=3))
    match = matches.stop_request(match, by=organiser, at=match.asked_at + timedelta(days=2, hours=23))
    assert match.state == (MatchState.ENDED if answered else MatchState.TAKEN_BACK)
    told = Letter.objects.filter(message=message).values_list("recipient", flat=True)
    assert set(told) == {mentee.user.pk, mentors[0].user.pk}


def test_what_was_proposed_by_others_is_not_stopped_this_way(mentee):
    match = a_match(participation=mentee)
    with pytest.raises(PermissionDenied):
        matches.stop_request(match, by=organiser_of(mentee.edition.programme))
    match.refresh_from_db()
    assert match.state == MatchState.PROPOSED


def test_a_block_and_hiding_bar_a_proposal_without_saying_which(mentee, mentors):
    organiser = organiser_of(mentee.edition.programme)
    block(mentee.user, by=mentors[1].user)
    hide(by=mentors[2].user)
    said = set()
    for mentor in mentors[1:3]:
        with pytest.raises(Refused) as refused:
            matches.propose_match(mentee, mentor, by=organiser)
        said.add(refused.value.text)
    assert said == {"Deze twee kun je nu niet aan elkaar voorstellen. Kies iemand anders."}


def test_the_page_asks_a_bounded_number_of_queries(mentee, mentors, client, django_assert_max_num_queries):
    found(mentee)
    asked(mentee, mentors[0])
    with django_assert_max_num_queries(26):
        client.get(CHOOSE)
