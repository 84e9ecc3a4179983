"""Who stands in the pool of safeguarding contacts: there for as long as an administrator keeps her there."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import PersonalData
from programmes.models import PoolContact


def export(user: User) -> dict[str, Any]:
    return {
        "pool_contact": [
            {
                "display_name": found.display_name,
                "organisation": found.organisation.name if found.organisation else "",
                "hours": found.hours,
                "hours_en": found.hours_en,
                "mail_address": found.mail_address,
                "phone": found.phone,
            }
            for found in PoolContact.objects.filter(user=user).select_related("organisation")
        ]
    }


def erase(user: User) -> None:
    PoolContact.objects.filter(user=user).delete()


POOL = PersonalData(
    title=_("Vertrouwenspersoon voor meer programma’s"),
    models=("programmes.PoolContact",),
    export=export,
    erase=erase,
    words={
        "pool_contact": _("Vertrouwenspersoon in de pool"),
        "display_name": _("Naam op de pagina"),
        "organisation": _("Werkt voor"),
        "hours": _("Wanneer te bereiken"),
        "hours_en": _("Wanneer te bereiken, in het Engels"),
        "mail_address": _("E-mailadres op de pagina"),
        "phone": _("Telefoonnummer op de pagina"),
    },
)
