"""Which column of a sheet says what, guessed by its heading; the organiser has the last word."""

import re
import unicodedata
from collections.abc import Sequence

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Column(TextChoices):
    NAME = "name", _("naam")
    GIVEN = "given", _("voornaam")
    PREFIX = "prefix", _("tussenvoegsel")
    SURNAME = "surname", _("achternaam")
    ADDRESS = "address", _("e-mailadres")
    TOWN = "town", _("plaats van de bijeenkomsten")
    DAY = "day", _("toegelaten op")


KNOWN: dict[str, tuple[str, ...]] = {
    Column.ADDRESS: ("e mail", "email", "mail", "e mailadres", "emailadres", "mailadres", "e mail adres", "email adres",
                     "email address", "mail address", "e mail address", "adres e mail", "contact e mail"),
    Column.NAME: ("naam", "name", "volledige naam", "full name", "roepnaam en achternaam", "naam deelnemer",
                  "deelnemer", "participant"),
    Column.GIVEN: ("voornaam", "first name", "given name", "roepnaam", "voornamen"),
    Column.PREFIX: ("tussenvoegsel", "tussenvoegsels", "tussenv", "voorvoegsel", "voorvoegsels", "prefix"),
    Column.SURNAME: ("achternaam", "surname", "last name", "family name", "familienaam"),
    Column.TOWN: ("locatie", "plaats", "cursusplaats", "cursuslocatie", "location", "town", "leslocatie", "stad",
                  "plaats cursus", "trainingslocatie", "groep plaats", "editie"),
    Column.DAY: ("toegelaten", "toegelaten op", "datum", "datum toelating", "datum toegelaten", "aangemeld op",
                 "aanmelddatum", "admitted", "admitted on", "inschrijfdatum", "date", "datum aanmelding"),
}  # fmt: skip


def guess(heading: str) -> str:
    """What this heading seems to name, or ""."""
    plain = _plain(heading)
    return next((column for column, words in KNOWN.items() if plain in words), "")


def guesses(headings: Sequence[str]) -> dict[str, int]:
    """Which heading, by its place, for each column that is recognised; the first of two alike."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if column := guess(heading):
            found.setdefault(str(column), place)
    return found


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text[:200].casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.split(r"[^a-z0-9]+", letters)).strip()
