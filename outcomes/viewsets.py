from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from outcomes.models import NationalFigure


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])


class NationalFigureViewSet(ModelViewSet):
    """Figures that others measured, kept by administrators."""

    model = NationalFigure
    name = "national_figures"
    icon = "order"
    menu_label = _("Landelijke cijfers")
    menu_order = 620
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["label", "value", "measured_on", "source"]
    list_filter = ["topic"]
    list_per_page = 50
    search_fields = ["label", "label_en"]
    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("topic"), FieldPanel("order")]),
        MultiFieldPanel([_both("label"), _both("value")], heading=_("Het cijfer")),
        MultiFieldPanel([_both("measured_on"), _both("source"), _both("note")], heading=_("Herkomst")),
    ]
