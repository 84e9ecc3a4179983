"""/antwoord/: yes and no from a mail without signing in; a link that is dead in any way tells nothing."""

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone, translation

from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.asking.links import link_for, token_of
from mentoring.models import Match, MentorProfile
from mentoring.states import MatchState, Side
from people import letters
from people.letters import registered
from people.models import Letter
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def match() -> Match:
    mentee = a_mentee(user=UserFactory(name="Yara Echt"), display_name="Merel")
    mentor = a_mentor(mentee.edition.programme, UserFactory(name="Marjan Echt"), display_name="Kastanje", by_name=True)
    return a_match(participation=mentee, mentor=mentor)


def path_of(match: Match, side: Side, more: str = "") -> str:
    return f"/antwoord/{match.key}/{token_of(match, side)}/{more}"


def text_of(response) -> str:
    return response.content.decode()


def test_the_link_in_the_mail_is_the_one_that_answers(match):
    for side, message in ((Side.MENTEE, "proposed_to_mentee"), (Side.MENTOR, "proposed_to_mentor")):
        with translation.override("nl"):
            words = registered()[f"mentoring.{message}"].render(match.user_at(side), {"match": str(match.key)})
        assert words and path_of(match, side) in words.text and path_of(match, side) in words.html
        assert link_for(match, side).endswith(path_of(match, side))


def test_opening_it_shows_the_proposal_and_changes_nothing(match, client):
    for side, other in ((Side.MENTEE, "Kastanje"), (Side.MENTOR, "Merel")):
        for more in ("", "nee/"):
            response = client.get(path_of(match, side, more))
            assert response.status_code == 200 and "Echt" not in text_of(response)
            assert "no-store" in response["Cache-Control"] and response["Referrer-Policy"] == "same-origin"
        assert other in text_of(client.get(path_of(match, side)))
    match.refresh_from_db()
    assert match.state == MatchState.PROPOSED and not JournalLine.objects.exists() and not Letter.objects.exists()


def test_two_yeses_from_mails_make_a_pair_and_each_link_is_spent(match, client):
    said = text_of(client.post(path_of(match, Side.MENTEE)))
    assert "Je zei ja" in said and "De ander kiest nu ook" in said
    assert client.get(path_of(match, Side.MENTEE)).status_code == 410
    assert "Jullie zeiden allebei ja" in text_of(client.post(path_of(match, Side.MENTOR)))
    match.refresh_from_db()
    assert match.is_active and client.get(path_of(match, Side.MENTOR)).status_code == 410
    by = JournalLine.objects.filter(verb="accept").values_list("actor", flat=True)
    assert set(by) == {match.participation.user.journal_key, match.mentor.user.journal_key}


def test_a_no_from_a_mail_has_a_reason_words_and_a_pause(match, client):
    missing = client.post(path_of(match, Side.MENTOR, "nee/"), {"explained": "Te druk met Zonnedauw"})
    assert "Kies een reden" in text_of(missing) and "Te druk met Zonnedauw" in text_of(missing)
    until = timezone.localdate().isoformat()
    data = {"reason": "time", "explained": "Te druk\x00", "pause_until": until}
    assert "Je zei nee" in text_of(client.post(path_of(match, Side.MENTOR, "nee/"), data))
    match.refresh_from_db()
    assert (match.state, match.declined_by, match.decline_note) == (MatchState.DECLINED, "mentor", "Te druk")
    assert MentorProfile.objects.get(user=match.mentor.user).paused_until == timezone.localdate()


def test_a_full_mentor_reads_on_the_same_page_what_helps(match, client):
    a_pair(mentor=match.mentor)
    response = client.post(path_of(match, Side.MENTOR))
    assert response.status_code == 409 and "Je plekken zijn bezet" in text_of(response)
    assert "Ja, ik wil kennismaken" in text_of(response)


def dead_ends(match: Match) -> dict[str, str]:
    other = a_match()
    return {
        "made up": f"/antwoord/{match.key}/{uuid4()}/",
        "of another proposal": f"/antwoord/{match.key}/{token_of(other, Side.MENTEE)}/",
        "of nothing": f"/antwoord/{uuid4()}/{uuid4()}/",
    }


def test_every_dead_link_gives_the_same_page_and_does_nothing(match, client):
    pages = {client.post(path) for path in dead_ends(match).values()} | {
        client.get(path) for path in dead_ends(match).values()
    }
    old = path_of(match, Side.MENTEE)
    user = match.participation.user
    user.email = "nieuw@example.org"
    user.save()
    pages.add(client.post(old))  # to another address it was never sent
    user.is_active = False
    user.save()
    pages.add(client.post(path_of(match, Side.MENTEE)))
    Match.objects.filter(pk=match.pk).update(answer_until=timezone.now())
    pages |= {client.post(path_of(match, Side.MENTOR)), client.get(path_of(match, Side.MENTOR, "nee/"))}
    assert {page.status_code for page in pages} == {410}
    csrf = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|/en/antwoord/[^"]*|/antwoord/[^"]*')
    assert len({csrf.sub("", text_of(page)) for page in pages}) == 1
    match.refresh_from_db()
    assert match.state == MatchState.PROPOSED


def test_a_button_is_asked_for_its_token():
    """Nobody else's page can press it."""
    match = a_match()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path_of(match, Side.MENTEE)).status_code == 403
    match.refresh_from_db()
    assert match.state == MatchState.PROPOSED


def test_from_the_sending_of_the_mail_to_the_yes(client):
    mentee = a_mentee()
    mentor = a_mentor(mentee.edition.programme)
    match = matches.propose_match(mentee, mentor, by=organiser_of(mentee.edition.programme))
    letters.send_due()
    by_address = {one.to[0]: one.body for one in mail.outbox}
    link = re.search(r"https?://[^/]+(/antwoord/\S+)", by_address[mentor.user.email])
    assert link and client.post(link[1]).status_code == 200
    match.refresh_from_db()
    assert match.state == MatchState.MENTOR_YES
