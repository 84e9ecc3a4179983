"""What this floor holds about a person: applications with their answers, and being a safeguarding contact."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.page_cache import purge
from people.models import Consent, User
from people.privacy import KeepUntil, PersonalData, delete
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Application, SafeguardingContact
from programmes.states import ApplicationState


def export(user: User) -> dict[str, Any]:
    own = (
        Application.objects.filter(user=user).select_related("edition__programme").prefetch_related("answers__question")
    )
    return {
        "applications": [_application(application) for application in own],
        "safeguarding_contact_of": [
            {
                "programme": contact.programme.name,
                "since": contact.since,
                "display_name": contact.display_name,
                "hours": contact.hours,
                "mail_address": contact.mail_address,
                "phone": contact.phone,
            }
            for contact in SafeguardingContact.objects.filter(user=user).select_related("programme")
        ],
    }


def _application(application: Application) -> dict[str, Any]:
    return {
        "key": application.key,
        "programme": application.edition.programme.name,
        "edition": application.edition.name,
        "state": application.get_state_display(),
        "begun_at": application.begun_at,
        "saved_at": application.saved_at,
        "submitted_at": application.submitted_at,
        "decided_at": application.decided_at,
        "answer_until": application.answer_until,
        "withdrawn_at": application.withdrawn_at,
        "old_enough": application.old_enough,
        "answers": [
            {"question": answer.question.label, "answer": answer.value} for answer in application.answers.all()
        ],
    }


def erase(user: User) -> None:
    Application.objects.filter(user=user).delete()
    if SafeguardingContact.objects.filter(user=user).delete()[0]:
        purge()  # her name stood on the page of the programme


def _with_consent(over: "QuerySet[Application]") -> int:
    """An application that goes takes its consent along: a yes about an edition tells who applied to it."""
    for user, edition in over.values_list("user", "edition__key"):
        rested = Consent.objects.standing().on(APPLICATION_REVEALS.name, edition).filter(user=user)
        rested.update(withdrawn_at=timezone.now())
    return delete(over)


def _stale_drafts(before: datetime) -> "QuerySet[Application]":
    return Application.objects.drafts().filter(saved_at__lt=before)


def _over_without_place(before: datetime) -> "QuerySet[Application]":
    """Refused, expired or withdrawn: nothing follows from it any more."""
    over = [ApplicationState.REFUSED, ApplicationState.EXPIRED]
    return Application.objects.filter(
        Q(state=ApplicationState.WITHDRAWN, withdrawn_at__lt=before) | Q(state__in=over, decided_at__lt=before)
    )


def _of_ended_editions(before: datetime) -> "QuerySet[Application]":
    """Whatever became of it, once the edition is long over."""
    return Application.objects.filter(edition__ends_on__lt=timezone.localdate(before))


PROGRAMMES = PersonalData(
    title=_("Programma’s"),
    models=("programmes.Application", "programmes.Answer", "programmes.SafeguardingContact"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "application_draft",
            timedelta(days=60),
            _("een aanmelding die niet af is"),
            _stale_drafts,
            remove=_with_consent,
        ),
        KeepUntil(
            "application_without_place",
            timedelta(days=91),
            _("een aanmelding die is afgewezen, verlopen of ingetrokken"),
            _over_without_place,
            remove=_with_consent,
        ),
        KeepUntil(
            "application_of_ended_edition",
            timedelta(days=182),
            _("een aanmelding voor een editie die is afgelopen"),
            _of_ended_editions,
            remove=_with_consent,
        ),
    ),
    words={
        "applications": _("Aanmeldingen"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "state": _("Stand"),
        "begun_at": _("Begonnen"),
        "saved_at": _("Opgeslagen"),
        "submitted_at": _("Verstuurd"),
        "decided_at": _("Besloten"),
        "answer_until": _("Aanbod geldt tot"),
        "old_enough": _("Oud genoeg"),
        "answers": _("Antwoorden"),
        "question": _("Vraag"),
        "answer": _("Antwoord"),
        "safeguarding_contact_of": _("Vertrouwenspersoon bij"),
        "display_name": _("Naam op de pagina"),
        "hours": _("Te bereiken"),
        "since": _("Sinds"),
        "mail_address": _("E-mailadres op de pagina"),
        "phone": _("Telefoonnummer op de pagina"),
    },
)
