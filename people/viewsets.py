"""The administrator's screens for people, organisations and what is said to them."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.journal import record_each
from people import actions, desk_views
from people.administration import (
    MENU,
    AdministratorCreateView,
    AdministratorDeleteView,
    AdministratorIndexView,
    AdministratorViewSet,
)
from people.consent import purposes
from people.desk_columns import DayColumn
from people.desk_forms import ConsentTextForm, RoleForm
from people.models import ConsentText, HelpRecord, Letter, Membership, Organisation
from people.seen import Role, What, note_view


def both(name: str) -> FieldRowPanel:
    """A text in Dutch with the English beside it."""
    return FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])


class OrganisationViewSet(AdministratorViewSet):
    """Made and edited, never deleted: programmes and activities keep pointing at it."""

    model = Organisation
    name = "admin_organisations"
    url_prefix = "beheer/organisaties"
    icon = "group"
    menu_order = 10
    list_display = [
        "name",
        "mail_address",
        BooleanColumn("is_public", label=_("Staat op de site")),
        BooleanColumn("is_example", label=_("Voorbeeldinhoud")),
    ]
    list_filter = ["is_public"]
    search_fields = ["name"]
    ordering = ["name"]
    panels: list[Panel] = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        both("about"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("mail_address")]),
        FieldRowPanel([FieldPanel("is_public"), FieldPanel("is_example")]),
    ]


# Roles ------------------------------------------------------------------------------------------


class MembershipIndexView(AdministratorIndexView):
    related = ("user", "organisation")
    page_title = _("Rollen")
    add_item_label = _("Geef een rol")

    @cached_property
    def columns(self) -> list[Column]:
        person, *others = super().columns
        person.label = _("Naam")
        return [person, *others]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Names on a list are seen too: the person can read that, and the journal knows by whom."""
        context = super().get_context_data(**kwargs)
        memberships = list(context["object_list"])
        persons = {membership.user for membership in memberships}
        note_view(persons, by=self.request.user, role=Role.ADMINISTRATOR, what=What.ACCOUNT)
        record_each(persons, "view", by=self.request.user)
        return context


class MembershipCreateView(AdministratorCreateView):
    page_title = _("Geef een rol")
    page_subtitle = _("Rol")
    submit_button_label = _("Geef deze rol")
    success_message = _("%(object)s: deze rol geldt nu.")

    def save_instance(self) -> Membership:
        return self.form.save()


class MembershipDeleteView(AdministratorDeleteView):
    page_title = _("Neem een rol weg")
    success_message = _("%(object)s: deze rol is weg. Dat geldt meteen.")

    @property
    def confirmation_message(self) -> str:
        said = {"person": self.object.user, "role": self.object.get_role_display(), "where": self.object.organisation}
        return _("%(person)s is nu %(role)s van %(where)s. Wil je deze rol wegnemen? Het account zelf blijft.") % said

    def delete_action(self) -> None:
        actions.take_role(self.object, by=self.request.user)


class MembershipViewSet(AdministratorViewSet):
    """Roles are given and taken, not edited: each is a line in the journal."""

    model = Membership
    name = "admin_roles"
    url_prefix = "beheer/rollen"
    icon = "user"
    menu_label = _("Rollen")
    menu_order = 20
    verbs = frozenset({"add", "delete"})
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    delete_view_class = MembershipDeleteView
    list_display = ["user", Column("email", label=_("E-mailadres"), accessor="user.email"), "organisation", "role"]
    list_filter = ["role", "organisation"]
    search_fields = ["user__name", "user__email", "organisation__name"]
    ordering = ["organisation__name", "user__name", "pk"]

    def get_form_class(self, for_update: bool = False) -> type[RoleForm]:
        return RoleForm


# What is said to people --------------------------------------------------------------------------


def _recheck(record: HelpRecord) -> Any:
    return _("Kijk na, ouder dan 90 dagen") if record.is_stale() else _("In orde")


class HelpRecordViewSet(AdministratorViewSet):
    """What was not looked at for the longest time stands first."""

    model = HelpRecord
    name = "admin_help_records"
    url_prefix = "beheer/hulp"
    icon = "help"
    menu_order = 30
    verbs = frozenset({"add", "change", "delete"})
    list_display = ["name", "audience", "checked_on", Column("stale", label=_("Nakijken"), accessor=_recheck)]
    list_filter = ["audience"]
    search_fields = ["name", "name_en"]
    ordering = ["checked_on", "name"]
    panels: list[Panel] = [
        FieldPanel("checked_on", help_text=_("Heb je gebeld of gekeken of alles nog klopt? Vul dan vandaag in.")),
        both("name"),
        both("text"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("url")]),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldRowPanel([FieldPanel("slug"), FieldPanel("order")])],
            heading=_("Waar het staat"),
        ),
    ]


class ConsentTextCreateView(AdministratorCreateView):
    page_title = _("Nieuwe versie")
    success_message = _("%(object)s staat klaar.")

    def get_initial(self) -> dict[str, Any]:
        """From the list: the text that stands now, to go on from."""
        newest = ConsentText.objects.filter(purpose=self.request.GET.get("doel", "")).order_by("-version").first()
        before = {"purpose": newest.purpose, "text": newest.text, "text_en": newest.text_en} if newest else {}
        return {**super().get_initial(), **before}

    def save_instance(self) -> ConsentText:
        return self.form.save()


def _title(text: ConsentText) -> Any:
    known = purposes().get(text.purpose)
    return known.title if known else text.purpose


class ConsentTextViewSet(AdministratorViewSet):
    """A text is followed up by a next version, never edited: people said yes to what stood there."""

    model = ConsentText
    name = "admin_consent_texts"
    url_prefix = "beheer/toestemmingen"
    icon = "doc-full"
    menu_order = 40
    verbs = frozenset({"add", "view"})
    add_view_class = ConsentTextCreateView
    list_display = ["__str__", Column("title", label=_("Waarvoor"), accessor=_title), "version", "valid_from"]
    ordering = ["purpose", "-version"]
    inspect_view_fields = ["purpose", "version", "valid_from", "text", "text_en"]

    def get_form_class(self, for_update: bool = False) -> type[ConsentTextForm]:
        return ConsentTextForm


# What runs by itself ------------------------------------------------------------------------------


class AgainColumn(Column):
    cell_template_name = "people/desk/again_cell.html"

    def get_cell_context_data(self, instance: Letter, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "request": parent_context.get("request"), "csrf_token": parent_context.get("csrf_token")}


class LetterIndexView(AdministratorIndexView):
    """That a mail failed and how; never to whom it went, nor what was in it."""

    page_title = _("Mails die niet aankwamen")
    results_template_name = "people/desk/letters.html"
    columns = [
        Column("message", label=_("Bericht"), classname="title"),
        DayColumn("written_at", label=_("Geschreven"), sort_key="written_at"),
        Column("fault", label=_("Fout")),
        AgainColumn("again", label=_("Wat nu?")),
    ]

    def get_base_queryset(self) -> QuerySet[Letter]:
        return Letter.objects.given_up()

    @cached_property
    def show_export_buttons(self) -> bool:
        return False


class LetterViewSet(AdministratorViewSet):
    model = Letter
    name = "admin_failed_letters"
    url_prefix = "beheer/mails"
    icon = "mail"
    menu_label = _("Mails die niet aankwamen")
    menu_order = 70
    verbs = frozenset({"view"})
    inspect_view_enabled = False
    form_fields: list[str] = []
    index_view_class = LetterIndexView
    ordering = ["-failed_at"]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("opnieuw/<int:pk>/", desk_views.send_again, name="again")]


class KeepUntilViewSet(ViewSet):
    """Read only: a shorter period is a setting, a longer one is not possible."""

    name = "admin_keep_until"
    url_prefix = "beheer/bewaartermijnen"
    icon = "history"
    menu_label = _("Bewaartermijnen")
    menu_order = 80
    menu_hook = MENU

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", desk_views.keep_until, name="index")]


SCREENS = (
    OrganisationViewSet,
    MembershipViewSet,
    HelpRecordViewSet,
    ConsentTextViewSet,
    LetterViewSet,
    KeepUntilViewSet,
)
