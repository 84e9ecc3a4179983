"""The eight tables that can be published, and no other: a figure that stands in none of them stays in the house.

A person stands in at most one cell of a row. A cell is a word that says in which columns she counts:

    >>> NATIONAL.counts_in("started")
    ('signed_up', 'applied', 'admitted', 'started')
    >>> PROGRAMME.counts_in("applied+matched")
    ('signed_up', 'applied', 'matched')
    >>> PROGRAMME_GENDER.counts_in("vrouw"), PROGRAMME_GENDER.counts_in("")
    (('vrouw', 'totaal'), ('totaal',))
"""

from dataclasses import dataclass
from enum import Enum

from outcomes.disclosure.rhythm import Rhythm
from outcomes.disclosure.steps import COMPLETED, ELECTED, LISTED, MATCHED, STARTED, STEPS

WOMAN, MAN, X = "vrouw", "man", "x"
TOTAL = "totaal"
AND = "+"


class Shape(Enum):
    """How the columns of a table hang together."""

    STEPS = "each column counts who took this step or a later one"
    PARTS = "columns that add up to the last one, together with what is never shown"


@dataclass(frozen=True)
class Table:
    """`rows` are always there, also with nobody in them; None: the rows come with the programmes or the years."""

    id: str
    rows: tuple[str, ...] | None
    columns: tuple[str, ...]
    rhythm: Rhythm
    shape: Shape = Shape.STEPS
    side: tuple[str, ...] = ()
    with_band: bool = False

    @property
    def total(self) -> str:
        """The column of everybody in a row: the denominator of its percentages."""
        return self.columns[0] if self.shape is Shape.STEPS else self.columns[-1]

    @property
    def ladder(self) -> tuple[str, ...]:
        """The columns that nest in each other."""
        return tuple(column for column in self.columns if column not in self.side)

    def counts_in(self, cell: str) -> tuple[str, ...]:
        """The columns in which somebody in this cell counts. ValueError for a step that the table does not have."""
        if self.shape is Shape.PARTS:
            return (cell, TOTAL) if cell in self.columns else (TOTAL,)
        furthest, *beside = cell.split(AND)
        return (*self.ladder[: self.ladder.index(furthest) + 1], *beside)


PROVINCES = (
    "Drenthe",
    "Flevoland",
    "Fryslân",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
)
AGES = ("18–25", "26–35", "36–50", "51+")
COUNTRY = "nederland"
IN_A_PROGRAMME = STEPS[: STEPS.index(COMPLETED) + 1]

NATIONAL = Table("national", (COUNTRY,), STEPS, Rhythm.MONTHLY)
GENDER = Table("gender", (WOMAN, MAN, X), STEPS, Rhythm.QUARTERLY)
AGE = Table("age", AGES, STEPS, Rhythm.QUARTERLY)
PROVINCE = Table("province", PROVINCES, STEPS, Rhythm.QUARTERLY)
PROGRAMME = Table("programme", None, (*IN_A_PROGRAMME, MATCHED), Rhythm.YEARLY, side=(MATCHED,))
PROGRAMME_GENDER = Table("programme-gender", None, (WOMAN, MAN, TOTAL), Rhythm.YEARLY, Shape.PARTS)
YEAR_GENDER = Table("year-gender", None, (WOMAN, MAN, TOTAL), Rhythm.QUARTERLY, Shape.PARTS)
OUTCOME = Table("uitkomst", None, (STARTED, LISTED, ELECTED), Rhythm.YEARLY, with_band=True)

CATALOGUE = (NATIONAL, GENDER, AGE, PROVINCE, PROGRAMME, PROGRAMME_GENDER, YEAR_GENDER, OUTCOME)
BY_ID = {table.id: table for table in CATALOGUE}
