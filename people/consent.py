"""Consent: a yes to one text for one purpose, taken back at any moment with effect at once.

An app declares what it asks consent for and names it in settings.CONSENT_PURPOSES:

    FOLLOW_UP = Purpose("follow_up_after_election", _("Na de verkiezing één keer vragen hoe het ging"),
                        on_withdraw="programmes.actions.forget_participation")

`on_withdraw(user, about)` runs in the transaction of withdrawing and removes what rested on it.
The texts stand in ConsentText, by version; set_up lays them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import Consent, ConsentText, User


@dataclass(frozen=True)
class Purpose:
    """What consent is asked for. `name` is the key of its texts; `title` names it on /mijn/gegevens/.

    `call_abouts` is the dotted path of a function(keys) -> {key: text} that says what each consent is about.
    """

    name: str
    title: str | Promise
    on_withdraw: str = ""
    call_abouts: str = ""


def purposes() -> dict[str, Purpose]:
    found = [import_string(path) for path in settings.CONSENT_PURPOSES]
    return {purpose.name: purpose for purpose in found}


def described(consents: Iterable[Consent]) -> list[tuple[str, str, Consent]]:
    """Each with its title and what it is about, asked once per purpose.

    A purpose that is no longer asked keeps its bare name.
    """
    consents = list(consents)
    known = purposes()
    called: dict[tuple[str, UUID], str] = {}
    for name in {consent.text.purpose for consent in consents} & known.keys():
        keys = {consent.about for consent in consents if consent.text.purpose == name and consent.about}
        if keys and known[name].call_abouts:
            texts = import_string(known[name].call_abouts)(keys)
            called |= {(name, key): str(text) for key, text in texts.items()}
    return [
        (
            str(known[consent.text.purpose].title) if consent.text.purpose in known else consent.text.purpose,
            called.get((consent.text.purpose, consent.about), "") if consent.about else "",
            consent,
        )
        for consent in consents
    ]


def stands(user: User, purpose: str, about: UUID | None = None) -> bool:
    """Whether there is a yes now, to any version of the text."""
    return Consent.objects.standing().on(purpose, about).filter(user=user).exists()


@transaction.atomic
def give(user: User, purpose: str, about: UUID | None = None, *, at: datetime | None = None) -> Consent:
    """A yes to the newest text; the same yes twice is one. Refused when there is no text to say yes to.

    ValueError for a purpose that is not registered.
    """
    if purpose not in purposes():
        raise ValueError(f"{purpose} does not stand in settings.CONSENT_PURPOSES")
    at = at or timezone.now()
    text = ConsentText.objects.newest(purpose, at)
    if text is None:
        raise Refused(_("De tekst van deze toestemming is er nog niet. Probeer het later nog eens."))
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # one at a time: two presses are one yes
    standing = Consent.objects.standing().on(purpose, about).filter(user=user)
    if already := standing.filter(text=text).first():
        return already
    standing.update(withdrawn_at=at)  # followed by a yes to the newer text: nothing falls away
    given = Consent.objects.create(user=user, text=text, about=about, given_at=at)
    record(given, "give", by=user, at=at, purpose=purpose)
    return given


@transaction.atomic
def withdraw(user: User, purpose: str, about: UUID | None = None, *, at: datetime | None = None) -> bool:
    """Taken back, and gone what rested on it; False when there was nothing to take back.

    Also for a purpose that is no longer asked: whoever said yes can always say no.
    """
    at = at or timezone.now()
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    standing = list(Consent.objects.standing().on(purpose, about).filter(user=user))
    for consent in standing:
        consent.withdrawn_at = at
        consent.save(update_fields=["withdrawn_at"])
        record(consent, "withdraw", by=user, at=at, purpose=purpose)
    known = purposes().get(purpose)
    if standing and known and known.on_withdraw:
        import_string(known.on_withdraw)(user, about)
    return bool(standing)
