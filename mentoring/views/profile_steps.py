"""A profile as pages: one step each, saved before the next is shown; and all of it together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models.profile import Profile


@dataclass(frozen=True)
class ProfileSteps:
    """One kind of profile: its forms in order, what saves them, and where they stand."""

    model: type[Profile]
    forms: tuple[tuple[Promise, type], ...]
    save: Callable[..., Profile]
    overview: str
    step: str
    title: Promise

    def of(self, request: HttpRequest) -> Profile:
        """Hers, or an empty one that is not kept yet."""
        found = self.model._default_manager.filter(user=request.user).first()
        return found or self.model(user=request.user)

    def page(self, request: HttpRequest, number: int) -> HttpResponse:
        if not 1 <= number <= len(self.forms):
            raise Http404
        title, form_class = self.forms[number - 1]
        form = form_class(request.POST if request.method == "POST" else None, instance=self.of(request))
        if form.is_valid():
            self.save(form.answers(), by=request.user)
            return self._onward(request, number)
        return render(request, "mentoring/profile_step.html", self._context(request, number, title, form))

    def _context(self, request: HttpRequest, number: int, title: Promise, form: Any) -> dict[str, Any]:
        from_overview = "overzicht" in request.GET or "naar-overzicht" in request.POST
        return {
            "form": form,
            "title": capfirst(str(title)),
            "kicker": self.title,
            "number": number,
            "count": len(self.forms),
            "is_last": number == len(self.forms),
            "from_overview": from_overview,
            "overview_url": self.overview,
            "step_url": self.step,
            "back": number - 1,
            "stepper": [
                {"label": capfirst(str(name)), "state": _progress(place, number)}
                for place, (name, _form) in enumerate(self.forms, 1)
            ],
        }

    def _onward(self, request: HttpRequest, number: int) -> HttpResponse:
        if "later" in request.POST:
            messages.success(request, _("Opgeslagen. Je kunt later verder, ook op een ander apparaat."))
            return redirect("people:mine")
        if "naar-overzicht" in request.POST or number == len(self.forms):
            messages.success(request, _("Opgeslagen."))
            return redirect(self.overview)
        return redirect(self.step, number=number + 1)

    def parts(self, profile: Profile) -> list[dict[str, Any]]:
        """What was filled in, by step, with where to change it."""
        return [
            {"number": number, "title": capfirst(str(title)), "items": _items(form_class(instance=profile))}
            for number, (title, form_class) in enumerate(self.forms, 1)
        ]


def _items(form: Any) -> list[dict[str, str]]:
    return [
        {
            "label": field.label,
            "value": _in_words(form, field.name) or _("Nog niet ingevuld"),
            "who_sees": field.field.who_sees,
        }
        for field in form
    ]


def _in_words(form: Any, name: str) -> str:
    value = getattr(form.instance, name)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    options = dict(getattr(form.fields[name], "choices", []))
    if isinstance(value, list):
        return capfirst(", ".join(str(options[one]) for one in value if one in options))
    return capfirst(str(options[value])) if value in options else str(value)


def _progress(place: int, number: int) -> str:
    return "done" if place < number else "now" if place == number else ""


WHAT_ABOUT, HOW_AND_WHEN, ABOUT_YOU = (
    gettext_lazy("waarover"),
    gettext_lazy("hoe en wanneer"),
    gettext_lazy("over jou"),
)
