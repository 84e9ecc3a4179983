from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.keyed import unveiled, veiled
from people.roles import Visitor
from programmes.models.edition import Edition
from programmes.models.import_run import Becomes, ImportRun
from programmes.models.programme import Carrier
from programmes.states import IMPORTED, ImportedState

KEPT = timedelta(days=14)


def kept_for() -> timedelta:
    """Without a yes; an administrator can make it shorter."""
    return min(KEPT, settings.KEEP_UNTIL.get("imported", KEPT))


class ImportedQuerySet(models.QuerySet["Imported"]):
    def invited(self) -> Self:
        """Who was asked and has said nothing yet."""
        return self.filter(state=ImportedState.INVITED)

    def answerable(self, at: datetime | None = None) -> Self:
        return self.invited().filter(made_at__gt=(at or timezone.now()) - kept_for())

    def behind(self, token: UUID) -> Self:
        """Whom a link in a mail is of."""
        return self.filter(key=unveiled("imported", token))

    def at_the_desk_of(self, user: Visitor) -> Self:
        if not user.is_authenticated:
            return self.none()
        own = Carrier.objects.organised_by(user)
        return self.filter(Exists(own.filter(programme=OuterRef("edition__programme"), since__lte=OuterRef("made_at"))))


class Imported(Keyed):
    """Somebody from a sheet who was asked by one mail, and is gone after two weeks without a yes.

    Not an account: what an organiser says of somebody is hers only once she says so. Name and address go with her
    answer; the mark of the address stays for the two weeks, so that the same sheet asks nobody again.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="imported")
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, related_name="imported")
    name = EncryptedTextField(_("naam"), blank=True)
    address = EncryptedTextField(_("e-mailadres"), blank=True)
    address_digest = models.CharField(max_length=64, editable=False, db_index=True)
    becomes = models.CharField(_("wordt"), max_length=12, choices=Becomes)
    admitted_on = models.DateField(_("toegelaten op"), null=True, blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=ImportedState, default=ImportedState.INVITED, editable=False
    )
    made_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    # The account that said yes: it may be of another address.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")

    objects = ImportedQuerySet.as_manager()

    class Meta:
        verbose_name = _("ingevoerde persoon")
        verbose_name_plural = _("ingevoerde personen")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "address_digest"], name="one_import_per_edition_and_address"),
            models.CheckConstraint(condition=Q(state__in=ImportedState.values), name="imported_state_known"),
            models.CheckConstraint(
                condition=Q(user=None) | Q(state=ImportedState.ACCEPTED), name="only_a_yes_names_an_account"
            ),
        ]
        indexes = [models.Index(fields=["edition", "state"], name="imported_by_state")]

    def __str__(self) -> str:
        return str(_("ingevoerde persoon"))

    @property
    def token(self) -> UUID:
        """For the link in her mail. The row cannot give it away, and shows nobody her name by it."""
        return veiled("imported", self.key)

    @property
    def until(self) -> datetime:
        return self.made_at + kept_for()

    @property
    def takes_part(self) -> bool:
        """Her place stands: a yes makes her a participant."""
        return self.becomes == Becomes.PARTICIPANT

    def can_answer(self, at: datetime | None = None) -> bool:
        return IMPORTED.allows("accept", self.state) and self.until > (at or timezone.now())
