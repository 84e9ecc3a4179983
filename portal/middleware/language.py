"""The address decides the language: Dutch without a prefix, English under /en/."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class AddressLanguageMiddleware(LocaleMiddleware):
    """Without the browser's wish, so that one address is one page for everyone (and for the page cache)."""

    def process_request(self, request: HttpRequest) -> None:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        names = [name.strip() for name in response.get("Vary", "").split(",")]
        kept = [name for name in names if name and name.lower() != "accept-language"]
        del response["Vary"]
        if kept:
            patch_vary_headers(response, kept)
        return response
