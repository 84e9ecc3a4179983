"""Pictures of pages, where no web server stands before this one (development and demo)."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

from people.access import public


@public
def serve_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """Only renditions: originals may be larger, older or withdrawn, and documents have a door of their own."""
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
