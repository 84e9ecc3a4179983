"""/mijn/regelen/: what an executing partner arranges, per activity, and no person but who agreed to be named."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from people.access import needs
from people.models import Organisation, User
from people.pressing import press
from people.seen import Role, What, note_view
from programmes.access import arranging, policies
from programmes.models import AccessNeed, Arrangement, ArrangementName, EditionPartner

ON_A_PAGE = 50


@needs(policies.is_partner)
@never_cache
@require_safe
def to_arrange(request: HttpRequest) -> HttpResponse:
    sent = Arrangement.objects.sent_to(request.user).select_related("edition__programme", "meeting", "owner")
    page = Paginator(sent.in_order_of_editions(), ON_A_PAGE).get_page(request.GET.get("pagina"))
    named = _names(request, list(page))
    groups = [
        {"edition": edition, "meeting": meeting, "rows": [_row(request, one, named) for one in rows]}
        for (edition, meeting), rows in groupby(page, key=lambda one: (one.edition, one.meeting))
    ]
    return render(request, "programmes/access/arranging.html", {"page": page, "groups": groups})


def _row(request: HttpRequest, arrangement: Arrangement, named: dict[int, list[str]]) -> dict[str, Any]:
    return {
        "arrangement": arrangement,
        "names": named.get(arrangement.pk, []),
        "is_mine": arrangement.owner_id == request.user.pk,
        "is_late": arrangement.is_late(),
    }


def _names(request: HttpRequest, arrangements: list[Arrangement]) -> dict[int, list[str]]:
    """By arrangement, of who ticked it; that they were seen is told to them, in one statement an organisation."""
    willing = AccessNeed.objects.that_count().filter(partner_may_know=True)
    told = ArrangementName.objects.filter(arrangement__in=arrangements, need__in=willing)
    own = EditionPartner.objects.of(request.user).select_related("organisation")
    organisations = {one.edition_id: one.organisation for one in own}
    found: dict[int, list[str]] = {}
    seen: dict[Organisation, set[User]] = {}
    for name in told.select_related("need__participation__user", "arrangement"):
        person = name.need.participation.user
        found.setdefault(name.arrangement_id, []).append(str(person))
        seen.setdefault(organisations[name.arrangement.edition_id], set()).add(person)
    for organisation, persons in seen.items():
        note_view(persons, by=request.user, role=Role.PARTNER, what=What.NEEDS, organisation=organisation)
    return found


@needs(policies.is_partner)
@require_POST
def tick(request: HttpRequest, key: UUID) -> HttpResponse:
    own = Arrangement.objects.sent_to(request.user).select_related("edition__programme")
    found = get_object_or_404(own, key=key)
    done = request.POST.get("done") == "ja"

    def act() -> str:
        arranging.tick_off(found, done=done, by=request.user)
        return _("Bewaard. De organisatie ziet het.")

    press(request, act)
    return redirect("programmes:arranging")
