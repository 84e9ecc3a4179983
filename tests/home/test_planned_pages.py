"""A page planned for a moment goes live, and one planned to end goes away, when the worker looks."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.models import Page

from home import page_cache
from home.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent(laid: None) -> HomePage:
    return HomePage.objects.get(locale__language_code="nl")


def look() -> int:
    """The sweep of the minute that keeps the clock of pages."""
    (path,) = [path for path in settings.SWEEPS if path.startswith("home.")]
    return import_string(path)()


def test_a_planned_page_goes_live_and_visitors_see_it(
    parent: HomePage, client: Client, django_capture_on_commit_callbacks
) -> None:
    page = StandardPage(title="Gepland", slug="gepland", live=False)
    page.go_live_at = timezone.now() + timedelta(minutes=5)
    parent.add_child(instance=page)
    page.save_revision().publish()
    assert look() == 0
    assert client.get("/gepland/").status_code == 404
    before = page_cache.generation()
    later = time_machine.travel(timezone.now() + timedelta(minutes=6))
    with later, django_capture_on_commit_callbacks(execute=True):
        assert look() == 1
    assert client.get("/gepland/").status_code == 200
    assert page_cache.generation() != before, "kept lists of pages still leave it out"
    assert look() == 0


def test_a_page_that_ends_goes_away(parent: HomePage, client: Client) -> None:
    page = StandardPage(title="Tijdelijk", slug="tijdelijk", expire_at=timezone.now() - timedelta(seconds=1))
    parent.add_child(instance=page)
    assert look() == 1
    assert client.get("/tijdelijk/").status_code == 404
    assert Page.objects.get(pk=page.pk).expired
