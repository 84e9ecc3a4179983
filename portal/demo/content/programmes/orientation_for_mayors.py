"""Oriëntatieprogramma of the Nederlands Genootschap van Burgemeesters: a funnel of phases for who considers the office.

From the letters: that it was intensified, that it is a funnel whose phases fit what someone needs to know, and the
attention for side-entrants from under-represented groups. What comes in and out of each phase is our reading.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA, inside
from portal.demo.content.programmes.shapes import Ask, EditionPlan, Example, PageWords, Stop
from programmes.choices import AdmissionMode, Audience, Form, Office, QuestionKind
from programmes.states import EditionState

DUTCH = PageWords(
    title="Oriëntatieprogramma voor burgemeesters",
    intro="Denk je erover om burgemeester te worden? In stappen ontdek je of het ambt bij je past.",
    body=[
        "Het programma is een trechter. Je begint breed, en elke fase gaat dieper.",
        "Na elke fase besluit jij. Je gaat door, je wacht nog, of je stopt.",
    ],
    helps=[
        "Je hoort wat een burgemeester doet en wat het van je vraagt.",
        "Je krijgt in elke fase de kennis die je dan nodig hebt.",
        "Je kijkt mee op dagen die gewoon zijn, en op dagen die zwaar zijn.",
        "Er is aandacht voor mensen die van buiten het bestuur komen.",
    ],
    for_whom="Voor mensen die over het ambt nadenken. Er is aandacht voor zij-instromers uit groepen die je weinig "
    "ziet in het bestuur.",
    admission="Wij kennen je naam niet als wij je antwoorden lezen. Dit staat hier als voorbeeld.",
    certificate="Je krijgt een bewijs van elke fase die je afrondt (voorbeeld).",
    questions=[
        ("Moet ik ervaring hebben in het bestuur?", "Nee. Leidinggeven of verbinden leer je ook op andere plekken."),
        ("Word ik daarna burgemeester?", "Nee, dat beslist dit programma niet. Je weet daarna wel wat je wilt."),
        ("Mag ik na een fase stoppen?", "Ja. Stoppen is ook een goede uitkomst. Je krijgt geen vervelende vragen."),
        ("Komt mijn naam ergens te staan?", "Nee. Wie meedoet, wordt niet bekendgemaakt."),
    ],
    easy=[
        (
            "Wat is het?",
            [
                ("mini-hand", ["Misschien wil jij burgemeester worden.", "Je ontdekt of dat bij je past."]),
                ("mini-leren", ["Het programma heeft vier stappen.", "Elke stap leer je meer."]),
                ("mini-samen", ["Je praat met burgemeesters.", "Je kijkt mee bij hun werk."]),
            ],
        ),
        (
            "Voor wie is het?",
            [
                ("mini-samen", ["Je denkt na over dit werk.", "Je komt van binnen of buiten de politiek."]),
            ],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["Het duurt ongeveer acht maanden.", "Je mag na elke stap stoppen."]),
                ("mini-trein", ["Soms reis je naar een gemeente.", "Soms is het online."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-formulier", ["Je schrijft waarom je dit wilt.", "Iemand mag je helpen."]),
                ("mini-klok", ["Nu kun je je niet aanmelden.", "Een groep begint binnenkort."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [("mini-hulp", ["Praat met iemand die je vertrouwt.", "Hieronder staan twee namen."])],
        ),
    ],
)

ENGLISH = PageWords(
    title="Orientation programme for mayors",
    intro="Are you thinking of becoming a mayor? Step by step you find out whether the office suits you.",
    body=[
        "The programme is a funnel. You begin broadly, and each phase goes deeper.",
        "After each phase you decide. You go on, you wait, or you stop.",
    ],
    helps=[
        "You hear what a mayor does and what it asks of you.",
        "In each phase you get the knowledge that you need then.",
        "You come along on ordinary days, and on hard days.",
        "There is attention for people from outside public administration.",
    ],
    for_whom="For people who consider the office. There is attention for side-entrants from groups that you see "
    "little in public administration.",
    admission="We do not know your name when we read your answers. This is an example.",
    certificate="You get a certificate for each phase that you finish (example).",
    questions=[
        ("Must I have experience in administration?", "No. You learn to lead or to bring together elsewhere too."),
        ("Do I become a mayor afterwards?", "No, this programme does not decide that. You do know what you want then."),
        ("May I stop after a phase?", "Yes. Stopping is a good outcome too. Nobody asks unpleasant questions."),
        ("Will my name be published?", "No. Who takes part is not made public."),
    ],
    easy=[
        (
            "What is it?",
            [
                ("mini-hand", ["Maybe you want to become a mayor.", "You find out whether it suits you."]),
                ("mini-leren", ["The programme has four steps.", "With each step you learn more."]),
                ("mini-samen", ["You talk with mayors.", "You come along to their work."]),
            ],
        ),
        (
            "For whom is it?",
            [
                ("mini-samen", ["You think about this work.", "You come from inside or outside politics."]),
            ],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["It takes about eight months.", "You may stop after each step."]),
                ("mini-trein", ["Sometimes you travel to a municipality.", "Sometimes it is online."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-formulier", ["You write why you want this.", "Someone may help you."]),
                ("mini-klok", ["You cannot apply now.", "A group begins soon."]),
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
        ("is dit iets voor mij?", "is this for me?"),
        ("Fase 1, twee avonden", "Phase 1, two evenings"),
        (
            "Je hoort hoe het werk echt is. Daarna kies je.",
            "You hear what the work is really like. Then you choose.",
        ),
        entry=("Iedereen met een plek.", "Everyone with a place."),
        outcome=("Je weet of je verder wilt kijken.", "You know whether you want to look further."),
    ),
    Stop(
        Station.MAY,
        ("wat vraagt het ambt?", "what does the office ask?"),
        ("Fase 2, drie dagen", "Phase 2, three days"),
        (
            "Je leert over taken, regels en veiligheid.",
            "You learn about tasks, rules and safety.",
        ),
        entry=("Wie na fase 1 wil weten hoe het gaat.", "Who wants to know how it goes after phase 1."),
        outcome=("Je kent de taken, de regels en de risico’s.", "You know the tasks, the rules and the risks."),
    ),
    Stop(
        Station.CAN,
        ("meelopen en oefenen", "coming along and practising"),
        ("Fase 3, vier dagen", "Phase 3, four days"),
        (
            "Je loopt mee met een burgemeester en oefent een crisis.",
            "You shadow a mayor and practise a crisis.",
        ),
        entry=("Wie na fase 2 verder wil.", "Who wants to go on after phase 2."),
        outcome=("Je hebt het werk van dichtbij gezien.", "You have seen the work from close by."),
    ),
    Stop(
        Station.GO,
        ("jouw besluit", "your decision"),
        ("Fase 4, twee gesprekken", "Phase 4, two talks"),
        (
            "Je praat met iemand die het ambt kent, en met wie je vertrouwt.",
            "You talk with someone who knows the office, and with someone you trust.",
        ),
        entry=("Wie het ambt wil.", "Who wants the office."),
        outcome=("Jouw besluit: solliciteren, wachten of niet.", "Your decision: apply, wait or not."),
    ),
)


def _group(starts: int) -> EditionPlan:
    return EditionPlan(
        opens=starts - 100,
        closes=starts - 50,
        answer_by=starts - 20,
        starts=starts,
        ends=starts + 240,
        participants=20,
    )


ORIENTATION_FOR_MAYORS = Example(
    slug="orientatieprogramma",
    name="Oriëntatieprogramma",
    carriers=("genootschap-van-burgemeesters",),
    organiser=("Berend Bestuur", "berend.bestuur@example.org"),
    for_whom=Audience.EVERYONE,
    office=Office.EXECUTIVE,
    form=Form.MIXED,
    where=("Heel Nederland", "All of the Netherlands"),
    hours=(
        "Van twee avonden tot tien dagen, jij kiest hoe ver (voorbeeld)",
        "From two evenings to ten days, you choose how far (example)",
    ),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=("Je betaalt je reis zelf (voorbeeld)", "You pay for your own travel (example)"),
    access=(
        "Zeg wat je nodig hebt. Dan kiezen wij de plek daarop uit (voorbeeld).",
        "Say what you need. We then choose the place by it (example).",
    ),
    drawing="stadhuisdeur",
    materials=(
        "Vooraf per mail, leesbaar voor een schermlezer (voorbeeld).",
        "By mail beforehand, readable by a screen reader (example).",
    ),
    contact_address="orientatie@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=(
        (
            ("Je kunt mensen bij elkaar brengen.", "You can bring people together."),
            ("Je geeft een voorbeeld. Waar, dat maakt niet uit.", "You give an example. Where does not matter."),
        ),
        (
            ("Je weet waarom dit ambt.", "You know why this office."),
            ("En je durft te zeggen waar je over twijfelt.", "And you dare to say what you doubt."),
        ),
        (
            ("Je hebt tijd voor de eerste fase.", "You have time for the first phase."),
            ("Over een volgende fase besluit je later.", "You decide on a next phase later."),
        ),
    ),
    contacts=(
        inside(
            "Ruben Luistert",
            "genootschap-van-burgemeesters",
            ("Woensdag en donderdag, 9.00 tot 17.00 uur", "Wednesday and Thursday, 9:00 to 17:00"),
        ),
        VERA,
    ),
    asks=(
        Ask(
            ("Waarom denk je aan dit ambt?", "Why do you think of this office?"),
            heading=("Jouw reden", "Your reason"),
            help=("Een paar zinnen zijn genoeg.", "A few sentences will do."),
        ),
        Ask(
            ("Wanneer bracht jij mensen bij elkaar?", "When did you bring people together?"),
            help=("Eén voorbeeld: van je werk, je buurt of een club.", "One example: from work, your area or a club."),
        ),
        Ask(
            ("Hoe ver wil je nu gaan?", "How far do you want to go now?"),
            kind=QuestionKind.CHOICE,
            step=2,
            heading=("Jouw tijd", "Your time"),
            choices=(
                ("Alleen de eerste fase", "Only the first phase"),
                ("Ik denk aan alle fasen", "I think of all phases"),
                ("Dat weet ik nog niet", "I do not know yet"),
            ),
        ),
    ),
    admission_mode=AdmissionMode.REVIEW,
    editions=(
        _group(-700),
        _group(-340),
        EditionPlan(opens=-70, closes=-12, answer_by=14, starts=40, ends=280, state=EditionState.CLOSED),
    ),
)
