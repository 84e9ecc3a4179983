"""What is put on the site is what it says it is; pictures lose what they tell beside what they show."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from PIL import Image, ImageOps, ImageSequence
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from home.uploads import fitting_paper, fitting_picture

# The kinds by which a camera or a program puts words into a picture. What moves keeps moving.
WITH_WORDS = {"JPEG", "MPO", "PNG", "WEBP", "AVIF"}
WORDS = {"comment", "exif", "xmp", "XML:com.adobe.xmp", "Comment", "photoshop"}
PART_OF_THE_PICTURE = {"icc_profile", "transparency"}
BEST: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 95},
    "AVIF": {"quality": 90},
}


class PaperForm(BaseDocumentForm):
    """settings.WAGTAILDOCS_DOCUMENT_FORM_BASE: the same for a document to download."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            read = file.to_python
            file.to_python = lambda data: read(fitting_paper(data))


class PictureForm(BaseImageForm):
    """settings.WAGTAILIMAGES_IMAGE_FORM_BASE: what every upload of a picture goes through."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            read = file.to_python
            file.to_python = lambda data: read(fitting_picture(data))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return bare(file) if "file" in self.changed_data else file


def bare(file: Any) -> Any:
    """The same picture, upright, in a file that holds nothing else. What moves without words stays as it came."""
    file.seek(0)
    picture = Image.open(file)
    kind = "JPEG" if picture.format == "MPO" else picture.format or ""
    if kind != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        return _moving(file, picture, kind)
    if picture.format not in WITH_WORDS:
        file.seek(0)
        return file
    upright = ImageOps.exif_transpose(picture)
    upright.info = {name: value for name, value in upright.info.items() if name in PART_OF_THE_PICTURE}
    more: dict[str, Any] = {**BEST[kind], "icc_profile": upright.info.get("icc_profile")}
    packed = io.BytesIO()
    upright.save(packed, kind, **more)
    return _as_upload(packed, file.name, kind)


def _moving(file: Any, picture: Image.Image, kind: str) -> Any:
    """All frames, without words; the file itself where there are none."""
    if not WORDS & set(picture.info):
        file.seek(0)
        return file
    frames = [frame.copy() for frame in ImageSequence.Iterator(picture)]
    for frame in frames:
        frame.info = {name: value for name, value in frame.info.items() if name not in WORDS}
    packed = io.BytesIO()
    frames[0].save(packed, kind, save_all=True, append_images=frames[1:], loop=picture.info.get("loop", 0))
    return _as_upload(packed, file.name, kind)


def _as_upload(packed: io.BytesIO, name: str, kind: str) -> InMemoryUploadedFile:
    size = packed.tell()
    packed.seek(0)
    return InMemoryUploadedFile(packed, "file", name, Image.MIME[kind], size, None)
