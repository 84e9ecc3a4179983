import datetime as dt

from portal.content.parts import FixedPage, Words, action, bullets, heading, sourced, text

FOUR_STEPS = FixedPage(
    slug="vier-stappen",
    facts=sourced(dt.date(2026, 11, 29), "willen", topic="weg", reader="inwoners"),
    nl=Words(
        title="De weg in vier stappen",
        intro="Willen, mogen, kunnen en gaan. Je mag overal beginnen en overal stoppen.",
        fields={"source": "De vier woorden komen uit het actieplan van het ministerie van BZK uit 2020."},
        body=(
            heading("Willen"),
            text("Je denkt: misschien is dit iets voor mij. Meer hoeft nog niet."),
            bullets(
                "Praat met iemand die in de raad zit.",
                "[Ga eens kijken bij een vergadering](/kennis/kijk-bij-een-vergadering/).",
                "Doe de [programmawijzer](/programmawijzer/).",
            ),
            heading("Mogen"),
            text("Je zoekt uit wat de regels zijn. En wat een partij van je vraagt."),
            bullets(
                "Kijk of je [op de lijst mag](/verkiezingen/).",
                "Kijk wanneer partijen hun eigen lijst sluiten. Dat is vaak maanden eerder dan je denkt.",
                "Lees wat je [rechten](/kennis/rechtspositie/) zijn.",
            ),
            heading("Kunnen"),
            text("Je leert en oefent. Spreken, luisteren, onderhandelen, een voorstel maken."),
            bullets(
                "Kies een [programma](/programmas/) dat bij je past.",
                "Bij sommige programma’s krijg je een mentor.",
                "Je wordt lid van een partij, of je begint er zelf een.",
            ),
            heading("Gaan"),
            text("Je staat op de lijst. Je voert campagne. Misschien word je gekozen."),
            bullets(
                "Word je niet gekozen? Dan kun je later opvolger zijn.",
                "Word je wel gekozen? Dan is er hulp bij het begin.",
                "Gaat er iets mis? Kijk bij [hulp](/hulp/).",
            ),
            action(
                "Waar sta jij nu?",
                "Hoogstens vijf vragen. Je krijgt een antwoord met redenen.",
                label="Doe de programmawijzer",
                address="/programmawijzer/",
            ),
        ),
    ),
    en=Words(
        title="The way in four steps",
        intro="Wanting to, being allowed to, being able to and going. Start and stop wherever you like.",
        fields={"source": "The four words come from the 2020 action plan of the Ministry of the Interior."},
        body=(
            heading("Wanting to (willen)"),
            text("You think: maybe this is for me. That is enough for now."),
            bullets(
                "Talk with someone who sits on a council.",
                "[Go and watch a meeting](/kennis/kijk-bij-een-vergadering/).",
                "Do the [programme guide](/programmawijzer/).",
            ),
            heading("Being allowed to (mogen)"),
            text("You find out what the rules are. And what a party asks of you."),
            bullets(
                "See whether you [may be on the list](/verkiezingen/).",
                "See when parties close their own list. That is often months earlier than you think.",
                "Read what your [rights](/kennis/rechtspositie/) are.",
            ),
            heading("Being able to (kunnen)"),
            text("You learn and practise. Speaking, listening, negotiating, making a proposal."),
            bullets(
                "Choose a [programme](/programmas/) that suits you.",
                "In some programmes you get a mentor.",
                "You join a party, or you start one yourself.",
            ),
            heading("Going (gaan)"),
            text("You are on the list. You campaign. Perhaps you are elected."),
            bullets(
                "Not elected? You can still succeed someone later.",
                "Elected? Then there is help with the start.",
                "Does something go wrong? See [help](/hulp/).",
            ),
            action(
                "Where are you now?",
                "Five questions at most. You get an answer with reasons.",
                label="Do the programme guide",
                address="/programmawijzer/",
            ),
        ),
    ),
)
