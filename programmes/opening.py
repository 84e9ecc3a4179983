"""From what age an edition may take people: under 18 only where a floor above says that it is safe."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from programmes.models.edition import ADULT, Edition
from programmes.states import EditionState


def why_not_under_18(edition: Edition) -> str:
    """Why this edition may not take people of 16 and 17, or "".

    Each rule of settings.UNDER_18_RULES must agree: function(edition) -> the reason against, or "". Without a rule
    nobody can tell whether the VOG date of every mentor is known, so the answer is no, for a course
    without mentors too.
    """
    if edition.minimum_age >= ADULT:
        return ""
    if not settings.UNDER_18_RULES:
        return _("Vanaf 16 of 17 jaar kan pas als van elke mentor de VOG-datum bekend is.")
    return next((reason for path in settings.UNDER_18_RULES if (reason := import_string(path)(edition))), "")


def why_not_as_it_stands(edition: Edition) -> str:
    """The same for an edition that takes applications already; one in preparation may wait for it."""
    return why_not_under_18(edition) if edition.state == EditionState.OPEN else ""
