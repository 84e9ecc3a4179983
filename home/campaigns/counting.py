"""One UPDATE a visit, so that two who come at once are both counted."""

from django.db.models import F

from home.models.campaign_count import CampaignCount


def count_visit(source: str) -> None:
    """Of a campaign that has a page: its counter is made at the first visit."""
    if not _add(source, "visits"):
        CampaignCount.objects.bulk_create([CampaignCount(source=source)], ignore_conflicts=True)
        _add(source, "visits")


def count_sign_up(source: str) -> None:
    """settings.AFTER_SIGN_UP. Anybody can type a word into an address: what no campaign is called is not counted."""
    _add(source, "sign_ups")


def _add(source: str, counter: str) -> int:
    return CampaignCount.objects.filter(source=source).update(**{counter: F(counter) + 1})
