""" "Zo ver ben je": what a small programme needs from nothing to its first mail, each with a door and a tick.

settings.SMALL_PROGRAMME_STEPS lists functions(request, edition) -> Step | None; the order of the list is that of the
work. A function asks a query or two.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.choices import AdmissionMode
from programmes.editing.making import page_to_edit
from programmes.models import Application, Edition, Participation
from programmes.models.safeguarding_contact import enough_contacts


@dataclass(frozen=True)
class Step:
    """`text` says what to do, or once it is done what came of it."""

    title: str | Promise
    text: str | Promise
    url: str
    label: str | Promise
    is_done: bool = False


def steps_of(request: HttpRequest, edition: Edition) -> list[Step]:
    found = (import_string(path)(request, edition) for path in settings.SMALL_PROGRAMME_STEPS)
    return [step for step in found if step is not None]


def page(request: HttpRequest, edition: Edition) -> Step | None:
    found = page_to_edit(edition.programme)
    if found is None:
        return None
    edit = reverse("wagtailadmin_pages:edit", args=[found.pk])
    if found.live:
        return Step(_("De pagina"), _("Ze staat op de site. Mensen kunnen haar lezen."), edit, _("Bewerk"), True)
    return Step(
        _("De pagina"),
        _("Ze is klaar als concept. Lees haar na en vraag een collega om mee te kijken."),
        edit,
        _("Bekijk de pagina"),
    )


def contacts(request: HttpRequest, edition: Edition) -> Step:
    url = reverse("desk_programmes:edit", args=[edition.programme_id])
    if enough_contacts(edition.programme):
        return Step(_("Bij wie je veilig kunt praten"), _("Er zijn er genoeg."), url, _("Bekijk"), True)
    return Step(
        _("Bij wie je veilig kunt praten"),
        _("Zet er minstens twee bij, van wie één niet voor jullie werkt. Daarna kan het aanmelden open."),
        url,
        _("Zet ze erbij"),
    )


def opening(request: HttpRequest, edition: Edition) -> Step:
    url = reverse("desk_edition_state", args=[edition.key])
    state = edition.get_state_display()
    if edition.is_announced:
        return Step(_("Aanmelden"), _("Stand: %(state)s.") % {"state": state}, url, _("Bekijk"), True)
    return Step(_("Aanmelden"), _("Nu kan nog niemand zich aanmelden."), url, _("Zet het open"))


def admitting(request: HttpRequest, edition: Edition) -> Step:
    url = f"{reverse('desk_applications:index')}?edition={edition.pk}"
    waiting = Application.objects.at_the_desk_of(request.user).filter(edition=edition).unanswered().count()
    taking_part = Participation.objects.at_the_desk_of(request.user).filter(edition=edition).count()
    title = _("Wie meedoet")
    if edition.admission_mode == AdmissionMode.CONVERSATION:
        url = reverse("desk_edition_talks", args=[edition.key]) if waiting else url
    if waiting:
        text = ngettext("%(count)s mens wacht op antwoord.", "%(count)s mensen wachten op antwoord.", waiting)
        return Step(title, text % {"count": waiting}, url, _("Geef antwoord"))
    if taking_part:
        text = ngettext("%(count)s mens doet mee.", "%(count)s mensen doen mee.", taking_part)
        return Step(title, text % {"count": taking_part}, url, _("Bekijk"), True)
    return Step(title, _("Meldt iemand zich aan, dan zie je dat hier."), url, _("Bekijk"))
