"""/mijn/groep/ and the certificate at /mijn/deelname/: of who takes part, and of nobody else."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.pdf import pdf_response
from lifecycle.errors import Refused
from people.access import signed_in
from people.seen import Role, What, note_view
from programmes.agenda.calendar import calendar_file
from programmes.applying.pages import context_of
from programmes.models import Participation
from programmes.safety.hiding import is_hidden
from programmes.sections import to_talk_to
from programmes.taking_part import actions, group_page, policies
from programmes.taking_part.certificate import FILE_NAME, certificate
from programmes.taking_part.forms import CertificateForm, GroupNameForm


def _own(request: HttpRequest, key: UUID) -> Participation:
    """With a group: what somebody stopped with is not hers any more."""
    along = ("edition__programme__threat_mode", "group_member")
    own = Participation.objects.of(request.user).select_related(*along)
    found = get_object_or_404(own, key=key)
    if not policies.can_see_group(request.user, found):
        raise Http404
    return found


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, key: UUID) -> HttpResponse:
    """The form below it shows one's name to the others, by a press; nobody's name is there without."""
    own = _own(request, key)
    shown = getattr(own, "group_member", None)
    form = GroupNameForm(request.POST or None, initial={"name": shown.display_name if shown else request.user.name})
    may_show = policies.can_show_name(request.user, own)
    if request.method == "POST" and may_show and form.is_valid():
        actions.show_name(own, form.cleaned_data["name"], by=request.user)
        messages.success(request, _("Je naam staat bij de groep."))
        return redirect("programmes:group", key=key)
    members = group_page.names(request.user, own)
    seen = [one.participation.user for one in members]
    note_view(seen, by=request.user, role=Role.PARTICIPANT, what=What.PARTICIPATION)
    context = context_of(own.edition) | {
        "participation": own,
        "coming": group_page.coming(request.user, own),
        "materials": own.edition.materials.all()[: group_page.MOST],
        "form": form if may_show else None,
        "shown": shown,
        "is_hidden": shown is not None and is_hidden(request.user),
        "members": members,
        "help_people": to_talk_to([own]),
    }
    return render(request, "programmes/taking_part/group.html", context)


@signed_in
@never_cache
@require_POST
def hide_name(request: HttpRequest, key: UUID) -> HttpResponse:
    own = get_object_or_404(Participation.objects.of(request.user).select_related("edition__programme"), key=key)
    actions.hide_name(own, by=request.user)
    messages.success(request, _("Je naam is weg bij de groep."))
    return redirect("programmes:participation", key=key)


@signed_in
@never_cache
@require_safe
def appointment(request: HttpRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """For one's own calendar: when and in which town, nothing else."""
    own = _own(request, key)
    found = get_object_or_404(own.edition.group_meetings, key=meeting)
    return calendar_file(found)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """A name is typed, the file comes back, and neither is kept."""
    own = _own(request, key)
    if not policies.can_have_certificate(request.user, own):
        raise Http404
    typed = request.POST if request.method == "POST" else None
    form = CertificateForm(typed, asks_naming=own.edition.programme.is_sensitive, initial={"name": request.user.name})
    if form.is_valid():
        try:
            return pdf_response(certificate(own, **form.cleaned_data), name=FILE_NAME)
        except Refused as refused:
            form.add_error(None, refused.text)
    context = context_of(own.edition) | {"participation": own, "form": form}
    return render(request, "programmes/taking_part/certificate.html", context)
