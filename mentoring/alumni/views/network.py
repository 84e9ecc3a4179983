"""/mijn/netwerk/: standing in the network of a programme, finding others in it, and leaving by one press."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import Refused
from mentoring.alumni import network, policies, questions
from mentoring.alumni.consent_purposes import NETWORK
from mentoring.alumni.forms import FindForm, JoinForm, NetworkForm, QuestionForm
from mentoring.alumni.looking import SeenEnough, look
from mentoring.alumni.models import NetworkMember
from mentoring.alumni.words import event_rows, facts_of, network_row, row_of, used
from people.access import signed_in
from people.models import ConsentText, User
from people.seen import Role, What, note_view
from programmes.models import Event, Programme
from programmes.safety import hiding, threat

PER_PAGE, MOST = 10, 50


@signed_in
@never_cache
@require_safe
def networks(request: HttpRequest) -> HttpResponse:
    """Those of this person and those she may join; and what was asked."""
    own = {member.programme_id: member for member in NetworkMember.objects.of(request.user).standing()}
    context = {
        "rows": [network_row(programme, own.get(programme.pk)) for programme in network.open_to(request.user)],
        "to_answer": questions.asked_of(request.user).filter(answered_at=None)[:MOST],
        "asked": questions.asked_by(request.user)[:MOST],
    }
    return render(request, "mentoring/alumni/networks.html", context)


def _programme(request: HttpRequest, key: UUID) -> Programme:
    found = get_object_or_404(Programme.objects.with_sensitivity(), key=key)
    if not policies.can_join_network(request.user, found):
        raise Http404
    return found


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who stands in it, for who does so herself; for others the way in. A POST says "ik blijf"."""
    programme = _programme(request, key)
    own = NetworkMember.objects.of(request.user).standing().filter(programme=programme).first()
    if own is None:
        return redirect("mentoring:network_join", key=key)
    if request.method == "POST":
        network.renew_member(own, by=request.user)
        messages.success(request, _("Je blijft in het netwerk, een jaar vanaf nu."))
        return redirect("mentoring:network", key=key)
    return _list(request, programme, own)


def _list(request: HttpRequest, programme: Programme, own: NetworkMember) -> HttpResponse:
    is_closed = threat.is_threatened(programme)
    form = FindForm(request.GET)
    chosen = form.chosen()
    found = [] if is_closed else _fitting(request.user, programme, chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    too_many, members = "", list(page)
    try:
        _look(members, request.user)
    except SeenEnough as enough:
        too_many, members = enough.text, []
    events = Event.objects.open_to(request.user).filter(programme=programme).going_ahead().upcoming()
    context = {
        "programme": programme,
        "title": network.name_of(programme),
        "own": own,
        "ends_soon": own.until - timezone.now() < network.ASKS_BEFORE,
        "is_hidden": hiding.is_hidden(request.user),
        "is_closed": is_closed,
        "page": page,
        "rows": [row_of(member) for member in members],
        "too_many": too_many,
        "filter_form": form,
        "chosen": len(chosen),
        "events": event_rows(events[:MOST]),
    }
    return render(request, "mentoring/alumni/network.html", context, status=429 if too_many else 200)


def _fitting(user: User, programme: Programme, chosen: dict[str, str]) -> list[NetworkMember]:
    """Topics are a list in a column, so they are read here and not asked of the database."""
    members = network.members_for(user, programme).order_by("key")
    if "provincie" in chosen:
        members = members.filter(province=chosen["provincie"])
    topic = chosen.get("onderwerp")
    return [member for member in members if topic is None or topic in member.topics]


def _look(members: list[NetworkMember], user: User) -> None:
    look(members, by=user)
    note_view([member.user for member in members], by=user, role=Role.PARTICIPANT, what=What.PROFILE)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, key: UUID) -> HttpResponse:
    """Filled in, looked at as others will see it, and only then saved."""
    programme = _programme(request, key)
    own = NetworkMember.objects.of(request.user).filter(programme=programme).first()
    typed = request.POST if request.method == "POST" else None
    if own is not None and own.until > timezone.now():
        form: NetworkForm = NetworkForm.of(own, typed)
    else:
        form = JoinForm(typed, initial=used(request.user))
    looks = "bekijk" in request.POST
    if looks and "agree" in form.fields:
        form.fields["agree"].required = False
    preview = None
    if form.is_valid():
        shown = {name: value for name, value in form.cleaned_data.items() if name in network.SHOWN}
        if not looks:
            network.join_network(programme, shown, by=request.user)
            messages.success(request, _("Bewaard. Zo sta je in het netwerk."))
            return redirect("mentoring:network", key=key)
        preview = NetworkMember(programme=programme, user=request.user, **shown)
    if looks and "agree" in form.fields:
        form.fields["agree"].required = True  # what comes next is the press that counts
    text = ConsentText.objects.newest(NETWORK.name)
    context = {
        "programme": programme,
        "title": network.name_of(programme),
        "own": own,
        "form": form,
        "preview": preview,
        "facts": facts_of(preview) if preview else [],
        "consent_words": text.words if text and "agree" in form.fields else "",
    }
    return render(request, "mentoring/alumni/network_join.html", context)


@signed_in
@never_cache
@require_POST
def leave(request: HttpRequest, key: UUID) -> HttpResponse:
    own = NetworkMember.objects.of(request.user).filter(programme__key=key).select_related("programme")
    network.leave_network(get_object_or_404(own).programme, by=request.user)
    messages.success(request, _("Je naam is weg uit het netwerk."))
    return redirect("mentoring:networks")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, key: UUID, member: UUID) -> HttpResponse:
    """One other, with what she chose to show; a POST asks her one thing."""
    programme = _programme(request, key)
    if not policies.can_see_network(request.user, programme):
        raise Http404
    found = get_object_or_404(network.members_for(request.user, programme), key=member)
    try:
        _look([found], request.user)
    except SeenEnough as enough:
        return render(
            request, "mentoring/alumni/enough.html", {"programme": programme, "text": enough.text}, status=429
        )
    form = QuestionForm(request.POST if request.method == "POST" else None)
    may_ask = policies.can_ask_member(request.user, found)
    if may_ask and form.is_valid():
        try:
            questions.ask_member(found, form.cleaned_data["words"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Je vraag is verstuurd. Komt er antwoord, dan krijg je mail."))
            return redirect("mentoring:networks")
    context: dict[str, Any] = {
        "programme": programme,
        "title": network.name_of(programme),
        "member": found,
        "row": row_of(found),
        "facts": facts_of(found),
        "form": form if may_ask else None,
    }
    return render(request, "mentoring/alumni/member.html", context)
