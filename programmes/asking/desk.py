"""How often somebody was asked, for administrators."""

from django.utils.translation import gettext_lazy as _

from people.administration import CounterViewSet
from programmes.models import AskCount


class AskCountViewSet(CounterViewSet):
    model = AskCount
    name = "admin_asking"
    url_prefix = "beheer/gevraagd"
    icon = "mail"
    menu_label = _("Vraag iemand")
    menu_order = 81
    list_display = ["__str__", "asked", "said_yes"]
    search_fields = ["source"]
    ordering = ["-asked", "source"]
    inspect_view_fields = ["source", "asked", "said_yes"]
