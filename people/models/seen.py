from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models.organisation import Organisation


class PersonSeen(models.Model):
    """Someone saw this person's data: in which role, for which organisation, on which day. Never who."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organisator")
        REVIEWER = "reviewer", _("beoordelaar")
        PARTNER = "partner", _("uitvoerder")
        MENTOR = "mentor", _("mentor")
        PARTICIPANT = "participant", _("deelnemer")
        SAFEGUARDING = "safeguarding", _("vertrouwenspersoon")
        ADMINISTRATOR = "administrator", _("beheerder")

    class What(models.TextChoices):
        ACCOUNT = "account", _("je account")
        APPLICATION = "application", _("je aanmelding")
        ANSWERS = "answers", _("je antwoorden, zonder naam")
        PARTICIPATION = "participation", _("je deelname")
        NEEDS = "needs", _("wat je nodig hebt om mee te doen")
        PROFILE = "profile", _("je profiel")
        CONTACT = "contact", _("je contactgegevens")
        FILE = "file", _("een bestand met gegevens van jou en anderen")
        REPORT = "report", _("je melding")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="seen")
    role = models.CharField(_("rol"), max_length=20, choices=Role)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("organisatie")
    )
    what = models.CharField(_("wat"), max_length=20, choices=What)
    on = models.DateField(_("dag"), default=timezone.localdate)

    class Meta:
        verbose_name = _("inzage")
        verbose_name_plural = _("inzages")
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "organisation", "what", "on"], name="seen_once_a_day"),
            models.UniqueConstraint(
                fields=["user", "role", "what", "on"],
                condition=models.Q(organisation=None),
                name="seen_once_a_day_by_the_portal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.get_role_display()}"
