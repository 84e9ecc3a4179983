"""The week as a grid: a day a row, its parts beside each other; on a phone a list by day."""

from dataclasses import dataclass

from django import template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

DAYS: dict[str, Promise] = {
    "ma": _("Maandag"),
    "di": _("Dinsdag"),
    "wo": _("Woensdag"),
    "do": _("Donderdag"),
    "vr": _("Vrijdag"),
    "za": _("Zaterdag"),
    "zo": _("Zondag"),
}
PARTS: dict[str, Promise] = {"ochtend": _("Ochtend"), "middag": _("Middag"), "avond": _("Avond")}


@dataclass(frozen=True)
class Square:
    part: BoundWidget
    label: Promise


@register.filter
def by_day(field: BoundField) -> list[tuple[str, Promise, list[Square]]]:
    """Of a field with mentoring.choices.Slot: (key of the day, its name, its parts), a box each."""
    days: dict[str, list[Square]] = {}
    for box in field:
        day, _dash, part = box.data["value"].partition("-")
        days.setdefault(day, []).append(Square(box, PARTS[part]))
    return [(day, DAYS[day], squares) for day, squares in days.items()]
