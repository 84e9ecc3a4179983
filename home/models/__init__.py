from home.models.base_page import BasePage
from home.models.home_page import HomePage
from home.models.standard_page import StandardPage

__all__ = ["BasePage", "HomePage", "StandardPage"]
