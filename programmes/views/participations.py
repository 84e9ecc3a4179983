"""One's own participation at /mijn/deelname/: when it begins, and when it is over one question."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from people.access import signed_in
from people.models import ConsentText
from people.sections import Section
from programmes import policies
from programmes.actions import participations
from programmes.applying.forms import NO, YES
from programmes.applying.pages import context_of
from programmes.consent_purposes import FOLLOW_UP
from programmes.models import Application, Participation
from programmes.own_path import stations
from programmes.personal_data import kept_until
from programmes.status import status_of_participation
from programmes.taking_part import group_page
from programmes.taking_part import policies as group_policies


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def participation(request: HttpRequest, key: UUID) -> HttpResponse:
    """The form below it is there once it is over, until it was answered."""
    own = Participation.objects.of(request.user).with_election_day().select_related("edition__programme")
    found = get_object_or_404(own, key=key)
    if request.method == "POST" and (answer := request.POST.get("answer")) in (YES, NO):
        participations.answer_follow_up(found, agrees=answer == YES, by=request.user)
        messages.success(request, _("Dank je wel. Je antwoord is bewaard."))
        return redirect("programmes:participation", key=key)
    text = ConsentText.objects.newest(FOLLOW_UP.name) if found.asks_follow_up else None
    application = Application.objects.of(request.user).filter(edition=found.edition).select_related("edition").first()
    context = context_of(found.edition) | {
        "participation": found,
        "status": status_of_participation(found),
        "consent_words": text.words if text else "",
        "kept_until": kept_until(found) if text else None,
        "stations": stations(found, application.submitted_at if application else None),
        "sees_group": group_policies.can_see_group(request.user, found),
        "did": group_page.did(found),
        "notes": found.contact_notes.all()[: group_page.MOST],
        "afterwards": _afterwards(request, found),
        "withdraw": application if application and policies.shows_withdraw(request.user, application) else None,
    }
    return render(request, "programmes/participation_detail.html", context)


def _afterwards(request: HttpRequest, participation: Participation) -> list[Section]:
    if not participation.is_completed:
        return []
    found = (import_string(path)(request, participation) for path in settings.AFTER_PARTICIPATION)
    return [section for section in found if section is not None]
