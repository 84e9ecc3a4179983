"""How somebody gets on: steps done, an end for many at once, notes, material, and a name for the group."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people.models import User
from programmes.actions.participations import complete_participation
from programmes.actions.turns import lock_edition, lock_participation
from programmes.forbidden import trait_asked_for
from programmes.models import ContactNote, Edition, GroupMember, Material, Participation, Phase, PhaseDone
from programmes.policies import require
from programmes.states import PARTICIPATION
from programmes.taking_part import policies

MOST_AT_ONCE = 50


@transaction.atomic
def tick_phase(
    edition: Edition, phase: Phase, changes: Mapping[UUID, tuple[bool, bool]], *, by: User, at: datetime | None = None
) -> int:
    """For many at once that a step is done, or is not after all; how many changed.

    `changes`: by the key of a participation, what the screen showed and what was chosen.
    """
    at = at or timezone.now()
    edition = lock_edition(edition)
    require(policies.can_run_group(by, edition))
    changed = [key for key, (was, now) in changes.items() if was != now]
    people = {one.key: one for one in _seen_by(by, edition, changed)}
    ticked = {key for key in people if changes[key][1]}
    today = timezone.localdate(at)
    PhaseDone.objects.bulk_create(
        [PhaseDone(participation=people[key], phase=phase, done_on=today) for key in ticked], ignore_conflicts=True
    )
    PhaseDone.objects.filter(phase=phase, participation__in=[people[key] for key in people.keys() - ticked]).delete()
    record(edition, "tick_phase", by=by, scope=edition.programme.lead_key, at=at, phase=phase.pk)
    return len(people)


@transaction.atomic
def complete_several(
    edition: Edition, keys: Collection[UUID], *, by: User, at: datetime | None = None
) -> list[Participation]:
    """All of these or nobody: who stopped meanwhile is named in the refusal."""
    edition = lock_edition(edition)
    require(policies.can_run_group(by, edition))
    if len(keys) > MOST_AT_ONCE:
        raise Refused(_("Kies er hoogstens %(most)s tegelijk.") % {"most": MOST_AT_ONCE})
    people = sorted(_seen_by(by, edition, keys), key=lambda one: one.pk)
    late = [str(one.user) for one in people if not PARTICIPATION.allows("complete", one.state)]
    if late:
        names = ", ".join(late)
        raise Refused(_("Dit kan niet meer voor: %(names)s. Er is niemand afgerond. Kies opnieuw.") % {"names": names})
    return [complete_participation(one, by=by, at=at) for one in people]


@transaction.atomic
def write_note(participation: Participation, *, by: User, at: datetime | None = None, **facts: Any) -> ContactNote:
    """A few words after a contact. The person reads them too, and nothing of what is never written of anybody."""
    at = at or timezone.now()
    participation = lock_participation(participation)
    require(policies.can_note(by, participation))
    if trait_asked_for(facts.get("words", ""), facts.get("next_step", "")):
        raise Refused(why_not_written())
    note = ContactNote.objects.create(participation=participation, written_at=at, **facts)
    _record(note, "write", by=by, at=at)
    return note


def why_not_written() -> str:
    return _(
        "Dit lijkt te gaan over afkomst, geloof, gezondheid, seksualiteit of partij. "
        "Dat schrijven wij van niemand op. Zeg het anders."
    )


@transaction.atomic
def finish_step(note: ContactNote, *, by: User, at: datetime | None = None) -> ContactNote:
    """What was promised is done."""
    note = _lock_note(note)
    require(policies.can_note(by, note.participation))
    if note.done_at is None:
        note.done_at = at or timezone.now()
        note.save(update_fields=["done_at"])
        _record(note, "finish_step", by=by, at=at)
    return note


@transaction.atomic
def remove_note(note: ContactNote, *, by: User, at: datetime | None = None) -> None:
    note = _lock_note(note)
    require(policies.can_note(by, note.participation))
    _record(note, "remove", by=by, at=at)
    note.delete()


@transaction.atomic
def add_material(edition: Edition, *, by: User, at: datetime | None = None, **facts: Any) -> Material:
    edition = lock_edition(edition)
    require(policies.can_run_group(by, edition))
    material = Material.objects.create(edition=edition, added_at=at or timezone.now(), **facts)
    record(material, "add", by=by, scope=edition.programme.lead_key, at=at, edition=edition.key)
    return material


@transaction.atomic
def remove_material(material: Material, *, by: User, at: datetime | None = None) -> None:
    edition = lock_edition(material.edition)
    require(policies.can_run_group(by, edition))
    record(material, "remove", by=by, scope=edition.programme.lead_key, at=at, edition=edition.key)
    material.delete()


@transaction.atomic
def show_name(participation: Participation, name: str, *, by: User, at: datetime | None = None) -> GroupMember:
    """The others who do the same see this name, and she sees theirs."""
    participation = lock_participation(participation)
    require(policies.can_show_name(by, participation))
    at = at or timezone.now()
    own, _made = GroupMember.objects.update_or_create(
        participation=participation,
        defaults={"display_name": name},
        create_defaults={"display_name": name, "since": at},
    )
    record(participation, "show_name", by=by, scope=participation.edition.programme.lead_key, at=at)
    return own


@transaction.atomic
def hide_name(participation: Participation, *, by: User, at: datetime | None = None) -> None:
    """At once, and whatever became of the edition."""
    participation = lock_participation(participation)
    require(policies.is_own_participation(by, participation))
    if GroupMember.objects.filter(participation=participation).delete()[0]:
        record(participation, "hide_name", by=by, scope=participation.edition.programme.lead_key, at=at)


def _seen_by(user: User, edition: Edition, keys: Collection[UUID]) -> list[Participation]:
    """Of these, whom this organiser may say something of: never herself, nor who is not asked yet."""
    own = Participation.objects.at_the_desk_of(user).with_consent_asked().filter(edition=edition, key__in=keys)
    found = [one for one in own.exclude(user=user).select_related("user") if not one.awaits_consent]
    for one in found:
        one.edition = edition
    return found


def _lock_note(note: ContactNote) -> ContactNote:
    participation = lock_participation(note.participation)
    locked = ContactNote.objects.select_for_update(of=("self",)).filter(pk=note.pk).first()
    if locked is None:
        raise IllegalMove("contact_note", "lock", "gone")
    locked.participation = participation
    return locked


def _record(note: ContactNote, verb: str, *, by: User, at: datetime | None) -> None:
    person = note.participation
    scope = person.edition.programme.lead_key
    record(note, verb, by=by, scope=scope, at=at, participation=person.key, edition=person.edition.key)
