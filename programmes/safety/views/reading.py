"""/mijn/meldingen/: for a safeguarding contact. What was told, what to do, and when to ask again."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import IllegalMove, Refused
from people.access import needs, signed_in
from people.pressing import press
from people.seen import Role, What, note_view
from programmes.models import FollowUp, Report
from programmes.policies import is_safeguarding_contact
from programmes.safety import actions, shown
from programmes.safety.doors import leads_to
from programmes.safety.forms import AnswerForm, WordForm

PER_PAGE = 25


@needs(is_safeguarding_contact)
@never_cache
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """What is new in front, then what is open, the oldest first; what is closed behind it."""
    found = Report.objects.to_be_read_by(request.user).waiting_first().select_related("programme")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [(one, one.programme.name if one.programme else "") for one in page]
    return render(request, "programmes/safety_reports.html", {"page": page, "rows": rows})


@needs(is_safeguarding_contact)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def to_read(request: HttpRequest, key: UUID) -> HttpResponse:
    report = get_object_or_404(
        Report.objects.to_be_read_by(request.user).select_related("programme", "reporter", "about"), key=key
    )
    verb = request.POST.get("verb", "")
    if verb in ("take_up", "follow_up"):
        press(request, lambda: _press(request, report, verb))
        return redirect("safety:to_read", key=key)
    form = AnswerForm(request.POST if verb in ("answer", "ask_to_close") else None)
    word = WordForm(request.POST if verb == "note_word" else None)
    if _done(request, report, verb, form, word):
        return redirect("safety:to_read", key=key)
    note_view(report.reporter, by=request.user, role=Role.SAFEGUARDING, what=What.REPORT)
    can = shown.to_contact(request.user, report)
    context = {
        "report": report,
        "answers": list(report.answers.all()),
        "follow_ups": list(report.follow_ups.all()),
        "form": form if can["answer"] or form.errors else None,
        "word": word if can["note_word"] or word.errors else None,
        "can": can,
    }
    return render(request, "programmes/safety_to_read.html", context)


@signed_in
@never_cache
@require_safe
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where mails lead about what is to be read: the address in them tells nobody what it is about."""
    if found := leads_to(request.user, key):
        return redirect(found)
    raise Http404


def _press(request: HttpRequest, report: Report, verb: str) -> str:
    if verb == "take_up":
        actions.take_up(report, by=request.user)
        return _("Je hebt deze melding opgepakt.")
    actions.follow_up(_of(report, request.POST.get("which", "")), by=request.user)
    return _("Genoteerd: je vroeg hoe het gaat.")


def _of(report: Report, which: str) -> FollowUp:
    return get_object_or_404(report.follow_ups, when=which[:12].replace("\x00", ""))


def _done(request: HttpRequest, report: Report, verb: str, form: AnswerForm, word: WordForm) -> bool:
    """Whether what was filled in went through; else the form says what to do, and keeps it."""
    asked = word if verb == "note_word" else form
    if not asked.is_bound or not asked.is_valid():
        return False
    try:
        if verb == "answer":
            actions.answer(report, form.cleaned_data["words"], by=request.user)
            messages.success(request, _("Je antwoord is verstuurd."))
        elif verb == "ask_to_close":
            actions.ask_to_close(report, form.cleaned_data["words"], by=request.user)
            messages.success(request, _("Verstuurd. De persoon zegt zelf of het klaar is."))
        else:
            actions.note_word(report, word.cleaned_data["day"], by=request.user)
            messages.success(request, _("Afgesloten. De persoon krijgt een mail."))
    except Refused as refused:
        asked.add_error(None, refused.text)
        return False
    except IllegalMove:  # a colleague or the person was first: what was typed stays on the screen
        asked.add_error(None, _("Dit kan nu niet meer: de stand is intussen veranderd. Bekijk wat er nu staat."))
        report.refresh_from_db(fields=["state", "closed_at", "agreed_on"])
        return False
    return True
