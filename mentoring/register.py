"""What the public page on matching shows of the weights file: made when it is read, so it cannot promise another."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from mentoring.matching import CODES, Weights, load_weights


def rules(weights: Weights | None = None) -> dict[str, Any]:
    """A caption with the version, columns, and a row for each thing that counts, the heaviest first."""
    weights = weights or load_weights()
    names = _names()
    heaviest = sorted(CODES, key=lambda code: (-weights.most[code], CODES.index(code)))
    return {
        "caption": _("Versie %(version)s van de regels: samen 100 punten") % {"version": weights.version},
        "columns": [
            {"label": _("Wat telt mee")},
            {"label": _("Punten"), "unbroken": True},
            {"label": _("Kan het zonder?")},
        ],
        "rows": [
            [names[code], points(weights, code), _("Nee") if code in weights.limits else _("Ja")] for code in heaviest
        ],
    }


def points(weights: Weights, code: str) -> str:
    """Of 100, as people read it; the file counts in thousandths."""
    most = weights.most[code]
    return number_format(most // 10 if most % 10 == 0 else most / 10, decimal_pos=None if most % 10 == 0 else 1)


def _names() -> dict[str, str]:
    return {
        "topics": _("Onderwerpen die jullie allebei kozen"),
        "help": _("Hulp die de deelnemer zoekt en de mentor geeft"),
        "office": _("Ervaring met het ambt waar de deelnemer naartoe wil"),
        "province": _("Dezelfde provincie"),
        "language": _("Talen die jullie delen"),
        "availability": _("Momenten waarop jullie allebei kunnen"),
        "way": _("Hoe jullie elkaar allebei willen spreken"),
    }
