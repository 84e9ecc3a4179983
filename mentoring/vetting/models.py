from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.states import Side
from people.fields import EncryptedTextField
from programmes.choices import Office
from programmes.models import Programme
from programmes.models.material import A_LINK

LONGEST_CONCERN = 280


class Concern(models.Model):
    """What the organiser should mind when she brings somebody together with another. Never read by the machine."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="concerns")
    side = models.CharField(_("als"), max_length=6, choices=Side)
    words = EncryptedTextField(_("waar wij op letten"))
    said_at = models.DateTimeField(_("verteld"), default=timezone.now)

    class Meta:
        verbose_name = _("waar wij op letten")
        verbose_name_plural = _("waar wij op letten")
        ordering = ["user", "side"]
        constraints = [
            models.UniqueConstraint(fields=["user", "side"], name="one_concern_per_side"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="concern_side_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HeldOffice(models.Model):
    """The office that somebody holds or held, in her own words, to be held against an official result."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="held_office")
    office = models.CharField(_("ambt"), max_length=10, choices=Office)
    # Where, as the slug of a body; from when until when; and how the result writes her. It names a person.
    place = EncryptedTextField(_("waar"), editable=False)
    years = EncryptedTextField(_("jaren"), editable=False)
    listed_as = EncryptedTextField(_("naam in de uitslag"), editable=False)
    told_at = models.DateTimeField(_("verteld"), default=timezone.now)

    class Meta:
        verbose_name = _("ambt dat iemand heeft of had")
        verbose_name_plural = _("ambten die mensen hebben of hadden")
        ordering = ["told_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(office__in=Office.values), name="held_office_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def since(self) -> int | None:
        return _year(self.years.partition("-")[0])

    @property
    def until(self) -> int | None:
        """None: she holds it still."""
        return _year(self.years.partition("-")[2])


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


class MentorMaterial(Keyed):
    """Something to read, see or do for the mentors of one programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="mentor_materials")
    title = models.CharField(_("titel"), max_length=120)
    text = models.CharField(_("in een zin"), max_length=200, blank=True)
    link = models.CharField(_("waar het staat"), max_length=300, validators=[A_LINK])
    added_at = models.DateTimeField(_("toegevoegd"), default=timezone.now)

    class Meta:
        verbose_name = _("materiaal voor mentoren")
        verbose_name_plural = _("materiaal voor mentoren")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title
