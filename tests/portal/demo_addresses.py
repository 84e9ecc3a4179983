"""All addresses as they are in demo mode."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from portal import urls

urlpatterns = [
    *i18n_patterns(path("demo/", include("portal.demo.urls")), prefix_default_language=False),
    *urls.urlpatterns,
]
handler429 = urls.handler429
