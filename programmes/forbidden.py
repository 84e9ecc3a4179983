"""Words by which a question asks for what is never asked of a person, or a no gives what is never a reason.

Pure. A hit does not prove anything: it holds the question until an administrator has looked at it, and an answer
until it is put otherwise.
"""

import re
import unicodedata
from functools import lru_cache

# Beginnings of words, without accents, Dutch and English together.
TRAITS: dict[str, tuple[str, ...]] = {
    "origin": (
        "afkomst", "afkomstig", "herkomst", "etnic", "etnisch", "ethnic", "migratie", "migrant", "migration",
        "geboorteland", "geboren in", "country of birth", "born in", "nationaliteit", "nationality", "huidskleur",
        "skin colo", "ras", "race", "racial", "roots", "allochto", "vluchteling", "refugee", "moedertaal",
        "mother tongue", "verblijfsvergunning", "residence permit", "ouders geboren", "cultural background",
        "culturele achtergrond", "biculture", "bicultural", "origin",
    ),
    "religion": (
        "geloof", "gelovig", "godsdienst", "religi", "moslim", "muslim", "islam", "christen", "christian",
        "joods", "jewish", "hindoe", "hindu", "kerk", "church", "moskee", "mosque", "levensbeschouw", "faith",
        "belief",
    ),
    "health": (
        "beperking", "handicap", "disabilit", "disabled", "gezondheid", "health", "ziekte", "ziek", "illness",
        "diagnos", "autis", "adhd", "depressi", "chronisch", "chronic", "rolstoel", "wheelchair", "slechtziend",
        "slechthorend", "blind", "doof", "deaf", "medicijn", "medicat", "medisch", "medical", "zwanger", "pregnan",
        "licht verstandelijk", "lvb", "wajong", "impairment",
    ),
    "orientation": (
        "seksuele", "seksualiteit", "sexual", "geaardheid", "homoseks", "homo", "lesbisch", "lesbian", "gay",
        "biseks", "bisexual", "lhbt", "lgbt", "queer", "transgender", "regenboog",
    ),
    "party": (
        "welke partij", "which party", "lid van een partij", "lid van de partij", "partijlid", "member of a party",
        "party member", "stem je op", "stemde je", "vote for", "politieke voorkeur", "political preference",
    ),
}  # fmt: skip
# Whole words only: as a beginning they would hit half the dictionary.
WHOLE = {"ras", "race", "homo", "gay", "ziek", "doof", "blind", "lvb", "origin", "roots", "belief", "faith", "kerk"}


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.split(r"[^a-z0-9]+", letters))


@lru_cache(maxsize=4096)
def trait_asked_for(*texts: str) -> str:
    """The trait that these words ask for, or "" when none is found."""
    plain = _plain(" ".join(texts))
    for trait, words in TRAITS.items():
        for word in words:
            ending = r"\b" if word in WHOLE else ""
            if re.search(rf"\b{word}{ending}", plain):
                return trait
    return ""


# Besides, by the heading of a column in a sheet: there one word is enough to say what stands below it.
IN_A_HEADING = (
    "partij", "party", "fractie", "politieke", "political", "stemgedrag", "bsn", "burgerservice", "sofinummer",
    "dieet", "diet", "allergi", "toegankelijk", "accessib", "hulpmiddel", "voorziening", "begeleiding", "indicatie",
    "achtergrond", "background", "doelgroep", "target group",
)  # fmt: skip


def heading_asks_too_much(heading: str) -> bool:
    """Whether what stands below this heading must not enter: it is left out unread."""
    plain = _plain(heading)
    return bool(trait_asked_for(heading)) or any(re.search(rf"\b{word}", plain) for word in IN_A_HEADING)


# A programme says for whom it is meant; whether someone belongs there is hers to say, and no reason for a no.
NO_REASON = (
    "doelgroep", "target group", "bedoeld voor", "meant for", "geen vrouw", "geen jongere", "een man",
    "alleen voor vrouwen", "not a woman", "a man", "only for women", "te oud", "te jong", "too old", "too young",
    "je leeftijd", "your age",
)  # fmt: skip


def shuts_out_by_group(words: str) -> bool:
    """Whether a no says that someone is not of those for whom a programme is meant."""
    plain = _plain(words)
    return any(re.search(rf"\b{phrase}\b", plain) for phrase in NO_REASON)
