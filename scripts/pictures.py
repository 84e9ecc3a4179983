"""`make pictures`: the pictures of the README, taken from a demo of its own that is thrown away afterwards.

    .venv/bin/python -m scripts.pictures [FOLDER]

Nothing of what runs elsewhere is touched: the demo gets its own database, in a folder of a moment, and a free port.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.places import ROOT
from scripts.steps import StepFailed, say
from tests import kept
from tests.journeys.at_work import PortalAtWork
from tests.journeys.conftest import CHROMIUM, QUIET

PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 300_000
COLOURS = 256
WIDE, PHONE = (1280, 1000), (360, 720)
SHARP = 2  # pixels of the picture for one of the page
BELOW = 24


@dataclass(frozen=True)
class Picture:
    """`role` is who looks (nobody when empty); `steps` leads from where she lands to what is taken.

    A picture is as high as `size` says, or reaches until this element ends.
    """

    name: str
    steps: Callable[[Page, str], object]
    size: tuple[int, int] = WIDE
    role: str = ""
    until: str = ""


TAKEN = (
    Picture("home", lambda page, at: page.goto(f"{at}/"), until="ol.ol-pad"),
    Picture("programme", lambda page, at: page.goto(f"{at}/programmas/mentornetwerk/"), PHONE),
    Picture(
        "proposal", lambda page, at: page.get_by_role("link", name="Bekijk het voorstel").click(), role="participant"
    ),
    Picture("funnel", lambda page, at: page.goto(f"{at}/cijfers/"), role="ministry", until=".ol-trechter"),
)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    say("Laying a demo")
    with tempfile.TemporaryDirectory() as place, at_work(Path(place)) as portal, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for picture in TAKEN:
            path = folder / f"{picture.name}.png"
            take(browser, portal.address, picture, path)
            size = shrink(path)
            say(f"  {path.name}: {size / 1000:.0f} kB")
            if size > MOST_BYTES:
                raise StepFailed(f"{path.name} is larger than {MOST_BYTES / 1000:.0f} kB")
        browser.close()


@contextmanager
def at_work(place: Path) -> Iterator[PortalAtWork]:
    kept.lay(place, share="1")  # all its people, not a tenth of them: that takes its time
    portal = PortalAtWork(place)
    try:
        portal.start()
        yield portal
    finally:
        portal.stop()


def take(browser: Browser, address: str, picture: Picture, path: Path) -> None:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=SHARP,
        reduced_motion="reduce",
        locale="nl-NL",
    )
    page = context.new_page()
    if picture.role:
        page.goto(f"{address}/demo/")
        page.locator(f"button[name=role][value={picture.role}]").click()
    picture.steps(page, address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    if picture.until:
        end = page.locator(picture.until).first.evaluate("one => one.getBoundingClientRect().bottom + scrollY")
        page.set_viewport_size({"width": width, "height": round(end) + BELOW})
    page.screenshot(path=path)
    context.close()


def shrink(path: Path) -> int:
    """Few colours, as the drawings have; returns the size in bytes."""
    with Image.open(path) as image:
        fewer = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    fewer.save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
