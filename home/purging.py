"""When Wagtail's own acts make kept pages stale. Acts of our own call `home.page_cache.purge()`."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.page_cache import purge


@receiver([page_published, page_unpublished, page_slug_changed, post_page_move])
def purge_for_page(**kwargs: object) -> None:
    """A page that is deleted while it is live is unpublished first."""
    purge()


@receiver(post_save, sender=ModelLogEntry)
@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver([post_save, post_delete], sender=Redirect)
@receiver([post_save, post_delete], sender=Site)
def purge_for_what_pages_show(**kwargs: object) -> None:
    """Whatever else an editor saves in /cms/ (an organisation, an event, a picture) leaves a line in a log."""
    purge()
