"""The administrator's screens for parties and their cards: looked at one by one, never changed by us."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from elections.desk_menu import ELECTIONS
from elections.models import Party, PartyCard
from elections.parties.actions import approve_card, refuse_card, remove_card
from elections.parties.forms import DecisionForm
from lifecycle.errors import IllegalMove, Refused
from people.administration import AdministratorIndexView, AdministratorInspectView, AdministratorViewSet
from people.desk_columns import DayColumn

MOST_ELECTIONS = 30


class PartyCardIndexView(AdministratorIndexView):
    related = ("party__body",)
    page_title = gettext_lazy("Kaarten van partijen")
    when_empty = gettext_lazy(
        "Er is nog geen kaart. Levert een partij er een in, dan staat die bij ‘Wat wacht op mij’."
    )


class PartyCardInspectView(AdministratorInspectView):
    """A card beside the one that is on the site now, with what the administrator answers."""

    page_title = gettext_lazy("Kaart van een partij")
    template_name = "elections/desk/party_card.html"
    form: DecisionForm | None = None

    def get_object(self, queryset: Any = None) -> PartyCard:
        return get_object_or_404(PartyCard.objects.with_earlier().select_related("party__body"), pk=self.pk)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        card: PartyCard = self.object
        self.form = DecisionForm(request.POST)
        if self.form.is_valid():
            try:
                said = _decide(card, self.form.cleaned_data, by=request.user)
            except Refused as refused:
                self.form.add_error(None, refused.text)
            except IllegalMove:
                self.form.add_error(None, _("Over deze kaart is al beslist. Laad deze pagina opnieuw."))
            else:
                messages.success(request, said)
                return redirect("admin_party_cards:index")
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        card: PartyCard = self.object
        return {
            **super().get_context_data(**kwargs),
            "card": card,
            "form": self.form or DecisionForm(initial={"seen": card.handed_in_at.isoformat()}),
            "shown": None if card.is_public else card.party.cards.public().first(),
        }


def _decide(card: PartyCard, answer: dict[str, Any], *, by: Any) -> str:
    if answer["answer"] == DecisionForm.SHOW:
        approve_card(card, seen=answer["seen"], by=by)
        return _("De kaart staat op de site. Wie haar inleverde, krijgt een mail.")
    if answer["answer"] == DecisionForm.NOT_YET:
        refuse_card(card, seen=answer["seen"], remark=answer["remark"], by=by)
        return _("De kaart gaat terug. Wie haar inleverde, krijgt een mail.")
    remove_card(card, by=by)
    return _("De kaart is weg.")


class PartyCardViewSet(AdministratorViewSet):
    """Nobody writes in another's name: an administrator only says whether a card goes on the site."""

    model = PartyCard
    name = "admin_party_cards"
    url_prefix = "beheer/kaarten-van-partijen"
    icon = "form"
    menu_label = gettext_lazy("Kaarten van partijen")
    menu_order = 66
    menu_hook = ELECTIONS
    verbs = frozenset({"view"})
    index_view_class = PartyCardIndexView
    inspect_view_class = PartyCardInspectView
    list_display = [
        TitleColumn(
            "party",
            label=gettext_lazy("Partij"),
            accessor="party.name",
            sort_key="party__name",
            get_url=lambda card: reverse("admin_party_cards:inspect", args=[card.pk]),
        ),
        Column("body", label=gettext_lazy("Bestuur"), accessor="party.body"),
        Column("state", label=gettext_lazy("Stand"), accessor="get_state_display", sort_key="state"),
        DayColumn("handed_in_at", label=gettext_lazy("Ingeleverd"), sort_key="handed_in_at"),
        DayColumn("confirmed_at", label=gettext_lazy("Klopt volgens de partij op"), sort_key="confirmed_at"),
    ]
    list_filter = ["state"]
    search_fields = ["party__name", "party__body__name"]
    ordering = ["-handed_in_at", "-pk"]
    form_fields: list[str] = []


class PartyIndexView(AdministratorIndexView):
    related = ("body",)
    page_title = gettext_lazy("Partijen")


class PartyInspectView(AdministratorInspectView):
    page_title = gettext_lazy("Partij")
    template_name = "elections/desk/party.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        party: Party = self.object
        return {
            **super().get_context_data(**kwargs),
            "party": party,
            "listed": party.listed.select_related("body_election").order_by("-body_election__election_day")[
                :MOST_ELECTIONS
            ],
            "cards": [(card, reverse("admin_party_cards:inspect", args=[card.pk])) for card in party.cards.all()[:20]],
        }


class PartyViewSet(AdministratorViewSet):
    """Read from the official lists, never written by hand."""

    model = Party
    name = "admin_parties"
    url_prefix = "beheer/partijen"
    icon = "group"
    menu_label = gettext_lazy("Partijen")
    menu_order = 67
    menu_hook = ELECTIONS
    verbs = frozenset({"view"})
    index_view_class = PartyIndexView
    inspect_view_class = PartyInspectView
    list_display = ["name", Column("body", label=gettext_lazy("Bestuur"), accessor="body", sort_key="body__name")]
    list_filter = ["body__kind"]
    search_fields = ["name", "body__name", "body__alias"]
    ordering = ["name", "body__name"]
    form_fields: list[str] = []


SCREENS = (PartyCardViewSet, PartyViewSet)
