"""Asking the organiser first: some days more, an answer, and nothing of it to the other. And the no with words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.asking import policies
from mentoring.asking.enquiring import answer_enquiry, ask_first
from mentoring.asking.suggesting import find_mentors
from mentoring.choices import DeclineReason
from mentoring.models import Enquiry, Match, Suggestion
from mentoring.states import MatchState
from people import privacy, takeout
from people.letters import registered
from people.models import Letter, Membership, User
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def match() -> Match:
    mentee = a_mentee(ProgrammeFactory(has_mentors=True), UserFactory(name="Yara Echt"), display_name="Merel")
    return a_match(participation=mentee, mentor=a_mentor(mentee.edition.programme, UserFactory(name="Marjan Echt")))


@pytest.fixture
def organiser(match) -> User:
    return organiser_of(match.participation.edition.programme)


@pytest.fixture
def desk(organiser) -> Client:
    return sign_in(Client(), organiser)


def path_of(match: Match, name: str = "enquire") -> str:
    return reverse(f"mentoring:{name}", kwargs={"key": match.key})


def text_of(response) -> str:
    return response.content.decode()


def answered(match: Match, desk: Client, words: str):
    enquiry = match.enquiries.get()
    url = reverse("desk_requests:reply", kwargs={"key": match.key, "enquiry": enquiry.key})
    return desk.post(url, {f"{str(enquiry.key)[:8]}-words": words}, follow=True)


def test_a_question_and_its_answer_are_read_by_one_of_the_two(match, desk):
    mentor, mentee = sign_in(Client(), match.mentor.user), sign_in(Client(), match.participation.user)
    assert "Ik wil eerst iets vragen" in text_of(mentor.get(path_of(match, "proposal")))
    mentor.post(path_of(match), {"words": "Kan het ook online, Zonnedauw?"})
    assert "Ik wil eerst iets vragen" not in text_of(mentor.get(path_of(match, "proposal"))), "one at a time"
    page = text_of(desk.get(reverse("desk_requests:detail", kwargs={"key": match.key})))
    assert "Kan het ook online, Zonnedauw?" in page and "Vraag van de mentor" in page
    assert "1 vraag vooraf" in text_of(desk.get("/cms/"))
    assert "vraag om te beantwoorden" in text_of(desk.get("/cms/keuzes/"))
    assert "Schrijf een antwoord" in text_of(answered(match, desk, " \x00 "))
    assert "Je antwoord is verstuurd" in text_of(answered(match, desk, "Ja, Vlinderstruik."))
    (letter,) = Letter.objects.filter(message="mentoring.enquiry_answered")
    assert letter.recipient == match.mentor.user
    words = registered()[letter.message].render(letter.recipient, letter.ids)
    assert words and "Vlinderstruik" not in words.text and path_of(match, "proposal") in words.text
    own, others = text_of(mentor.get(path_of(match, "proposal"))), text_of(mentee.get(path_of(match, "proposal")))
    assert "Kan het ook online" in own and "Ja, Vlinderstruik." in own and "Ik wil eerst iets vragen" in own
    assert "Zonnedauw" not in others and "Vlinderstruik" not in others
    assert (
        "Zonnedauw" not in " ".join(map(str, JournalLine.objects.values_list())) and "Zonnedauw" not in whole_database()
    )
    assert "1 vraag vooraf" not in text_of(desk.get("/cms/"))


def test_who_organises_hears_of_a_question_until_it_is_answered(match, organiser):
    programme = match.participation.edition.programme
    later = MembershipFactory(role=Membership.Role.ORGANISER)
    programme.carriers.create(organisation=later.organisation, since=timezone.now() + timedelta(days=1))
    MembershipFactory(user=match.mentor.user, organisation=programme.lead(), role=Membership.Role.ORGANISER)
    enquiry = ask_first(match, "Zonnedauw?", by=match.participation.user)
    (letter,) = Letter.objects.filter(message="mentoring.enquiry_waits")
    assert letter.recipient == organiser, "not who sees her not, and not one of the two"
    match.refresh_from_db()
    words = registered()[letter.message].render(organiser, letter.ids)
    assert words and f"/cms/keuzes/{match.key}/" in words.text and f"uiterlijk op {match.last_day.day} " in words.text
    assert not any(said in words.text for said in ("Zonnedauw", "Yara", "Marjan", programme.name))
    answer_enquiry(enquiry, "Ja.", by=organiser)
    assert registered()[letter.message].render(organiser, letter.ids) is None


def test_a_late_answer_leaves_time_to_choose_and_none_after_the_term(match, organiser):
    enquiry = ask_first(match, "Kan het online?", by=match.mentor.user)
    match.refresh_from_db()
    asked_until, late = match.answer_until, match.answer_until - timedelta(hours=1)
    answer_enquiry(enquiry, "Ja.", by=organiser, at=late)
    match.refresh_from_db()
    assert match.last_day == timezone.localdate(late) + timedelta(days=2)
    again = ask_first(match, "En in het weekend?", by=match.mentor.user, at=late)
    Match.objects.filter(pk=match.pk).update(answer_until=asked_until)
    answer_enquiry(again, "Nee.", by=organiser, at=asked_until)
    match.refresh_from_db()
    assert match.answer_until == asked_until


@pytest.mark.parametrize("becomes_a_pair", [True, False])
def test_what_nobody_answered_is_closed_in_words_with_the_proposal(match, desk, organiser, becomes_a_pair):
    mentee, promise = sign_in(Client(), match.participation.user), "Nog niet. Je krijgt een mail als er antwoord is."
    enquiry = ask_first(match, "Kan het online?", by=match.participation.user)
    assert promise in text_of(mentee.get(path_of(match, "proposal")))
    if becomes_a_pair:
        matches.accept_match(match, by=match.participation.user)
        assert promise in text_of(mentee.get(path_of(match, "proposal")))
        matches.accept_match(match, by=match.mentor.user)
    else:
        matches.decline_match(match, by=match.mentor.user, reason=DeclineReason.NO_TIME)
    page = text_of(mentee.get(path_of(match, "proposal"), follow=True))
    said = "Jullie zijn een koppel: vraag het nu zelf." if becomes_a_pair else "Hier komt geen antwoord meer op."
    assert "Kan het online?" in page and said in page and promise not in page
    assert said not in text_of(sign_in(Client(), match.mentor.user).get(path_of(match, "proposal"), follow=True))
    assert "1 vraag vooraf" not in text_of(desk.get("/cms/"))
    assert "vraag om te beantwoorden" not in text_of(desk.get("/cms/keuzes/"))
    there = text_of(desk.get(reverse("desk_requests:detail", kwargs={"key": match.key})))
    assert "Stuur het antwoord" not in there and "geen antwoord meer nodig" in there
    with pytest.raises(Refused):
        answer_enquiry(enquiry, "Ja.", by=organiser)


def test_who_said_yes_meanwhile_is_mailed_the_answer_all_the_same(match, organiser):
    enquiry = ask_first(match, "Kan het online?", by=match.mentor.user)
    matches.accept_match(match, by=match.mentor.user)
    answer_enquiry(enquiry, "Ja.", by=organiser)
    (letter,) = Letter.objects.filter(message="mentoring.enquiry_answered")
    assert registered()[letter.message].render(match.mentor.user, letter.ids) is not None


def test_an_answer_does_not_name_the_other(match, desk):
    ask_first(match, "Wie is het?", by=match.mentor.user)
    for words in ("Het is Yara.", "Mevrouw Echt (Vlinder)"):
        refused = text_of(answered(match, desk, words))
        assert "Noem de ander niet bij naam" in refused and words in refused, "nothing typed is lost"
    assert not Enquiry.objects.filter(answered_at__isnull=False).exists()
    assert "Je antwoord is verstuurd" in text_of(answered(match, desk, "Dat is echt nog niet te zeggen."))


def test_the_term_moves_on_once_for_both(match):
    day = match.last_day
    ask_first(match, "Een?", by=match.mentor.user)
    match.refresh_from_db()
    assert match.last_day == day + timedelta(days=5)
    ask_first(match, "Twee?", by=match.participation.user)
    match.refresh_from_db()
    assert match.last_day == day + timedelta(days=5) and match.enquiries.count() == 2


def test_one_question_at_a_time_three_in_all_and_none_after_an_answer(match, organiser):
    mentor = match.mentor.user
    for number in range(3):
        enquiry = ask_first(match, f"Vraag {number}?", by=mentor)
        with pytest.raises(Refused, match="al iets gevraagd"):
            ask_first(match, "Nog een?", by=mentor)
        answer_enquiry(enquiry, "Ja.", by=organiser)
    with pytest.raises(Refused, match="drie keer"):
        ask_first(match, "Nog een?", by=mentor)
    with pytest.raises(Refused, match="al beantwoord"):
        answer_enquiry(enquiry, "Nee.", by=organiser)
    matches.accept_match(match, by=mentor)
    with pytest.raises(IllegalMove):
        ask_first(match, "Te laat?", by=mentor)
    with pytest.raises(matches.TooLate):
        ask_first(match, "Te laat?", by=match.participation.user, at=timezone.now() + timedelta(days=60))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Schrijf op wat je wilt weten"), ("\x00\u202e", "Schrijf op wat je wilt weten"), ("x" * 281, "hooguit 280")],
)
def test_what_cannot_be_sent_is_said_and_stays(match, typed, said):
    response = sign_in(Client(), match.mentor.user).post(path_of(match), {"words": typed})
    assert said in text_of(response) and typed.strip("\x00\u202e") in text_of(response)
    assert not Enquiry.objects.exists()


def test_the_words_of_a_no_are_the_organisers_alone(match, desk):
    mentor, mentee = sign_in(Client(), match.mentor.user), sign_in(Client(), match.participation.user)
    data = {"reason": "conflict", "explained": "Wij zitten in dezelfde raad, Zonnedauw."}
    mentor.post(path_of(match, "proposal_decline"), data)
    assert "Zonnedauw" in text_of(desk.get(reverse("desk_pairs:detail", kwargs={"key": match.key})))
    assert "Zonnedauw" not in text_of(mentee.get(path_of(match, "proposal"))) + text_of(mentee.get("/mijn/"))
    assert "Zonnedauw" not in whole_database()
    assert "Zonnedauw" in "".join(takeout.files(match.mentor.user).values())
    assert "Zonnedauw" not in "".join(takeout.files(match.participation.user).values())


def test_questions_notes_and_suggestions_go_in_their_time(match):
    ask_first(match, "Vraag?", by=match.mentor.user)
    matches.decline_match(match, by=match.mentor.user, reason=DeclineReason.OTHER, explained="Omdat.")
    find_mentors(match.participation, by=match.participation.user)
    a_mentor(match.mentor.programme)
    find_mentors(match.participation, by=match.participation.user)
    soon, late = timezone.now() + timedelta(days=13), timezone.now() + timedelta(days=183)
    names = ("enquiry", "decline_note", "suggestion")
    at_first, then = privacy.purge_expired(soon, dry_run=True), privacy.purge_expired(late)
    assert [at_first[name] for name in names] == [0, 0, 0] and [then[name] for name in names] == [1, 1, 1]
    match.refresh_from_db()
    assert match.decline_note is None and not Enquiry.objects.exists() and not Suggestion.objects.exists()
    assert privacy.purge_expired(late)["decline_note"] == 0


def test_the_pages_follow_the_rules(match):
    mentee, mentor = match.participation.user, match.mentor.user
    assert policies.can_choose_somewhere(mentee) and not policies.can_choose_somewhere(mentor)
    assert policies.shows_ask_first(mentor, match) and not policies.shows_take_back_request(mentee, match)
    match.asked_at, match.mentee_yes_at, match.state = timezone.now(), timezone.now(), MatchState.MENTEE_YES
    assert policies.shows_take_back_request(mentee, match) and not policies.shows_take_back_request(mentor, match)
    assert policies.shows_ask_first(mentor, match) and not policies.shows_ask_first(mentee, match)
    organiser = organiser_of(match.mentor.programme)
    assert policies.shows_stop_request(organiser, match) and not policies.shows_stop_request(mentor, match)
    assert not policies.shows_stop_request(organiser, match, match.asked_at + timedelta(days=3))


VERBS = ("choose", "take_back", "stop", "ask_first", "answer")


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("mentee", {"choose", "take_back", "ask_first"}),
        ("mentor", {"ask_first"}),
        ("organiser", {"stop", "answer"}),
        ("other_organiser", set()),
        ("administrator", set()),
        ("stranger", set()),
    ],
)
def test_who_may_what(match, organiser, role, may):
    match.asked_at = timezone.now()
    enquiry = Enquiry(match=match, side="mentor")
    people = {
        "mentee": match.participation.user,
        "mentor": match.mentor.user,
        "organiser": organiser,
        "other_organiser": organiser_of(ProgrammeFactory()),
        "administrator": AdministratorFactory(),
        "stranger": UserFactory(),
    }
    asked = {
        "choose": policies.can_choose(people[role], match.participation),
        "take_back": policies.can_take_back_request(people[role], match),
        "stop": policies.can_stop_request(people[role], match),
        "ask_first": policies.can_ask_first(people[role], match),
        "answer": policies.can_answer_enquiry(people[role], enquiry),
    }
    assert {verb for verb in VERBS if asked[verb]} == may


def test_the_desk_stops_a_choice_and_sees_until_when(match, desk):
    Match.objects.update(asked_at=timezone.now(), mentee_yes_at=timezone.now(), state=MatchState.MENTEE_YES)
    assert "1 keuze" in text_of(desk.get("/cms/")) and "te stoppen tot" in text_of(desk.get("/cms/keuzes/"))
    detail = reverse("desk_requests:detail", kwargs={"key": match.key})
    assert "Je kunt dit stoppen tot" in text_of(desk.get(detail))
    said = text_of(desk.post(f"{detail}stoppen/", follow=True))
    assert "Dit gaat niet door" in said and "Je kunt dit stoppen tot" not in said
    match.refresh_from_db()
    assert match.state == MatchState.TAKEN_BACK
    assert desk.get(reverse("desk_requests:detail", kwargs={"key": a_pair().key})).status_code == 404
