"""From bytes to messages: in one pass, without building a tree, with bounds on size and depth.

Elements are found by their whole path from the root, with namespaces by their URI: an element that we do not know,
wherever it stands and whatever it holds, is passed over.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from elections.eml.encoding import to_utf8
from elections.eml.gathering import FIRST_YEAR, LAST_YEAR, Gathering
from elections.eml.messages import READ, Message, Refused

HEAD_BYTES = 64 * 1024
MOST_BYTES = 60 * 1024 * 1024
"""One file with all 60,000 candidates of the country is 26 MB."""
PIECE = 64 * 1024
DEEPEST = 40
LONGEST_TEXT = 4000
LONGEST_TAG = 300
"""With its namespace. Each path holds the names of all elements around it, so long ones fill the memory."""

PREFIXES = {
    "urn:oasis:names:tc:evs:schema:eml": "",
    "http://www.kiesraad.nl/extensions": "kr:",
    "urn:oasis:names:tc:ciq:xsdschema:xNL:2.0": "xnl:",
    "urn:oasis:names:tc:ciq:xsdschema:xAL:2.0": "xal:",
}
Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first bytes tell: which message, and when it was made."""

    kind: str
    made_at: dt.datetime | None = None

    @property
    def is_ours(self) -> bool:
        return self.kind in READ


class _Enough(Exception):
    """The opening is read; no need to go on."""


class _Walk:
    """The parser's target: keeps the path, and calls `opened` and `closed` with it."""

    def __init__(self, opened: Callable[[str, Attributes], None], closed: Callable[[str, str], None]) -> None:
        self.opened, self.closed = opened, closed
        self.paths: list[str] = [""]
        self.pieces: list[str] = []
        self.length = 0
        self.names: dict[str, str] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        if len(self.paths) > DEEPEST:
            raise Refused(_("Het bestand zit te diep in elkaar."))
        if len(tag) > LONGEST_TAG:
            raise not_eml()
        name = self.names.get(tag) or self._name(tag)
        path = f"{self.paths[-1]}/{name}"
        self.paths.append(path)
        self.pieces, self.length = [], 0
        self.opened(path, attributes)

    def data(self, text: str) -> None:
        self.length += len(text)
        if self.length <= LONGEST_TEXT:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        self.closed(self.paths.pop(), " ".join("".join(self.pieces).split()))
        self.pieces, self.length = [], 0

    def close(self) -> None:
        pass

    def _name(self, tag: str) -> str:
        uri, _brace, local = tag[1:].partition("}") if tag.startswith("{") else ("?", "", tag)
        name = PREFIXES.get(uri, "?:") + local
        if len(self.names) < 1000:
            self.names[tag] = name
        return name


def message_of(first: bytes) -> Opening:
    """Which message this is, from the first `HEAD_BYTES`; the name of a file tells nothing."""
    found: dict[str, str] = {}

    def opened(path: str, attributes: Attributes) -> None:
        if path.count("/") == 1:
            found["kind"] = kind_of(path, attributes)
        elif path.count("/") == 2 and path in CONTAINERS:
            raise _Enough

    def closed(path: str, text: str) -> None:
        if path == "/EML/kr:CreationDateTime":
            found["made"] = text

    try:
        _feed(to_utf8(first), _Walk(opened, closed), whole=False)
    except _Enough:
        pass
    if "kind" not in found:
        raise not_eml()
    return Opening(found["kind"], moment(found.get("made", "")))


def kind_of(path: str, attributes: Attributes) -> str:
    """The root's own word for it; raises Refused for a root that is not EML."""
    if path != "/EML" or not attributes.get("Id"):
        raise not_eml()
    return attributes["Id"][:10]


def not_eml() -> Refused:
    return Refused(_("Dit is geen EML-bestand van de Kiesraad."))


CONTAINERS = {"/EML/ElectionEvent", "/EML/CandidateList", "/EML/Result", "/EML/Count"}


def read(data: bytes) -> Message:
    """The whole message; raises Refused when it cannot be read, is incomplete, or is another message than ours."""
    if len(data) > MOST_BYTES:
        raise Refused(_("Het bestand is te groot: meer dan %(most)d MB.") % {"most": MOST_BYTES // 2**20})
    gathering: list[Gathering] = []

    def opened(path: str, attributes: Attributes) -> None:
        if not gathering:
            kind = kind_of(path, attributes)
            if kind not in READ:
                raise Refused(_("Dit soort bericht lezen wij niet: %(kind)s.") % {"kind": kind})
            gathering.append(Gathering(kind))
        gathering[0].opened(path, attributes)

    def closed(path: str, text: str) -> None:
        gathering[0].closed(path, text)

    _feed(to_utf8(data), _Walk(opened, closed))
    return gathering[0].message(made_at=moment(gathering[0].made))


def _feed(data: bytes, walk: _Walk, *, whole: bool = True) -> None:
    parser = DefusedXMLParser(target=walk, encoding="utf-8", forbid_dtd=True)
    try:
        for start in range(0, len(data), PIECE):
            parser.feed(data[start : start + PIECE])
        if whole:
            parser.close()
    except DefusedXmlException as error:
        raise Refused(_("Het bestand bevat een DOCTYPE of ENTITY. Dat hoort niet in EML.")) from error
    except (ParseError, ValueError) as error:
        # The text of a parser's error can quote what stands there.
        raise Refused(_("Het bestand is beschadigd: dit is geen geldige XML.")) from error


def moment(text: str) -> dt.datetime | None:
    """A time without zone, of our days; None when it says something else."""
    try:
        told = dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    return told if FIRST_YEAR <= told.year <= LAST_YEAR else None
