"""Saying what one needs, and taking it back. Locked are the person, then the edition with her participation."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import consent
from people.models import Consent, User
from programmes.access import policies
from programmes.access.consent_purposes import ACCESS_NEEDS
from programmes.actions.turns import lock_participation, lock_person
from programmes.models import AccessNeed, ArrangementName, Edition, GroupMeeting, Participation


@transaction.atomic
def say_need(
    participation: Participation,
    *,
    by: User,
    wishes: Iterable[str] = (),
    words: str = "",
    partner_may_know: bool = False,
    meeting: GroupMeeting | None = None,
    at: datetime | None = None,
) -> AccessNeed:
    """Said again it takes the place of what was said. With it comes the yes to keeping it.

    Refused when there is nothing in it, for a meeting of another edition, and once one takes part no longer.
    """
    at = at or timezone.now()
    lock_person(by)
    participation = lock_participation(participation)
    policies.require(policies.can_say_needs(by, participation))
    if not policies.shows_saying(by, participation):
        raise Refused(_("Je doet hier niet meer aan mee. Er valt niets meer te regelen."))
    written = AccessNeed.written(wishes)
    if not (written or words):
        raise Refused(_("Kies iets, of schrijf op wat je nodig hebt. Heb je niets nodig? Dan hoef je niets te doen."))
    if meeting is not None and (meeting.edition_id != participation.edition_id or meeting.is_cancelled):
        raise Refused(_("Deze bijeenkomst gaat niet door. Kies een andere."))
    consent.give(by, ACCESS_NEEDS.name, about=participation.edition.key, at=at)
    said = {"wishes": written, "words": words, "partner_may_know": partner_may_know, "saved_at": at, "read_at": None}
    need, _is_new = AccessNeed.objects.update_or_create(participation=participation, meeting=meeting, defaults=said)
    if not partner_may_know:
        need.names.all().delete()
    record(need, "say", by=by, at=at)
    return need


@transaction.atomic
def take_back_need(need: AccessNeed, *, by: User, at: datetime | None = None) -> None:
    """Gone at once; with the last one goes the consent that it rested on. Twice is once."""
    lock_person(by)
    participation = lock_participation(need.participation)
    found = AccessNeed.objects.select_for_update(of=("self",)).filter(pk=need.pk).first()
    if found is None:
        return
    found.participation = participation
    policies.require(policies.can_take_back_need(by, found))
    record(found, "take_back", by=by, at=at)
    found.delete()
    if not AccessNeed.objects.filter(participation=participation).exists():
        consent.withdraw(by, ACCESS_NEEDS.name, about=participation.edition.key, at=at)


@transaction.atomic
def forget_needs(user: User, about: UUID | None) -> None:
    """The consent was taken back: everything that rested on it goes, with the names that a partner saw."""
    own = AccessNeed.objects.of(user).filter(participation__edition__key=about)
    lock_editions_of(own)
    for need in own:
        record(need, "forget", by=user)
        need.delete()


def lock_editions_of(needs: "QuerySet[AccessNeed]") -> None:
    """Before these go: meanwhile nobody writes a name beside an arrangement that leads to one of them."""
    editions = Edition.objects.filter(pk__in=needs.values("participation__edition"))
    list(editions.select_for_update(of=("self",)).order_by("pk"))


def end_with_participations(participations: Iterable[Participation]) -> None:
    """Before these go (settings.BEFORE_PARTICIPATIONS_GO): a yes about an edition tells who took part in it."""
    for participation in participations:
        rested = Consent.objects.standing().on(ACCESS_NEEDS.name, participation.edition.key)
        rested.filter(user=participation.user_id).update(withdrawn_at=timezone.now())


def forget_over(needs: "QuerySet[AccessNeed]") -> int:
    """Their time is over: gone, and what they rested on with them. How many."""
    people = User.objects.filter(pk__in=needs.values("participation__user"))
    list(people.select_for_update(no_key=True).order_by("pk"))  # who takes her yes back now, comes before or after
    lock_editions_of(needs)
    found = list(needs)
    ArrangementName.objects.filter(need__in=found).delete()
    AccessNeed.objects.filter(pk__in=[need.pk for need in found]).delete()
    left = AccessNeed.objects.filter(participation__in={need.participation_id for need in found})
    still = set(left.values_list("participation", flat=True))
    end_with_participations({need.participation for need in found if need.participation_id not in still})
    return len(found)
