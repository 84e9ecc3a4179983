from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from portal.set_up.report import Report


def lay_locales(report: Report) -> dict[str, Locale]:
    """The languages of the site, by code."""
    found: dict[str, Locale] = {}
    for code, _name in settings.LANGUAGES:
        found[code], made = Locale.objects.get_or_create(language_code=code)
        report.made("locales", made)
    return found


def lay_site(root: Page, report: Report) -> Site:
    """One site, at the address of this installation, whose root is the Dutch home page; Wagtail's welcome page goes."""
    address = urlsplit(settings.SITE_ADDRESS)
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
        "root_page_id": root.pk,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    changed = [name for name, value in wanted.items() if getattr(site, name) != value]
    if changed:
        for name in changed:
            setattr(site, name, wanted[name])
        site.save()
        report.made("site")
    _remove_welcome_page()
    Site.clear_site_root_paths_cache()
    return site


def _remove_welcome_page() -> None:
    """The page Wagtail makes at its first migration: a bare Page, which no editor of ours can make."""
    for page in Page.objects.filter(depth=2, content_type__app_label="wagtailcore", content_type__model="page"):
        page.delete()
