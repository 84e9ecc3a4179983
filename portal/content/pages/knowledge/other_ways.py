"""Signposts that say for whom each is: what helps inhabitants, and what is for municipalities."""

import datetime as dt

from portal.content.parts import FixedPage, Words, bullets, heading, materials, sourced, text

OTHER_WAYS = FixedPage(
    slug="anders-meedoen",
    facts=sourced(dt.date(2026, 11, 29), "willen", topic="anders", reader="inwoners"),
    nl=Words(
        title="Anders meedoen",
        intro="De raad is niet de enige manier. Misschien past iets anders nu beter.",
        fields={
            "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026. "
            "Kamerbrief van 22 maart 2021. Nieuwsbericht van de Rijksoverheid, juni 2025."
        },
        body=(
            heading("Voor jou als inwoner"),
            bullets(
                "Begin een initiatief in je buurt.",
                "Organiseer een demonstratie.",
                "Ga in een studentenraad of een patiëntenraad.",
                "Word je gevraagd voor een burgerforum? Zeg dan ja.",
            ),
            materials(
                {
                    "title": "Loket D",
                    "text": "Voor kleine, lokale initiatieven.",
                    "reader": "inwoners",
                    "by": "Vfonds en het ministerie van BZK",
                }
            ),
            heading("Voor gemeenten en bestuurders"),
            text("Deze hulp is niet voor inwoners. Werk je bij een gemeente, dan heb je er iets aan."),
            materials(
                {
                    "title": "Participatiewijzer",
                    "text": "Helpt gemeenten kiezen hoe zij inwoners laten meedoen. Gemaakt met ProDemos.",
                    "reader": "gemeenten",
                },
                {
                    "title": "Quick Scan Lokale Democratie",
                    "text": "Voor lokale bestuurders die met inwoners willen verbeteren.",
                    "reader": "gemeenten",
                },
                {
                    "title": "Diversiteitsplein",
                    "text": "Kennis over politici met een beperking.",
                    "reader": "gemeenten",
                    "address": "https://diversiteitsplein.nl",
                },
            ),
            heading("Later toch de raad?"),
            text("Dat kan altijd. Doe de [programmawijzer](/programmawijzer/) wanneer je wilt."),
        ),
    ),
    en=Words(
        title="Other ways to take part",
        intro="The council is not the only way. Perhaps something else suits you better now.",
        fields={
            "source": "Letter to parliament on diversity in local government, spring 2026. "
            "Letter to parliament of 22 March 2021. News item of the Dutch government, June 2025."
        },
        body=(
            heading("For you as an inhabitant"),
            bullets(
                "Start an initiative in your neighbourhood.",
                "Organise a demonstration.",
                "Join a students’ council or a patients’ council.",
                "Are you asked for a citizens’ panel? Say yes.",
            ),
            materials(
                {
                    "title": "Loket D",
                    "text": "For small, local initiatives.",
                    "reader": "inwoners",
                    "by": "Vfonds and the Ministry of the Interior",
                }
            ),
            heading("For municipalities and executives"),
            text("This help is not for inhabitants. It is useful if you work at a municipality."),
            materials(
                {
                    "title": "Participatiewijzer",
                    "text": "Helps municipalities choose how inhabitants take part. Made with ProDemos.",
                    "reader": "gemeenten",
                },
                {
                    "title": "Quick Scan Lokale Democratie",
                    "text": "For local executives who want to improve, with inhabitants.",
                    "reader": "gemeenten",
                },
                {
                    "title": "Diversiteitsplein",
                    "text": "Knowledge about politicians with a disability.",
                    "reader": "gemeenten",
                    "address": "https://diversiteitsplein.nl",
                },
            ),
            heading("The council after all?"),
            text("You always can. Do the [programme guide](/programmawijzer/) when you like."),
        ),
    ),
)
