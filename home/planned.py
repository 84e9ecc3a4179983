"""The clock of pages: what an editor planned to go live or to end, done by the worker when it is time."""

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision


def keep_planned() -> int:
    """How many pages went live or ended. Their signals purge the kept pages."""
    now = timezone.now()
    ending = Page.objects.filter(live=True, expire_at__lt=now).count()
    beginning = Revision.objects.filter(approved_go_live_at__lt=now).count()
    if ending or beginning:
        call_command("publish_scheduled")
    return ending + beginning
