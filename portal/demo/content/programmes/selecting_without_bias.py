"""Selecteren zonder vooroordelen: a training for parties and committees, not for persons.

From the letters: the College developed it, for whom, and that the ministry offers it ten times to who forms a municipal
executive. The days that one can book here are invented.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA, inside
from portal.demo.content.programmes.shapes import Example, PageWords, Stop
from programmes.choices import Audience, Form

DUTCH = PageWords(
    title="Selecteren zonder vooroordelen",
    intro="Een training voor wie kandidaten kiest. Je leert zien waar een oordeel te snel komt.",
    body=[
        "Het College voor de Rechten van de Mens ontwikkelde deze training voor partijen en vertrouwenscommissies.",
        "Het ministerie van BZK biedt hem tien keer aan. Dat is voor wie een gemeentebestuur vormt.",
        "Eén keer is voor één gemeente. Alle partijen die daar samen kiezen, doen mee (voorbeeld).",
        "[Kies een dag en boek de training](/voor-partijen/trainingen/).",
    ],
    helps=[
        "Je herkent hoe een eerste indruk je keuze stuurt.",
        "Je schrijft criteria op die je kunt uitleggen.",
        "Je oefent een gesprek waarin iedereen dezelfde vragen krijgt.",
        "Je maakt afspraken over hoe jullie besluiten.",
    ],
    for_whom="Voor partijen, vertrouwenscommissies en iedereen die in een gemeente een bestuur vormt. "
    "Zoek je iets voor jezelf? Kies dan een ander programma.",
    admission="Jullie boeken met elkaar, per gemeente, bij Voor partijen. Je hebt geen account nodig. "
    "Zijn er meer gemeenten dan keren? Dan gaat het op volgorde van boeken (voorbeeld).",
    certificate="Jullie krijgen een bewijs op naam van de organisatie (voorbeeld).",
    questions=[
        ("Hoe boeken wij?", "Kies een dag bij Voor partijen. Je noemt de gemeente en hoeveel mensen er komen."),
        ("Kan ik alleen komen?", "Nee. De training werkt als iedereen die kiest erbij is."),
        ("Moeten wij namen doorgeven?", "Nee. Wij vragen hoeveel mensen er komen, en geen namen."),
        ("Wat kost het?", "In dit voorbeeld niets. Jullie zorgen voor een zaal."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-leren", ["Het is een training.", "Je leert eerlijk kiezen."]),
                ("mini-hand", ["Soms oordelen mensen te snel.", "Je leert dat te zien."]),
                ("mini-lijst", ["Je maakt een lijst met vragen.", "Iedereen krijgt dezelfde vragen."]),
            ],
        ),
        (
            "Voor wie is het?",
            [
                ("mini-samen", ["Het is voor partijen.", "Het is voor wie mensen kiest.", "Je komt met je groep."]),
            ],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["Jullie kiezen samen een dag."]),
                ("mini-klok", ["Het duurt één dagdeel.", "Dat is ongeveer vier uur."]),
                ("mini-trein", ["De trainer komt naar jullie toe."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                (
                    "mini-formulier",
                    ["Je kiest een dag op deze site.", "Je zegt welke gemeente het is.", "Je noemt geen namen."],
                ),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Selecting without bias",
    intro="A training for those who choose candidates. You learn to see where a judgement comes too soon.",
    body=[
        "The Netherlands Institute for Human Rights developed this training for parties and selection committees.",
        "The Ministry of the Interior offers it ten times. That is for those who form a municipal executive.",
        "One session is for one municipality. All parties that choose together there take part (example).",
        "[Choose a day and book the training](/voor-partijen/trainingen/).",
    ],
    helps=[
        "You recognise how a first impression steers your choice.",
        "You write criteria that you can explain.",
        "You practise an interview in which everyone gets the same questions.",
        "You agree on how you decide.",
    ],
    for_whom="For parties, selection committees and all who form a municipal executive. "
    "Do you look for something for yourself? Then choose another programme.",
    admission="You book together, by municipality, at For parties. You need no account. "
    "Are there more municipalities than sessions? Then it goes in order of booking (example).",
    certificate="You get a certificate in the name of the organisation (example).",
    questions=[
        ("How do we book?", "Choose a day at For parties. You name the municipality and how many people come."),
        ("Can I come alone?", "No. The training works when everyone who chooses is there."),
        ("Must we give names?", "No. We ask how many people come, and no names."),
        ("What does it cost?", "In this example nothing. You provide a room."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-leren", ["It is a training.", "You learn to choose fairly."]),
                ("mini-hand", ["Sometimes people judge too fast.", "You learn to see that."]),
                ("mini-lijst", ["You make a list of questions.", "Everyone gets the same questions."]),
            ],
        ),
        (
            "For whom is it?",
            [
                ("mini-samen", ["It is for parties.", "It is for who chooses people.", "You come with your group."]),
            ],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["You choose a day together."]),
                ("mini-klok", ["It takes half a day.", "That is about four hours."]),
                ("mini-trein", ["The trainer comes to you."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                (
                    "mini-formulier",
                    ["You choose a day on this site.", "You say which municipality it is.", "You give no names."],
                ),
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
        ("waarom anders kiezen?", "why choose differently?"),
        ("Het eerste uur", "The first hour"),
        (
            "Jullie kijken terug op een keuze die jullie eerder maakten.",
            "You look back on a choice that you made before.",
        ),
        entry=("Iedereen die bij jullie kiest.", "Everyone who chooses with you."),
        outcome=("Jullie zien waar het anders kan.", "You see where it can be different."),
    ),
    Stop(
        Station.MAY,
        ("wat mag je meewegen?", "what may you weigh?"),
        ("Het tweede uur", "The second hour"),
        (
            "Jullie horen wat de wet zegt over gelijke behandeling.",
            "You hear what the law says on equal treatment.",
        ),
        entry=("Dezelfde groep.", "The same group."),
        outcome=("Jullie weten wat de wet vraagt.", "You know what the law asks."),
    ),
    Stop(
        Station.CAN,
        ("oefenen", "practising"),
        ("Het derde uur", "The third hour"),
        (
            "Jullie voeren een gesprek met een acteur. Daarna bespreken jullie wat je zag.",
            "You interview an actor. Afterwards you discuss what you saw.",
        ),
        entry=("Dezelfde groep.", "The same group."),
        outcome=("Jullie hebben samen geoefend.", "You have practised together."),
    ),
    Stop(
        Station.GO,
        ("jullie afspraken", "your agreements"),
        ("Het vierde uur", "The fourth hour"),
        (
            "Jullie schrijven criteria op, en hoe jullie samen besluiten.",
            "You write down criteria, and how you decide together.",
        ),
        entry=("Dezelfde groep.", "The same group."),
        outcome=("Jullie hebben criteria die je kunt uitleggen.", "You have criteria that you can explain."),
    ),
)

SELECTING_WITHOUT_BIAS = Example(
    slug="selecteren-zonder-vooroordelen",
    name="Selecteren zonder vooroordelen",
    carriers=("college-voor-de-rechten-van-de-mens",),
    organiser=("Sam Selectie", "sam.selectie@example.org"),
    for_whom=Audience.PARTIES,
    form=Form.LIVE,
    where=("In jullie gemeente", "In your municipality"),
    hours=("Een dagdeel, ongeveer vier uur (voorbeeld)", "Half a day, about four hours (example)"),
    costs=("Gratis, tien keer (voorbeeld)", "Free, ten times (example)"),
    travel=("De trainer komt naar jullie toe (voorbeeld)", "The trainer comes to you (example)"),
    access=(
        "Kies zelf een zaal zonder trappen. De trainer neemt schrijftekst mee (voorbeeld).",
        "Choose a room without stairs yourselves. The trainer brings texts on paper (example).",
    ),
    drawing="stembiljet",
    materials=(
        "Op papier en op een scherm, met ondertiteling (voorbeeld).",
        "On paper and on a screen, with subtitles (example).",
    ),
    contact_address="boeken@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Jullie kiezen samen mensen.", "You choose people together."),
            ("Voor een lijst, een ambt of een bestuur.", "For a list, an office or an executive."),
        ),
        (
            ("Iedereen die meebeslist, is erbij.", "Everyone who decides is there."),
            ("Ook wie de gesprekken voert.", "Also those who hold the interviews."),
        ),
    ),
    contacts=(
        inside(
            "Mila Luistert",
            "college-voor-de-rechten-van-de-mens",
            ("Maandag en dinsdag, 9.00 tot 17.00 uur", "Monday and Tuesday, 9:00 to 17:00"),
        ),
        VERA,
    ),
)
