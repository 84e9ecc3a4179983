from portal.content.parts import FixedPage, Words, bullets, drawing, heading, links, text

ABOUT_THIS_SITE = FixedPage(
    slug="over-deze-site",
    nl=Words(
        title="Over Op de lijst",
        intro="Op de lijst helpt nieuwe mensen de lokale politiek in.",
        body=(
            drawing("raadstafel"),
            heading("Waarom?"),
            text(
                "De raad beslist voor iedereen. Maar niet iedereen zit in de raad. "
                "Vrouwen, jongeren en mensen met een beperking zijn er te weinig. "
                "Net als mensen met een migratieachtergrond of een praktische opleiding."
            ),
            heading("Wat vind je hier?"),
            bullets(
                "Programma’s van verschillende organisaties, op één plek.",
                "Een gids die je zegt wat bij je past.",
                "Uitleg over verkiezingen, partijen en je rechten.",
                "Hulp, ook als er iets misgaat.",
            ),
            heading("Van wie is deze site?"),
            text(
                "Elke organisatie zet haar eigen programma’s op de site. "
                "Het ministerie van BZK ziet alleen gepubliceerde cijfers, nooit personen. "
                "De site is van geen enkele partij."
            ),
            heading("Voorbeelden"),
            text(
                "Soms staat er een programma als voorbeeld. Dan lees je dat bovenaan. "
                "De organisatie bestaat dan echt. De data, vragen en contactgegevens zijn verzonnen."
            ),
            links(
                ("Privacy", "/privacy/"),
                ("Zo koppelen wij", "/algoritme/"),
                ("Toegankelijkheid", "/toegankelijkheid/"),
                ("Contact", "/contact/"),
            ),
        ),
    ),
    en=Words(
        title="About Op de lijst",
        intro="Op de lijst (‘on the list’) helps new people into local politics in the Netherlands.",
        body=(
            drawing("raadstafel"),
            heading("Why?"),
            text(
                "The council decides for everyone. But not everyone is on the council. "
                "There are too few women, young people and people with a disability. "
                "The same goes for people with a migration background or a practical education."
            ),
            heading("What do you find here?"),
            bullets(
                "Programmes of different organisations, in one place.",
                "A guide that tells you what suits you.",
                "What you need to know about elections, parties and your rights.",
                "Help, also when something goes wrong.",
            ),
            heading("Whose site is this?"),
            text(
                "Each organisation puts its own programmes on the site. "
                "The Ministry of the Interior sees published figures only, never persons. "
                "The site belongs to no party."
            ),
            heading("Examples"),
            text(
                "Sometimes a programme is here as an example. It says so at the top. "
                "The organisation then really exists. The dates, questions and contact details are invented."
            ),
            links(
                ("Privacy", "/privacy/"),
                ("How we match people", "/algoritme/"),
                ("Accessibility", "/toegankelijkheid/"),
                ("Contact", "/contact/"),
            ),
        ),
    ),
)
