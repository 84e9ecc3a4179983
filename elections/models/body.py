import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    COUNCIL = "raad", _("gemeenteraad")
    PROVINCE = "staten", _("Provinciale Staten")
    WATER_BOARD = "waterschap", _("waterschap")


class BodyQuerySet(models.QuerySet["Body"]):
    def valid(self, on: dt.date) -> Self:
        """Those that exist on this day."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=on),
            Q(valid_until=None) | Q(valid_until__gte=on),
        )


class Body(models.Model):
    """A council, Provincial Council or water board. Kept after it is gone: old candidacies point at it."""

    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    code = models.CharField(
        _("code"),
        max_length=6,
        unique=True,
        help_text=_("GM en vier cijfers, PV en twee cijfers, of WS en twee cijfers."),
    )
    domain = models.CharField(
        _("nummer bij de Kiesraad"),
        max_length=4,
        help_text=_("Het ElectionDomain in bestanden van de Kiesraad: 0668, 1 tot en met 12, of 25."),
    )
    name = models.CharField(_("naam"), max_length=80)
    alias = models.CharField(_("gewone naam"), max_length=80, blank=True, help_text=_("Zoals Den Haag."))
    slug = models.SlugField(_("adres op de site"), max_length=90, unique=True)
    province = models.CharField(_("provincie"), max_length=40, blank=True, help_text=_("Leeg bij een waterschap."))
    inhabitants = models.PositiveIntegerField(_("inwoners"), null=True, blank=True)
    valid_from = models.DateField(_("bestaat vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("bestaat tot en met"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("gaat op in"),
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("bestuur")
        verbose_name_plural = _("besturen")
        ordering = ["name", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "domain"], name="one_body_per_domain"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="body_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("elections:body", args=[self.slug])

    @property
    def title(self) -> str:
        """Its name as people say it, different for each body: a city and a province can share a name."""
        if self.kind == Kind.PROVINCE:
            return _("Provincie %(name)s") % {"name": self.name}
        if self.kind == Kind.WATER_BOARD and not self.name.startswith("Wetterskip"):
            return _("Waterschap %(name)s") % {"name": self.name}
        if self.alias:
            return f"{self.name} ({self.alias})" if self.alias not in self.name else self.name
        return self.name

    @property
    def where(self) -> str:
        """In which province, where that tells something that the title does not."""
        return self.province if self.kind == Kind.COUNCIL else ""
