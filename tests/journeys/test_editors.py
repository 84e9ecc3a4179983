"""A programme from nothing: an organiser writes its page at the desk, a colleague looks along, everybody finds it.

1. An administrator gives a colleague a role. 2. The organiser makes a programme and writes its page in the editor of
blocks: words, a picture with what it shows, easy language with a drawing. A sentence that is too long is named, and
nothing she wrote is lost. 3. The colleague finds it at what waits for her, sees it as it will be, and approves.
4. A visitor finds it in the list, by the guide and by searching, within seconds of the approval.
"""

import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, expect

from tests.journeys.at_work import PortalAtWork, until
from tests.journeys.walking import Walk

NAME, INTRO = "Buurtstem", "Leer hoe je je buurt beter maakt."
WORDS = "Je oefent een avond in de raadzaal."
ALT = "Twee mensen aan een tafel"
LONG = "Je praat elke week met heel veel mensen over wat er beter kan."
SHORT, NEXT = "Je praat elke week over je straat.", "Je leert hoe de raad werkt."
HERE = "/programmas/buurtstem/"
ORGANISATION = "Stichting Verzonnen"
COLLEAGUE = "vera.vertrouwenspersoon@example.org"
FOUND_WITHIN = 5  # seconds
MOST_PRESSES, MOST_FIELDS = 18, 12


class Editor:
    """Somebody at the editor, whose presses and fields are counted."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.page = walk, walk.page
        self.presses = self.fields = 0

    def press(self, target: Locator) -> None:
        self.presses += 1
        target.click()

    def go(self, name: str | re.Pattern, role: str = "button", within: str = "main") -> None:
        """A press that leads to another page."""
        self.presses += 1
        self.walk.follow(name, within) if role == "link" else self.walk.press(name, within)

    def fill(self, target: Locator, words: str) -> None:
        self.fields += 1
        target.fill(words)

    def choose(self, target: Locator, words: str) -> None:
        self.fields += 1
        target.select_option(label=words)

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-contentpath={name}]").first

    def insert(self, name: str) -> Locator:
        """A new block in this part of the page."""
        part = self.part(name)
        self.press(part.get_by_role("button", name="Blok invoegen").first)
        return part

    def easy(self, field: str) -> Locator:
        return self.page.locator(f"[name='easy-0-value-rows-{field}']")


def test_a_programme_from_nothing(portal: PortalAtWork, walk: Callable[..., Walk], tmp_path: Path) -> None:
    administrator, organiser, colleague, visitor = walk(), walk(), walk(), walk()
    give_a_role(administrator)

    organiser.become("organiser")
    editor = Editor(organiser)
    make_programme(editor)
    write_words(editor)
    write_easy(editor, picture(tmp_path / "tafel.jpg"))
    hand_in_what_is_too_long(editor)
    editor.fill(editor.easy("0-value-lines-0-value"), SHORT)
    hand_in(editor)
    organiser.reads(re.compile(f"{NAME}.*ter goedkeuring ingediend"))
    visitor.go(HERE, status=404)

    approve(colleague, portal)
    everybody_finds_it(visitor)
    by_hand = f"{editor.presses} presses and {editor.fields} fields"
    print(f"A programme from nothing: {by_hand}")
    assert editor.presses <= MOST_PRESSES and editor.fields <= MOST_FIELDS, by_hand


def give_a_role(administrator: Walk) -> None:
    administrator.become("administrator")
    administrator.go("/cms/beheer/rollen/new/")
    administrator.fill("E-mailadres van het account", COLLEAGUE)
    administrator.page.locator("#id_organisation").select_option(label=ORGANISATION)
    administrator.page.locator("#id_role").select_option(label="redacteur")
    administrator.press("Geef deze rol")


def make_programme(editor: Editor) -> None:
    """Of her two organisations the first by name stands there already."""
    editor.press(editor.page.locator(".sidebar").get_by_role("button", name="Programma’s"))
    editor.go("Programma’s", "link", ".sidebar")
    editor.go("Programma toevoegen", "link", "body")
    editor.fill(editor.page.get_by_role("textbox", name=re.compile("^Naam")), NAME)
    editor.choose(editor.page.get_by_role("combobox", name="Organisatie").first, ORGANISATION)
    editor.go("Toevoegen", within="form")
    expect(editor.page.get_by_role("textbox", name="Titel")).to_have_value(NAME)


def write_words(editor: Editor) -> None:
    editor.fill(editor.page.get_by_role("textbox", name="Inleiding"), INTRO)
    editor.fill(editor.insert("body").locator("[contenteditable=true]"), WORDS)


def write_easy(editor: Editor, file: Path) -> None:
    """A drawing with a line that is too long, and a picture of her own beside another."""
    part = editor.insert("easy")
    editor.fill(part.get_by_role("textbox", name="Kop"), "Wat ga je doen?")
    editor.choose(editor.easy("0-value-drawing"), "praten")
    editor.fill(editor.easy("0-value-lines-0-value"), LONG)
    editor.press(part.get_by_role("button", name="Toevoegen", exact=True).last)
    editor.fill(editor.easy("1-value-lines-0-value"), NEXT)

    editor.press(part.get_by_role("button", name="Kies een afbeelding").last)
    window = editor.page.get_by_role("dialog")
    editor.press(window.get_by_role("tab", name="Uploaden"))
    editor.fields += 1
    window.locator("input[type=file]").set_input_files(file)
    expect(window.get_by_role("textbox", name="Titel")).to_have_value(file.stem)
    editor.press(window.get_by_role("button", name="Uploaden"))
    expect(editor.easy("1-value-picture-image")).to_have_value(re.compile(r"\d+"))
    editor.fill(editor.easy("1-value-picture-alt_text"), ALT)
    editor.walk.look(again=True)


def hand_in(editor: Editor) -> None:
    editor.press(editor.page.get_by_role("button", name="Meer acties"))
    editor.go("Vraag een collega om mee te kijken", within="body")


def hand_in_what_is_too_long(editor: Editor) -> None:
    hand_in(editor)
    editor.walk.reads(re.compile(f"Deze zin heeft 13 woorden, hoogstens tien mag: ‘{LONG}’ Maak er twee regels van."))
    kept = {
        "0-value-lines-0-value": LONG,
        "0-value-drawing": "mini-praten",
        "1-value-lines-0-value": NEXT,
        "1-value-picture-alt_text": ALT,
    }
    for field, words in kept.items():
        expect(editor.easy(field)).to_have_value(words)
    expect(editor.page.get_by_role("textbox", name="Titel")).to_have_value(NAME)
    expect(editor.page.get_by_role("textbox", name="Inleiding")).to_have_value(INTRO)
    expect(editor.part("body").locator("[contenteditable=true]")).to_have_text(WORDS)
    expect(editor.easy("1-value-picture-image")).to_have_value(re.compile(r"\d+"))


def approve(colleague: Walk, portal: PortalAtWork) -> None:
    portal.mail(COLLEAGUE, "wacht")
    colleague.become("safeguarding")
    colleague.go("/cms/")
    colleague.reads("Wat wacht op mij")
    colleague.follow(NAME, within="main")
    draft = colleague.page.context.new_page()
    draft.goto(colleague.page.url.replace("/edit/", "/view_draft/"))
    expect(draft.get_by_text(INTRO).first).to_be_visible()
    draft.close()
    colleague.page.get_by_role("button", name="Meer acties").click()
    colleague.press(re.compile("Keur goed"), within="body")


def everybody_finds_it(visitor: Walk) -> None:
    """From its own address a few seconds after the approval, and from wherever one looks for a programme."""
    until("the page is there", lambda: visitor.page.request.get(visitor.address + HERE).ok, FOUND_WITHIN)
    visitor.go("/programmawijzer/?ambt=raad")
    visitor.reads(NAME)
    visitor.go("/programmas/")
    visitor.reads(NAME)
    visitor.go("/zoeken/?q=buurtstem")
    visitor.follow(NAME, within="main")
    visitor.stands_at(HERE)
    visitor.reads(INTRO, WORDS)
    visitor.go(f"{HERE}makkelijke-taal/")
    visitor.reads(SHORT)
    expect(visitor.page.get_by_role("img", name=ALT)).to_be_visible()


def picture(path: Path) -> Path:
    Image.new("RGB", (640, 420), "steelblue").save(path)
    return path
