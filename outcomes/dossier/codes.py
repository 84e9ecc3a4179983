"""Codes for a questionnaire. A code is made and shown, and kept nowhere: it proves by itself that we made it.

    typed = new_code(wave)        # "7KQ2M-C9TRX-0PAVE-H4NDW", shown once
    wave_of(typed)                # the wave, while it is open; None for what we did not make

So nothing ties a code to whom it was given to. Once used, its digest stands among the spent until the wave closes.
"""

import secrets
from datetime import date

from django.utils.crypto import constant_time_compare, salted_hmac

from outcomes.models import QuestionnaireWave, SpentCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nobody takes them for a digit or each other
READ_AS = str.maketrans("ILOU", "110V")
HALF, GROUP = 10, 5
LONGEST_TYPED = 60


def new_code(wave: QuestionnaireWave) -> str:
    chance = "".join(secrets.choice(ALPHABET) for _sign in range(HALF))
    return _grouped(chance + _proof(wave, chance))


def wave_of(typed: str, day: date | None = None) -> QuestionnaireWave | None:
    """The open wave for which this code was made and not used yet. The same None for every reason."""
    code = _plain(typed)
    if len(code) != 2 * HALF:
        return None
    for wave in QuestionnaireWave.objects.open(day):
        if constant_time_compare(_proof(wave, code[:HALF]), code[HALF:]):
            return None if SpentCode.objects.filter(digest=digest(code)).exists() else wave
    return None


def digest(typed: str) -> str:
    return salted_hmac("outcomes.questionnaire.spent", _plain(typed), algorithm="sha256").hexdigest()


def _proof(wave: QuestionnaireWave, chance: str) -> str:
    made = salted_hmac("outcomes.questionnaire.code", f"{wave.key}:{chance}", algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in made[:HALF])


def _plain(typed: str) -> str:
    return "".join(sign for sign in typed[:LONGEST_TYPED].upper().translate(READ_AS) if sign in ALPHABET)


def _grouped(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
