"""Who was asked by a sheet, and the sheets themselves. An account finds what came in under its own addresses."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData, delete, marks_of
from programmes.actions.waiting import places_going
from programmes.models import Becomes, Edition, Imported, ImportRun
from programmes.models.imported import KEPT


def _own(user: User) -> "QuerySet[Imported]":
    return Imported.objects.filter(Q(address_digest__in=marks_of(user)) | Q(user=user))


def _export(user: User) -> dict[str, Any]:
    return {
        "imported": [
            {
                "programme": found.edition.programme.name,
                "edition": found.edition.name,
                "name": found.name,
                "address": found.address,
                "becomes": found.get_becomes_display(),
                "admitted_on": found.admitted_on,
                "state": found.get_state_display(),
                "made_at": found.made_at,
            }
            for found in _own(user).select_related("edition__programme")
        ],
        "import_runs": [
            {
                "file_name": run.file_name,
                "dropped": ", ".join(run.dropped_headings),
                "edition": run.edition.name,
                "state": run.get_state_display(),
                "made_at": run.made_at,
            }
            for run in ImportRun.objects.filter(by=user).select_related("edition")
        ],
    }


def _erase(user: User) -> None:
    _forget(_own(user))
    ImportRun.objects.filter(by=user).delete()


def _without_a_yes(before: datetime) -> "QuerySet[Imported]":
    return Imported.objects.filter(made_at__lt=before)


def _forget(asked: "QuerySet[Imported]") -> int:
    """The place that a sheet promised to who never said yes is for who waits."""
    found = Imported.objects.filter(pk__in=list(asked.values_list("pk", flat=True)))
    promised = found.invited().filter(becomes=Becomes.PARTICIPANT)
    with places_going(Edition.objects.filter(pk__in=promised.values("edition"))):
        return delete(found)


def _left_lying(before: datetime) -> "QuerySet[ImportRun]":
    return ImportRun.objects.not_started().made_before(before)


def _reports(before: datetime) -> "QuerySet[ImportRun]":
    return ImportRun.objects.made_before(before)


IMPORTING = PersonalData(
    title=_("Invoer uit een lijst"),
    models=("programmes.ImportRun", "programmes.ImportSheet", "programmes.Imported"),
    export=_export,
    erase=_erase,
    keep_until=(
        KeepUntil(
            "imported", KEPT, _("wie een organisatie heeft ingevoerd, zonder ja"), _without_a_yes, remove=_forget
        ),
        KeepUntil(
            "import_not_started", timedelta(days=1), _("een lijst die klaarlag en niet is ingevoerd"), _left_lying
        ),
        KeepUntil("import_run", KEPT, _("het verslag van een invoer: rijen en redenen, geen namen"), _reports),
    ),
    words={
        "imported": _("Ingevoerd door een organisatie"),
        "import_runs": _("Lijsten die je invoerde"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "name": _("Naam"),
        "address": _("E-mailadres"),
        "becomes": _("Wat je wordt"),
        "admitted_on": _("Toegelaten op"),
        "state": _("Stand"),
        "made_at": _("Wanneer"),
        "file_name": _("Bestand"),
        "dropped": _("Kolommen die zijn weggelaten"),
    },
)
