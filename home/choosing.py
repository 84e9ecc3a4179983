"""Which pages the page chooser of the CMS may name to whom."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, PageQuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy


def choosable_pages(user: Any) -> PageQuerySet:
    """What everyone can read, and what this person works on; a draft of others has no name here."""
    own = PagePermissionPolicy().explorable_instances(user).values("pk")
    public = Page.objects.live().public().values("pk")
    return Page.objects.filter(Q(pk__in=public) | Q(pk__in=own))


def only_choosable(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    return pages.filter(pk__in=choosable_pages(request.user).values("pk"))
