"""Wagtail's generic views, kept to what this person may see: a foreign record is a missing one."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

from home.page_cache import purge
from lifecycle.errors import Refused
from programmes import policies


class AtTheDesk:
    """Without a desk there is nothing here."""

    request: HttpRequest
    may_enter = staticmethod(policies.has_a_desk)
    FORMATS = ()  # no list becomes a file by an address: what leaves the desk has its own door

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_enter(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def user_has_permission(self, permission: str) -> bool:
        """Asked above, and `visible_to` says of which records: not again for each button of a list."""
        return True

    def user_has_any_permission(self, permissions: Iterable[str]) -> bool:
        return True


class DeskList(AtTheDesk, generic.IndexView):
    """What people did or asked, a row each; no button makes a file of it."""

    paginate_by = 50
    show_export_buttons = False
    any_permission_required = None  # `may_enter` was asked


class OwnIndexView(AtTheDesk, generic.IndexView):
    related: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet:
        return self.model._default_manager.visible_to(self.request.user).select_related(*self.related)


class PurgingSave:
    """What is saved here shows on public pages."""

    def save_instance(self) -> Any:
        instance = super().save_instance()
        transaction.on_commit(purge)
        return instance


class OwnCreateView(AtTheDesk, PurgingSave, generic.CreateView):
    pass


class OwnEditView(AtTheDesk, PurgingSave, generic.EditView):
    def get_queryset(self) -> QuerySet:
        return self.model._default_manager.visible_to(self.request.user)


class OwnDeleteView(AtTheDesk, generic.DeleteView):
    def get_queryset(self) -> QuerySet:
        return self.model._default_manager.visible_to(self.request.user)

    def delete_action(self) -> None:
        try:
            super().delete_action()
        except ProtectedError:
            raise Refused(_("Dit kan niet weg: er hangt nog iets aan, zoals een pagina of een editie.")) from None
        transaction.on_commit(purge)
