"""The desk of a group: planning, the grid of names, the end of many at once, notes, and the certificate."""

from datetime import timedelta
from unittest import mock
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home import pdf
from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import consent
from people.models import PersonSeen
from programmes.choices import Reveals
from programmes.models import Attendance, ContactNote, GroupMeeting, GroupMember, Material, Participation, PhaseDone
from programmes.states import ParticipationState as P
from programmes.taking_part import actions, certificate
from programmes.taking_part.desk_sections import attendance, next_steps
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.factories.programmes import EditionFactory, PhaseFactory, admitted
from tests.home.test_pdf import opened
from tests.programmes.in_a_group import a_group, a_meeting
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
PLANNED = {"title": "Oefenen", "starts_at": "2027-03-31 19:30", "ends_at": "2027-03-31 21:30", "town": "Proefstad"}
RTL = "\u202e"


def test_a_meeting_is_planned_changed_and_called_off(client):
    organiser, (anna,) = a_group("Anna")
    plan = reverse("desk_group_plan", args=[anna.edition.key])
    assert (
        "Er is nog niets gepland" in sign_in(client, organiser).get(reverse("desk_group", args=[anna.edition.key])).text
    )
    assert client.post(plan, PLANNED).status_code == 302
    meeting = GroupMeeting.objects.get()
    page = client.get(reverse("desk_group_meeting", args=[meeting.key])).text
    assert "2027-03-31T19:30" in page and "gaat niet door" in page
    assert (
        client.post(reverse("desk_group_meeting", args=[meeting.key]), {**PLANNED, "title": "Praten"}).status_code
        == 302
    )
    client.post(reverse("desk_group_meeting_call_off", args=[meeting.key]))
    meeting.refresh_from_db()
    assert meeting.title == "Praten" and meeting.is_cancelled
    assert "De groep heeft dat gehoord" in client.get(reverse("desk_group_meeting", args=[meeting.key])).text
    verbs = (
        JournalLine.objects.filter(thing_kind="programmes.GroupMeeting").order_by("pk").values_list("verb", flat=True)
    )
    assert list(verbs) == ["plan", "change", "call_off"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": ""}, "Geef de bijeenkomst een titel"),
        ({"title": f"\x00{RTL}"}, "Geef de bijeenkomst een titel"),
        ({"title": "a" * 1_000_000}, "1000000 tekens"),
        ({"starts_at": "31 maart, half acht"}, "Schrijf dag en tijd zo"),
        ({"ends_at": "2027-03-31 19:30"}, "Kies een tijd na het begin"),
        ({"town": ""}, "in welke plaats"),
    ],
)
def test_what_is_wrong_in_a_meeting_is_said_and_what_was_typed_stays(client, typed, said):
    organiser, (anna,) = a_group("Anna")
    answer = sign_in(client, organiser).post(
        reverse("desk_group_plan", args=[anna.edition.key]), {**PLANNED, "address": "Dorpsstraat", **typed}
    )
    assert answer.status_code == 200 and said in answer.text and "Dorpsstraat" in answer.text
    assert not GroupMeeting.objects.exists()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://example.org/", "//example.org/", "kennis", "/ /x"])
def test_material_leads_to_a_safe_address(client, link):
    organiser, (anna,) = a_group("Anna")
    address = reverse("desk_material_add", args=[anna.edition.key])
    assert "Begin met https://" in sign_in(client, organiser).post(address, {"title": "Leesboek", "link": link}).text
    assert not Material.objects.exists()
    assert client.post(address, {"title": "Leesboek", "link": "https://example.org/boek"}).status_code == 302
    client.post(reverse("desk_material_remove", args=[Material.objects.get().key]))
    assert not Material.objects.exists()


# The grids -----------------------------------------------------------------------------------------------


def test_the_grid_says_who_was_there_in_one_form_and_each_person_is_told(client):
    organiser, (anna, bo, cas) = a_group("Anna", "Bo", "Cas")
    admitted(anna.edition, UserFactory(name="Weg"), state=P.LEFT)
    meeting = a_meeting(anna.edition, -5)
    address = reverse("desk_attendance", args=[meeting.key])
    page = sign_in(client, organiser).get(address).text
    assert [page.index(name) for name in ("Anna", "Bo", "Cas")] and "Weg" not in page.partition("<tbody")[2]
    assert {seen.user for seen in PersonSeen.objects.all()} == {anna.user, bo.user, cas.user}
    client.post(address, {f"now-{anna.key}": "absent", f"now-{bo.key}": "onzin", "rest": "1"})
    said = dict(Attendance.objects.values_list("participation__user__name", "presence"))
    assert said == {"Anna": "absent", "Bo": "present", "Cas": "present"}
    again = client.post(address, {f"was-{anna.key}": "", f"now-{anna.key}": "excused"}, follow=True).text
    assert "Een collega schreef intussen iets anders op bij: Anna" in again
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for name in ("Dirk", "Eva", "Fadi"):
        admitted(anna.edition, UserFactory(name=name), state=P.STARTED)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) < 30


def test_before_it_begins_one_can_only_be_excused_and_nothing_typed_is_lost(client):
    organiser, (anna,) = a_group("Anna")
    address = reverse("desk_attendance", args=[a_meeting(anna.edition).key])
    assert 'value="present"' not in sign_in(client, organiser).get(address).text
    page = client.post(address, {f"now-{anna.key}": "present"}).text
    assert "nog niet begonnen" in page and not Attendance.objects.exists()


def test_steps_and_the_end_are_ticked_by_name(client):
    organiser, (anna, bo) = a_group("Anna", "Bo")
    first, second = (PhaseFactory(edition=anna.edition, order=number) for number in (1, 2))
    address = reverse("desk_phases", args=[anna.edition.key])
    sign_in(client, organiser).post(f"{address}?stap={second.pk}", {"done": [str(anna.key)]})
    assert [(one.phase, one.participation) for one in PhaseDone.objects.all()] == [(second, anna)]
    assert first.title in client.get(address).text and client.get(f"{address}?stap=999999").status_code == 404
    end = reverse("desk_completing", args=[anna.edition.key])
    assert "0 keer erbij" in client.get(end).text
    assert "Kies wie klaar is" in client.post(end, {"done": ["onzin"]}).text
    client.post(end, {"done": [str(anna.key)]})
    assert list(Participation.objects.completed()) == [anna] and bo.key
    Participation.objects.filter(pk=bo.pk).update(state=P.LEFT, left_at=timezone.now())
    late = client.post(end, {"done": [str(bo.key)]}).text
    assert "Dit kan niet meer voor: Bo" in late


# One participant -----------------------------------------------------------------------------------------


def test_a_contact_is_written_on_the_participants_page(client):
    organiser, (anna,) = a_group("Anna")
    page, address = (reverse(f"desk_participations:{name}", args=[anna.key]) for name in ("detail", "contact"))
    assert "Er is nog geen contact opgeschreven" in sign_in(client, organiser).get(page).text
    typed = {
        "on": str(timezone.localdate()),
        "kind": "phone",
        "words": f"Zon{RTL}nebloem",
        "next_step": "Bellen",
        "next_on": "2027-01-31",
    }
    assert client.post(address, typed).status_code == 302
    note = ContactNote.objects.get()
    assert note.words == "Zonnebloem" and "Volgende stap: Bellen" in " ".join(client.get(page).text.split())
    for verb in ("gedaan", "weg"):
        client.post(reverse("desk_contact_note", args=[note.key, verb]))
    assert not ContactNote.objects.exists()
    tomorrow = str(timezone.localdate() + timedelta(days=1))
    for wrong, said in (
        ({"words": "a" * 281}, "281 tekens"),
        ({"on": tomorrow}, "moet nog komen"),
        ({"words": "Zij is ziek"}, "van niemand op"),
        ({"next_step": ""}, "Schrijf wat de volgende stap is"),
    ):
        answer = client.post(address, {**typed, **wrong}).text
        assert said in answer and not ContactNote.objects.exists(), said


def test_a_promised_step_and_a_meeting_without_attendance_wait_on_the_first_page(rf):
    organiser, (anna, bo) = a_group("Anna", "Bo")
    today, request = timezone.localdate(), rf.get("/cms/")
    request.user = organiser
    late = {"kind": "phone", "words": "Goed", "next_step": "Bellen", "next_on": today - timedelta(days=1)}
    note = actions.write_note(anna, by=organiser, **late)
    actions.write_note(bo, by=organiser, **{**late, "next_on": today + timedelta(days=30)})
    met, _coming = a_meeting(anna.edition, -5), a_meeting(anna.edition, 5)
    steps, meetings = next_steps(request), attendance(request)
    assert [(task.url, task.is_late) for task in steps.tasks] == [(f"/cms/deelnemers/{anna.key}/", True)]
    assert "Anna" not in str(steps) and [task.url for task in meetings.tasks] == [f"/cms/groep/{met.key}/aanwezig/"]
    actions.finish_step(note, by=organiser)
    Attendance.objects.create(participation=bo, meeting=met, presence="absent")
    assert next_steps(request).tasks == attendance(request).tasks == ()
    request.user = anna.user
    assert next_steps(request) is attendance(request) is None


def test_who_stops_gets_a_reason_from_the_list_alone(client):
    organiser, (anna, bo) = a_group("Anna", "Bo")
    sign_in(client, organiser)
    for one, reason in ((anna, "moved"), (bo, "zij is ziek")):
        client.post(reverse("desk_participations:move", args=[one.key, "leave"]), {"reason": reason})
    assert dict(Participation.objects.values_list("user__name", "leaving_reason")) == {"Anna": "moved", "Bo": ""}
    page = sign_in(client, anna.user).get(reverse("programmes:participation", args=[anna.key])).text
    assert "Verhuisd" in page


# The certificate -----------------------------------------------------------------------------------------


def _done(name="Anna", **facts):
    organiser, (one,) = a_group(name, **facts)
    consent.give(one.user, "application_reveals", about=one.edition.key)
    return organiser, actions.complete_several(one.edition, [one.key], by=organiser)[0]


@pytest.fixture
def text():
    return ConsentTextFactory(purpose="application_reveals")


def test_a_certificate_names_no_programme_of_which_another_edition_tells_something():
    _organiser, (anna,) = a_group("Anna")
    with mock.patch("programmes.taking_part.certificate.tagged_pdf") as made:
        certificate.certificate(anna, name="Anna")
        EditionFactory(programme=anna.edition.programme, reveals="health")
        certificate.certificate(anna, name="Anna")
    before, after = (call.args[1] for call in made.call_args_list)
    assert before["programme"] and before["organisations"]
    assert not any(after[name] for name in ("programme", "edition", "organisations", "starts_on", "phases"))


@pytest.mark.usefixtures("text")
def test_a_certificate_is_tagged_and_has_the_typed_name_which_is_kept_nowhere(client):
    organiser, done = _done()
    actions.tick_phase(
        done.edition, PhaseFactory(edition=done.edition, title="Debatteren"), {done.key: (False, True)}, by=organiser
    )
    own = sign_in(client, done.user).post(
        reverse("programmes:certificate", args=[done.key]), {"name": "Zonnebloem Zee"}
    )
    made = opened(own.content)
    assert own["Content-Type"] == pdf.MEDIA_TYPE and 'filename="bewijs-van-deelname.pdf"' in own["Content-Disposition"]
    for part in (b"/StructTreeRoot", b"/Lang (nl)", b"/Title (Bewijs van deelname)", b"/H1", b"pdfuaid"):
        assert part in made, part
    done.user.refresh_from_db()
    assert done.user.name == "Anna"
    assert "Vul in welke naam" in client.post(reverse("programmes:certificate", args=[done.key]), {"name": "\x00"}).text
    sign_in(client, organiser).post(reverse("desk_participations:certificate", args=[done.key]), {"name": "Anna"})
    assert JournalLine.objects.filter(verb="hand_out_certificate", thing_key=str(done.key)).count() == 1


@pytest.mark.usefixtures("text")
@pytest.mark.parametrize(
    ("reveals", "named", "shows"), [("nothing", False, True), ("health", False, False), ("health", True, True)]
)
def test_where_it_tells_something_the_programme_stands_on_it_only_when_asked(monkeypatch, reveals, named, shows):
    organiser, done = _done(reveals=Reveals(reveals))
    told = {}
    monkeypatch.setattr(
        certificate, "tagged_pdf", lambda _name, context, *, title: told.update(context, title=title) or b""
    )
    certificate.certificate(done, name="Anna", named=named)
    words = str(told)
    for word in (done.edition.programme.name, done.edition.name, done.edition.programme.lead().name):
        assert (word in words) is shows, word
    assert told["title"] == "Bewijs van deelname" and "Anna" in words and organiser


@pytest.mark.usefixtures("text")
def test_without_the_library_the_page_says_why(client, monkeypatch):
    def refuse(*_args, **_more):
        raise Refused("Een PDF maken kan hier nu niet.")

    monkeypatch.setattr(certificate, "tagged_pdf", refuse)
    _organiser, done = _done()
    page = sign_in(client, done.user).post(reverse("programmes:certificate", args=[done.key]), {"name": "Zonnebloem"})
    assert page.status_code == 200 and "kan hier nu niet" in page.text and "Zonnebloem" in page.text


def test_no_more_than_fifty_are_completed_in_one_press() -> None:
    organiser, (one,) = a_group("Anna")
    with pytest.raises(Refused, match="hoogstens 50"):
        actions.complete_several(one.edition, [one.key, *(uuid4() for _more in range(50))], by=organiser)
    assert not Participation.objects.completed().exists()


def test_nobody_hides_the_name_of_another() -> None:
    organiser, (one, other) = a_group("Anna", "Bo")
    actions.show_name(one, "Anna", by=one.user)
    for by in (organiser, other.user):
        with pytest.raises(PermissionDenied):
            actions.hide_name(one, by=by)
    assert GroupMember.objects.count() == 1
