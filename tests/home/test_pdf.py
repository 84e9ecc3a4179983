"""A PDF can be read aloud: tagged, named, in its language. It fetches nothing, and says why it cannot be made."""

import re
import sys
import zlib
from urllib.request import OpenerDirector

import pytest
from django.template.loader import engines

from home import pdf
from lifecycle.errors import Refused

PAGE = """<!doctype html><html lang="{{ language }}"><head><title>{{ title }}</title></head>
<body><h1>{{ title }}</h1><p>{{ words }}</p>{{ more|safe }}</body></html>"""


@pytest.fixture(autouse=True)
def page(monkeypatch):
    monkeypatch.setattr(
        pdf, "render_to_string", lambda _name, context: engines["django"].from_string(PAGE).render(context)
    )


def opened(content: bytes) -> bytes:
    """All of a PDF as it reads without its compression."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.S)
    return content + b"".join(_unpacked(stream) for stream in streams)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_it_is_tagged_named_and_in_its_language():
    made = opened(pdf.tagged_pdf("", {"words": "Zonnebloem"}, title="Bewijs", language="en"))
    for part in (b"/StructTreeRoot", b"/Lang (en)", b"/MarkInfo", b"pdfuaid"):
        assert part in made, part
    assert b"/Title (Bewijs)" in made and b"/H1" in made


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/een.png", "data:image/png,x"])
def test_it_fetches_nothing(address, monkeypatch):
    opened_by_python = []
    monkeypatch.setattr(OpenerDirector, "open", lambda self, asked, *_args, **_more: opened_by_python.append(asked))
    pdf.tagged_pdf("", {"words": "", "more": f'<img alt="x" src="{address}">'}, title="Bewijs")
    assert len(opened_by_python) == address.startswith("data:")


def test_without_the_library_it_says_why(monkeypatch):
    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(Refused, match="libpango"):
        pdf.tagged_pdf("", {"words": ""}, title="Bewijs")


def test_it_is_a_file_that_nobody_keeps():
    answer = pdf.pdf_response(b"%PDF", name="bewijs.pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="bewijs.pdf"'
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
