"""The mails that go by themselves, to read at the desk: what each says, in two languages, with invented data."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.access import needs
from people.letters import Message, registered
from people.messages import Words, address
from programmes import policies
from programmes.mailing.preview import Preview

_DAY = date(2027, 3, 12)
_MOMENT = datetime(2027, 3, 12, 19, 30, tzinfo=timezone.get_default_timezone())


def examples() -> dict[str, Any]:
    """A value for each name that a mail's template prints; all invented."""
    return {
        "link": address("people:mine"),
        "minutes": 2,
        "count": 3,
        "digits": "123456",
        "title": _("Een avond in het gemeentehuis"),
        "place": "Voorbeeldstad",
        "municipality": "Voorbeeldstad",
        "training": _("Voorbeeldtraining"),
        "session": {"starts_at": _MOMENT, "ends_at": _MOMENT + timedelta(hours=2), "online": False},
        "role": _("organisator"),
        "programme": _("Voorbeeldprogramma"),
        "organisation": _("Voorbeeldorganisatie"),
        "subject": _("Neem iets te eten mee"),
        "text": _("Wij beginnen om 18.30 uur.\n\nNeem je iets te eten mee? Drinken staat klaar."),
        "written_in": get_language(),
        **dict.fromkeys(("until", "answer_by", "starts_on"), _DAY),
        "starts_at": _MOMENT,
    }


def words_of(message: Message, language: str) -> Words:
    with translation.override(language):
        return message.words(examples())


@needs(policies.has_a_desk)
@require_safe
def fixed_messages(request: HttpRequest) -> HttpResponse:
    rows = [
        {"name": message.name, "subject": words_of(message, "nl").subject, "message": message}
        for message in registered().values()
    ]
    context = {"rows": sorted(rows, key=lambda row: str(row["subject"])), "breadcrumbs_items": _breadcrumbs()}
    return render(request, "programmes/mailing/desk/fixed.html", context)


@needs(policies.has_a_desk)
@require_safe
def fixed_message(request: HttpRequest, name: str) -> HttpResponse:
    message = registered().get(name)
    if message is None:
        raise Http404
    previews = [Preview(code, str(label), words_of(message, code)) for code, label in settings.LANGUAGES]
    subject = previews[0].words.subject
    context = {"message": message, "previews": previews, "subject": subject, "breadcrumbs_items": _breadcrumbs(subject)}
    return render(request, "programmes/mailing/desk/fixed_message.html", context)


def _breadcrumbs(subject: str = "") -> list[dict[str, str]]:
    """An administrator has no list of messages of her own to go back to."""
    there = reverse("desk_messages:fixed") if subject else ""
    here = [{"url": there, "label": _("Vaste mails")}]
    return [*here, {"url": "", "label": subject}] if subject else here
