"""Some screens of the CMS name whatever number is in their address. Here they name only what this person may see."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page

from home.choosing import choosable_pages


class ForeignTitlesMiddleware:
    """Choosers that are asked for one thing, and bulk actions, which list what one may not touch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/cms/bulk/") and _lists_foreign(response):
            raise Http404
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == "wagtailadmin_choose_page_child":
            _refuse_foreign([kwargs["parent_page_id"]], Page.objects.all(), choosable_pages(request.user))
        elif name == "wagtailadmin_choose_page_chosen_multiple":
            _refuse_foreign(request.GET.getlist("id"), Page.objects.all(), choosable_pages(request.user))
        elif name == "wagtailimages_chooser:select_format":
            own = image_policy.instances_user_has_any_permission_for(request.user, ["choose", "change"])
            _refuse_foreign([kwargs["image_id"]], get_image_model().objects.all(), own)


def _refuse_foreign(asked: list[Any], every: QuerySet, own: QuerySet) -> None:
    numbers = [int(number) for number in asked if str(number).isdecimal()]
    if every.filter(pk__in=numbers).exclude(pk__in=own.values("pk")).exists():
        raise Http404


def _lists_foreign(response: HttpResponse) -> bool:
    """What one may edit, though not do this with, stands there with its reason; anything else does not exist."""
    context = getattr(response, "context_data", None) or {}
    listed = context.get("items_with_no_access", [])
    return any(not isinstance(found, dict) or not found.get("can_edit") for found in listed)
