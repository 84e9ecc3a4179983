"""Mentors at the desk: who signed up, what was looked at, and yes or no."""

from typing import Any
from uuid import UUID

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from lifecycle.journal import record
from mentoring import policies
from mentoring.actions.mentors import LOOKED_AT, admit_mentor, note_check, refuse_mentor, stop_mentor
from mentoring.desk.buttons import Button, in_order
from mentoring.desk.looking import OrganisersList, note_mentors, organisation_for
from mentoring.desk.vetting import office_of
from mentoring.models import Mentor, MentorProfile
from mentoring.pool import with_places
from mentoring.states import MentorState
from mentoring.vetting import code
from mentoring.vetting.missing import asked_in, missing
from people.access import needs
from people.desk_columns import DayColumn
from people.desk_days import DayInput
from people.models import User
from people.pressing import press
from people.roles import is_organiser
from programmes.models import Programme

VERBS = {
    "admit": (admit_mentor, _("Toelaten")),
    "refuse": (refuse_mentor, _("Niet toelaten")),
    "stop": (stop_mentor, _("Laten stoppen")),
}

WARNINGS = {
    "refuse": _("De mentor krijgt een mail dat het niet doorgaat. Dit kun je niet terugdraaien."),
    "stop": _("Alle koppels en voorstellen van deze mentor stoppen. Iedereen die het aangaat, krijgt een mail."),
}
CHOSEN = {
    "topics": _("Onderwerpen"),
    "help": _("Helpt bij"),
    "offices": _("Kent het ambt van"),
    "languages": _("Talen"),
    "slots": _("Kan op"),
    "ways": _("Spreekt graag"),
}


def _own_programmes(request: HttpRequest | None) -> QuerySet[Programme]:
    return Programme.objects.none() if request is None else Programme.objects.carried_by(request.user)


LACKING = {
    "talk": (_("gesprek"), Q(talked_on=None)),
    "code": (_("gedragscode"), Q(signed_on=None)),
    "office": (_("ambt controleren"), Q(office_checked_on=None)),
    "vog": (_("VOG"), Q(vog_on=None)),
    "profile": (_("profiel"), Q(user__mentor_profile=None)),
}
PLACES = {"room": (_("plek vrij"), Q(room__gt=0)), "full": (_("geen plek vrij"), Q(room__lte=0))}


def _choices(of: dict[str, tuple[Any, Q]]) -> list[tuple[str, Any]]:
    return [(name, label) for name, (label, _which) in of.items()]


class MentorFilter(WagtailFilterSet):
    programme = django_filters.ModelChoiceFilter(label=_("Programma"), queryset=_own_programmes)
    state = django_filters.ChoiceFilter(label=_("Stand"), choices=MentorState.choices)
    missing = django_filters.ChoiceFilter(label=_("Wat ontbreekt"), choices=_choices(LACKING), method="lacking")
    places = django_filters.ChoiceFilter(label=_("Plekken"), choices=_choices(PLACES), method="with_room")
    paused = django_filters.ChoiceFilter(
        label=_("Pauze"), choices=[("yes", _("heeft pauze")), ("no", _("geen pauze"))], method="on_pause"
    )

    def lacking(self, found: QuerySet[Mentor], name: str, value: str) -> QuerySet[Mentor]:
        """As the column says it: of who mentors or wants to, and a VOG where one is asked."""
        found = found.filter(LACKING[value][1], pk__in=Mentor.objects.going_on())
        if value == "vog":
            programmes = _own_programmes(self.request).values_list("pk", flat=True)
            return found.filter(programme__in=asked_in(programmes).vog)
        return found

    def with_room(self, found: QuerySet[Mentor], name: str, value: str) -> QuerySet[Mentor]:
        """`room` comes from mentoring.pool.with_places."""
        return found.filter(PLACES[value][1])

    def on_pause(self, found: QuerySet[Mentor], name: str, value: str) -> QuerySet[Mentor]:
        pauses = Q(user__mentor_profile__paused_until__gte=timezone.localdate())
        return found.filter(pauses) if value == "yes" else found.exclude(pauses)

    class Meta:
        model = Mentor
        fields: list[str] = []


def _room(mentor: Mentor) -> str:
    """Only of who mentors: places left of all her places."""
    if not policies.is_admitted(mentor) or mentor.capacity is None:
        return ""
    return gettext("%(room)s van %(capacity)s") % {"room": max(mentor.room, 0), "capacity": mentor.capacity}


class MentorIndexView(OrganisersList):
    model = Mentor
    page_title = _("Mentoren")
    header_icon = "user"
    index_url_name = "desk_mentors:index"
    index_results_url_name = "desk_mentors:index_results"
    filterset_class = MentorFilter
    when_empty = _("Er is nog geen mentor. Wie mentor wil worden, meldt zich aan op de site. Daarna staat die hier.")
    default_ordering = "-asked_at"
    columns = [
        TitleColumn(
            "user",
            label=_("Naam"),
            get_url=lambda mentor: reverse("desk_mentors:detail", args=[mentor.key]),
        ),
        Column("programme", label=_("Programma")),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        Column("room", label=_("Vrije plekken"), accessor=_room),
        Column("missing", label=_("Ontbreekt"), accessor=lambda mentor: ", ".join(mentor.lacks)),
        DayColumn("asked_at", label=_("Aangemeld"), sort_key="asked_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Mentor]:
        own = Mentor.objects.at_the_desk_of(self.request.user)
        return with_places(own).select_related("user", "programme")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return [
            HeaderButton(gettext("Materiaal voor mentoren"), url=reverse("desk_mentors:material"), icon_name="doc-full")
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        mentors = context["object_list"]
        note_mentors(mentors, self.request.user)
        asked = asked_in(mentor.programme_id for mentor in mentors)
        for mentor in mentors:
            mentor.lacks = missing(mentor, asked)
        return context


class LookedAtForm(forms.Form):
    """On which day something was looked at; of what was found nothing is kept."""

    def __init__(self, *args: Any, mentor: Mentor, **kwargs: Any) -> None:
        super().__init__(*args, initial={name: getattr(mentor, name) for name in LOOKED_AT}, **kwargs)
        for name in LOOKED_AT:
            label = capfirst(Mentor._meta.get_field(name).verbose_name)
            self.fields[name] = forms.DateField(label=label, required=False, widget=DayInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, day in list(cleaned.items()):
            if day and day > timezone.localdate():
                self.add_error(name, gettext("Deze dag is nog niet geweest. Kies vandaag, of een dag daarvoor."))
        return cleaned


def _mentor(request: HttpRequest, key: UUID) -> Mentor:
    own = Mentor.objects.at_the_desk_of(request.user).select_related("user", "programme")
    return get_object_or_404(with_places(own), key=key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    mentor = _mentor(request, key)
    return _page(request, mentor, LookedAtForm(mentor=mentor))


@needs(is_organiser)
@require_POST
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    mentor = _mentor(request, key)
    form = LookedAtForm(request.POST, mentor=mentor)
    if not policies.can_vet_mentor(request.user, mentor):
        raise Http404
    if not form.is_valid():
        return _page(request, mentor, form)

    def act() -> str:
        note_check(mentor, by=request.user, **form.cleaned_data)
        return gettext("De data zijn bewaard.")

    press(request, act)
    return redirect("desk_mentors:detail", key=key)


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    mentor = _mentor(request, key)
    may = policies.can_stop_mentor if verb == "stop" else policies.can_vet_mentor
    if not may(request.user, mentor):
        raise Http404
    action, _label = VERBS[verb]

    def act() -> str:
        return gettext("De stand is nu: %(state)s.") % {"state": action(mentor, by=request.user).get_state_display()}

    press(request, act)
    return redirect("desk_mentors:detail", key=key)


def _page(request: HttpRequest, mentor: Mentor, form: LookedAtForm) -> HttpResponse:
    """One mentor with what she filled in; the look is journalled and told to her."""
    organisation = organisation_for(mentor, request.user)
    note_mentors([mentor], request.user)
    record(mentor, "view", by=request.user, scope=organisation.key if organisation else None)
    profile = MentorProfile.objects.filter(user=mentor.user).first()
    asked = asked_in([mentor.programme_id])
    buttons = _buttons(mentor, request.user)
    context = {
        "office": office_of(mentor),
        "lacks": missing(mentor, asked),
        "signed": code.rules(code.signed_text(mentor) or asked.text) if mentor.signed_on else [],
        "concern": profile.concern if profile else "",
        "mentor": mentor,
        "profile": profile,
        "rows": _rows(profile) if profile else [],
        "places": _room(mentor),
        "form": form,
        "can_vet": policies.can_vet_mentor(request.user, mentor),
        **in_order(buttons),
        "leads_on": any(button.leads_on for button in buttons),
        "breadcrumbs_items": [
            {"url": reverse("desk_mentors:index"), "label": gettext("Mentoren")},
            {"url": "", "label": str(mentor.user)},
        ],
    }
    return render(request, "mentoring/desk/mentor.html", context)


def _buttons(mentor: Mentor, user: User) -> list[Button]:
    """ "Toelaten" leads on once they talked and she signed. Who is not admitted need not be made to stop as well."""
    shown = [verb for verb in VERBS if policies.shows_mentor_move(user, mentor, verb)]
    if "refuse" in shown:
        shown.remove("stop")
    return [
        Button(
            VERBS[verb][1],
            reverse("desk_mentors:move", args=[mentor.key, verb]),
            leads_on=bool(verb == "admit" and mentor.talked_on and mentor.signed_on),
            warning=WARNINGS.get(verb, ""),
        )
        for verb in shown
    ]


def _rows(profile: MentorProfile) -> list[dict[str, Any]]:
    """What she chose, field by field, said to somebody else than her."""
    rows = []
    for name, label in CHOSEN.items():
        field = MentorProfile._meta.get_field(name)
        chosen = [str(words) for value, words in field.of.choices if value in getattr(profile, name)]
        rows.append({"label": label, "value": ", ".join(chosen)})
    rows.insert(3, {"label": _("Provincie"), "value": profile.province or _("heel Nederland")})
    return rows
