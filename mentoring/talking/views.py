"""/mijn/koppel/…/: reading and writing, sharing how one can be reached, and which mail comes of it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lifecycle.errors import Refused
from mentoring.kept_out import blocked_since
from mentoring.models import Match, PairMail
from mentoring.states import Side
from mentoring.talking import actions, parts, policies
from mentoring.talking.forms import ContactForm, MailChoiceForm, MessageForm
from mentoring.views.people_pages import to_talk_to
from mentoring.views.room import called, own_pair
from people.access import signed_in

ON_A_PAGE = 20


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def messages_of(request: HttpRequest, key: UUID) -> HttpResponse:
    """The oldest first, the last page of them to begin with. What is refused stays in the form."""
    match, side = own_pair(request, key)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _written(form, match, request):
        messages.success(request, _("Je bericht staat klaar."))
        return redirect(_to_the_last(match))
    blocked = blocked_since(match, side) is not None
    writes = policies.can_write_message(request.user, match) and not blocked
    context = _conversation(request, match, side) | {
        # What was typed stays, also where the pair ended meanwhile.
        "form": form if writes or form.is_bound else None,
        "is_blocked": blocked,
        "writes": writes,
    }
    return render(request, "mentoring/talking_messages.html", context)


def _written(form: Form, match: Match, request: HttpRequest) -> bool:
    try:
        actions.write_message(match, by=request.user, words=form.cleaned_data["words"])
    except Refused as refused:
        form.add_error(None, refused.text)
        return False
    return True


def _to_the_last(match: Match) -> str:
    return reverse("mentoring:messages", kwargs={"key": match.key}) + "#laatste"


def _conversation(request: HttpRequest, match: Match, side: Side) -> dict[str, object]:
    """Whatever this side may read; what waits to be opened is only counted."""
    pages = Paginator(match.messages.opened_at(side).order_by("written_at", "pk"), ON_A_PAGE)
    asked = request.GET.get("pagina", "")
    return {
        "match": match,
        "side": side,
        "other": called(match, side.other),
        "unread": match.messages.unread_at(side).count(),
        "page": pages.get_page(asked if asked.isdecimal() else pages.num_pages),
        "goes_on": match.is_active,
        "help_people": to_talk_to(match.participation.edition.programme, side),
    }


@signed_in
@never_cache
@require_POST
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open what waits: the press that says it was read."""
    match, _side = own_pair(request, key)
    actions.open_messages(match, by=request.user)
    return redirect(_to_the_last(match))


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.can_share_contact(request.user, match) and request.method != "POST":
        return redirect("mentoring:room", key=key)
    cards, other = parts.cards_of(match, side), called(match, side.other)
    mine = cards.mine
    own = {name: getattr(mine, name) for name in ("mail_address", "phone", "otherwise")} if mine else {}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=own)
    if form.is_valid() and _shared(form, match, request):
        if cards.theirs or cards.is_waiting:
            messages.success(request, _("Jullie delen nu allebei iets. Je ziet het op jullie plek."))
        else:
            messages.success(
                request, _("Bewaard. %(name)s ziet het pas als jullie allebei iets delen.") % {"name": other}
            )
        return redirect("mentoring:room", key=key)
    context = {"match": match, "other": other, "form": form, "cards": cards}
    return render(request, "mentoring/talking_contact.html", context)


def _shared(form: Form, match: Match, request: HttpRequest) -> bool:
    try:
        actions.share_contact(match, by=request.user, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, refused.text)
        return False
    return True


@signed_in
@never_cache
@require_POST
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    match, _side = own_pair(request, key)
    if actions.take_back_contact(match, by=request.user):
        messages.success(request, _("Weggehaald. De ander ziet je gegevens niet meer."))
    return redirect("mentoring:room", key=key)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest, key: UUID) -> HttpResponse:
    """Which mail comes about one's pairs: for all of them at once."""
    match, _side = own_pair(request, key)
    chosen = PairMail.objects.filter(user=request.user.pk).first() or PairMail()
    initial = {"of_messages": chosen.of_messages, "of_reminders": chosen.of_reminders}
    form = MailChoiceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        actions.choose_mail(request.user, **form.cleaned_data)
        messages.success(request, _("Bewaard. Op het portaal lees je altijd alles."))
        return redirect("mentoring:room", key=key)
    return render(request, "mentoring/talking_mail.html", {"match": match, "form": form})
