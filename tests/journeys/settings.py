"""The demo as journeys run it: everything it writes lies in one folder of the run, and its clock can be moved.

JOURNEY_FOLDER=/tmp/… PORT=… DJANGO_SETTINGS_MODULE=tests.journeys.settings
"""

import os
from pathlib import Path

FOLDER = Path(os.environ["JOURNEY_FOLDER"])

os.environ.update(
    SECRET_KEY="for-journeys-only-" + "x" * 50,
    FIELD_KEYS="MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    ROUNDING_SECRET="00" * 32,
    DATABASE_URL=f"sqlite:///{FOLDER / 'portal.sqlite3'}",
    ALLOWED_HOSTS="localhost,127.0.0.1",
    SITE_ADDRESS=f"http://localhost:{os.environ.get('PORT', '8000')}",
    MAIL_FROM="Op de lijst <post@opdelijst.example.org>",
)

from portal.settings.demo import *  # noqa: E402, F403
from portal.settings.demo import CACHES, MIDDLEWARE, STORAGES, SWEEPS  # noqa: E402
from tests.journeys import clock  # noqa: E402

VAR_DIR = FOLDER
STATIC_ROOT = FOLDER / "static"
MEDIA_ROOT = FOLDER / "media"
EMAIL_FILE_PATH = FOLDER / "mail"
for _name, _cache in CACHES.items():
    _cache["LOCATION"] = FOLDER / "cache" / _name
# Straight from the folders: compressing the CMS's files takes longer than all journeys together.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
ACCOUNT_RATE_LIMITS = False  # one journey after another signs up from the same address

clock.FILE = FOLDER / "clock"
MIDDLEWARE.insert(0, "tests.journeys.clock.MovedClockMiddleware")
SWEEPS.insert(0, "tests.journeys.clock.follow")
