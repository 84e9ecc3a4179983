"""/mijn/mentor/: signing up as a mentor, her profile, her places, pause and stop."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import mentors
from mentoring.actions.profiles import save_mentor_profile
from mentoring.forms.profiles import MentorAbout, MentorWhen, MentorYou, PauseForm, SignUpForm
from mentoring.models import HeldOffice, Match, Mentor, MentorMaterial, MentorProfile
from mentoring.pseudonyms import called, preview_of_mentor
from mentoring.states import Side
from mentoring.status import status_of_mentor
from mentoring.vetting import code
from mentoring.vetting.badges import badge_of, badge_told, place_of
from mentoring.vetting.pausing import busy_times
from mentoring.vetting.policies import can_sign_code
from mentoring.views.people_pages import facts_in_words, shown_in_networks
from mentoring.views.profile_steps import ABOUT_YOU, HOW_AND_WHEN, WHAT_ABOUT, ProfileSteps
from people.access import needs, signed_in
from people.models import ConsentText
from people.roles import Visitor
from programmes.models import Programme

MOST_MATERIALS = 40

STEPS = ProfileSteps(
    model=MentorProfile,
    forms=((WHAT_ABOUT, MentorAbout), (HOW_AND_WHEN, MentorWhen), (ABOUT_YOU, MentorYou)),
    save=save_mentor_profile,
    overview="mentoring:mentor",
    step="mentoring:mentor_step",
    title=gettext_lazy("Jouw profiel als mentor"),
)


@signed_in
@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """For who mentors; for others what it is and where to begin."""
    own = list(Mentor.objects.of(request.user).with_programme().order_by("-asked_at"))
    profile, text = STEPS.of(request), code.current()
    held = HeldOffice.objects.filter(user=request.user).first() if own else None
    where = place_of(held) if held else ""
    context: dict[str, Any] = {
        "rows": [_row(request.user, mentor, text, (held, where)) for mentor in own],
        "materials": _materials(own),
        "office_is_told": held is not None,
        "can_sign_up": _open_to(request).exists(),
        "profile": profile if profile.pk else None,
        "keeps_profile": bool(profile.pk) or policies.can_keep_mentor_profile(request.user),
        "step_url": STEPS.step,
    }
    if isinstance(profile, MentorProfile) and profile.pk:
        taken = Match.objects.taking_a_place().filter(mentor__user=request.user).count()
        context |= {
            "parts": STEPS.parts(profile),
            **_preview(request, profile, own),
            "shown_name": request.user.name if profile.by_name and request.user.name else profile.display_name,
            "real_name": request.user.name,
            "taken": taken,
            "is_paused": profile.is_paused(),
        }
    return render(request, "mentoring/mentor.html", context)


def _preview(request: HttpRequest, profile: MentorProfile, own: list[Mentor]) -> dict[str, Any]:
    """As the next proposal shows her, in the programme that admitted her last."""
    told = preview_of_mentor(profile)
    admitted = [one for one in own if policies.is_admitted(one) and one.admitted_at]
    last = max(admitted, key=lambda one: (one.admitted_at, one.pk), default=None)
    return {
        "facts": facts_in_words(told, Side.MENTEE),
        "badge": badge_told(last, told, by_name=profile.by_name) if last else "",
        "network": shown_in_networks(request.user),
    }


def _materials(own: list[Mentor]) -> list[dict[str, Any]]:
    """What there is to read, by programme; for who is admitted there."""
    there = {one.programme_id: called(one.programme) for one in own if policies.is_admitted(one)}
    if not there:
        return []
    found = MentorMaterial.objects.filter(programme__in=there)[:MOST_MATERIALS]
    return [
        {"title": one.title, "url": one.link, "text": one.text, "facts": [there[one.programme_id]]} for one in found
    ]


def _row(user: Visitor, mentor: Mentor, code_now: ConsentText, told: tuple[HeldOffice | None, str]) -> dict[str, Any]:
    text, kind = status_of_mentor(mentor)
    return {
        "office": badge_of(mentor, *told),
        "signs": code.is_behind(mentor, code_now) and can_sign_code(user, mentor),
        "is_signed": code.is_signed(mentor),
        "title": called(mentor.programme),
        "text": text,
        "badge": {"kind": kind, "label": mentor.get_state_display()},
        "key": mentor.key,
        "chosen": policies.is_admitted(mentor),
        "shows_stop": policies.shows_mentor_move(user, mentor, "stop"),
    }


def _open_to(request: HttpRequest) -> QuerySet[Programme]:
    """Programmes that look for mentors and where this person is none yet."""
    there = Mentor.objects.of(request.user).not_stopped().values("programme")
    looking = Programme.objects.looking_for_mentors().with_sensitivity().exclude(pk__in=there)
    return looking.prefetch_related("carriers__organisation")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    programmes = list(_open_to(request))
    data = request.POST if request.method == "POST" else None
    form = SignUpForm(data, user=request.user, programmes=programmes) if programmes else None
    if form is not None and form.is_valid():
        try:
            read = code.version_in(request.POST.get("versie", ""))
            mentors.sign_up_mentor(form.chosen(), by=request.user, name=form.cleaned_data["name"], version=read)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Je aanmelding als mentor is binnen. Vul nu je profiel in."))
            profile = STEPS.of(request)
            return redirect("mentoring:mentor") if profile.is_complete else redirect(STEPS.step, number=1)
    text = code.current()
    context = {"form": form, "rules": code.rules(text), "version": text.version}
    return render(request, "mentoring/mentor_sign_up.html", context)


@needs(policies.can_keep_mentor_profile)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, number: int) -> HttpResponse:
    return STEPS.page(request, number)


@needs(policies.can_keep_mentor_profile)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest) -> HttpResponse:
    profile = STEPS.of(request)
    if profile.pk is None:
        return redirect(STEPS.step, number=1)
    if request.method == "POST" and "weer-beginnen" in request.POST:
        mentors.resume_mentor(by=request.user)
        messages.success(request, _("Je pauze is voorbij. Je kunt weer voorstellen krijgen."))
        return redirect("mentoring:mentor")
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        mentors.pause_mentor(by=request.user, until=form.cleaned_data["until"])
        messages.success(request, _("Je hebt pauze. Wie je nu helpt, blijft bij je."))
        return redirect("mentoring:mentor")
    context = {"form": form, "profile": profile, "hints": busy_times()}
    return render(request, "mentoring/mentor_pause.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asked first: pairs that go on end with it."""
    mentor = get_object_or_404(Mentor.objects.of(request.user).select_related("programme", "user"), key=key)
    if not policies.shows_mentor_move(request.user, mentor, "stop"):
        return redirect("mentoring:mentor")  # pressed before, perhaps in another window
    if request.method == "POST":
        mentors.stop_mentor(mentor, by=request.user)
        messages.success(request, _("Je bent hier geen mentor meer. Dank je wel."))
        return redirect("mentoring:mentor")
    pairs = Match.objects.active().filter(mentor=mentor).count()
    return render(request, "mentoring/mentor_stop.html", {"title": called(mentor.programme), "pairs": pairs})
