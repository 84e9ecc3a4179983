import datetime as dt

from portal.content.parts import FixedPage, Words, action, bullets, heading, links, materials, sourced, text

LEARNING = FixedPage(
    slug="leren",
    facts=sourced(dt.date(2026, 11, 29), "kunnen", topic="leren"),
    nl=Words(
        title="Leren voor de lokale politiek",
        intro="Waar kun je wat leren? En voor wie is het bedoeld?",
        fields={
            "source": "Kamerbrief van 22 maart 2021. Samenvatting van de brief ‘Waardevol politiek ambt’, 2025. "
            "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026."
        },
        body=(
            heading("Je zit nog niet in de politiek"),
            materials(
                {
                    "title": "Cursus Politiek Actief",
                    "text": "Een cursus bij gemeenten, voor inwoners die actief willen worden.",
                    "reader": "inwoners",
                    "by": "ProDemos",
                    "station": "willen",
                    "address": "/organisaties/",
                },
                {
                    "title": "Programma’s op deze site",
                    "text": "Per programma staat voor wie het is en wat je leert.",
                    "reader": "kandidaten",
                    "address": "/programmas/",
                },
            ),
            heading("Je bent gekozen"),
            materials(
                {
                    "title": "Digitale leeromgeving",
                    "text": "Je leert wanneer het jou uitkomt.",
                    "reader": "raadsleden",
                    "station": "gaan",
                },
                {
                    "title": "Inwerken",
                    "text": "Voor wie nieuw is in de raad. Je griffie weet wat er in jouw gemeente is.",
                    "reader": "raadsleden",
                    "station": "gaan",
                },
            ),
            heading("Je wilt burgemeester of wethouder worden"),
            materials(
                {
                    "title": "Oriëntatieprogramma voor burgemeesters",
                    "text": "In fasen, zodat je stap voor stap ontdekt. Ook voor wie van buiten het bestuur komt.",
                    "reader": "bestuurders",
                    "by": "Nederlands Genootschap van Burgemeesters",
                },
                {
                    "title": "Voor wethouders",
                    "text": "De Wethoudersvereniging mag subsidie gebruiken voor zo’n programma. "
                    "Wij kennen er nu nog geen.",
                    "reader": "bestuurders",
                    "by": "Wethoudersvereniging",
                },
            ),
            heading("Je kiest kandidaten voor een partij"),
            materials(
                {
                    "title": "Selecteren zonder vooroordelen",
                    "text": "Een training voor partijen en vertrouwenscommissies.",
                    "reader": "partijen",
                    "by": "College voor de Rechten van de Mens",
                    "topic": "partijen",
                    "address": "/voor-partijen/",
                },
            ),
            heading("Leren per onderwerp"),
            links(
                ("De weg: willen, mogen, kunnen, gaan", "/kennis/vier-stappen/"),
                ("Het werk: wat doet een raadslid?", "/kennis/wat-doet-een-raadslid/"),
                ("De raad: kijk bij een vergadering", "/kennis/kijk-bij-een-vergadering/"),
                ("Je rechten: ziek, zwanger, uitkering, baan", "/kennis/rechtspositie/"),
                ("Stemmen en gekozen worden zonder Nederlands paspoort", "/kennis/veertig-jaar-kiesrecht/"),
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
            materials(
                {
                    "title": "The course Politiek Actief",
                    "text": "A course at municipalities, for inhabitants who want to be active.",
                    "reader": "inwoners",
                    "by": "ProDemos",
                    "station": "willen",
                    "address": "/organisaties/",
                },
                {
                    "title": "Programmes on this site",
                    "text": "Each programme says for whom it is and what you learn.",
                    "reader": "kandidaten",
                    "address": "/programmas/",
                },
            ),
            heading("You have been elected"),
            materials(
                {
                    "title": "Digital learning environment",
                    "text": "You learn when it suits you.",
                    "reader": "raadsleden",
                    "station": "gaan",
                },
                {
                    "title": "Induction",
                    "text": "For who is new on the council. Your clerk’s office knows what there is.",
                    "reader": "raadsleden",
                    "station": "gaan",
                },
            ),
            heading("You want to be a mayor or alderman"),
            materials(
                {
                    "title": "Orientation programme for mayors",
                    "text": "In phases, so that you discover step by step. "
                    "Also for people from outside public administration.",
                    "reader": "bestuurders",
                    "by": "Nederlands Genootschap van Burgemeesters",
                },
                {
                    "title": "For aldermen",
                    "text": "The Wethoudersvereniging may use a grant for such a programme. We do not know of one yet.",
                    "reader": "bestuurders",
                    "by": "Wethoudersvereniging",
                },
            ),
            heading("You choose candidates for a party"),
            materials(
                {
                    "title": "Selecteren zonder vooroordelen (selecting without bias)",
                    "text": "A training for parties and committees that choose.",
                    "reader": "partijen",
                    "by": "College voor de Rechten van de Mens",
                    "topic": "partijen",
                    "address": "/voor-partijen/",
                },
            ),
            heading("Learning by topic"),
            links(
                ("The way: want to, may, can, go", "/kennis/vier-stappen/"),
                ("The work: what does a councillor do?", "/kennis/wat-doet-een-raadslid/"),
                ("The council: watch a meeting", "/kennis/kijk-bij-een-vergadering/"),
                ("Your rights: ill, pregnant, benefit, job", "/kennis/rechtspositie/"),
                ("Voting and being elected without a Dutch passport", "/kennis/veertig-jaar-kiesrecht/"),
            ),
            heading("Practise small"),
            bullets(
                "Say something in a meeting of your school, club or work.",
                "Write down one question and ask it of a councillor.",
                "Read an agenda of your council. Choose one item and form an opinion.",
            ),
            action("Find a programme", "Choose what suits you.", label="See all programmes", address="/programmas/"),
            text("Is a word unclear? Look in the [glossary](/woordenlijst/)."),
        ),
    ),
)
