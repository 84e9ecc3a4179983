"""Writing to a group: a draft, sent once to everybody in it, later to who joined, and again where a mail failed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.models import Letter, User
from programmes.actions.turns import lock_edition
from programmes.mailing import policies
from programmes.mailing.audiences import audiences, recipients
from programmes.mailing.emails import group_message, group_message_named, group_message_trial, group_message_trial_named
from programmes.mailing.persons import Found, found_in
from programmes.models import Edition, GroupLetter, GroupMessage, MailStop
from programmes.policies import require
from programmes.states import GROUP_MESSAGE

WORDS = ("subject", "text", "subject_en", "text_en")


@transaction.atomic
def write_message(
    edition: Edition, *, audience: str, by: User, at: datetime | None = None, **words: str
) -> GroupMessage:
    """A draft that nobody gets yet; `words` by the names in WORDS."""
    require(policies.can_write_to(by, edition))
    now = at or timezone.now()
    written = GroupMessage.objects.create(edition=edition, audience=audience, begun_at=now, saved_at=now, **words)
    _journal(written, "write", by)
    return written


@transaction.atomic
def change_message(
    message: GroupMessage, *, audience: str, by: User, at: datetime | None = None, **words: str
) -> GroupMessage:
    """Refused once it went out: people read what stands there."""
    found = _locked(message)
    _require_draft(found, by)
    for name, value in {**words, "audience": audience, "saved_at": at or timezone.now()}.items():
        setattr(found, name, value)
    found.save()
    _journal(found, "change", by)
    return found


@transaction.atomic
def discard_message(message: GroupMessage, *, by: User) -> None:
    found = _locked(message)
    _require_draft(found, by)
    _journal(found, "discard", by)
    found.delete()


@transaction.atomic
def send_message(message: GroupMessage, *, by: User, seen: str, at: datetime | None = None) -> int:
    """To everybody in the group; to how many. `seen` is the fingerprint of what the sender read back.

    Refused when a colleague changed it meanwhile, when the group had these words before, and when nobody is in it.
    """
    found = _locked(message)
    require(policies.can_send_message(by, found))
    was, state = found.state, GROUP_MESSAGE.target("send", found.state)
    if seen != found.fingerprint:
        raise Refused(_("De tekst is intussen veranderd. Lees hem nog eens, en verstuur dan."))
    if why := why_not(found):
        raise Refused(why)
    _refuse_a_second_time(found)
    everybody = list(recipients(found, by))
    if not everybody:
        raise Refused(_("In deze groep zit nu niemand die dit bericht nog niet kreeg. Kies een andere groep."))
    found.state, found.sent_at, found.sent_words = state, at or timezone.now(), found.fingerprint
    found.is_neutral = goes_neutral(found)
    found.save()
    _write_to(found, everybody)
    _journal(found, "send", by, was=was, now=found.state, people=len(everybody))
    return len(everybody)


@transaction.atomic
def send_to_the_rest(message: GroupMessage, *, by: User) -> int:
    """To who came into the group since it was sent; to how many."""
    found = _locked(message)
    require(policies.can_send_message(by, found))
    GROUP_MESSAGE.target("send_to_the_rest", found.state)
    joined = list(recipients(found, by))
    if not joined:
        raise Refused(_("Iedereen in de groep kreeg dit bericht al."))
    # Somebody who joined may stand in the words by name: never looser than it was, stricter where needed.
    found.is_neutral = found.is_neutral or goes_neutral(found)
    found.save(update_fields=["is_neutral"])
    _write_to(found, joined)
    _journal(found, "send_to_the_rest", by, people=len(joined))
    return len(joined)


@transaction.atomic
def send_failed_again(message: GroupMessage, *, by: User) -> int:
    """Mails that were given up wait anew, with all their attempts before them; how many."""
    found = _locked(message)
    require(policies.can_send_message(by, found))
    failed = Letter.objects.given_up().filter(group_letter__message=found).values_list("pk", flat=True)
    again = Letter.objects.filter(pk__in=list(failed)).update(failed_at=None, leased_until=None, attempts=0, fault="")
    if not again:
        raise Refused(_("Er is geen mail meer die niet aankwam. Misschien was een collega je voor."))
    _journal(found, "send_again", by, people=again)
    letters.look_after_commit()
    return again


@transaction.atomic
def try_message(message: GroupMessage, *, by: User, at: datetime | None = None) -> None:
    """To the writer herself, as it would go to the group. The same words once a day: more tells her nothing new."""
    found = _locked(message)
    require(policies.can_read_message(by, found))
    day = timezone.localdate(at)
    key = f"group_trial:{found.pk}:{by.pk}:{day:%Y%m%d}:{found.fingerprint[:12]}"
    if Letter.objects.filter(key=key).exists():
        raise Refused(_("Deze tekst stuurden wij je vandaag al. Kijk in je mail, ook bij ongewenste mail."))
    what = group_message_trial if goes_neutral(found) else group_message_trial_named
    letters.write(what, by, key=key, message=found.key)


@transaction.atomic
def stop_mail(edition: Edition, *, by: User) -> None:
    """No mail of this edition's messages any more; they can still be read on the portal.

    A choice about her own mailbox, of which nobody is told: it stands in no journal.
    """
    MailStop.objects.get_or_create(edition=edition, user=by)


@transaction.atomic
def resume_mail(edition: Edition, *, by: User) -> None:
    MailStop.objects.of(by).filter(edition=edition).delete()


# What it may say --------------------------------------------------------------------------------


def persons_in(message: GroupMessage) -> Found:
    """Names and addresses of people of this edition in its words, and other ways to reach somebody."""
    words = "\n".join(getattr(message, name) for name in WORDS)
    groups = [audience.people(message.edition).values_list("name", "email") for audience in audiences().values()]
    return found_in(words, {pair for group in groups for pair in group})


def goes_neutral(message: GroupMessage) -> bool:
    """The mail then says only that there is a message; its words stand behind sign-in."""
    return message.is_sensitive or bool(persons_in(message).persons)


def why_not(message: GroupMessage) -> str:
    """A reason why these words cannot go to this group at all, or ""."""
    hides = message.is_sensitive and not audiences()[message.audience].sees_programme
    said = " ".join(getattr(message, name) for name in WORDS).casefold()
    if hides and message.edition.programme.name.casefold() in said:
        return _("Meedoen vertelt iets over iemand. Noem aan deze groep daarom de naam van het programma niet.")
    return ""


# Inside -----------------------------------------------------------------------------------------


def _locked(message: GroupMessage) -> GroupMessage:
    """The edition first: of two who send the same words to the same group, the second sees what the first did."""
    edition = lock_edition(message.edition)
    found = GroupMessage.objects.select_for_update(of=("self",)).filter(pk=message.pk).first()
    if found is None:
        raise Refused(_("Dit bericht is er niet meer. Misschien gooide een collega het weg."))
    found.edition = edition
    return found


def _require_draft(message: GroupMessage, by: User) -> None:
    require(policies.can_send_message(by, message))
    if not message.is_draft:
        raise IllegalMove(GROUP_MESSAGE.name, "change", message.state)


def _refuse_a_second_time(message: GroupMessage) -> None:
    same = GroupMessage.objects.sent().filter(
        edition=message.edition, audience=message.audience, sent_words=message.fingerprint
    )
    if before := same.first():
        day = date_format(timezone.localdate(before.sent_at), "j F Y")
        raise Refused(
            _("Deze groep kreeg precies dit bericht al, op %(day)s. Kwam er iemand bij? Open dan dat bericht.")
            % {"day": day}
        )


def _write_to(message: GroupMessage, people: list[User]) -> None:
    stopped = set(MailStop.objects.filter(edition=message.edition).values_list("user", flat=True))
    mailed = {f"group:{message.key}:{user.pk}": user for user in people if user.pk not in stopped}
    what = group_message if message.is_neutral else group_message_named
    written = letters.write_each(what, mailed, message=message.key)
    GroupLetter.objects.bulk_create(
        [GroupLetter(message=message, user=user, letter=written.get(user.pk)) for user in people], batch_size=200
    )


def _journal(message: GroupMessage, verb: str, by: User, **facts: object) -> None:
    edition = message.edition
    record(message, verb, by=by, scope=edition.programme.lead_key, edition=edition.key, **facts)  # type: ignore[arg-type]
