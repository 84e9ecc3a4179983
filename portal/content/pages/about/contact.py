from portal.content.parts import FixedPage, Words, heading, links, notice, text

CONTACT = FixedPage(
    slug="contact",
    nl=Words(
        title="Contact",
        intro="Heb je een vraag of een klacht? Dit is de snelste weg.",
        body=(
            notice("In gevaar? Bel 112", "Word je bedreigd of lastiggevallen? Kijk meteen bij hulp.", kind="warning"),
            links(("Hulp bij dreiging", "/hulp/")),
            heading("Een vraag over een programma"),
            text("Kijk op de pagina van dat programma. Daar staat wie je kunt bellen of mailen."),
            heading("Je voelt je niet veilig in een programma"),
            text("Elk programma heeft twee mensen bij wie je veilig kunt praten. Eén is van buiten de organisatie."),
            heading("Een vraag over deze site"),
            text("Mail naar [{mail}](mailto:{mail}). Zet geen gevoelige dingen in je mail."),
            heading("Een klacht"),
            text("Mail eerst de organisatie van het programma. Kom je er niet uit? Mail dan ons."),
        ),
    ),
    en=Words(
        title="Contact",
        intro="Do you have a question or a complaint? This is the quickest way.",
        body=(
            notice("In danger? Call 112", "Are you being threatened or harassed? Go to help at once.", kind="warning"),
            links(("Help with threats", "/hulp/")),
            heading("A question about a programme"),
            text("Look at the page of that programme. It says whom you can call or mail."),
            heading("You do not feel safe in a programme"),
            text("Each programme has two people with whom you can talk safely. One is from outside."),
            heading("A question about this site"),
            text("Mail [{mail}](mailto:{mail}). Do not put sensitive things in your mail."),
            heading("A complaint"),
            text("Mail the organisation of the programme first. If that does not help, mail us."),
        ),
    ),
)
