"""Politiek Actief met een beperking of Zorgbelang Inclusief, with activities made by ProDemos.

From a letter: twenty people with a physical disability are guided, ProDemos makes activities to measure, some earlier
participants came on a list, and those who took part gather what stands in the way. Whoever takes part shows something
of her health: hence the consent that the form asks for.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA, inside
from portal.demo.content.programmes.shapes import Ask, EditionPlan, Example, PageWords, Stop
from programmes.choices import AdmissionMode, Audience, Form, QuestionKind, Reveals
from programmes.states import EditionState

DUTCH = PageWords(
    title="Politiek Actief met een beperking",
    intro="Je wilt de politiek in en je hebt een fysieke beperking. Wij gaan een stuk met je mee.",
    body=[
        "Per keer begeleiden wij twintig mensen. ProDemos maakt de activiteiten op maat.",
        "Eerdere deelnemers kwamen soms op een kandidatenlijst. Zij verzamelen kennis over drempels.",
    ],
    helps=[
        "Je werkt aan jouw eigen politieke plan.",
        "Je oefent in een kleine groep, in jouw tempo.",
        "Je leert van mensen die dit eerder deden.",
        "Wij regelen vooraf wat jij voor een activiteit nodig hebt.",
    ],
    for_whom="Voor mensen met een fysieke beperking die politiek actief willen zijn. Wij vragen nooit welke "
    "beperking je hebt.",
    admission="Wij praten met je over jouw plan, niet over je gezondheid. De criteria zijn een voorbeeld.",
    certificate="Je krijgt een bewijs van deelname. Alleen als jij dat wilt (voorbeeld).",
    questions=[
        ("Moet ik vertellen welke beperking ik heb?", "Nee. Dat vragen wij niet, en je hoeft niets te bewijzen."),
        (
            "Wie ziet dat ik meedoe?",
            "Alleen wie het programma begeleidt. Het ministerie ziet het niet.",
        ),
        (
            "Waarom vragen jullie mijn toestemming?",
            "Meedoen laat iets zien over je gezondheid. Daarom mag dat alleen als jij ja zegt.",
        ),
        (
            "Hoe zeg ik wat ik nodig heb?",
            "Dat bespreken wij als je meedoet. Daarna bewaren wij het niet langer dan nodig.",
        ),
        ("Mag iemand met mij meekomen?", "Ja. Een begeleider of een hulphond is altijd welkom (voorbeeld)."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-hand", ["Jij wilt iets doen in de politiek.", "Wij helpen je daarbij."]),
                ("mini-samen", ["Je doet het met een kleine groep.", "Er is plek voor twintig mensen."]),
                ("mini-leren", ["Je oefent met praten.", "Je leert hoe de politiek werkt."]),
            ],
        ),
        (
            "Voor wie is het?",
            [
                ("mini-samen", ["Je hebt een lichamelijke beperking.", "Je hoeft niet te zeggen welke."]),
            ],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["Het duurt negen maanden.", "Elke maand is er een dag."]),
                ("mini-trein", ["Soms is het online.", "Soms reis je naar de groep.", "Dat betalen wij."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-formulier", ["Je vult een paar vragen in.", "Iemand mag je helpen."]),
                (
                    "mini-hulp",
                    ["Wij vragen of jij het goed vindt.", "Meedoen zegt iets over je lichaam.", "Jij mag nee zeggen."],
                ),
                ("mini-lijst", ["Misschien kom jij op een kieslijst."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Politically active with a disability",
    intro="You want to enter politics and you have a physical disability. We go part of the way with you.",
    body=[
        "Each time we guide twenty people. ProDemos makes the activities to measure.",
        "Some earlier participants came on a candidate list. They gather knowledge of barriers.",
    ],
    helps=[
        "You work on your own political plan.",
        "You practise in a small group, at your own pace.",
        "You learn from people who did this before.",
        "We arrange beforehand what you need for an activity.",
    ],
    for_whom="For people with a physical disability who want to be active in politics. We never ask which "
    "disability you have.",
    admission="We talk with you about your plan, not about your health. The criteria are an example.",
    certificate="You get a certificate of participation. Only if you want it (example).",
    questions=[
        ("Must I tell which disability I have?", "No. We do not ask, and you need not prove anything."),
        (
            "Who sees that I take part?",
            "Only who guides the programme. The ministry does not see it.",
        ),
        (
            "Why do you ask for my consent?",
            "Taking part shows something of your health. So it is only allowed if you say yes.",
        ),
        (
            "How do I say what I need?",
            "We talk about that when you take part. We do not keep it longer than needed.",
        ),
        ("May someone come with me?", "Yes. A supporter or an assistance dog is always welcome (example)."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-hand", ["You want to do something in politics.", "We help you with that."]),
                ("mini-samen", ["You do it with a small group.", "There is room for twenty people."]),
                ("mini-leren", ["You practise speaking.", "You learn how politics works."]),
            ],
        ),
        (
            "For whom is it?",
            [
                ("mini-samen", ["You have a physical disability.", "You need not say which one."]),
            ],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["It takes nine months.", "There is a day every month."]),
                ("mini-trein", ["Sometimes it is online.", "Sometimes you travel to the group.", "We pay for that."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-formulier", ["You answer a few questions.", "Someone may help you."]),
                (
                    "mini-hulp",
                    ["We ask if that is fine with you.", "Joining says something about your body.", "You may say no."],
                ),
                ("mini-lijst", ["Maybe you get on a list."]),
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
        ("jouw plan", "your plan"),
        ("Maand 1 en 2", "Months 1 and 2"),
        (
            "Je zegt wat je wilt bereiken. Je hoort hoe eerdere deelnemers begonnen.",
            "You say what you want to achieve. You hear how earlier participants began.",
        ),
        entry=(
            "Iedereen met een plek, met begeleider als je wilt.",
            "Everyone with a place, with a supporter if you like.",
        ),
        outcome=("Je hebt een plan op papier.", "You have a plan on paper."),
    ),
    Stop(
        Station.MAY,
        ("regels en drempels", "rules and barriers"),
        ("Maand 3", "Month 3"),
        (
            "Je leert wat een raad voor jou moet regelen. Je leert hoe je dat vraagt.",
            "You learn what a council must arrange for you. You learn how to ask for it.",
        ),
        entry=("Iedereen die meedoet.", "Everyone who takes part."),
        outcome=("Je weet wat je mag vragen, en hoe.", "You know what you may ask for, and how."),
    ),
    Stop(
        Station.CAN,
        ("oefenen op maat", "practising to measure"),
        ("Maand 4 tot en met 7", "Months 4 to 7"),
        (
            "Je oefent met spreken en met campagne voeren, op een manier die bij jou past.",
            "You practise speaking and campaigning, in a way that suits you.",
        ),
        entry=("Wie wil oefenen, in een eigen tempo.", "Who wants to practise, at an own pace."),
        outcome=("Je kunt vertellen waar je voor staat.", "You can tell what you stand for."),
    ),
    Stop(
        Station.GO,
        ("naar een partij", "to a party"),
        ("Maand 8 en 9", "Months 8 and 9"),
        (
            "Je maakt kennis met een partij. Je deelt wat in de weg stond, en wat hielp.",
            "You meet a party. You share what stood in the way, and what helped.",
        ),
        entry=("Wie met een partij wil praten.", "Who wants to talk with a party."),
        outcome=(
            "Je kent een partij. Wat jij leerde, helpt anderen.",
            "You know a party. What you learned helps others.",
        ),
    ),
)


def _cohort(starts: int) -> EditionPlan:
    return EditionPlan(
        opens=starts - 90,
        closes=starts - 45,
        answer_by=starts - 28,
        starts=starts,
        ends=starts + 270,
        participants=20,
    )


POLITICALLY_ACTIVE_WITH_A_DISABILITY = Example(
    slug="politiek-actief-met-een-beperking",
    name="Politiek Actief met een beperking",
    carriers=("zorgbelang-inclusief", "prodemos"),
    organiser=("Zita Zorgzaam", "zita.zorgzaam@example.org"),
    for_whom=Audience.DISABILITY,
    form=Form.MIXED,
    where=("Heel Nederland", "All of the Netherlands"),
    hours=("Een dag per maand, negen maanden lang (voorbeeld)", "A day a month, for nine months (example)"),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=(
        "Je reis en die van je begeleider zijn betaald (voorbeeld)",
        "Your travel and that of your supporter are paid (example)",
    ),
    access=(
        "Zonder trappen, met rustruimte en ringleiding. Een tolk kan (voorbeeld).",
        "No stairs, with a quiet room and a hearing loop. An interpreter is possible (example).",
    ),
    drawing="stadhuisdeur",
    materials=(
        "In makkelijke taal, in grote letters en voorgelezen (voorbeeld).",
        "In easy language, in large type and read out (example).",
    ),
    contact_address="meedoen@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Je hebt een plan of een begin ervan.", "You have a plan or the beginning of one."),
            ("Je kunt zeggen wat je wilt bereiken.", "You can say what you want to achieve."),
        ),
        (
            ("Je wilt leren van anderen.", "You want to learn from others."),
            ("En je wilt delen wat jij leert.", "And you want to share what you learn."),
        ),
        (
            ("Je hebt een dag per maand tijd.", "You have a day a month."),
            ("Kun je een keer niet? Dat is geen probleem.", "Can you not make it once? That is no problem."),
        ),
    ),
    contacts=(
        inside(
            "Ilse Luistert",
            "zorgbelang-inclusief",
            ("Maandag tot donderdag, 9.00 tot 15.00 uur", "Monday to Thursday, 9:00 to 15:00"),
        ),
        VERA,
    ),
    asks=(
        Ask(
            ("Wat wil je bereiken in de politiek?", "What do you want to achieve in politics?"),
            heading=("Jouw plan", "Your plan"),
            help=("Een paar zinnen zijn genoeg.", "A few sentences will do."),
        ),
        Ask(
            ("Wat heb je al gedaan om mensen mee te krijgen?", "What have you done already to win people over?"),
            help=("In je buurt, op je werk of ergens anders.", "In your neighbourhood, at work or elsewhere."),
        ),
        Ask(
            ("Waar wil je mee oefenen?", "What do you want to practise?"),
            kind=QuestionKind.CHOICE,
            choices=(
                ("Spreken voor een groep", "Speaking to a group"),
                ("Een partij benaderen", "Approaching a party"),
                ("Campagne voeren", "Campaigning"),
            ),
        ),
    ),
    admission_mode=AdmissionMode.CONVERSATION,
    reveals=Reveals.HEALTH,
    editions=(
        _cohort(-1050),
        _cohort(-690),
        _cohort(-330),
        EditionPlan(opens=55, closes=100, answer_by=117, starts=145, ends=415, state=EditionState.OPEN),
    ),
)
