"""/mijn/veiligheid/: hiding, whom one blocked, and the way to tell of something."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import signed_in
from programmes.models import Report
from programmes.safety import blocking, hiding, policies, reporting

PER_PAGE = 25


@signed_in
@never_cache
@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    context = {
        "is_hidden": hiding.is_hidden(request.user),
        "blocks": Paginator(blocking.own_blocks(request.user), PER_PAGE).get_page(request.GET.get("pagina")),
        "has_reports": Report.objects.of(request.user).exists(),
    }
    return render(request, "programmes/safety_mine.html", context)


@signed_in
@never_cache
@require_POST
def hide(request: HttpRequest) -> HttpResponse:
    hiding.hide(by=request.user)
    messages.success(request, _("Je bent verborgen. Niemand vindt je meer in een lijst."))
    return redirect("safety:mine")


@signed_in
@never_cache
@require_POST
def show(request: HttpRequest) -> HttpResponse:
    hiding.show(by=request.user)
    messages.success(request, _("Je bent weer te zien, zoals je eerder koos."))
    return redirect("safety:mine")


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest) -> HttpResponse:
    """What blocking does, and the button. Of whom stands in the address, as a thing that this person sees."""
    kind, key = request.GET.get("soort", ""), request.GET.get("wat", "")
    found = reporting.found(request.user, kind, key)
    if found is None or found.about is None or not policies.can_block(request.user, found.about):
        raise Http404
    if request.method == "POST":
        blocking.block(found.about, by=request.user, shown_as=found.name)
        messages.success(request, _("Geblokkeerd. De ander hoort dit niet."))
        return redirect("safety:mine")
    return render(request, "programmes/safety_block.html", {"found": found, "kind": kind, "key": key})


@signed_in
@never_cache
@require_POST
def unblock(request: HttpRequest, key: UUID) -> HttpResponse:
    own = get_object_or_404(blocking.own_blocks(request.user), key=key)
    blocking.unblock(own.blocked, by=request.user)
    messages.success(request, _("De blokkade is weg."))
    return redirect("safety:mine")
