"""The fixed answers of a plan, a check-in and a wish. Each is about the pair, none about who someone is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Often(models.TextChoices):
    WEEKLY = "weekly", _("elke week")
    TWO_WEEKS = "two_weeks", _("om de week")
    MONTHLY = "monthly", _("een keer per maand")
    OPEN = "open", _("als een van ons het vraagt")


class NudgeKind(models.TextChoices):
    """Why was asked whether they spoke."""

    SILENCE = "silence", _("lang niets gehoord")
    MONTH = "month", _("elke maand, buiten het portaal")
    MEETING = "meeting", _("na een afspraak")
    BY_HAND = "by_hand", _("door de organisatie")


class Moment(models.TextChoices):
    """When both are asked how it goes; the last one looks back."""

    FOUR_WEEKS = "four_weeks", _("na vier weken")
    HALFWAY = "halfway", _("halverwege")
    NEAR_END = "near_end", _("bijna klaar")
    END = "end", _("na het einde")


class Going(models.TextChoices):
    WELL = "well", _("Het gaat goed.")
    FAIR = "fair", _("Het gaat, maar het kan beter.")
    HARD = "hard", _("Het loopt niet.")


class Need(models.TextChoices):
    """What someone asks of the organiser."""

    NOTHING = "nothing", _("Niets. Wij redden ons.")
    TIME = "time", _("Wij vinden moeilijk een moment.")
    TOPICS = "topics", _("Wij weten niet waar wij over praten.")
    CALL = "call", _("Bel of mail mij.")


class Helped(models.TextChoices):
    """What someone took along."""

    COURAGE = "courage", _("Ik durf meer.")
    KNOWING = "knowing", _("Ik weet beter hoe het werkt.")
    PEOPLE = "people", _("Ik ken meer mensen.")
    SPEAKING = "speaking", _("Ik spreek makkelijker.")
    CHOOSING = "choosing", _("Ik weet beter wat ik wil.")
    GIVING = "giving", _("Ik leerde zelf ook.")


class WishReason(models.TextChoices):
    """Why somebody else; the one she leaves never reads it."""

    TIME = "time", _("Wij vinden geen moment.")
    SILENT = "silent", _("Ik hoor te weinig.")
    TOPICS = "topics", _("De onderwerpen passen niet.")
    CLICK = "click", _("Het klikt niet.")
    NOT_SAID = "not_said", _("Dat zeg ik liever niet.")
