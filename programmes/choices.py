"""The fixed answers that a programme's facts are chosen from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """For whom a programme is meant: a fact of its page, never a trait of a person."""

    EVERYONE = "iedereen", _("iedereen")
    WOMEN = "vrouwen", _("vrouwen")
    YOUNG = "jongeren", _("jongeren")
    YOUNG_PRACTICAL = "jongeren-praktisch", _("jongeren met een praktische opleiding")
    DISABILITY = "beperking", _("mensen met een beperking")
    MIGRATION = "migratieachtergrond", _("mensen met een migratieachtergrond")
    SIDE_ENTRANTS = "zij-instromers", _("zij-instromers")
    PARTIES = "partijen", _("partijen en wie kandidaten kiest")


class Office(models.TextChoices):
    """The office aimed at; empty means: any office in local government."""

    COUNCIL = "raad", _("gemeenteraad")
    STATES = "staten", _("Provinciale Staten")
    WATER_BOARD = "waterschap", _("waterschap")
    EXECUTIVE = "bestuur", _("wethouder of burgemeester")


class Form(models.TextChoices):
    LIVE = "live", _("bij elkaar")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("deels online")


class Province(models.TextChoices):
    """Where; empty means the whole country. The names are those of the official list of provinces."""

    DRENTHE = "Drenthe", "Drenthe"
    FLEVOLAND = "Flevoland", "Flevoland"
    FRYSLAN = "Fryslân", "Fryslân"
    GELDERLAND = "Gelderland", "Gelderland"
    GRONINGEN = "Groningen", "Groningen"
    LIMBURG = "Limburg", "Limburg"
    NOORD_BRABANT = "Noord-Brabant", "Noord-Brabant"
    NOORD_HOLLAND = "Noord-Holland", "Noord-Holland"
    OVERIJSSEL = "Overijssel", "Overijssel"
    UTRECHT = "Utrecht", "Utrecht"
    ZEELAND = "Zeeland", "Zeeland"
    ZUID_HOLLAND = "Zuid-Holland", "Zuid-Holland"


class Reveals(models.TextChoices):
    """What taking part tells about a person to whoever knows that she or he takes part."""

    NOTHING = "nothing", _("niets bijzonders")
    GENDER = "gender", _("je gender")
    HEALTH = "health", _("iets over je gezondheid of een beperking")
    ORIGIN = "origin", _("iets over je afkomst")

    @property
    def weight(self) -> int:
        return {"nothing": 0, "gender": 1}.get(self.value, 2)

    @property
    def is_sensitive(self) -> bool:
        """Special personal data: only with an explicit consent, and the name of the programme nowhere in view."""
        return self.weight == 2


class Pilot(models.TextChoices):
    """Whether a programme is a pilot, and what came of it."""

    NONE = "", _("geen proef")
    RUNNING = "running", _("proef")
    STRUCTURAL = "structural", _("proef afgerond: blijft")
    ADJUST = "adjust", _("proef afgerond: wordt aangepast")
    STOP = "stop", _("proef afgerond: stopt")


class AdmissionMode(models.TextChoices):
    ORDER = "order", _("op volgorde van aanmelden")
    LOT = "lot", _("door loting")
    CONVERSATION = "conversation", _("na een gesprek")
    REVIEW = "review", _("beoordelaars lezen je antwoorden")


class Registering(models.TextChoices):
    """Whether people register for an event."""

    NONE = "none", _("hoeft niet: iedereen kan komen")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")


class QuestionKind(models.TextChoices):
    TEXT = "text", _("één regel")
    LONG = "long", _("een paar zinnen")
    CHOICE = "choice", _("kiezen uit een lijst")
    MENU = "menu", _("kiezen uit een lange lijst")
    SEVERAL = "several", _("meer dan één kiezen")
    YESNO = "yesno", _("ja of nee")
    TICK = "tick", _("één vakje om aan te kruisen")
    NUMBER = "number", _("een getal")
    DATE = "date", _("een datum")
    MAIL = "mail", _("een e-mailadres")
    URL = "url", _("een adres op internet")

    @property
    def has_choices(self) -> bool:
        return self in (QuestionKind.CHOICE, QuestionKind.MENU, QuestionKind.SEVERAL)


class Booker(models.TextChoices):
    """What kind of organisation books a training: never which party it is."""

    LOCAL_PARTY = "lokaal", _("een lokale partij")
    BRANCH = "afdeling", _("een afdeling van een landelijke partij")
    MUNICIPALITY = "gemeente", _("de gemeente of de griffie")
    OTHER = "anders", _("een andere organisatie")


class Verdict(models.TextChoices):
    """What a reviewer finds on one criterion: words that nobody can add up."""

    MEETS = "voldoet", _("voldoet")
    DOUBTFUL = "twijfel", _("twijfel")
    FAILS = "voldoet-niet", _("voldoet niet")


class TalkForm(models.TextChoices):
    """How a conversation goes."""

    PHONE = "phone", _("bellen")
    ONLINE = "online", _("beeldbellen")
    LIVE = "live", _("bij elkaar")
