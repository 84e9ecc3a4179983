"""Coming to an event, waiting for a place, and what is heard when it changes: by the actions, without a page."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from lifecycle.errors import IllegalMove
from lifecycle.models import JournalLine
from people import privacy
from programmes.agenda import actions
from programmes.agenda.actions import call_off, cancel_registration, move_up_all, register
from programmes.availability import Availability
from programmes.models import Event, Registration
from programmes.states import REGISTRATION, RegistrationState
from tests.factories.people import UserFactory
from tests.factories.programmes import RegistrationFactory
from tests.programmes.coming import DAY, an_event, coming, desk_of, told

pytestmark = pytest.mark.django_db
S = RegistrationState
NOW = timezone.now


def states(event: Event) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


# The machine ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "verb", "target"),
    [
        (S.WAITING, "move_up", S.REGISTERED),
        (S.REGISTERED, "cancel", S.CANCELLED),
        (S.WAITING, "cancel", S.CANCELLED),
        (S.CANCELLED, "register_again", S.REGISTERED),
        (S.REGISTERED, "move_up", None),
        (S.CANCELLED, "move_up", None),
        (S.CANCELLED, "cancel", None),
        (S.REGISTERED, "register_again", None),
        (S.WAITING, "register_again", None),
    ],
)
def test_the_machine_as_a_table(state, verb, target):
    if target is None:
        with pytest.raises(IllegalMove):
            REGISTRATION.target(verb, state)
    else:
        assert REGISTRATION.target(verb, state) == target
    assert REGISTRATION.target("register_again", S.CANCELLED, has_room=False) == S.WAITING


# A place, or waiting --------------------------------------------------------------------------------


def test_who_comes_first_has_the_place_and_the_next_one_waits():
    event = an_event()
    first, second = coming(event, 2)
    assert (first.has_place, second.is_waiting) == (True, True)
    assert (told(first.user), told(second.user)) == (["event_place_named"], [])
    assert event.availability() == Availability.FULL


def test_a_second_press_finds_what_the_first_one_made():
    event, user = an_event(), UserFactory()
    assert register(event, by=user, name="A") == register(event, by=user, name="A")
    assert len(told(user)) == 1 and JournalLine.objects.filter(verb="register").count() == 1


def test_without_a_limit_everybody_comes():
    assert all(one.has_place for one in coming(an_event(capacity=None), 3))


def test_a_place_that_comes_free_goes_to_who_waited_longest():
    event = an_event()
    first, second, third = coming(event, 3)
    cancel_registration(first, by=first.user)
    assert states(event) == [S.CANCELLED, S.REGISTERED, S.WAITING]
    assert told(second.user) == ["event_moved_up_named"] and told(third.user) == []


def test_who_comes_back_goes_to_the_end_of_the_row_and_hears_again_when_there_is_a_place():
    event = an_event()
    first, second = coming(event, 2)
    cancel_registration(first, by=first.user)
    back = register(event, by=first.user, name="Iemand")
    assert back.is_waiting and back.cancelled_at is None, "her own data would say that she does not come"
    cancel_registration(Registration.objects.get(pk=second.pk), by=second.user)
    assert told(first.user) == ["event_place_named", "event_moved_up_named"]


def test_a_place_of_who_was_erased_goes_on_by_itself():
    event = an_event()
    first, second = coming(event, 2)
    privacy.erase(first.user)
    assert not Registration.objects.filter(pk=first.pk).exists()
    assert (move_up_all(), move_up_all()) == (1, 0)
    second.refresh_from_db()
    assert second.has_place and told(second.user) == ["event_moved_up_named"]


def test_nobody_moves_up_once_it_has_begun_or_is_called_off():
    begun, off = an_event(), an_event()
    for event in (begun, off):
        first, _second = coming(event, 2)
        first.delete()
    call_off(off, by=desk_of(off))
    assert move_up_all(begun.starts_at + timedelta(minutes=1)) == 0


def test_who_waits_comes_before_who_is_new():
    event = an_event()
    first, second = coming(event, 2)
    first.delete()  # the sweep has not come by yet
    (third,) = coming(event)
    second.refresh_from_db()
    assert (second.has_place, third.is_waiting) == (True, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"registering": "closed"},
        {"registering": "none"},
        {"registering_until": NOW() - DAY},
        {"starts_at": NOW() - timedelta(hours=1)},
        {"cancelled_at": NOW()},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_takes_no_registrations_says_so_and_keeps_no_name(fields):
    event, user = an_event(**fields), UserFactory(name="")
    with pytest.raises(actions.NotOpen):
        register(event, by=user, name="Nieuw")
    user.refresh_from_db()
    assert user.name == "" and not Registration.objects.exists()
    assert event.availability() == Availability.CLOSED


def test_the_words_are_three_and_never_a_number():
    event = an_event(capacity=10)
    words = []
    for _one in range(10):
        coming(event)
        words.append(event.availability())
    assert words == [*[Availability.PLACE] * 7, *[Availability.ALMOST] * 2, Availability.FULL]


def test_kept_pages_are_purged_only_when_the_words_change(monkeypatch):
    purged: list[int] = []
    monkeypatch.setattr(actions, "purge", lambda: purged.append(1))
    event = an_event(capacity=10)
    coming(event, 7)
    assert purged == []
    coming(event)
    assert purged == [1]


def test_the_database_holds_one_registration_a_person():
    one = RegistrationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        RegistrationFactory(event=one.event, user=one.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegistrationFactory(state=S.CANCELLED)
    with pytest.raises(ProtectedError):
        one.event.delete()


# What is kept ---------------------------------------------------------------------------------------


def test_a_registration_goes_fourteen_days_after():
    event = an_event(capacity=2)
    first, second = coming(event, 2)
    cancel_registration(second, by=second.user)
    privacy.purge_expired(NOW() + 13 * DAY)
    assert Registration.objects.count() == 2
    privacy.purge_expired(NOW() + 15 * DAY)
    assert list(Registration.objects.all()) == [Registration.objects.get(pk=first.pk)]
    privacy.purge_expired(event.ends_at + 15 * DAY)
    assert not Registration.objects.exists()


def test_the_export_tells_where_one_goes_and_nothing_of_others():
    event = an_event(title="Kanarieavond", capacity=2)
    first, _second = coming(event, 2)
    told_of = {rule.title: data for rule, data in privacy.export(first.user) if "registrations" in data}
    ((registration,),) = [data["registrations"] for data in told_of.values()]
    assert registration["event"] == "Kanarieavond" and registration["key"] == first.key
    assert "Geheimweg" not in str(registration)


def test_the_journal_knows_ids_only():
    event = an_event()
    first, _second = coming(event, 2)
    cancel_registration(first, by=first.user)
    lines = JournalLine.objects.filter(thing_kind="programmes.Registration").order_by("pk")
    assert [line.verb for line in lines] == ["register", "register", "cancel", "move_up"]
    assert {line.scope for line in lines} == {event.organisation.key}
    assert lines[3].actor is None
