"""What a file is by its own bytes, whatever its name says, and in which words it is refused.

A file that lies, moves a program or unfolds into gigabytes is refused before anything reads it whole.
"""

import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import Any
from warnings import catch_warnings, simplefilter

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

HEAD = 2048
PICTURES = {"JPEG": {"jpg", "jpeg"}, "PNG": {"png"}, "GIF": {"gif"}, "WEBP": {"webp"}, "AVIF": {"avif"}}
SHOWN = "JPG, PNG, GIF, WEBP"
# What an office file must hold to be one, and what none may: a program that runs when somebody opens it.
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
PROGRAMS = ("vbaproject.bin", "basic/", "scripts/")
MOST_PARTS = 5000


def fitting_picture(data: Any) -> Any:
    """The same upload, when it is a picture that we can show; else a ValidationError that says what helps."""
    if data in (None, "", False):
        return data
    fault = _why_no_picture(data)
    data.seek(0)
    if fault:
        raise ValidationError(fault, code="not_a_picture")
    return data


def fitting_paper(data: Any) -> Any:
    """The same for a document to download."""
    if data in (None, "", False):
        return data
    fault = _why_no_paper(data)
    data.seek(0)
    if fault:
        raise ValidationError(fault, code="not_a_paper")
    return data


def _why_no_picture(data: Any) -> str:
    head = _head(data)
    if head.startswith(b"%PDF"):
        return _("Dit is een PDF, geen afbeelding. Zet hem bij Documenten, of kies een %s.") % SHOWN
    if b"<svg" in head.lower() or head.lstrip().startswith(b"<"):
        return _("Dit soort bestand kan een programma bevatten. Sla de tekening op als PNG en kies die.")
    if data.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        return _too_large(data, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    return _why_not_by_its_measures(data)


def _why_not_by_its_measures(data: Any) -> str:
    """Width and height stand in the first bytes; nothing is unfolded to read them."""
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    too_many = _("De afbeelding heeft te veel beeldpunten. Maak haar kleiner: hoogstens %s miljoen.") % (
        most // 1_000_000
    )
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)
            data.seek(0)
            picture = Image.open(data)
            size = picture.width * picture.height
            if size > most or size * getattr(picture, "n_frames", 1) > most:
                return too_many
    except Image.DecompressionBombError:
        return too_many
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        return _("Dit is geen afbeelding die wij kunnen tonen, of ze is stuk. Kies een %s.") % SHOWN
    kind = "JPEG" if picture.format == "MPO" else picture.format or ""
    if _ending(data) not in PICTURES.get(kind, set()):
        return _("De naam past niet bij het bestand: dit is een %(kind)s. Sla het op als %(shown)s.") % {
            "kind": kind,
            "shown": SHOWN,
        }
    return ""


def _why_no_paper(data: Any) -> str:
    ending = _ending(data)
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        return _("Dit soort bestand kan hier niet. Kies een %s.") % ", ".join(settings.WAGTAILDOCS_EXTENSIONS).upper()
    if data.size > settings.MOST_BYTES_OF_A_DOCUMENT:
        return _too_large(data, settings.MOST_BYTES_OF_A_DOCUMENT)
    looks: dict[str, Callable[[Any], bool]] = {"pdf": _is_pdf, "csv": _is_text}
    if ending in OFFICE:
        return _why_no_office_file(data, ending)
    if not looks[ending](data):
        return _lying(ending)
    return ""


def _why_no_office_file(data: Any, ending: str) -> str:
    data.seek(0)
    try:
        with zipfile.ZipFile(data) as packed:
            parts = [part.lower() for part in packed.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return _lying(ending)
    if OFFICE[ending] not in parts or len(parts) > MOST_PARTS:
        return _lying(ending)
    if any(part.endswith(PROGRAMS[0]) or part.startswith(PROGRAMS[1:]) for part in parts):
        return _("In dit bestand zit een programma (een macro). Sla het op zonder macro’s, of als PDF.")
    return ""


def _is_pdf(data: Any) -> bool:
    return _head(data).lstrip().startswith(b"%PDF-")


def _is_text(data: Any) -> bool:
    head = _head(data)
    return b"\0" not in head and not head.lstrip().startswith((b"<", b"%PDF", b"PK\x03\x04"))


def _lying(ending: str) -> str:
    return _("De naam zegt %(kind)s, maar dat is dit bestand niet. Sla het opnieuw op als %(kind)s.") % {
        "kind": ending.upper()
    }


def _too_large(data: Any, most: int) -> str:
    return _("Het bestand is te groot: %(size)s. Hoogstens %(most)s past.") % {
        "size": filesizeformat(data.size),
        "most": filesizeformat(most),
    }


def _head(data: Any) -> bytes:
    data.seek(0)
    return bytes(data.read(HEAD))


def _ending(data: Any) -> str:
    return PurePath(data.name).suffix.lower().lstrip(".")
