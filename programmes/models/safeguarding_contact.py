from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from people.models import Organisation
from programmes.models.programme import Programme

AT_LEAST, AT_LEAST_OUTSIDE = 2, 1
PHONE = RegexValidator(r"^\+?[0-9 ()-]{3,}$", _("Vul een telefoonnummer in, zoals 070 123 45 67."))


class SafeguardingContactQuerySet(models.QuerySet):
    def outside(self) -> Self:
        return self.filter(is_outside=True)


class SafeguardingContact(models.Model):
    """Someone you can talk to safely: at least two a programme, one of them outside the organisation."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="safeguarding_contacts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="safeguards", verbose_name=_("account")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("werkt voor")
    )
    is_outside = models.BooleanField(_("van buiten de organisatie"), default=False)
    since = models.DateTimeField(_("sinds"), default=timezone.now, editable=False)
    display_name = models.CharField(_("naam op de pagina"), max_length=60)
    hours = models.CharField(_("wanneer te bereiken"), max_length=120)
    hours_en = models.CharField(_("wanneer te bereiken, in het Engels"), max_length=120, blank=True)
    mail_address = models.EmailField(
        _("e-mailadres op de pagina"), blank=True, help_text=_("Van een functie, niet van een persoon.")
    )
    phone = models.CharField(
        _("telefoonnummer op de pagina"),
        max_length=20,
        blank=True,
        validators=[PHONE],
    )

    objects = SafeguardingContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("vertrouwenspersoon")
        verbose_name_plural = _("vertrouwenspersonen")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "user"], name="safeguards_once"),
            models.CheckConstraint(condition=~Q(mail_address="", phone=""), name="contact_can_be_reached"),
        ]

    def __str__(self) -> str:
        return self.display_name

    def clean(self) -> None:
        if not self.mail_address and not self.phone:
            raise ValidationError({"mail_address": _("Vul een e-mailadres of een telefoonnummer in, of allebei.")})

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(sign for sign in self.phone if sign in "+0123456789")


def enough_contacts(programme: Programme) -> bool:
    """Two people, one from outside: so that a report about one can always go to another."""
    outside = list(programme.safeguarding_contacts.values_list("is_outside", flat=True))
    return len(outside) >= AT_LEAST and sum(outside) >= AT_LEAST_OUTSIDE
