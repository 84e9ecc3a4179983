"""/mijn/melden/ and /mijn/mijn-meldingen/: telling that something is not right, and what comes of it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from people import limits
from people.access import signed_in
from people.pressing import press
from programmes.models import Programme, Report
from programmes.safety import actions, shown
from programmes.safety.belonging import Naming, own_programmes, to_choose_between
from programmes.safety.forms import MoreForm, ReportForm
from programmes.safety.held import held, let_go
from programmes.safety.models.report import names_of_readers, to_choose_from
from programmes.safety.reporting import Reported, found

PER_PAGE = 25
ELSEWHERE = "geen"


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """About the thing that the address names, about one of the own programmes, or about neither."""
    kind, thing = _thing(request)
    if thing is None and "soort" in request.GET:
        raise Http404
    programmes = [] if thing else list(own_programmes(request.user))
    if thing is None and len(programmes) > 1 and "programma" not in request.GET:
        named = to_choose_between(request.user, programmes)
        return render(request, "programmes/safety_report_which.html", {"programmes": named})
    programme = thing.programme if thing else _chosen(request, programmes)
    barred = {request.user.pk, *([thing.about.pk] if thing and thing.about else [])}
    contacts = to_choose_from(programme.pk if programme else None, barred)
    token = held(request.user, kind, thing) if thing else ""
    form = ReportForm(request.POST if request.method == "POST" else None, contacts=contacts, held=token)
    if request.method == "POST" and form.is_valid() and not limits.refuse(request, "report", form):
        try:
            sent = _send(request, form, kind, thing, programme)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Je melding is verstuurd. Hier lees je wat ermee gebeurt."))
            return redirect("safety:own_report", key=sent.key)
    context = {
        "form": form,
        "thing": thing,
        "programme": Naming(request.user).of(programme) if programme and not thing else "",
        "others": len(programmes) > 1,
        "elsewhere": bool(programme and not thing and to_choose_from(None, barred)),
        "is_read": bool(contacts),
    }
    return render(request, "programmes/safety_report.html", context, status=limits.status_of(form))


def _thing(request: HttpRequest) -> tuple[str, Reported | None]:
    """As the page showed it when it was opened, else as it stands there now."""
    kind = request.GET.get("soort", "")
    if request.method == "POST" and (shown := let_go(request.user, request.POST.get("held", ""))):
        return shown
    return kind, found(request.user, kind, request.GET.get("wat", ""))


def _chosen(request: HttpRequest, programmes: list[Programme]) -> Programme | None:
    wanted = request.GET.get("programma", "")
    if wanted == ELSEWHERE or not programmes:
        return None
    if not wanted:
        return programmes[0]
    chosen = next((one for one in programmes if str(one.key) == wanted), None)
    if chosen is None:
        raise Http404
    return chosen


def _send(
    request: HttpRequest, form: ReportForm, kind: str, thing: Reported | None, programme: Programme | None
) -> Report:
    return actions.send_report(
        form.cleaned_data["words"],
        by=request.user,
        programme=programme,
        kind=kind,
        found=thing,
        only_to=form.only_to,
        is_named=not form.cleaned_data["without_name"],
        for_another=form.cleaned_data["for_another"],
    )


@signed_in
@never_cache
@require_safe
def own_reports(request: HttpRequest) -> HttpResponse:
    found = Report.objects.of(request.user).with_programme()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    naming = Naming(request.user)
    rows = [(one, naming.of(one.programme) if one.programme else "") for one in page]
    return render(request, "programmes/safety_own_reports.html", {"page": page, "rows": rows})


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_report(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was said, and the word of who made it: done, not yet, or open again."""
    own = get_object_or_404(Report.objects.of(request.user).select_related("programme"), key=key)
    verb = request.POST.get("verb", "")
    if verb in _PRESSED:
        press(request, lambda: _press(own, verb, request))
        return redirect("safety:own_report", key=key)
    form = MoreForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not limits.refuse(request, "report", form):
        actions.add(own, form.cleaned_data["words"], by=request.user)
        messages.success(request, _("Verstuurd. Wie je melding leest, krijgt een mail."))
        return redirect("safety:own_report", key=key)
    context = {
        "report": own,
        "answers": list(own.answers.all()),
        "form": None if own.is_closed else form,
        "can": shown.to_reporter(request.user, own),
        "readers": names_of_readers(own),
    }
    return render(request, "programmes/safety_own_report.html", context, status=limits.status_of(form))


_PRESSED = {"agree": actions.agree, "not_yet": actions.not_yet, "open_again": actions.open_again}


def _press(own: Report, verb: str, request: HttpRequest) -> str:
    _PRESSED[verb](own, by=request.user)
    return {
        "agree": _("Je melding is afgesloten."),
        "not_yet": _("Dank je. De vertrouwenspersoon hoort dat het nog niet klaar is."),
        "open_again": _("Je melding is weer open. De vertrouwenspersoon hoort dat."),
    }[verb]
