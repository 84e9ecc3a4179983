"""National figures that others measured, each with its date and source. From the letters and news items named there."""

LETTER_2026 = {
    "source": "Kamerbrief over diversiteit in het decentraal bestuur, voorjaar 2026",
    "source_en": "Letter to parliament on diversity in local government, spring 2026",
}
DASHBOARD = {
    "source": "Dashboard Staat van het Bestuur, in de Kamerbrief van voorjaar 2026",
    "source_en": "Dashboard Staat van het Bestuur, in the letter to parliament of spring 2026",
}
NEWS_2025 = {
    "source": "Nieuwsbericht van de Rijksoverheid, juni 2025",
    "source_en": "News item of the national government, June 2025",
}
LETTER_2021 = {"source": "Kamerbrief van 22 maart 2021", "source_en": "Letter to parliament of 22 March 2021"}

JANUARY_2026 = {"measured_on": "1 januari 2026", "measured_on_en": "1 January 2026"}
BEFORE_ELECTIONS = {
    "note": "Gemeten vóór de verkiezingen van maart 2026.",
    "note_en": "Measured before the elections of March 2026.",
}
ESTIMATE = {"note": "Een schatting.", "note_en": "An estimate."}


def _year(year: int | str) -> dict[str, str]:
    return {"measured_on": str(year), "measured_on_en": str(year)}


def _figure(key: str, topic: str, label: tuple[str, str], value: tuple[str, str] | str, *facts: dict[str, str]) -> dict[str, str]:
    values = (value, value) if isinstance(value, str) else value
    entry = {"key": key, "topic": topic, "label": label[0], "label_en": label[1], "value": values[0], "value_en": values[1]}
    for more in facts:
        entry |= more
    return entry


FIGURES: list[dict[str, str]] = [
    _figure(
        "would-stand-if-asked",
        "candidates",
        ("zou zich kandidaat stellen voor de raad, als iemand het vraagt", "would stand for the council if someone asked"),
        "15 %",
        _year(2025),
        NEWS_2025,
        {"note": "Ongeveer, van alle Nederlanders.", "note_en": "About, of all Dutch people."},
    ),
    _figure(
        "target-band",
        "office",
        ("Streefband voor mannen en vrouwen in het openbaar bestuur", "Target band for men and women in public administration"),
        ("40 tot 60 %", "40 to 60 %"),
        _year(2019),
        LETTER_2026,
    ),
    _figure("women-councillors", "office", ("Vrouwen in de gemeenteraad", "Women on municipal councils"), "32 %", JANUARY_2026, DASHBOARD, BEFORE_ELECTIONS),
    _figure("women-aldermen", "office", ("Vrouwelijke wethouders", "Women among aldermen"), "27 %", JANUARY_2026, DASHBOARD, BEFORE_ELECTIONS),
    _figure("women-mayors", "office", ("Vrouwelijke burgemeesters", "Women among mayors"), "31 %", JANUARY_2026, DASHBOARD, BEFORE_ELECTIONS),
    _figure("age-councillors", "office", ("Gemiddelde leeftijd van raadsleden", "Mean age of council members"), ("55 jaar", "55 years"), JANUARY_2026, LETTER_2026),
    _figure("age-aldermen", "office", ("Gemiddelde leeftijd van wethouders", "Mean age of aldermen"), ("53,5 jaar", "53.5 years"), JANUARY_2026, LETTER_2026),
    _figure("age-mayors", "office", ("Gemiddelde leeftijd van burgemeesters", "Mean age of mayors"), ("55,5 jaar", "55.5 years"), JANUARY_2026, LETTER_2026),
    _figure("higher-education-councillors", "office", ("Raadsleden met hbo of universiteit", "Council members with higher education"), "81 %", _year(2026), LETTER_2026),
    _figure("higher-education-aldermen", "office", ("Wethouders met hbo of universiteit", "Aldermen with higher education"), "83 %", _year(2026), LETTER_2026),
    _figure("higher-education-mayors", "office", ("Burgemeesters met hbo of universiteit", "Mayors with higher education"), "97 %", _year(2026), LETTER_2026),
    _figure("migration-councillors", "office", ("Raadsleden met een migratieachtergrond", "Council members with a migration background"), "6 %", _year(2024), LETTER_2026, ESTIMATE),
    _figure("migration-aldermen", "office", ("Wethouders met een migratieachtergrond", "Aldermen with a migration background"), "3 %", _year(2024), LETTER_2026, ESTIMATE),
    _figure("migration-mayors", "office", ("Burgemeesters met een migratieachtergrond", "Mayors with a migration background"), "4 %", _year(2024), LETTER_2026, ESTIMATE),
    _figure("migration-population", "office", ("Inwoners met een migratieachtergrond", "Inhabitants with a migration background"), ("25,2 %", "25.2 %"), _year(2024), LETTER_2026),
    _figure(
        "disability-office-holders",
        "office",
        ("Ambtsdragers met een structurele functionele beperking", "Office holders with a structural functional disability"),
        ("minder dan 0,5 %", "under 0.5 %"),
        _year(2019),
        LETTER_2026,
        ESTIMATE,
    ),
    _figure("disability-serious", "office", ("Mensen van 15 tot 65 jaar die zich ernstig beperkt voelen", "People of 15 to 65 who feel seriously limited"), "6 %", _year(2023), LETTER_2026),
    _figure("disability-limited", "office", ("Mensen van 15 tot 65 jaar die zich beperkt voelen, niet ernstig", "People of 15 to 65 who feel limited, not seriously"), "24 %", _year(2023), LETTER_2026),
    _figure("aggression-women", "safety", ("Vrouwelijke ambtsdragers die agressie meemaakten", "Women in office who met with aggression"), "55 %", _year(2024), LETTER_2026),
    _figure("aggression-men", "safety", ("Mannelijke ambtsdragers die agressie meemaakten", "Men in office who met with aggression"), "37 %", _year(2024), LETTER_2026),
    _figure("aggression-effects-women", "safety", ("Vrouwen met negatieve gevolgen, na agressie", "Women with negative effects, after aggression"), "74 %", _year(2024), LETTER_2026),
    _figure("aggression-effects-men", "safety", ("Mannen met negatieve gevolgen, na agressie", "Men with negative effects, after aggression"), "57 %", _year(2024), LETTER_2026),
    _figure(
        "aggression-councillors-term",
        "safety",
        ("Raadsleden die in de afgelopen periode agressie, dreiging of geweld meemaakten", "Council members who met aggression, threats or violence in the past term"),
        ("een derde", "one third"),
        _year(2026),
        {
            "source": "Onderzoek van een omroep, genoemd in Kamervragen van 2 maart 2026",
            "source_en": "Survey of a broadcaster, quoted in questions to the minister of 2 March 2026",
        },
        {
            "note": "Ruim twee keer zoveel als in 2022, ruim zes keer zoveel als in 2015.",
            "note_en": "Over twice the figure of 2022, over six times that of 2015.",
        },
    ),
    _figure("strain-private-life", "safety", ("Lokale ambtsdragers met spanning in hun privéleven", "Local office holders with strain on their private life"), "23 %", _year(2025), NEWS_2025),
    _figure("strain-other-work", "safety", ("Lokale ambtsdragers met te veel druk naast ander werk", "Local office holders with too much pressure beside other work"), "21 %", _year(2025), NEWS_2025),
    _figure("strain-aggression", "safety", ("Lokale ambtsdragers die te maken krijgen met agressie", "Local office holders who meet with aggression"), "45 %", _year(2025), NEWS_2025),
    _figure(
        "parties-short-of-candidates",
        "candidates",
        ("Lokale partijen die moeilijk kandidaten vinden", "Local parties with difficulty finding candidates"),
        ("bijna de helft", "almost half"),
        _year(2025),
        NEWS_2025,
        {"note": "Tien procent meer dan in 2018.", "note_en": "Up ten percent on 2018."},
    ),
    _figure(
        "orientation-to-function",
        "candidates",
        ("Deelnemers van oriëntatieprogramma’s die een politieke functie krijgen", "Participants of orientation programmes who move on to a political function"),
        ("ongeveer een kwart", "about a quarter"),
        {"measured_on": "evaluatie van 2018", "measured_on_en": "evaluation of 2018"},
        LETTER_2021,
        {"note": "Na hoeveel tijd is niet bekend.", "note_en": "After how much time is not known."},
    ),
    _figure(
        "turnout-councils",
        "candidates",
        ("Opkomst bij raadsverkiezingen", "Turnout at council elections"),
        ("rond 55 %", "about 55 %"),
        _year(2021),
        LETTER_2021,
    ),
    _figure("feel-unheard", "candidates", ("Inwoners die zich niet gehoord voelen", "Inhabitants who feel unheard"), ("rond 20 %", "about 20 %"), _year(2021), LETTER_2021),
    _figure(
        "support-extra",
        "support",
        ("Extra per jaar voor opleiding en ondersteuning", "Extra a year for training and support"),
        ("€ 1 miljoen", "€ 1 million"),
        _year(2025),
        {
            "source": "Nieuwsbericht van juni 2025; samenvatting van de brief Waardevol politiek ambt, 2025",
            "source_en": "News item of June 2025; summary of the letter Waardevol politiek ambt, 2025",
        },
        {
            "note": "Volgens de brief voor vijf jaar, volgens het nieuwsbericht structureel.",
            "note_en": "For five years according to the letter, structural according to the news item.",
        },
    ),
    _figure("support-total", "support", ("Totaal per jaar voor opleiding en ondersteuning", "Total a year for training and support"), ("€ 3,7 miljoen", "€ 3.7 million"), _year(2025), {
        "source": "Samenvatting van de brief Waardevol politiek ambt, 2025",
        "source_en": "Summary of the letter Waardevol politiek ambt, 2025",
    }),
    _figure("support-local-parties", "support", ("Kennispunt Lokale Politieke Partijen, per jaar", "Kennispunt Lokale Politieke Partijen, a year"), ("€ 0,4 miljoen", "€ 0.4 million"), _year(2025), {
        "source": "Samenvatting van de brief Waardevol politiek ambt, 2025",
        "source_en": "Summary of the letter Waardevol politiek ambt, 2025",
    }),
    _figure("citizenship", "support", ("Voor burgerschap, per jaar", "For citizenship, a year"), ("tot € 9 miljoen", "up to € 9 million"), _year(2025), NEWS_2025),
]
