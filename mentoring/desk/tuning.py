"""Other weights for one round: try them, see who gains and who loses, and keep them or not."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lifecycle.errors import IllegalMove, Refused
from mentoring import policies
from mentoring.actions import rounds
from mentoring.desk.looking import note_mentors, note_participants
from mentoring.desk.own_rounds import own_round
from mentoring.desk.words import fit_in_words
from mentoring.matching import CODES, Rehearsal, load_weights
from mentoring.models import Round
from mentoring.pool import Pool
from people.access import needs
from people.models import User
from people.roles import is_organiser

MOST_NAMED = 25
LABELS = {
    "topics": _("Onderwerpen"),
    "help": _("Hulp die iemand zoekt"),
    "office": _("Het ambt"),
    "province": _("Dezelfde provincie"),
    "language": _("Talen"),
    "availability": _("Wanneer zij kunnen"),
    "way": _("Hoe zij elkaar spreken"),
}


class WeightsForm(forms.Form):
    """A number for each thing that counts, within the bounds of the file."""

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = load_weights()
        for code in CODES:
            bounds = usual.bounds[code]
            said = {
                "what": LABELS[code],
                "usual": usual.weight[code],
                "least": bounds.least,
                "most": bounds.most,
            }
            wrong = gettext("%(what)s: kies een heel getal van %(least)s tot %(most)s.") % said
            self.fields[code] = forms.IntegerField(
                label=LABELS[code],
                min_value=bounds.least,
                max_value=bounds.most,
                initial=round.tuned.get(code, usual.weight[code]),
                help_text=gettext("Van %(least)s tot %(most)s. Gewoon is %(usual)s.") % said,
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
            )
        self.fields["raises_worst_off"] = forms.BooleanField(
            label=_("Help eerst wie het slechtst past"),
            help_text=_("Niemand krijgt een slechtere mentor dan nodig is."),
            required=False,
            initial=round.raises_worst_off,
        )

    @property
    def weights(self) -> dict[str, int]:
        return {code: self.cleaned_data[code] for code in CODES}


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def tune(request: HttpRequest, key: UUID) -> HttpResponse:
    """A GET tries and keeps nothing; the POST keeps the weights for this round and computes it again."""
    round = own_round(request, key)
    if not policies.shows_round_move(request.user, round, "compute"):
        messages.error(request, gettext("Deze ronde is al verstuurd. De gewichten veranderen niet meer."))
        return redirect("desk_rounds:detail", key=key)
    given = request.POST if request.method == "POST" else request.GET
    form = WeightsForm(given or None, round=round)
    tried = None
    if form.is_bound and form.is_valid():
        try:
            if request.method == "POST":
                return _keep(request, round, form)
            tried = _tried(*_rehearsed(round, form, request.user), request.user)
        except Refused as refused:
            messages.error(request, refused.text)
        except IllegalMove:
            messages.error(request, gettext("Dat kan nu niet meer: de stand is intussen veranderd."))
    context = {
        "round": round,
        "form": form,
        "tried": tried,
        "breadcrumbs_items": [
            {"url": reverse("desk_rounds:index"), "label": gettext("Koppelrondes")},
            {"url": reverse("desk_rounds:detail", args=[key]), "label": round.edition.name},
            {"url": "", "label": gettext("Gewichten")},
        ],
    }
    return render(request, "mentoring/desk/tuning.html", context)


def _keep(request: HttpRequest, round: Round, form: WeightsForm) -> HttpResponse:
    raises = form.cleaned_data["raises_worst_off"]
    rounds.tune_round(round, by=request.user, weights=form.weights, raises_worst_off=raises)
    rounds.ask_to_compute(round, by=request.user)
    messages.success(request, gettext("Bewaard voor deze ronde. De koppels zijn opnieuw gezocht."))
    return redirect("desk_rounds:detail", key=round.key)


def _rehearsed(round: Round, form: WeightsForm, by: User) -> tuple[Pool, Rehearsal]:
    raises = form.cleaned_data["raises_worst_off"]
    return rounds.rehearse_round(round, load_weights().tuned(**form.weights), by=by, raises_worst_off=raises)


def _tried(pool: Pool, found: Rehearsal, by: User) -> dict[str, Any]:
    """Who gains and who loses, the most first; how many there are, and the first of them by name."""
    named = {"gains": found.gains, "losses": found.losses, "moved": found.moved}
    shown = [change for changes in named.values() for change in changes[:MOST_NAMED]]
    note_participants([pool.participations[change.mentee] for change in shown], by)
    mentors = {pair.mentor for change in shown for pair in (change.before, change.after) if pair}
    note_mentors([pool.mentors[key] for key in sorted(mentors)], by)
    titles = {
        "gains": gettext("Gaan erop vooruit"),
        "losses": gettext("Gaan erop achteruit"),
        "moved": gettext("Krijgen een ander, even goed"),
    }
    return {
        "changes": len(found.gains) + len(found.losses) + len(found.moved),
        "groups": [
            {
                "id": kind,
                "title": titles[kind],
                "number": len(changes),
                "rows": [_row(pool, change) for change in changes[:MOST_NAMED]],
            }
            for kind, changes in named.items()
            if changes
        ],
    }


def _row(pool: Pool, change: Any) -> dict[str, Any]:
    return {
        "name": pool.participations[change.mentee].user,
        "before": _pair(pool, change.before),
        "after": _pair(pool, change.after),
    }


def _pair(pool: Pool, pair: Any) -> str:
    if pair is None:
        return gettext("geen mentor")
    return f"{pool.mentors[pair.mentor].user} ({fit_in_words(pair.score.total)})"
