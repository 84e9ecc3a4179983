"""The portal at work and a browser, once for all journeys; a person of its own for each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests import kept
from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import HEIGHT, WIDE, Seen, Walk

CHROMIUM = "/usr/bin/chromium"
# A list given to the browser takes the place of Playwright's own, so it stands here whole. What is added are the parts
# of the address bar that draw themselves as a page, unseen: half a second for each window.
OFF = (
    "AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
    "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,"
    "OptimizationHints,PaintHolding,PreconnectToSearch,TcpPortRandomizationWin,ThirdPartyStoragePartitioning,"
    "AimEnabled,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup"
)
QUIET = [
    f"--disable-features={OFF}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LAST = ["test_time.py", "test_pair.py"]
PATIENCE = 30_000  # ms, for one page on a busy machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What moves the clock by months comes last: the portal is not what it was."""
    items.sort(key=lambda item: LAST.index(item.path.name) if item.path.name in LAST else -1)


@contextmanager
def working(folder: Path) -> Iterator[PortalAtWork]:
    kept.lay(folder)
    portal = PortalAtWork(folder)
    try:
        portal.start()
        yield portal
    finally:
        portal.stop()


@pytest.fixture(scope="session")
def portal_at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PortalAtWork]:
    with working(tmp_path_factory.mktemp("portal")) as portal:
        yield portal


@pytest.fixture
def portal(portal_at_work: PortalAtWork) -> Iterator[PortalAtWork]:
    """The portal; a journey on which it logged a fault has failed, whatever the pages said."""
    portal_at_work.new_faults()
    yield portal_at_work
    portal_at_work.move_clock()
    faults = portal_at_work.new_faults()
    assert not faults, faults


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seen() -> Seen:
    return Seen()


@pytest.fixture
def walk(portal: PortalAtWork, browser: Browser, seen: Seen) -> Iterator[Callable[..., Walk]]:
    """Someone new at the door, without a cookie: `walk()`, `walk(width=360, script=False)`."""
    contexts = []

    def begin(*, width: int = WIDE, script: bool = True) -> Walk:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, java_script_enabled=script, locale="de-DE"
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Walk(context, portal.address, seen, width=width, script=script)

    yield begin
    for context in contexts:
        context.close()
