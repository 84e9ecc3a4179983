"""For pytest: no secrets on disk, nothing kept, and what is slow by design made quick."""

import os
import tempfile

from portal.settings import strictness

os.environ.update(
    SECRET_KEY="for-tests-only-" + "x" * 50,
    FIELD_KEYS="MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    ROUNDING_SECRET="00" * 32,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SITE_ADDRESS="http://localhost:8000",
    MAIL_FROM="Op de lijst <post@opdelijst.example.org>",
    EMAIL_URL="memorymail://",
)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
strictness.loosened = True  # the values above are known to everyone

from portal.settings.production import *  # noqa: E402, F403
from portal.settings.production import BASE_DIR, DATABASES  # noqa: E402

SECURE_SSL_REDIRECT = False  # the test client speaks http
SECURE_HSTS_SECONDS = 0  # as in development
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # the test client stands before nothing
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the test client speaks http
TRIAL_DATA = True  # people of tests are invented
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, never for real
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing left behind
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},  # no manifest needed
}
STATICFILES_DIRS = [path for path in [BASE_DIR / "build" / "static"] if path.exists()]
MEDIA_ROOT = tempfile.gettempdir()
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}  # no worker runs
ACCOUNT_RATE_LIMITS = False  # one test after another signs up from the same address

if _kept := os.environ.get("ODL_TEST_DB"):  # a file of one's own, kept between local runs
    DATABASES["default"]["TEST"] = {"NAME": _kept}
elif _template := os.environ.get("ODL_TEST_TEMPLATE"):  # on PostgreSQL: a database that was migrated once, for all
    DATABASES["default"]["TEST"] = {"TEMPLATE": _template}
