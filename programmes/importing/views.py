"""/uitnodiging/: where the one mail to who stood in a sheet leads. Opening it changes nothing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import IllegalMove, Refused
from people.access import public
from people.entering import mail_a_code
from programmes.importing.actions import answering
from programmes.importing.forms import YesForm
from programmes.models import Imported


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def imported(request: HttpRequest, token: UUID) -> HttpResponse:
    found = Imported.objects.answerable().behind(token).select_related("edition__programme").first()
    if found is None:
        return _gone(request)
    try:
        return _answer(request, found)
    except IllegalMove:  # in another window
        return _gone(request)


def _answer(request: HttpRequest, found: Imported) -> HttpResponse:
    if request.method == "POST" and request.POST.get("verb") == "decline":
        answering.decline(found)
        return render(request, "programmes/importing/declined.html")
    context = _context(request, found)
    if context["login_url"]:
        return render(request, "programmes/importing/invitation.html", context)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            return _said_yes(request, found, form)
        except Refused as refusal:
            form.add_error(None, refusal.text)
    return render(request, "programmes/importing/invitation.html", {**context, "form": form})


def _form(request: HttpRequest, found: Imported) -> YesForm:
    known = request.user.name if request.user.is_authenticated else ""
    given = request.POST if request.method == "POST" else None
    return YesForm(given, edition=found.edition, initial={"name": known or found.name})


def _said_yes(request: HttpRequest, found: Imported, form: YesForm) -> HttpResponse:
    typed = {"name": form.cleaned_data["name"], "agrees": form.agrees()}
    if request.user.is_authenticated:
        application = answering.accept(found, by=request.user, **typed)
        return redirect("programmes:application", key=application.key)
    user, application = answering.accept_as_new(found, language=get_language() or "nl", **typed)
    return mail_a_code(request, user, then=reverse("programmes:application", args=[application.key]))


def _context(request: HttpRequest, found: Imported) -> dict[str, object]:
    has_account = not request.user.is_authenticated and answering.account_of(found) is not None
    here = urlencode({"next": request.path})
    return {
        "imported": found,
        "programme": found.edition.programme,
        "organisation": found.edition.programme.lead(),
        "login_url": f"{reverse('account_login')}?{here}" if has_account else "",
        "is_another": request.user.is_authenticated and answering.account_of(found) not in (None, request.user),
    }


def _gone(request: HttpRequest) -> HttpResponse:
    """Answered, out of date, or never there: one and the same page."""
    context = {
        "title": _("Deze uitnodiging geldt niet meer"),
        "text": _("Je hebt al gekozen, of de tijd is om. Wat wij van je hadden, is dan gewist."),
        "url": reverse("account_login"),
        "label": _("Log in"),
    }
    return render(request, "programmes/no_longer_kept.html", context, status=404)
