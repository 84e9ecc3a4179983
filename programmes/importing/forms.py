"""What is asked of who stood in a sheet."""

from typing import Any

from django.utils.translation import gettext as _

from people.models import ConsentText
from programmes.applying.forms import AboutYouForm
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Edition
from programmes.unnamed_consent import add_consent


class YesForm(AboutYouForm):
    """A name to be called by, a yes to the minimum age, and one to what taking part reveals, where it does."""

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, edition=edition, **kwargs)
        if edition.is_sensitive:
            words = ConsentText.objects.newest(APPLICATION_REVEALS.name)
            add_consent(self, words, _("Ja, dat vind ik goed"))

    def agrees(self) -> bool:
        return bool(self.cleaned_data.get("agree"))
