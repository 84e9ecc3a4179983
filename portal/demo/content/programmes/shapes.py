"""The shapes in which one example programme is written down: a file each, beside this one.

What is said in two languages is a pair: Dutch, English. Days count from the day the demo is made; those gone by
are negative. What no letter of the ministry says is invented, and the page says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from home.stations import Station
from people.models import User
from portal.demo.content.terms import Term
from programmes.choices import AdmissionMode, Audience, Form, Office, Pilot, QuestionKind, Reveals
from programmes.models import Edition
from programmes.states import EditionState

Both = tuple[str, str]
Easy = list[tuple[str, list[tuple[str, list[str]]]]]  # title of a part -> (drawing, lines)
NOTHING: Both = ("", "")


@dataclass(frozen=True)
class PageWords:
    """What the page says in one language."""

    title: str
    intro: str
    body: list[str]
    helps: list[str]
    for_whom: str
    admission: str
    questions: list[tuple[str, str]]
    easy: Easy
    pilot: str = ""
    certificate: str = ""


@dataclass(frozen=True)
class Stop:
    """A station on the path. `entry` is who goes along, `outcome` what one then has: our reading of a funnel."""

    kind: Station
    title: Both
    when: Both
    text: Both
    entry: Both = NOTHING
    outcome: Both = NOTHING


@dataclass(frozen=True)
class Ask:
    """A question of the form; `heading` names its step and stands with the first question of it."""

    label: Both
    kind: QuestionKind = QuestionKind.LONG
    step: int = 1
    heading: Both = NOTHING
    help: Both = NOTHING
    choices: tuple[Both, ...] = ()
    required: bool = True


@dataclass(frozen=True)
class Contact:
    """An invented person one can talk to safely; `works_for` is the slug of an organisation, "" for none."""

    name: str
    email: str
    hours: Both
    mail_address: str
    works_for: str = ""
    is_outside: bool = False


@dataclass(frozen=True)
class EditionPlan:
    """One edition and how far it has come.

    `participants` is how many invented people took part or take part; 0 for what has yet to begin.
    """

    opens: int
    closes: int
    starts: int
    ends: int
    answer_by: int
    state: EditionState = EditionState.FINISHED
    town: str = ""
    capacity: int = 20
    participants: int = 0

    def first_day(self, term: Term) -> int:
        """What has yet to begin does so on a working day."""
        return term.working_day(self.starts) if self.starts > 0 else self.starts

    def name(self, term: Term) -> str:
        """A town and a year read the same in both languages."""
        first = self.first_day(term)
        return f"{self.town} {term.day(first).year}" if self.town else term.season(first)


@dataclass(frozen=True)
class Example:
    """One programme of the demo. The first of `carriers` is in front."""

    slug: str
    name: str
    carriers: tuple[str, ...]
    organiser: tuple[str, str]  # name, address of the invented organiser who runs it
    for_whom: Audience
    form: Form
    where: Both
    hours: Both
    costs: Both
    access: Both
    contact_address: str
    nl: PageWords
    en: PageWords
    path: tuple[Stop, ...]
    criteria: tuple[tuple[Both, Both], ...]  # title, text
    contacts: tuple[Contact, ...]
    travel: Both = NOTHING
    materials: Both = NOTHING
    office: Office | str = ""
    pilot: Pilot = Pilot.NONE
    has_mentors: bool = False
    drawing: str = "twee-stoelen"
    asks: tuple[Ask, ...] = ()
    admission_mode: AdmissionMode = AdmissionMode.ORDER
    reveals: Reveals = Reveals.NOTHING
    editions: tuple[EditionPlan, ...] = field(default=())


# Called after each move of an edition, with the edition as it is then: `at` is the moment of that move.
Passing = Callable[[Edition, EditionPlan, Term, User], None]
