"""From what someone typed to the words worth looking for. Pure: no Django, no database."""

import re
import unicodedata

LONGEST = 100
MOST_WORDS = 12

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

# Words on nearly every page: alone they find everything, so nothing.
_COMMON_WORDS = """
aan al als bij dan dat de den der des deze die dit doen door dus een en er ga geen had heb hebben heeft hem
het hier hij hoe hun ik in is ja je jij jou jouw kan kun kunnen me mee meer met mij mijn moet mogen na naar
nee niet nog nu of om omdat ons onze ook op over te tot u uit uw van veel voor waar was wat we wel wie wij wil
willen worden zal ze zich zij zijn zo zonder zou a about after all am an and any are as at be been but by can
could did do does for from had has have he her here him his how i if in into is it its may me my no not of on
or our she so some than that the their them then there they this to up was we were what when where which who
will with would you your
"""
TOO_COMMON = frozenset(_COMMON_WORDS.split())


def searchable(typed: str) -> list[str]:
    """Each word once, in lower case, without those too common to tell pages apart."""
    plain = unicodedata.normalize("NFC", typed).casefold()
    words = dict.fromkeys(_WORD.findall(plain))
    return [word for word in words if word not in TOO_COMMON][:MOST_WORDS]
