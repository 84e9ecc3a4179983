"""Finding candidates, and what supports them."""

from portal.content.figures.sources import LETTER_2021, NEWS_2025, figure_of, year

CANDIDATES: list[dict[str, str]] = [
    figure_of(
        "would-stand-if-asked",
        "candidates",
        (
            "zou zich kandidaat stellen voor de raad, als iemand het vraagt",
            "would stand for the council if someone asked",
        ),
        "15 %",
        year(2025),
        NEWS_2025,
        {"note": "Ongeveer, van alle Nederlanders.", "note_en": "About, of all Dutch people."},
    ),
    figure_of(
        "parties-short-of-candidates",
        "candidates",
        ("Lokale partijen die moeilijk kandidaten vinden", "Local parties with difficulty finding candidates"),
        ("bijna de helft", "almost half"),
        year(2025),
        NEWS_2025,
        {"note": "Tien procent meer dan in 2018.", "note_en": "Up ten percent on 2018."},
    ),
    figure_of(
        "orientation-to-function",
        "candidates",
        (
            "Deelnemers van oriëntatieprogramma’s die een politieke functie krijgen",
            "Participants of orientation programmes who move on to a political function",
        ),
        ("ongeveer een kwart", "about a quarter"),
        {"measured_on": "evaluatie van 2018", "measured_on_en": "evaluation of 2018"},
        LETTER_2021,
        {"note": "Na hoeveel tijd is niet bekend.", "note_en": "After how much time is not known."},
    ),
    figure_of(
        "turnout-councils",
        "candidates",
        ("Opkomst bij raadsverkiezingen", "Turnout at council elections"),
        ("rond 55 %", "about 55 %"),
        year(2021),
        LETTER_2021,
    ),
    figure_of(
        "feel-unheard",
        "candidates",
        ("Inwoners die zich niet gehoord voelen", "Inhabitants who feel unheard"),
        ("rond 20 %", "about 20 %"),
        year(2021),
        LETTER_2021,
    ),
    figure_of(
        "support-extra",
        "support",
        ("Extra per jaar voor opleiding en ondersteuning", "Extra a year for training and support"),
        ("€ 1 miljoen", "€ 1 million"),
        year(2025),
        {
            "source": "Nieuwsbericht van juni 2025; samenvatting van de brief Waardevol politiek ambt, 2025",
            "source_en": "News item of June 2025; summary of the letter Waardevol politiek ambt, 2025",
        },
        {
            "note": "Volgens de brief voor vijf jaar, volgens het nieuwsbericht structureel.",
            "note_en": "For five years according to the letter, structural according to the news item.",
        },
    ),
    figure_of(
        "support-total",
        "support",
        ("Totaal per jaar voor opleiding en ondersteuning", "Total a year for training and support"),
        ("€ 3,7 miljoen", "€ 3.7 million"),
        year(2025),
        {
            "source": "Samenvatting van de brief Waardevol politiek ambt, 2025",
            "source_en": "Summary of the letter Waardevol politiek ambt, 2025",
        },
    ),
    figure_of(
        "support-local-parties",
        "support",
        ("Kennispunt Lokale Politieke Partijen, per jaar", "Kennispunt Lokale Politieke Partijen, a year"),
        ("€ 0,4 miljoen", "€ 0.4 million"),
        year(2025),
        {
            "source": "Samenvatting van de brief Waardevol politiek ambt, 2025",
            "source_en": "Summary of the letter Waardevol politiek ambt, 2025",
        },
    ),
    figure_of(
        "citizenship",
        "support",
        ("Voor burgerschap, per jaar", "For citizenship, a year"),
        ("tot € 9 miljoen", "up to € 9 million"),
        year(2025),
        NEWS_2025,
    ),
]
