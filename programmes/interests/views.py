"""/laat-het-me-weten/: one mail when it opens, without an account. None of it is cached: the forms post."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from people import addresses, limits
from people.access import public
from programmes.choices import Province
from programmes.interests import actions
from programmes.interests.forms import InterestForm
from programmes.live_pages import public_programme
from programmes.models import Edition, Interest, Programme
from programmes.unnamed_consent import words_to_agree_to


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_me(request: HttpRequest) -> HttpResponse:
    """Whatever opens: for who found nothing that fits."""
    return _ask(request, None, {})


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_me_of(request: HttpRequest, key: UUID) -> HttpResponse:
    """One programme; of one that is open already there is nothing to wait for."""
    programme, page = public_programme(key)
    if Edition.objects.open().filter(programme=programme).exists():
        return redirect(page.get_url(request))
    return _ask(request, programme, {"programme": programme, "programme_page": page})


def _ask(request: HttpRequest, programme: Programme | None, context: dict[str, Any]) -> HttpResponse:
    consent = words_to_agree_to(programme, actions.CONSENT)
    given = {"programme": programme, "consent": consent}
    wanted = request.GET.get("waar", "")
    form = (
        InterestForm(request.POST, **given)
        if request.method == "POST"
        else InterestForm(initial={"province": wanted if wanted in Province.values else ""}, **given)
    )
    if request.method == "POST" and form.is_valid() and not _too_often(request, form):
        try:
            actions.ask_interest(
                programme,
                form.cleaned_data["address"],
                language=get_language() or "nl",
                province=form.cleaned_data.get("province", ""),
                consent=consent,
            )
        except Refused as refusal:
            form.add_error(None, refusal.text)
        else:
            return redirect("programmes:interest_sent")
    context |= {"form": form, "is_sensitive": "agree" in form.fields}
    return render(request, "programmes/interest_ask.html", context, status=limits.status_of(form))


def _too_often(request: HttpRequest, form: InterestForm) -> bool:
    """By client, and by mailbox: nobody fills another's."""
    if limits.refuse(request, "interest", form):
        return True
    mailbox = addresses.keyed(form.cleaned_data["address"])
    if limits.asked_too_often(request, "interest_mailbox", key=mailbox):
        limits.say_too_often(form)
        return True
    return False


@public
@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The same whether the address was known or not."""
    return render(request, "programmes/interest_sent.html")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where the link in the mail leads: a button to confirm, and one to stop."""
    found = Interest.objects.select_related("programme").filter(key=key).first()
    if found is None:
        return _gone(request)
    if request.method == "POST":
        if request.POST.get("verb") == "stop":
            actions.stop_interest(found)
            return render(request, "programmes/interest_stopped.html")
        actions.confirm_interest(found)
        return redirect("programmes:interest", key=key)
    return render(request, "programmes/interest.html", {"interest": found})


def _gone(request: HttpRequest) -> HttpResponse:
    """Told, stopped, or never there: one and the same answer."""
    context = {
        "title": _("Wij hebben je e-mailadres niet meer"),
        "text": _("Je kreeg de mail al, of je adres is gewist. Wil je weer een bericht? Vraag het opnieuw."),
        "url": reverse("programmes:tell_me"),
        "label": _("Laat het me weten"),
    }
    return render(request, "programmes/no_longer_kept.html", context, status=404)
