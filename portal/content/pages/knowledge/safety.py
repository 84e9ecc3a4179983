"""What somebody who weighs the office may ask about aggression: the figures as they are, and what there is to help."""

import datetime as dt

from portal.content.parts import FixedPage, Words, action, bullets, figure, heading, materials, sourced, text

WORKING_IN_SAFETY = FixedPage(
    slug="veilig-meedoen",
    facts=sourced(dt.date(2026, 11, 30), "gaan", topic="veilig", reader="kandidaten"),
    nl=Words(
        title="Veilig meedoen",
        intro="Sommige politici krijgen te maken met agressie. Hier lees je hoe vaak, en wat je kunt doen.",
        fields={
            "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026. "
            "Antwoord op Kamervragen van 2 maart 2026. Nieuwsbericht van de Rijksoverheid, juni 2025."
        },
        body=(
            heading("Hoe vaak gebeurt het?"),
            text("Het is niet gewoon en je hoeft het niet te pikken. Toch is het goed om te weten."),
            figure(
                "55",
                "%",
                "van de vrouwen met een politiek ambt maakte agressie mee. Van de mannen was het 37 %.",
                measured_on="2024",
                source="Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026",
            ),
            text("Dit gaat over mensen met een ambt. Over kandidaten kennen wij geen cijfers."),
            heading("Je hebt nog geen ambt"),
            bullets(
                "Ben je in gevaar? Bel 112.",
                "Bewaar berichten en foto’s. Dan kun je later melden wat er gebeurde.",
                "Doe je mee aan een programma? Praat met een vertrouwenspersoon. De organisator leest niet mee.",
                "Je kiest hier zelf hoe je heet. Dat hoeft niet je echte naam te zijn.",
            ),
            heading("Je zit in een raad of bestuur"),
            materials(
                {
                    "title": "Zelfscan",
                    "text": "Je loopt zelf na hoe veilig je bent. Online, wanneer het jou uitkomt.",
                    "reader": "raadsleden",
                    "address": "/hulp/",
                },
                {
                    "title": "Training omgaan met agressie en intimidatie",
                    "text": "Voor vrouwen met een politiek ambt.",
                    "reader": "raadsleden",
                    "by": "Stem op een Vrouw",
                    "address": "/hulp/",
                },
            ),
            action(
                "Heb je nu hulp nodig?",
                "Alle hulp op een rij. Bij elke hulp staat voor wie die is.",
                label="Naar de hulp",
                address="/hulp/",
            ),
        ),
    ),
    en=Words(
        title="Taking part safely",
        intro="Some politicians meet with aggression. Here you read how often, and what you can do.",
        fields={
            "source": "Letter to parliament on diversity in local government, spring 2026. "
            "Answer to questions in parliament of 2 March 2026. News item of the Dutch government, June 2025."
        },
        body=(
            heading("How often does it happen?"),
            text("It is not normal and you need not put up with it. Still it is good to know."),
            figure(
                "55",
                "%",
                "of women in political office met with aggression. Of men it was 37 %.",
                measured_on="2024",
                source="letter to parliament on diversity in local government, spring 2026",
            ),
            text("This is about people in office. We know of no figures about candidates."),
            heading("You hold no office yet"),
            bullets(
                "Are you in danger? Call 112.",
                "Keep messages and photos. Then you can report later what happened.",
                "Do you take part in a programme? Talk with a safeguarding contact. The organiser does not read along.",
                "Here you choose what you are called. It need not be your real name.",
            ),
            heading("You are on a council or in government"),
            materials(
                {
                    "title": "Self-scan",
                    "text": "You check for yourself how safe you are. Online, when it suits you.",
                    "reader": "raadsleden",
                    "address": "/hulp/",
                },
                {
                    "title": "Training on dealing with aggression and intimidation",
                    "text": "For women in political office.",
                    "reader": "raadsleden",
                    "by": "Stem op een Vrouw",
                    "address": "/hulp/",
                },
            ),
            action(
                "Do you need help now?",
                "All help together. Each says for whom it is.",
                label="Go to help",
                address="/hulp/",
            ),
        ),
    ),
)
