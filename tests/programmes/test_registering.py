"""Coming to an event, waiting for a place, and what is heard when it changes: by the actions, without a page."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import letters, privacy
from people.models import User
from programmes.agenda import actions, policies
from programmes.agenda.actions import call_off, cancel_registration, move_up_all, register, remind
from programmes.agenda.desk_forms import EventForm
from programmes.availability import Availability
from programmes.desk.panels import EVENT
from programmes.models import Event, Registration
from programmes.states import REGISTRATION, ParticipationState, RegistrationState
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import RegistrationFactory, admitted
from tests.programmes.coming import DAY, a_sensitive_event, an_event, as_typed, desk_of, told

pytestmark = pytest.mark.django_db
S = RegistrationState
NOW = timezone.now


def states(event: Event) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


def coming(event: Event, number: int = 1) -> list[Registration]:
    return [register(event, by=UserFactory(), name="Iemand") for _one in range(number)]


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
    assert register(event, by=first.user, name="Iemand").is_waiting
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


# Who may --------------------------------------------------------------------------------------------

ROLES = ["visitor", "newcomer", "comes", "waits", "takes_part", "organiser", "other_organiser", "administrator"]
YES, NO = True, False
#                                 visit newc  comes waits part  orga  other admin
TABLE = {
    "can_come":                  (NO,   YES,  YES,  YES,  YES,  YES,  YES,  YES),
    "can_come to what is closed": (NO,  NO,   NO,   NO,   YES,  NO,   NO,   NO),
    "can_see_address":           (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_see_address of what nobody registers for": (NO, NO, NO, NO, YES, NO, NO, NO),
    "is_own_registration":       (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_cancel_registration":   (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_cancel":              (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_read_registrations":    (NO,   NO,   NO,   NO,   NO,   YES,  NO,   NO),
    "can_call_off":              (NO,   NO,   NO,   NO,   NO,   YES,  NO,   YES),
}  # fmt: skip


def asked(rule: str, user: User) -> bool:
    name, _, case = rule.partition(" ")
    event = Event.objects.get(title="Proef")
    closed = Event.objects.get(title="Besloten")
    things = {
        "can_come": closed if case else event,
        "can_see_address": closed if case else event,
        "is_own_registration": event.registrations.registered().get(),
        "can_cancel_registration": event.registrations.registered().get(),
        "shows_cancel": event.registrations.registered().get(),
        "can_read_registrations": event,
        "can_call_off": event,
    }
    return getattr(policies, name)(user, things[name])


@pytest.fixture
def people() -> dict[str, User]:
    from django.contrib.auth.models import AnonymousUser

    from tests.factories.programmes import EventFactory, ProgrammeFactory, organiser_of

    programme = ProgrammeFactory()
    event = an_event(title="Proef", organisation=programme.lead(), programme=programme)
    fields = {"organisation": programme.lead(), "programme": programme, "is_public": False, "address": "Elders 2"}
    EventFactory(title="Besloten", **fields)
    comes, waits = coming(event, 2)
    participant = admitted(state=ParticipationState.STARTED, edition__programme=programme)
    return {
        "visitor": AnonymousUser(),
        "newcomer": UserFactory(),
        "comes": comes.user,
        "waits": waits.user,
        "takes_part": participant.user,
        "organiser": organiser_of(programme),
        "other_organiser": organiser_of(ProgrammeFactory()),
        "administrator": AdministratorFactory(),
    }


def test_who_may_what(people):
    got = {rule: tuple(asked(rule, people[role]) for role in ROLES) for rule in TABLE}
    assert got == TABLE


def test_what_one_may_not_is_refused_by_the_action_too(people):
    event, closed = Event.objects.get(title="Proef"), Event.objects.get(title="Besloten")
    with pytest.raises(PermissionDenied):
        register(closed, by=people["newcomer"])
    with pytest.raises(PermissionDenied):
        cancel_registration(event.registrations.registered().get(), by=people["waits"])
    with pytest.raises(PermissionDenied):
        call_off(event, by=people["other_organiser"])


def test_an_organiser_sees_who_stands_and_nobody_else_does(people):
    at_the_desk = {role: Registration.objects.at_the_desk_of(user).count() for role, user in people.items()}
    assert at_the_desk == {role: 2 if role == "organiser" else 0 for role in ROLES}
    seen = {role: Registration.objects.visible_to(user).count() for role, user in people.items()}
    assert seen == {role: {"organiser": 2, "comes": 1, "waits": 1}.get(role, 0) for role in ROLES}


def test_a_delayed_address_shows_two_days_before(people):
    event = Event.objects.get(title="Proef")
    Event.objects.filter(pk=event.pk).update(address_late=True)
    event.refresh_from_db()
    early, in_time = event.starts_at - timedelta(hours=49), event.starts_at - timedelta(hours=47)
    assert not policies.can_see_address(people["comes"], event, early)
    assert policies.can_see_address(people["comes"], event, in_time)
    assert not policies.can_see_address(people["waits"], event, in_time)


def test_cancelling_is_over_once_it_has_begun(people):
    event = Event.objects.get(title="Proef")
    own = event.registrations.registered().get()
    begun = event.starts_at + timedelta(minutes=1)
    assert not policies.shows_cancel(own.user, own, begun)
    with pytest.raises(Refused):
        cancel_registration(own, by=own.user, at=begun)


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
