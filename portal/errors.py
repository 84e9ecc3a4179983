"""Pages for refusals that are no exception of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429, named in portal.urls: allauth answers with it when someone asks for too much too soon."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "300"
    return response
