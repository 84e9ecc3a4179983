from typing import Any, NoReturn

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

APPEND_ONLY = "the journal only grows; old lines leave by purge()"


class JournalQuerySet(models.QuerySet["JournalLine"]):
    def update(self, **fields: Any) -> NoReturn:
        raise TypeError(APPEND_ONLY)

    def delete(self) -> NoReturn:
        raise TypeError(APPEND_ONLY)

    def purge(self) -> int:
        """Drop these lines for good: their time to be kept is over. The only way out of the journal."""
        return self._raw_delete(self.db)


class JournalLine(models.Model):
    """Who did what to which thing, in ids only: never a name, an address or a word of text.

    `actor` is the person's journal key. It stands nowhere else but on the account; erasing the
    account destroys it, and the line no longer points at anyone.
    """

    at = models.DateTimeField(_("wanneer"), default=timezone.now, db_index=True)
    actor = models.UUIDField(_("wie"), null=True, blank=True, db_index=True)
    verb = models.CharField(_("wat"), max_length=40)
    thing_kind = models.CharField(_("soort"), max_length=60)
    thing_key = models.CharField(_("sleutel"), max_length=40)
    was = models.CharField(_("was"), max_length=40, blank=True)
    now = models.CharField(_("werd"), max_length=40, blank=True)
    # The organisation whose journal shows this line.
    scope = models.UUIDField(null=True, blank=True, db_index=True)
    ids = models.JSONField(default=dict, blank=True)

    objects = JournalQuerySet.as_manager()

    class Meta:
        verbose_name = _("regel in het logboek")
        verbose_name_plural = _("logboek")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["thing_kind", "thing_key"], name="journal_by_thing")]

    def __str__(self) -> str:
        return f"{self.verb} {self.thing_kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(APPEND_ONLY)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(APPEND_ONLY)
