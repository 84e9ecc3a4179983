"""What whoever comes to an event hears of it: once, and never more than its mail may say."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.errors import Refused
from people import letters
from people.models import User
from programmes.agenda.actions import call_off, cancel_registration, remind
from programmes.agenda.desk_forms import EventForm
from programmes.desk.panels import EVENT
from programmes.models import Event
from programmes.states import RegistrationState
from tests.factories.people import AdministratorFactory
from tests.programmes.coming import DAY, a_sensitive_event, an_event, as_typed, coming, desk_of, told

pytestmark = pytest.mark.django_db
S = RegistrationState
NOW = timezone.now


def states(event: Event) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


# What is heard --------------------------------------------------------------------------------------


def test_calling_off_is_told_once_to_who_comes_and_who_waits():
    event = an_event()
    first, second = coming(event, 2)
    third = coming(event)[0]
    cancel_registration(third, by=third.user)
    organiser = desk_of(event)
    call_off(event, by=organiser)
    call_off(event, by=organiser)
    assert told(first.user)[-1] == told(second.user)[-1] == "event_called_off_named"
    assert len(told(first.user)) == 2 and told(third.user) == []
    event.refresh_from_db()
    assert event.is_cancelled and event.sequence == 1
    with pytest.raises(Refused):
        call_off(an_event(starts_at=NOW() - 3 * DAY), by=AdministratorFactory())


def saved(event: Event, user: User, **changes) -> Event:
    from wagtail.admin.panels import ObjectList

    form_class = ObjectList(EVENT, base_form_class=EventForm).bind_to_model(Event).get_form_class()
    form = form_class(as_typed(event, **changes), instance=Event.objects.get(pk=event.pk), for_user=user)
    assert form.is_valid(), form.errors
    return form.save()


def test_another_time_is_told_once_and_reminds_anew():
    event = an_event(capacity=2)
    (first,) = coming(event)
    organiser = desk_of(event)
    remind(event.starts_at - timedelta(hours=20))
    later = {"starts_at": event.starts_at + DAY, "ends_at": event.ends_at + DAY}
    moved = saved(event, organiser, **later)
    assert moved.sequence == 1
    saved(moved, organiser, text="Andere woorden")
    assert told(first.user) == ["event_place_named", "event_reminder_named", "event_moved_named"]
    remind(moved.starts_at - timedelta(hours=20))
    assert told(first.user)[-1] == "event_reminder_named" and len(told(first.user)) == 4


@pytest.mark.parametrize("change", [{"town": "Almere"}, {"address": "Anderweg 2"}, {"online": True}])
def test_another_place_is_told_too(change):
    event = an_event()
    (first,) = coming(event)
    saved(event, desk_of(event), **change)
    assert told(first.user)[-1] == "event_moved_named"


def test_more_places_go_to_who_waits():
    event = an_event()
    coming(event, 3)
    saved(event, desk_of(event), capacity=2)
    assert states(event) == [S.REGISTERED, S.REGISTERED, S.WAITING]


def test_fewer_places_take_nobody_elses():
    event = an_event(capacity=2)
    coming(event, 2)
    saved(event, desk_of(event), capacity=1)
    assert states(event) == [S.REGISTERED, S.REGISTERED]


def test_a_form_that_was_open_when_it_was_called_off_does_not_bring_it_back():
    event = an_event()
    organiser = desk_of(event)
    call_off(event, by=organiser)
    typed = as_typed(event, text="Nieuw")
    event.cancelled_at = None  # as the form read it
    from wagtail.admin.panels import ObjectList

    form_class = ObjectList(EVENT, base_form_class=EventForm).bind_to_model(Event).get_form_class()
    form = form_class(typed, instance=event, for_user=organiser)
    assert form.is_valid(), form.errors
    form.save()
    assert Event.objects.get(pk=event.pk).is_cancelled


def test_the_reminder_comes_once_a_day_before_and_only_to_who_comes():
    event = an_event()
    first, second = coming(event, 2)
    assert remind(event.starts_at - timedelta(hours=25)) == 0
    assert (remind(event.starts_at - timedelta(hours=23)), remind(event.starts_at - timedelta(hours=22))) == (1, 0)
    assert told(first.user)[-1] == "event_reminder_named" and told(second.user) == []


def test_who_registers_on_the_last_day_needs_no_reminder():
    event = an_event(starts_at=NOW() + timedelta(hours=20))
    coming(event)
    assert remind() == 0


def test_a_mail_says_what_and_when_and_never_the_address(mailoutbox):
    event = an_event(title="Kanarieavond", town="Deventer")
    coming(event)
    letters.send_due()
    (mail,) = mailoutbox
    whole = mail.subject + mail.body + mail.alternatives[0][0]
    assert "Kanarieavond" in mail.subject and "Deventer" in mail.body
    assert "Geheimweg" not in whole and f"/mijn/agenda/{event.key}/" in mail.body


@pytest.mark.parametrize("what", ["place", "moved_up", "moved", "called_off", "reminder"])
def test_a_mail_of_a_sensitive_event_names_nothing(mailoutbox, what):
    event = a_sensitive_event(town="Kanariestad")
    first, second = coming(event, 2)
    organiser = desk_of(event)
    if what == "moved_up":
        cancel_registration(first, by=first.user)
    elif what == "moved":
        saved(event, organiser, starts_at=event.starts_at + timedelta(minutes=30))
    elif what == "called_off":
        call_off(event, by=organiser)
    elif what == "reminder":
        remind(event.starts_at - timedelta(hours=20))
    last = second if what == "moved_up" else first
    assert told(last.user)[-1] == f"event_{what}"
    letters.send_due()
    assert mailoutbox and not any("anarie" in mail.subject + mail.body + str(mail.alternatives) for mail in mailoutbox)


def test_an_event_that_became_sensitive_is_not_named_any_more(mailoutbox):
    event = an_event(title="Kanarieavond")
    coming(event)
    from tests.factories.programmes import OpenEditionFactory

    event.programme = OpenEditionFactory(reveals="origin").programme
    event.save()
    letters.send_due()
    assert "Kanarieavond" not in mailoutbox[0].subject + mailoutbox[0].body


def test_a_letter_that_was_overtaken_is_not_sent(mailoutbox):
    event = an_event()
    (one,) = coming(event)
    cancel_registration(one, by=one.user)
    letters.send_due()
    assert mailoutbox == []
