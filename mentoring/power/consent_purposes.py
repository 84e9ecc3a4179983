"""What is asked consent for when two people say yes to each other (settings.CONSENT_PURPOSES)."""

from django.utils.translation import gettext_lazy as _

from people.consent import Purpose

POWER_CHECK = Purpose(
    "power_check",
    _("Nagaan of jullie rol kan botsen"),
    on_withdraw="mentoring.power.actions.forget_role",
)
