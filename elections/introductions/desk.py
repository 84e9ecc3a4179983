"""How often a card was taken along to a party, for administrators."""

from django.utils.translation import gettext_lazy as _

from elections.models import IntroductionCount
from people.administration import CounterViewSet


class IntroductionCountViewSet(CounterViewSet):
    model = IntroductionCount
    name = "admin_introductions"
    url_prefix = "beheer/kennismaken"
    icon = "pick"
    menu_label = _("Ik wil kennismaken")
    menu_order = 69
    list_display = ["kind", "year", "taken"]
    list_filter = ["kind"]
    ordering = ["-year", "kind"]
    inspect_view_fields = ["kind", "year", "taken"]
