"""A group: when it meets, who was there, which steps are done, what was said, and whose name the others see."""

from datetime import timedelta

import icalendar
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import consent, privacy
from people.letters import send_due
from people.models import Letter, PersonSeen
from programmes.actions.participations import leave_participation
from programmes.choices import Reveals
from programmes.models import Attendance, ContactNote, Edition, GroupMeeting, GroupMember, Participation, PhaseDone
from programmes.states import ParticipationState as P
from programmes.taking_part import actions, meetings, policies
from programmes.taking_part.choices import LeavingReason, Presence
from programmes.taking_part.personal_data import TAKING_PART
from tests.factories.people import AdministratorFactory, ConsentTextFactory, MembershipFactory, UserFactory
from tests.factories.programmes import EditionFactory, PhaseFactory, ProgrammeFactory, admitted, organiser_of
from tests.programmes.in_a_group import a_group, a_meeting
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
NOW = timezone.now()
CANARY = "Kanariewoord"
YES, NO = True, False


# Who may do what -----------------------------------------------------------------------------------------

ROLES = ("visitor", "stranger", "own", "mate", "organiser", "other_organiser", "publisher", "administrator")
TABLE = {
    #                                visit  strang own  mate  orga  other publ  admin
    "can_run_group":                (NO,    NO,    NO,  NO,   YES,  NO,   NO,   NO),
    "can_note":                     (NO,    NO,    NO,  NO,   YES,  NO,   NO,   NO),
    "can_see_group":                (NO,    NO,    YES, NO,   NO,   NO,   NO,   NO),
    "can_see_group once left":      (NO,    NO,    NO,  NO,   NO,   NO,   NO,   NO),
    "can_show_name":                (NO,    NO,    YES, NO,   NO,   NO,   NO,   NO),
    "can_see_names":                (NO,    NO,    NO,  NO,   NO,   NO,   NO,   NO),
    "can_see_names showing hers":   (NO,    NO,    YES, NO,   NO,   NO,   NO,   NO),
    "can_see_address":              (NO,    NO,    YES, NO,   NO,   NO,   NO,   NO),
    "can_see_address too early":    (NO,    NO,    NO,  NO,   NO,   NO,   NO,   NO),
    "can_have_certificate":         (NO,    NO,    NO,  NO,   NO,   NO,   NO,   NO),
    "can_have_certificate at the end": (NO, NO,    YES, NO,   YES,  NO,   NO,   NO),
}  # fmt: skip


def _answers(user, own, left, shown, done, meeting, late):
    return {
        "can_run_group": policies.can_run_group(user, own.edition),
        "can_note": policies.can_note(user, own),
        "can_see_group": policies.can_see_group(user, own),
        "can_see_group once left": policies.can_see_group(user, left),
        "can_show_name": policies.can_show_name(user, own),
        "can_see_names": policies.can_see_names(user, own),
        "can_see_names showing hers": policies.can_see_names(user, shown),
        "can_see_address": policies.can_see_address(user, own, meeting),
        "can_see_address too early": policies.can_see_address(user, own, late),
        "can_have_certificate": policies.can_have_certificate(user, own),
        "can_have_certificate at the end": policies.can_have_certificate(user, done),
    }


def test_every_rule_by_role():
    organiser, (own, mate) = a_group("Anna", "Bo")
    programme = own.edition.programme
    shown, left, done = (
        admitted(EditionFactory(programme=programme), own.user, state=state)
        for state in (P.STARTED, P.LEFT, P.COMPLETED)
    )
    GroupMember.objects.create(participation=shown, display_name="Anna")
    meeting = a_meeting(own.edition, 60, address="Dorpsstraat 1")
    late = a_meeting(own.edition, 60, address="Dorpsstraat 1", address_late=True)
    cast = {
        "visitor": AnonymousUser(),
        "stranger": UserFactory(),
        "own": own.user,
        "mate": mate.user,
        "organiser": organiser,
        "other_organiser": MembershipFactory().user,
        "publisher": MembershipFactory(organisation=programme.lead(), role="publisher").user,
        "administrator": AdministratorFactory(),
    }
    got = {role: _answers(user, own, left, shown, done, meeting, late) for role, user in cast.items()}
    assert {rule: tuple(got[role][rule] for role in ROLES) for rule in TABLE} == TABLE


# Meetings ------------------------------------------------------------------------------------------------


def test_another_time_is_told_once_to_who_takes_part_and_another_title_is_not():
    organiser, (anna, bo) = a_group("Anna", "Bo")
    gone = admitted(anna.edition, state=P.LEFT)
    meeting = a_meeting(anna.edition)
    meetings.change_meeting(meeting, by=organiser, title="Debatteren")
    assert not Letter.objects.exists()
    moved = {"starts_at": meeting.starts_at + timedelta(days=1), "ends_at": meeting.ends_at + timedelta(days=1)}
    for _again in range(2):
        meetings.change_meeting(meeting, by=organiser, **moved)
    assert [letter.recipient for letter in Letter.objects.order_by("pk")] == [anna.user, bo.user]
    assert gone.edition == anna.edition and GroupMeeting.objects.get().sequence == 1


def test_the_mail_names_no_person_and_no_programme_and_an_overtaken_one_is_not_sent(mailoutbox):
    organiser, (anna,) = a_group("Anna")
    meeting = a_meeting(anna.edition, title="Zonnebloem", address="Dorpsstraat 1")
    meetings.change_meeting(meeting, by=organiser, town="Elders")
    meetings.call_off_meeting(meeting, by=organiser)
    meetings.call_off_meeting(meeting, by=organiser)  # a second press
    send_due()
    (mail,) = mailoutbox
    assert (
        mail.subject == "Een afspraak van je groep gaat niet door"
        and reverse("programmes:group", args=[anna.key]) in mail.body
    )
    for word in ("Zonnebloem", "Dorpsstraat", "Elders", "Anna", anna.edition.programme.name):
        assert word not in mail.body and word not in str(mail.alternatives)


def test_a_day_before_everybody_hears_of_it_once_and_again_when_it_moved():
    organiser, (anna,) = a_group("Anna")
    meeting, called_off = a_meeting(anna.edition, 20), a_meeting(anna.edition, 20, cancelled_at=NOW)
    later = a_meeting(anna.edition, 40)
    assert [meetings.remind(), meetings.remind()] == [1, 0] and not called_off.reminded_at and not later.reminded_at
    meetings.change_meeting(GroupMeeting.objects.get(pk=meeting.pk), by=organiser, town="Elders")
    assert meetings.remind() == 1
    assert Letter.objects.filter(message__endswith="group_meeting_reminder").count() == 2


def test_what_is_over_is_not_called_off_and_what_is_called_off_is_not_changed():
    organiser, (anna,) = a_group("Anna")
    with pytest.raises(Refused, match="al geweest"):
        meetings.call_off_meeting(a_meeting(anna.edition, -5), by=organiser)
    off = meetings.call_off_meeting(a_meeting(anna.edition), by=organiser)
    with pytest.raises(Refused, match="Plan een nieuwe"):
        meetings.change_meeting(off, by=organiser, title="Toch")


# Attendance, steps, the end ------------------------------------------------------------------------------


def test_attendance_of_many_at_once_and_what_a_colleague_wrote_stays():
    organiser, (anna, bo, cas) = a_group("Anna", "Bo", "Cas")
    meeting, foreign = a_meeting(anna.edition, -5), a_group("Dirk")[1][0]
    first = {one.key: ("", Presence.PRESENT) for one in (anna, bo, foreign)}
    assert meetings.note_attendance(meeting, first, by=organiser) == []
    second = {anna.key: ("", Presence.ABSENT), bo.key: (Presence.PRESENT, ""), cas.key: ("", Presence.EXCUSED)}
    assert meetings.note_attendance(meeting, second, by=organiser) == [anna]
    said = dict(Attendance.objects.values_list("participation", "presence"))
    assert said == {anna.pk: Presence.PRESENT, cas.pk: Presence.EXCUSED}


def test_nobody_was_at_what_has_not_begun_and_who_waits_for_consent_is_left_alone():
    organiser, (anna,) = a_group("Anna")
    meeting = a_meeting(anna.edition)
    with pytest.raises(Refused, match="nog niet begonnen"):
        meetings.note_attendance(meeting, {anna.key: ("", Presence.PRESENT)}, by=organiser)
    Edition.objects.filter(pk=anna.edition.pk).update(reveals=Reveals.HEALTH)
    meetings.note_attendance(meeting, {anna.key: ("", Presence.EXCUSED)}, by=organiser)
    assert not Attendance.objects.exists()


def test_steps_are_ticked_for_many_and_taken_back():
    organiser, (anna, bo) = a_group("Anna", "Bo")
    phase = PhaseFactory(edition=anna.edition)
    assert actions.tick_phase(anna.edition, phase, {anna.key: (NO, YES), bo.key: (NO, YES)}, by=organiser) == 2
    assert actions.tick_phase(anna.edition, phase, {anna.key: (YES, NO), bo.key: (YES, YES)}, by=organiser) == 1
    assert [one.participation for one in PhaseDone.objects.all()] == [bo]


def test_all_are_completed_or_nobody_is():
    organiser, (anna, bo, cas) = a_group("Anna", "Bo", "Cas")
    leave_participation(cas, by=organiser)
    with pytest.raises(Refused, match="niet meer voor: Cas"):
        actions.complete_several(anna.edition, {anna.key, cas.key}, by=organiser)
    assert not Participation.objects.completed().exists()
    actions.complete_several(anna.edition, {anna.key, bo.key}, by=organiser)
    assert set(Participation.objects.completed()) == {anna, bo}
    assert Letter.objects.filter(message__endswith="participation_completed").count() == 2


def test_who_stops_has_a_reason_in_words_and_no_name_in_the_group():
    organiser, (anna,) = a_group("Anna")
    actions.show_name(anna, "Anna", by=anna.user)
    left = leave_participation(anna, by=organiser, reason=LeavingReason.MOVED)
    assert left.get_leaving_reason_display() == "verhuisd" and not GroupMember.objects.exists()
    with pytest.raises(IntegrityError, match="leaving_reason_known"), transaction.atomic():
        Participation.objects.update(leaving_reason="ziek")


@pytest.mark.parametrize(
    "act",
    [
        lambda by, one, meeting: meetings.plan_meeting(one.edition, by=by, title="x"),
        lambda by, one, meeting: meetings.change_meeting(meeting, by=by, title="x"),
        lambda by, one, meeting: meetings.call_off_meeting(meeting, by=by),
        lambda by, one, meeting: meetings.note_attendance(meeting, {}, by=by),
        lambda by, one, meeting: actions.tick_phase(one.edition, PhaseFactory(edition=one.edition), {}, by=by),
        lambda by, one, meeting: actions.complete_several(one.edition, [one.key], by=by),
        lambda by, one, meeting: actions.write_note(one, by=by, kind="phone", words="x"),
        lambda by, one, meeting: actions.add_material(one.edition, by=by, title="x", link="/kennis/"),
    ],
)
def test_only_who_organises_it_acts(act):
    _organiser, (anna,) = a_group("Anna")
    meeting = a_meeting(anna.edition)
    for by in (anna.user, AdministratorFactory(), organiser_of(ProgrammeFactory())):
        with pytest.raises(PermissionDenied):
            act(by, anna, meeting)
    assert not Letter.objects.exists() and not JournalLine.objects.exists()


# Notes ---------------------------------------------------------------------------------------------------


def test_a_note_is_read_by_the_person_kept_unreadable_and_never_in_the_journal(client):
    organiser, (anna,) = a_group("Anna")
    note = actions.write_note(anna, by=organiser, kind="phone", words=CANARY, next_step=f"{CANARY} stap", on=NOW.date())
    page = sign_in(client, anna.user).get(reverse("programmes:participation", args=[anna.key])).text
    assert page.count(CANARY) == 2 and "gebeld" in page
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, next_step FROM programmes_contactnote")
        assert CANARY not in str(cursor.fetchone())
    actions.finish_step(note, by=organiser)
    actions.remove_note(note, by=organiser)
    with pytest.raises(IllegalMove):
        actions.finish_step(note, by=organiser)
    lines = JournalLine.objects.filter(thing_kind="programmes.ContactNote")
    assert [line.verb for line in lines.order_by("pk")] == ["write", "finish_step", "remove"]
    assert CANARY not in str([vars(line) for line in lines])


@pytest.mark.parametrize("words", ["Hij is ziek geweest.", "She is a member of a party.", "Haar geloof speelt mee."])
def test_what_is_never_written_of_anybody_is_refused(words):
    organiser, (anna,) = a_group("Anna")
    for facts in ({"words": words}, {"words": "Goed", "next_step": words}):
        with pytest.raises(Refused, match="van niemand op"):
            actions.write_note(anna, by=organiser, kind="phone", **facts)
    assert not ContactNote.objects.exists()


# The group's own page ------------------------------------------------------------------------------------


def test_the_page_says_when_and_where_and_never_how_many(client):
    organiser, (anna, bo) = a_group("Anna", "Bo")
    shown = a_meeting(anna.edition, 30, title="Spreken", address="Dorpsstraat 1")
    a_meeting(anna.edition, 90, title="Later", address="Geheimweg 9", address_late=True)
    a_meeting(anna.edition, -9, title="Voorbij")
    actions.add_material(anna.edition, by=organiser, title="Leesboek", link="/kennis/")
    page = sign_in(client, anna.user).get(reverse("programmes:group", args=[anna.key])).text
    for word in ("Spreken", "Dorpsstraat 1", "twee dagen van tevoren", "Leesboek"):
        assert word in page, word
    for word in ("Geheimweg", "Voorbij", "Bo", "2 deelnemers"):
        assert word not in page.partition("<main")[2].partition("</main")[0], word
    file = client.get(reverse("programmes:group_appointment", args=[anna.key, shown.key])).content
    (entry,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert entry["summary"] == "Afspraak" and b"Spreken" not in file and b"Dorpsstraat" not in file
    elsewhere = a_meeting(a_group("Cas")[1][0].edition)
    assert client.get(reverse("programmes:group_appointment", args=[anna.key, elsewhere.key])).status_code == 404
    assert client.get(reverse("programmes:group", args=[bo.key])).status_code == 404


def test_a_name_is_seen_by_who_shows_hers_and_each_is_told(client):
    _organiser, (anna, bo) = a_group("Anna", "Bo")
    actions.show_name(bo, f"{CANARY} Bo", by=bo.user)
    address = reverse("programmes:group", args=[anna.key])
    assert CANARY not in sign_in(client, anna.user).get(address).text and not PersonSeen.objects.exists()
    assert "Vul in hoe je" in client.post(address, {"name": " \u202e\x00 "}).text
    assert client.post(address, {"name": "An\u202ena"}).status_code == 302
    assert f"{CANARY} Bo" in client.get(address).text and anna.group_member.display_name == "Anna"
    seen = PersonSeen.objects.get()
    assert (seen.user, seen.role) == (bo.user, PersonSeen.Role.PARTICIPANT)
    client.post(reverse("programmes:group_hide_name", args=[anna.key]))
    assert CANARY not in client.get(address).text


def test_where_taking_part_tells_something_there_are_no_names_until_the_organisation_says_so(client):
    ConsentTextFactory(purpose="application_reveals")
    _organiser, (anna,) = a_group("Anna", reveals=Reveals.HEALTH)
    consent.give(anna.user, "application_reveals", about=anna.edition.key)
    address = reverse("programmes:group", args=[anna.key])
    page = sign_in(client, anna.user).get(address).text
    assert "Wie er meedoen" not in page and anna.edition.programme.name not in page.partition("</title>")[0]
    with pytest.raises(PermissionDenied):
        actions.show_name(anna, "Anna", by=anna.user)
    Edition.objects.filter(pk=anna.edition.pk).update(names_in_group=True)
    page = client.get(address).text
    assert "Wie er meedoen" in page and "weet dat je meedoet" in page


# What is kept --------------------------------------------------------------------------------------------


def test_all_of_it_is_exported_and_goes_with_the_participation():
    organiser, (anna, bo) = a_group("Anna", "Bo")
    phase, meeting = PhaseFactory(edition=anna.edition), a_meeting(anna.edition, -5)
    for one in (anna, bo):
        actions.write_note(one, by=organiser, kind="talk", words=CANARY, next_step=CANARY, next_on=NOW.date())
        actions.show_name(one, CANARY, by=one.user)
        meetings.note_attendance(meeting, {one.key: ("", Presence.ABSENT)}, by=organiser)
        actions.tick_phase(one.edition, phase, {one.key: (NO, YES)}, by=organiser)
    exported = TAKING_PART.export(anna.user)
    assert str(exported).count(CANARY) == 3 and [len(rows) for rows in exported.values()] == [1, 1, 1, 1]
    for name, model in zip(exported, (ContactNote, Attendance, PhaseDone, GroupMember), strict=True):
        fields = {field.name for field in model._meta.get_fields()}
        assert fields - {"id", "participation"} <= set(exported[name][0]), name
    privacy.erase(anna.user)
    for model in (ContactNote, Attendance, PhaseDone, GroupMember):
        assert [one.participation for one in model.objects.all()] == [bo]
