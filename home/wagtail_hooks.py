from wagtail import hooks

from home.campaigns.desk import CampaignCountViewSet
from home.choosing import only_choosable

hooks.register("construct_page_chooser_queryset", only_choosable)


@hooks.register("register_admin_viewset")
def register_campaign_counts() -> CampaignCountViewSet:
    return CampaignCountViewSet("admin_campaigns")
