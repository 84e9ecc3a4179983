"""The forms of the desk as a browser sends them."""

from typing import Any

from programmes.models import Programme

INLINES = ["carriers", "safeguarding_contacts", "criteria", "phases", "questions"]


def filled(values: dict[str, Any], **inlines: list[dict[str, Any]]) -> dict[str, Any]:
    """Fields, and an inline formset for each of ours."""
    data = dict(values)
    for name in INLINES:
        rows = inlines.get(name, [])
        initial = sum(1 for row in rows if row.get("id"))
        data |= {f"{name}-TOTAL_FORMS": len(rows), f"{name}-INITIAL_FORMS": initial}
        for number, row in enumerate(rows):
            data |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return data


def programme_values(**changes: Any) -> dict[str, Any]:
    values = {"name": "Eigen programma", "slug": "eigen", "for_whom": "vrouwen", "office": "raad", "form": "live"}
    return {**values, **changes}


def edition_values(programme: Programme, /, **changes: Any) -> dict[str, Any]:
    values = {"programme": programme.pk, "name": "voorjaar", "admission_mode": "order", "capacity": 20}
    return {**values, "minimum_age": 18, "reveals": "nothing", **changes}
