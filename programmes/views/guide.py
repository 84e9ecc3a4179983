"""The guide: one page, by GET alone. Nothing is stored; the address holds the answers and can be shared."""

from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from people.access import public
from programmes.choices import Province
from programmes.guide import words
from programmes.guide.facts import Candidate, candidates
from programmes.guide.forms import GuideForm
from programmes.guide.rules import Advice, Fit, advise
from programmes.page_facts import badge, row_facts, takes_applications

MOST_FITS = 6
MOST_MISSED = 3


@public
def guide(request: HttpRequest) -> HttpResponse:
    asked = [name for name in GuideForm.base_fields if name in request.GET]
    form = GuideForm(request.GET) if asked else GuideForm()
    context: dict[str, object] = {"form": form, "advice": None, "other_ways": words.OTHER_WAYS}
    if asked and form.is_valid():
        known = candidates()
        advice = advise(form.answers(), [candidate.facts for candidate in known.values()])
        context["advice"] = _shown(advice, known) | {"tell_url": _tell_url(form.cleaned_data.get("waar", ""))}
        context["share_url"] = f"{request.path}?{urlencode(_given(form))}"
    return render(request, "programmes/guide.html", context)


def _shown(advice: Advice, known: dict[str, Candidate]) -> dict[str, object]:
    return {
        "is_empty": advice.is_empty,
        "now": [_fit(fit, known) for fit in advice.now[:MOST_FITS]],
        "later": [_fit(fit, known) for fit in advice.later[:MOST_FITS]],
        "missed": [
            {
                "page": known[missed.programme.key].page,
                "why": [words.MISSES[reason] for reason in missed.why],
            }
            for missed in advice.missed[:MOST_MISSED]
        ],
    }


def _given(form: GuideForm) -> dict[str, str]:
    """The answers and nothing else that stood in the address: this is what is passed on."""
    return {name: form.cleaned_data[name] for name in form.fields if form.cleaned_data[name]} or {"ambt": ""}


def _tell_url(where: str) -> str:
    """For who finds nothing open: one mail when something opens, there where she is."""
    return reverse("programmes:tell_me") + (f"?waar={quote(where)}" if where in Province.values else "")


def _fit(fit: Fit, known: dict[str, Candidate]) -> dict[str, object]:
    candidate = known[fit.programme.key]
    key = candidate.programme.key
    from_age = [_("Vanaf %(age)s jaar") % {"age": candidate.edition.minimum_age}] if candidate.edition else []
    return {
        "page": candidate.page,
        "facts": [*row_facts(candidate.programme), *from_age],
        "badge": badge(candidate.edition),
        "tell_url": ""
        if takes_applications(candidate.edition)
        else reverse("programmes:tell_me_of", kwargs={"key": key}),
        "reasons": [words.REASONS[reason] for reason in fit.reasons],
        "doubts": [words.DOUBTS[doubt] for doubt in fit.doubts],
    }
