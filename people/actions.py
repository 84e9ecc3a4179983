"""What is done with roles, consents' texts and letters. Each act asks, does and is written in the journal."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import letters, policies
from people.models import ConsentText, Letter, Membership, Organisation, User


@transaction.atomic
def give_role(user: User, organisation: Organisation, role: Membership.Role, *, by: User) -> Membership:
    """The same role twice is one role; only the first time is written in the journal."""
    policies.require(policies.can_give_roles(by))
    policies.require_no_ministry(user)
    membership, is_new = Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    if is_new:
        _record_role(membership, "give_role", by)
    return membership


@transaction.atomic
def take_role(membership: Membership, *, by: User) -> None:
    """Works at once: roles are asked of the database at each request. The last organiser stays: she invites the next.

    An organisation is locked before its memberships: of two organisers who take each other off at once, one stays.
    """
    organisation = Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    policies.require(policies.can_run_colleagues(by, organisation))
    taken = Membership.objects.select_for_update().filter(pk=membership.pk).first()
    if taken is None:
        return
    if taken.role == Membership.Role.ORGANISER and not _other_organisers(taken).exists():
        raise Refused(_("Dit is de laatste organisator. Nodig eerst een andere uit."))
    _record_role(taken, "take_role", by)
    taken.delete()


def _other_organisers(membership: Membership) -> "QuerySet[Membership]":
    same = Membership.objects.filter(organisation=membership.organisation_id, role=Membership.Role.ORGANISER)
    return same.filter(user__is_active=True).exclude(pk=membership.pk)


def _record_role(membership: Membership, verb: str, by: User) -> None:
    scope = membership.organisation.key
    record(membership, verb, by=by, scope=scope, person=membership.user.key, role=membership.role)


@transaction.atomic
def add_consent_text(
    purpose: str, *, text: str, text_en: str, by: User, valid_from: datetime | None = None
) -> ConsentText:
    """The next version for a purpose. It never begins in the past: people have said yes to what stood there then."""
    policies.require(policies.can_write_consent_texts(by))
    now = timezone.now()
    newest = ConsentText.objects.select_for_update().filter(purpose=purpose).order_by("-version").first()
    added = ConsentText.objects.create(
        purpose=purpose,
        version=newest.version + 1 if newest else 1,
        text=text,
        text_en=text_en,
        valid_from=max(valid_from or now, now),
    )
    record(added, "add", by=by, purpose=purpose, version=added.version)
    return added


@transaction.atomic
def send_again(letter: Letter, *, by: User) -> Letter:
    """A letter that was given up waits anew, with all its attempts before it.

    Refused when it was not given up, and when it went to an address: that is forgotten by then.
    """
    policies.require(policies.can_see_letters(by))
    if not letter.can_be_sent_again:
        raise Refused(_("Deze mail ging naar iemand zonder account. Het adres bewaren wij niet."))
    given_up = Letter.objects.given_up().filter(pk=letter.pk)
    if not given_up.update(failed_at=None, leased_until=None, attempts=0, fault=""):
        raise Refused(_("Deze mail wacht niet meer. Hij is al weer opgepakt."))
    letter.refresh_from_db()
    record(letter, "send_again", by=by)
    letters.look_after_commit()
    return letter
