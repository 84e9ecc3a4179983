"""The legal position: what holds now and what is only a bill, each said as such."""

import datetime as dt

from portal.content.parts import FixedPage, Words, bullets, heading, links, notice, sourced, text

LEGAL_POSITION = FixedPage(
    slug="rechtspositie",
    facts=sourced(dt.date(2026, 11, 29), "mogen", topic="rechten", reader="kandidaten"),
    nl=Words(
        title="Je rechten als raadslid",
        intro="Ziek, zwanger, een uitkering of een baan ernaast. Wat geldt er nu, en wat is nog een plan?",
        fields={
            "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026. "
            "Samenvatting van de brief ‘Waardevol politiek ambt’, 2025."
        },
        body=(
            text("Een raadslid heeft geen werkgever. Daarom gelden er andere regels dan bij een baan."),
            heading("Zwanger of ziek: wat nu geldt"),
            bullets(
                "Je kunt je laten vervangen als je zwanger of ziek bent. Alleen als je dat zelf vraagt.",
                "Zo’n periode duurt 16 weken.",
                "In de wet heet dat nu ‘tijdelijk ontslag’. Na die weken ben je weer raadslid.",
            ),
            heading("Zwanger of ziek: wat een plan is"),
            notice(
                "Dit is een wetsvoorstel, nog geen wet",
                "Zo stond het in het voorjaar van 2026. Mensen konden erop reageren. Die ronde is afgelopen. "
                "Het voorstel kan nog veranderen.",
                kind="warning",
            ),
            bullets(
                "Na 16 weken kun je verlengen, steeds met 4 weken.",
                "Ben je zwanger als je begint? Dan kun je je meteen laten vervangen.",
                "Het heet dan ‘tijdelijke ontheffing’ en niet meer ‘tijdelijk ontslag’.",
                "Wethouders en andere bestuurders krijgen meer soorten verlof. "
                "Bijvoorbeeld bij een geboorte, een adoptie of zorg voor iemand.",
            ),
            heading("Je hebt een uitkering"),
            text(
                "Dit kan lastig zijn. De regering zoekt uit hoe knelpunten voor raadsleden weg kunnen. "
                "Wat het nu voor jou betekent, hangt af van je uitkering.",
                "Vraag het vóór je ja zegt. Bel het UWV of je gemeente. Vraag het antwoord op papier.",
            ),
            heading("Je hebt een beperking"),
            text(
                "Er zijn voorzieningen voor ambtsdragers met een beperking. "
                "Vraag de griffie wat er in jouw gemeente kan. "
                "Het Diversiteitsplein verzamelt kennis hierover."
            ),
            links(("Naar het Diversiteitsplein", "https://diversiteitsplein.nl")),
            heading("Vrij van je werk"),
            text("De regering onderzoekt of ‘politiek verlof’ kan helpen. Praat op tijd met je baas."),
            heading("Geld"),
            text(
                "Voor het werk krijg je een vergoeding. Een adviescollege (ARPA) onderzoekt wat bestuurders verdienen."
            ),
            heading("Is dit juridisch advies?"),
            text(
                "Nee. Dit is een begin, met een datum erbij. Vraag de griffie wat voor jou geldt.",
            ),
        ),
    ),
    en=Words(
        title="Your rights as a councillor",
        intro="Ill, pregnant, on benefit, or with a job. What holds now, and what is still a plan?",
        fields={
            "source": "Letter to parliament on diversity in local government, spring 2026. "
            "Summary of the letter ‘Waardevol politiek ambt’, 2025."
        },
        body=(
            text("A councillor has no employer. So the rules differ from those of a job."),
            heading("Pregnant or ill: what holds now"),
            bullets(
                "You can be replaced when you are pregnant or ill. Only if you ask for it yourself.",
                "Such a period lasts 16 weeks.",
                "The law now calls this ‘temporary dismissal’. After those weeks you are back.",
            ),
            heading("Pregnant or ill: what is a plan"),
            notice(
                "This is a bill, not yet a law",
                "So it stood in spring 2026. People could respond to it. That round is over. "
                "The proposal can still change.",
                kind="warning",
            ),
            bullets(
                "After 16 weeks you can extend, by 4 weeks at a time.",
                "Pregnant when you start? Then you can be replaced at once.",
                "It would be called ‘temporary relief’ and no longer ‘temporary dismissal’.",
                "Aldermen and other executives get more kinds of leave. "
                "For a birth, an adoption or care for someone, for example.",
            ),
            heading("You are on benefit"),
            text(
                "This can be difficult. The government studies how to remove problems for councillors. "
                "What it means for you now depends on your benefit.",
                "Ask before you say yes. Call the UWV or your municipality. Ask for the answer on paper.",
            ),
            heading("You have a disability"),
            text(
                "There are provisions for office holders with a disability. "
                "Ask the clerk’s office what is possible in your municipality. "
                "The Diversiteitsplein gathers knowledge about this."
            ),
            links(("To the Diversiteitsplein (in Dutch)", "https://diversiteitsplein.nl")),
            heading("Time off from work"),
            text("The government studies whether ‘political leave’ can help. Talk with your boss in time."),
            heading("Money"),
            text("You receive an allowance for the work. An advisory board (ARPA) studies what executives earn."),
            heading("Is this legal advice?"),
            text(
                "No. This is a start, with a date. Ask the clerk’s office what holds for you.",
            ),
        ),
    ),
)
