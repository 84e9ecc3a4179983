"""Promised and done. What was done is exact; what became of people afterwards comes from the published figures."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outcomes.choices import FunnelStep
from outcomes.disclosure.catalogue import OUTCOME
from outcomes.dossier.counting import EXACT, Counts
from outcomes.dossier.parts import Bar, Cell, Part, Table, bar
from outcomes.models import Grant, Promise, PublishedCell, Release

PUBLISHED = (FunnelStep.LISTED, FunnelStep.ELECTED)


def promised_and_done(grant: Grant, promises: Sequence[Promise], counts: Counts) -> Part:
    """A row for every step that is counted here, and for one that was promised besides."""
    numbers = {promise.step: promise.number or 0 for promise in promises if promise.step}
    steps = [step for step in EXACT if step in numbers or step != FunnelStep.MATCHED or grant.programme.has_mentors]
    rows = [_row(step, numbers.get(step), counts.whole[step]) for step in steps]
    rows += [_row(step, numbers[step], published(grant)[step]) for step in PUBLISHED if step in numbers]
    tables = [Table(_("Mensen per stap"), (_("Stap"), _("Beloofd"), _("Gedaan")), tuple(rows))]
    if words := [promise for promise in promises if not promise.step]:
        told = tuple((promise.text, promise.done or _("nog niet ingevuld")) for promise in words)
        tables.append(Table(_("Wat wij nog meer beloofden"), (_("Belofte"), _("Wat ervan kwam")), told))
    notes = [
        _("Deze aantallen zijn precies: elk mens telt één keer. Ze zijn voor jullie zelf en wie de subsidie geeft."),
        _("Publiceer ze niet. Op de site staan alleen afgeronde cijfers."),
    ]
    if any(step in numbers for step in PUBLISHED):
        notes.append(_("‘Op een kieslijst’ en ‘gekozen of benoemd’ komen uit de gepubliceerde cijfers."))
    return Part(
        "beloofd",
        _("Beloofd en gedaan"),
        bars=tuple(_bars(numbers, counts)),
        tables=tuple(tables),
        notes=tuple(notes),
    )


def _row(step: FunnelStep, promised: int | None, done: Cell) -> tuple[Cell, ...]:
    return str(step.label).capitalize(), _("niets beloofd") if promised is None else promised, done


def _bars(numbers: dict[str, int], counts: Counts) -> list[Bar]:
    """One for each promise of a number that is counted exactly."""
    found = []
    for step in EXACT:
        if promised := numbers.get(step):
            number = counts.whole[step]
            said = _("%(done)s van %(promised)s") % {"done": number, "promised": promised}
            found.append(bar(str(step.label).capitalize(), number, promised, said))
    return found


def published(grant: Grant) -> dict[FunnelStep, str]:
    """On a list, and elected: as the newest release says it of this programme, and no more than that."""
    newest = Release.objects.order_by("-as_of").values("pk")[:1]
    cells = PublishedCell.objects.filter(release__in=newest, table=OUTCOME.id, row=grant.programme.name)
    values = dict(cells.values_list("column", "value"))
    return {step: _published(step in values, values.get(step)) for step in PUBLISHED}


def _published(is_there: bool, value: int | None) -> str:
    if not is_there:
        return _("nog niet bekend")
    return _("minder dan 10") if value is None else _("ongeveer %(number)s") % {"number": value}


def per_edition(grant: Grant, counts: Counts) -> Part | None:
    """What was done in each edition in this period; none when only one edition had anything."""
    editions = [one for one in grant.programme.editions.order_by("starts_on", "pk") if one.pk in counts.editions]
    if len(editions) < 2:
        return None
    steps = [step for step in EXACT if step != FunnelStep.MATCHED or grant.programme.has_mentors]
    rows: list[tuple[Cell, ...]] = []
    for edition in editions:
        begins = date_format(edition.starts_on, "j F Y") if edition.starts_on else _("geen dag")
        rows.append((edition.name, begins, *(counts.editions[edition.pk][step] for step in steps)))
    columns = (_("Editie"), _("Begint op"), *(str(step.label).capitalize() for step in steps))
    return Part("edities", _("Per editie"), tables=(Table(_("Mensen per editie"), columns, tuple(rows)),))
