from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed


class OrganisationQuerySet(models.QuerySet):
    def of(self, user) -> Self:
        """Those in which this person has a role."""
        return self.filter(memberships__user=user).distinct()


class Organisation(Keyed):
    """Who carries a programme, or is named on the site. Mailed at an address of a function, not a person."""

    name = models.CharField(_("naam"), max_length=120, unique=True)
    slug = models.SlugField(_("adres op de site"), max_length=80, unique=True)
    about = models.TextField(_("over de organisatie"), blank=True)
    about_en = models.TextField(_("over de organisatie, in het Engels"), blank=True)
    website = models.URLField(_("website"), blank=True)
    mail_address = models.EmailField(_("e-mailadres van de organisatie"), blank=True)
    is_example = models.BooleanField(
        _("voorbeeldinhoud"),
        default=False,
        help_text=_("Een echte organisatie in de demo: de pagina zegt dat data, vragen en contact verzonnen zijn."),
    )
    is_public = models.BooleanField(_("staat op de site"), default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in an organisation. Someone can have both roles, and several organisations."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organisator")
        PUBLISHER = "publisher", _("redacteur")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=10, choices=Role)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="one_membership_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.organisation}"
