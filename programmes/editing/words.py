"""The buttons of the page editor, in the words of what they do here."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, CancelWorkflowMenuItem, SubmitForModerationMenuItem

from programmes.editing.approval import works_alone
from programmes.editing.taking_off import can_put_back, can_take_off
from programmes.models import ProgrammePage


class AskColleague(SubmitForModerationMenuItem):
    """Where somebody works alone, the same button puts the page on the site."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        alone = works_alone(context["request"].user, context["page"])
        context["label"] = _("Zet op de site") if alone else _("Vraag een collega om mee te kijken")
        context["icon_name"] = "upload" if alone else "resubmit"
        return context


class TakeBack(CancelWorkflowMenuItem):
    label = _("Toch niet: haal terug om verder te schrijven")


class TakeOff(ActionMenuItem):
    """Leads to the question. Also there while a colleague looks along: what stands there may have to go at once."""

    name = "take-off"
    label = _("Haal van de site")
    icon_name = "download"

    def get_url(self, parent_context: Any) -> str:
        return reverse("desk_page_off", args=[parent_context["page"].pk])


class PutBack(ActionMenuItem):
    name = "put-back"
    label = _("Zet terug op de site")
    icon_name = "upload"

    def get_url(self, parent_context: Any) -> str:
        return reverse("desk_page_back", args=[parent_context["page"].pk])


def say_what_buttons_do(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """The hook construct_page_action_menu, for pages of programmes."""
    page = context.get("page")
    if not isinstance(page, ProgrammePage):
        return
    ours = {"action-submit": AskColleague, "action-cancel-workflow": TakeBack}
    for place, item in enumerate(items):
        if item.name in ours:
            items[place] = ours[item.name](order=item.order)
    items[:] = [item for item in items if item.name != "action-restart-workflow"]
    if can_take_off(request.user, page):
        items.append(TakeOff())
    elif can_put_back(request.user, page):
        items.append(PutBack())
