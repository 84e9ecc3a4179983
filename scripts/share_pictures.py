"""The pictures of shared links, drawn from static/svg/: no network shows an SVG.

    .venv/bin/python -m scripts.share_pictures

Out: static/share/<drawing>.png, one for each drawing that an editor can choose.
"""

import base64
import io

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from home.drawings import DRAWINGS
from scripts.places import NODE_MODULES, ROOT
from scripts.steps import say
from tests.journeys.conftest import CHROMIUM, QUIET

OUT = ROOT / "static" / "share"
SIZE = {"width": 1200, "height": 630}
COLOURS = 64
FONT = NODE_MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
PAGE = """<!doctype html><style>
@font-face {{ font-family: Atkinson; src: url(data:font/woff2;base64,{font}); font-weight: 200 800 }}
body {{ margin: 0; width: 1200px; height: 630px; background: #fdfaf5; color: #14213d; display: grid;
  grid-template-columns: 560px 1fr; align-items: center; font: 700 84px/1.02 Atkinson; letter-spacing: -0.028em }}
main {{ padding-left: 80px }} .merk svg {{ width: 120px; height: 120px; display: block; margin-bottom: 24px }}
.plaat svg {{ display: block; width: 560px; height: 530px }}
</style><main><div class="merk">{mark}</div>Op de lijst</main><div class="plaat">{drawing}</div>"""


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name, _shows in DRAWINGS:
            path = OUT / f"{name}.png"
            picture = Image.open(io.BytesIO(_taken(browser, name))).convert("RGB")
            picture.quantize(COLOURS).save(path, optimize=True)
            say(f"  {path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")
        browser.close()


def _taken(browser: Browser, name: str) -> bytes:
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    font = next(FONT.glob("*latin-wght-normal.woff2")).read_bytes()
    page.set_content(
        PAGE.format(font=base64.b64encode(font).decode(), mark=_drawn("merk"), drawing=_drawn(name)), wait_until="load"
    )
    page.evaluate("document.fonts.ready")
    taken: bytes = page.screenshot()
    page.close()
    return taken


def _drawn(name: str) -> str:
    return (ROOT / "static" / "svg" / f"{name}.svg").read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
