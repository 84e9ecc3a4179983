"""What an action raises becomes a page that says what happened and what helps."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lifecycle.errors import IllegalMove, Refused


class PlainErrorsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            # An address behind a button, opened by itself: after logging in again, say, or from history.
            page = render(request, "405.html", status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, IllegalMove):
            return render(request, "409.html", status=409)
        if isinstance(error, Refused):
            return render(request, "409.html", {"text": error.text}, status=409)
        return None
