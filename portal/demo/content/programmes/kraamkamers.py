"""Kraamkamers of Stichting Voor Democratie: nurseries for young political talent with a practical education.

From a letter: who develops them, for whom, and that it is a pilot with a grant. That there are several places is
how we read "nurseries"; the places are invented.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA, inside
from portal.demo.content.programmes.shapes import Ask, EditionPlan, Example, PageWords, Stop
from programmes.choices import AdmissionMode, Audience, Form, Pilot, QuestionKind
from programmes.states import EditionState

DUTCH = PageWords(
    title="Kraamkamers",
    intro="Een plek waar jong talent groeit. Je ontdekt samen met anderen of de politiek iets voor je is.",
    body=[
        "In een kraamkamer werk je in een kleine groep, dicht bij huis.",
        "Je begint bij wat jij kent: je werk, je straat, je familie. Daarna kijk je wat politiek ermee kan.",
    ],
    helps=[
        "Je leert van elkaar en van mensen met ervaring.",
        "Je doet veel en je leest weinig.",
        "Je gaat kijken waar besluiten worden genomen.",
        "Je mag fouten maken, daar is het voor.",
    ],
    for_whom="Voor jong politiek talent met een praktische opleiding. Denk je dat je geen talent hebt? Kom toch.",
    admission="Zijn er meer mensen dan plekken? Dan loten wij. Wat hieronder staat, is een voorbeeld.",
    pilot="Dit is een proef, met subsidie van het ministerie van BZK. De eerste groepen zijn nu bezig. "
    "Na afloop wordt gekeken wat het opleverde. Is dat goed? Dan kunnen de kraamkamers blijven. "
    "Zodra de uitkomst er is, lees je die hier.",
    certificate="Je krijgt een bewijs van deelname (voorbeeld).",
    questions=[
        ("Kan ik nu nog instromen?", "Nee. De groepen zijn begonnen. Kom wel naar een open avond."),
        ("Moet ik een partij kiezen?", "Nee. Alle partijen zijn welkom, en zonder partij mag ook."),
        ("Kost het mij werkuren?", "Nee. De groep komt op een vaste avond bij elkaar (voorbeeld)."),
        ("Waarom heet het een kraamkamer?", "Omdat er iets nieuws begint. Dat mag klein en kwetsbaar zijn."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-samen", ["Je komt in een kleine groep.", "Jullie zien elkaar elke week."]),
                ("mini-leren", ["Je leert door te doen.", "Je leest niet veel."]),
                ("mini-hand", ["Je ontdekt wat je wilt zeggen.", "En tegen wie je dat zegt."]),
            ],
        ),
        (
            "Voor wie is het?",
            [
                (
                    "mini-samen",
                    ["Het is voor jongeren.", "Je hebt een praktische opleiding.", "Of je bent er nog mee bezig."],
                ),
            ],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["De groepen zijn nu bezig.", "Het duurt een half jaar."]),
                ("mini-trein", ["Het is in Enschede en in Tilburg.", "Je krijgt je reisgeld terug."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-klok", ["Nu kun je niet meer meedoen.", "Je kunt wel naar een open avond."]),
                ("mini-formulier", ["Komt er een nieuwe groep?", "Dan vul je twee vragen in.", "Soms loten wij."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Kraamkamers (nurseries)",
    intro="A place where young talent grows. Together with others you find out whether politics is for you.",
    body=[
        "In a nursery you work in a small group, close to home.",
        "You begin with what you know: your work, your street, your family. Then you see what politics can do.",
    ],
    helps=[
        "You learn from each other and from people with experience.",
        "You do a lot and you read little.",
        "You go and see where decisions are made.",
        "You may make mistakes, that is what it is for.",
    ],
    for_whom="For young political talent with a practical education. Do you think you have no talent? Come and talk.",
    admission="Are there more people than places? Then we draw lots. What stands below is an example.",
    pilot="This is a pilot, with a grant of the Ministry of the Interior. The first groups are running now. "
    "Afterwards people look at what it brought. Is that good? Then the nurseries can stay. "
    "As soon as there is a result, you read it here.",
    certificate="You get a certificate of participation (example).",
    questions=[
        ("Can I still join now?", "No. The groups have begun. But do come to an open evening."),
        ("Must I choose a party?", "No. All parties are welcome, and so is having none."),
        ("Does it cost me working hours?", "No. The group meets on a fixed evening (example)."),
        ("Why is it called a nursery?", "Because something new begins. It may be small and fragile."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-samen", ["You join a small group.", "You meet every week."]),
                ("mini-leren", ["You learn by doing.", "You do not read much."]),
                ("mini-hand", ["You find out what to say.", "And to whom you say it."]),
            ],
        ),
        (
            "For whom is it?",
            [
                (
                    "mini-samen",
                    ["It is for young people.", "You have a practical education.", "Or you are still in it."],
                ),
            ],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["The groups are running now.", "It takes half a year."]),
                ("mini-trein", ["It is in Enschede and in Tilburg.", "You get your travel money back."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-klok", ["You cannot join any more now.", "You can come to an open evening."]),
                (
                    "mini-formulier",
                    ["Is there a new group?", "Then you answer two questions.", "Sometimes we draw lots."],
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
        ("wat houdt jou bezig?", "what is on your mind?"),
        ("De eerste weken", "The first weeks"),
        (
            "Je vertelt wat je ziet in je straat en op je werk. Anderen vragen door.",
            "You tell what you see in your street and at work. Others ask on.",
        ),
        entry=("Iedereen in de groep.", "Everyone in the group."),
        outcome=("Je weet waar jij warm voor loopt.", "You know what you care about."),
    ),
    Stop(
        Station.MAY,
        ("wie beslist er?", "who decides?"),
        ("Daarna, op bezoek", "Then, on a visit"),
        (
            "Je bezoekt een gemeentehuis. Je hoort wie waarover gaat.",
            "You visit a town hall. You hear who decides on what.",
        ),
        entry=("Iedereen in de groep.", "Everyone in the group."),
        outcome=("Je weet bij wie je moet zijn.", "You know whom to turn to."),
    ),
    Stop(
        Station.CAN,
        ("zelf doen", "doing it yourself"),
        ("In het midden", "Halfway"),
        (
            "Je maakt met je groep een voorstel. Je legt het uit aan mensen die je niet kent.",
            "You make a proposal with your group. You explain it to people you do not know.",
        ),
        entry=("Wie iets wil uitproberen.", "Who wants to try something out."),
        outcome=("Je hebt een voorstel gemaakt en verteld.", "You have made a proposal and told it."),
    ),
    Stop(
        Station.GO,
        ("verder groeien", "growing on"),
        ("Aan het eind", "At the end"),
        (
            "Je kiest: een partij, een vereniging of iets anders. ‘Nog niet’ is ook goed.",
            "You choose: a party, an association or something else. ‘Not yet’ is fine too.",
        ),
        entry=("Wie verder wil, op een eigen manier.", "Who wants to go on, in a way of their own."),
        outcome=("Je weet wat je hierna doet.", "You know what you do next."),
    ),
)


def _group(town: str) -> EditionPlan:
    return EditionPlan(
        opens=-130,
        closes=-95,
        answer_by=-85,
        starts=-70,
        ends=110,
        state=EditionState.RUNNING,
        town=town,
        capacity=25,
        participants=25,
    )


KRAAMKAMERS = Example(
    slug="kraamkamers",
    name="Kraamkamers",
    carriers=("stichting-voor-democratie",),
    organiser=("Kim Kraamkamer", "kim.kraamkamer@example.org"),
    for_whom=Audience.YOUNG_PRACTICAL,
    form=Form.LIVE,
    where=("Enschede en Tilburg (voorbeeld)", "Enschede and Tilburg (example)"),
    hours=("Een avond per week, een half jaar (voorbeeld)", "An evening a week, for half a year (example)"),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=("Je krijgt je reiskosten terug (voorbeeld)", "You get your travel costs back (example)"),
    access=(
        "Zonder trappen. Zeg wat je verder nodig hebt (voorbeeld).",
        "No stairs. Say what else you need (example).",
    ),
    pilot=Pilot.RUNNING,
    drawing="raadstafel",
    materials=(
        "Korte teksten met plaatjes, ook op je telefoon (voorbeeld).",
        "Short texts with pictures, on your phone too (example).",
    ),
    contact_address="kraamkamers@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Je bent benieuwd.", "You are curious."),
            ("Je hoeft nog geen mening te hebben.", "You need not have an opinion yet."),
        ),
        (
            ("Je hebt een avond per week.", "You have an evening a week."),
            ("Een half jaar lang.", "For half a year."),
        ),
    ),
    contacts=(
        inside(
            "Joris Luistert",
            "stichting-voor-democratie",
            ("Maandag en woensdag, 9.00 tot 17.00 uur", "Monday and Wednesday, 9:00 to 17:00"),
        ),
        VERA,
    ),
    asks=(
        Ask(
            ("Wat zie jij dat anders kan?", "What do you see that could be different?"),
            heading=("Over jou", "About you"),
            help=("In je straat, op school of op je werk.", "In your street, at school or at work."),
        ),
        Ask(
            ("Welke avond kun je het best?", "Which evening suits you best?"),
            kind=QuestionKind.CHOICE,
            choices=(("Dinsdag", "Tuesday"), ("Woensdag", "Wednesday"), ("Maakt niet uit", "Either")),
        ),
    ),
    admission_mode=AdmissionMode.LOT,
    editions=(_group("Enschede"), _group("Tilburg")),
)
