"""The bodies that exist, from the lists beside this file. PROVENANCE.md says where those come from."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from elections.importing.recognising import recognise_marked
from elections.models import Body, Election, Kind, SeparateVote
from elections.slugs import slug_for

FOLDER = Path(__file__).parent
# What the lists say is renewed by each load; slugs stay, since addresses must, and so do dates set by hand.
RENEWED = ["kind", "domain", "name", "alias", "province", "inhabitants"]


def load() -> int:
    """Lay all bodies and what changed among them; a second time nothing is added. Returns their number."""
    with transaction.atomic():
        bodies = [*_municipalities(), *_provinces(), *_water_boards()]
        _give_slugs(bodies)
        Body.objects.bulk_create(bodies, update_conflicts=True, unique_fields=["code"], update_fields=RENEWED)
        for row in _rows("changes.csv"):
            _apply(row)
        recognise_marked()
    return len(bodies)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _municipalities() -> Iterator[Body]:
    for row in _rows("gemeenten_342.csv"):
        yield Body(
            kind=Kind.COUNCIL,
            code=row["code"],
            domain=row["code"].removeprefix("GM"),
            name=row["name"],
            alias=row["alias"],
            province=row["province"],
            inhabitants=int(row["inhabitants"]),
        )


def _provinces() -> Iterator[Body]:
    for row in _rows("provincies_12.csv"):
        domain = row["eml_domain_id"]
        yield Body(kind=Kind.PROVINCE, code=row["code"], domain=domain, name=row["name"], province=row["name"])


def _water_boards() -> Iterator[Body]:
    for row in _rows("waterschappen_21.csv"):
        number = row["eml_region_number"]
        yield Body(kind=Kind.WATER_BOARD, code=f"WS{int(number):02}", domain=number, name=row["name"])


def _give_slugs(bodies: list[Body]) -> None:
    kept = dict(Body.objects.values_list("code", "slug"))
    taken = set(kept.values())
    for body in bodies:
        body.slug = kept.get(body.code) or slug_for(body.kind, body.name, body.code, taken=taken)
        taken.add(body.slug)


def _apply(row: dict[str, str]) -> None:
    body = Body.objects.get(code=row["code"])
    if row["valid_from"]:
        body.valid_from = dt.date.fromisoformat(row["valid_from"])
    if row["valid_until"]:
        body.valid_until = dt.date.fromisoformat(row["valid_until"])
    if row["successor"]:
        body.successor = Body.objects.get(code=row["successor"])
    body.save(update_fields=["valid_from", "valid_until", "successor"])
    if row["instead_of"]:
        SeparateVote.objects.update_or_create(
            body=body,
            election=Election.objects.get(identifier=row["instead_of"]),
            defaults={"year": int(row["year"]), "season": row["season"]},
        )
