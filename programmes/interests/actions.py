""" "Laat het me weten": asked with an address, confirmed from its mailbox, and gone after one mail."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.journal import record
from people import addresses, letters
from people.models import ConsentText
from programmes.interests import emails
from programmes.models import Edition, Interest, Programme
from programmes.states import INTEREST
from programmes.unnamed_consent import kept_consent

CONSENT = "interest_reveals"


@transaction.atomic
def ask_interest(
    programme: Programme | None,
    address: str,
    *,
    language: str,
    province: str = "",
    consent: ConsentText | None = None,
    at: datetime | None = None,
) -> Interest:
    """Mails a link to confirm it. Asked again it is one interest, and the mail comes again.

    `programme` None: whatever opens, in `province` when that is named. Refused without a consent where asking
    reveals something.
    """
    if programme is not None:
        programme = Programme.objects.select_for_update().get(pk=programme.pk)
    refusal = _("Zonder jouw ja bewaren wij je e-mailadres niet. Kruis dat eerst aan.")
    kept_yes = kept_consent(programme, consent, CONSENT, refusal=refusal)
    digest = addresses.keyed(address)
    same = Interest.objects.select_for_update().about(programme).filter(address_digest=digest)
    if known := same.confirmed().first():
        return _mail_again(known)
    same.delete()
    asked = Interest(
        programme=programme,
        province="" if programme else province,
        address=address,
        address_digest=digest,
        language=language,
        consent=kept_yes,
        asked_at=at or timezone.now(),
    )
    # In general nothing is locked: of two that ask at once with one address, one is kept. The row that ours gave way
    # to may be gone again by a third; then ours is asked once more.
    kept = None
    while kept is None:
        Interest.objects.bulk_create([asked], ignore_conflicts=True)
        kept = same.first()
    letters.write_to(emails.confirm_interest, address, key=f"interest:{kept.key}", language=language, interest=kept.key)
    return kept


def _mail_again(known: Interest) -> Interest:
    """The link is lost, or she does not know any more that she asked."""
    key = f"interest:{known.key}:{uuid4().hex[:8]}"
    letters.write_to(emails.confirm_interest, known.address, key=key, language=known.language, interest=known.key)
    return known


@transaction.atomic
def confirm_interest(interest: Interest, *, at: datetime | None = None) -> Interest | None:
    """By the link in her mailbox; the second press changes nothing. None when it is gone meanwhile."""
    found = Interest.objects.select_for_update().filter(pk=interest.pk).first()
    if found is None or found.is_confirmed:
        return found
    was, found.state = found.state, INTEREST.target("confirm", found.state)
    found.confirmed_at = at or timezone.now()
    found.save(update_fields=["state", "confirmed_at"])
    record(found, "confirm", by=None, was=was, now=found.state, at=found.confirmed_at)
    return found


@transaction.atomic
def stop_interest(interest: Interest) -> None:
    """Her address is gone at once, also out of a mail that still waited."""
    found = Interest.objects.select_for_update().filter(pk=interest.pk).first()
    if found is not None:
        record(found, "stop", by=None)
        found.delete()


@transaction.atomic
def tell_interest(interest: Interest, edition: Edition) -> bool:
    """The one mail, and with it the address goes. False when somebody else told it, or it was stopped."""
    found = Interest.objects.confirmed().select_for_update().filter(pk=interest.pk).first()
    if found is None:
        return False
    quiet = found.programme_id is None or edition.programme.is_sensitive
    letters.write_to(
        emails.programme_opened_quietly if quiet else emails.programme_opened,
        found.address,
        key=f"opened:{found.key}",
        language=found.language,
        edition=edition.key,
    )
    record(found, "tell", by=None, edition=edition.key)
    found.delete()
    return True
