"""A picture that is put on the site does not tell where it was taken."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture
from PIL.PngImagePlugin import PngInfo
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image

from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

SECRET = "52.0907 5.1214"
DESCRIPTION, ORIENTATION, QUARTER_TURN = 0x010E, 0x0112, 6


def photo(kind: str) -> bytes:
    packed, exif, words = io.BytesIO(), Picture.Exif(), PngInfo()
    exif[DESCRIPTION], exif[ORIENTATION] = SECRET, QUARTER_TURN
    words.add_text("Comment", SECRET)
    more = {"pnginfo": words} if kind == "PNG" else {"exif": exif}
    Picture.new("RGB", (60, 40), "green").save(packed, kind, **more)
    assert SECRET.encode() in packed.getvalue()
    return packed.getvalue()


def upload(content: bytes, name: str) -> Image:
    form = get_image_form(Image)(
        {"title": "Foto", "collection": 1},
        {"file": SimpleUploadedFile(name, content)},
        user=UserFactory(is_superuser=True),
    )
    assert form.is_valid(), form.errors
    return form.save()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_neither_the_picture_nor_its_renditions_tell_where_it_was_taken(kind: str):
    picture = upload(photo(kind), f"foto.{kind.lower()}")
    for file in (picture.file, picture.get_rendition("width-30").file):
        with file.open() as opened:
            assert SECRET.encode() not in opened.read()


def test_a_picture_that_lay_on_its_side_stands_upright():
    picture = upload(photo("JPEG"), "foto.jpg")
    assert (picture.width, picture.height) == (40, 60)


def test_what_was_transparent_stays_so():
    packed = io.BytesIO()
    Picture.new("P", (4, 4), 0).save(packed, "PNG", transparency=0)
    with upload(packed.getvalue(), "doorzichtig.png").file.open() as opened:
        assert Picture.open(opened).convert("RGBA").getpixel((0, 0))[3] == 0


def moving(kind: str, **more) -> bytes:
    packed = io.BytesIO()
    frames = [Picture.new("RGB", (4, 4), color) for color in ("red", "green", "blue")]
    frames[0].save(packed, kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=3, **more)
    return packed.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])  # one that moves in a PNG is taken by no form
def test_what_moves_keeps_moving(kind: str):
    with upload(moving(kind), f"beweegt.{kind.lower()}").file.open() as opened:
        picture = Picture.open(opened)
        seen = []
        for number in range(picture.n_frames):
            picture.seek(number)
            pixel = picture.convert("RGB").getpixel((1, 1))
            seen.append((pixel.index(max(pixel)), picture.info["duration"]))
        assert seen == [(0, 100), (1, 200), (2, 300)] and picture.info["loop"] == 3


def with_xmp(gif: bytes) -> bytes:
    """As Photoshop writes it: words in a block of their own."""
    block = b"\x21\xff\x0bXMP DataXMP<x:xmpmeta>" + SECRET.encode() + b"</x:xmpmeta>\x01"
    return gif[:-1] + block + bytes(range(255, -1, -1)) + b"\x00;"


STILL = Picture.new("P", (4, 4))
TELLING = {
    "stil.gif": lambda: saved(STILL, "GIF", comment=SECRET.encode()),
    "stil-xmp.gif": lambda: with_xmp(saved(STILL, "GIF")),
    "beweegt.gif": lambda: moving("GIF", comment=SECRET.encode()),
    "beweegt-xmp.gif": lambda: with_xmp(moving("GIF")),
    "beweegt.webp": lambda: moving("WEBP", xmp=SECRET.encode()),
    "erachter.gif": lambda: moving("GIF") + b"<script>" + SECRET.encode(),
    "erachter.png": lambda: saved(STILL, "PNG") + SECRET.encode(),
}


def saved(picture: Picture.Image, kind: str, **more) -> bytes:
    packed = io.BytesIO()
    picture.save(packed, kind, **more)
    return packed.getvalue()


@pytest.mark.parametrize("name", TELLING)
def test_no_kind_of_picture_carries_anything_else(name: str):
    content = TELLING[name]()
    assert SECRET.encode() in content
    with upload(content, name).file.open() as opened:
        assert SECRET.encode() not in opened.read()


def test_what_shone_through_while_moving_still_does():
    frames = [Picture.new("RGBA", (4, 4)) for _number in range(2)]
    frames[0].putpixel((0, 0), (255, 0, 0, 255))
    frames[1].putpixel((3, 3), (255, 0, 0, 255))
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], disposal=2)
    with upload(content, "doorzichtig.gif").file.open() as opened:
        picture = Picture.open(opened)
        picture.seek(1)
        shown = picture.convert("RGBA")
        assert shown.getpixel((0, 0))[3] == 0 and shown.getpixel((3, 3)) == (255, 0, 0, 255)
