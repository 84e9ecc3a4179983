"""Development with the demo: invented people, and signing in as one of them with a press."""

from portal.settings.development import *  # noqa: F403

DEMO_MODE = True
