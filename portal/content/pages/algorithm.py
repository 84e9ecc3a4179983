"""How people are brought together, in plain words; and in the fields of the Dutch register of algorithms.

What counts and for how much is no text: the site makes that table of the weights file (home.blocks).
"""

from portal.content.pages.register_of_algorithms import register_fields
from portal.content.parts import (
    FixedPage,
    Words,
    bullets,
    heading,
    matching_fairness,
    matching_rules,
    steps,
    text,
)

ALGORITHM = FixedPage(
    slug="algoritme",
    keeps_up=True,
    nl=Words(
        title="Zo koppelen wij",
        intro="Soms stelt de computer een mentor voor. Mensen beslissen. Dit zijn de regels.",
        body=(
            heading("Wat telt mee, en hoe zwaar?"),
            text(
                "Iedereen vult zelf een profiel in. De computer vergelijkt alleen die antwoorden.",
            ),
            matching_rules(),
            text(
                "Past iets voor een deel? Dan telt dat deel van de punten.",
                "Vraag je iets niet? Dan krijg je daarvoor de helft. Weinig vragen is dus geen nadeel.",
                "Staat er bij een regel dat het niet zonder kan? Dan komt er zonder dat geen voorstel.",
            ),
            heading("Wat telt nooit mee?"),
            bullets(
                "Je naam en je foto.",
                "Je leeftijd.",
                "Je geslacht en je partij.",
                "Hoe je deze site gebruikt.",
                "Je afkomst, geloof, gezondheid of wie je liefhebt. Dat vragen wij niet en bewaren wij niet.",
            ),
            heading("Wie beslist?"),
            steps(
                "De computer maakt koppels, met de redenen erbij. Nog niemand hoort ervan.",
                "De organisator bekijkt ze. Die mag koppels vastzetten, eruit halen of zelf maken.",
                "Jij zegt ja of nee.",
                "De mentor zegt ja of nee. Pas na twee keer ja zie je elkaars naam.",
            ),
            text("Koppelt een organisator met de hand? Dan staat dat bij het voorstel."),
            heading("Hoe rekent de computer?"),
            text(
                "Eerst zoekt de computer zo veel mogelijk koppels. Daarna de meeste punten samen.",
                "De organisator kan eerst naar het zwakste koppel laten kijken. Dat wordt dan zo goed mogelijk.",
                "Dat kost soms punten bij anderen. De organisator ziet hoeveel.",
                "Bij elke ronde rekent de computer na dat het niet beter kan.",
                "Bij dezelfde gegevens komt altijd hetzelfde voorstel. Het systeem leert niet van mensen.",
            ),
            heading("Is het eerlijk gegaan?"),
            text(
                "Eén keer per jaar kijken wij terug. Vonden vrouwen even vaak een mentor als mannen? En elke leeftijd?",
                "Wij tellen alle programma’s met mentoren samen. Programma’s die iets over je laten zien, tellen niet mee.",
                "Gender en leeftijd vul je alleen voor de cijfers in. Bij het koppelen tellen ze nooit mee.",
            ),
            matching_fairness(),
            text(
                "Wie geen mentor zocht, telt ook bij ‘deden mee’. Wachten tellen wij bij wie een profiel maakte.",
                "Was een editie al vijf maanden voorbij? Dan telt die bij wachten en voorstellen niet mee.",
                "Elk aantal is apart afgerond op vijf. Aantallen onder de 10 tonen wij nooit.",
                "Niet getoond betekent: te klein, uit te weinig programma’s, of bijna iedereen hetzelfde.",
                "Een overzicht verandert nooit meer.",
            ),
            heading("Toelating is mensenwerk"),
            text("Wie mee mag doen, beslist de organisatie. De computer geeft geen cijfer en maakt geen rangorde."),
            heading("Ben je het er niet mee eens?"),
            text(
                "Zeg nee, of vraag een andere mentor. Je mag ook [contact opnemen](/contact/).",
            ),
            heading("Zoals in het Algoritmeregister"),
            text(
                "Overheden beschrijven algoritmes in vaste velden. Die lees je hieronder.",
                "Elke organisatie registreert zelf. Dan staan haar eigen naam en links erbij.",
            ),
            *register_fields("nl"),
        ),
    ),
    en=Words(
        title="How we match people",
        intro="Sometimes the computer proposes a mentor. People decide. These are the rules.",
        body=(
            heading("What counts, and for how much?"),
            text(
                "Everybody fills in their own profile. The computer compares those answers only.",
            ),
            matching_rules(),
            text(
                "Does something fit in part? Then that part of the points counts.",
                "Do you not ask for something? Then you get half for it. So asking little does not harm you.",
                "Does a rule say that it cannot do without? Then without it there is no proposal.",
            ),
            heading("What never counts?"),
            bullets(
                "Your name and your photo.",
                "Your age.",
                "Your gender and your party.",
                "How you use this site.",
                "Your origin, religion, health or whom you love. We do not ask or keep that.",
            ),
            heading("Who decides?"),
            steps(
                "The computer makes pairs, with their reasons. Nobody hears of them yet.",
                "The organiser looks at them. She may fix pairs, take them out or make her own.",
                "You say yes or no.",
                "The mentor says yes or no. Only after two yeses do you see names.",
            ),
            text("Does an organiser pair people by hand? Then the proposal says so."),
            heading("How does the computer work it out?"),
            text(
                "First the computer looks for as many pairs as possible. Then for the most points together.",
                "The organiser can have the weakest pair looked at first. It is then as good as can be.",
                "Sometimes that costs others points. The organiser sees how many.",
                "In every round the computer proves that it cannot be done better.",
                "The same data always give the same proposal. The system does not learn from people.",
            ),
            heading("Was it fair?"),
            text(
                "Once a year we look back. Did women find a mentor as often as men? And every age?",
                "We count all programmes with mentors together. Programmes that reveal something about you do not count.",
                "You give gender and age for the figures only. They never count in matching.",
            ),
            matching_fairness(),
            text(
                "Who looked for no mentor counts as taking part too. Waiting is counted of who made a profile.",
                "Was an edition over for five months? Then it does not count for waiting and proposals.",
                "Every number is rounded to five by itself. We never show numbers under 10.",
                "Not shown means: too small, from too few programmes, or nearly everybody the same.",
                "An overview never changes.",
            ),
            heading("Admission is done by people"),
            text("The organisation decides who may take part. The computer gives no mark and makes no ranking."),
            heading("Do you not agree?"),
            text(
                "Say no, or ask for another mentor. You may also [contact us](/contact/).",
            ),
            heading("As in the Dutch register of algorithms"),
            text(
                "Governments describe algorithms in fixed fields. You read them below.",
                "Each organisation registers by itself. Then its own name and links stand there.",
            ),
            *register_fields("en"),
        ),
    ),
)
