"""/mijn/aanmelding/<key>/klacht/: saying that one is not content, reading the answer, and where else to go."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from people.access import signed_in
from programmes import page_facts
from programmes.applying.complaints import actions, policies
from programmes.applying.complaints.forms import ComplaintForm
from programmes.applying.pages import context_of
from programmes.models import Application, Complaint


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, key: UUID) -> HttpResponse:
    own = Application.objects.of(request.user).select_related("edition__programme", "user")
    application = get_object_or_404(own, key=key)
    if not policies.can_complain(request.user, application):
        raise Http404
    told = list(Complaint.objects.filter(application=application).order_by("-sent_at", "-pk"))
    waiting = next((one for one in told if one.is_waiting), None)
    if request.method == "POST" and "take_back" in request.POST:
        return _take_back(request, waiting, key)
    form = ComplaintForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.complain(application, form.cleaned_data["words"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            day = date_format(sent.answer_by, "j F Y")
            messages.success(
                request, _("Je klacht is verstuurd. Je krijgt antwoord, uiterlijk op %(day)s.") % {"day": day}
            )
            return redirect("programmes:complaint", key=key)
    context = context_of(application.edition) | {
        "application": application,
        "form": form,
        "told": told,
        "waiting": waiting,
        "last_day": timezone.localdate() + actions.ANSWERED_WITHIN,
        "contacts": [page_facts.contact(one) for one in application.edition.programme.safeguarding_contacts.all()],
    }
    return render(request, "programmes/complaint.html", context)


def _take_back(request: HttpRequest, waiting: Complaint | None, key: UUID) -> HttpResponse:
    if waiting is not None:
        actions.take_back_complaint(waiting, by=request.user)
        messages.success(request, _("Je klacht is teruggenomen. Wat je schreef, is gewist."))
    return redirect("programmes:complaint", key=key)
