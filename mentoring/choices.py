"""The fixed answers of a profile. Nothing here says who someone is: no age, no gender, no party."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    HOUSING = "wonen", _("wonen")
    CARE = "zorg", _("zorg en welzijn")
    SCHOOL = "onderwijs", _("onderwijs en jeugd")
    CLIMATE = "klimaat", _("klimaat en energie")
    NATURE = "natuur", _("natuur en dieren")
    WATER = "water", _("water en dijken")
    TRAFFIC = "verkeer", _("verkeer en bus")
    SAFETY = "veiligheid", _("veiligheid")
    WORK = "werk", _("werk en inkomen")
    BUSINESS = "ondernemen", _("winkels en bedrijven")
    CULTURE = "cultuur", _("sport en cultuur")
    MONEY = "geld", _("geld van de gemeente")
    TAKING_PART = "meedoen", _("inwoners die meepraten")
    FARMING = "platteland", _("dorpen en platteland")


class Help(models.TextChoices):
    """What a mentee asks and a mentor gives."""

    ORIENTATION = "orientatie", _("ontdekken of het iets voor mij is")
    PARTY = "partij", _("mijn weg vinden in een partij")
    NETWORK = "netwerk", _("mensen leren kennen")
    LIST = "lijst", _("op een kandidatenlijst komen")
    CAMPAIGN = "campagne", _("campagne voeren")
    SPEAKING = "spreken", _("spreken en debatteren")
    COUNCIL = "raadswerk", _("begrijpen hoe de raad werkt")
    BALANCE = "combineren", _("combineren met werk en gezin")
    SAFE = "weerbaar", _("omgaan met nare reacties")
    MEDIA = "media", _("omgaan met media")


class Language(models.TextChoices):
    DUTCH = "nl", _("Nederlands")
    EASY_DUTCH = "nl-easy", _("eenvoudig Nederlands")
    FRISIAN = "fy", _("Fries")
    ENGLISH = "en", _("Engels")
    PAPIAMENTO = "pap", _("Papiaments")
    SIGN_LANGUAGE = "ngt", _("Nederlandse Gebarentaal")
    TURKISH = "tr", _("Turks")
    ARABIC = "ar", _("Arabisch")
    POLISH = "pl", _("Pools")


class Slot(models.TextChoices):
    """When someone can: a day of the week and a part of it, not a date."""

    MONDAY_MORNING = "ma-ochtend", _("maandagochtend")
    MONDAY_AFTERNOON = "ma-middag", _("maandagmiddag")
    MONDAY_EVENING = "ma-avond", _("maandagavond")
    TUESDAY_MORNING = "di-ochtend", _("dinsdagochtend")
    TUESDAY_AFTERNOON = "di-middag", _("dinsdagmiddag")
    TUESDAY_EVENING = "di-avond", _("dinsdagavond")
    WEDNESDAY_MORNING = "wo-ochtend", _("woensdagochtend")
    WEDNESDAY_AFTERNOON = "wo-middag", _("woensdagmiddag")
    WEDNESDAY_EVENING = "wo-avond", _("woensdagavond")
    THURSDAY_MORNING = "do-ochtend", _("donderdagochtend")
    THURSDAY_AFTERNOON = "do-middag", _("donderdagmiddag")
    THURSDAY_EVENING = "do-avond", _("donderdagavond")
    FRIDAY_MORNING = "vr-ochtend", _("vrijdagochtend")
    FRIDAY_AFTERNOON = "vr-middag", _("vrijdagmiddag")
    FRIDAY_EVENING = "vr-avond", _("vrijdagavond")
    SATURDAY_MORNING = "za-ochtend", _("zaterdagochtend")
    SATURDAY_AFTERNOON = "za-middag", _("zaterdagmiddag")
    SATURDAY_EVENING = "za-avond", _("zaterdagavond")
    SUNDAY_MORNING = "zo-ochtend", _("zondagochtend")
    SUNDAY_AFTERNOON = "zo-middag", _("zondagmiddag")
    SUNDAY_EVENING = "zo-avond", _("zondagavond")


class Way(models.TextChoices):
    """How to meet: the neutral wish that anybody may have."""

    ONLINE = "online", _("op afstand, met beeld of telefoon")
    WRITING = "writing", _("op afstand, schriftelijk")
    LIVE = "live", _("bij elkaar")
    STEP_FREE = "step_free", _("bij elkaar, op een plek zonder trappen")


class DeclineReason(models.TextChoices):
    NO_TIME = "time", _("Ik heb nu te weinig tijd.")
    TOPICS = "topics", _("De onderwerpen passen niet bij mij.")
    KNOWN = "known", _("Wij kennen elkaar al.")
    CONFLICT = "conflict", _("Het kan botsen met mijn rol.")
    OTHER = "other", _("Een andere reden.")
