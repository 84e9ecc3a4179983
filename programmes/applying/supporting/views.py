"""/meehelpen/: who helps has no account, sees the questions of one draft, and cannot send it.

And the page on which who applies lets somebody help. None of it is cached: the forms post.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import IllegalMove
from people import limits
from people.access import public, signed_in
from programmes.applying.autosave import Overtaken, overtaken_words, stamp_of
from programmes.applying.forms import AnswersForm
from programmes.applying.pages import context_of
from programmes.applying.steps import ApplicationStep, answers_of, steps_of
from programmes.applying.supporting import actions
from programmes.applying.supporting.forms import CodeForm
from programmes.models import Application, SupporterCode

# In the session of who helps: a secret of this browser, of which the draft knows the hash.
SESSION = "helps_with"
HelpView = Callable[..., HttpResponse]


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def let_help(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who applies makes a code, sees it once, and ends it again."""
    own = Application.objects.of(request.user).drafts().select_related("edition__programme")
    draft = get_object_or_404(own, edition__key=key)
    code = ""
    if request.method == "POST" and "end" in request.POST:
        actions.end_code(draft, by=request.user)
        messages.success(request, _("De code werkt niet meer. Alleen jij kunt nu verder."))
        return redirect("programmes:apply_help", key=key)
    if request.method == "POST":
        code = actions.make_code(draft, by=request.user)
    context = context_of(draft.edition) | {
        "draft": draft,
        "code": code,
        "known": SupporterCode.objects.working().filter(application=draft).first(),
    }
    return render(request, "programmes/apply_help.html", context)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Where a code is typed; who helps already goes on."""
    if request.method != "POST" and actions.code_of(request.session.get(SESSION, "")):
        return redirect("programmes:help_step", number=1)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not limits.refuse(request, "supporter_code", form):
        typed, browser = form.cleaned_data["code"], request.session.get(SESSION, "")
        if not actions.is_held_by(typed, browser):
            browser = secrets.token_urlsafe(32)  # who helps with one draft after another never writes in the first
        if actions.use_code(typed, browser=browser):
            request.session.cycle_key()  # whoever knew this session before does not get what it now may do
            request.session[SESSION] = browser
            return redirect("programmes:help_step", number=1)
        form.refuse()
    return render(request, "programmes/help_enter.html", {"form": form}, status=limits.status_of(form))


def helping(view: HelpView) -> HelpView:
    """For the browser that holds a code which still works; others are asked for one."""

    @wraps(view)
    def held(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        code = actions.code_of(request.session.get(SESSION, ""))
        if code is None:
            return _ended(request)
        try:
            return view(request, code, **kwargs)
        except IllegalMove:  # ended or sent between two presses
            return _ended(request)

    return held


def _ended(request: HttpRequest) -> HttpResponse:
    request.session.pop(SESSION, None)
    return redirect("programmes:help")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@helping
def help_step(request: HttpRequest, code: SupporterCode, number: int) -> HttpResponse:
    """One page of questions, as far as the helper can answer them: nothing is required here."""
    draft = code.application
    pages = _pages(draft)
    if not 1 <= number <= max(len(pages), 1):
        raise Http404
    if not pages:
        return redirect("programmes:help_done")
    data, stamp = (request.POST, request.POST.get("stempel", "")) if request.method == "POST" else (None, "")
    form = AnswersForm(data, questions=pages[number - 1].questions, answers=answers_of(draft), partly=True)
    if form.is_valid():
        try:
            actions.help_answering(code, form.answers(), stamp=stamp)
        except Overtaken:
            form.add_error(None, overtaken_words())
            form.kept = answers_of(draft)
        else:
            onward = number < len(_pages(draft))
            return redirect("programmes:help_step", number=number + 1) if onward else redirect("programmes:help_done")
    return render(request, "programmes/help_step.html", _context(draft, pages, number) | _of(form))


def _of(form: AnswersForm) -> dict[str, Any]:
    return {"form": form, "kept_since": form.kept_otherwise() if form.is_bound and form.non_field_errors() else []}


def _pages(draft: Application) -> list[ApplicationStep]:
    """The steps that a helper sees: not the name, not a consent, not the sending."""
    return [one for one in steps_of(draft.edition, answers_of(draft)) if one.kind == "questions"]


def _context(draft: Application, pages: list[ApplicationStep], number: int) -> dict[str, Any]:
    draft.refresh_from_db(fields=["saved_at"])
    return context_of(draft.edition) | {
        "step": pages[number - 1],
        "number": number,
        "count": len(pages),
        "back": number - 1,
        "stamp": stamp_of(draft),
    }


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@helping
def help_done(request: HttpRequest, code: SupporterCode) -> HttpResponse:
    """All pages were there: what happens now, and leaving by a press."""
    if request.method == "POST":
        actions.leave(code)
        request.session.pop(SESSION, None)
        return render(request, "programmes/help_left.html")
    context = context_of(code.application.edition) | {"until": timezone.localdate(code.ends_at)}
    return render(request, "programmes/help_done.html", context)
