"""/mijn/drempels/: telling what stood in the way and what helped, and taking it away by one press."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import IllegalMove, Refused
from mentoring.alumni import policies
from mentoring.alumni.actions import barriers
from mentoring.alumni.consent_purposes import BARRIER_PUBLISHED
from mentoring.alumni.forms import BarrierForm, TellForm
from mentoring.alumni.models import Barrier
from mentoring.alumni.network import programmes_of
from mentoring.alumni.words import barrier_row
from people.access import public, signed_in
from people.models import ConsentText, User
from programmes.models import Participation, Programme
from programmes.states import ParticipationState


def _open_to(user: User) -> list[Programme]:
    """Of which programmes this person can tell something, the last one first."""
    own = Participation.objects.of(user).exclude(state=ParticipationState.LEFT).values("edition__programme")
    found = Programme.objects.filter(pk__in=own) | Programme.objects.filter(pk__in=programmes_of(user))
    return [programme for programme in found.distinct() if policies.can_tell_barrier(user, programme)]


@signed_in
@never_cache
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    rows = [barrier_row(barrier) for barrier in Barrier.objects.of(request.user).order_by("-told_at")]
    context = {"rows": rows, "programmes": _open_to(request.user)}
    return render(request, "mentoring/alumni/barriers.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, key: UUID) -> HttpResponse:
    programme = get_object_or_404(Programme, key=key)
    if not policies.can_tell_barrier(request.user, programme):
        raise Http404
    form = TellForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        language = get_language() or "nl"
        try:
            made = barriers.tell_barrier(programme, form.told(), by=request.user, language=language)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Dank je wel. De organisatie leest het, en daarna hoor je het."))
            return redirect("mentoring:barrier", key=made.key)
    text = ConsentText.objects.newest(BARRIER_PUBLISHED.name)
    context = {"form": form, "programme": programme, "consent_words": text.words if text else ""}
    return render(request, "mentoring/alumni/barrier_tell.html", context)


def _own(request: HttpRequest, key: UUID) -> Barrier:
    return get_object_or_404(Barrier.objects.of(request.user).select_related("user", "programme"), key=key)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def barrier(request: HttpRequest, key: UUID) -> HttpResponse:
    """How it stands. Before it is placed, and after it came back, she can change it here."""
    found = _own(request, key)
    can_change = policies.shows_barrier_move(request.user, found, "tell_again")
    form = BarrierForm.of(found, request.POST if request.method == "POST" else None)
    if can_change and form.is_valid():
        try:
            barriers.tell_barrier_again(found, form.told(), by=request.user)
        except IllegalMove:
            form.add_error(None, _("Dit staat intussen bij Kennis. Haal het weg als het niet meer klopt."))
        else:
            messages.success(request, _("Bewaard. De organisatie leest het opnieuw."))
            return redirect("mentoring:barrier", key=key)
    context = {
        "barrier": found,
        "row": barrier_row(found),
        "form": form if can_change else None,
    }
    return render(request, "mentoring/alumni/barrier.html", context)


@signed_in
@never_cache
@require_POST
def take_away(request: HttpRequest, key: UUID) -> HttpResponse:
    barriers.take_away_barrier(_own(request, key), by=request.user)
    messages.success(request, _("Weg. Het staat nergens meer op deze site."))
    return redirect("mentoring:barriers")


@public
@require_safe
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """As everyone may read it, in the language in which it was told. Never of which programme or by whom really."""
    shown = Barrier.objects.published().filter(language=get_language() or "nl")
    return render(request, "mentoring/alumni/read.html", {"barrier": get_object_or_404(shown, key=key)})
