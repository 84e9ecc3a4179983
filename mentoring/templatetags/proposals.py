"""What stands beside a proposal or a pair: an office that was checked, and whether two roles can clash."""

from typing import Any

from django import template

from mentoring import policies
from mentoring.models import Match
from mentoring.power.own import PowerPart, power_part_for
from mentoring.power.warning import warn
from mentoring.pseudonyms import Told
from mentoring.vetting.badges import badge_told

register = template.Library()


@register.simple_tag
def office_badge(match: Match, told: Told) -> str:
    """What the participant reads of the mentor's office; `told` is what else she reads of her."""
    return badge_told(match.mentor, told.facts, by_name=told.by_name)


@register.simple_tag(takes_context=True)
def power_part(context: dict[str, Any], match: Match) -> PowerPart | None:
    """For one of the two who is signed in; nobody else is asked anything."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not policies.is_of_the_two(user, match):
        return None
    return power_part_for(user, match)


@register.simple_tag
def power_warning(match: Match) -> str:
    """For who brought them together: the sentence, or nothing."""
    return warn(match)
