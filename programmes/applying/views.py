"""Applying, a step at a time: each step is saved here before the next one is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import public, signed_in
from programmes import page_facts
from programmes.actions import applications
from programmes.applying.autosave import (
    Overtaken,
    is_overtaken_by_help,
    keep_typing,
    keep_what_was_right,
    overtaken_words,
    stamp_of,
)
from programmes.applying.forms import AboutYouForm, AnswersForm, ConsentForm, OwnWordsForm
from programmes.applying.pages import consent_words, context_of, kept_at, overview_rows
from programmes.applying.steps import ApplicationStep, answers_of, asked, consent_purpose, first_unfinished, steps_of
from programmes.models import Application, Edition


def _edition(key: UUID) -> Edition:
    """An announced edition; one in preparation does not exist for who applies."""
    return get_object_or_404(Edition.objects.announced().select_related("programme"), key=key)


def _application(request: HttpRequest, edition: Edition) -> Application | None:
    found = Application.objects.of(request.user).filter(edition=edition).select_related("user").first()
    if found:
        found.edition = edition
    return found


def _already_sent(request: HttpRequest, application: Application) -> HttpResponse:
    messages.info(request, _("Je hebt je al aangemeld. Je hoeft niets meer te doen."))
    return redirect("programmes:application", key=application.key)


def _stopped(request: HttpRequest, edition: Edition, application: Application | None) -> HttpResponse:
    """The term is over or has not begun: what that means for what was typed, and what helps now."""
    context = context_of(edition) | {
        "has_draft": application is not None,
        "term": page_facts.term(edition),
    }
    return render(request, "programmes/apply_stopped.html", context, status=409 if request.method == "POST" else 200)


@public
@never_cache
@require_safe
def start(request: HttpRequest, key: UUID) -> HttpResponse:
    """For whom it is. "Dit is voor mij, verder" leads on and is kept nowhere."""
    edition = _edition(key)
    application = _application(request, edition)
    if application and application.is_sent:
        return _already_sent(request, application)
    if not edition.is_open():
        return _stopped(request, edition, application)
    context = context_of(edition) | {
        "steps_count": len(steps_of(edition)),
        "may_be_fewer": any(question.shown_if_id for question in asked(edition)),
        "has_draft": application is not None and application.is_draft,
        "for_whom": page_facts.for_whom(edition.programme),
        "is_full": page_facts.term(edition)["is_full"],
    }
    return render(request, "programmes/apply_start.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """One step of the form; the last one is the overview from which the application is sent."""
    edition = _edition(key)
    application = _application(request, edition)
    if application and application.is_sent:
        return _already_sent(request, application)
    steps = steps_of(edition, answers_of(application) if application else None)
    if not 1 <= number <= len(steps):
        raise Http404
    here = steps[number - 1]
    has_draft = application is not None and application.is_draft
    if not has_draft and number > 1:
        return redirect("programmes:apply_step", key=key, number=1)
    if not edition.is_open() and not (has_draft and request.method == "POST"):
        return _stopped(request, edition, application)
    try:
        return _FORMS[here.kind](StepRequest(request, edition, application, steps, here))
    except applications.Closed:
        return _stopped(request, edition, _application(request, edition))
    except applications.AlreadySent:
        return _already_sent(request, get_object_or_404(Application.objects.of(request.user), edition=edition))


@dataclass(frozen=True)
class StepRequest:
    """A step of someone's form that is asked for or sent in."""

    request: HttpRequest
    edition: Edition
    application: Application | None
    steps: list[ApplicationStep]
    here: ApplicationStep

    @property
    def draft(self) -> Application:
        """The application, which only the first step can do without."""
        if self.application is None:
            raise Http404
        return self.application

    @property
    def data(self) -> QueryDict | None:
        """What was sent, also when that is nothing: an empty form is bound too."""
        return self.request.POST if self.request.method == "POST" else None

    def onward(self) -> HttpResponse:
        """To the next step, or back to the overview for who came from there; what was typed is kept by now."""
        if not self.edition.is_open():
            return _stopped(self.request, self.edition, _application(self.request, self.edition))
        number = self.here.number + 1
        if "naar-overzicht" in self.request.POST:  # the answers may have made the form longer or shorter
            number = len(steps_of(self.edition, answers_of(self.draft)))
        return redirect("programmes:apply_step", key=self.edition.key, number=number)

    def show(self, form: BaseForm | None, **more: Any) -> HttpResponse:
        here, application = self.here, self.application
        context = context_of(self.edition) | {
            "form": form,
            "step": here,
            "steps_count": len(self.steps),
            "stepper": [{"label": capfirst(one.title), "state": _progress(one, here)} for one in self.steps],
            "back": here.number - 1,
            "next": here.number + 1,
            **_draft_facts(application),
            "from_overview": "overzicht" in self.request.GET or "naar-overzicht" in self.request.POST,
            **more,
        }
        return render(self.request, f"programmes/apply_{here.kind}.html", context)


def _draft_facts(application: Application | None) -> dict[str, Any]:
    """What a step of a draft says of it: when it was saved, and who may help."""
    if application is None or not application.is_draft:
        return {}
    return {"draft": application, "saved_at": application.saved_at, "stamp": stamp_of(application)}


def _you(at: StepRequest) -> HttpResponse:
    user = at.request.user
    initial = {"name": user.name, "old_enough": bool(at.application and at.application.old_enough)}
    form = AboutYouForm(at.data, edition=at.edition, initial=initial)
    if form.is_valid():
        with transaction.atomic():
            draft = at.application if at.application and at.application.is_draft else None
            begun = draft or applications.begin_application(at.edition, by=user)
            applications.introduce_yourself(begun, by=user, **form.cleaned_data)
        return at.onward()
    return at.show(form)


def _questions(at: StepRequest) -> HttpResponse:
    later = "later" in at.request.POST
    form = AnswersForm(at.data, questions=at.here.questions, answers=answers_of(at.draft), partly=later)
    overtaken = form.is_bound and is_overtaken_by_help(at.draft, at.request.POST.get("stempel", ""))
    if overtaken and form.is_valid():
        form.add_error(None, overtaken_words())
        return at.show(form, kept_since=form.kept_otherwise())
    if form.is_bound and not form.is_valid() and not overtaken:
        at.draft.saved_at = keep_what_was_right(at.draft, form.answers(), by=at.request.user).saved_at
    if form.is_valid():
        applications.save_answers(at.draft, form.answers(), by=at.request.user)
        if later:
            messages.success(at.request, _("Opgeslagen. Je kunt later verder, ook op een ander apparaat."))
            return redirect("people:mine")
        return at.onward()
    return at.show(form)


@signed_in
@never_cache
@require_POST
def keep(request: HttpRequest, key: UUID, number: int) -> JsonResponse:
    """What is being typed on a step, kept without a press; where that cannot be, why not."""
    edition = _edition(key)
    draft = Application.objects.of(request.user).drafts().filter(edition=edition).first()
    steps = steps_of(edition, answers_of(draft)) if draft else []
    here = next((one for one in steps if one.number == number and one.kind == "questions"), None)
    if draft is None or here is None:
        raise Http404
    form = AnswersForm(request.POST, questions=here.questions, answers=answers_of(draft), partly=True)
    form.is_valid()  # what is not right yet is said when the step is sent; the rest is kept
    try:
        kept = keep_typing(draft, form.answers(), stamp=request.POST.get("stempel", ""), by=request.user)
    except Overtaken as overtaken:
        return JsonResponse({"said": overtaken.text}, status=409)
    return JsonResponse({"said": kept_at(kept.saved_at), "stamp": stamp_of(kept)})


def _reveals(at: StepRequest) -> HttpResponse:
    form = ConsentForm(at.data) if consent_purpose(at.edition) else None
    if at.request.method == "POST" and (form is None or form.is_valid()):
        applications.agree_to_reveal(at.draft, by=at.request.user)
        return at.onward()
    return at.show(form, reveals=at.edition.get_reveals_display(), consent_words=consent_words(at.edition))


def _check(at: StepRequest) -> HttpResponse:
    unfinished = first_unfinished(at.draft)
    form = OwnWordsForm(at.data) if at.draft.helped_at else None
    if at.request.method == "POST" and (form is None or form.is_valid()):
        try:
            applications.submit_application(at.draft, by=at.request.user, own_words=form is not None)
        except (applications.Unfinished, applications.NotHerOwn):
            pass  # the overview says which step it is; somebody may have helped meanwhile
        else:
            return redirect("programmes:apply_done", key=at.edition.key)
    return at.show(form, rows=overview_rows(at.draft, at.steps), unfinished=unfinished)


_FORMS: dict[str, Callable[[StepRequest], HttpResponse]] = {
    "you": _you,
    "questions": _questions,
    "reveals": _reveals,
    "check": _check,
}


def _progress(one: ApplicationStep, here: ApplicationStep) -> str:
    return "done" if one.number < here.number else "now" if one.number == here.number else ""


@signed_in
@never_cache
@require_safe
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """It came in: what happens next, and by when."""
    edition = _edition(key)
    application = _application(request, edition)
    if application is None or not application.is_sent:
        return redirect("programmes:apply", key=key)
    context = context_of(edition) | {"application": application, "next_steps": page_facts.what_happens_next(edition)}
    return render(request, "programmes/apply_done.html", context)
