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


def test_what_moves_keeps_moving():
    packed = io.BytesIO()
    frames = [Picture.new("P", (4, 4), color) for color in (0, 1)]
    frames[0].save(packed, "GIF", save_all=True, append_images=frames[1:])
    with upload(packed.getvalue(), "beweegt.gif").file.open() as opened:
        assert opened.read() == packed.getvalue()
