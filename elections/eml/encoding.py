"""Bytes of a file as clean UTF-8. Some real files hold Latin-1 letters behind the byte order mark of UTF-8."""

import codecs
import re

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DECLARED = re.compile(rb"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
ONE_BYTE = {"iso8859-1", "cp1252", "iso8859-15"}
STRAY = "stray-latin-1"


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 is the letter that it is in Latin-1; its neighbours stay what they are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(STRAY, _as_latin)


def to_utf8(data: bytes) -> bytes:
    """The same text in UTF-8; read it as UTF-8 whatever its first line declares."""
    if data.startswith(UTF16):
        return data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    declared = DECLARED.match(data[:200])
    if declared and _codec(declared.group(1).decode("ascii")) in ONE_BYTE:
        return data.decode("latin-1").encode("utf-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", errors=STRAY).encode("utf-8")
    return data


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
