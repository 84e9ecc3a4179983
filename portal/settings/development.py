"""For developers: secrets made at first start, a local database, mail in files."""

import os
from pathlib import Path

from portal.settings import strictness
from portal.settings.local_secrets import load_or_make

_root = Path(__file__).resolve().parent.parent.parent
load_or_make(_root / "var")
strictness.loosened = True  # http on localhost, secrets in a file: fine here

from portal.settings.production import *  # noqa: E402, F403
from portal.settings.production import VAR_DIR  # noqa: E402

DEBUG = os.environ.get("DEBUG") == "1"  # off: error pages are part of the product, see them as others do
SERVE_IMAGES = True  # no web server stands before this one
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # nor a proxy
SECURE_SSL_REDIRECT = False  # plain http on localhost
SECURE_HSTS_SECONDS = 0  # never pin localhost to https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # plain http on localhost
TRIAL_DATA = True  # invented people are welcome here
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"  # one reads the code in /demo/post/
EMAIL_FILE_PATH = VAR_DIR / "mail"
