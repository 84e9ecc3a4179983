"""Pictures of pages, where no web server stands before this one (development and demo)."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

from people.access import public


@public
def serve_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """Only renditions: originals may be larger, older or withdrawn, and documents have a door of their own.

    The folder itself is the root, so that no `..` in the address leads to its neighbours.
    """
    return serve(request, path, document_root=str(Path(settings.MEDIA_ROOT) / "images"))
