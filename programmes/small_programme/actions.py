"""All that a small programme begins with, made in one go: nothing is left half when something is refused."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.text import slugify
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import Organisation, User
from people.policies import require
from people.roles import organises_for
from programmes.actions.editions import open_edition
from programmes.choices import AdmissionMode, Audience, Form, QuestionKind, Reveals
from programmes.editing.approval import works_alone
from programmes.editing.making import make_pages
from programmes.models import (
    Carrier,
    Edition,
    PoolContact,
    Programme,
    ProgrammePage,
    Question,
    SafeguardingContact,
)
from programmes.models.safeguarding_contact import enough_contacts
from programmes.small_programme.presets import PRESETS


@dataclass(frozen=True)
class Begun:
    """What was made, and how far it came by itself."""

    edition: Edition
    is_public: bool
    is_open: bool


@dataclass(frozen=True)
class Wish:
    """What the organiser filled in. `closes_on` is the last day to apply; `contact` works for the organisation."""

    organisation: Organisation
    name: str
    what: str
    starts_on: date
    ends_on: date | None
    closes_on: date
    town: str
    form: Form
    for_whom: Audience
    capacity: int
    admission_mode: AdmissionMode
    reveals: Reveals
    questions: tuple[str, ...] = ()
    contact: User | None = None
    contact_address: str = ""
    contact_hours: str = ""
    pool: tuple[PoolContact, ...] = field(default=())


@transaction.atomic
def begin_small_programme(wish: Wish, *, by: User, at: datetime | None = None) -> Begun:
    """The programme, its page and an edition with questions. Open at once where two contacts are there; the page is
    on the site at once where nobody else could look along. Refused for a name that is taken.
    """
    organisation = Organisation.objects.select_for_update().get(pk=wish.organisation.pk)
    require(organises_for(by, organisation))
    programme = _programme(wish, organisation)
    record(programme, "begin_small", by=by, scope=organisation.key, at=at)
    edition = _edition(wish, programme)
    for contact in _contacts(wish, programme):
        contact.save()
    page = make_pages(programme, by=by)
    is_public = page is not None and _written(page, wish, by)
    is_open = enough_contacts(programme) and (wish.closes_on >= timezone.localdate(at))
    if is_open:
        edition = open_edition(edition, by=by, at=at)
    transaction.on_commit(purge)
    return Begun(edition, is_public, is_open)


def _programme(wish: Wish, organisation: Organisation) -> Programme:
    if Programme.objects.filter(name__iexact=wish.name).exists():
        raise Refused(_("Er is al een programma met deze naam. Kies een andere naam."))
    programme = Programme.objects.create(
        name=wish.name,
        slug=_free_slug(wish.name),
        for_whom=wish.for_whom,
        form=wish.form,
        where=wish.town,
        contact_address=organisation.mail_address,
        is_example=organisation.is_example,
    )
    Carrier.objects.create(programme=programme, organisation=organisation, order=1, is_lead=True)
    return programme


def _free_slug(name: str) -> str:
    wanted = slugify(name)[:70].strip("-") or "programma"
    taken = set(Programme.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in [wanted, *numbered] if slug not in taken)


def _edition(wish: Wish, programme: Programme) -> Edition:
    edition = Edition.objects.create(
        programme=programme,
        name=str(wish.starts_on.year),
        starts_on=wish.starts_on,
        ends_on=wish.ends_on,
        closes_at=timezone.make_aware(datetime.combine(wish.closes_on + timedelta(days=1), time())),
        town=wish.town,
        capacity=wish.capacity,
        admission_mode=wish.admission_mode,
        reveals=wish.reveals,
    )
    chosen = [preset for preset in PRESETS if preset.name in wish.questions]
    Question.objects.bulk_create(
        Question(
            edition=edition,
            order=order,
            label=preset.label,
            label_en=preset.label_en,
            help=preset.help,
            help_en=preset.help_en,
            kind=QuestionKind.LONG,
        )
        for order, preset in enumerate(chosen, start=1)
    )
    return edition


def _contacts(wish: Wish, programme: Programme) -> list[SafeguardingContact]:
    found = [
        SafeguardingContact(
            programme=programme,
            user=one.user,
            organisation=one.organisation,
            is_outside=one.organisation_id != wish.organisation.pk,
            display_name=one.display_name,
            hours=one.hours,
            hours_en=one.hours_en,
            mail_address=one.mail_address,
            phone=one.phone,
        )
        for one in wish.pool
    ]
    if wish.contact and wish.contact.pk not in {one.user_id for one in found}:
        own = SafeguardingContact(
            programme=programme,
            user=wish.contact,
            organisation=wish.organisation,
            display_name=str(wish.contact)[:60],
            hours=wish.contact_hours,
            mail_address=wish.contact_address,
        )
        found.insert(0, own)
    return found


def _written(page: ProgrammePage, wish: Wish, by: User) -> bool:
    """Her words on each language's page: those of the one she writes in go on the site where nobody can look along."""
    for draft in ProgrammePage.objects.filter(programme=page.programme):
        draft.body = [("text", _paragraphs(wish.what))]
        revision = draft.save_revision(user=by, log_action=True)
        if draft.pk == page.pk and works_alone(by, draft):
            revision.publish(user=by, skip_permission_checks=True)
    page.refresh_from_db()
    return page.live


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in words.split("\n") if part.strip())
