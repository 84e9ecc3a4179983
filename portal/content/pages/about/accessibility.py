"""The statement says what we know: the site has not been examined by an independent party yet."""

from portal.content.parts import FixedPage, Words, bullets, facts, heading, notice, text

ACCESSIBILITY = FixedPage(
    slug="toegankelijkheid",
    nl=Words(
        title="Toegankelijkheid",
        intro="Iedereen moet deze site kunnen gebruiken. Dit weten wij, en dit weten wij nog niet.",
        body=(
            notice("Nog niet onderzocht", "Geen onafhankelijke partij heeft deze site al onderzocht."),
            heading("Waar wij naar streven"),
            text("Wij bouwen volgens WCAG 2.2, niveau A en AA."),
            heading("Wat wij zelf nakijken"),
            bullets(
                "Een programma zoekt fouten op elke pagina, bij elke verandering.",
                "Alles werkt met het toetsenbord.",
                "Alles werkt zonder JavaScript. Alleen voorlezen en kopiëren niet.",
                "De site past op een telefoon en bij twee keer zo grote letters.",
                "Wij schrijven korte zinnen in gewone taal.",
                "Er is een pagina in [makkelijke taal](/makkelijke-taal/). Elk programma heeft er ook een.",
            ),
            heading("Wat wij nog niet weten"),
            bullets(
                "Hoe goed de site werkt met een schermlezer.",
                "Hoe goed de site werkt in Firefox en Safari.",
                "Of lezers van makkelijke taal alles begrijpen.",
            ),
            heading("Lukt iets niet?"),
            text(
                "Mail naar [{mail}](mailto:{mail}). Zeg op welke pagina het was. Je krijgt binnen vijf werkdagen antwoord."
            ),
            facts(("Datum van deze tekst", "30 november 2026")),
        ),
    ),
    en=Words(
        title="Accessibility",
        intro="Everyone should be able to use this site. This we know, and this not yet.",
        body=(
            notice("Not examined yet", "No independent party has examined this site yet."),
            heading("What we aim for"),
            text("We build by WCAG 2.2, levels A and AA."),
            heading("What we check ourselves"),
            bullets(
                "A program looks for errors on every page, at every change.",
                "Everything works with the keyboard.",
                "Everything works without JavaScript. Only reading aloud and copying do not.",
                "The site fits on a phone and with letters twice as large.",
                "We write short sentences in plain language.",
                "There is a page in [easy language](/makkelijke-taal/). Each programme has one too.",
            ),
            heading("What we do not know yet"),
            bullets(
                "How well the site works with a screen reader.",
                "How well the site works in Firefox and Safari.",
                "Whether readers of easy language understand everything.",
            ),
            heading("Does something not work?"),
            text("Mail [{mail}](mailto:{mail}). Say on which page it was. You get an answer within five working days."),
            facts(("Date of this text", "30 November 2026")),
        ),
    ),
)
