from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.campaigns.desk import CampaignCountViewSet
from home.checking.report import PageChecksView
from home.choosing import only_choosable

hooks.register("construct_page_chooser_queryset", only_choosable)


@hooks.register("register_admin_viewset")
def register_campaign_counts() -> CampaignCountViewSet:
    return CampaignCountViewSet("admin_campaigns")


@hooks.register("register_admin_urls")
def register_page_checks() -> list[URLPattern]:
    return [
        path("reports/nakijken/", PageChecksView.as_view(), name="page_checks"),
        path("reports/nakijken/results/", PageChecksView.as_view(results_only=True), name="page_checks_results"),
    ]


@hooks.register("register_reports_menu_item")
def register_page_checks_item() -> Any:
    return MenuItem(_("Pagina’s nakijken"), reverse("page_checks"), name="nakijken", icon_name="glasses", order=50)
