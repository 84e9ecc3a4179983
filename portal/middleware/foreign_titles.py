"""Some screens of the CMS name whatever number is in their address. Here they name only what this person may see."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from home.choosing import choosable_pages


def _own_pages(user: Any) -> QuerySet:
    return PagePermissionPolicy().explorable_instances(user)


def _own_pictures(user: Any) -> QuerySet:
    return image_policy.instances_user_has_any_permission_for(user, ["choose", "change"])


def _own_papers(user: Any) -> QuerySet:
    return document_policy.instances_user_has_any_permission_for(user, ["choose", "change"])


# Screens about one thing, by Wagtail's namespace or name: which arguments name it, and what is one's own. Most ask for
# rights themselves; some first say in a message which title is not in moderation, and so of which draft.
OF_ONE: dict[str, tuple[tuple[str, ...], Callable[[Any], QuerySet]]] = {
    "wagtailadmin_pages": (("page_id", "page_to_move_id", "parent_page_id", "destination_id"), _own_pages),
    "wagtailadmin_explore": (("parent_page_id",), _own_pages),
    "wagtailadmin_explore_results": (("parent_page_id",), _own_pages),
    "wagtailimages": (("image_id",), _own_pictures),
    "wagtaildocs": (("document_id",), _own_papers),
}

# Tell of every picture and paper to whoever has a desk; no screen of ours or Wagtail's asks them.
CLOSED = {"wagtailadmin_api:images", "wagtailadmin_api:documents"}


class ForeignTitlesMiddleware:
    """Screens that are asked for one thing, and bulk actions, which list what one may not touch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/cms/bulk/") and _lists_foreign(response):
            raise Http404
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if match and match.namespace in CLOSED:
            raise Http404
        if match and (match.namespace in OF_ONE or name in OF_ONE):
            _refuse_what_is_not_own(request, name if name in OF_ONE else match.namespace, kwargs)
        if name == "wagtailadmin_choose_page_child":
            _refuse_foreign([kwargs["parent_page_id"]], Page.objects.all(), choosable_pages(request.user))
        elif name == "wagtailadmin_choose_page_chosen_multiple":
            _refuse_foreign(request.GET.getlist("id"), Page.objects.all(), choosable_pages(request.user))
        elif name == "wagtailimages_chooser:select_format":
            own = image_policy.instances_user_has_any_permission_for(request.user, ["choose", "change"])
            _refuse_foreign([kwargs["image_id"]], get_image_model().objects.all(), own)


def _refuse_what_is_not_own(request: HttpRequest, screens: str, kwargs: dict[str, Any]) -> None:
    names, own = OF_ONE[screens]
    asked = [kwargs[name] for name in names if name in kwargs]
    if asked:
        found = own(request.user)
        _refuse_foreign(asked, found.model._default_manager.all(), found)


def _refuse_foreign(asked: list[Any], every: QuerySet, own: QuerySet) -> None:
    numbers = [int(number) for number in asked if str(number).isdecimal()]
    if every.filter(pk__in=numbers).exclude(pk__in=own.values("pk")).exists():
        raise Http404


def _lists_foreign(response: HttpResponse) -> bool:
    """What one may edit, though not do this with, stands there with its reason; anything else does not exist."""
    context = getattr(response, "context_data", None) or {}
    listed = context.get("items_with_no_access", [])
    return any(not isinstance(found, dict) or not found.get("can_edit") for found in listed)
