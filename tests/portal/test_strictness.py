"""Production refuses to start half-open; each refusal is one clear line."""

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def like_a_secret(name: str) -> bytes:
    """64 bytes without a pattern, and the same in each process: a test's name may hold them."""
    return hashlib.sha512(name.encode()).digest()


GOOD = {
    "SECRET_KEY": base64.urlsafe_b64encode(like_a_secret("key")).decode(),
    "FIELD_KEYS": base64.urlsafe_b64encode(like_a_secret("fields")[:32]).decode(),
    "ROUNDING_SECRET": like_a_secret("rounding").hex(),
    "ALLOWED_HOSTS": "opdelijst.nl",
    "SITE_ADDRESS": "https://opdelijst.nl",
    "MAIL_FROM": "Op de lijst <post@opdelijst.nl>",
    "EMAIL_URL": "smtp://localhost:25",
    "DATABASE_URL": "sqlite:////nonexistent/portal.sqlite3",
}


def start(changes: dict[str, str | None], *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**GOOD, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **changes}
    return subprocess.run(
        [sys.executable, "-W", "ignore", *(arguments or ("-c", "import django; django.setup()"))],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **{name: value for name, value in environment.items() if value is not None}},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_production_starts_with_all_it_needs():
    assert start({}).returncode == 0


REFUSED: list[tuple[dict[str, str | None], str]] = [
    *(({name: None}, name) for name in GOOD),
    ({"DEMO_MODE": "1"}, "DEMO_MODE"),
    ({"DEMO_MODE": "true"}, "DEMO_MODE"),
    ({"DEBUG": "1"}, "DEBUG"),
    ({"MFA_TOTP_INSECURE_BYPASS_CODE": "123456"}, "MFA_TOTP_INSECURE_BYPASS_CODE"),
    ({"SECRET_KEY": "short"}, "SECRET_KEY"),
    ({"SECRET_KEY": "x" * 60}, "SECRET_KEY"),
    ({"SECRET_KEY": "django-insecure-" + GOOD["SECRET_KEY"]}, "SECRET_KEY"),
    ({"SECRET_KEY": "for-tests-only-" + "x" * 50}, "SECRET_KEY"),
    ({"ROUNDING_SECRET": "00" * 32}, "ROUNDING_SECRET"),
    ({"ROUNDING_SECRET": GOOD["SECRET_KEY"]}, "ROUNDING_SECRET"),
    ({"FIELD_KEYS": "no-key"}, "FIELD_KEYS"),
    ({"FIELD_KEYS": f"{GOOD['FIELD_KEYS']},no-key"}, "FIELD_KEYS"),
    ({"SITE_ADDRESS": "http://opdelijst.nl"}, "SITE_ADDRESS"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ({"EMAIL_URL": "consolemail://"}, "EMAIL_URL"),
    ({"EMAIL_URL": "dummymail://"}, "EMAIL_URL"),
]


@pytest.mark.parametrize(("changes", "named"), REFUSED, ids=lambda part: str(part)[:40])
def test_production_refuses(changes: dict[str, str | None], named: str):
    """By the settings module alone: quick, and what every way of starting goes through."""
    result = start(changes, "-c", "import portal.settings.production")
    assert result.returncode != 0
    last = result.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert named in last


@pytest.mark.parametrize("changes", [{"DEMO_MODE": "0"}, {"DEBUG": "false"}, {"DEBUG": ""}])
def test_switch_that_is_off_is_no_reason(changes: dict[str, str | None]):
    assert start(changes, "-c", "import portal.settings.production").returncode == 0


def test_web_server_starts_with_production_unless_told_otherwise():
    result = start(
        {"DJANGO_SETTINGS_MODULE": None},
        "-c",
        "import portal.wsgi; from django.conf import settings; print(settings.SETTINGS_MODULE, settings.DEMO_MODE)",
    )
    assert result.stdout.strip() == "portal.settings.production False"


def test_no_warning_from_the_deployment_check():
    result = start({}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_production_knows_no_demo():
    code = (
        "import django; django.setup(); from django.urls import resolve, Resolver404, reverse, NoReverseMatch\n"
        "try: reverse('demo:choose')\nexcept NoReverseMatch: print('none')"
    )
    assert start({}, "-c", code).stdout.strip() == "none"
