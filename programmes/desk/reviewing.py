"""Who reads the applications of one edition: reviewers, spreading, and one more by hand."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from lifecycle.errors import Refused
from people import limits
from people.access import needs
from people.addresses import keyed
from people.colleagues.actions import invite
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.desk.edition_overview import Tile
from programmes.desk.looking import note_list, shown_name
from programmes.desk.own import crumbs, own_edition, works_for
from programmes.models import Application, Edition, EditionReviewer, Review
from programmes.review import actions
from programmes.review.beside import at_the_desk
from programmes.review.forms import InviteReviewerForm
from programmes.review.policies import can_assign_review, can_compare_reviews
from programmes.review.reviewers import REVIEWER_ROLE, invited_reviewers

ON_A_PAGE = 50


def as_key(typed: str | None) -> UUID | None:
    """What came in by an address or a form; None when it is no key."""
    try:
        return UUID(typed or "")
    except ValueError:
        return None


@needs(is_organiser)
@require_safe
def reviewing(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, own_edition(request, key), InviteReviewerForm())


def _page(request: HttpRequest, edition: Edition, form: InviteReviewerForm, *, status: int = 200) -> HttpResponse:
    given = Prefetch("reviews", Review.objects.standing().select_related("reviewer"))
    own = Application.objects.at_the_desk_of(request.user).filter(edition=edition).undecided().with_consent_asked()
    found = own.select_related("user", "edition__programme").prefetch_related(given).order_by("submitted_at", "pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("p"))
    note_list(list(page), request.user)
    context = {
        "edition": edition,
        "form": form,
        "reviewers": edition.reviewers.select_related("user"),
        "invited": invited_reviewers(edition),
        "has_criteria": edition.programme.criteria.exists(),
        "page": page,
        "rows": [_row(application) for application in page],
        "breadcrumbs_items": crumbs(edition, ("", _("Beoordelen"))),
    }
    return render(request, "programmes/desk/reviewing.html", context, status=status)


def _row(application: Application) -> dict[str, Any]:
    given = list(application.reviews.all())
    if not given:
        stands = _("Niemand leest dit nog.")
    elif any(review.is_to_write for review in given):
        stands = _("Wordt gelezen.")
    else:
        stands = _("Alles is binnen.")
    return {
        "name": shown_name(application),
        "url": reverse("desk_applications:detail", args=[application.key]),
        "readers": [str(review.reviewer) if review.reviewer else _("iemand die weg is") for review in given],
        "stands": stands,
    }


@needs(is_organiser)
@require_POST
def ask(request: HttpRequest, key: UUID) -> HttpResponse:
    """The answer tells nothing of whether somebody has an account with this address."""
    edition = own_edition(request, key)
    form = InviteReviewerForm(request.POST)
    if not form.is_valid():
        return _page(request, edition, form, status=422)

    def act() -> str:
        address, organisation = form.cleaned_data["address"], works_for(request.user, edition)
        limits.require(request, "invitation_mailbox", key=keyed(address))
        invite(address, REVIEWER_ROLE, organisation=organisation, by=request.user, about=edition.key)
        return _("Uitgenodigd. De uitnodiging geldt twee weken.")

    press(request, act)
    return redirect("desk_edition_reviews", key=key)


@needs(is_organiser)
@require_POST
def remove(request: HttpRequest, key: UUID, reviewer: UUID) -> HttpResponse:
    edition = own_edition(request, key)
    links = EditionReviewer.objects.filter(edition=edition).select_related("edition__programme")
    link = get_object_or_404(links, key=reviewer)

    def act() -> str:
        actions.remove_reviewer(link, by=request.user)
        return _("Deze persoon leest niet meer mee. Verdeel opnieuw als er nu te weinig mensen lezen.")

    press(request, act)
    return redirect("desk_edition_reviews", key=key)


@needs(is_organiser)
@require_POST
def spread(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = own_edition(request, key)

    def act() -> str:
        if actions.spread_reviews(edition, by=request.user):
            return _("Verdeeld. Wie leest, krijgt een mail.")
        return _("Er viel niets te verdelen. Elke aanmelding heeft al lezers, of er zijn te weinig lezers.")

    press(request, act)
    return redirect("desk_edition_reviews", key=key)


@needs(is_organiser)
@require_POST
def assign(request: HttpRequest, key: UUID) -> HttpResponse:
    """One more reader for one application, chosen by hand."""
    own = Application.objects.at_the_desk_of(request.user).select_related("user", "edition__programme")
    application = get_object_or_404(own, key=key)
    links = EditionReviewer.objects.filter(edition=application.edition).select_related("user")

    def act() -> str:
        chosen = next((link for link in links if str(link.key) == request.POST.get("reviewer")), None)
        if chosen is None:
            raise Refused(_("Kies wie deze aanmelding leest."))
        actions.assign_review(application, reviewer=chosen, by=request.user)
        return _("Gegeven. Deze beoordelaar krijgt een mail.")

    press(request, act)
    return redirect("desk_applications:detail", key=key)


def panel(request: HttpRequest, application: Application) -> dict[str, Any]:
    """What stands on the page of one application: who reads it, and once all are in what they found."""
    if not application.edition.is_read_without_names and not application.reviews.exists():
        return {}
    given = list(application.reviews.standing().select_related("reviewer"))
    had = set(application.reviews.values_list("reviewer", flat=True))
    can_assign = can_assign_review(request.user, application) and not application.awaits_consent
    links = application.edition.reviewers.select_related("user").exclude(user__in=had - {None})
    return {
        "readers": [{"name": str(one.reviewer or _("iemand die weg is")), "is_in": one.is_submitted} for one in given],
        "beside": at_the_desk(application) if can_compare_reviews(request.user, application) else None,
        "to_choose": list(links.exclude(user=application.user_id))
        if can_assign and policies.shows_decision(request.user, application, "refuse")
        else [],
    }


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    if not (edition.is_read_without_names and policies.organises(request.user, edition.programme)):
        return None
    reading = Review.objects.to_write().filter(application__edition=edition).readable().count()
    return Tile(
        _("Beoordelen"),
        _("Wie leest wat, zonder naam erboven. En wie er klaar is."),
        reverse("desk_edition_reviews", args=[edition.key]),
        ngettext("%(count)s nog te lezen", "%(count)s nog te lezen", reading) % {"count": reading} if reading else "",
    )


REVIEW_DESK_URLS = [
    path("edities/<uuid:key>/beoordelen/", reviewing, name="desk_edition_reviews"),
    path("edities/<uuid:key>/beoordelen/uitnodigen/", ask, name="desk_edition_reviewer_ask"),
    path("edities/<uuid:key>/beoordelen/verdelen/", spread, name="desk_edition_reviews_spread"),
    path("edities/<uuid:key>/beoordelen/<uuid:reviewer>/weg/", remove, name="desk_edition_reviewer_remove"),
]
