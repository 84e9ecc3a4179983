"""What waits in a pair's place, for /mijn/: asked along with the pairs themselves, without a question more."""

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.kept_out import blocks_the_other
from mentoring.models import Agreement, CheckIn, Match, Nudge
from mentoring.pace.choices import NudgeKind
from mentoring.pace.links import ANSWERS_FOR
from mentoring.states import Side
from people.sections import Step


def with_what_waits(matches: QuerySet[Match], side: Side) -> QuerySet[Match]:
    """Fetches along whether this one of the two is asked how it goes, if they spoke, or to say yes to a plan.

    What is asked after a meeting stands with that meeting (mentoring.sections), and is not asked twice.
    """
    asked = CheckIn.objects.asked().filter(match=OuterRef("pk"), side=side)
    plans = Agreement.objects.proposed().filter(match=OuterRef("pk"), proposed_by=side.other)
    recent = timezone.now() - ANSWERS_FOR
    spoke = Nudge.objects.asked().filter(match=OuterRef("pk"), asked_at__gt=recent).exclude(kind=NudgeKind.MEETING)
    spoke = spoke.exclude(match__pace__paused_until__gte=timezone.localdate())
    return matches.annotate(
        is_asked_how=Exists(asked),
        has_plan_to_agree=Exists(plans),
        is_asked_if_spoken=Exists(spoke),
        blocks_the_other=blocks_the_other(side),
    )


def steps(match: Match, other: str) -> list[Step]:
    """Of a pair that `with_what_waits` fetched."""
    url = reverse("mentoring:room", kwargs={"key": match.key})
    found = []
    if getattr(match, "has_plan_to_agree", False) and not getattr(match, "blocks_the_other", False):
        title = _("%(name)s maakte een plan voor jullie") % {"name": other}
        text = _("Lees het, en zeg ja of nee.")
        found.append(Step(title=title, text=text, url=url, link_label=_("Bekijk het plan")))
    if getattr(match, "is_asked_if_spoken", False):
        title = _("Heb je %(name)s gesproken?") % {"name": other}
        text = _("Eén druk van één van jullie is genoeg.")
        found.append(Step(title=title, text=text, url=url, link_label=_("Laat het weten")))
    if getattr(match, "is_asked_how", False):
        title = _("Hoe gaat het met jou en %(name)s?") % {"name": other}
        text = _("Twee drukken. Alleen de organisatie leest je antwoord.")
        found.append(Step(title=title, text=text, url=url, link_label=_("Vertel het")))
    return found
