"""Invented events, some weeks ahead of the day the demo is made. Days move on to the first working day."""

from dataclasses import dataclass

from people.models import Organisation
from portal.demo.content.terms import Term
from programmes.choices import Audience, Province, Registering
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
    province: str = ""
    for_whom: str = Audience.EVERYONE
    registering: str = Registering.NONE
    places: int | None = None


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
        for_whom=Audience.WOMEN,
        registering=Registering.OPEN,
    ),
    Coming(
        ("Loop een avond mee met een raadslid", "Join a councillor for an evening"),
        ("Je ziet een vergadering. Daarna praten we na.", "You see a meeting. Afterwards we talk about it."),
        ("Zonder trappen, met ringleiding", "No stairs, with a hearing loop"),
        days=16,
        begins=(19, 0),
        ends=(22, 0),
        organisation="stichting-verzonnen",
        town="Deventer",
        province=Province.OVERIJSSEL,
        registering=Registering.OPEN,
        places=4,
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
        province=Province.FLEVOLAND,
        registering=Registering.OPEN,
        places=12,
    ),
    Coming(
        ("Open avond van de kraamkamer in Enschede", "Open evening of the nursery in Enschede"),
        (
            "De groep laat zien waar zij aan werkt. Je mag meepraten.",
            "The group shows what it works on. You may join in.",
        ),
        ("Zonder trappen, met rustige ruimte", "No stairs, with a quiet room"),
        days=12,
        begins=(19, 0),
        ends=(21, 0),
        organisation="stichting-voor-democratie",
        programme="kraamkamers",
        town="Enschede",
        province=Province.OVERIJSSEL,
    ),
    Coming(
        ("Open avond van de kraamkamer in Tilburg", "Open evening of the nursery in Tilburg"),
        (
            "De groep laat zien waar zij aan werkt. Je mag meepraten.",
            "The group shows what it works on. You may join in.",
        ),
        ("Zonder trappen, met ringleiding", "No stairs, with a hearing loop"),
        days=19,
        begins=(19, 0),
        ends=(21, 0),
        organisation="stichting-voor-democratie",
        programme="kraamkamers",
        town="Tilburg",
        province=Province.NOORD_BRABANT,
    ),
    Coming(
        (
            "Proefles: wat doen de provincie en het waterschap?",
            "Trial lesson: what do the province and the water board do?",
        ),
        (
            "Eén avond van de cursus. Je zit nergens aan vast.",
            "One evening of the course. You are not tied to anything.",
        ),
        (
            "Zonder trappen, met ringleiding. Een gebarentolk kan.",
            "No stairs, with a hearing loop. A sign-language interpreter is possible.",
        ),
        days=17,
        begins=(19, 30),
        ends=(21, 30),
        organisation="prodemos",
        programme="politiek-actief",
        town="Zwolle",
        province=Province.OVERIJSSEL,
        registering=Registering.OPEN,
        places=20,
    ),
    Coming(
        ("Uitleg voor partijen: eerlijk selecteren", "For parties: selecting fairly"),
        ("Wat gebeurt er in de training, en hoe boek je die?", "What happens in the training, and how do you book it?"),
        ("Met schrijftolk", "With a speech-to-text interpreter"),
        days=24,
        begins=(12, 0),
        ends=(12, 45),
        organisation="college-voor-de-rechten-van-de-mens",
        programme="selecteren-zonder-vooroordelen",
        for_whom=Audience.PARTIES,
    ),
    Coming(
        ("Een burgemeester vertelt over een gewone week", "A mayor tells about an ordinary week"),
        (
            "Je hoort wat het werk vraagt. Daarna is er tijd voor vragen.",
            "You hear what the work asks. Afterwards there is time for questions.",
        ),
        ("Met schrijftolk", "With a speech-to-text interpreter"),
        days=38,
        begins=(20, 0),
        ends=(21, 15),
        organisation="genootschap-van-burgemeesters",
        programme="orientatieprogramma",
    ),
    Coming(
        ("Vragenuur voor wie politiek actief wil worden", "Question hour for who wants to be active in politics"),
        (
            "Stel je vragen, hardop of in de chat. Je camera mag uit blijven.",
            "Ask your questions, aloud or in the chat. Your camera may stay off.",
        ),
        ("Met gebarentolk en schrijftolk", "With sign-language and speech-to-text interpreters"),
        days=50,
        begins=(16, 0),
        ends=(17, 0),
        organisation="zorgbelang-inclusief",
        programme="politiek-actief-met-een-beperking",
    ),
    Coming(
        ("Wat leerden wij van de eerste groep?", "What did we learn from the first group?"),
        (
            "Jongeren vertellen wat goed ging en wat beter kan.",
            "Young people tell what went well and what can be better.",
        ),
        ("Zonder trappen, met rustige ruimte", "No stairs, with a quiet room"),
        days=58,
        begins=(19, 0),
        ends=(20, 30),
        organisation="stichting-verzonnen",
        programme="next-step-academy",
        town="Utrecht",
        province=Province.UTRECHT,
        for_whom=Audience.YOUNG,
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
        province=Province.ZUID_HOLLAND,
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
                "province": coming.province,
                "for_whom": coming.for_whom,
                "registering": coming.registering,
                "capacity": coming.places,
                "address": _where(coming),
                "is_example": True,
            },
        )


def _where(coming: Coming) -> str:
    """For who comes. No street of this name is meant."""
    if coming.registering == Registering.NONE:
        return ""
    return (
        f"De Verzonnen Zaal\nVoorbeeldplein 1\n{coming.town}" if coming.town else "https://vergaderen.example.org/avond"
    )
