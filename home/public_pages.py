"""Pages that everyone may read, told in the query itself: Wagtail's `public()` asks for the closed parts beforehand."""

from typing import TypeVar

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def for_everyone(pages: Pages) -> Pages:
    """Without those that stand in a closed part of the tree, or are closed themselves."""
    begins_with = Substr(OuterRef("path"), 1, Length("page__path"))
    return pages.filter(~Exists(PageViewRestriction.objects.filter(page__path=begins_with)))
