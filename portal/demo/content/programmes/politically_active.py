"""Politiek Actief: the course that ProDemos gives at municipalities.

From the letters: who gives it, where, and that people from under-represented groups are invited on purpose. The towns
and dates are invented.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA, inside
from portal.demo.content.programmes.shapes import Ask, EditionPlan, Example, PageWords, Stop
from programmes.choices import Audience, Form, QuestionKind
from programmes.states import EditionState

DUTCH = PageWords(
    title="Politiek Actief",
    intro="Een cursus bij een gemeente in de buurt. Je ontdekt hoe politiek werkt en of het bij je past.",
    body=[
        "Je leert hoe besluiten ontstaan en wie erover gaat. Je oefent met wat een politicus doet.",
        "Zijn er verkiezingen voor Provinciale Staten en waterschappen? Dan gaat de cursus daar ook over.",
    ],
    helps=[
        "Je ontmoet mensen die het werk doen.",
        "Je speelt een vergadering na, met een echte agenda.",
        "Je hoort hoe je bij een partij binnenkomt.",
        "Je kunt alles vragen, ook wat je dom vindt klinken.",
    ],
    for_whom="Voor iedereen die nieuwsgierig is. Zie je in de politiek weinig mensen zoals jij? Kom juist dan.",
    admission="Iedereen kan meedoen. Wij vragen maar twee dingen, en die zijn een voorbeeld.",
    certificate="Je krijgt een bewijs van deelname (voorbeeld).",
    questions=[
        ("Ik woon in een andere gemeente. Mag dat?", "Ja. Kies de plaats die voor jou handig is."),
        ("Moet ik lid zijn van een partij?", "Nee. Op de cursus hoor je van veel partijen iets."),
        ("Moet ik daarna de politiek in?", "Nee. Je kunt ook iets anders gaan doen, of nog niets."),
        ("Wat als mijn plaats er niet bij staat?", "Kijk later nog eens. Of kies een plaats in de buurt."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-leren", ["Het is een cursus over politiek.", "Er zijn vijf avonden."]),
                ("mini-samen", ["Je doet het met een groep.", "Jullie spelen een vergadering na."]),
                ("mini-hand", ["Je mag alles vragen.", "Geen vraag is dom."]),
            ],
        ),
        (
            "Voor wie is het?",
            [("mini-samen", ["Het is voor iedereen.", "Je hoeft niets te weten.", "Je hoeft niets te kiezen."])],
        ),
        (
            "Waar en wanneer is het?",
            [
                ("mini-kalender", ["De cursus is vaker per jaar.", "Op de hele pagina staan de plaatsen."]),
                ("mini-klok", ["Een avond duurt twee uur."]),
                ("mini-trein", ["Je kiest een plaats bij jou in de buurt."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-formulier", ["Je vult twee vragen in.", "Dat kan op je telefoon.", "Iemand mag je helpen."]),
                ("mini-lijst", ["Later kom je misschien op een kieslijst.", "Dat beslis jij zelf."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Politiek Actief (politically active)",
    intro="A course at a municipality near you. You find out how politics works and whether it suits you.",
    body=[
        "You learn how decisions are made and who decides. You practise what a politician does.",
        "Are there elections for provinces and water boards? Then the course is about those too.",
    ],
    helps=[
        "You meet people who do the work.",
        "You act out a meeting, with a real agenda.",
        "You hear how to find your way into a party.",
        "You can ask everything, also what you think sounds silly.",
    ],
    for_whom="For everyone who is curious. Do you see few people like you in politics? Then come above all.",
    admission="Everyone can take part. We only ask two things, and those are an example.",
    certificate="You get a certificate of participation (example).",
    questions=[
        ("I live in another municipality. Is that fine?", "Yes. Choose the town that suits you."),
        ("Must I be a member of a party?", "No. On the course you hear something from many parties."),
        ("Must I go into politics afterwards?", "No. You can do something else too, or nothing yet."),
        ("What if my town is not there?", "Look again later. Or choose a town nearby."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-leren", ["It is a course about politics.", "There are five evenings."]),
                ("mini-samen", ["You do it with a group.", "You act out a meeting."]),
                ("mini-hand", ["You may ask everything.", "No question is silly."]),
            ],
        ),
        (
            "For whom is it?",
            [("mini-samen", ["It is for everyone.", "You need not know anything.", "You need not choose anything."])],
        ),
        (
            "Where and when is it?",
            [
                ("mini-kalender", ["There are several courses a year.", "The full page has the towns."]),
                ("mini-klok", ["An evening takes two hours."]),
                ("mini-trein", ["You choose a town near you."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-formulier", ["You answer two questions.", "You can use your phone.", "Someone may help you."]),
                ("mini-lijst", ["Later you may get on a list.", "You decide that yourself."]),
            ],
        ),
        (
            "Is something not right?",
            [("mini-hulp", ["Talk with someone you trust.", "Below are two names."])],
        ),
    ],
)

PATH = (
    Stop(
        Station.WANT,
        ("wat doet de raad?", "what does the council do?"),
        ("Avond 1", "Evening 1"),
        (
            "Je ziet waar de raad over gaat. En wat de provincie en het waterschap doen.",
            "You see what the council decides on. And what the province and the water board do.",
        ),
        entry=("Iedereen met een plek.", "Everyone with a place."),
        outcome=("Je weet wie waarover beslist.", "You know who decides on what."),
    ),
    Stop(
        Station.MAY,
        ("partijen en lijsten", "parties and lists"),
        ("Avond 2", "Evening 2"),
        (
            "Hoe komt een lijst tot stand? Mensen van verschillende partijen vertellen het.",
            "How is a list made? People from different parties tell you.",
        ),
        entry=("Iedereen die de cursus volgt.", "Everyone on the course."),
        outcome=("Je weet hoe je op een lijst komt.", "You know how one gets on a list."),
    ),
    Stop(
        Station.CAN,
        ("een vergadering naspelen", "acting out a meeting"),
        ("Avond 3 en 4", "Evenings 3 and 4"),
        (
            "Je krijgt een rol. Je houdt een kort verhaal en zoekt een meerderheid.",
            "You get a part. You give a short speech and look for a majority.",
        ),
        entry=("Iedereen die de cursus volgt.", "Everyone on the course."),
        outcome=("Je hebt gesproken en onderhandeld.", "You have spoken and negotiated."),
    ),
    Stop(
        Station.GO,
        ("en nu jij", "and now you"),
        ("Avond 5", "Evening 5"),
        (
            "Je kiest een eerste stap. Wie wil, maakt kennis met een partij.",
            "You choose a first step. Who wants to, meets a party.",
        ),
        entry=("Wie verder wil.", "Who wants to go on."),
        outcome=("Je weet wat jouw eerste stap is.", "You know what your first step is."),
    ),
)

# town, days from today to its first evening: about three a year, in different parts of the country
PAST = (
    ("Almere", -1010),
    ("Groningen", -915),
    ("Heerlen", -790),
    ("Rotterdam", -680),
    ("Arnhem", -560),
    ("Middelburg", -430),
    ("Assen", -290),
    ("Haarlem", -120),
)
LATER = (("Breda", 95, 50), ("Leeuwarden", 150, 90), ("Den Haag", 200, 130))  # town, first evening, opens


def _was(town: str, starts: int) -> EditionPlan:
    return EditionPlan(
        opens=starts - 60,
        closes=starts - 14,
        answer_by=starts - 10,
        starts=starts,
        ends=starts + 35,
        town=town,
        capacity=45,
        participants=45,
    )


def _comes(town: str, starts: int, opens: int) -> EditionPlan:
    return EditionPlan(
        opens=opens,
        closes=starts - 14,
        answer_by=starts - 10,
        starts=starts,
        ends=starts + 35,
        state=EditionState.OPEN,
        town=town,
        capacity=45,
    )


POLITICALLY_ACTIVE = Example(
    slug="politiek-actief",
    name="Politiek Actief",
    carriers=("prodemos",),
    organiser=("Puck Programma", "puck.programma@example.org"),
    for_whom=Audience.EVERYONE,
    form=Form.LIVE,
    where=("Bij gemeenten in het hele land", "At municipalities all over the country"),
    hours=("Vijf avonden van twee uur (voorbeeld)", "Five evenings of two hours (example)"),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=(
        "Je reist zelf. Kies een plaats dichtbij (voorbeeld).",
        "You travel yourself. Choose a town nearby (example).",
    ),
    access=(
        "Zonder trappen, met ringleiding. Een tolk kan (voorbeeld).",
        "No stairs, with a hearing loop. An interpreter is possible (example).",
    ),
    drawing="raadstafel",
    materials=(
        "Op papier in grote letters, en vooraf per mail (voorbeeld).",
        "On paper in large type, and by mail beforehand (example).",
    ),
    contact_address="politiekactief@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Je kunt de avonden erbij zijn.", "You can be there on the evenings."),
            ("Een keer missen mag.", "You may miss one."),
        ),
        (
            ("Je laat anderen uitpraten.", "You let others finish."),
            ("Ook als je het niet met hen eens bent.", "Also when you disagree."),
        ),
    ),
    contacts=(
        inside(
            "Fatma Luistert",
            "prodemos",
            ("Dinsdag tot vrijdag, 9.00 tot 16.00 uur", "Tuesday to Friday, 9:00 to 16:00"),
        ),
        VERA,
    ),
    asks=(
        Ask(
            ("Wat wil je op deze cursus te weten komen?", "What do you want to find out on this course?"),
            heading=("Wat je zoekt", "What you look for"),
            help=("Een zin is genoeg.", "One sentence will do."),
        ),
        Ask(
            ("Waar ben je het nieuwsgierigst naar?", "What are you most curious about?"),
            kind=QuestionKind.CHOICE,
            choices=(
                ("De gemeenteraad", "The municipal council"),
                ("Provinciale Staten", "The provincial council"),
                ("Het waterschap", "The water board"),
                ("Dat weet ik nog niet", "I do not know yet"),
            ),
        ),
    ),
    editions=(*(_was(*past) for past in PAST), _comes("Zwolle", 40, -10), *(_comes(*later) for later in LATER)),
)
