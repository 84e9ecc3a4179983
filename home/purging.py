"""When Wagtail's own acts make kept pages stale. Acts of our own call `home.page_cache.purge()`."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.page_cache import purge


@receiver([page_published, page_unpublished, page_slug_changed, post_page_move])
def purge_for_page(**kwargs: object) -> None:
    """Also what a clock publishes. A page that is deleted while it is live is unpublished first."""
    purge()


@receiver([post_save, post_delete], sender=PageViewRestriction)
def purge_for_restriction(**kwargs: object) -> None:
    """A page that is closed to the public is gone at once. Its form answers in a window, without a redirect."""
    purge()
