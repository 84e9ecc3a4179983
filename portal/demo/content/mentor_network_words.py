"""The page of the example programme in both languages, with its version in easy language."""

from dataclasses import dataclass

Easy = list[tuple[str, list[tuple[str, list[str]]]]]  # title of a part -> (drawing, lines)


@dataclass(frozen=True)
class PageWords:
    title: str
    intro: str
    body: list[str]
    helps: list[str]
    for_whom: str
    admission: str
    questions: list[tuple[str, str]]
    easy: Easy


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
