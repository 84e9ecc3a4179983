"""What goes by its time has been counted before, whoever starts the purge: the worker, or somebody by hand."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from outcomes.models import FunnelFact
from people import privacy
from programmes.actions.applications import withdraw_application
from programmes.models import Application
from tests.factories.programmes import SentApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_withdrawn() -> None:
    then = timezone.now() - timedelta(days=200)
    application = SentApplicationFactory(begun_at=then, submitted_at=then)
    withdraw_application(application, by=application.user, at=then)


@pytest.mark.parametrize("purge", [privacy.purge_expired, privacy.purge_daily, lambda: call_command("purge_expired")])
def test_facts_are_collected_first(purge):
    purge()
    assert not Application.objects.exists()
    assert set(FunnelFact.objects.values_list("step", flat=True)) == {"signed_up", "applied"}


def test_a_dry_run_leaves_everything(capsys):
    call_command("purge_expired", "--dry-run")
    assert Application.objects.exists() and not FunnelFact.objects.exists()
