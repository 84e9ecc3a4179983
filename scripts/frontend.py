"""The styles and scripts that pages ask for, built from static/ and the packages in package-lock.json.

    python3 -m scripts.frontend

In: static/css/index.css, static/js/*.js, static/svg/, static/share/.
Out, in build/static/: portal.css with its font, js/*.js, svg/, share/.
"""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

from scripts import environment
from scripts.places import BUILD, NODE_MODULES, ROOT, VENV
from scripts.stamps import Stamp
from scripts.steps import Command, run, say

OLDEST_NODE = 20
BROWSERS = "chrome111,firefox115,safari16.4"
THEME = NODE_MODULES / "@nl-design-system-unstable" / "voorbeeld-design-tokens" / "dist" / "theme.css"
PRUNED_THEME = BUILD / "voorbeeld-theme.css"
SOURCES = ROOT / "static"
OUT = BUILD / "static"
STYLES = OUT / "portal.css"
DECLARATION = re.compile(r"^\s*(--[\w-]+):\s*(.+?);?$")
USE = re.compile(r"var\(\s*(--[\w-]+)")


def build() -> None:
    lock, here = ROOT / "package-lock.json", Path(__file__)
    styles = Stamp("frontend", [SOURCES, lock, here], outputs=[STYLES])
    if styles.fresh() and NODE_MODULES.exists():
        return
    path_with_node = find_node()
    packages = Stamp("npm", [lock, ROOT / ".npmrc"], outputs=[NODE_MODULES / ".package-lock.json"])
    if not packages.fresh():
        command: Command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
        run("npm packages", command, seconds=240, tries=3, env=path_with_node)
        packages.keep()
    BUILD.mkdir(exist_ok=True)
    shutil.rmtree(OUT, ignore_errors=True)
    prune_theme(THEME, PRUNED_THEME, used_by=component_styles())
    bundle_styles(path_with_node)
    bundle_scripts(path_with_node)
    for folder in ("svg", "share"):
        shutil.copytree(SOURCES / folder, OUT / folder)
    say(f"  styles: {len(gzip.compress(STYLES.read_bytes())) / 1000:.1f} kB gzip")
    styles.keep()


def find_node() -> dict[str, str]:
    """What makes `node` and `npm` be found: the machine's own if new enough, else the locked package."""
    if shutil.which("npm") and _node_version() >= OLDEST_NODE:
        return {}
    environment.lay("node")
    # Such a Node trusts a list of its own; the machine's may hold the certificate of a mirror.
    return {"PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}", "NODE_USE_SYSTEM_CA": "1"}


def _node_version() -> int:
    try:
        answer = subprocess.run(["node", "--version"], capture_output=True, text=True, timeout=20).stdout
        return int(answer.lstrip("v").partition(".")[0])
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return 0


def component_styles() -> list[Path]:
    """Our own styles and those of the parts that vendor.css takes from packages."""
    own = sorted((SOURCES / "css").rglob("*.css"))
    named = re.findall(r'@import "(@[^"]+)"', (SOURCES / "css" / "vendor.css").read_text())
    return own + [NODE_MODULES / name for name in named]


def prune_theme(theme: Path, out: Path, used_by: list[Path]) -> None:
    """Keep only the tokens that styles use, directly or through other tokens: 2,780 become some 700.

    It touches the theme alone, line by line: a pattern over the whole bundle breaks selectors
    such as `.x--visible-on-focus:not(:focus)`.
    """
    lines = theme.read_text().splitlines()
    declared = {found[1]: found[2] for line in lines if (found := DECLARATION.match(line))}
    waiting = [name for path in used_by for name in USE.findall(path.read_text())]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += USE.findall(declared.get(name, ""))
    kept = [line for line in lines if not (found := DECLARATION.match(line)) or found[1] in used]
    out.write_text("\n".join(kept) + "\n")


def bundle_styles(env: dict[str, str]) -> None:
    options = ["--bundle", "--minify", "--loader:.woff2=file", "--asset-names=[name]", f"--target={BROWSERS}"]
    esbuild("styles", [SOURCES / "css" / "index.css", f"--outfile={STYLES}", *options], env)


def bundle_scripts(env: dict[str, str]) -> None:
    entries = sorted((SOURCES / "js").glob("*.js"))
    if entries:
        options = ["--bundle", "--minify", "--format=iife", f"--target={BROWSERS}", f"--outdir={OUT / 'js'}"]
        esbuild("scripts", [*entries, *options], env)


def esbuild(name: str, arguments: Command, env: dict[str, str]) -> None:
    program = NODE_MODULES / "esbuild" / "bin" / "esbuild"
    run(name, ["node", program, "--log-level=warning", *arguments], seconds=60, env=env)


if __name__ == "__main__":
    build()
