"""The talk before an answer: planned, asked otherwise, held; and what was said is read by the person too."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from icalendar import Calendar

from lifecycle.errors import IllegalMove, Refused
from people import privacy
from people.models import Letter
from programmes.actions import conversations, decisions
from programmes.choices import AdmissionMode, TalkForm
from programmes.models import Conversation
from programmes.review.personal_data import export
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
SOON = timedelta(days=3)


@pytest.fixture
def application(programme):
    edition = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.CONVERSATION)
    return SentApplicationFactory(edition=edition)


def plan(application, by, **facts):
    facts = {"starts_at": timezone.now() + SOON, "form": TalkForm.PHONE, "where": "Wij bellen jou.", **facts}
    return conversations.plan_conversation(application, by=by, **facts)


def mails(application):
    return [one.message.partition(".")[2] for one in Letter.objects.filter(recipient=application.user).order_by("pk")]


def test_it_is_planned_moved_and_held_and_each_change_is_mailed(application, organiser):
    starts_at = timezone.now() + SOON
    talk = plan(application, organiser, starts_at=starts_at)
    assert plan(application, organiser, starts_at=starts_at) == talk and len(mails(application)) == 1
    conversations.ask_other_time(talk, by=application.user)
    talk = plan(application, organiser, where="In het buurthuis.", form=TalkForm.LIVE)
    assert talk.is_to_come and mails(application) == ["conversation_planned"] * 2
    held = conversations.hold_conversation(talk, note=" Je wilt iets doen aan het verkeer. ", by=organiser)
    assert held.is_held and held.note == "Je wilt iets doen aan het verkeer."
    with pytest.raises(IllegalMove):
        plan(application, organiser)
    assert Conversation.objects.count() == 1


def test_it_is_called_off_and_planned_again(application, organiser):
    talk = conversations.cancel_conversation(plan(application, organiser), by=organiser)
    assert mails(application)[-1] == "conversation_cancelled"
    assert plan(application, organiser).is_to_come
    with pytest.raises(IllegalMove):
        conversations.hold_conversation(conversations.cancel_conversation(talk, by=organiser), note="", by=organiser)


def test_not_in_the_past_not_after_an_answer_and_not_too_long(application, organiser):
    with pytest.raises(Refused, match="die nog komen"):
        plan(application, organiser, starts_at=timezone.now() - timedelta(minutes=1))
    talk = plan(application, organiser)
    with pytest.raises(Refused, match="hoogstens 280"):
        conversations.hold_conversation(talk, note="x" * 281, by=organiser)
    decisions.put_on_waiting_list(application, by=organiser)
    assert plan(application, organiser).is_to_come  # who waits is still to be answered
    decisions.refuse_application(application, by=organiser, words="De cursus Landelijk past beter.")
    with pytest.raises(Refused, match="wacht niet meer"):
        plan(application, organiser, where="Elders.")


def test_who_may(application, organiser):
    talk = plan(application, organiser)
    foreign = organiser_of(OpenEditionFactory().programme)
    for act in (
        lambda: plan(application, foreign),
        lambda: plan(application, application.user),
        lambda: conversations.hold_conversation(talk, note="", by=foreign),
        lambda: conversations.cancel_conversation(talk, by=application.user),
        lambda: conversations.ask_other_time(talk, by=organiser),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_it_is_in_the_export_and_gone_by_erasing(application, organiser):
    talk = plan(application, organiser, where="Kanariestraat 1")
    conversations.hold_conversation(talk, note="Kanarienotitie", by=organiser)
    told = str(export(application.user))
    assert "Kanariestraat 1" in told and "Kanarienotitie" in told
    privacy.erase(application.user)
    assert not Conversation.objects.exists()


def test_it_stands_in_ones_own_calendar_without_what_or_where(client, application, organiser):
    talk = plan(application, organiser, where="Geheimestraat 1")
    door = f"/mijn/aanmelding/{application.key}/afspraak.ics"
    sign_in(client, application.user)
    assert door in client.get(f"/mijn/aanmelding/{application.key}/").text
    (first,) = entries(client.get(door))
    assert (first["summary"], first["status"], "location" in first) == ("Afspraak", "CONFIRMED", False)
    assert first.decoded("dtstart") == talk.starts_at.replace(microsecond=0)
    text = client.get(door).text
    assert "METHOD:PUBLISH" in text and "Geheim" not in text and application.edition.programme.name not in text
    conversations.cancel_conversation(talk, by=organiser)
    (off,) = entries(client.get(door))
    assert off["status"] == "CANCELLED" and off["sequence"] > first["sequence"] and off["uid"] == first["uid"]
    sign_in(client, organiser)
    assert client.get(door).status_code == 404


def entries(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_what_was_held_or_cannot_be_then_is_no_appointment(client, application, organiser):
    talk, door = plan(application, organiser), f"/mijn/aanmelding/{application.key}/afspraak.ics"
    sign_in(client, application.user)
    asked = conversations.ask_other_time(talk, by=application.user)
    assert client.get(door).status_code == 404
    conversations.hold_conversation(asked, note="", by=organiser)
    assert client.get(door).status_code == 404
