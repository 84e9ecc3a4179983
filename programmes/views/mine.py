"""One's own application at /mijn/aanmelding/: how it stands, in words, and withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.access import signed_in
from programmes import policies
from programmes.actions import applications, conversations, decisions
from programmes.agenda.calendar import calendar_file
from programmes.applying.forms import ConsentForm
from programmes.applying.pages import answer_rows, consent_words, context_of
from programmes.models import Application, Conversation, Participation
from programmes.review.beside import for_the_person
from programmes.status import last_day, status_of


def _own(request: HttpRequest, key: UUID) -> Application:
    own = Application.objects.of(request.user).with_consent_asked().select_related("edition__programme", "user")
    return get_object_or_404(own, key=key)


@signed_in
@never_cache
@require_safe
def application(request: HttpRequest, key: UUID) -> HttpResponse:
    found = _own(request, key)
    if found.is_draft:
        return redirect("programmes:apply", key=found.edition.key)
    context = context_of(found.edition) | {
        "application": found,
        "status": status_of(found, _followed(found)),
        "rows": answer_rows(found),
        "shows_offer": policies.shows_offer(request.user, found) and not found.has_lapsed() and not found.asks_consent,
        "asks_consent": found.asks_consent,
        "can_withdraw": policies.shows_withdraw(request.user, found),
        "talk": Conversation.objects.filter(application=found).first(),
        "read_by": for_the_person(found) if found.decided_at else None,
    }
    return render(request, "programmes/application_detail.html", context)


def _followed(application: Application) -> Participation | None:
    return Participation.objects.filter(edition=application.edition, user=application.user).first()


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, key: UUID) -> HttpResponse:
    """A place, and until when: opening the page changes nothing, the button says yes."""
    found = _own(request, key)
    if request.method == "POST":
        participation = decisions.accept_offer(found, by=request.user)
        messages.success(request, _("Fijn! Je doet mee."))
        return redirect("programmes:participation", key=participation.key)
    if not policies.shows_offer(request.user, found) or found.has_lapsed() or found.asks_consent:
        return redirect("programmes:application", key=key)
    context = context_of(found.edition) | {
        "application": found,
        "last_day": last_day(found),
        "organisations": [carrier.organisation.name for carrier in found.edition.programme.carriers.all()],
    }
    return render(request, "programmes/application_offer.html", context)


@signed_in
@never_cache
@require_safe
def talk_appointment(request: HttpRequest, key: UUID) -> HttpResponse:
    """The talk in one's own calendar; of one that is off, what takes it out again."""
    talk = get_object_or_404(Conversation, application=_own(request, key))
    if not (talk.is_to_come or talk.is_cancelled):
        raise Http404
    return calendar_file(talk)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def other_time(request: HttpRequest, key: UUID) -> HttpResponse:
    """The talk that was planned cannot be then; asked first, done by a press."""
    found = _own(request, key)
    talk = Conversation.objects.filter(application=found).select_related("application__edition").first()
    if talk is None or not talk.is_to_come:
        return redirect("programmes:application", key=key)
    if request.method == "POST":
        conversations.ask_other_time(talk, by=request.user)
        messages.success(request, _("De organisatie weet dat je dan niet kunt. Je krijgt een nieuwe tijd."))
        return redirect("programmes:application", key=key)
    context = context_of(found.edition) | {"application": found, "talk": talk}
    return render(request, "programmes/application_other_time.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, key: UUID) -> HttpResponse:
    """The yes that the edition asks since the application was sent; a no is withdrawing it."""
    found = _own(request, key)
    if not found.asks_consent:
        return redirect("programmes:application", key=key)
    form = ConsentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        applications.agree_after_sending(found, by=request.user)
        messages.success(request, _("Je toestemming is bewaard. De organisatie leest je aanmelding."))
        return redirect("programmes:application", key=key)
    context = context_of(found.edition) | {
        "application": found,
        "form": form,
        "reveals": found.edition.get_reveals_display(),
        "consent_words": consent_words(found.edition),
    }
    return render(request, "programmes/application_consent.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Withdraw what was sent, or throw a draft away; asked first, done by a press."""
    found = _own(request, key)
    is_draft = found.is_draft
    if request.method == "POST":
        if is_draft:
            applications.discard_draft(found, by=request.user)
            messages.success(request, _("Je begonnen aanmelding is weg."))
        else:
            applications.withdraw_application(found, by=request.user)
            messages.success(request, _("Je aanmelding is ingetrokken."))
        return redirect("people:mine")
    if not is_draft and not policies.shows_withdraw(request.user, found):
        return redirect("programmes:application", key=key)
    context = context_of(found.edition) | {
        "application": found,
        "is_draft": is_draft,
        "is_erased": is_draft or found.edition.is_sensitive,
    }
    return render(request, "programmes/application_withdraw.html", context)
