"""The fixed answers of the figures."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from outcomes.disclosure import fairness, steps


class FunnelStep(TextChoices):
    """What somebody did in a programme, as the figures count it. docs/words.md says when each has happened."""

    SIGNED_UP = steps.SIGNED_UP, _("aanmelding begonnen")
    APPLIED = steps.APPLIED, _("aanmelding verstuurd")
    ADMITTED = steps.ADMITTED, _("toegelaten")
    STARTED = steps.STARTED, _("begonnen")
    COMPLETED = steps.COMPLETED, _("afgerond")
    MATCHED = steps.MATCHED, _("mentor gevonden")
    LISTED = steps.LISTED, _("op een kieslijst")
    ELECTED = steps.ELECTED, _("gekozen of benoemd")


class Gender(TextChoices):
    """As somebody says it; empty: not said."""

    WOMAN = "vrouw", _("vrouw")
    MAN = "man", _("man")
    X = "x", _("x")


class Band(TextChoices):
    """Where a share lies beside a quarter."""

    UNDER = "onder", _("onder een kwart")
    AROUND = "rond", _("rond een kwart")
    OVER = "boven", _("boven een kwart")


class FairnessBand(TextChoices):
    """About how many, or how long: the bands of the fairness sheet of matching."""

    UNDER_HALF = fairness.UNDER_HALF, _("minder dan de helft")
    ABOUT_HALF = fairness.ABOUT_HALF, _("ongeveer de helft")
    MOST = fairness.MOST, _("de meesten")
    WEEKS_4 = "4", _("4 weken")
    WEEKS_8 = "8", _("8 weken")
    WEEKS_13 = "13", _("13 weken")
    WEEKS_26 = "26", _("26 weken")
    LONG = fairness.LONG, _("langer dan 26 weken")


class Moment(TextChoices):
    """When a programme asks its people how it goes."""

    START = "start", _("bij het begin")
    END = "end", _("aan het eind")
    LATER = "later", _("na een half jaar")

    @property
    def field(self) -> str:
        """The tick of a question that is put at this moment."""
        return {"start": "at_start", "end": "at_end", "later": "later"}[self.value]


class QuestionnaireKind(TextChoices):
    SCALE = "scale", _("van helemaal niet tot helemaal")
    CHOICE = "choice", _("één keuze uit een lijst")


SCALE = (_("helemaal niet"), _("een beetje"), _("redelijk"), _("grotendeels"), _("helemaal"))
