"""One participant at the desk: what was written down after a contact, and a certificate to hand out."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from home.pdf import pdf_response
from lifecycle.errors import Refused
from lifecycle.journal import record
from people.access import needs
from people.pressing import press
from people.roles import is_organiser
from programmes.desk.looking import note_look
from programmes.desk.participant_panels import Panel
from programmes.models import ContactNote, Participation
from programmes.taking_part import actions, policies
from programmes.taking_part.certificate import FILE_NAME, certificate
from programmes.taking_part.forms import CertificateForm, ContactNoteForm

MOST_NOTES = 50


def how_it_goes(request: HttpRequest, participation: Participation) -> Panel | None:
    """What somebody did until now."""
    rows = participation.attendances.select_related("meeting")[:MOST_NOTES]
    done = participation.phases_done.select_related("phase")[:MOST_NOTES]
    context = {
        "attendances": rows,
        "phases": done,
        "certificate": policies.can_have_certificate(request.user, participation),
    }
    return Panel(_("Wat deze persoon deed"), "programmes/taking_part/desk/panel_done.html", context)


def contact(request: HttpRequest, participation: Participation) -> Panel | None:
    """The notes, and a form for the next one."""
    context = {
        "notes": participation.contact_notes.all()[:MOST_NOTES],
        "form": ContactNoteForm() if policies.can_note(request.user, participation) else None,
    }
    return Panel(_("Contact"), "programmes/taking_part/desk/panel_contact.html", context)


def _own(request: HttpRequest, key: UUID) -> Participation:
    own = Participation.objects.at_the_desk_of(request.user).with_consent_asked()
    found = get_object_or_404(own.select_related("user", "edition__programme"), key=key)
    if not policies.can_note(request.user, found):
        raise Http404
    return found


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def write_note(request: HttpRequest, key: UUID) -> HttpResponse:
    """The form of the participant's page, when something in it is not right yet."""
    participation = _own(request, key)
    form = ContactNoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.write_note(participation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Opgeschreven. Deze persoon kan het lezen."))
        return redirect("desk_participations:detail", key=key)
    note_look(participation, request.user)
    context = {"form": form, "participation": participation, "breadcrumbs_items": _crumbs(participation, _("Contact"))}
    return render(request, "programmes/taking_part/desk/contact.html", context)


@needs(is_organiser)
@require_POST
def move_note(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    """The next step is done, or the note goes."""
    verbs = {"gedaan": actions.finish_step, "weg": actions.remove_note}
    own = ContactNote.objects.at_the_desk_of(request.user)
    note = get_object_or_404(own.select_related("participation__edition__programme"), key=key)
    if verb not in verbs or not policies.can_note(request.user, note.participation):
        raise Http404

    def act() -> str:
        verbs[verb](note, by=request.user)
        return _("Bewaard.")

    press(request, act)
    return redirect("desk_participations:detail", key=note.participation.key)


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_out(request: HttpRequest, key: UUID) -> HttpResponse:
    """A certificate to print: journalled, and told to the person as a file that was made."""
    participation = _own(request, key)
    if not policies.can_have_certificate(request.user, participation):
        raise Http404
    typed = request.POST if request.method == "POST" else None
    sensitive = participation.edition.programme.is_sensitive
    form = CertificateForm(typed, asks_naming=sensitive, initial={"name": participation.user.name})
    note_look(participation, request.user)
    if form.is_valid():
        try:
            made = certificate(participation, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            scope = participation.edition.programme.lead_key
            record(participation, "hand_out_certificate", by=request.user, scope=scope)
            return pdf_response(made, name=FILE_NAME)
    crumbs = _crumbs(participation, _("Bewijs van deelname"))
    context = {"form": form, "participation": participation, "breadcrumbs_items": crumbs}
    return render(request, "programmes/taking_part/desk/certificate.html", context)


def _crumbs(participation: Participation, label: str) -> list[dict[str, str]]:
    return [
        {"url": reverse("desk_participations:index"), "label": _("Deelnemers")},
        {"url": reverse("desk_participations:detail", args=[participation.key]), "label": str(participation.user)},
        {"url": "", "label": label},
    ]
