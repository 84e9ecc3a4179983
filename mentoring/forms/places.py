"""A place as somebody types it, to the body that it means."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from elections.models import Body
from elections.models.body import Kind
from elections.names.finding import LONGEST, find, fold, named

__all__ = ["LONGEST", "body_called"]

MOST_NAMED = 4


def body_called(words: str, kind: Kind) -> Body:
    """The one body of this kind that has this name; ValidationError, with what may be meant, when that is not clear.

    Bodies that are gone too: somebody sat in their council.
    """
    bodies = list(Body.objects.filter(kind=kind))
    exact = [body for body in bodies if fold(words) in {fold(body.name), fold(body.alias), fold(body.title)} - {""}]
    found = find(words, named(bodies))
    meant = exact or found.matches or found.suggestions
    if len(meant) == 1 and (exact or found.matches):
        return meant[0]
    if not meant:
        raise ValidationError(_("Deze naam kennen wij niet. Kijk of je hem goed schreef."))
    names = _(" of ").join(body.title for body in meant[:MOST_NAMED])
    raise ValidationError(_("Bedoel je %(names)s? Schrijf de naam helemaal uit.") % {"names": names})
