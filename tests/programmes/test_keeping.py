"""What goes with an application and with a contact, and what the clock opens."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from home import page_cache
from people import consent, privacy
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Application
from tests.factories.people import ConsentTextFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EditionFactory,
    OpenEditionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
)

pytestmark = pytest.mark.django_db


def test_erasing_a_contact_takes_her_name_off_kept_pages(django_capture_on_commit_callbacks):
    contact, before = SafeguardingContactFactory(), page_cache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        privacy.erase(contact.user)
    assert page_cache.generation() != before


def test_a_consent_does_not_outlive_the_application_it_was_for():
    application = ApplicationFactory(old_enough=True)
    ConsentTextFactory(purpose=APPLICATION_REVEALS.name)
    consent.give(application.user, APPLICATION_REVEALS.name, about=application.edition.key)
    privacy.purge_expired(timezone.now() + timedelta(days=61))
    assert not Application.objects.exists()
    assert not consent.stands(application.user, APPLICATION_REVEALS.name, about=application.edition.key)


def test_an_edition_ends_by_the_day_here_not_by_that_of_the_server():
    """At half past midnight in Amsterdam it is still the day before in UTC."""
    after_midnight = datetime(2026, 7, 17, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
    kept = timedelta(days=182)
    SentApplicationFactory(edition=EditionFactory(starts_on=date(2026, 1, 1), ends_on=date(2026, 7, 16)))
    privacy.purge_expired(after_midnight - timedelta(hours=1) + kept)
    assert Application.objects.exists()
    privacy.purge_expired(after_midnight + kept)
    assert not Application.objects.exists()


def test_an_edition_that_opens_by_the_clock_shows_with_the_next_sweep(django_capture_on_commit_callbacks):
    OpenEditionFactory(opens_at=timezone.now() - timedelta(seconds=30))
    before = page_cache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        for path in settings.SWEEPS:
            import_string(path)()
    assert page_cache.generation() != before
