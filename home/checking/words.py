"""What one can see of a text without understanding it. Pure.

>>> [found.kind.value for found in about_words("Kunt u uw formulier invullen?", "nl")]
['formal']
>>> about_words("Wij sturen het middels de post.", "nl")[0].instead
'met'
>>> old_dates("Meld je aan voor 3 maart 2025.", date(2026, 11, 1))
['3 maart 2025']
"""

import re
from datetime import date

from home.checking.findings import Finding, Kind

MOST_WORDS = 15  # in a sentence, language level B1
_END = re.compile(r"(?<=[.!?…])[\"'’”»)]*\s+(?=[A-ZÀ-Þ0-9‘“\"'€])|\n+")
_WORD = re.compile(r"\w[\w’'.,%-]*")
_FORMAL = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)

# Words of offices, and what people say.
INSTEAD = {
    "middels": "met",
    "teneinde": "om te",
    "derhalve": "daarom",
    "conform": "volgens",
    "inzake": "over",
    "betreffende": "over",
    "aangaande": "over",
    "omtrent": "over",
    "dienaangaande": "daarover",
    "ingeval": "als",
    "indien": "als",
    "tevens": "ook",
    "echter": "maar",
    "thans": "nu",
    "reeds": "al",
    "heden": "vandaag",
    "gaarne": "graag",
    "alvorens": "voordat",
    "omwille": "voor",
    "desgewenst": "als je wilt",
    "voornoemde": "deze",
    "dienen": "moeten",
    "dient": "moet",
    "geschieden": "gebeuren",
    "geschiedt": "gebeurt",
    "verstrekken": "geven",
    "verstrekt": "geeft",
    "participeren": "meedoen",
    "faciliteren": "helpen",
    "implementeren": "invoeren",
    "stakeholders": "betrokkenen",
}
MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march"),
    ("april", "april"),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
)
_MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTH)})\s+(\d{{4}})\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in _END.split(text) if part and _WORD.search(part)]


def about_words(text: str, language: str) -> list[Finding]:
    """Sentences that are too long; in Dutch also "u", and words of offices with what to say instead."""
    found = [
        Finding(Kind.LONG_SENTENCE, sentence)
        for sentence in sentences(text)
        if len(_WORD.findall(sentence)) > MOST_WORDS
    ]
    if language != "nl":
        return found
    if formal := _FORMAL.search(text):
        found.append(Finding(Kind.FORMAL, formal[0], "je"))
    said = {word.lower().strip(".,") for word in _WORD.findall(text)}
    return found + [Finding(Kind.HARD_WORD, word, INSTEAD[word]) for word in sorted(said & INSTEAD.keys())]


def old_dates(text: str, today: date) -> list[str]:
    """Dates in full that have passed, as they are written."""
    return [found[0] for found in _DATE.finditer(text) if (day := _day(found)) and day < today]


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), _MONTH[found[2].lower()], int(found[1]))
    except ValueError:  # 31 February is a mistake, but not one of age
        return None
