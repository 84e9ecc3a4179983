from home.models.base_page import BasePage
from home.models.campaign_count import CampaignCount
from home.models.campaign_page import CampaignIndexPage, CampaignPage
from home.models.home_page import HomePage
from home.models.standard_page import StandardPage

__all__ = ["BasePage", "CampaignCount", "CampaignIndexPage", "CampaignPage", "HomePage", "StandardPage"]
