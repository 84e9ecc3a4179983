"""What a dossier is made of, whether it is shown, printed or put in a workbook; pure but for translated words."""

from dataclasses import dataclass, field

Cell = str | int


@dataclass(frozen=True)
class Bar:
    """One share, drawn; its words say the same. `percent` never leaves its frame."""

    label: str
    percent: int
    value: str


@dataclass(frozen=True)
class Table:
    """The first cell names the row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Part:
    """One heading with its words, its drawing and its tables; `empty` is said when there is nothing yet."""

    name: str
    heading: str
    lines: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.bars or self.tables)


@dataclass(frozen=True)
class Dossier:
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...] = field(default=())


def bar(label: str, part: int, whole: int, value: str) -> Bar:
    return Bar(label, min(100, 100 * part // whole) if whole else 0, value)
