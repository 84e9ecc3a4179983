"""What is counted of a campaign: each visit, and each account that came of one."""

from home.models.campaign_count import CampaignCount
from lifecycle.counting import add_one, add_where_known


def count_visit(source: str) -> None:
    """Of a campaign that has a page: its counter is made at the first visit."""
    add_one(CampaignCount, "visits", source=source)


def count_sign_up(source: str) -> None:
    """settings.AFTER_SIGN_UP. Anybody can type a word into an address: what no campaign is called is not counted."""
    add_where_known(CampaignCount, "sign_ups", source=source)
