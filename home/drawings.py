"""The drawings that an editor can put on a page: files in static/svg, by what they show."""

from django.utils.translation import gettext_lazy as _

DRAWINGS = [
    ("stembiljet", _("stembiljet met rood potlood")),
    ("twee-stoelen", _("twee stoelen in gesprek")),
    ("raadstafel", _("tafel van de raad")),
    ("stadhuisdeur", _("open deur van het stadhuis")),
]
