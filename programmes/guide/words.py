"""The reasons in plain Dutch."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programmes.guide.rules import Doubt, Miss, Reason

REASONS: dict[Reason, Promise] = {
    Reason.OFFICE: _("Het gaat over waar jij over wilt meebeslissen."),
    Reason.ANY_OFFICE: _("Het past bij elk ambt dicht bij huis."),
    Reason.STATION: _("Het past bij waar je nu staat."),
    Reason.PROVINCE: _("Het is in jouw provincie."),
    Reason.WHOLE_COUNTRY: _("Je mag overal in Nederland wonen."),
    Reason.ONLINE_ANYWHERE: _("Het is online, dus je kunt overal meedoen."),
    Reason.FORM: _("Het gaat zoals jij het wilt."),
}
DOUBTS: dict[Doubt, Promise] = {
    Doubt.OTHER_STATION: _("Het is eigenlijk voor een andere stap. Vraag of het bij je past."),
    Doubt.ASK_AGE: _("Kijk eerst vanaf welke leeftijd je mag meedoen."),
    Doubt.PARTLY_LIVE: _("Een deel is bij elkaar in een zaal."),
    Doubt.ONLY_ONLINE: _("Dit is alleen online."),
}
MISSES: dict[Miss, Promise] = {
    Miss.OFFICE: _("Het gaat over iets anders dan jij koos."),
    Miss.TOO_YOUNG: _("Je bent er nog te jong voor."),
    Miss.PROVINCE: _("Het is in een andere provincie."),
    Miss.NOT_ONLINE: _("Je kunt niet online meedoen."),
}
# What FACTS calls being active in other ways, for when no programme fits, and beside those that do.
OTHER_WAYS: tuple[tuple[Promise, Promise, str], ...] = (
    (
        _("Kijk bij een vergadering van de raad"),
        _("Dat mag altijd, zonder aanmelden. Ga zitten en luister."),
        "/kennis/kijk-bij-een-vergadering/",
    ),
    (_("Begin of help een initiatief in je buurt"), _("Zo leer je hoe de gemeente werkt."), "/kennis/anders-meedoen/"),
    (
        _("Word lid van een cliëntenraad of studentenraad"),
        _("Daar beslis je mee over iets dat je kent."),
        "/kennis/anders-meedoen/",
    ),
    (_("Doe mee aan een burgerpanel"), _("Veel gemeenten vragen inwoners om hun mening."), "/kennis/anders-meedoen/"),
)
