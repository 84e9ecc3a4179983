"""The administrator's screens in /cms/: opened by the role, and gathered under few items of the menu.

No group of permissions has to be kept in step, and a superuser is nobody here. An app of a higher floor
takes `AdministratorViewSet`, says which `verbs` it knows, and registers it in its wagtail_hooks.py.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from people.models import User
from people.roles import is_administrator

MENU = "register_administration_item"
"""The hook by which a screen hangs its item under "Beheer"."""
COUNTS = "register_counts_item"
"""The same for "Tellingen"."""

DOORS = {"add": "add", "change": "edit", "delete": "delete", "view": "inspect"}


class AdministrationMenu(SubmenuMenuItem):
    """Asked once for the whole of it, not for each screen."""

    def __init__(self, label: Any, hook: str, **kwargs: Any) -> None:
        super().__init__(label, Menu(register_hook_name=hook), **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return is_administrator(request.user)


class AdministratorsPolicy(BasePermissionPolicy):
    """Wagtail's questions about a model, answered by the role and by what its screens can do at all."""

    def __init__(self, model: type[Model], verbs: frozenset[str]) -> None:
        super().__init__(model)
        self.verbs = verbs

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.verbs and is_administrator(user)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return bool(self.verbs & set(actions)) and is_administrator(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        """Nobody is listed: who may is a question about one person at a time."""
        return User.objects.none()


class ForAdministrators:
    """For others there is nothing here. Asked once; after that each button only asks which verbs there are."""

    permission_policy: AdministratorsPolicy
    FORMATS = ()  # no list becomes a file by an address: what leaves the desk has its own door

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_administrator(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def user_has_permission(self, permission: str) -> bool:
        return permission in self.permission_policy.verbs

    def user_has_any_permission(self, permissions: Iterable[str]) -> bool:
        return bool(self.permission_policy.verbs & set(permissions))

    def user_has_permission_for_instance(self, permission: str, instance: Model) -> bool:
        return self.user_has_permission(permission)


class AdministratorIndexView(ForAdministrators, generic.IndexView):
    any_permission_required = ["add", "change", "delete", "view"]
    related: tuple[str, ...] = ()
    """What the columns show of other tables, so that a row costs no question more."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related(*self.related)


class AdministratorCreateView(ForAdministrators, generic.CreateView):
    def get_success_buttons(self) -> list[Any]:
        return super().get_success_buttons() if self.user_has_permission("change") else []


class AdministratorEditView(ForAdministrators, generic.EditView):
    pass


class AdministratorDeleteView(ForAdministrators, generic.DeleteView):
    pass


class AdministratorInspectView(ForAdministrators, generic.InspectView):
    pass


class AdministratorViewSet(ModelViewSet):
    """A list, and a door for each of `verbs`; no door more."""

    verbs = frozenset({"add", "change"})
    menu_hook = MENU
    menu_item_class = MenuItem
    index_view_class = AdministratorIndexView
    add_view_class = AdministratorCreateView
    edit_view_class = AdministratorEditView
    delete_view_class = AdministratorDeleteView
    inspect_view_class = AdministratorInspectView
    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50

    @property
    def permission_policy(self) -> AdministratorsPolicy:
        return AdministratorsPolicy(self.model, self.verbs)

    @property
    def inspect_view_enabled(self) -> bool:
        return "view" in self.verbs

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        """Without links to doors that are not there."""
        return super().construct_view(view_class, **{**kwargs, "history_url_name": None, "usage_url_name": None})

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = {"index", "index_results", *(DOORS[verb] for verb in self.verbs)}
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]


class CounterViewSet(AdministratorViewSet):
    """Counters (lifecycle.counting): to read only, since they count themselves; exact, since they know nobody."""

    verbs = frozenset({"view"})
    menu_hook = COUNTS
    form_fields: list[str] = []

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(**kwargs) | {"page_title": self.menu_label}
