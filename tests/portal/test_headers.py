"""What a browser may load, frame and remember: strict outside /cms/, Wagtail's needs inside it."""

import pytest
from django.test import Client
from wagtail.models import Page

from tests.factories.people import MembershipFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {part[0]: part[1:] for part in parts if part}


@pytest.mark.parametrize("path", ["/account/login/", "/hulp/", "/bestaat-niet/", "/health/live/", "/robots.txt"])
def test_nothing_from_elsewhere_runs(client: Client, path: str):
    found = policy(client.get(path))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == ["'self'"]
    assert found["frame-ancestors"] == found["base-uri"] == found["object-src"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert not any("unsafe" in source or "http" in source for sources in found.values() for source in sources)


def test_frames_are_refused(client: Client):
    response = client.get("/account/login/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_desk_has_its_own_policy(client: Client):
    sign_in(client, MembershipFactory().user)
    found = policy(client.get("/cms/"))
    assert found["frame-ancestors"] == ["'self'"]
    assert "'unsafe-inline'" in found["script-src"]
    assert not any(source.startswith("http") for sources in found.values() for source in sources)


def test_preview_may_stand_in_the_editors_frame(client: Client):
    user = UserFactory(groups=["administrator"], is_superuser=True)
    sign_in(client, user)
    page = Page.objects.filter(depth=2).first()
    response = client.get(f"/cms/pages/{page.pk}/edit/preview/?in_preview_panel=true")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(response)["frame-ancestors"] == ["'self'"]


def test_looking_like_the_desk_loosens_nothing(client: Client):
    assert policy(client.get("/cms-niet/"))["script-src"] == ["'self'"]
    assert policy(client.get("/en/cms/"))["script-src"] == ["'self'"]


def test_cookies_are_kept_from_scripts(client: Client):
    client.get("/account/login/")
    assert client.cookies["csrftoken"]["httponly"]
    client.post("/account/login/", {"login": UserFactory().email})
    assert client.cookies["sessionid"]["httponly"]
    assert client.cookies["sessionid"]["samesite"] == "Lax"


def test_transport_is_pinned_in_production(client: Client, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31536000
    assert client.get("/hulp/")["Location"].startswith("https://")
    response = Client().get("/hulp/", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert Client().get("/health/live/").status_code == 200
