from portal.content.parts import FixedPage, Words, bullets, facts, heading, keep_until, text

PRIVACY = FixedPage(
    slug="privacy",
    nl=Words(
        title="Privacy",
        intro="Wij vragen weinig, bewaren kort en vertellen niets door. Hier lees je hoe.",
        body=(
            heading("Wat wij nooit bewaren"),
            text(
                "Wij bewaren nooit je afkomst, je geloof of je beperking. Ook niet wie je liefhebt. "
                "Wij vragen er niet naar, in geen enkel formulier."
            ),
            heading("Wat wij wel bewaren"),
            facts(
                ("Je e-mailadres", "Daarmee log je in. Zolang je een account hebt."),
                ("Hoe je wilt heten", "Dat hoeft niet je echte naam te zijn."),
                ("Je aanmelding en je antwoorden", "Versleuteld. Alleen de organisatie van dat programma leest ze."),
                ("Wat je nodig hebt om mee te doen", "Alleen als je dat zelf zegt. Voor één editie."),
                ("Je verhaal", "Alleen als je dat vertelt. Iedereen leest het. Trek je het in, dan is het meteen weg."),
                ("Je toestemmingen", "Waarvoor, wanneer, en of je ze weer introk."),
            ),
            heading("Hoe lang?"),
            text(
                "Dit is de hele lijst. Wij maken haar uit de regels waarmee wij elke dag wissen. "
                "Al het andere blijft zolang je een account hebt. Wis je je account, dan gaat alles weg."
            ),
            keep_until(),
            heading("Wie is verantwoordelijk?"),
            bullets(
                "Elke organisatie is verantwoordelijk voor haar eigen programma’s.",
                "Het ministerie ziet nooit gegevens van personen. Het ziet alleen afgeronde cijfers.",
                "Het bedrijf dat deze site draait, mag niets anders doen met je gegevens.",
            ),
            heading("Wat kun jij doen?"),
            bullets(
                "Bekijk al je gegevens bij [mijn gegevens](/mijn/gegevens/).",
                "Download ze, pas ze aan of wis ze.",
                "Trek een toestemming in. Dat werkt meteen.",
                "Zie wie jouw gegevens bekeek: de rol en de organisatie.",
            ),
            heading("Je partij"),
            text(
                "Je hoeft je partij nooit te noemen. Doe je het wel, dan vragen wij apart toestemming. "
                "Je partij staat nooit in lijsten, bestanden of cijfers."
            ),
            heading("Heb je een klacht?"),
            text(
                "Mail ons via [contact](/contact/). Je kunt ook klagen bij de Autoriteit Persoonsgegevens.",
            ),
        ),
    ),
    en=Words(
        title="Privacy",
        intro="We ask little, keep it briefly and tell nobody. Here you can read how.",
        body=(
            heading("What we never keep"),
            text(
                "We never keep your origin, your religion or your disability. Nor whom you love. "
                "We do not ask for it, in any form."
            ),
            heading("What we do keep"),
            facts(
                ("Your e-mail address", "You sign in with it. As long as you have an account."),
                ("What you want to be called", "It need not be your real name."),
                ("Your application and answers", "Encrypted. Only the organisation of that programme reads them."),
                ("What you need in order to take part", "Only if you say so yourself. For one edition."),
                ("Your story", "Only if you tell it. Everyone reads it. If you withdraw it, it is gone at once."),
                ("Your consents", "For what, when, and whether you withdrew them."),
            ),
            heading("How long?"),
            text(
                "This is the whole list. We make it from the rules by which we erase every day. "
                "All else stays as long as you have an account. If you erase your account, everything goes."
            ),
            keep_until(),
            heading("Who is responsible?"),
            bullets(
                "Each organisation is responsible for its own programmes.",
                "The ministry never sees data of persons. It sees rounded figures only.",
                "The company that runs this site may do nothing else with your data.",
            ),
            heading("What can you do?"),
            bullets(
                "See all your data at [my data](/mijn/gegevens/).",
                "Download them, change them or erase them.",
                "Withdraw a consent. That works at once.",
                "See who looked at your data: the role and the organisation.",
            ),
            heading("Your party"),
            text(
                "You never have to name your party. If you do, we ask for separate consent. "
                "Your party is never in lists, files or figures."
            ),
            heading("Do you have a complaint?"),
            text(
                "Mail us through [contact](/contact/). You can also turn to the Dutch data protection authority.",
            ),
        ),
    ),
)
