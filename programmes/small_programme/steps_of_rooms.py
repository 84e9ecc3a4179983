"""The steps of a small programme that lead into other rooms: the sheet, access needs, arrangements, the first mail."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.mailing.audiences import PARTICIPANTS
from programmes.models import AccessNeed, Application, Arrangement, Edition, GroupMessage, ImportRun
from programmes.small_programme.steps import Step
from programmes.states import ImportState


def sheet(request: HttpRequest, edition: Edition) -> Step:
    """For who has her people in a sheet already; who has none passes by."""
    url = reverse("desk_imports", args=[edition.key])
    runs = ImportRun.objects.at_the_desk_of(request.user).filter(edition=edition, state=ImportState.DONE)
    if runs.exists():
        return Step(_("Je lijst"), _("Ingelezen. Ieder kreeg één uitnodiging."), url, _("Bekijk"), True)
    if Application.objects.at_the_desk_of(request.user).filter(edition=edition).exists():
        return Step(_("Je lijst"), _("Niet nodig: mensen melden zich zelf aan."), url, _("Lees toch iets in"), True)
    text = _("Heb je al mensen in een bestand? Lees ze in. Heb je die niet, sla dit dan over.")
    return Step(_("Je lijst"), text, url, _("Lees een bestand in"))


def needs(request: HttpRequest, edition: Edition) -> Step:
    url = reverse("desk_access", args=[edition.key])
    said = AccessNeed.objects.at_the_desk_of(request.user).filter(participation__edition=edition)
    if said.exists():
        return Step(_("Wat mensen nodig hebben"), _("Er is iets gevraagd."), url, _("Bekijk"), True)
    text = _("Wie meedoet, kan zeggen wat nodig is. Dat zie je hier.")
    return Step(_("Wat mensen nodig hebben"), text, url, _("Bekijk"))


def arrangements(request: HttpRequest, edition: Edition) -> Step:
    url = reverse("desk_access", args=[edition.key])
    own = Arrangement.objects.at_the_desk_of(request.user).filter(edition=edition)
    open_ones = own.filter(done_at=None).count()
    title = _("Wat je regelt")
    if own.filter(sent_at__isnull=False).exists() and not open_ones:
        return Step(title, _("Alles is geregeld."), url, _("Bekijk"), True)
    if own.filter(sent_at__isnull=False).exists():
        text = ngettext("Gestuurd. Nog %(count)s te regelen.", "Gestuurd. Nog %(count)s te regelen.", open_ones)
        return Step(title, text % {"count": open_ones}, url, _("Bekijk"), True)
    return Step(title, _("Maak een lijst van wat nodig is, en stuur die naar de uitvoerder."), url, _("Regel het"))


def first_mail(request: HttpRequest, edition: Edition) -> Step:
    url = f"{reverse('desk_messages:write')}?editie={edition.key}&aan={PARTICIPANTS.name}"
    if GroupMessage.objects.at_the_desk_of(request.user).sent().filter(edition=edition).exists():
        return Step(_("Je eerste bericht"), _("Verstuurd."), url, _("Schrijf er nog een"), True)
    text = _("Schrijf aan iedereen die meedoet. Je ziet vooraf hoe de mail eruitziet.")
    return Step(_("Je eerste bericht"), text, url, _("Schrijf het"))
