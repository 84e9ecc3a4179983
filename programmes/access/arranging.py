"""Arrangements: made by the organisation, sent to the partner, ticked off by either. The edition is locked first."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import letters
from people.models import Invitation, Membership, User
from programmes.access import policies
from programmes.access.emails import arrangements_sent
from programmes.actions.turns import lock_edition
from programmes.mailing.persons import found_in
from programmes.models import (
    AccessNeed,
    Arrangement,
    ArrangementName,
    Edition,
    EditionPartner,
    GroupMeeting,
    Participation,
)

PARTNER_ROLE = "partner"


def who_can_own(edition: Edition) -> "QuerySet[User]":
    """Who can see to something: the organisers of the programme, and the partners of this edition."""
    carrying = edition.programme.carriers.values("organisation")
    organisers = Q(memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carrying)
    found = User.objects.filter(organisers | Q(partner_of__edition=edition), is_active=True)
    return found.distinct().order_by("name", "pk")


@transaction.atomic
def make_arrangements(
    edition: Edition,
    amounts: Mapping[str, int],
    *,
    by: User,
    due_on: date,
    owner: User | None = None,
    meeting: GroupMeeting | None = None,
    words: str = "",
    at: datetime | None = None,
) -> list[Arrangement]:
    """One for each kind that has a number. Refused without any, and for a meeting or an owner of elsewhere."""
    at = at or timezone.now()
    edition = lock_edition(edition)
    policies.require(policies.can_arrange(by, edition))
    _check(edition, owner, meeting)
    if why_not := why_not_said(edition, words):
        raise Refused(why_not)
    wanted = {kind: number for kind, number in amounts.items() if number}
    if not wanted:
        raise Refused(_("Vul bij iets een aantal in."))
    shared = {"edition": edition, "meeting": meeting, "owner": owner, "due_on": due_on, "words": words}
    made = [
        Arrangement.objects.create(kind=kind, number=number, made_at=at, changed_at=at, **shared)
        for kind, number in wanted.items()
    ]
    for arrangement in made:
        _note(arrangement, "make", by, at)
    _read(edition, by, at)
    return made


@transaction.atomic
def read_needs(edition: Edition, *, by: User, at: datetime | None = None) -> None:
    """What was said is known now: the first page of the desk stops naming this edition until more is said."""
    edition = lock_edition(edition)
    policies.require(policies.can_arrange(by, edition))
    _read(edition, by, at or timezone.now())


def _read(edition: Edition, by: User, at: datetime) -> None:
    seen = AccessNeed.objects.at_the_desk_of(by).unread().filter(participation__edition=edition, saved_at__lte=at)
    AccessNeed.objects.filter(pk__in=list(seen.values_list("pk", flat=True))).update(read_at=at)


def _check(edition: Edition, owner: User | None, meeting: GroupMeeting | None) -> None:
    if meeting is not None and meeting.edition_id != edition.pk:
        raise Refused(_("Deze bijeenkomst hoort bij een andere editie. Kies een andere."))
    if owner is not None and not who_can_own(edition).filter(pk=owner.pk).exists():
        raise Refused(_("Deze persoon werkt niet aan deze editie. Kies iemand anders."))


def why_not_said(edition: Edition, words: str) -> str:
    """Words that name somebody would stay when she takes her yes back, and reach a partner who may not know her."""
    people = Participation.objects.filter(edition=edition).values_list("user__name", "user__email")
    if found_in(words, people).persons:
        return _("Hier staat een naam in. Laat die weg: een naam gaat alleen mee met een kruisje.")
    return ""


@transaction.atomic
def change_arrangement(
    arrangement: Arrangement,
    *,
    by: User,
    number: int,
    due_on: date,
    owner: User | None,
    words: str,
    names: Iterable[AccessNeed] = (),
    at: datetime | None = None,
) -> Arrangement:
    """`names`: needs of people for whom this is; of who did not tick that the partner may know, none comes along."""
    found = _locked(arrangement, by)
    _check(found.edition, owner, found.meeting)
    if why_not := why_not_said(found.edition, words):
        raise Refused(why_not)
    found.number, found.due_on, found.owner, found.words = number, due_on, owner, words
    found.changed_at = at or timezone.now()
    found.save(update_fields=["number", "due_on", "owner", "words", "changed_at"])
    chosen = {need.pk for need in names}
    told = AccessNeed.objects.at_the_desk_of(by).filter(pk__in=chosen, partner_may_know=True)
    told = told.filter(participation__edition=found.edition)
    found.names.exclude(need__in=told).delete()
    links = [ArrangementName(arrangement=found, need=need) for need in told]
    ArrangementName.objects.bulk_create(links, ignore_conflicts=True)
    _note(found, "change", by, found.changed_at)
    return found


@transaction.atomic
def drop_arrangement(arrangement: Arrangement, *, by: User, at: datetime | None = None) -> None:
    """No longer needed. A partner who was told of it is told again: she may have booked something."""
    at = at or timezone.now()
    found = _locked(arrangement, by)
    _note(found, "drop", by, at)
    was_sent, edition = found.sent_at is not None, found.edition
    found.delete()
    if was_sent:
        _tell_partners(edition, at)


@transaction.atomic
def tick_off(arrangement: Arrangement, *, done: bool, by: User, at: datetime | None = None) -> Arrangement:
    """It is ready, or after all it is not. The same press twice is one."""
    at = at or timezone.now()
    edition = lock_edition(arrangement.edition)
    found = _still_there(arrangement)
    found.edition = edition
    policies.require(policies.can_tick_off(by, found))
    if done == found.is_done:
        return found
    found.done_at = at if done else None
    found.save(update_fields=["done_at"])
    _note(found, "tick_off" if done else "open_again", by, at)
    return found


@transaction.atomic
def send_arrangements(edition: Edition, *, by: User, at: datetime | None = None) -> int:
    """What is new or changed goes to the partner, who gets one mail without names. How many there were.

    Refused when there is nothing new, or nobody to send it to.
    """
    at = at or timezone.now()
    edition = lock_edition(edition)
    policies.require(policies.can_arrange(by, edition))
    news = edition.arrangements.news()
    if not news.exists():
        raise Refused(_("Er is niets nieuws om te sturen."))
    if not edition.partners.exists() and not invited_partners(edition, at).exists():
        raise Refused(_("Er is nog geen uitvoerder. Nodig eerst iemand uit."))
    number = news.update(sent_at=at)
    record(edition, "send_arrangements", by=by, scope=edition.programme.lead_key, at=at)
    _tell_partners(edition, at)
    return number


def invited_partners(edition: Edition, at: datetime | None = None) -> "QuerySet[Invitation]":
    """Who did not say yes yet: once she does, what was sent is there."""
    return Invitation.objects.open(at).filter(role=PARTNER_ROLE, about=edition.key)


@transaction.atomic
def part_with(partner: EditionPartner, *, by: User) -> None:
    """She sees nothing of this edition any more, at once; what she saw to is free for another."""
    edition = lock_edition(partner.edition)
    policies.require(policies.can_arrange(by, edition))
    found = EditionPartner.objects.filter(pk=partner.pk).first()
    if found is None:
        return
    record(found, "part_with", by=by, scope=edition.programme.lead_key, edition=edition.key)
    organisers = who_can_own(edition).exclude(partner_of=found)
    if not organisers.filter(pk=found.user_id).exists():
        edition.arrangements.filter(owner=found.user_id).update(owner=None)
    found.delete()


def _tell_partners(edition: Edition, at: datetime) -> None:
    for partner in edition.partners.select_related("user"):
        key = f"arrangements:{partner.key}:{at:%Y%m%d%H%M%S%f}"
        letters.write(arrangements_sent, partner.user, key=key, edition=edition.key)


def _still_there(arrangement: Arrangement) -> Arrangement:
    found = Arrangement.objects.select_for_update(of=("self",)).filter(pk=arrangement.pk).first()
    if found is None:
        raise Refused(_("Dit hoeft niet meer. Iemand haalde het intussen weg."))
    return found


def _locked(arrangement: Arrangement, by: User) -> Arrangement:
    edition = lock_edition(arrangement.edition)
    policies.require(policies.can_arrange(by, edition))
    found = _still_there(arrangement)
    found.edition = edition
    return found


def _note(arrangement: Arrangement, verb: str, by: User, at: datetime) -> None:
    edition = arrangement.edition
    record(arrangement, verb, by=by, scope=edition.programme.lead_key, at=at, edition=edition.key)
