from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.keyed import keyed_hash
from programmes.models.application import Application
from programmes.states import ApplicationState


class SupporterCodeQuerySet(models.QuerySet["SupporterCode"]):
    def working(self, at: datetime | None = None) -> Self:
        """Of a draft, and not older than seven days."""
        return self.filter(ends_at__gt=at or timezone.now(), application__state=ApplicationState.DRAFT)


class SupporterCode(models.Model):
    """What somebody was given to help with one draft. It tells who helps to nobody: that is not kept.

    The code itself is known by its keyed hash alone, and so is the browser that used it first.
    """

    application = models.OneToOneField(Application, models.CASCADE, related_name="supporter_code")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("gemaakt"), default=timezone.now)
    ends_at = models.DateTimeField(_("werkt tot"))
    # Empty until a browser has used it; from then on it works in no other.
    browser_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = SupporterCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("code voor een meehelper")
        verbose_name_plural = _("codes voor meehelpers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("made_at")), name="supporter_code_ends_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return str(_("code voor een meehelper"))

    @property
    def is_used(self) -> bool:
        return bool(self.browser_digest)


def digest_of(code: str) -> str:
    """By which a code is found again; of the code as it was given, without its dashes."""
    return keyed_hash("supporter_code", code)


def browser_digest_of(secret: str) -> str:
    return keyed_hash("supporter_browser", secret)
