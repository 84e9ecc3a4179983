"""What a log, an upload and a count of requests may not do."""

import io
import re
import sys
from logging import ERROR, WARNING, Formatter, LogRecord
from logging.config import DictConfigurator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from PIL import Image as Picture
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image

from home.models import StandardPage
from portal.settings import production
from tests.factories.people import UserFactory


def formatter() -> Formatter:
    """Of the handler of the log."""
    logging: dict[str, Any] = settings.LOGGING
    named = dict(logging["formatters"][logging["handlers"]["console"]["formatter"]])
    made: Formatter = DictConfigurator({}).configure_formatter(named)
    return made


def formatted() -> str:
    """As the handler of the log writes a fault with another one behind it."""
    try:
        try:
            raise KeyError("Key (email)=(yara@example.org) already exists")
        except KeyError as first:
            raise RuntimeError("of Yara Yildiz") from first
    except RuntimeError:
        record = LogRecord("x", ERROR, __file__, 1, "it failed", None, sys.exc_info())
    return formatter().format(record)


def test_the_log_says_where_and_of_what_kind_a_fault_is_and_not_its_words():
    text = formatted()
    assert "it failed" in text and "test_limits.py" in text
    assert text.index("KeyError\n") < text.index("RuntimeError")
    quoted = re.sub(r"^ {4}.*$", "", text, flags=re.MULTILINE)  # a line of the program is no word of a person
    assert "yara" not in quoted.lower()


@pytest.mark.parametrize(
    "address",
    [
        "/antwoord/{key}/{token}/",
        "/en/antwoord/{key}/{token}/nee/",
        "/gesproken/{key}/{token}/",
        "/account/password/reset/key/4-c9k2a1-{token}/",
    ],
)
def test_the_log_holds_no_link_that_works(address):
    """Who comes with a stale form is a line, with the address that she came to."""
    given = {"key": uuid4(), "token": uuid4()}
    record = LogRecord(
        "django.security.csrf", WARNING, __file__, 1, "Forbidden (%s): %s", ("no cookie", address.format(**given)), None
    )
    line = formatter().format(record)
    assert line.startswith("Forbidden (no cookie): /") and address.split("/")[1] in line
    assert not any(str(value) in line for value in given.values())


def test_rate_limits_are_not_pushed_out_by_other_requests(tmp_path):
    """A file cache that is full drops a third at random, counts included."""
    kept = production.CACHES["default"]
    assert kept["BACKEND"].endswith("FileBasedCache")
    cache = FileBasedCache(str(tmp_path), {"OPTIONS": kept["OPTIONS"]})
    cache.set("count", [1, 2, 3])
    for number in range(500):
        cache.set(f"other-{number}", [number])
    assert cache.get("count") == [1, 2, 3]
    assert len(list(tmp_path.iterdir())) == 501


@pytest.mark.django_db
def test_a_small_file_that_unfolds_is_no_picture():
    packed = io.BytesIO()
    Picture.new("1", (9000, 9000)).save(packed, "PNG")
    assert packed.tell() < 100_000
    files = {"file": SimpleUploadedFile("bom.png", packed.getvalue(), "image/png")}
    form = get_image_form(Image)({"title": "bom"}, files, user=UserFactory(is_superuser=True))
    assert "file" in form.errors


def test_pages_have_no_comments():
    """What an editor writes about another in the margin stays in each version of the page."""
    assert "comments" not in StandardPage.get_edit_handler().get_form_class().formsets


def test_a_mail_server_that_says_nothing_does_not_hold_a_page():
    assert 0 < settings.EMAIL_TIMEOUT <= 15


def test_a_long_form_is_read(rf: RequestFactory):
    fields = {f"veld-{number}": "" for number in range(3000)}
    assert len(rf.post("/cms/", fields).POST) == 3000
