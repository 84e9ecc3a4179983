"""Verbs and things of the journal in words. A verb that nobody put into words is a fault, and a test finds it."""

from functools import lru_cache

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

WORDS: Words = {
    "accept": _("ja gezegd"),
    "add": _("toegevoegd"),
    "answer": _("beantwoord"),
    "apply": _("gemeld"),
    "approve": _("goedgekeurd"),
    "ask": _("gevraagd"),
    "begin": _("begonnen"),
    "begin_again": _("opnieuw begonnen"),
    "call_off": _("afgelast"),
    "cancel": _("afgezegd"),
    "change": _("veranderd"),
    "check": _("nagekeken"),
    "close": _("gesloten"),
    "complete": _("afgerond"),
    "confirm": _("bevestigd"),
    "decline": _("nee gezegd"),
    "discard": _("weggegooid"),
    "drop": _("laten vallen"),
    "drop_proposal": _("voorstel laten vallen"),
    "end": _("beëindigd"),
    "erase": _("gewist"),
    "expire": _("verlopen"),
    "export": _("als bestand meegenomen"),
    "fail": _("mislukt"),
    "finish": _("klaar"),
    "forget": _("vergeten"),
    "give": _("gegeven"),
    "give_role": _("rol gegeven"),
    "import": _("ingelezen"),
    "invite": _("uitgenodigd"),
    "lapse": _("verlopen"),
    "lay": _("klaargezet"),
    "leave": _("gestopt"),
    "make": _("gemaakt"),
    "move": _("verzet"),
    "plan": _("gepland"),
    "register": _("ingeschreven"),
    "open": _("geopend"),
    "propose": _("voorgesteld"),
    "propose_role": _("rol voorgesteld"),
    "publish": _("gepubliceerd"),
    "put_back": _("teruggezet"),
    "refuse": _("afgewezen"),
    "remove": _("verwijderd"),
    "replace": _("vervangen"),
    "save": _("bewaard"),
    "say": _("gezegd"),
    "send": _("verstuurd"),
    "send_again": _("opnieuw verstuurd"),
    "start": _("begonnen"),
    "stop": _("gestopt"),
    "submit": _("verstuurd"),
    "take": _("opgepakt"),
    "take_away": _("weggehaald"),
    "take_back": _("ingetrokken"),
    "take_out": _("gegevens meegenomen"),
    "take_role": _("rol weggenomen"),
    "tell": _("verteld"),
    "view": _("bekeken"),
    "throw_away": _("weggegooid"),
    "withdraw": _("ingetrokken"),
    "write": _("geschreven"),
}


# What somebody does for herself: who it was is in no line (people.journal.lines.nameless).
NAMELESS = frozenset({"people.Consent"})


def verbs() -> Words:
    """Every verb that has words, those of the floors above included."""
    return _read(tuple(settings.JOURNAL_WORDS))


@lru_cache(maxsize=4)
def _read(paths: tuple[str, ...]) -> Words:
    found: Words = {}
    for path in paths:
        found |= import_string(path)
    return found


def verb_in_words(verb: str) -> str:
    return str(verbs().get(verb, verb.replace("_", " ")))


def kind_in_words(kind: str) -> str:
    """What the thing is called; of a kind that is no more, its last word."""
    try:
        return capfirst(str(apps.get_model(kind)._meta.verbose_name))
    except (LookupError, ValueError):
        return kind.rpartition(".")[2]


def state_in_words(kind: str, value: str) -> str:
    """A state as its list says it; "" for what is no state of this thing."""
    try:
        choices = apps.get_model(kind)._meta.get_field("state").flatchoices
    except (LookupError, ValueError, FieldDoesNotExist):
        return ""
    return str(dict(choices).get(value, ""))
