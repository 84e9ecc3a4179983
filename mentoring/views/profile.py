"""/mijn/profiel/: what someone who looks for a mentor tells, and how others see that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.profiles import save_mentee_profile
from mentoring.forms.profiles import MenteeAbout, MenteeWhen, MenteeYou
from mentoring.models import MenteeProfile
from mentoring.policies import can_keep_mentee_profile
from mentoring.pseudonyms import preview_of_mentee
from mentoring.states import Side
from mentoring.views.people_pages import facts_in_words, shown_in_networks
from mentoring.views.profile_steps import ABOUT_YOU, HOW_AND_WHEN, WHAT_ABOUT, ProfileSteps
from people.access import needs

STEPS = ProfileSteps(
    model=MenteeProfile,
    forms=((WHAT_ABOUT, MenteeAbout), (HOW_AND_WHEN, MenteeWhen), (ABOUT_YOU, MenteeYou)),
    save=save_mentee_profile,
    overview="mentoring:profile",
    step="mentoring:profile_step",
    title=_("Jouw profiel voor een mentor"),
)


@needs(can_keep_mentee_profile)
@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    profile = STEPS.of(request)
    if profile.pk is None:
        return redirect("mentoring:profile_step", number=1)
    context = {
        "profile": profile,
        "parts": STEPS.parts(profile),
        "step_url": STEPS.step,
        "facts": facts_in_words(preview_of_mentee(profile), Side.MENTOR),
        "real_name": request.user.name,
        "network": shown_in_networks(request.user),
    }
    return render(request, "mentoring/profile.html", context)


@needs(can_keep_mentee_profile)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, number: int) -> HttpResponse:
    return STEPS.page(request, number)
