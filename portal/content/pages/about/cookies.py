from portal.content.parts import FixedPage, Words, facts, heading, text

COOKIES = FixedPage(
    slug="cookies",
    nl=Words(
        title="Cookies",
        intro="Wij gebruiken alleen cookies die nodig zijn. Daarom vragen wij je niets.",
        body=(
            text("Kijk je alleen rond? Dan zetten wij geen enkele cookie."),
            heading("Deze cookies zetten wij"),
            facts(
                (
                    "sessionid",
                    "Als je inlogt. Of als je een code uit een mail invult, zoals bij een boeking. "
                    "Zo weet de site dat jij het bent. Na inloggen blijft hij hoogstens 14 dagen.",
                ),
                ("csrftoken", "Als je een formulier opent. Zo kan een ander niets namens jou versturen."),
            ),
            heading("Dit doen wij niet"),
            text(
                "Wij volgen je niet. Wij meten niet wie je bent. "
                "Geen enkele pagina haalt iets op bij een ander bedrijf."
            ),
            heading("Kwam je door een campagne?"),
            text(
                "Dan staat er een woord in het adres, zoals ‘bron=poster’. Zo tellen wij hoeveel mensen zo komen.",
                "Wij tellen ook hoeveel van hen een account maken. Wij bewaren niet wie dat is.",
            ),
        ),
    ),
    en=Words(
        title="Cookies",
        intro="We only use cookies that are needed. So we do not ask you anything.",
        body=(
            text("Are you just looking around? Then we do not set a single cookie."),
            heading("These are the cookies we set"),
            facts(
                (
                    "sessionid",
                    "When you sign in. Or when you fill in a code from a mail, such as for a booking. "
                    "So the site knows it is you. After signing in it stays 14 days at most.",
                ),
                ("csrftoken", "When you open a form. So nobody else can send something in your name."),
            ),
            heading("This we do not do"),
            text("We do not follow you. We do not measure who you are. No page fetches anything from another company."),
            heading("Did a campaign bring you here?"),
            text(
                "Then there is a word in the address, such as ‘bron=poster’. So we count how many come that way.",
                "We also count how many of them make an account. We do not keep who that is.",
            ),
        ),
    ),
)
