"""Pictures lose what they tell beside what they show: where, when and with what they were taken."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

# The kinds by which a camera or a program puts words into a picture. What moves (GIF) is left as it is.
WITH_WORDS = {"JPEG", "MPO", "PNG", "WEBP", "AVIF"}
PART_OF_THE_PICTURE = {"icc_profile", "transparency"}
BEST: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 95},
    "AVIF": {"quality": 90},
}


class PictureForm(BaseImageForm):
    """settings.WAGTAILIMAGES_IMAGE_FORM_BASE: what every upload of a picture goes through."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return bare(file) if "file" in self.changed_data else file


def bare(file: Any) -> Any:
    """The same picture, upright, in a file that holds nothing else; anything with frames stays as it came."""
    file.seek(0)
    picture = Image.open(file)
    kind = "JPEG" if picture.format == "MPO" else picture.format or ""
    if picture.format not in WITH_WORDS or (kind != "JPEG" and getattr(picture, "n_frames", 1) > 1):
        file.seek(0)
        return file
    upright = ImageOps.exif_transpose(picture)
    upright.info = {name: value for name, value in upright.info.items() if name in PART_OF_THE_PICTURE}
    more: dict[str, Any] = {**BEST[kind], "icc_profile": upright.info.get("icc_profile")}
    packed = io.BytesIO()
    upright.save(packed, kind, **more)
    size = packed.tell()
    packed.seek(0)
    return InMemoryUploadedFile(packed, "file", file.name, Image.MIME[kind], size, None)
