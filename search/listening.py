"""When Wagtail's own acts change what can be found. What else changes, the worker sees (indexing.keep_up)."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from search.indexing import forget, look_again


@receiver(page_published)
def learn_page(instance: Page, **kwargs: Any) -> None:
    look_again([instance])


@receiver(page_unpublished)
def forget_page(instance: Page, **kwargs: Any) -> None:
    """Also one that is deleted: at that moment its row still says that it is live."""
    forget([instance])


@receiver([page_slug_changed, post_page_move])
def look_at_branch(instance: Page, **kwargs: Any) -> None:
    _look_below(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def look_at_closed_branch(instance: PageViewRestriction, **kwargs: Any) -> None:
    _look_below(instance.page)


def _look_below(page: Page) -> None:
    look_again(list(page.get_descendants(inclusive=True).specific()))
