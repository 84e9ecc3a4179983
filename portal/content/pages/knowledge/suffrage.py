import datetime as dt

from portal.content.parts import FixedPage, Words, facts, heading, materials, sourced, text

FORTY_YEARS = FixedPage(
    slug="veertig-jaar-kiesrecht",
    facts=sourced(dt.date(2026, 11, 29), "mogen", topic="rechten", reader="inwoners"),
    nl=Words(
        title="Veertig jaar lokaal kiesrecht",
        intro="Woon je hier zonder Nederlands paspoort? Ook dan heb je vaak een stem in de gemeente.",
        fields={
            "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026. "
            "De bundel: ‘Veertig jaar lokaal kiesrecht voor migranten’, Kennisbank Openbaar Bestuur."
        },
        body=(
            text(
                "Al veertig jaar mogen inwoners zonder Nederlands paspoort stemmen voor de raad. "
                "Er gelden regels over hoe lang je hier woont.",
            ),
            heading("De bundel en de bijeenkomst"),
            text("Over die veertig jaar is een bundel met essays gemaakt. Het ministerie van BZK gaf subsidie."),
            materials(
                {
                    "title": "Bundel ‘Veertig jaar lokaal kiesrecht voor migranten’",
                    "text": "Essays. In de Kennisbank Openbaar Bestuur.",
                    "reader": "inwoners",
                },
            ),
            facts(("Bijeenkomst", "Gepland op 30 maart 2026. Met de bundel als onderwerp.")),
            heading("Mag je ook op de lijst?"),
            text("Kijk bij [verkiezingen](/verkiezingen/) wat voor jou geldt."),
        ),
    ),
    en=Words(
        title="Forty years of local suffrage",
        intro="Do you live here without a Dutch passport? You often have a vote in your municipality.",
        fields={
            "source": "Letter to parliament on diversity in local government, spring 2026. "
            "The bundle: ‘Veertig jaar lokaal kiesrecht voor migranten’, Kennisbank Openbaar Bestuur."
        },
        body=(
            text(
                "For forty years, inhabitants without a Dutch passport have voted for the council. "
                "There are rules on how long you have lived here.",
            ),
            heading("The bundle and the meeting"),
            text("A bundle of essays was made about those forty years. The Ministry of the Interior subsidised it."),
            materials(
                {
                    "title": "The bundle ‘Veertig jaar lokaal kiesrecht voor migranten’",
                    "text": "Essays, in Dutch. In the Kennisbank Openbaar Bestuur.",
                    "reader": "inwoners",
                },
            ),
            facts(("Meeting", "Planned for 30 March 2026. With the bundle as its subject.")),
            heading("May you be on the list too?"),
            text("See at [elections](/verkiezingen/) what holds for you."),
        ),
    ),
)
