"""What a button at the desk did, or why it did not, on the page that follows."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused


def press(request: HttpRequest, act: Callable[[], str]) -> None:
    """`act` does it and gives back what to say of it."""
    try:
        said = act()
    except Refused as refused:
        messages.error(request, refused.text)
    except IllegalMove:
        messages.error(request, _("Dat kan nu niet meer: de stand is intussen veranderd."))
    else:
        messages.success(request, said)
