"""What the form of every page says in words of its own."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page


class PlainPageForm(WagtailAdminPageForm):
    """An address that exists is refused with what helps, and without telling whose it is."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if slug and not Page._slug_is_available(slug, self.parent_page, self.instance):
            raise forms.ValidationError(
                _("Dit adres is al van een andere pagina: “%(slug)s”. Kies een ander, bijvoorbeeld “%(other)s”.")
                % {"slug": slug, "other": _free(slug, self.parent_page, self.instance)}
            )
        return slug


def _free(slug: str, parent: Page | None, page: Page) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, 100))
    return next((found for found in numbered if Page._slug_is_available(found, parent, page)), f"{slug}-100")
