"""How often somebody was asked, for administrators: exact, since a counter knows nobody."""

from django.utils.translation import gettext_lazy as _

from people.administration import AdministratorViewSet
from programmes.models import AskCount


class AskCountViewSet(AdministratorViewSet):
    """To read only: cards count themselves."""

    model = AskCount
    name = "admin_asking"
    url_prefix = "beheer/gevraagd"
    icon = "mail"
    menu_label = _("Vraag iemand")
    menu_order = 81
    verbs = frozenset({"view"})
    form_fields = ["source"]  # no form of it is ever shown
    list_display = ["__str__", "asked", "said_yes"]
    search_fields = ["source"]
    ordering = ["-asked", "source"]
    inspect_view_fields = ["source", "asked", "said_yes"]
