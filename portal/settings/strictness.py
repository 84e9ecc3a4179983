"""What production refuses to start with. Each refusal is one line that says what to change."""

from collections.abc import Mapping
from typing import Any

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

# Development and test set this before they import production: their looseness is meant.
loosened = False

# Switches that belong to development; found in the environment, someone started the wrong thing.
LOOSE_SWITCHES = ("DEBUG", "DEMO_MODE", "MFA_TOTP_INSECURE_BYPASS_CODE")
SHORTEST_SECRET = 50
MARKS_OF_A_DEFAULT = ("insecure", "for-tests", "changeme", "change-me", "secret-key", "example")


def refuse_loose_switches(environment: Mapping[str, str]) -> None:
    for name in LOOSE_SWITCHES:
        if not loosened and environment.get(name, "").lower() not in ("", "0", "false", "no", "off"):
            raise ImproperlyConfigured(f"Production does not start with {name} set: take it out of the environment")


def refuse_weak_settings(settings: Mapping[str, Any]) -> None:
    """Look at the module's own names once all are known."""
    if loosened:
        return
    for fault in _faults(settings):
        raise ImproperlyConfigured(f"Production does not start: {fault}")


def _faults(settings: Mapping[str, Any]) -> list[str]:
    secret, rounding = settings["SECRET_KEY"], settings["ROUNDING_SECRET"]
    faults = []
    if _is_guessable(secret, SHORTEST_SECRET):
        faults.append(f"SECRET_KEY must be random and at least {SHORTEST_SECRET} characters long")
    if _is_guessable(rounding, 32):
        faults.append("ROUNDING_SECRET must be random and at least 32 characters long")
    if rounding == secret:
        faults.append("ROUNDING_SECRET and SECRET_KEY must differ")
    if not settings["FIELD_KEYS"] or not all(map(_is_fernet_key, settings["FIELD_KEYS"])):
        faults.append("FIELD_KEYS must hold Fernet keys (32 random bytes in urlsafe base64), comma separated")
    if not settings["SITE_ADDRESS"].startswith("https://"):
        faults.append("SITE_ADDRESS must begin with https://")
    if not settings["ALLOWED_HOSTS"] or "*" in settings["ALLOWED_HOSTS"]:
        faults.append("ALLOWED_HOSTS must name the hosts that are served")
    if _keeps_mail_here(settings["EMAIL_BACKEND"]):
        faults.append("EMAIL_URL must name a mail server, like smtp+tls://user:password@host:587")
    return faults


def _keeps_mail_here(backend: str) -> bool:
    """Django's backends for development: codes in a log or a file, and nobody gets them."""
    return backend.startswith("django.core.mail.backends.") and ".smtp." not in backend


def _is_guessable(secret: str, shortest: int) -> bool:
    return len(secret) < shortest or len(set(secret)) < 8 or any(mark in secret.lower() for mark in MARKS_OF_A_DEFAULT)


def _is_fernet_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return len(set(key)) >= 8
