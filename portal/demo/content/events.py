"""Invented events, some weeks ahead of the day the demo is made. Days move on to the first working day."""

from dataclasses import dataclass

from people.models import Organisation
from portal.demo.content.terms import Term
from programmes.models import Event, Programme

Both = tuple[str, str]  # Dutch, English
Clock = tuple[int, int]  # hour, minute


@dataclass(frozen=True)
class Coming:
    """`town` is empty for what is online. `programme` is a slug, or empty when it belongs to none."""

    title: Both
    text: Both
    access: Both
    days: int
    begins: Clock
    ends: Clock
    organisation: str
    programme: str = ""
    town: str = ""


EVENTS = (
    Coming(
        ("Vragenuur over het mentornetwerk", "Question hour on the mentor network"),
        ("Stel je vragen. Je camera mag uit blijven.", "Ask your questions. Your camera may stay off."),
        ("Met schrijftolk", "With a speech-to-text interpreter"),
        days=9,
        begins=(20, 0),
        ends=(21, 0),
        organisation="stem-op-een-vrouw",
        programme="mentornetwerk",
    ),
    Coming(
        ("Loop een avond mee met een raadslid", "Join a council member for an evening"),
        ("Je ziet een vergadering. Daarna praten we na.", "You see a meeting. Afterwards we talk about it."),
        ("Zonder trappen, met ringleiding", "No stairs, with a hearing loop"),
        days=16,
        begins=(19, 0),
        ends=(22, 0),
        organisation="stichting-verzonnen",
        town="Deventer",
    ),
    Coming(
        ("Oefenen met spreken in de raadszaal", "Practise speaking in the council chamber"),
        ("Je oefent in een kleine groep. Niemand kijkt toe.", "You practise in a small group. Nobody watches."),
        ("Zonder trappen", "No stairs"),
        days=44,
        begins=(18, 30),
        ends=(21, 30),
        organisation="stichting-verzonnen",
        town="Almere",
    ),
    Coming(
        ("Prinsessendag", "Prinsessendag (Princesses’ Day)"),
        (
            "Vóór Prinsjesdag gaat het een dag over vrouwen in de politiek. Datum en plaats zijn verzonnen.",
            "Before the opening of parliament, a day about women in politics. Date and place are invented.",
        ),
        ("Zonder trappen, met ringleiding", "No stairs, with a hearing loop"),
        days=290,
        begins=(10, 0),
        ends=(16, 0),
        organisation="alliantie-politica",
        town="Den Haag",
    ),
)


def lay_events(programmes: dict[str, Programme], organisations: dict[str, Organisation], term: Term) -> None:
    for coming in EVENTS:
        day = term.working_day(coming.days)
        Event.objects.get_or_create(
            organisation=organisations[coming.organisation],
            title=coming.title[0],
            defaults={
                "title_en": coming.title[1],
                "text": coming.text[0],
                "text_en": coming.text[1],
                "access": coming.access[0],
                "access_en": coming.access[1],
                "starts_at": term.moment(day, *coming.begins),
                "ends_at": term.moment(day, *coming.ends),
                "programme": programmes.get(coming.programme),
                "online": not coming.town,
                "town": coming.town,
                "is_example": True,
            },
        )
