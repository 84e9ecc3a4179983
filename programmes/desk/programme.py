"""A programme at the desk: its facts, and the way from there to its page."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from programmes.desk.views import OwnCreateView, OwnEditView
from programmes.editing.making import make_pages, page_to_edit
from programmes.models import Programme
from programmes.safety.policies import can_switch_threat


class ProgrammeCreateView(OwnCreateView):
    """From the facts on to the words: the page is there at once, as a draft."""

    request: HttpRequest

    def save_instance(self) -> Programme:
        with transaction.atomic():
            programme = super().save_instance()
            make_pages(programme, by=self.request.user)
        return programme

    def get_success_message(self, instance: Programme) -> str:
        return _("Het programma is er. Schrijf nu de pagina, en dien haar in als ze klaar is.")

    def get_success_buttons(self) -> list[Any]:
        return []  # the facts are one link away on the page where she lands

    def get_success_url(self) -> str:
        return _page_url(self.object) or super().get_success_url()


class ProgrammeEditView(OwnEditView):
    """Who carries the programme edits its page; a carrier that left does not."""

    request: HttpRequest

    @property
    def header_more_buttons(self) -> list[Any]:
        url = _page_url(self.object)
        page = [Button(_("Bewerk de pagina"), url=url, icon_name="doc-empty-inverse")] if url else []
        return [*super().header_more_buttons, *page, *self._threat()]

    def _threat(self) -> list[Button]:
        if not can_switch_threat(self.request.user, self.object):
            return []
        url = reverse("safety:threat", kwargs={"key": self.object.key})
        return [Button(_("Bij dreiging"), url=url, icon_name="warning")]

    def save_instance(self) -> Programme:
        with transaction.atomic():
            programme = super().save_instance()
            make_pages(programme, by=self.request.user)
        return programme


def _page_url(programme: Programme) -> str:
    page = page_to_edit(programme)
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
