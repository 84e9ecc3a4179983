"""Small files that machines look for at fixed addresses."""

from datetime import UTC, timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.models import Page

from home.addresses import NOT_FOR_CRAWLERS
from people.access import public
from people.languages import in_language

# Public pages that are made from facts and not written in the CMS.
FROM_FACTS = ["/agenda/", "/organisaties/", "/programmawijzer/", "/verkiezingen/"]
VALID = timedelta(days=180)


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *"]
    lines += [f"Disallow: {in_language(path, code)}" for code, _name in settings.LANGUAGES for path in NOT_FOR_CRAWLERS]
    lines += ["", f"Sitemap: {settings.SITE_ADDRESS}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness. Expires is a rolling date, since the page behind it is kept."""
    today = timezone.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {(today + VALID).strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_ADDRESS}/.well-known/security.txt",
        f"Policy: {settings.SITE_ADDRESS}/kwetsbaarheid-melden/",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


class WrittenPages(WagtailSitemap):
    def items(self) -> QuerySet[Page]:
        """Of every language: the home pages of other languages stand beside the site's own."""
        root = self.get_wagtail_site().root_page
        trees = Q()
        for top in root.get_translations(inclusive=True):
            trees |= Q(path__startswith=top.path)
        return Page.objects.filter(trees).live().public().order_by("path").defer_streamfields().specific()


class FactPages(Sitemap):
    def items(self) -> list[str]:
        return [in_language(path, code) for path in FROM_FACTS for code, _name in settings.LANGUAGES]

    def location(self, item: str) -> str:
        return item

    def get_domain(self, site: object = None) -> str:
        return settings.SITE_ADDRESS.partition("://")[2]


@public
@require_safe
def site_map(request: HttpRequest) -> HttpResponseBase:
    return sitemap(request, sitemaps={"written": WrittenPages, "facts": FactPages()})
