"""All addresses. Dutch without a prefix, English under /en/; the CMS, health and demo have one address only."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="health_live"),
    path("cms/", include("portal.side_doors")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEMO_MODE:
    urlpatterns.append(path("demo/", include("portal.demo.urls")))

urlpatterns += i18n_patterns(
    path("account/", include("allauth.urls")),
    path("", include("people.urls")),
    path("", include("programmes.urls")),
    path("", include("elections.urls")),
    path("", include("outcomes.urls")),
    path("", include("search.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
