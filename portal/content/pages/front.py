"""The home page."""

from portal.content.parts import FixedPage, Words

HOME = FixedPage(
    slug="voorpagina",
    model="home.HomePage",
    nl=Words(
        title="Misschien hoor jij in de raad",
        intro="Op de lijst helpt je de lokale politiek in. Stap voor stap, met mensen die het kennen. "
        "Van ‘misschien’ tot een plek op de kieslijst.",
        fields={
            "hero_note": "Vijf vragen, twee minuten. Wij bewaren je antwoorden niet.",
            "want": "Je denkt erover na. Je praat met iemand die het doet.",
            "may": "Je kent de regels. Je weet wat een partij van je vraagt.",
            "can": "Je leert en oefent. Een mentor staat naast je.",
            "go": "Je staat op de lijst. Kiezers kunnen jouw rondje rood maken.",
            "ask_title": "Ken jij zo iemand?",
            "ask_text": "Vraag het. Met een kaartje of een link die je zelf doorgeeft. "
            "Wij bewaren niets over de ander, tot zij of hij ja zegt.",
            "mentor_title": "Zit je zelf in de politiek?",
            "mentor_text": "Word mentor. Eén gesprek per maand maakt al verschil.",
        },
    ),
    en=Words(
        title="Maybe you belong on the council",
        intro="Op de lijst helps you into local politics. Step by step, with people who know it. "
        "From ‘maybe’ to a place on the candidate list.",
        fields={
            "hero_note": "Five questions, two minutes. We do not keep your answers.",
            "want": "You are thinking about it. You talk with someone who does it.",
            "may": "You know the rules. You know what a party asks of you.",
            "can": "You learn and practise. A mentor stands beside you.",
            "go": "You are on the list. Voters can fill in your circle in red.",
            "ask_title": "Do you know someone like that?",
            "ask_text": "Ask. With a card or a link that you pass on yourself. "
            "We keep nothing about the other person, until she or he says yes.",
            "mentor_title": "Are you in politics yourself?",
            "mentor_text": "Become a mentor. One conversation a month already makes a difference.",
        },
    ),
)
