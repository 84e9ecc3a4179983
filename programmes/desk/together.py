"""The same answer to several people: choose whom, write to each, read all of it back, send.

What somebody typed stays with every step back, and when a colleague was first.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.core.validators import MaxLengthValidator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lifecycle.errors import Refused
from people.access import needs
from people.roles import is_organiser
from people.typed import PlainTextField
from programmes.actions.together import MOST_TOGETHER, NotTogether, decide_together
from programmes.decision_words import LONGEST, why_no_reason
from programmes.desk.application import letter_of
from programmes.desk.decision_forms import VERBS, UntilForm
from programmes.desk.edition_overview import Tile
from programmes.desk.looking import note_list
from programmes.desk.own import own_edition
from programmes.desk.reviewing import as_key
from programmes.models import Application, Conversation, Edition


class TogetherForm(UntilForm):
    """A last day for all of them, and words for each; nobody's words are another's."""

    def __init__(self, *args: Any, applications: list[Application], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.applications = applications
        if self.verb != "offer":
            del self.fields["until"]
        for application in applications:
            self.fields[self.name_of(application)] = _words_for(str(application.user))

    @staticmethod
    def name_of(application: Application) -> str:
        return f"words-{application.key}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for application in self.applications:
            words = cleaned.get(self.name_of(application))
            if self.verb == "refuse" and words and (why_not := why_no_reason(words)):
                self.add_error(self.name_of(application), f"{application.user}: {why_not}")
        return cleaned

    def words(self) -> dict[Application, str]:
        """Of a valid form, in the order of the page."""
        return {one: self.cleaned_data[self.name_of(one)] for one in self.applications}

    def parts(self) -> list[tuple[Application, forms.BoundField]]:
        return [(one, self[self.name_of(one)]) for one in self.applications]


def _words_for(name: str) -> forms.Field:
    too_long = _("De woorden voor %(name)s zijn te lang. Het mag 1000 tekens zijn.") % {"name": name}
    return PlainTextField(
        label=name,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("%(name)s heeft nog geen woorden. Schrijf een zin.") % {"name": name}},
        validators=[MaxLengthValidator(LONGEST, message=too_long)],
    )


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """Without an edition: which one. Then whom; then what each reads; then all of it once more; then it goes."""
    key = as_key(request.POST.get("edition") or request.GET.get("edition"))
    if key is None:
        return _which_edition(request)
    edition = own_edition(request, key)
    verb, chosen = request.POST.get("verb", ""), request.POST.getlist("who")
    if request.method != "POST" or "choose" in request.POST:
        return _whom(request, edition)
    if verb not in VERBS or not chosen or len(chosen) > MOST_TOGETHER:
        return _whom(request, edition, fault=_what_is_missing(verb, chosen))
    return _write(request, edition, verb, _chosen(request, edition, chosen))


def _open_ones(request: HttpRequest, edition: Edition) -> Any:
    """Who can be answered: with the organisation, agreed to be seen, and never oneself."""
    own = Application.objects.at_the_desk_of(request.user).filter(edition=edition).undecided().agreed()
    found = own.exclude(user=request.user.pk).with_consent_asked().select_related("user", "edition__programme")
    return found.order_by("submitted_at", "pk")


def _chosen(request: HttpRequest, edition: Edition, keys: list[str]) -> list[Application]:
    """Those chosen, also who was answered meanwhile: that is said of her, not hidden."""
    own = Application.objects.at_the_desk_of(request.user).filter(edition=edition).agreed()
    found = own.exclude(user=request.user.pk).with_consent_asked().select_related("user", "edition__programme")
    return list(found.filter(key__in=[key for key in map(as_key, keys) if key]).order_by("submitted_at", "pk"))


def _typed(request: HttpRequest) -> dict[str, str]:
    """What was filled in before: it goes along with each step back."""
    return {name: value for name, value in request.POST.items() if name.startswith("words-") or name == "until"}


def _what_is_missing(verb: str, chosen: list[str]) -> str:
    if verb not in VERBS:
        return _("Kies welk antwoord zij krijgen.")
    if not chosen:
        return _("Kies wie dit antwoord krijgen.")
    return _("Kies hoogstens %(most)s mensen tegelijk.") % {"most": MOST_TOGETHER}


def _which_edition(request: HttpRequest) -> HttpResponse:
    own = Application.objects.at_the_desk_of(request.user).undecided()
    rows = (
        own.values("edition__key", "edition__name", "edition__programme__name")
        .annotate(number=Count("pk"))
        .order_by("edition__programme__name", "edition__name", "edition")[:100]
    )
    context = {"rows": rows, "breadcrumbs_items": _breadcrumbs()}
    return render(request, "programmes/desk/together_edition.html", context)


def _whom(request: HttpRequest, edition: Edition, fault: str = "") -> HttpResponse:
    page = Paginator(_open_ones(request, edition), MOST_TOGETHER).get_page(request.GET.get("p"))
    note_list(list(page), request.user)
    context = {
        "edition": edition,
        "page": page,
        "fault": fault,
        "chosen": _chosen_before(request, page),
        "typed": _typed(request),
        "verb": request.POST.get("verb", "") or request.GET.get("verb", ""),
        "verbs": [{"verb": verb, "label": decision.label} for verb, decision in VERBS.items()],
        "breadcrumbs_items": _breadcrumbs(),
    }
    return render(request, "programmes/desk/together_whom.html", context, status=422 if fault else 200)


def _chosen_before(request: HttpRequest, page: Page) -> set[str]:
    """What was ticked; coming from the talks of an edition (`?talked=`), those whose talk was held."""
    if "talked" not in request.GET:
        return set(request.POST.getlist("who"))
    talked = Conversation.objects.held().filter(application__in=[one.pk for one in page])
    return {str(key) for key in talked.values_list("application__key", flat=True)}


def _write(request: HttpRequest, edition: Edition, verb: str, applications: list[Application]) -> HttpResponse:
    step = next((name for name in ("send", "read") if name in request.POST), "")
    given = {"applications": applications, "edition": edition, "verb": verb}
    form = TogetherForm(request.POST, **given) if step else TogetherForm(initial=_typed(request), **given)
    note_list(applications, request.user)
    if not step or not form.is_valid():
        return _writing(request, edition, form)
    if step == "read":
        return _reading(request, edition, form)
    try:
        decide_together(edition, verb, form.words(), by=request.user, **form.when())
    except NotTogether as stopped:
        for application, why in stopped.faults.items():
            form.add_error(form.name_of(application), f"{application.user}: {why}")
        return _writing(request, edition, form, status=409)
    except Refused as refused:
        form.add_error(None, refused.text)
        return _writing(request, edition, form, status=409)
    done = ngettext("%(count)s persoon krijgt antwoord.", "%(count)s mensen krijgen antwoord.", len(applications))
    messages.success(request, done % {"count": len(applications)})
    return redirect(f"{reverse('desk_applications:index')}?edition={edition.pk}")


def _context(edition: Edition, form: TogetherForm) -> dict[str, Any]:
    return {
        "edition": edition,
        "form": form,
        "verb": form.verb,
        "decision": VERBS[form.verb],
        "breadcrumbs_items": _breadcrumbs(),
    }


def _writing(request: HttpRequest, edition: Edition, form: TogetherForm, status: int = 200) -> HttpResponse:
    return render(request, "programmes/desk/together_write.html", _context(edition, form), status=status)


def _reading(request: HttpRequest, edition: Edition, form: TogetherForm) -> HttpResponse:
    until = form.cleaned_data.get("until")
    letters = [
        {
            "application": one,
            "words": words,
            "mail": letter_of(one, form.verb, until),
        }
        for one, words in form.words().items()
    ]
    context = _context(edition, form) | {"letters": letters, "until": until}
    return render(request, "programmes/desk/together_read.html", context)


def _breadcrumbs() -> list[dict[str, str]]:
    return [
        {"url": reverse("desk_applications:index"), "label": _("Aanmeldingen")},
        {"url": "", "label": _("Samen beslissen")},
    ]


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    if not is_organiser(request.user) or not _open_ones(request, edition).exists():
        return None
    return Tile(
        _("Samen beslissen"),
        _("Geef meer mensen tegelijk hetzelfde antwoord, ieder in eigen woorden."),
        f"{reverse('desk_applications:together')}?edition={edition.key}",
    )
