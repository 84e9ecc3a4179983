from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from outcomes.choices import FunnelStep
from people.roles import Visitor
from programmes.models import Programme


class GrantQuerySet(models.QuerySet["Grant"]):
    def visible_to(self, user: Visitor) -> Self:
        """Who organises the programme; not an administrator: operation needs no dossier."""
        return self.filter(programme__in=Programme.objects.carried_by(user)) if user.is_authenticated else self.none()


class Grant(Keyed):
    """What somebody gave for a programme, over which period, and what was promised for it. About nobody."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="grants", verbose_name=_("programma"))
    grantor = models.CharField(_("van wie"), max_length=120)
    reference = models.CharField(_("kenmerk"), max_length=60, blank=True)
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot en met"))
    purpose = models.TextField(_("waarvoor"), max_length=1000, blank=True)
    told = models.TextField(_("jullie verhaal erbij"), max_length=3000, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("subsidie")
        verbose_name_plural = _("subsidies")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="grant_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.grantor}, {self.period}"

    @property
    def period(self) -> str:
        first, last = (date_format(day, "j F Y") for day in (self.starts_on, self.ends_on))
        return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


class Promise(models.Model):
    """One thing that was promised: a number of people at a step, or something in words with what came of it."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="promises")
    step = models.CharField(_("stap"), max_length=10, choices=FunnelStep, blank=True)
    number = models.PositiveIntegerField(_("hoeveel mensen"), null=True, blank=True)
    text = models.CharField(_("belofte"), max_length=200, blank=True)
    done = models.CharField(_("wat ervan kwam"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)

    class Meta:
        verbose_name = _("belofte")
        verbose_name_plural = _("beloften")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "step"], condition=~Q(step=""), name="one_promise_per_step"),
            models.CheckConstraint(
                condition=Q(step="", number=None) & ~Q(text="")
                | Q(step__in=FunnelStep.values, number__isnull=False, text="", done=""),
                name="promise_is_a_number_or_words",
            ),
        ]

    def __str__(self) -> str:
        return self.text or f"{self.get_step_display()}: {self.number}"
