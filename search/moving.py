"""Where something was found before leads to where it is now. Wagtail does this for its pages; this for all else."""

from collections.abc import Iterable

from wagtail.contrib.redirects.models import Redirect


def lead_on(moves: Iterable[tuple[str, str]]) -> None:
    """(old address, new address); what led to the old one leads to the new one too, and nothing to itself."""
    for old, new in moves:
        before, now = _without_place(old), _without_place(new)
        if before == now:
            continue
        Redirect.objects.filter(old_path=Redirect.normalise_path(now)).delete()
        Redirect.objects.filter(redirect_link=before).update(redirect_link=now)
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(before),
            site=None,
            redirect_page=None,
            defaults={"redirect_link": now, "is_permanent": True, "automatically_created": True},
        )


def _without_place(url: str) -> str:
    """Without what stands behind #: a browser does not send it."""
    return url.partition("#")[0]
