from django.utils.translation import gettext_lazy as _

from home.models.base_page import BasePage


class HomePage(BasePage):
    """The front door: what this is, and what someone can do now."""

    template = "home/home_page.html"

    max_count = 2  # one a language

    class Meta:
        verbose_name = _("voorpagina")
