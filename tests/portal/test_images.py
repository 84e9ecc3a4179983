"""Where no web server stands before this one, it gives out renditions of pictures and nothing else."""

from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.test import RequestFactory

from portal.images import serve_image


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for folder in ("images", "original_images", "documents"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "stuk.jpg").write_bytes(folder.encode())
    return tmp_path


def test_a_rendition_is_given(rf: RequestFactory):
    assert b"".join(serve_image(rf.get("/"), "stuk.jpg")) == b"images"


@pytest.mark.parametrize("path", ["../documents/stuk.jpg", "x/../../original_images/stuk.jpg", "..", "."])
def test_no_dots_lead_out_of_the_folder(rf: RequestFactory, path: str):
    with pytest.raises((SuspiciousFileOperation, Http404)):
        serve_image(rf.get("/"), path)
