"""A reviewer's own pages: what lies ready, and one application without a name above it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.journal import record
from people.access import needs
from people.seen import Role, What, note_view
from programmes.applying.pages import answer_rows, unanswered
from programmes.models import Review
from programmes.review import actions, policies
from programmes.review.beside import my_review, others
from programmes.review.forms import ReviewForm
from programmes.review.rows import review_row

ON_A_PAGE = 24


def _own(request: HttpRequest, key: UUID) -> Review:
    """Hers, while there is no answer yet; everything else is not there."""
    own = Review.objects.of(request.user).readable().select_related("application__edition__programme")
    return get_object_or_404(own, key=key)


@needs(policies.is_reviewer)
@never_cache
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """What is to be written first."""
    own = Review.objects.of(request.user).readable().with_open_beside()
    found = own.select_related("application__edition__programme").order_by("state", "assigned_at", "pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("pagina"))
    context = {"page": page, "rows": [review_row(review) for review in page]}
    return render(request, "programmes/review/reviews.html", context)


@needs(policies.is_reviewer)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, key: UUID) -> HttpResponse:
    """The answers, and below them what she finds; once sent, what she wrote, and when all are in what others wrote."""
    found = _own(request, key)
    if not found.is_to_write:
        return _page(request, found)
    criteria = list(found.edition.programme.criteria.all())
    written = {one.criterion_id: one for one in found.judgements.all() if one.criterion_id}
    partly = "keep" in request.POST
    form = ReviewForm(request.POST or None, criteria=criteria, written=written, partly=partly)
    if request.method != "POST" or not form.is_valid():
        return _page(request, found, form)
    if partly:
        actions.save_review(found, form.found(), by=request.user)
        messages.success(request, _("Bewaard. Je kunt later verder. Niemand anders ziet dit."))
        return redirect("programmes:reviews")
    actions.submit_review(found, form.found(), by=request.user)
    messages.success(request, _("Verstuurd. Dank je wel voor het lezen."))
    return redirect("programmes:reviews")


def _page(request: HttpRequest, found: Review, form: ReviewForm | None = None) -> HttpResponse:
    lead = found.edition.programme.lead()
    note_view(found.application.user, by=request.user, role=Role.REVIEWER, what=What.ANSWERS, organisation=lead)
    record(found, "view", by=request.user, scope=found.edition.programme.lead_key, edition=found.edition.key)
    sees_others = policies.can_see_others(request.user, found)
    context: dict[str, Any] = {
        "review": found,
        "named": not found.edition.programme.is_sensitive,
        "rows": answer_rows(found.application, blind=True),
        "unanswered": unanswered(found.application),
        "form": form,
        "mine": my_review(found) if form is None else [],
        "others": others(found) if sees_others else [],
        "waits_for_others": form is None and not sees_others,
    }
    return render(request, "programmes/review/review.html", context)


@needs(policies.is_reviewer)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, key: UUID) -> HttpResponse:
    """ "Ik ken deze persoon": asked once more, then somebody else gets it."""
    found = _own(request, key)
    if request.method == "POST":
        actions.pass_on_review(found, by=request.user)
        messages.success(request, _("Goed dat je het zegt. Iemand anders leest deze aanmelding."))
        return redirect("programmes:reviews")
    if not found.is_to_write:
        return redirect("programmes:review", key=key)
    return render(request, "programmes/review/pass_on.html", {"review": found})
