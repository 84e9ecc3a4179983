"""Puts invented people into the figures: programmes, editions and facts; no accounts, pages or elections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from outcomes.choices import FunnelStep
from outcomes.models import FunnelFact, FunnelPerson
from outcomes.personal_data import forget
from outcomes.population.reading import Line
from people.models import Organisation
from programmes.models import Carrier, Edition, Programme

ORGANISATION = "Ingelezen"
AT_A_TIME = 2000


class AlreadyThere(Exception):
    """There are facts, and they were not to be replaced."""


@dataclass(frozen=True)
class Written:
    persons: int
    facts: int
    programmes: int


@transaction.atomic
def write(lines: Sequence[Line], *, replace: bool) -> Written:
    """AlreadyThere when there are facts and `replace` is off; with it, people who stand in both keep their keys."""
    if FunnelFact.objects.exists():
        if not replace:
            raise AlreadyThere
        FunnelFact.objects.all().delete()
    persons = _persons(lines)
    programmes = _programmes(lines)
    editions = _editions(lines, programmes)
    facts = [
        FunnelFact(
            person_id=persons[line.person],
            programme=programmes[line.programme],
            edition=editions.get((line.programme, line.edition)),
            step=step,
            happened_on=day,
            source=line.source,
            office=line.office,
        )
        for line in lines
        for step, day in line.days.items()
    ]
    FunnelFact.objects.bulk_create(facts, batch_size=AT_A_TIME)
    return Written(len(persons), len(facts), len(programmes))


def _persons(lines: Sequence[Line]) -> dict[str, int]:
    """Their numbers by what the file calls them; who stands in it no more is gone as if erased."""
    traits = {line.person: line.traits for line in lines}
    known = {person.label: person for person in FunnelPerson.objects.filter(label__isnull=False)}
    gone = [person.pk for label, person in known.items() if label not in traits]
    for start in range(0, len(gone), AT_A_TIME):
        forget(FunnelPerson.objects.filter(pk__in=gone[start : start + AT_A_TIME]))
    new: list[FunnelPerson] = []
    changed: list[FunnelPerson] = []
    for label, said in traits.items():
        person = known.get(label) or FunnelPerson(label=label)
        if person.pk and person.description() == vars(said):
            continue
        person.gender, person.birth_year, person.province = said.gender, said.birth_year, said.province
        (changed if person.pk else new).append(person)
    FunnelPerson.objects.bulk_create(new, batch_size=AT_A_TIME)
    FunnelPerson.objects.bulk_update(changed, ["gender", "birth_year", "province"], batch_size=500)
    every = FunnelPerson.objects.filter(label__isnull=False).values_list("label", "pk")
    return {label: pk for label, pk in every if label}


def _programmes(lines: Sequence[Line]) -> dict[str, Programme]:
    offices = {line.programme: line.office for line in reversed(lines)}
    known = {programme.name: programme for programme in Programme.objects.filter(name__in=offices)}
    missing = [name for name in offices if name not in known]
    if missing:
        slug = slugify(ORGANISATION)
        organisation, _made = Organisation.objects.get_or_create(
            name=ORGANISATION, defaults={"slug": slug, "is_public": False}
        )
        taken = set(Programme.objects.values_list("slug", flat=True))
        for name in missing:
            programme = Programme.objects.create(name=name, slug=_free(name, taken), office=offices[name])
            Carrier.objects.create(programme=programme, organisation=organisation, is_lead=True)
            known[name] = programme
    return known


def _free(name: str, taken: set[str]) -> str:
    """A slug that no other programme has; remembered as taken."""
    base = slugify(name)[:70] or "programma"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


def _editions(lines: Sequence[Line], programmes: dict[str, Programme]) -> dict[tuple[str, str], Edition]:
    began: dict[tuple[str, str], date | None] = {}
    for line in lines:
        if line.edition:
            place, day = (line.programme, line.edition), line.days.get(FunnelStep.STARTED)
            earlier = began.get(place)
            began[place] = min(day, earlier) if day and earlier else day or earlier
    own = Edition.objects.filter(programme__in=programmes.values()).select_related("programme")
    known = {(edition.programme.name, edition.name): edition for edition in own}
    missing = [
        Edition(programme=programmes[programme], name=name, starts_on=day)
        for (programme, name), day in began.items()
        if (programme, name) not in known
    ]
    for edition in Edition.objects.bulk_create(missing, batch_size=AT_A_TIME):
        known[edition.programme.name, edition.name] = edition
    return known
