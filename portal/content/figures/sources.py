"""Where national figures come from, and the shape in which one is written down."""

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


def year(year: int | str) -> dict[str, str]:
    return {"measured_on": str(year), "measured_on_en": str(year)}


def figure_of(
    key: str, topic: str, label: tuple[str, str], value: tuple[str, str] | str, *facts: dict[str, str]
) -> dict[str, str]:
    values = (value, value) if isinstance(value, str) else value
    entry = {
        "key": key,
        "topic": topic,
        "label": label[0],
        "label_en": label[1],
        "value": values[0],
        "value_en": values[1],
    }
    for more in facts:
        entry |= more
    return entry
