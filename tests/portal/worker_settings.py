"""For a worker in a process of its own: a database file, mail in files, a queue, and messages of the tests."""

import os

from portal.settings.test import *  # noqa: F403
from portal.settings.test import BASE_DIR, DATABASES, TEMPLATES

DATABASES["default"]["OPTIONS"]["timeout"] = 0.2  # so that a locked database is met, not waited for
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ["MAIL_FOLDER"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tests" / "people" / "templates")
LETTERS = ["tests.people.example_letters.neutral", "tests.people.example_letters.stuck"]
SWEEPS = ["tests.portal.worker_settings.fail", "people.letters.send_due"]
DAILY_SWEEPS = ["tests.portal.worker_settings.daily"]


def fail() -> int:
    raise ValueError("yara@example.org is part of this error")


def daily() -> int:
    return 7
