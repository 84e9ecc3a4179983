"""The pages that say what this site is and how to reach us; most of them are required."""

from portal.content.pages.about.accessibility import ACCESSIBILITY
from portal.content.pages.about.contact import CONTACT
from portal.content.pages.about.cookies import COOKIES
from portal.content.pages.about.glossary import GLOSSARY
from portal.content.pages.about.privacy import PRIVACY
from portal.content.pages.about.this_site import ABOUT_THIS_SITE
from portal.content.pages.about.vulnerability import REPORT_A_WEAKNESS

ABOUT = (ABOUT_THIS_SITE, CONTACT, GLOSSARY, ACCESSIBILITY, PRIVACY, COOKIES, REPORT_A_WEAKNESS)
