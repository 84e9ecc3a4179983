"""A finding in a sentence: what is the matter, and what helps."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.checking.findings import Finding, Kind

LABELS: dict[Kind, str | Promise] = {
    Kind.LONG_SENTENCE: gettext_lazy("lange zin"),
    Kind.FORMAL: gettext_lazy("u in plaats van je"),
    Kind.HARD_WORD: gettext_lazy("moeilijk woord"),
    Kind.OLD_DATE: gettext_lazy("datum die voorbij is"),
    Kind.NOT_CHECKED: gettext_lazy("lang niet nagekeken"),
    Kind.NO_EASY_LANGUAGE: gettext_lazy("geen makkelijke taal"),
    Kind.NO_ALT_TEXT: gettext_lazy("afbeelding zonder beschrijving"),
    Kind.DEAD_LINK: gettext_lazy("link die nergens heen gaat"),
}


def advice(finding: Finding) -> str:
    """What to do about it."""
    words = {"about": finding.about, "instead": finding.instead}
    return {
        Kind.LONG_SENTENCE: _("Maak van deze zin er twee: ‘%(about)s’"),
        Kind.FORMAL: _("Spreek de lezer aan met ‘%(instead)s’. Nu staat er ‘%(about)s’."),
        Kind.HARD_WORD: _("Schrijf ‘%(instead)s’ in plaats van ‘%(about)s’."),
        Kind.OLD_DATE: _("%(about)s is voorbij. Klopt de tekst nog?"),
        Kind.NOT_CHECKED: _("Niet nagekeken sinds %(about)s. Lees de pagina na en zet de datum goed."),
        Kind.NO_EASY_LANGUAGE: _("Schrijf deze pagina ook in makkelijke taal, in het deel daarvoor."),
        Kind.NO_ALT_TEXT: _("Zeg bij ‘%(about)s’ wat erop te zien is, voor wie het niet ziet."),
        Kind.DEAD_LINK: _("Een link gaat naar iets dat niet op de site staat. Kies een ander."),
    }[finding.kind] % words


def summed(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """How many of each kind, in the order of finding."""
    counted = Counter(finding.kind for finding in findings)
    return [{"label": LABELS[kind], "count": count} for kind, count in counted.items()]
