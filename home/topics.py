"""What a page of knowledge is about, and for whom it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    WAY = "weg", _("de weg de politiek in")
    WORK = "werk", _("het werk van een raadslid")
    RIGHTS = "rechten", _("rechten, tijd en geld")
    LEARNING = "leren", _("leren en oefenen")
    SAFETY = "veilig", _("veilig je werk doen")
    BARRIERS = "drempels", _("drempels, en wat hielp")
    PARTIES = "partijen", _("partijen en hun lijst")
    OTHERWISE = "anders", _("anders meedoen")


class Reader(models.TextChoices):
    """For whom something is meant: never a trait of who reads it."""

    INHABITANTS = "inwoners", _("voor inwoners")
    CANDIDATES = "kandidaten", _("voor wie op de lijst wil")
    COUNCILLORS = "raadsleden", _("voor raadsleden")
    EXECUTIVES = "bestuurders", _("voor wethouders en burgemeesters, en wie dat wil worden")
    PARTIES = "partijen", _("voor partijen")
    MUNICIPALITIES = "gemeenten", _("voor gemeenten en bestuurders")
