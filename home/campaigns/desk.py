"""How many came by which campaign, for administrators."""

from django.utils.translation import gettext_lazy as _

from home.models import CampaignCount
from people.administration import CounterViewSet


class CampaignCountViewSet(CounterViewSet):
    """The pages themselves stand in the tree, below /campagne/."""

    model = CampaignCount
    name = "admin_campaigns"
    url_prefix = "beheer/campagnes"
    icon = "pick"
    menu_label = _("Campagnes")
    menu_order = 80
    list_display = ["source", "visits", "sign_ups"]
    search_fields = ["source"]
    ordering = ["-visits", "source"]
    inspect_view_fields = ["source", "visits", "sign_ups"]
