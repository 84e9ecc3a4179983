import datetime as dt

from portal.content.parts import FixedPage, Words, action, bullets, facts, heading, links, sourced, text

LEARNING = FixedPage(
    slug="leren",
    facts=sourced(dt.date(2026, 11, 29), "kunnen"),
    nl=Words(
        title="Leren voor de lokale politiek",
        intro="Waar kun je wat leren? En voor wie is het bedoeld?",
        fields={
            "source": "Kamerbrief van 22 maart 2021. Samenvatting van de brief ‘Waardevol politiek ambt’, 2025. "
            "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026."
        },
        body=(
            heading("Je zit nog niet in de politiek"),
            facts(
                ("Cursus Politiek Actief", "Van ProDemos, bij gemeenten. Voor inwoners die actief willen worden."),
                ("Programma’s op deze site", "Per programma staat voor wie het is en wat je leert."),
            ),
            heading("Je bent gekozen"),
            facts(
                ("Digitale leeromgeving", "Voor raadsleden. Je leert wanneer het jou uitkomt."),
                ("Inwerken", "Voor nieuwe raadsleden. Je griffie weet wat er in jouw gemeente is."),
            ),
            heading("Je wilt burgemeester of wethouder worden"),
            facts(
                (
                    "Oriëntatieprogramma voor burgemeesters",
                    "Van het Nederlands Genootschap van Burgemeesters. In fasen, zodat je stap voor stap ontdekt. "
                    "Ook voor wie van buiten het bestuur komt.",
                ),
                (
                    "Voor wethouders",
                    "De Wethoudersvereniging mag subsidie gebruiken voor zo’n programma. Wij kennen er nu nog geen.",
                ),
            ),
            heading("Leren per onderwerp"),
            links(
                ("De weg: willen, mogen, kunnen, gaan", "/kennis/vier-stappen/"),
                ("Het werk: wat doet een raadslid?", "/kennis/wat-doet-een-raadslid/"),
                ("De raad: kijk bij een vergadering", "/kennis/kijk-bij-een-vergadering/"),
                ("Je rechten: ziek, zwanger, uitkering, baan", "/kennis/rechtspositie/"),
                ("Stemmen en gekozen worden zonder Nederlands paspoort", "/kennis/veertig-jaar-kiesrecht/"),
                ("Selecteren zonder vooroordelen, voor partijen", "/voor-partijen/"),
            ),
            heading("Oefen klein"),
            bullets(
                "Zeg iets in een vergadering van je school, club of werk.",
                "Schrijf één vraag op en stel die aan een raadslid.",
                "Lees een agenda van je raad. Kies één punt en vorm een mening.",
            ),
            action(
                "Zoek een programma", "Kies wat bij je past.", label="Bekijk alle programma’s", address="/programmas/"
            ),
            text("Snap je een woord niet? Kijk in de [woordenlijst](/woordenlijst/)."),
        ),
    ),
    en=Words(
        title="Learning for local politics",
        intro="Where can you learn what? And for whom is it meant?",
        fields={
            "source": "Letter to parliament of 22 March 2021. Summary of the letter ‘Waardevol politiek ambt’, 2025. "
            "Letter to parliament on diversity in local government, spring 2026."
        },
        body=(
            heading("You are not in politics yet"),
            facts(
                (
                    "The course Politiek Actief",
                    "By ProDemos, at municipalities. For inhabitants who want to be active.",
                ),
                ("Programmes on this site", "Each programme says for whom it is and what you learn."),
            ),
            heading("You have been elected"),
            facts(
                ("Digital learning environment", "For council members. You learn when it suits you."),
                ("Induction", "For new council members. Your clerk’s office knows what there is."),
            ),
            heading("You want to be a mayor or alderman"),
            facts(
                (
                    "Orientation programme for mayors",
                    "By the Nederlands Genootschap van Burgemeesters. In phases, so that you discover step by step. "
                    "Also for people from outside public administration.",
                ),
                (
                    "For aldermen",
                    "The Wethoudersvereniging may use a grant for such a programme. We do not know of one yet.",
                ),
            ),
            heading("Learning by topic"),
            links(
                ("The way: want to, may, can, go", "/kennis/vier-stappen/"),
                ("The work: what does a council member do?", "/kennis/wat-doet-een-raadslid/"),
                ("The council: watch a meeting", "/kennis/kijk-bij-een-vergadering/"),
                ("Your rights: ill, pregnant, benefit, job", "/kennis/rechtspositie/"),
                ("Voting and being elected without a Dutch passport", "/kennis/veertig-jaar-kiesrecht/"),
                ("Selecting without bias, for parties", "/voor-partijen/"),
            ),
            heading("Practise small"),
            bullets(
                "Say something in a meeting of your school, club or work.",
                "Write down one question and ask it of a council member.",
                "Read an agenda of your council. Choose one item and form an opinion.",
            ),
            action("Find a programme", "Choose what suits you.", label="See all programmes", address="/programmas/"),
            text("Is a word unclear? Look in the [glossary](/woordenlijst/)."),
        ),
    ),
)
