"""What reading shows on /mijn/, and what the lots of an edition show on the page of its programme."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from people.sections import Section, Step
from programmes.models import Edition, Programme, Review
from programmes.page_sections import ProgrammeSection
from programmes.review.policies import is_reviewer


def to_review(request: HttpRequest) -> Section | None:
    """For a reviewer: what lies ready, by the day on which an answer was promised."""
    if not is_reviewer(request.user):
        return None
    waiting = Review.objects.of(request.user).readable().to_write().select_related("application__edition")
    first = waiting.order_by("application__edition__answer_by", "assigned_at", "pk").first()
    url = reverse("programmes:reviews")
    steps = (
        (
            Step(
                title=_("Er ligt iets klaar om te lezen"),
                text=_("Je leest zonder naam. Eén keer lezen kost ongeveer 15 minuten."),
                url=url,
                link_label=_("Begin met lezen"),
                until=first.edition.answer_by,
            ),
        )
        if first
        else ()
    )
    return Section("programmes/review/section.html", {"url": url}, steps=steps)


def drawn_lots(programme: Programme) -> ProgrammeSection | None:
    """The seed of each drawing, so that who took part in it can do it again; never how many did."""
    drawn = Edition.objects.to_come().filter(programme=programme).exclude(lot_seed="").order_by("-lots_drawn_at", "pk")
    rows = list(drawn[:5])
    return ProgrammeSection("programmes/review/section_lots.html", {"editions": rows}) if rows else None
