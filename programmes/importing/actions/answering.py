"""What somebody from a sheet says: yes, and then it is hers; or no, and then it is gone."""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import consent, letters
from people.models import User
from programmes.actions.participations import begin
from programmes.actions.turns import lock_edition, lock_person, note
from programmes.actions.waiting import move_up
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.emails import admission_confirmed, application_received
from programmes.importing.locations import TAKES_IN
from programmes.models import Application, Edition, Imported
from programmes.review.actions import stop_reading
from programmes.states import APPLICATION, IMPORTED, ApplicationState

TO_A_PLACE = ("begin_again", "submit", "offer", "accept")
TO_AN_ANSWER = ("begin_again", "submit")


def account_of(imported: Imported) -> User | None:
    """Whose address it is already: she signs in before she answers."""
    address = imported.address
    proved = EmailAddress.objects.filter(email__iexact=address, verified=True).select_related("user").first()
    return proved.user if proved else User.objects.filter(email__iexact=address).first()


@transaction.atomic
def accept_as_new(
    imported: Imported, *, name: str, language: str, agrees: bool, at: datetime | None = None
) -> tuple[User, Application]:
    """A yes of who has no account: one is made for the address that the mail went to, without a word more.

    Her first code confirms it (people.accounts). Refused when there is one by now.
    """
    if account_of(imported) is not None:
        raise Refused(_("Met dit e-mailadres is al een account. Log eerst in."))
    user = User.objects.create_user(imported.address, name=name, language=language)
    return user, accept(imported, name=name, agrees=agrees, by=user, at=at)


@transaction.atomic
def accept(imported: Imported, *, name: str, agrees: bool, by: User, at: datetime | None = None) -> Application:
    """Who says yes also says that she is old enough. `agrees`: to what taking part reveals, where it does."""
    at = at or timezone.now()
    lock_person(by)
    edition = lock_edition(imported.edition)
    imported = _lock(imported, at)
    if edition.state not in TAKES_IN:
        raise Refused(_("Deze groep is afgelopen of gaat niet door. Vraag de organisatie wat nog kan."))
    if edition.is_sensitive:
        if not agrees:
            raise Refused(_("Zonder jouw ja bewaren wij dit niet. Kruis dat eerst aan, of zeg nee."))
        consent.give(by, APPLICATION_REVEALS.name, about=edition.key, at=at)
    stop_reading(edition, by=by)
    by.name = name
    by.save(update_fields=["name"])
    application = _application(edition, by, TO_A_PLACE if imported.takes_part else TO_AN_ANSWER, at)
    if imported.takes_part:
        if application.state != ApplicationState.ADMITTED:
            raise Refused(_("Je hebt al een antwoord gekregen. Vraag de organisatie wat nog kan."))
        begin(application, by=by, at=_admitted_at(edition, imported.admitted_on, at))
    _answered(imported, "accept", by, at)
    what = admission_confirmed if imported.takes_part else application_received
    letters.write(what, by, key=f"imported_yes:{imported.key}", application=application.key)
    return application


@transaction.atomic
def decline(imported: Imported, *, at: datetime | None = None) -> None:
    """Name and address are gone at once, and the place that was promised is for who waits."""
    at = at or timezone.now()
    edition = lock_edition(imported.edition)
    imported = _lock(imported, at)
    _answered(imported, "decline", None, at)
    if imported.takes_part:
        move_up(edition, at)


def _lock(imported: Imported, at: datetime) -> Imported:
    found = Imported.objects.select_for_update(of=("self",)).select_related("edition__programme")
    locked = found.filter(pk=imported.pk).first()
    if locked is None or not locked.can_answer(at):
        raise IllegalMove(IMPORTED.name, "answer", locked.state if locked else "gone")
    return locked


def _answered(imported: Imported, verb: str, by: User | None, at: datetime) -> None:
    imported.state = IMPORTED.target(verb, imported.state)
    imported.name = imported.address = ""
    imported.user = by
    imported.save(update_fields=["state", "name", "address", "user"])
    edition = imported.edition
    scope = edition.programme.lead_key
    record(imported, verb, by=by, now=imported.state, scope=scope, at=at, edition=edition.key)


def _application(edition: Edition, by: User, verbs: tuple[str, ...], at: datetime) -> Application:
    """The one that is there, a draft too, or a new one; moved as far as these verbs lead."""
    found, _is_new = Application.objects.select_for_update(of=("self",)).get_or_create(
        edition=edition, user=by, defaults={"begun_at": at, "saved_at": at}
    )
    found.edition = edition
    for verb in verbs:
        if not APPLICATION.allows(verb, found.state):
            continue
        was, found.state = found.state, APPLICATION.target(verb, found.state)
        if verb == "submit":
            found.old_enough, found.submitted_at, found.helped_at = True, at, None
        elif verb == "accept":
            found.decided_at = at
        elif verb == "begin_again":
            found.withdrawn_at = found.decided_at = found.answer_until = None
        found.save()
        note(found, verb, by, was=was, at=at)
    return found


def _admitted_at(edition: Edition, day: date | None, at: datetime) -> datetime:
    """As the sheet says, but not before the organisation carried the programme here: it would not see her."""
    if day is None:
        return at
    said = timezone.make_aware(datetime(day.year, day.month, day.day, 12))
    since = min((carrier.since for carrier in edition.programme.carriers.all()), default=at)
    return min(max(said, since), at)
