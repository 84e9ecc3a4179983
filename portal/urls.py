"""All addresses. Dutch without a prefix, English under /en/; the CMS, health and machines' files have one address."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home import serving
from portal import health, images, side_doors, well_known

handler429 = "portal.errors.too_many_requests"

urlpatterns = [
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="health_live"),
    path("robots.txt", well_known.robots, name="robots"),
    path("sitemap.xml", well_known.site_map, name="sitemap"),
    path(".well-known/security.txt", well_known.security, name="security_txt"),
    path("cms/", include(side_doors.cms)),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(side_doors.documents)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.SERVE_IMAGES:
    urlpatterns.append(re_path(r"^media/images/(?P<path>.+)$", images.serve_image))

demo = [path("demo/", include("portal.demo.urls"))] if settings.DEMO_MODE else []
urlpatterns += i18n_patterns(
    *demo,
    path("account/", include("people.account_urls")),
    path("", include("people.urls")),
    path("", include("programmes.urls")),
    path("", include("programmes.safety.urls")),
    path("", include("elections.urls")),
    path("", include("mentoring.urls")),
    path("", include("outcomes.urls")),
    path("", include("search.urls")),
    path("", include(side_doors.pages)),
    re_path(wagtail_urls.serve_pattern, serving.page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
