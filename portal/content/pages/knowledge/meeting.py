import datetime as dt

from portal.content.parts import FixedPage, Words, heading, question, sourced, steps, text

WATCH_A_MEETING = FixedPage(
    slug="kijk-bij-een-vergadering",
    facts=sourced(dt.date(2026, 11, 29), "willen", topic="werk", reader="inwoners"),
    nl=Words(
        title="Kijk bij een vergadering",
        intro="De meeste vergaderingen van de raad zijn openbaar. Je mag gaan zitten en luisteren.",
        fields={"source": "Algemene kennis over raadsvergaderingen."},
        body=(
            heading("Zo doe je dat"),
            steps(
                "Zoek op de site van je gemeente naar ‘raad’ of ‘vergadering’.",
                "Kies een avond. Kijk welk onderwerp je iets zegt.",
                "Ga naar het gemeentehuis. Of kijk thuis mee, als de gemeente uitzendt.",
                "Je hoeft niets te zeggen. Je mag weg wanneer je wilt.",
            ),
            heading("Waar let je op?"),
            text(
                "Wie praat er? Wie luistert er? Welke woorden snap je niet?",
                "Schrijf één ding op dat jij anders zou doen. Dat is een begin.",
            ),
            heading("Vragen vooraf"),
            question("Wie kan ik iets vragen?", "De griffie helpt de raad en de inwoners. Bel of mail gerust."),
            question(
                "Ik heb een ringleiding, een tolk of een rolstoelplek nodig.",
                "Vraag de griffie vooraf wat er kan. Doe dat liefst een week eerder.",
            ),
            question("Ik snap de woorden niet.", "Kijk in onze [woordenlijst](/woordenlijst/)."),
        ),
    ),
    en=Words(
        title="Watch a meeting",
        intro="Most council meetings are public. You may sit down and listen.",
        fields={"source": "General knowledge about council meetings."},
        body=(
            heading("This is how"),
            steps(
                "Look on the site of your municipality for ‘raad’ or ‘vergadering’.",
                "Choose an evening. See which subject means something to you.",
                "Go to the town hall. Or watch at home, if the municipality broadcasts.",
                "You need not say anything. You may leave when you like.",
            ),
            heading("What do you look for?"),
            text(
                "Who talks? Who listens? Which words do you not understand?",
                "Write down one thing that you would do differently. That is a start.",
            ),
            heading("Questions beforehand"),
            question(
                "Whom can I ask?", "The clerk’s office (griffie) helps the council and inhabitants. Just call or mail."
            ),
            question(
                "I need a hearing loop, an interpreter or a wheelchair place.",
                "Ask the clerk’s office beforehand what is possible. Preferably a week earlier.",
            ),
            question("I do not understand the words.", "Look in our [glossary](/woordenlijst/)."),
        ),
    ),
)
