"""How many came by which campaign, for administrators: exact, since a counter knows nobody."""

from django.utils.translation import gettext_lazy as _

from home.models import CampaignCount
from people.administration import AdministratorViewSet


class CampaignCountViewSet(AdministratorViewSet):
    """To read only. The pages themselves stand in the tree, below /campagne/."""

    model = CampaignCount
    name = "admin_campaigns"
    url_prefix = "beheer/campagnes"
    icon = "pick"
    menu_label = _("Campagnes")
    menu_order = 80
    verbs = frozenset({"view"})
    form_fields = ["source"]  # no form of it is ever shown
    list_display = ["source", "visits", "sign_ups"]
    search_fields = ["source"]
    ordering = ["-visits", "source"]
    inspect_view_fields = ["source", "visits", "sign_ups"]
