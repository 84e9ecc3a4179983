from django.db import models
from django.utils.translation import gettext_lazy as _


class Station(models.TextChoices):
    """The four stations of the way into local politics, after the action plan of 2020."""

    WANT = "willen", _("Willen")
    MAY = "mogen", _("Mogen")
    CAN = "kunnen", _("Kunnen")
    GO = "gaan", _("Gaan")
