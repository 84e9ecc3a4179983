"""Canaries: what must not be told of the other before two times yes stands in no byte of what either can fetch.

Each of the two holds words that stand nowhere else: name, address, municipality, party, a photo's name. Then all
that a proposal makes is searched: pages, pictures on them, mails, files for a calendar, the own data.
"""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from elections.models import Body, Election, Kind
from mentoring.actions import matches
from mentoring.asking.enquiring import answer_enquiry, ask_first
from mentoring.asking.links import token_of
from mentoring.asking.suggesting import find_mentors
from mentoring.models import Candidacy, Concern, HeldOffice, Match, Meeting, PowerRole, Suggestion
from mentoring.policies import shows_accept
from mentoring.states import CandidacyState, MatchState, Side
from people import letters, takeout
from people.models import User
from programmes.models import AccessNeed, ContactNote
from tests.factories.mentoring import a_mentee, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

PICTURE = rb"""(?:src|srcset|poster|content)=["']([^"']+\.(?:png|jpe?g|webp|avif|gif|svg)[^"']*)"""


def canaries(side: str) -> dict[str, str]:
    kinds = ("naam", "adres", "gemeente", "partij", "foto", "wens")
    return {kind: f"kanarie{side}{kind}" for kind in kinds}


def a_person(mark: str, side: str = Side.MENTOR) -> User:
    own = canaries(mark)
    user = UserFactory(name=own["naam"].title(), email=f"{own['adres']}@example.org")
    HeldOffice.objects.create(user=user, office="raad", place=own["gemeente"], years="2018-2022", listed_as=own["foto"])
    PowerRole.objects.create(user=user, roles=own["partij"], place=own["gemeente"])
    Concern.objects.create(user=user, side=side, words=own["wens"])
    facts = {"kind": Kind.COUNCIL, "name": own["gemeente"].title(), "slug": own["gemeente"]}
    number = str(9000 + Body.objects.count())
    body = Body.objects.create(code=f"GM{number}", domain=number, **facts)
    election = Election.objects.first()
    kept = {"election": election, "body": body, "state": CandidacyState.TOLD}
    Candidacy.objects.create(user=user, entry=own["partij"], **kept)
    return user


@pytest.fixture
def match() -> Match:
    programme = ProgrammeFactory(has_mentors=True)
    mentee = a_mentee(programme, a_person("mentee", Side.MENTEE), display_name="Merel")
    AccessNeed.objects.create(participation=mentee, words=canaries("mentee")["wens"])
    ContactNote.objects.create(participation=mentee, kind="phone", words=canaries("mentee")["gemeente"])
    mentor = a_mentor(programme, a_person("mentor"), display_name="Kastanje", capacity=5)
    return matches.propose_match(mentee, mentor, by=organiser_of(programme))


def forms_of(word: str) -> set[bytes]:
    """As it could stand in bytes: as typed, and as a mail or an address packs it."""
    title = word.title()
    return {form.encode() for form in (word, title, word.upper())} | {
        base64.b64encode(title.encode())[: len(title) // 3 * 4]
    }


def told(data: bytes, side: str) -> set[str]:
    """Which canaries of this side sing in these bytes, however they are packed."""
    unpacked = (
        data + unquote(data.decode("utf-8", "replace")).encode() + data.replace(b"=\r\n", b"").replace(b"=\n", b"")
    )
    lower = unpacked.lower()
    return {kind for kind, word in canaries(side).items() if any(form.lower() in lower for form in forms_of(word))}


def pages(match: Match, side: Side) -> Iterator[tuple[str, bytes]]:
    """All that this one of the two can open about the proposal, signed in and by the mail."""
    browser, key = sign_in(Client(), match.user_at(side)), {"key": match.key}
    names = ("proposal", "proposal_decline", "enquire", "room", "meeting_propose", "room_end")
    addresses = [reverse(f"mentoring:{name}", kwargs=key) for name in names]
    addresses += ["/mijn/", "/mijn/mentor-kiezen/", "/mijn/mentor/", "/mijn/profiel/", "/mijn/gegevens/"]
    for address in addresses:
        response = browser.get(address)
        yield address, response.content + str(response.headers).encode()
    token = {**key, "token": token_of(match, side)}
    for name in ("answer", "answer_no"):
        response = Client().get(reverse(f"mentoring:{name}", kwargs=token))
        assert response.status_code == (200 if shows_accept(match.user_at(side), match) else 410)
        yield name, response.content + str(response.headers).encode()


def own_data(user: User) -> Iterator[tuple[str, bytes]]:
    for name, text in takeout.files(user).items():
        yield name, text.encode()


def everything(match: Match, side: Side) -> dict[str, bytes]:
    return dict([*pages(match, side), *own_data(match.user_at(side))])


@pytest.mark.parametrize("side", Side)
def test_no_page_and_no_file_of_a_proposal_tells_who_the_other_is(match, side):
    ask_first(match, "Kan het online?", by=match.user_at(side.other))
    for name, data in everything(match, side).items():
        assert told(data, side.other) == set(), name
        pictures = re.findall(PICTURE, data)
        assert all(b"/static/" in source for source in pictures), f"{name}: a drawing of ours, and nobody's photo"
        assert b"/media/" not in data and b"gravatar" not in data, name


def test_a_mentor_who_is_chosen_from_a_few_is_as_unknown(match):
    matches.take_back_match(match, by=organiser_of(match.mentor.programme))
    chosen = a_mentor(match.mentor.programme, a_person("anders"), display_name="Beuk")
    find_mentors(match.participation, by=match.participation.user)
    own = Suggestion.objects.get(mentor=chosen)
    browser = sign_in(Client(), match.participation.user)
    page = browser.get("/mijn/mentor-kiezen/").content
    assert b"Beuk" in page and told(page, "anders") == set()
    asked = matches.ask_mentor(own, by=match.participation.user)
    for name, data in everything(asked, Side.MENTEE).items():
        assert told(data, "anders") == set(), name
    for name, data in everything(asked, Side.MENTOR).items():
        assert told(data, "mentee") == set(), name


def test_no_mail_of_a_proposal_tells_who_it_is_about(match):
    letters.send_due()
    enquiry = ask_first(match, "Kan het online?", by=match.mentor.user)
    answer_enquiry(enquiry, canaries("mentee")["gemeente"], by=organiser_of(match.mentor.programme))
    letters.send_due()
    matches.accept_match(match, by=match.participation.user)
    matches.decline_match(match, by=match.mentor.user, reason="other", explained=canaries("mentor")["wens"])
    letters.send_due()
    assert len(mail.outbox) == 4
    for one in mail.outbox:
        (to,) = one.to
        raw = one.message().as_bytes().replace(to.encode(), b"")
        parts = b"".join(part.get_payload(decode=True) or b"" for part in one.message().walk())
        for side in Side:
            assert told(raw + parts.replace(to.encode(), b""), side) == set(), one.subject
        assert not one.attachments


def test_a_file_for_a_calendar_comes_after_two_times_yes_and_names_nobody(match):
    meeting = Meeting.objects.create(match=match, proposed_by="mentor", starts_at=match.made_at)
    browser = sign_in(Client(), match.participation.user)
    address = reverse("mentoring:appointment", kwargs={"key": meeting.key})
    Match.objects.update(
        state=MatchState.ACTIVE, active_at=match.made_at, mentee_yes_at=match.made_at, mentor_yes_at=match.made_at
    )
    Meeting.objects.update(state="agreed")
    response = browser.get(address)
    data = b"".join(response) + str(response.headers).encode()
    assert response.status_code == 200 and b"BEGIN:VEVENT" in data
    assert told(data.replace(b"\r\n ", b""), "mentee") | told(data.replace(b"\r\n ", b""), "mentor") == set()


def test_the_search_finds_a_canary_wherever_it_is_packed(match):
    """A search that finds nothing proves nothing: after two times yes the same pages do tell the name."""
    word = canaries("mentor")["naam"].title()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("x", word)
    for data in (word.encode(), word.upper().encode(), base64.b64encode(word.encode()), packed.getvalue()):
        assert told(b"..." + data, "mentor") == {"naam"}
    for side in Side:
        matches.accept_match(match, by=match.user_at(side))
    assert "naam" in told(everything_after(match), "mentor")


def everything_after(match: Match) -> bytes:
    browser = sign_in(Client(), match.participation.user)
    return browser.get(reverse("mentoring:room", kwargs={"key": match.key})).content
