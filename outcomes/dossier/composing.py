"""Gathers the dossier of one subsidy. Nothing is kept: it is made anew each time somebody looks."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outcomes.dossier import done, words_of_others
from outcomes.dossier.counting import count_done
from outcomes.dossier.parts import Dossier, Part
from outcomes.models import Grant
from people.models import User


def compose(grant: Grant, *, by: User, at: datetime | None = None) -> Dossier:
    """All that the organisation may tell about this subsidy, at this moment. `by` is named in it."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    counts = count_done(grant.programme, grant.starts_on, grant.ends_on, at)
    return Dossier(
        title=_("Subsidiedossier"),
        facts=_facts(grant, by, today),
        parts=tuple(
            part
            for part in (
                Part("waarvoor", _("Waarvoor de subsidie was"), _lines(grant.purpose)) if grant.purpose else None,
                done.promised_and_done(grant, list(grant.promises.all()), counts),
                done.per_edition(grant, counts),
                words_of_others.said(grant, today),
                words_of_others.pilot(grant.programme),
                words_of_others.outcome(grant.programme),
                Part("verhaal", _("Ons verhaal erbij"), _lines(grant.told)) if grant.told else None,
            )
            if part is not None
        ),
    )


def _facts(grant: Grant, by: User, today: date) -> tuple[tuple[str, str], ...]:
    carriers = grant.programme.carriers.select_related("organisation")
    facts = (
        (_("Programma"), grant.programme.name),
        (_("Organisatie"), ", ".join(str(carrier.organisation) for carrier in carriers)),
        (_("Subsidie van"), grant.grantor),
        (_("Kenmerk"), grant.reference),
        (_("Periode"), grant.period),
        (_("Stand van"), date_format(today, "j F Y")),
        (_("Gemaakt door"), by.name),
        (_("Let op"), _example(grant)),
    )
    return tuple((label, value) for label, value in facts if value)


def _example(grant: Grant) -> str:
    return _("Voorbeeldinhoud: data, vragen en contact zijn verzonnen") if grant.programme.is_example else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
