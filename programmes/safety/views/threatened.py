"""/mijn/dreiging/: closing what leads to the people of a programme, and opening it again."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.access import needs
from people.roles import Visitor, is_administrator
from programmes.models import Programme, SafeguardingContact, ThreatMode
from programmes.policies import is_safeguarding_contact
from programmes.safety import policies, threat

PER_PAGE = 25


def may_switch_somewhere(user: Visitor) -> bool:
    """Safeguarding contacts and administrators."""
    return is_administrator(user) or is_safeguarding_contact(user)


@needs(may_switch_somewhere)
@never_cache
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    own = Programme.objects.all()
    if not is_administrator(request.user):
        own = own.filter(pk__in=SafeguardingContact.objects.filter(user=request.user).values("programme"))
    page = Paginator(own.select_related("threat_mode").order_by("name"), PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "programmes/safety_threats.html", {"page": page})


@needs(may_switch_somewhere)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def threat_of(request: HttpRequest, key: UUID) -> HttpResponse:
    """What closes, and the one button."""
    programme = get_object_or_404(Programme, key=key)
    if not policies.can_switch_threat(request.user, programme):
        raise Http404
    if request.method == "POST" and request.POST.get("to") == "on":
        threat.switch_on(programme, by=request.user)
        messages.success(request, _("De dreigingsstand staat aan."))
        return redirect("safety:threat", key=key)
    if request.method == "POST":
        threat.switch_off(programme, by=request.user)
        messages.success(request, _("De dreigingsstand staat uit."))
        return redirect("safety:threat", key=key)
    mode = ThreatMode.objects.filter(programme=programme).first()
    # A heading is what stays in a history: of a programme that tells of its people it holds no name.
    title = _("Een programma") if programme.is_sensitive else programme.name
    context = {"programme": programme, "mode": mode, "title": title}
    return render(request, "programmes/safety_threat.html", context)
