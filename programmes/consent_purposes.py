"""What this floor asks consent for (settings.CONSENT_PURPOSES)."""

from django.utils.translation import gettext_lazy as _

from people.consent import Purpose

APPLICATION_REVEALS = Purpose(
    "application_reveals",
    _("Je aanmelden voor een programma dat iets laat zien over je gezondheid of afkomst"),
    on_withdraw="programmes.actions.applications.forget_application",
)
