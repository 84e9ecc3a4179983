"""The only bridge from the database to the rules: what the guide may know of a programme."""

from dataclasses import dataclass

from django.db.models import Prefetch

from programmes.choices import Audience
from programmes.guide.rules import ProgrammeFacts
from programmes.live_pages import live_pages
from programmes.models import Edition, Phase, Programme, ProgrammePage
from programmes.models.edition import ADULT
from programmes.page_facts import shown_edition, takes_applications


@dataclass(frozen=True)
class Candidate:
    """A programme with its page, as the guide shows it."""

    programme: Programme
    page: ProgrammePage
    edition: Edition | None
    facts: ProgrammeFacts


def candidates() -> dict[str, Candidate]:
    """Public programmes for persons, by key: a training for parties is no advice to someone who begins."""
    programmes = Programme.objects.exclude(for_whom=Audience.PARTIES).prefetch_related(
        Prefetch("editions", Edition.objects.announced().with_places_taken()),
        Prefetch("phases", Phase.objects.only("programme", "kind")),
    )
    pages = live_pages(programmes)
    return {
        str(programme.key): _candidate(programme, pages[programme.pk])
        for programme in programmes
        if programme.pk in pages
    }


def _candidate(programme: Programme, page: ProgrammePage) -> Candidate:
    edition = shown_edition(programme.editions.all())
    facts = ProgrammeFacts(
        key=str(programme.key),
        name=page.title,
        office=programme.office,
        stations=frozenset(phase.kind for phase in programme.phases.all()),
        minimum_age=edition.minimum_age if edition else ADULT,
        province=programme.province,
        form=programme.form,
        takes_applications=takes_applications(edition),
    )
    return Candidate(programme, page, edition, facts)
