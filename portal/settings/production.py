"""The strict base. Development, demo and test loosen it line by line, each with its reason.

Secrets and addresses come from the environment; without them nothing starts.
"""

import os
from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.settings import strictness
from portal.settings.accounts import *  # noqa: F403  how people sign in
from portal.settings.wiring import *  # noqa: F403  the lists by which floors reach upward

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
strictness.refuse_loose_switches(os.environ)

DEBUG = False
DEMO_MODE = False
TRIAL_DATA = False  # whether commands may write invented people
SECRET_KEY = env("SECRET_KEY")
# Encrypted columns: newest key first, older ones only read (Fernet keys, comma separated).
FIELD_KEYS = env.list("FIELD_KEYS")
# Rounds published figures; must never change, or the same people give another number.
ROUNDING_SECRET = env("ROUNDING_SECRET")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_ADDRESS = env("SITE_ADDRESS")  # https://… , used in mail
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
# Where someone reports a weakness: a mailto: or https: address, in /.well-known/security.txt.
SECURITY_CONTACT = env("SECURITY_CONTACT", default=f"{SITE_ADDRESS}/kwetsbaarheid-melden/")

INSTALLED_APPS = [
    "portal",
    "search",
    "outcomes",
    "mentoring",
    "programmes",
    "elections",
    "home",
    "people",
    "lifecycle",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.locales",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "home.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.language.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "people.middleware.DemandMfaMiddleware",
    "portal.middleware.desk.DeskDoorMiddleware",
    "portal.middleware.foreign_titles.ForeignTitlesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.errors.PlainErrorsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database -----------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers queue instead of failing half-way; readers never wait for a writer.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    )
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Caches -------------------------------------------------------------------------------------
_redis = env("CACHE_URL", default="")
# Rate limits count in the first: with Django's own limit of 300, asking for more would push a count out.
_most_entries = {"default": 20_000, "pages": 5000}
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _redis, "KEY_PREFIX": name}
    if _redis
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache" / name,
        "OPTIONS": {"MAX_ENTRIES": most},
    }
    for name, most in _most_entries.items()
}

# Pages for visitors, kept by home.page_cache: by these parameters (few values each), afresh with any other.
PAGE_CACHE_PARAMETERS: list[str] = [
    "pagina",
    "voor",
    "ambt",
    "waar",
    "vorm",
    "open",
    "bron",
    "onderwerp",
    "stap",
    "wie",
]
PAGE_CACHE_SECONDS = 60 * 60
PAGE_CACHE_NEVER = [
    "/account/",
    "/aanmelden/",
    "/antwoord/",
    "/bel-mij/",
    "/campagne/",
    "/cijfers/",
    "/cms/",
    "/collega-worden/",
    "/demo/",
    "/documents/",
    "/gevraagd/",
    "/gesproken/",
    "/health/",
    "/laat-het-me-weten/",
    "/media/",
    "/meehelpen/",
    "/mijn/",
    "/static/",
    "/uitnodiging/",
    "/vraag-iemand/kaart/",
    "/vragenlijst/",
    "/verkiezingen/kaart/",
    "/voor-partijen/boeken/",
]

# Accounts -----------------------------------------------------------------------------------
# What is the same on every server stands in portal/settings/accounts.py.
# How many proxies of ours stand before this server; more, and a visitor could choose the address we count.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)
ACCOUNT_DEFAULT_HTTP_PROTOCOL = SITE_ADDRESS.partition(":")[0]

SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Headers ------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # but for previews in /cms/: portal.middleware.headers
CONTENT_SECURITY_POLICY = {
    # The CMS gets a policy of its own in portal.middleware.headers; django-csp would send none.
    "EXCLUDE_URL_PREFIXES": ["/cms/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# Language, time -----------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# Files --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "build" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
SERVE_IMAGES = False  # the web server does
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page in the CMS has thousands: each word of the list is four

# Mail ---------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("MAIL_FROM")
vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 10  # seconds for each answer: codes are mailed while someone waits for a page

# Background work ------------------------------------------------------------------------------
# Shorter periods than the privacy page promises: {"journal": timedelta(days=365)}; longer ones are not heard.
KEEP_UNTIL: dict[str, timedelta] = {}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Wagtail ------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Op de lijst"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # a small file can unfold into gigabytes
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.pictures.PictureForm"  # without where and when it was taken
WAGTAIL_FINISH_WORKFLOW_ACTION = "programmes.editing.publishing.publish_approved"
# A save of its own, each half second, crosses the press of a button: "a newer version, in another window".
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILADMIN_COMMENTS_ENABLED = False  # versions and the log keep them, also when their writer is erased
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.pictures.PaperForm"
MOST_BYTES_OF_A_DOCUMENT = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "csv"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "portal.quiet_log.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Two lines for each page that is saved, and one for each address that is nowhere, would hide what matters.
    "loggers": {
        "weasyprint": {"level": "ERROR"},  # its steps, and pieces of what stands in a file
        "wagtail": {"level": "WARNING"},  # its lines hold the titles of pages, so also what a teller took back
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
    },
}

strictness.refuse_weak_settings(globals())
