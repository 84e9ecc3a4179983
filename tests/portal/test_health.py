"""What a watcher of the portal is told."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from lifecycle.models import Heartbeat
from portal.sweeps import WORKER


@pytest.mark.django_db
def test_well(client: Client):
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "migrations": "ok", "worker_seen_s": None}


@pytest.mark.django_db
def test_worker_is_told_in_seconds(client: Client):
    Heartbeat.beat(WORKER, timezone.now() - timedelta(seconds=90))
    assert 90 <= client.get("/health/").json()["worker_seen_s"] <= 95


@pytest.mark.django_db
def test_missing_migration_is_unwell(client: Client):
    MigrationRecorder(connection).migration_qs.filter(app="people").delete()
    response = client.get("/health/")
    assert response.status_code == 503
    assert response.json() == {
        "status": "unwell",
        "database": "ok",
        "migrations": "missing",
        "worker_seen_s": None,
    }


def test_database_away_is_unwell(client: Client, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: BaseDatabaseWrapper) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", lambda self: refuse(self))
    response = client.get("/health/")
    assert response.status_code == 503
    assert response.json() == {
        "status": "unwell",
        "database": "away",
        "migrations": "unknown",
        "worker_seen_s": None,
    }


def test_alive_without_database(client: Client):
    """pytest-django refuses any query here."""
    response = client.get("/health/live/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_revision_in_demo_only(client: Client, settings):
    assert "revision" not in client.get("/health/").json()
    settings.DEMO_MODE = True
    revision = client.get("/health/").json()["revision"]
    assert revision is None or len(revision) == 40


@pytest.mark.django_db
def test_health_is_not_kept(client: Client):
    assert "no-store" in client.get("/health/")["Cache-Control"]
