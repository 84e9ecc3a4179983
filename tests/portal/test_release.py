"""Another release of the code takes no page of the one before: its styles may be gone."""

from pathlib import Path

import pytest
from django.test import Client

from home import page_cache, release
from tests.portal.kept_addresses import made


@pytest.fixture
def code(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.BASE_DIR, settings.STATIC_ROOT, settings.LOCALE_PATHS = tmp_path, tmp_path / "kept", []
    (tmp_path / "templates").mkdir()
    (tmp_path / "kept").mkdir()
    (tmp_path / "templates" / "base.html").write_text("<p>oud</p>")
    return tmp_path


def fingerprint() -> str:
    return release.fingerprint.__wrapped__()


def test_same_code_is_the_same_release(code: Path):
    before = fingerprint()
    (code / "templates" / "base.html").touch()
    assert fingerprint() == before


@pytest.mark.parametrize("name", ["templates/base.html", "templates/new.html", "kept/staticfiles.json"])
def test_other_words_or_styles_are_another_release(code: Path, name: str):
    before = fingerprint()
    (code / name).write_text("<p>nieuw</p>")
    assert fingerprint() != before


def test_our_own_code_counts():
    names = {path.name for path in release._files()}
    assert {"page_cache.py", "base.html", "urls.py"} <= names


@pytest.mark.django_db
@pytest.mark.urls("tests.portal.kept_addresses")
def test_page_of_another_release_is_not_taken(client: Client, monkeypatch: pytest.MonkeyPatch):
    made.clear()
    monkeypatch.setattr(page_cache, "fingerprint", lambda: "before")
    client.get("/stuk/?pagina=77")
    client.get("/stuk/?pagina=77")
    monkeypatch.setattr(page_cache, "fingerprint", lambda: "after")
    client.get("/stuk/?pagina=77")
    assert made["/stuk/"] == 2
