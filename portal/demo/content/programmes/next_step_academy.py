"""Next Step Academy: guides young people with a practical education towards their political plans.

From a letter: for whom, that the ministry commissioned it, that the first edition was around council elections, and
that it is a pilot. Who carries it is not said, so in the demo it is the organisation that does not exist.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import WARD, inside
from portal.demo.content.programmes.shapes import Ask, EditionPlan, Example, PageWords, Stop
from programmes.choices import Audience, Form, Office, Pilot, QuestionKind

DUTCH = PageWords(
    title="Next Step Academy",
    intro="Jij hebt ideeën voor je buurt. Wij helpen je om er politiek mee aan de slag te gaan.",
    body=[
        "Je ontdekt wat jij wilt veranderen. Daarna maak je een plan, en je zet de eerste stap.",
        "Je doet dit met een groep. Er is begeleiding bij alles wat je spannend vindt.",
    ],
    helps=[
        "Je praat met mensen uit de raad en uit partijen.",
        "Je oefent met je mening geven en met luisteren.",
        "Je leert hoe een gemeente een besluit neemt.",
        "Je krijgt hulp bij jouw eigen plan.",
    ],
    for_whom="Voor jongeren met een praktische opleiding, zoals mbo, vmbo of praktijkonderwijs. Weten hoe politiek "
    "werkt, hoeft niet.",
    admission="Dit zijn onze voorwaarden. Ze zijn een voorbeeld. Past iets anders beter? Dan zeggen wij wat.",
    pilot="Dit is een proef, in opdracht van het ministerie van BZK. De eerste editie was rond de verkiezingen voor de "
    "gemeenteraad. Die is klaar. Nu wordt gekeken wat het opleverde. Is dat goed? Dan kan het vaker. "
    "Zodra de uitkomst er is, lees je die hier.",
    certificate="Je krijgt een bewijs van deelname. Daarop staat wat je hebt geoefend (voorbeeld).",
    questions=[
        ("Kan ik mij nu aanmelden?", "Nee, nu niet. Eerst wordt gekeken hoe de eerste editie ging."),
        ("Moet ik goed kunnen schrijven?", "Nee. Een paar woorden zijn genoeg. Iemand mag je helpen."),
        ("Kan het naast school of werk?", "Ja. Het is ’s avonds en soms op zaterdag (voorbeeld)."),
        ("Wie organiseert dit?", "In dit voorbeeld een verzonnen organisatie. De opdracht komt van het ministerie."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-samen", ["Je gaat met een groep aan de slag.", "Jullie praten over politiek."]),
                ("mini-hand", ["Je zegt wat jij wilt veranderen.", "In je buurt of in je stad."]),
                ("mini-leren", ["Je leert hoe de gemeente werkt.", "Je oefent met praten."]),
            ],
        ),
        (
            "Voor wie is het?",
            [
                (
                    "mini-samen",
                    ["Het is voor jongeren.", "Je doet of deed het mbo of vmbo.", "Praktijkonderwijs kan ook."],
                ),
                ("mini-hand", ["Je hoeft niets te weten van politiek."]),
            ],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["Het duurt vijf maanden.", "Elke twee weken is er een avond."]),
                ("mini-trein", ["Je reist naar Utrecht.", "Je krijgt je reisgeld terug."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-klok", ["Nu kan het niet.", "De eerste groep is klaar.", "Wij kijken hoe het ging."]),
                ("mini-formulier", ["Gaat het weer open?", "Dan vul je een paar vragen in."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Next Step Academy",
    intro="You have ideas for your neighbourhood. We help you to do something with them in politics.",
    body=[
        "You find out what you want to change. Then you make a plan, and you take the first step.",
        "You do this with a group. There is guidance with everything that feels new.",
    ],
    helps=[
        "You talk with people from the council and from parties.",
        "You practise giving your opinion, and listening.",
        "You learn how a municipality decides.",
        "You get help with your own plan.",
    ],
    for_whom="For young people with a practical education, such as mbo, vmbo or praktijkonderwijs. You need not know "
    "how politics works.",
    admission="These are our conditions. They are an example. Does something else suit you more? We say what.",
    pilot="This is a pilot, commissioned by the Ministry of the Interior. The first edition was around the council "
    "elections. It is over. Now people look at what it brought. Is that good? Then it can happen more often. "
    "As soon as there is a result, you read it here.",
    certificate="You get a certificate of participation. It says what you practised (example).",
    questions=[
        ("Can I apply now?", "No, not now. First people look at how the first edition went."),
        ("Must I be good at writing?", "No. A few words are enough. Someone may help you."),
        ("Can I do it beside school or work?", "Yes. It is in the evening and sometimes on Saturday (example)."),
        ("Who organises this?", "In this example an invented organisation. The ministry commissioned it."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-samen", ["You work with a group.", "You talk about politics."]),
                ("mini-hand", ["You say what you want to change.", "In your neighbourhood or town."]),
                ("mini-leren", ["You learn how the municipality works.", "You practise speaking."]),
            ],
        ),
        (
            "For whom is it?",
            [
                (
                    "mini-samen",
                    ["It is for young people.", "You do or did mbo or vmbo.", "Praktijkonderwijs is fine too."],
                ),
                ("mini-hand", ["You need not know anything about politics."]),
            ],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["It takes five months.", "There is an evening every two weeks."]),
                ("mini-trein", ["You travel to Utrecht.", "You get your travel money back."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-klok", ["You cannot join now.", "The first group is done.", "We look at how it went."]),
                ("mini-formulier", ["Does it open again?", "Then you answer a few questions."]),
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
        ("kijken wat jij wilt", "finding out what you want"),
        ("De eerste maand", "The first month"),
        (
            "Je praat over je buurt, je school en je werk. Wat moet er anders?",
            "You talk about your neighbourhood, your school and your work. What must change?",
        ),
        entry=("Iedereen met een plek.", "Everyone with a place."),
        outcome=("Je weet wat je wilt veranderen.", "You know what you want to change."),
    ),
    Stop(
        Station.MAY,
        ("weten hoe het werkt", "knowing how it works"),
        ("De tweede maand", "The second month"),
        (
            "Je gaat naar een vergadering. Je hoort hoe een partij kandidaten kiest.",
            "You go to a meeting. You hear how a party chooses candidates.",
        ),
        entry=("Iedereen die wil weten hoe het werkt.", "Everyone who wants to know how it works."),
        outcome=("Je weet wie beslist, en hoe je erbij komt.", "You know who decides, and how to get there."),
    ),
    Stop(
        Station.CAN,
        ("oefenen", "practising"),
        ("De derde en vierde maand", "The third and fourth month"),
        (
            "Je geeft je mening in een groep. Je leert hoe je samen iets bereikt.",
            "You give your opinion in a group. You learn how to get something done together.",
        ),
        entry=("Iedereen die wil oefenen.", "Everyone who wants to practise."),
        outcome=("Je durft te zeggen wat je vindt.", "You dare to say what you think."),
    ),
    Stop(
        Station.GO,
        ("jouw volgende stap", "your next step"),
        ("De laatste maand", "The last month"),
        (
            "Je maakt een plan. Iemand gaat met je mee naar de eerste afspraak.",
            "You make a plan. Someone comes along to your first meeting.",
        ),
        entry=("Wie verder wil. Stoppen is ook goed.", "Who wants to go on. Stopping is fine too."),
        outcome=("Je hebt een plan en een eerste afspraak.", "You have a plan and a first meeting."),
    ),
)

NEXT_STEP_ACADEMY = Example(
    slug="next-step-academy",
    name="Next Step Academy",
    carriers=("stichting-verzonnen",),
    organiser=("Orhan Organisator", "orhan.organisator@example.org"),
    for_whom=Audience.YOUNG_PRACTICAL,
    office=Office.COUNCIL,
    form=Form.LIVE,
    where=("Utrecht (voorbeeld)", "Utrecht (example)"),
    hours=(
        "Een avond per twee weken, vijf maanden lang (voorbeeld)",
        "An evening every two weeks, for five months (example)",
    ),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=("Je krijgt je reiskosten terug (voorbeeld)", "You get your travel costs back (example)"),
    access=(
        "Zonder trappen. Een tolk of een rustige ruimte kan (voorbeeld).",
        "No stairs. An interpreter or a quiet room is possible (example).",
    ),
    pilot=Pilot.RUNNING,
    drawing="stadhuisdeur",
    materials=(
        "Weinig tekst. Alles is ook hardop uitgelegd (voorbeeld).",
        "Little text. All is explained out loud too (example).",
    ),
    contact_address="nextstep@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Je wilt iets veranderen.", "You want to change something."),
            ("In je buurt, op school of op je werk.", "In your neighbourhood, at school or at work."),
        ),
        (
            ("Je kunt er bijna altijd bij zijn.", "You can be there nearly always."),
            ("Een keer missen mag.", "You may miss it once."),
        ),
    ),
    contacts=(
        inside(
            "Noor Luistert",
            "stichting-verzonnen",
            ("Maandag tot vrijdag, 10.00 tot 18.00 uur", "Monday to Friday, 10:00 to 18:00"),
        ),
        WARD,
    ),
    asks=(
        Ask(
            ("Wat wil jij veranderen?", "What do you want to change?"),
            heading=("Jouw idee", "Your idea"),
            help=("Een paar woorden zijn genoeg.", "A few words are enough."),
        ),
        Ask(
            ("Wat wil je het liefst leren?", "What do you want to learn most?"),
            kind=QuestionKind.CHOICE,
            choices=(
                ("Praten in een groep", "Speaking in a group"),
                ("Hoe de gemeente werkt", "How the municipality works"),
                ("Mensen leren kennen", "Getting to know people"),
            ),
        ),
    ),
    editions=(
        EditionPlan(opens=-390, closes=-350, answer_by=-336, starts=-320, ends=-170, capacity=60, participants=60),
    ),
)
