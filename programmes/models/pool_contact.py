from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.models import Organisation
from programmes.models.safeguarding_contact import PHONE


class PoolContact(Keyed):
    """Somebody one can talk to safely, whom programmes share: for who has nobody outside the own organisation.

    An administrator keeps the pool. A programme that chooses her gets a SafeguardingContact of its own.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="pool_contact", verbose_name=_("account")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("werkt voor")
    )
    display_name = models.CharField(_("naam op de pagina"), max_length=60)
    hours = models.CharField(_("wanneer te bereiken"), max_length=120)
    hours_en = models.CharField(_("wanneer te bereiken, in het Engels"), max_length=120, blank=True)
    mail_address = models.EmailField(
        _("e-mailadres op de pagina"), blank=True, help_text=_("Van een functie, niet van een persoon.")
    )
    phone = models.CharField(_("telefoonnummer op de pagina"), max_length=20, blank=True, validators=[PHONE])

    class Meta:
        verbose_name = _("vertrouwenspersoon in de pool")
        verbose_name_plural = _("vertrouwenspersonen in de pool")
        ordering = ["display_name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(mail_address="", phone=""), name="pool_contact_can_be_reached"),
        ]

    def __str__(self) -> str:
        return self.display_name
