"""What taking part leaves behind: all of it hangs on the participation, and goes when that goes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from people.languages import said
from people.models import User
from people.privacy import PersonalData
from programmes.models import Attendance, ContactNote, GroupMember, PhaseDone


def export(user: User) -> dict[str, Any]:
    own = {"participation__user": user}
    return {
        "contact_notes": [
            {
                "key": note.key,
                "programme": note.participation.edition.programme.name,
                "on": note.on,
                "kind": note.get_kind_display(),
                "words": note.words,
                "next_step": note.next_step,
                "next_on": note.next_on,
                "done_at": note.done_at,
                "written_at": note.written_at,
            }
            for note in ContactNote.objects.filter(**own).select_related("participation__edition__programme")
        ],
        "attendances": [
            {
                "meeting": said(row.meeting, "title"),
                "meeting_starts_at": row.meeting.starts_at,
                "presence": row.get_presence_display(),
                "noted_at": row.noted_at,
            }
            for row in Attendance.objects.filter(**own).select_related("meeting")
        ],
        "phases_done": [
            {"phase": said(row.phase, "title"), "done_on": row.done_on}
            for row in PhaseDone.objects.filter(**own).select_related("phase")
        ],
        "group_names": [
            {
                "programme": row.participation.edition.programme.name,
                "display_name": row.display_name,
                "since": row.since,
            }
            for row in GroupMember.objects.filter(**own).select_related("participation__edition__programme")
        ],
    }


def erase(user: User) -> None:
    for model in (ContactNote, Attendance, PhaseDone, GroupMember):
        model.objects.filter(participation__user=user).delete()


TAKING_PART = PersonalData(
    title=_("Meedoen"),
    models=(
        "programmes.ContactNote",
        "programmes.Attendance",
        "programmes.PhaseDone",
        "programmes.GroupMember",
    ),
    export=export,
    erase=erase,
    words={
        "contact_notes": _("Contactmomenten"),
        "programme": _("Programma"),
        "on": _("Op"),
        "kind": _("Hoe"),
        "words": _("Wat jullie bespraken"),
        "next_step": _("Volgende stap"),
        "next_on": _("Volgende stap uiterlijk op"),
        "done_at": _("Volgende stap gedaan"),
        "written_at": _("Opgeschreven"),
        "attendances": _("Bijeenkomsten van je groep"),
        "meeting": _("Bijeenkomst"),
        "meeting_starts_at": _("Begon"),
        "presence": _("Erbij of niet"),
        "noted_at": _("Opgeschreven"),
        "phases_done": _("Stappen gedaan"),
        "phase": _("Stap"),
        "done_on": _("Gedaan op"),
        "group_names": _("Naam voor je groep"),
        "display_name": _("Naam"),
        "since": _("Sinds"),
    },
)
