import datetime as dt

from portal.content.parts import FixedPage, Words, bullets, facts, figure, heading, sourced, text

WHAT_A_COUNCILLOR_DOES = FixedPage(
    slug="wat-doet-een-raadslid",
    facts=sourced(dt.date(2026, 11, 29), "willen", topic="werk", reader="kandidaten"),
    nl=Words(
        title="Wat doet een raadslid?",
        intro="Een raadslid beslist mee over je gemeente. Meestal naast werk, studie of zorg.",
        fields={
            "source": "Algemene kennis over de raad. Kamerbrief over diversiteit in het decentraal bestuur, "
            "voorjaar 2026. Nieuwsbericht van de Rijksoverheid, juni 2025."
        },
        body=(
            heading("Drie taken"),
            facts(
                ("Luisteren", "Je hoort wat inwoners vinden en nodig hebben."),
                ("Beslissen", "Je stemt over plannen en over geld. Bijvoorbeeld over huizen, wegen en zorg."),
                ("Controleren", "Je kijkt of burgemeester en wethouders doen wat is afgesproken."),
            ),
            heading("Hoe ziet een week eruit?"),
            bullets(
                "Je leest stukken. Je hoeft niet alles te lezen: een fractie verdeelt het werk.",
                "Je overlegt met je fractie, vaak op een avond.",
                "Je vergadert in de raad of in een commissie.",
                "Je gaat langs bij inwoners, clubs en bedrijven.",
            ),
            heading("En je gewone leven?"),
            text(
                "Een raadslid heeft vaak ook een andere baan. Dat is soms zwaar. "
                "Vraag een raadslid hoe zij of hij dat doet."
            ),
            figure(
                "21",
                "%",
                "van de lokale ambtsdragers vindt de druk naast ander werk te hoog.",
                measured_on="2025",
                source="nieuwsbericht van de Rijksoverheid, juni 2025",
            ),
            text("Voor het werk krijg je een vergoeding. Lees meer bij [je rechten](/kennis/rechtspositie/)."),
            heading("Moet je ervoor geleerd hebben?"),
            text(
                "Nee. Er is geen diploma nodig. Nu hebben de meeste raadsleden hbo of universiteit. "
                "Daarom zijn er programma’s voor mensen met een praktische opleiding."
            ),
            figure(
                "81",
                "%",
                "van de raadsleden heeft een opleiding op hbo of universiteit.",
                measured_on="2026",
                source="Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026",
            ),
        ),
    ),
    en=Words(
        title="What does a councillor do?",
        intro="A councillor helps decide about your municipality. Mostly beside a job, study or care.",
        fields={
            "source": "General knowledge about the council. Letter to parliament on diversity in local government, "
            "spring 2026. News item of the Dutch government, June 2025."
        },
        body=(
            heading("Three tasks"),
            facts(
                ("Listening", "You hear what inhabitants think and need."),
                ("Deciding", "You vote on plans and money. On homes, roads and care, for example."),
                ("Checking", "You see whether the mayor and aldermen do what was agreed."),
            ),
            heading("What does a week look like?"),
            bullets(
                "You read papers. You need not read everything: a party group shares the work.",
                "You talk with your party group, often on an evening.",
                "You meet in the council or in a committee.",
                "You visit inhabitants, clubs and companies.",
            ),
            heading("And your ordinary life?"),
            text(
                "A councillor often has another job too. That is hard at times. Ask a councillor how she or he does it."
            ),
            figure(
                "21",
                "%",
                "of local office holders find the pressure beside other work too high.",
                measured_on="2025",
                source="news item of the Dutch government, June 2025",
            ),
            text("You receive an allowance for the work. Read more at [your rights](/kennis/rechtspositie/)."),
            heading("Do you need an education for it?"),
            text(
                "No. No diploma is needed. At present most councillors have a higher education. "
                "That is why there are programmes for people with a practical education."
            ),
            figure(
                "81",
                "%",
                "of councillors have a higher education.",
                measured_on="2026",
                source="letter to parliament on diversity in local government, spring 2026",
            ),
        ),
    ),
)
