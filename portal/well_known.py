"""Small files that machines look for at fixed addresses."""

from datetime import UTC, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.addresses import NOT_FOR_CRAWLERS
from people.access import public
from people.languages import in_language
from portal.site_map import urls

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


@public
@require_safe
def site_map(request: HttpRequest) -> HttpResponseBase:
    return render(request, "sitemap.xml", {"urlset": urls()}, content_type="application/xml")
