"""Mentornetwerk of Stem op een Vrouw: aspiring women beside experienced women in politics.

From a letter: the pairing, what a mentor does, and the group of women that forms afterwards.
"""

from home.stations import Station
from portal.demo.content.programmes.contacts import VERA
from portal.demo.content.programmes.shapes import Ask, Contact, EditionPlan, Example, PageWords, Stop
from programmes.choices import AdmissionMode, Audience, Form, QuestionKind, Reveals
from programmes.states import EditionState

DUTCH = PageWords(
    title="Mentornetwerk",
    intro="Een ervaren vrouw in de politiek denkt met je mee. Zij kent de weg en opent deuren.",
    body=[
        "Je krijgt een mentor: een vrouw die al ervaring heeft in de politiek. Zij is je klankbord.",
        "Je kunt haar alles vragen wat je anders niet durft te vragen.",
    ],
    helps=[
        "Zij luistert en denkt met je mee.",
        "Zij laat je mensen ontmoeten die je anders niet ontmoet.",
        "Zij steunt je als je kandidaat bent en het spannend wordt.",
        "Na afloop hoor je bij een groep vrouwen die dit ook deden.",
    ],
    for_whom="Voor vrouwen die de politiek in willen. Ervaring is niet nodig.",
    certificate="Je krijgt een bewijs van deelname, als je dat wilt (voorbeeld).",
    admission="De criteria hieronder zijn een voorbeeld. Past een ander programma beter? Dan zeggen wij welk.",
    questions=[
        ("Moet ik al lid zijn van een partij?", "Nee. Je mentor helpt je uitzoeken of dat bij je past."),
        ("Mag ik een andere mentor vragen?", "Ja. Dat mag altijd, en je hoeft niet te zeggen waarom."),
        ("Kan iemand mij helpen met aanmelden?", "Ja. Vul het samen in. Jij drukt zelf op versturen."),
        (
            "Wie betaalt dit?",
            "Stem op een Vrouw krijgt subsidie van het ministerie van BZK. Het ministerie ziet niet wie meedoet.",
        ),
    ],
    easy=[
        (
            "Wat is het?",
            [
                (
                    "mini-samen",
                    ["Je krijgt een mentor.", "Dat is een ervaren politicus die meedenkt.", "Zij is een vrouw."],
                ),
                ("mini-leren", ["Je leert praten over wat jij wilt.", "Je oefent samen."]),
                ("mini-hand", ["Zij vertelt hoe politiek werkt.", "Jij mag alles vragen."]),
            ],
        ),
        (
            "Voor wie is het?",
            [("mini-samen", ["Het is voor vrouwen.", "Je wilt iets veranderen.", "Je hoeft niets te weten."])],
        ),
        (
            "Wanneer is het?",
            [
                ("mini-kalender", ["Jullie praten elke maand.", "Het duurt één jaar."]),
                ("mini-klok", ["Het kost ongeveer 3 uur per maand."]),
                ("mini-gratis", ["Meedoen is gratis."]),
            ],
        ),
        (
            "Hoe doe je mee?",
            [
                ("mini-formulier", ["Je vult vragen in.", "Dat kan op je telefoon.", "Iemand mag je helpen."]),
                ("mini-lijst", ["Misschien kom jij op een kieslijst.", "Dan kunnen mensen op jou stemmen."]),
            ],
        ),
        (
            "Is er iets niet fijn?",
            [
                (
                    "mini-hulp",
                    [
                        "Praat met iemand die je vertrouwt.",
                        "Hieronder staan twee namen.",
                        "Zij vertellen niets door.",
                    ],
                )
            ],
        ),
    ],
)

ENGLISH = PageWords(
    title="Mentor network",
    intro="An experienced woman in politics thinks along with you. She knows the way and opens doors.",
    body=[
        "You get a mentor: a woman with experience in politics. She is your sounding board.",
        "You can ask her everything that you would not dare to ask elsewhere.",
    ],
    helps=[
        "She listens and thinks along with you.",
        "She lets you meet people whom you would not meet otherwise.",
        "She supports you when you are a candidate and things get tense.",
        "Afterwards you belong to a group of women who did this too.",
    ],
    for_whom="For women who want to enter politics. You need no experience.",
    certificate="You get a certificate of participation, if you want one (example).",
    admission="The criteria below are an example. Does another programme suit you more? We say which one.",
    questions=[
        ("Must I be a member of a party?", "No. Your mentor helps you find out whether that suits you."),
        ("May I ask for another mentor?", "Yes. You always may, and you need not say why."),
        ("Can someone help me apply?", "Yes. Fill it in together. You press send yourself."),
        (
            "Who pays for this?",
            "Stem op een Vrouw has a grant of the Ministry of the Interior. The ministry does not see who takes part.",
        ),
    ],
    easy=[
        (
            "What is it?",
            [
                (
                    "mini-samen",
                    ["You get a mentor.", "That is an experienced politician who thinks along.", "She is a woman."],
                ),
                ("mini-leren", ["You learn to say what you want.", "You practise together."]),
                ("mini-hand", ["She tells how politics works.", "You may ask everything."]),
            ],
        ),
        (
            "For whom is it?",
            [("mini-samen", ["It is for women.", "You want to change something.", "You need not know anything."])],
        ),
        (
            "When is it?",
            [
                ("mini-kalender", ["You talk every month.", "It takes one year."]),
                ("mini-klok", ["It takes about 3 hours a month."]),
                ("mini-gratis", ["Taking part is free."]),
            ],
        ),
        (
            "How do you join?",
            [
                ("mini-formulier", ["You answer questions.", "You can use your phone.", "Someone may help you."]),
                ("mini-lijst", ["Maybe you get on a list.", "Then people can vote for you."]),
            ],
        ),
        (
            "Is something not right?",
            [("mini-hulp", ["Talk with someone you trust.", "Below are two names.", "They tell nobody."])],
        ),
    ],
)

CRITERIA = (
    (
        ("Je wilt iets veranderen.", "You want to change something."),
        ("Je kunt zeggen wat. Het mag klein zijn.", "You can say what. It may be small."),
    ),
    (
        ("Je hebt tijd voor een gesprek per maand.", "You have time for one talk a month."),
        ("Overdag of ’s avonds, dat kies je samen.", "By day or in the evening, you choose together."),
    ),
    (
        ("Je denkt aan een plek op een lijst.", "You think of a place on a list."),
        ("Nu of later. Je hoeft nog niets te weten.", "Now or later. You need not know anything yet."),
    ),
)

ASKS = (
    Ask(
        ("Waarom wil je meedoen?", "Why do you want to take part?"),
        heading=("Jouw plannen", "Your plans"),
        help=("Een paar zinnen is genoeg.", "A few sentences will do."),
    ),
    Ask(
        (
            "Wat wil je veranderen in je buurt, gemeente of provincie?",
            "What do you want to change in your neighbourhood, municipality or province?",
        ),
    ),
    Ask(
        ("Hoe ver ben je?", "How far are you?"),
        kind=QuestionKind.CHOICE,
        choices=(
            ("Ik denk er nog over na", "I am still thinking"),
            ("Ik praat er al met mensen over", "I already talk about it with people"),
            ("Ik wil op een lijst", "I want to be on a list"),
        ),
    ),
    Ask(
        ("Waar wil je het meest hulp bij?", "What do you want help with most?"),
        kind=QuestionKind.CHOICE,
        step=2,
        heading=("Jij en je mentor", "You and your mentor"),
        choices=(
            ("Spreken in een groep", "Speaking in a group"),
            ("Mensen leren kennen", "Getting to know people"),
            ("Werk en politiek combineren", "Combining work and politics"),
            ("Campagne voeren", "Campaigning"),
        ),
    ),
    Ask(
        ("Hoe wil je praten?", "How do you want to talk?"),
        kind=QuestionKind.CHOICE,
        step=2,
        choices=(
            ("Online", "Online"),
            ("Op een plek", "In a place"),
            ("Allebei is goed", "Both are fine"),
        ),
    ),
    Ask(
        ("Wil je nog iets kwijt?", "Is there anything else you want to say?"),
        step=2,
        required=False,
    ),
)

PATH = (
    Stop(
        Station.WANT,
        ("kennismaken", "getting acquainted"),
        ("In de eerste maand", "In the first month"),
        (
            "Je hoort hoe het werkt. Je zegt wat je zoekt in een mentor.",
            "You hear how it works. You say what you look for in a mentor.",
        ),
        entry=("Wie een plek heeft.", "Who has a place."),
        outcome=("Je weet wat je zoekt in een mentor.", "You know what you look for in a mentor."),
    ),
    Stop(
        Station.MAY,
        ("regels en partijen", "rules and parties"),
        ("In de tweede maand", "In the second month"),
        (
            "Je leert hoe een lijst ontstaat. Je mentor vertelt hoe het bij haar ging.",
            "You learn how a list is made. Your mentor tells how it went for her.",
        ),
        entry=("Wie een mentor heeft gekozen.", "Who has chosen a mentor."),
        outcome=("Je weet hoe een partij kandidaten kiest.", "You know how a party chooses candidates."),
    ),
    Stop(
        Station.CAN,
        ("met je mentor", "with your mentor"),
        ("Elke maand, een jaar lang", "Every month, for a year"),
        (
            "Jullie praten. Zij denkt mee en laat je mensen ontmoeten.",
            "You talk. She thinks along and lets you meet people.",
        ),
        entry=("Jij en je mentor.", "You and your mentor."),
        outcome=("Je kent mensen, en zij kennen jou.", "You know people, and they know you."),
    ),
    Stop(
        Station.GO,
        ("de stap zetten", "taking the step"),
        ("Wanneer jij wilt", "When you want to"),
        (
            "Je meldt je bij een partij. Of je helpt later de volgende deelnemer.",
            "You go to a party. Or later you help the next participant.",
        ),
        entry=("Wie de stap wil zetten.", "Who wants to take the step."),
        outcome=("Je hebt gekozen: nu, later of niet.", "You have chosen: now, later or not."),
    ),
)

PAST = (
    EditionPlan(opens=-1090, closes=-1040, answer_by=-1026, starts=-1000, ends=-700, capacity=40, participants=40),
    EditionPlan(opens=-750, closes=-700, answer_by=-686, starts=-660, ends=-360, capacity=40, participants=40),
    EditionPlan(
        opens=-330,
        closes=-280,
        answer_by=-266,
        starts=-240,
        ends=60,
        state=EditionState.RUNNING,
        capacity=40,
        participants=40,
    ),
)
NOW = EditionPlan(opens=-20, closes=35, answer_by=49, starts=70, ends=400, state=EditionState.OPEN)

MENTOR_NETWORK = Example(
    slug="mentornetwerk",
    name="Mentornetwerk",
    carriers=("stem-op-een-vrouw",),
    organiser=("Orhan Organisator", "orhan.organisator@example.org"),
    for_whom=Audience.WOMEN,
    has_mentors=True,
    form=Form.MIXED,
    where=("Heel Nederland", "All of the Netherlands"),
    hours=("Ongeveer 3 uur per maand (voorbeeld)", "About 3 hours a month (example)"),
    costs=("Gratis (voorbeeld)", "Free (example)"),
    travel=(
        "Jullie praten online, of op een plek dichtbij (voorbeeld)",
        "You talk online, or at a place nearby (example)",
    ),
    access=(
        "Zeg wat je nodig hebt. Dan kijken wij wat er kan.",
        "Say what you need. We then see what is possible.",
    ),
    materials=(
        "Teksten zijn kort, en worden op verzoek voorgelezen (voorbeeld).",
        "Texts are short, and read out on request (example).",
    ),
    contact_address="mentornetwerk@example.org",
    nl=DUTCH,
    en=ENGLISH,
    path=PATH,
    criteria=CRITERIA,
    contacts=(
        Contact(
            name="Sanne Luistert",
            email="sanne.luistert@example.org",
            hours=("Maandag tot donderdag, 9.00 tot 17.00 uur", "Monday to Thursday, 9:00 to 17:00"),
            mail_address="vertrouwenspersoon.mentornetwerk@example.org",
            works_for="stem-op-een-vrouw",
        ),
        VERA,
    ),
    asks=ASKS,
    admission_mode=AdmissionMode.CONVERSATION,
    reveals=Reveals.GENDER,
    editions=(*PAST, NOW),
)
