"""Somebody who comes for the first time: a walk of which each press and field counts, and one by keyboard alone."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, expect

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk

MOST_TABS = 60
# Whether the given element has focus now, and whether somebody who looks sees where focus is.
FOCUS = """async wanted => {
    const one = document.activeElement;
    const ring = look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
    const after = getComputedStyle(one, '::after');
    const has_ring = ring(getComputedStyle(one)) || (after.content !== 'none' && ring(after));
    const on_screen = () => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
    };
    for (let picture = 0; picture < 180 && !on_screen(); picture++)  // the browser glides there
        await new Promise(requestAnimationFrame);
    return {there: one === wanted, seen: has_ring && on_screen(), words: one.outerHTML.slice(0, 120)};
}"""


class Newcomer:
    """Does what a Walk does. `steps`: the presses and the fields that it took; `saw`: the addresses, in order."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.page = walk, walk.page
        self.steps = 0
        self.saw: list[str] = []
        self.reads, self.stands_at = walk.reads, walk.stands_at

    def comes_to(self, path: str) -> None:
        """By an address that was given or mailed; the front page is where everybody begins."""
        self.walk.go(path)
        self._arrived()

    def follow(self, name: str | re.Pattern, within: str = "main") -> None:
        self.walk.follow(name, within)
        self._arrived()

    def press(self, name: str | re.Pattern) -> None:
        self.walk.press(name, within="main")
        self._arrived()

    def fill(self, label: str | re.Pattern, value: str) -> None:
        self.walk.fill(label, value)
        self.steps += 1

    def tick(self, label: str | re.Pattern) -> None:
        self.walk.tick(label)
        self.steps += 1

    def choose(self, label: str | re.Pattern, value: str) -> None:
        self.page.get_by_label(label).select_option(value)
        self.steps += 1

    def open_mail(self, portal: PortalAtWork, address: str, subject: str) -> str:
        """Press the link in the mail; what the mail said."""
        mail = portal.mail(address, subject)
        body = mail.get_body(preferencelist=("plain",))
        words = str(body.get_content()) if body else ""
        link = re.search(rf"{re.escape(portal.address)}\S+", words)
        assert link, words
        self.comes_to(urlsplit(link[0]).path)
        return f"{mail['Subject']}\n{words}"

    def proves(self, portal: PortalAtWork, address: str, button: str) -> None:
        """Without an account, or for a new one: an address, and the code that is mailed there."""
        before = len(portal.mails(address))
        self.fill("E-mailadres", address)
        self.press(button)
        self.fill(re.compile("code", re.IGNORECASE), portal.code_for(address, before))
        self.press("Verder")

    def makes_account(self, portal: PortalAtWork, address: str) -> None:
        """From the page for signing in; lands where she was going."""
        self.stands_at("/account/login/")
        self.follow("Maak een account")
        self.proves(portal, address, "Maak mijn account")

    def took(self, most: int) -> None:
        assert self.steps <= most, f"{self.steps} presses and fields: {' '.join(self.saw)}"

    def _arrived(self) -> None:
        self.steps += len(self.saw) > 0
        self.saw.append(self.walk.path)


class ByKeyboard:
    """Tab, Enter and Space; at each stop it must be seen where focus is. `tabs`: how often Tab was pressed."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.page = walk, walk.page
        self.tabs = self.steps = 0

    def skip(self) -> None:
        """Past the header: the first stop of each page."""
        self.reach(self.page.get_by_role("link", name="Naar de inhoud"), most=1)
        self.page.keyboard.press("Enter")
        self.steps += 1
        expect(self.page.locator("main")).to_be_focused()

    def reach(self, target: Locator, most: int = MOST_TABS) -> None:
        wanted = target.first.element_handle()
        for _tab in range(most):
            self.page.keyboard.press("Tab")
            self.tabs += 1
            now = self.page.evaluate(FOCUS, wanted)
            assert now["seen"], f"{self.walk.path}: focus cannot be seen on {now['words']}"
            if now["there"]:
                return
        raise AssertionError(f"{self.walk.path}: not within {most} tabs: {target}")

    def enter(self, role: str, name: str | re.Pattern, within: str = "main", most: int = MOST_TABS) -> None:
        """Tab to what has this role and name, press Enter, and look at the page it leads to."""
        self.reach(self.page.locator(within).get_by_role(role, name=name), most)  # type: ignore[arg-type]
        self.leads_on()

    def leads_on(self) -> None:
        self.steps += 1
        self.walk.expected_status = 200
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.walk.look()

    def space(self, label: str) -> None:
        box = self.page.locator("main").get_by_label(label)
        self.reach(box)
        self.page.keyboard.press("Space")
        self.steps += 1
        expect(box.first).to_be_checked()

    def hears(self, *lines: str) -> None:
        """What a screen reader is given of the page has these lines, in this order."""
        told = self.page.locator("main").aria_snapshot()
        at = 0
        for line in lines:
            found = told.find(line, at)
            assert found >= 0, f"{self.walk.path} does not tell '{line}' here:\n{told[at:]}"
            at = found + len(line)
