from django.utils.translation import gettext_lazy as _

from people.consent import Purpose
from programmes.models.access_need import ACCESS_CONSENT

ACCESS_NEEDS = Purpose(
    ACCESS_CONSENT,
    _("Vertellen wat je nodig hebt om mee te doen"),
    on_withdraw="programmes.access.actions.forget_needs",
    call_abouts="programmes.consent_purposes.call_editions",
)
