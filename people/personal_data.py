"""What the portal holds about everyone with an account, the parts of Wagtail and allauth included."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    ReferenceIndex,
    Revision,
    UploadedFile,
)
from wagtail.users.models import UserProfile

from lifecycle.models import JournalLine
from people import addresses, privacy, sessions
from people.consent import described
from people.models import Consent, Letter, PersonSeen, User
from people.privacy import KeepUntil, PersonalData


def export(user: User) -> dict[str, Any]:
    return {
        "account": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "joined_at": user.joined_at,
            "last_login": user.last_login,
            "key": user.key,
            "groups": list(user.groups.values_list("name", flat=True)),
        },
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "memberships": [
            {"organisation": membership.organisation.name, "role": membership.get_role_display()}
            for membership in user.memberships.select_related("organisation")
        ],
        "consents": [_consent(*told) for told in described(user.consents.select_related("text"))],
        "seen": [
            {
                "on": seen.on,
                "role": seen.get_role_display(),
                "organisation": seen.organisation.name if seen.organisation else "",
                "what": seen.get_what_display(),
            }
            for seen in user.seen.select_related("organisation")
        ],
        "letters": list(user.letters.values("message", "written_at", "sent_at", "ids")),
        "sign_in_means": [_means(means) for means in Authenticator.objects.filter(user=user)],
        "sessions": list(
            UserSession.objects.filter(user=user).values("created_at", "last_seen_at", "ip", "user_agent")
        ),
        "journal": list(
            JournalLine.objects.filter(actor=user.journal_key).values("at", "verb", "thing_kind", "was", "now")
        ),
        "editing": _editing(user),
    }


def _consent(title: str, about: str, consent: Consent) -> dict[str, Any]:
    """For which purpose and about what: by name for the person, by key for a machine."""
    return {
        "title": title,
        "called": about,
        "purpose": consent.text.purpose,
        "version": consent.text.version,
        "text": consent.text.words,
        "about": consent.about,
        "given_at": consent.given_at,
        "withdrawn_at": consent.withdrawn_at,
    }


def _means(means: Authenticator) -> dict[str, Any]:
    """What kind and since when; never the secret itself."""
    return {"kind": str(means), "created_at": means.created_at, "last_used_at": means.last_used_at}


def _editing(user: User) -> dict[str, Any]:
    """What someone did as an editor of pages."""
    return {
        "pages": list(Page.objects.filter(owner=user).values_list("title", flat=True)),
        "versions": Revision.objects.filter(user=user).count(),
        "comments": list(Comment.objects.filter(user=user).values("text", "created_at")),
        "replies": list(CommentReply.objects.filter(user=user).values("text", "created_at")),
        "log": [
            {"action": entry.action, "label": entry.label, "timestamp": entry.timestamp}
            for log in (PageLogEntry, ModelLogEntry)
            for entry in log.objects.filter(user_id=user.pk)
        ],
    }


def erase(user: User) -> None:
    """The account goes, and with it all that hangs on it; what Wagtail keeps by number is cut loose."""
    sessions.end_all(user)
    _forget_as_editor(user)
    Consent.objects.filter(user=user).delete()
    _stop_letters_to(privacy.marks_of(user))
    user.delete()


def _stop_letters_to(marks: set[str]) -> None:
    """What still waits to go to an address of hers from before she had an account; no address stands there readable."""
    waiting = Letter.objects.waiting().filter(recipient=None)
    hers = [letter.pk for letter in waiting if addresses.keyed(letter.address or "") in marks]
    Letter.objects.filter(pk__in=hers).delete()


def _forget_as_editor(user: User) -> None:
    itself = {"content_type": ContentType.objects.get_for_model(User), "object_id": str(user.pk)}
    ModelLogEntry.objects.filter(**itself).delete()  # its label is the person's name
    Revision.objects.filter(**itself).delete()
    for log in (PageLogEntry, ModelLogEntry):
        log.objects.filter(user_id=user.pk).update(user_id=None)
    ReferenceIndex.objects.filter(
        Q(to_content_type=itself["content_type"], to_object_id=itself["object_id"])
        | Q(content_type=itself["content_type"], object_id=itself["object_id"])
    ).delete()
    uploads = UploadedFile.objects.filter(uploaded_by_user=user)
    pictures = UserProfile.objects.filter(user=user).exclude(avatar="")
    for file in [*(upload.file for upload in uploads), *(profile.avatar for profile in pictures)]:
        # Only when it is certain: a file does not come back with a transaction.
        transaction.on_commit(partial(file.storage.delete, file.name))
    uploads.delete()


def _settled_letters(before: datetime) -> "QuerySet[Letter]":
    return Letter.objects.filter(Q(done_at__lt=before) | Q(failed_at__lt=before))


def _old_sights(before: datetime) -> "QuerySet[PersonSeen]":
    return PersonSeen.objects.filter(on__lt=timezone.localdate(before))


def _withdrawn_consents(before: datetime) -> "QuerySet[Consent]":
    return Consent.objects.filter(withdrawn_at__lt=before)


def _old_journal(before: datetime) -> "QuerySet[JournalLine]":
    return JournalLine.objects.filter(at__lt=before)


def _never_confirmed(before: datetime) -> "QuerySet[User]":
    """Signed up with an address, perhaps someone else's, and never answered its code."""
    addresses = EmailAddress.objects.filter(user=OuterRef("pk"))
    return User.objects.filter(
        Exists(addresses), ~Exists(addresses.filter(verified=True)), last_login=None, joined_at__lt=before
    )


def _erase_each(users: "QuerySet[User]") -> int:
    found = list(users)
    for user in found:
        privacy.erase(user)
    return len(found)


YEAR = timedelta(days=365)

PEOPLE = PersonalData(
    title=_("Je account"),
    models=(
        "people.User",
        "people.User_groups",
        "people.User_user_permissions",
        "people.Membership",
        "people.Consent",
        "people.Letter",
        "people.PersonSeen",
        "lifecycle.JournalLine",
        "account.EmailAddress",
        "account.EmailConfirmation",
        "mfa.Authenticator",
        "usersessions.UserSession",
        "sessions.Session",
        "wagtailusers.UserProfile",
        "wagtailadmin.EditingSession",
        "wagtailadmin.FormState",
        "wagtailcore.Comment",
        "wagtailcore.CommentReply",
        "wagtailcore.ModelLogEntry",
        "wagtailcore.Page",
        "wagtailcore.PageLogEntry",
        "wagtailcore.PageSubscription",
        "wagtailcore.Revision",
        "wagtailcore.TaskState",
        "wagtailcore.UploadedFile",
        "wagtailcore.WorkflowState",
        "wagtaildocs.Document",
        "wagtailimages.Image",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "account_not_confirmed",
            timedelta(days=14),
            _("een account waarvan het e-mailadres nooit is bevestigd"),
            _never_confirmed,
            remove=_erase_each,
        ),
        KeepUntil("letter", YEAR, _("dat er een mail naar je ging (niet wat erin stond)"), _settled_letters),
        KeepUntil("seen", YEAR, _("wie je gegevens heeft gezien"), _old_sights),
        KeepUntil("consent", 2 * YEAR, _("een toestemming die je hebt ingetrokken"), _withdrawn_consents),
        KeepUntil(
            "journal",
            2 * YEAR,
            _("het logboek: wat er gebeurde, zonder namen"),
            _old_journal,
            remove=lambda lines: lines.purge(),  # type: ignore[attr-defined]
        ),
    ),
    words={
        "account": _("Account"),
        "email": _("E-mailadres"),
        "name": _("Naam"),
        "language": _("Taal"),
        "joined_at": _("Sinds"),
        "last_login": _("Laatst ingelogd"),
        "key": _("Sleutel"),
        "groups": _("Groepen"),
        "addresses": _("E-mailadressen"),
        "verified": _("Bevestigd"),
        "primary": _("Hoofdadres"),
        "memberships": _("Rollen in organisaties"),
        "organisation": _("Organisatie"),
        "role": _("Rol"),
        "consents": _("Toestemmingen"),
        "title": _("Waarvoor"),
        "called": _("Bij"),
        "purpose": _("Doel"),
        "version": _("Versie"),
        "text": _("Tekst"),
        "about": _("Waarover"),
        "given_at": _("Gegeven"),
        "withdrawn_at": _("Ingetrokken"),
        "seen": _("Wie je gegevens heeft gezien"),
        "on": _("Dag"),
        "what": _("Wat"),
        "letters": _("Mails aan jou"),
        "message": _("Bericht"),
        "written_at": _("Geschreven"),
        "sent_at": _("Verstuurd"),
        "ids": _("Hoort bij"),
        "sign_in_means": _("Passkeys en codes"),
        "kind": _("Soort"),
        "created_at": _("Gemaakt"),
        "last_used_at": _("Laatst gebruikt"),
        "sessions": _("Waar je bent ingelogd"),
        "last_seen_at": _("Laatst gezien"),
        "ip": _("IP-adres"),
        "user_agent": _("Browser"),
        "journal": _("Wat je deed"),
        "at": _("Wanneer"),
        "verb": _("Wat"),
        "thing_kind": _("Waarmee"),
        "was": _("Was"),
        "now": _("Werd"),
        "editing": _("Als redacteur"),
        "pages": _("Pagina’s"),
        "versions": _("Aantal versies"),
        "comments": _("Opmerkingen"),
        "replies": _("Antwoorden"),
        "log": _("Wijzigingen"),
        "action": _("Actie"),
        "label": _("Over"),
        "timestamp": _("Wanneer"),
    },
)
