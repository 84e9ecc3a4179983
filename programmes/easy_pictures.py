"""The uploaded pictures of a page in easy language, with the size in which they are shown fetched in one query."""

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model

SHOWN_AS = "fill-272x272"  # as templates/components/easy_read_row.html asks for them


def fetch_renditions(easy: StreamValue) -> None:
    """Without uploaded pictures it asks nothing."""
    shown = [row["picture"] for part in easy for row in part.value["rows"] if row.get("picture")]
    if shown:
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec=SHOWN_AS)
        prefetch_related_objects(shown, Prefetch("renditions", renditions, to_attr="prefetched_renditions"))
