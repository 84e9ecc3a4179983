"""Becoming one of the invented people with a press, and reading the mail that was sent. Only in demo mode."""

from django.contrib.auth import login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.access import public
from people.fresh import STAYS_FRESH
from people.languages import in_language
from people.mfa import count_as_proved
from portal.demo import mailbox, people

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DESK = "/cms/"
MAILS_ON_A_PAGE = 20
LINK = "utrecht-link utrecht-link--html-a"
# The mail as its maker drew it, with nothing that runs, loads or sends.
HTML_POLICY = (
    "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; "
    "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    error, status = "", 200
    if request.method == "POST":
        role = people.ROLES.get(request.POST.get("role", ""))
        if role:
            _become(request, role)
            return redirect(_landing(role))
        error, status = _("Deze rol bestaat niet. Kies een rol uit de lijst."), 400
    return render(request, "demo/choose.html", {"roles": people.ROLES.values(), "error": error}, status=status)


def _landing(role: people.Role) -> str:
    """In the language of the page; the desk has one address."""
    return role.lands if role.lands == DESK else in_language(role.lands, get_language())


def _become(request: HttpRequest, role: people.Role) -> None:
    user = people.person(role.key)
    login(request, user, backend=BACKEND)  # drops the session of whoever was signed in before
    count_as_proved(request, user, type="demo", **{STAYS_FRESH: True})


@public
@never_cache
@require_safe
def post(request: HttpRequest) -> HttpResponse:
    page = Paginator(mailbox.places(), MAILS_ON_A_PAGE).get_page(request.GET.get("pagina"))
    mails = [mail for name, number in page if (mail := mailbox.find(name, number))]
    return render(request, "demo/post.html", {"page": page, "mails": mails})


@public
@never_cache
@require_safe
def mail(request: HttpRequest, name: str, number: int) -> HttpResponse:
    found = _found(name, number)
    return render(request, "demo/mail.html", {"mail": found, "text": _with_links(found.text)})


@public
@never_cache
@require_safe
def mail_as_drawn(request: HttpRequest, name: str, number: int) -> HttpResponse:
    found = _found(name, number)
    if not found.html:
        raise Http404
    return HttpResponse(found.html, headers={"Content-Security-Policy": HTML_POLICY})


def _with_links(text: str) -> SafeString:
    """The text as paragraphs, its tags made harmless, its addresses as links that look like ours."""
    linked = urlize(text, autoescape=True).replace("<a ", f'<a class="{LINK}" ')
    return mark_safe(linebreaks(linked))  # noqa: S308  escaped by urlize


def _found(name: str, number: int) -> mailbox.Mail:
    found = mailbox.find(name, number)
    if found is None:
        raise Http404
    return found
