"""One person walking through the portal in a browser. Every page that is reached is looked at.

What is looked at: nothing from another host, nothing in the console, one h1, a title that no other address
has, the language of the address, no sideways scroll at 360 pixels, and no finding of axe at 360; at 1280 once
for what is drawn alike, such as all stories. Colours and sizes, which cost most, follow from the drawing too.
The desk under /cms/ is Wagtail's: there axe finds nothing but what is kept below.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    TimeoutError,
    expect,
)

from scripts.places import NODE_MODULES

WIDE, NARROW = 1280, 360
HEIGHT = 900
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BY_DRAWING = ("color-contrast", "target-size")
HAS_AXE = "typeof axe !== 'undefined'"
ASK_AXE = """async ([tags, rules]) => (await axe.run(
    {runOnly: tags, rules, resultTypes: ['violations'], preload: false})).violations.map(
    fault => fault.id + ': ' + fault.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | '))"""
KEPT = {"landmark-unique"}  # menus and lists of Wagtail that carry one name; this list only gets shorter
KEPT_AT = {
    "/cms/pages/": {"color-contrast"},  # now and then, while Wagtail fades its own message
    # Around blocks: the box of its editor for text has no name, and the small buttons stand close together.
    "/cms/pages/<n>/edit/": {"aria-input-field-name", "target-size"},
}
KEPT_WHERE_FILTERED = {"aria-allowed-role", "label-content-name-mismatch"}  # what Wagtail says above a filtered list
WIDER_THAN_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MESSAGE_STANDS = """[...document.querySelectorAll('.messages, .messages ul, .messages li')].every(
    one => getComputedStyle(one).opacity === '1' && one.getAnimations().length === 0)"""
TOO_WIDE = """[...document.querySelectorAll('body *')].filter(
    one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(
    one => one.tagName + '.' + one.className)"""


@cache
def axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def kind_of(path: str) -> str:
    """An address without the keys in it: two applications stand on the same kind of page."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<key>", path)


def drawn_as(path: str) -> str:
    """What was drawn by the same hand, in whatever language: a story is drawn as each story is."""
    drawn = re.sub(r"^/en(?=/)", "", kind_of(path))
    return re.sub(r"^/(programmas|verhalen|kennis|organisaties|verkiezingen)/[^/]+/", r"/\1/<slug>/", drawn)


@dataclass
class Seen:
    """What all walks of a run share: titles by address, and which pages were looked at in which guise."""

    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    looked_at: set[tuple[str, str, int]] = field(default_factory=set)


class Walk:
    def __init__(self, context: BrowserContext, address: str, seen: Seen, *, width: int, script: bool) -> None:
        self.address, self.seen, self.width, self.script = address, seen, width, script
        self.expected_status = 200
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.path}: script fault {error}"))

    # Going about ------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def go(self, path: str, status: int = 200) -> None:
        self.expected_status = status
        self.page.goto(self.address + path)
        self.look()

    def follow(self, name: str | re.Pattern, within: str | None = None) -> None:
        """Press a link by its words (the first one, when there are several)."""
        self._press(self._place(within).get_by_role("link", name=name).first)

    def press(self, name: str | re.Pattern, within: str | None = None, status: int = 200) -> None:
        self._press(self._place(within).get_by_role("button", name=name).first, status)

    def fill(self, label: str | re.Pattern, value: str) -> None:
        self.page.get_by_label(label).first.fill(value)

    def tick(self, label: str | re.Pattern) -> None:
        """Press the words beside a box or a round, as people do."""
        self.page.locator("label").filter(has_text=label, visible=True).first.click()
        expect(self.page.get_by_label(label).first).to_be_checked()

    def open(self, words: str) -> None:
        """Unfold what stands under these words."""
        self.page.locator("summary").filter(has_text=words, visible=True).first.click()

    def become(self, role: str) -> None:
        """Sign in as one of the demo's people."""
        self.go("/demo/")
        self._press(self.page.locator(f"button[name=role][value={role}]"))

    def has_value(self, label: str | re.Pattern, value: str) -> None:
        expect(self.page.get_by_label(label).first).to_have_value(value)

    def reads(self, *texts: str | re.Pattern) -> None:
        """The page says this, where a person can see it."""
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def stands_at(self, path: str | re.Pattern) -> None:
        pattern = path.pattern if isinstance(path, re.Pattern) else re.escape(path)
        expect(self.page).to_have_url(re.compile(re.escape(self.address) + pattern + r"(\?.*|#.*)?$"))

    def _place(self, within: str | None) -> Page | Locator:
        return self.page.locator(within) if within else self.page

    def _press(self, target: Locator, status: int = 200) -> None:
        """A press that leads to another page: wait for that page, then look at it."""
        self.expected_status = status
        try:
            with self.page.expect_navigation(wait_until="load"):
                target.click()
        except TimeoutError as error:
            raise AssertionError(f"{error}\n{self.path} says: {self.page.locator('main').inner_text()}") from error
        self.look()

    # Looking ----------------------------------------------------------------------------------

    def look(self, *, again: bool = False) -> None:
        """`again`: the same page at the desk, on which somebody opened more since."""
        if again:
            self.seen.looked_at.discard(self._guise_at_desk())
        if self.path.startswith(("/cms/", "/en/cms/")):
            self._look_at_desk()
        else:
            self._look_at_title()
            self._look_at_widths()
        faults, self.faults = self.faults, []
        assert not faults, "\n".join(faults)

    def _look_at_title(self) -> None:
        title, kind = self.page.title(), kind_of(self.path)
        language = "en" if self.path.startswith("/en/") else "nl"  # some words are the same in both
        owner = self.seen.titles.setdefault((language, title), kind) if self.expected_status == 200 else kind
        if not title or owner != kind:
            self.faults.append(f"{kind}: the title '{title}' is also that of {owner}")
        if (count := self.page.locator("h1").count()) != 1:
            self.faults.append(f"{kind}: {count} times an h1")
        if (said := self.page.locator("html").get_attribute("lang")) != language:
            self.faults.append(f"{kind}: says to be in {said}")

    def _look_at_widths(self) -> None:
        for guise in self._guises():
            kind, _title, width = guise
            if guise in self.seen.looked_at:
                continue
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            if width == NARROW and self.page.evaluate(WIDER_THAN_SCREEN):
                self.faults.append(f"{kind}: scrolls sideways, {self.page.evaluate(TOO_WIDE)}")
            if self.script:  # without scripts the browser gives axe no promises either
                found = self._ask_axe(but=BY_DRAWING if self._is_drawn_already(width) else ())
                self.faults += [f"{kind} at {width}: {fault}" for fault in found]
                self.seen.looked_at.add(guise)
        self.page.set_viewport_size({"width": self.width, "height": HEIGHT})

    def _guises(self) -> list[tuple[str, str, int]]:
        """On a phone each page; on a wide screen each drawing, and once more with what went wrong."""
        return [(drawn_as(self.path), self._wrong(), WIDE), (kind_of(self.path), self.page.title(), NARROW)]

    def _wrong(self) -> str:
        return "Fout" if self.page.title().startswith(("Fout:", "Error:")) else ""

    def _is_drawn_already(self, width: int) -> bool:
        """The same drawing was looked at in this width, with what went wrong where something did."""
        drawing = (drawn_as(self.path), f"drawn {self._wrong()}", width)
        seen = drawing in self.seen.looked_at
        self.seen.looked_at.add(drawing)
        return seen

    def _guise_at_desk(self) -> tuple[str, str, int]:
        return re.sub(r"/\d+/", "/<n>/", kind_of(self.path)), self.page.title(), self.width

    def _look_at_desk(self) -> None:
        guise = self._guise_at_desk()
        if guise in self.seen.looked_at or not self.script:
            return
        self.page.wait_for_function(MESSAGE_STANDS)  # Wagtail fades it in
        filtered = KEPT_WHERE_FILTERED if urlsplit(self.page.url).query else set()
        kept = KEPT | KEPT_AT.get(guise[0], set()) | filtered
        found = [fault for fault in self._ask_axe() if fault.partition(":")[0] not in kept]
        self.faults += [f"{guise[0]}: {fault}" for fault in found]
        self.seen.looked_at.add(guise)

    def _ask_axe(self, but: tuple[str, ...] = ()) -> list[str]:
        if not self.page.evaluate(HAS_AXE):
            self.page.evaluate(axe())
        return self.page.evaluate(ASK_AXE, [RULES, {rule: {"enabled": False} for rule in but}])

    def has_focus(self, selector: str) -> None:
        expect(self.page.locator(selector).first).to_be_focused()

    # Listening --------------------------------------------------------------------------------

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.faults.append(f"{self.path} asks another host: {request.url}")

    def _note_response(self, response: Response) -> None:
        expected = self.expected_status if response.request.is_navigation_request() else 200
        if response.status >= 400 and response.status != expected:
            self.faults.append(f"{response.status} for {response.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        answered = "Failed to load resource" in message.text  # noted as a response, where that was not expected
        if message.type == "error" and not answered:
            self.faults.append(f"{self.path}: console says {message.text}")
