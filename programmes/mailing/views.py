"""/mijn/bericht/: reading what an organisation wrote to one's group, and having no mail of it any more."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from people.access import signed_in
from programmes.mailing.actions import resume_mail, stop_mail
from programmes.mailing.audiences import audiences
from programmes.models import GroupLetter, MailStop


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def group_letter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The message. Its buttons switch the mail of this edition off, and on again."""
    own = GroupLetter.objects.of(request.user).select_related("message__edition__programme")
    letter = get_object_or_404(own, key=key)
    edition = letter.message.edition
    if request.method == "POST":
        if "again" in request.POST:
            resume_mail(edition, by=request.user)
            messages.success(request, _("Je krijgt weer mail als er een bericht is."))
        else:
            stop_mail(edition, by=request.user)
            messages.success(request, _("Je krijgt hier geen mail meer over. Berichten lees je nog wel hier."))
        return redirect("programmes:group_letter", key=key)
    context = {
        "letter": letter,
        "words": letter.message.words(),
        "organisation": edition.programme.lead(),
        "programme": edition.programme if _may_read_programme(letter) else None,
        "edition": edition,
        "has_stopped": MailStop.objects.of(request.user).filter(edition=edition).exists(),
    }
    return render(request, "programmes/mailing/letter.html", context)


def _may_read_programme(letter: GroupLetter) -> bool:
    """In a sensitive edition its name stays out of a mentor's sight."""
    message = letter.message
    return audiences()[message.audience].sees_programme or not message.is_sensitive
