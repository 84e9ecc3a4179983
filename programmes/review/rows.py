"""How what a reviewer was given stands in a list: never by a name."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programmes.models import Review


def review_row(review: Review) -> dict[str, Any]:
    """For components/ballot.html; of a row with `open_beside`."""
    edition = review.edition
    facts = [edition.full_name]
    if edition.answer_by:
        facts.append(_("Antwoord beloofd uiterlijk op %(day)s") % {"day": date_format(edition.answer_by, "j F Y")})
    return {
        "title": _("Aanmelding %(tag)s") % {"tag": review.tag},
        "url": reverse("programmes:review", kwargs={"key": review.key}),
        "facts": facts,
        "chosen": review.is_submitted,
        "badge": _badge(review),
    }


def _badge(review: Review) -> dict[str, str]:
    if review.is_to_write:
        return {"kind": "place", "label": _("Te lezen")}
    if getattr(review, "open_beside", False):
        return {"kind": "later", "label": _("Verstuurd, wacht op anderen")}
    return {"kind": "done", "label": _("Alles is binnen")}
