from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from outcomes.models import NationalFigure
from people.administration import COUNTS, AdministratorViewSet


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])


class NationalFigureViewSet(AdministratorViewSet):
    """Figures that others measured, kept by administrators."""

    model = NationalFigure
    name = "national_figures"
    icon = "order"
    menu_label = _("Landelijke cijfers")
    menu_order = 75
    menu_hook = COUNTS
    verbs = frozenset({"add", "change", "delete"})
    list_display = ["label", "value", "measured_on", "source"]
    list_filter = ["topic"]
    search_fields = ["label", "label_en"]
    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("topic"), FieldPanel("order")]),
        MultiFieldPanel([_both("label"), _both("value")], heading=_("Het cijfer")),
        MultiFieldPanel([_both("measured_on"), _both("source"), _both("note")], heading=_("Herkomst")),
    ]
