"""The site, with the room of tests/people/example_pages.py beside it."""

from django.urls import path

from portal.urls import urlpatterns as site
from tests.people import example_pages

urlpatterns = [
    path("voorbeeld/adres/", example_pages.ask),
    path("voorbeeld/code/", example_pages.confirm),
    path("voorbeeld/", example_pages.known),
    *site,
]
