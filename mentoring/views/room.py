"""/mijn/koppel/: the place of a pair. The two alone open it, from the second yes on."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import matches, meetings
from mentoring.forms.meetings import SpokenForm
from mentoring.models import Enquiry, Match
from mentoring.pace import parts as pace
from mentoring.power import parts as power
from mentoring.pseudonyms import facts_of, told_to
from mentoring.room_parts import MakePart, RoomPart, beside, in_order
from mentoring.states import Side
from mentoring.talking import parts as talking
from mentoring.views import room_meetings
from mentoring.views.people_pages import facts_in_words, to_talk_to
from people.access import signed_in
from people.models import User
from programmes.safety import hiding


def own_pair(request: HttpRequest, key: UUID) -> tuple[Match, Side]:
    own = (
        Match.objects.pairs()
        .of(request.user)
        .select_related(
            "participation__edition__programme",
            "participation__user__mentee_profile",
            "mentor__user__mentor_profile",
            "pace",
        )
        .annotate(has_open_enquiry=Exists(Enquiry.objects.open().filter(match=OuterRef("pk"))))
    )
    match = get_object_or_404(own, key=key)
    return match, Side(match.side_of(request.user) or "")


def called(match: Match, side: Side) -> str:
    """The name of the one at this side: hers, or the one she chose when she gave no other."""
    return match.user_at(side).name or told_to(side.other, match).name or _("de ander")


@signed_in
@never_cache
@require_safe
def room(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    made = [part for make in PARTS if (part := make(request, match, side))]
    context = {
        "match": match,
        "other": called(match, side.other),
        "goes_on": policies.shows_planning(request.user, match),
        "main_parts": in_order(made),
        "aside_parts": beside(made),
    }
    return render(request, "mentoring/room.html", context)


def _who(request: HttpRequest, match: Match, side: Side) -> RoomPart:
    fold = _("Wie is %(name)s?") % {"name": called(match, side.other)}
    facts = _facts_of(match.user_at(side.other), side)
    return RoomPart("mentoring/room_who.html", {"facts": facts}, aside=True, fold=fold)


def _asked_first(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """What the organiser did not answer before there was a pair: now there is somebody else to ask."""
    if not (match.is_active and match.has_open_enquiry):  # type: ignore[attr-defined]
        return None
    open_still = match.enquiries.filter(side=side).open()
    if not open_still:
        return None
    fold = _("Wat je vooraf vroeg")
    return RoomPart(
        "mentoring/room_part_enquiries.html", {"enquiries": open_still}, aside=True, fold=fold, is_open=True
    )


def _help(request: HttpRequest, match: Match, side: Side) -> RoomPart:
    """Within reach, also of a pair that is over: whom to talk to, hiding by one press, and the way to report."""
    people = to_talk_to(match.participation.edition.programme, side)
    return RoomPart(
        "mentoring/room_help.html", {"people": people, "is_hidden": hiding.is_hidden(request.user)}, aside=True
    )


PARTS: tuple[MakePart, ...] = (
    room_meetings.to_confirm,
    pace.plan_to_agree,
    pace.spoken,
    pace.asked,
    pace.look_back,
    pace.paused,
    pace.outside,
    room_meetings.planned,
    talking.messages,
    room_meetings.held,
    pace.plan,
    _asked_first,
    _help,
    talking.contact,
    _who,
    power.roles,
    pace.otherwise,
)
"""What stands on the page, in the order of the screen; the first that asks for a press comes on top."""


def _facts_of(user: User, reader: Side) -> list[dict[str, str]]:
    """They know each other: all that matching looked at and that says who this is."""
    profile = getattr(user, "mentor_profile" if reader == Side.MENTEE else "mentee_profile", None)
    return facts_in_words(facts_of(profile), reader) if profile else []


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def spoken(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.shows_planning(request.user, match):
        return redirect("mentoring:room", key=key)
    since, other = timezone.localdate(match.active_at), called(match, side.other)
    initial = {"day": timezone.localdate()}
    form = SpokenForm(request.POST if request.method == "POST" else None, other=other, since=since, initial=initial)

    def save() -> None:
        about = {name: form.cleaned_data[name] for name in ("minutes", "way")}
        meetings.log_meeting(match, by=request.user, starts_at=form.starts_at(), **about)

    if form.is_valid() and saved_or_said(form, save):
        messages.success(request, _("Genoteerd. Het telt voor jullie allebei."))
        return redirect("mentoring:room", key=key)
    return render(request, "mentoring/meeting_spoken.html", {"match": match, "form": form, "other": other})


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asked first, done by a press; no reason needed."""
    match, side = own_pair(request, key)
    if not policies.shows_end(request.user, match):
        return redirect("mentoring:room", key=key)  # ended before, perhaps by the other one
    if request.method == "POST":
        matches.end_match(match, by=request.user)
        messages.success(request, _("Jullie koppel is afgesloten. De ander krijgt bericht."))
        return redirect("people:mine")
    return render(request, "mentoring/room_end.html", {"match": match, "other": called(match, side.other)})


def saved_or_said(form: Form, save: Callable[[], object]) -> bool:
    """What a rule refuses stands above the form, and nothing typed is lost."""
    try:
        save()
    except Refused as refused:
        form.add_error(None, refused.text)
        return False
    return True
