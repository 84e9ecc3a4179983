"""/mijn/koppel/ and /mijn/: what a pair sees and presses."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Meeting
from mentoring.states import MatchState, MeetingState, Side
from programmes.choices import Reveals
from programmes.models import Edition
from programmes.safety.blocking import blocked_between
from programmes.safety.reporting import found
from tests.factories.mentoring import MeetingFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import SafeguardingContactFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def room(client, pair, name="room"):
    return client.get(reverse(f"mentoring:{name}", kwargs={"key": pair.key}))


def send(client, thing, name, **data):
    return client.post(reverse(f"mentoring:{name}", kwargs={"key": thing.key}), data, follow=True)


def text_of(response) -> str:
    return response.content.decode()


def tomorrow() -> str:
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def test_a_time_goes_from_proposal_to_agreed(pair, as_mentee, as_mentor):
    proposed = send(as_mentee, pair, "meeting_propose", day=tomorrow(), at="19:30", minutes="60", way="online")
    assert "Je voorstel staat klaar" in text_of(proposed) and "Je wacht op Marjan Echt" in text_of(proposed)
    meeting = Meeting.objects.get()
    assert timezone.localtime(meeting.starts_at).strftime("%H:%M") == "19:30"
    assert "Ja, ik kan dan" in text_of(room(as_mentor, pair)) and "Ja, ik kan dan" not in text_of(room(as_mentee, pair))
    assert "Jullie zijn het eens" in text_of(send(as_mentor, meeting, "meeting_agree"))


def test_a_wrong_time_loses_nothing_that_was_typed(pair, as_mentee):
    response = send(as_mentee, pair, "meeting_propose", day="2020-01-01", at="19:30", minutes="5", way="online")
    text = text_of(response)
    assert "Kies een moment dat nog komt" in text and "minstens 10 minuten" in text
    assert 'value="2020-01-01"' in text and 'value="19:30"' in text and not Meeting.objects.exists()


def test_two_who_agree_and_cancel_in_two_windows_are_told(pair, as_mentee, as_mentor):
    meeting = MeetingFactory(match=pair)
    send(as_mentor, meeting, "meeting_cancel")
    late = send(as_mentee, meeting, "meeting_agree")
    assert late.status_code == 409 and "Dit kan nu niet meer" in text_of(late)


def test_spoken_is_one_press_for_both(pair, as_mentee, as_mentor):
    past = timezone.now() - timedelta(hours=3)
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=past)
    for client in (as_mentee, as_mentor):
        assert "Hebben jullie elkaar gesproken?" in text_of(room(client, pair))
    assert "Genoteerd" in text_of(send(as_mentee, meeting, "meeting_held"))
    again = text_of(send(as_mentor, meeting, "meeting_held"))
    assert "al genoteerd" in again and "Hebben jullie elkaar gesproken?" not in again


def test_a_talk_without_an_appointment_is_noted(pair, as_mentor):
    today = timezone.localdate().isoformat()
    assert "Genoteerd" in text_of(send(as_mentor, pair, "meeting_spoken", day=today, minutes="30", way="live"))
    assert Meeting.objects.get().state == MeetingState.HELD
    twice = send(as_mentor, pair, "meeting_spoken", day=today, minutes="30", way="live")
    assert "al genoteerd" in text_of(twice) and Meeting.objects.count() == 1


def test_ending_is_asked_first(pair, as_mentee, as_mentor):
    assert "Stoppen met Marjan Echt?" in text_of(room(as_mentee, pair, "room_end"))
    pair.refresh_from_db()
    assert pair.is_active
    send(as_mentee, pair, "room_end")
    text = text_of(room(as_mentor, pair))
    assert "Jullie koppel is afgesloten" in text and "Stel een tijd voor" not in text
    second = send(as_mentor, pair, "room_end")
    assert second.status_code == 200 and "Jullie koppel is afgesloten" in text_of(second)


def test_whom_to_talk_to_safely_stands_beside_it_for_both(pair, as_mentee, as_mentor):
    programme = pair.mentor.programme
    SafeguardingContactFactory(programme=programme, display_name="Ilse Vertrouwd", phone="010 1234567")
    SafeguardingContactFactory(programme=programme, display_name="Karim Vertrouwd", mail_address="proef@example.org")
    for client in (as_mentee, as_mentor):
        text = text_of(room(client, pair))
        assert "Praat met Ilse Vertrouwd" in text and "mailto:proef@example.org" in text
    Edition.objects.update(reveals=Reveals.HEALTH)
    assert "mailto:proef@example.org" in text_of(room(as_mentee, pair))
    assert "mailto:proef@example.org" not in text_of(room(as_mentor, pair))
    assert "Praat met Ilse Vertrouwd" in text_of(room(as_mentor, pair))


def test_the_side_column_has_four_cards_and_folds_what_is_quiet(pair, as_mentee, as_mentor):
    """What the other gave to reach her opens by itself; what nobody asked for stays folded."""
    side = text_of(room(as_mentor, pair)).split('<div class="ol-stapel--ruim">')[-1].split("</main>")[0]
    names = ("plan", "hulp-dichtbij", "jullie-twee", "anders")
    assert [side.index(f'aria-labelledby="{name}"') for name in names] == sorted(
        side.index(f'aria-labelledby="{name}"') for name in names
    )
    assert side.count("<section") == len(names)
    assert side.count("<details") == 3 and "<details open" not in side.replace(' class="ol-plooi"', "")
    assert "<summary>Elkaar bereiken</summary>" in side and "<summary>Wie is Yara Echt?</summary>" in side
    send(as_mentee, pair, "contact", mail_address="yara@example.org")
    opened = text_of(room(as_mentor, pair)).replace(' class="ol-plooi"', "")
    assert "<details open><summary>Elkaar bereiken</summary>" in opened and opened.count("<details open") == 1


def test_the_title_of_the_room_names_nobody(pair, as_mentee):
    title = text_of(room(as_mentee, pair)).split("<title>")[1].split("</title>")[0]
    assert "Marjan" not in title


def test_a_room_asks_a_bounded_number_of_queries(pair, as_mentee, django_assert_max_num_queries):
    for number in range(30):
        past = timezone.now() - timedelta(days=number)
        MeetingFactory(match=pair, state=MeetingState.HELD, starts_at=past)
    for number in range(5):
        MeetingFactory(match=pair, starts_at=timezone.now() + timedelta(days=number + 1))
    with django_assert_max_num_queries(20):
        response = room(as_mentee, pair)
    assert text_of(response).count("Gesproken, ") == 10 and "pagina=3" in text_of(response)


# The overview -------------------------------------------------------------------------------------------


def mine(client) -> str:
    return text_of(client.get("/mijn/"))


def test_a_proposal_is_the_next_step_with_its_last_day(client):
    match = a_match(answer_until=timezone.now() + timedelta(days=3))
    text = mine(sign_in(client, match.participation.user))
    assert "Bekijk het voorstel voor een mentor" in text and f"{match.last_day.day} " in text
    text = mine(sign_in(client, match.mentor.user))
    assert "Iemand zoekt een mentor zoals jij" in text and "Zoek een programma" not in text


def test_after_ones_yes_it_is_a_row_without_a_name(client):
    match = a_match(MatchState.MENTEE_YES)
    match.mentor.user.name = "Marjan Echt"
    match.mentor.user.save()
    text = mine(sign_in(client, match.participation.user))
    assert "Je zei ja" in text and "Marjan" not in text and "Bekijk het voorstel" not in text


def test_a_pair_stands_there_by_name_with_its_next_meeting(pair, as_mentee, as_mentor):
    MeetingFactory(match=pair, state=MeetingState.AGREED)
    assert "Marjan Echt" in mine(as_mentee) and "Afspraak:" in mine(as_mentee)
    assert "Yara Echt" in mine(as_mentor)


def test_what_waits_for_a_press_is_a_step(pair, as_mentee, as_mentor):
    MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=timezone.now() - timedelta(hours=2))
    MeetingFactory(match=pair)
    assert "Heb je Marjan Echt gesproken?" in mine(as_mentee) and "Marjan Echt stelt een tijd voor" in mine(as_mentee)
    assert "Heb je Yara Echt gesproken?" in mine(as_mentor) and "stelt een tijd voor" not in mine(as_mentor)


def test_a_profile_is_asked_only_where_there_are_mentors(client):
    mentee = a_mentee()
    mentee.user.mentee_profile.delete()
    browser = sign_in(client, mentee.user)
    assert "Vul je profiel voor een mentor in" not in mine(browser)
    type(mentee.edition.programme).objects.update(has_mentors=True)
    assert "Vul je profiel voor een mentor in" in mine(browser)


def test_the_overview_of_a_busy_mentor_asks_a_bounded_number_of_queries(client, django_assert_max_num_queries):
    mentor = a_mentor(user=UserFactory(name="Marjan"), capacity=20)
    for _number in range(6):
        MeetingFactory(match=a_pair(a_mentee(mentor.programme), mentor), state=MeetingState.AGREED)
        a_match(participation=a_mentee(mentor.programme), mentor=mentor)
    browser = sign_in(client, mentor.user)
    with django_assert_max_num_queries(32):
        browser.get("/mijn/")


def test_hiding_reporting_and_blocking_are_within_reach_also_of_who_never_wrote(pair, as_mentee, as_mentor):
    page = text_of(room(as_mentee, pair))
    assert "Verberg mij" in page and "ziet je nog wel" in page
    for name in ("safety:report", "safety:block"):
        door = f"{reverse(name)}?soort=koppel&amp;wat={pair.key}"
        assert door in page and as_mentee.get(door.replace("&amp;", "&")).status_code == 200
    asked = f"{reverse('safety:block')}?soort=koppel&wat={pair.key}"
    back = reverse("mentoring:room", kwargs={"key": pair.key})
    assert f'href="{back}">Toch niet</a>' in text_of(as_mentee.get(asked))
    as_mentee.post(asked)
    assert blocked_between(pair.participation.user, pair.mentor.user)
    as_mentor.post(reverse("safety:hide"))
    assert "Je bent verborgen" in text_of(room(as_mentor, pair))


def test_the_other_is_reported_by_the_two_of_a_pair_alone_also_after_its_end(pair):
    for match in (pair, a_match(MatchState.ENDED)):
        for side in Side:
            thing = found(match.user_at(side), "koppel", str(match.key))
            assert thing and thing.about == match.user_at(side.other) and thing.programme == match.mentor.programme
        assert found(UserFactory(), "koppel", str(match.key)) is None
    proposed = a_match(MatchState.PROPOSED)
    for key in (proposed.key, "geen sleutel", "\x00"):
        assert found(proposed.mentor.user, "koppel", str(key)) is None
