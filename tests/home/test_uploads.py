"""Files that lie, run or burst are refused in words; nothing of them is kept."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Picture
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image

from people.models import User
from programmes.editing.rights import editors_of
from tests.factories.people import MembershipFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
TOO_MANY = "te veel beeldpunten"
RUNS = "kan een programma bevatten"


def png(width: int, height: int) -> bytes:
    """A whole picture by its header, in a few bytes; unfolded it would be as large as it says."""

    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * 1000)) + part(b"IEND", b"")


def drawn(kind: str, **more: object) -> bytes:
    packed = io.BytesIO()
    Picture.new("RGB", (60, 40), "green").save(packed, kind, **more)
    return packed.getvalue()


def office(*parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return packed.getvalue()


def picture_faults(content: bytes, name: str) -> str:
    form = get_image_form(Image)(
        {"title": "Foto", "collection": 1}, {"file": SimpleUploadedFile(name, content)}, user=superuser()
    )
    assert form.is_valid() or set(form.errors) == {"file"}
    return " ".join(form.errors.get("file", []))


def paper_faults(content: bytes, name: str) -> str:
    form = get_document_form(Document)(
        {"title": "Stuk", "collection": 1}, {"file": SimpleUploadedFile(name, content)}, user=superuser()
    )
    assert form.is_valid() or set(form.errors) == {"file"}
    return " ".join(form.errors.get("file", []))


def superuser() -> User:
    return UserFactory(is_superuser=True)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (png(50_000, 50_000), "groot.png", TOO_MANY),
        (png(7_000, 7_000), "groot.png", TOO_MANY),
        (SVG, "plaatje.svg", RUNS),
        (SVG, "plaatje.png", RUNS),
        (b"<?xml version='1.0'?>" + SVG, "plaatje.jpg", RUNS),
        (b"<html><script>alert(1)</script></html>", "plaatje.jpg", RUNS),
        (PDF, "foto.jpg", "Dit is een PDF"),
        (drawn("PNG"), "foto.jpg", "dit is een PNG"),
        (drawn("BMP"), "foto.bmp", "dit is een BMP"),
        (drawn("JPEG"), "foto.pdf", "dit is een JPEG"),
        (b"\0" * 500, "foto.jpg", "geen afbeelding"),
        (b"", "foto.jpg", ""),
        (drawn("JPEG")[:30], "foto.jpg", "geen afbeelding"),
    ],
)
def test_no_picture_that_lies_or_bursts(content: bytes, name: str, said: str) -> None:
    faults = picture_faults(content, name)
    assert faults and said in faults


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "foto.JPG"), ("PNG", "foto.png"), ("WEBP", "foto.webp")])
def test_a_picture_that_is_what_it_says_goes_in(kind: str, name: str) -> None:
    assert picture_faults(drawn(kind), name) == ""


def test_many_frames_count_as_many_pictures() -> None:
    packed = io.BytesIO()
    frames = [Picture.new("P", (3000, 2000), number) for number in range(8)]
    frames[0].save(packed, "GIF", save_all=True, append_images=frames[1:])
    assert TOO_MANY in picture_faults(packed.getvalue(), "film.gif")


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_what_moves_loses_its_words_and_goes_on_moving(kind: str) -> None:
    packed = io.BytesIO()
    frames = [Picture.new("RGB", (4, 4), color) for color in ("red", "green")]
    words = {"GIF": {"comment": b"52.09 5.12"}, "WEBP": {"exif": _exif("52.09 5.12")}}[kind]
    frames[0].save(packed, kind, save_all=True, append_images=frames[1:], **words)
    assert b"52.09 5.12" in packed.getvalue()
    form = get_image_form(Image)(
        {"title": "Film", "collection": 1},
        {"file": SimpleUploadedFile(f"film.{kind.lower()}", packed.getvalue())},
        user=superuser(),
    )
    assert form.is_valid(), form.errors
    with form.save().file.open() as opened:
        content = opened.read()
    assert b"52.09 5.12" not in content
    assert Picture.open(io.BytesIO(content)).n_frames == 2


def _exif(words: str) -> Picture.Exif:
    exif = Picture.Exif()
    exif[0x010E] = words
    return exif


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (PDF, "programma.exe", "Dit soort bestand kan hier niet"),
        (SVG, "stuk.svg", "Dit soort bestand kan hier niet"),
        (b"<html><script>alert(1)</script></html>", "stuk.pdf", "De naam zegt PDF"),
        (drawn("JPEG"), "stuk.pdf", "De naam zegt PDF"),
        (PDF, "stuk.docx", "De naam zegt DOCX"),
        (office("xl/workbook.xml"), "stuk.docx", "De naam zegt DOCX"),
        (office("word/document.xml", "word/vbaProject.bin"), "stuk.docx", "macro"),
        (office("content.xml", "Basic/Standard/Module1.xml"), "stuk.odt", "macro"),
        (b"a,b\0c", "lijst.csv", "De naam zegt CSV"),
        (PDF, "lijst.csv", "De naam zegt CSV"),
    ],
)
def test_no_paper_that_lies_or_runs(content: bytes, name: str, said: str) -> None:
    assert said in paper_faults(content, name)
    assert "extensie" not in paper_faults(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "stuk.pdf"),
        (office("word/document.xml"), "stuk.docx"),
        (office("xl/workbook.xml"), "lijst.xlsx"),
        (office("content.xml"), "stuk.odt"),
        ("naam;plaats\nÉén;Zoetermeer".encode("cp1252"), "lijst.csv"),
    ],
)
def test_a_paper_that_is_what_it_says_goes_in(content: bytes, name: str) -> None:
    assert paper_faults(content, name) == ""


def test_a_paper_that_is_too_large_is_refused_with_its_size(settings) -> None:
    settings.MOST_BYTES_OF_A_DOCUMENT = 1000
    assert "te groot" in paper_faults(PDF + b" " * 2000, "stuk.pdf")


@pytest.mark.parametrize("path", ["/cms/images/add/", "/cms/images/multiple/add/", "/cms/images/chooser/create/"])
def test_each_door_for_pictures_asks_the_same(client: Client, path: str) -> None:
    membership = MembershipFactory()
    folder = editors_of(membership.organisation).collection
    sign_in(client, membership.user)
    for name, content in (("groot.png", png(50_000, 50_000)), ("plaatje.png", SVG), ("foto.jpg", PDF)):
        file = SimpleUploadedFile(name, content)
        prefix = "image-chooser-upload-" if "chooser" in path else ""
        values = {"title": "Foto", f"{prefix}title": "Foto", "collection": folder.pk, f"{prefix}collection": folder.pk}
        files = {"files[]": file} if "multiple" in path else {f"{prefix}file": file}
        answer = client.post(path, {**values, **files}, headers={"x-requested-with": "XMLHttpRequest"})
        assert answer.status_code == 200, name
    assert not Image.objects.exists()
