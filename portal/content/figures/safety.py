"""Safety, and pressure on those in office."""

from portal.content.figures.sources import LETTER_2026, NEWS_2025, figure_of, year

SAFETY: list[dict[str, str]] = [
    figure_of(
        "aggression-women",
        "safety",
        ("Vrouwelijke ambtsdragers die agressie meemaakten", "Women in office who met with aggression"),
        "55 %",
        year(2024),
        LETTER_2026,
    ),
    figure_of(
        "aggression-men",
        "safety",
        ("Mannelijke ambtsdragers die agressie meemaakten", "Men in office who met with aggression"),
        "37 %",
        year(2024),
        LETTER_2026,
    ),
    figure_of(
        "aggression-effects-women",
        "safety",
        ("Vrouwen met negatieve gevolgen, na agressie", "Women with negative effects, after aggression"),
        "74 %",
        year(2024),
        LETTER_2026,
    ),
    figure_of(
        "aggression-effects-men",
        "safety",
        ("Mannen met negatieve gevolgen, na agressie", "Men with negative effects, after aggression"),
        "57 %",
        year(2024),
        LETTER_2026,
    ),
    figure_of(
        "aggression-councillors-term",
        "safety",
        (
            "Raadsleden die in de afgelopen periode agressie, dreiging of geweld meemaakten",
            "Councillors who met aggression, threats or violence in the past term",
        ),
        ("een derde", "one third"),
        year(2026),
        {
            "source": "Onderzoek van een omroep, genoemd in Kamervragen van 2 maart 2026",
            "source_en": "Survey of a broadcaster, quoted in questions to the minister of 2 March 2026",
        },
        {
            "note": "Ruim twee keer zoveel als in 2022, ruim zes keer zoveel als in 2015.",
            "note_en": "Over twice the figure of 2022, over six times that of 2015.",
        },
    ),
    figure_of(
        "threats-affect-work",
        "safety",
        (
            "Bedreigde raadsleden die zeggen dat het hun werk beïnvloedt",
            "Threatened councillors who say that it affects their work",
        ),
        "30 %",
        year(2026),
        {
            "source": "Onderzoek van een omroep, genoemd in Kamervragen van 2 maart 2026",
            "source_en": "Survey of a broadcaster, quoted in questions to the minister of 2 March 2026",
        },
    ),
    figure_of(
        "strain-private-life",
        "safety",
        (
            "Lokale ambtsdragers met spanning in hun privéleven",
            "Local office holders with strain on their private life",
        ),
        "23 %",
        year(2025),
        NEWS_2025,
    ),
    figure_of(
        "strain-other-work",
        "safety",
        (
            "Lokale ambtsdragers met te veel druk naast ander werk",
            "Local office holders with too much pressure beside other work",
        ),
        "21 %",
        year(2025),
        NEWS_2025,
    ),
    figure_of(
        "strain-aggression",
        "safety",
        ("Lokale ambtsdragers die te maken krijgen met agressie", "Local office holders who meet with aggression"),
        "45 %",
        year(2025),
        NEWS_2025,
    ),
]
