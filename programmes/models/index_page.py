from django.utils.translation import gettext_lazy as _

from home.models import BasePage


class ProgrammeIndexPage(BasePage):
    """All programmes, with filters."""

    template = "programmes/programme_index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["programmes.ProgrammePage"]
    max_count = 2  # one a language

    class Meta:
        verbose_name = _("overzicht van programma’s")
