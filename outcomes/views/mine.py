"""/mijn/cijfers/: what somebody says of herself for the figures, changes, or takes back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from outcomes.actions import describe_yourself, take_back_description
from outcomes.forms import AboutYouForm
from outcomes.models import FunnelPerson
from people.access import signed_in


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about_you(request: HttpRequest) -> HttpResponse:
    person = FunnelPerson.objects.of(request.user).first()
    if request.method == "POST":
        form = AboutYouForm(request.POST)
        if form.is_valid():
            describe_yourself(request.user, **form.cleaned_data)
            messages.success(request, _("Bewaard. Je kunt het altijd veranderen of wissen."))
            return redirect("outcomes:about_you")
    else:
        form = AboutYouForm(initial=person.description() if person else {})
    is_filled = bool(person and person.is_described)
    return render(request, "outcomes/about_you.html", {"form": form, "is_filled": is_filled})


@signed_in
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    take_back_description(request.user)
    messages.success(request, _("Gewist. Er staat niets meer over jou voor de cijfers."))
    return redirect("outcomes:about_you")
