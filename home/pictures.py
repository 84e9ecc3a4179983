"""What is put on the site is what it says it is; pictures lose what they tell beside what they show."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from PIL import Image, ImageOps, ImageSequence
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from home.uploads import fitting_paper, fitting_picture

# All else that a camera or a program puts into a file is left behind. What moves keeps moving.
PART_OF_THE_PICTURE = {"icc_profile", "transparency"}
BEST: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95},
    "PNG": {"optimize": True},
    "GIF": {},
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

    def _post_clean(self) -> None:
        """A file that was refused is not looked at again: the model would say of no file that its ending is wrong."""
        if "file" not in self.errors:
            super()._post_clean()


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
    """The same picture, upright, in a file that holds nothing else: no words, and nothing behind the picture."""
    file.seek(0)
    picture = Image.open(file)
    kind = "JPEG" if picture.format == "MPO" else picture.format or ""
    if kind not in BEST:
        file.seek(0)
        return file
    packed = io.BytesIO()
    if kind != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        _pack_moving(picture, kind, packed)
    else:
        upright = _without_words(ImageOps.exif_transpose(picture))
        upright.save(packed, kind, **BEST[kind], icc_profile=upright.info.get("icc_profile"))
    return _as_upload(packed, file.name, kind)


def _without_words(picture: Image.Image) -> Image.Image:
    picture.info = {name: value for name, value in picture.info.items() if name in PART_OF_THE_PICTURE}
    return picture


def _pack_moving(picture: Image.Image, kind: str, packed: io.BytesIO) -> None:
    """Every frame, as long as it stood there, and over again as often."""
    more: dict[str, Any] = {name: picture.info[name] for name in ("loop", "default_image") if name in picture.info}
    frames: list[Image.Image] = []
    times: list[int] = []
    for frame in ImageSequence.Iterator(picture):
        whole = frame.copy()  # which also reads how long it stands there
        times.append(int(frame.info.get("duration", 0)))
        frames.append(_without_words(whole))
    if kind == "GIF" and any(frame.mode == "RGBA" or "transparency" in frame.info for frame in frames):
        more["disposal"] = 2  # each frame is whole: nothing of the one before shows through
    frames[0].save(packed, kind, save_all=True, append_images=frames[1:], duration=times, **BEST[kind], **more)


def _as_upload(packed: io.BytesIO, name: str, kind: str) -> InMemoryUploadedFile:
    size = packed.tell()
    packed.seek(0)
    return InMemoryUploadedFile(packed, "file", name, Image.MIME[kind], size, None)
