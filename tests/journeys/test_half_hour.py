"""The half hour: an organiser who never saw the portal, with a sheet of people, comes as far as her first mail.

1. She makes an account with a passkey; an administrator gives her the role in an organisation of one. 2. On one screen
she begins a small programme: its page is on the site, and one can apply. 3. Her sheet of twenty comes in, without two
columns that must not enter. Five say yes. 4. She plans a talk with each of them, and after the talks offers them a
place, to each in words of her own; they say yes. 5. One of them says what she needs. It becomes a list without names,
sent to who carries it out. 6. The first mail goes to the group.

Each press and each field of the organiser counts. Nothing of the two columns is anywhere afterwards.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from cryptography.fernet import Fernet
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.journeys.at_work import PortalAtWork
from tests.journeys.newcomers import Newcomer
from tests.journeys.test_passkey import give_device
from tests.journeys.walking import Walk
from tests.kept import AMSTERDAM

MOST_STEPS = 60
ORGANISATION, MAILBOX, PROGRAMME = "Werkplaats Verzonnen", "post@werkplaats.example.org", "Samen aan tafel"
ORGANISER, PARTNER = "olga.organisator@example.org", "uri.uitvoerder@example.org"
FIVE = ["Ada Akker", "Bas Beek", "Cor Dijk", "Dina Eik", "Els Fazant"]
REST = [f"Gast {number}" for number in range(15)]
NEED = "Mijn letters zijn groot."
SUBJECT, TEXT = "Tot maandag", "Wij beginnen om zeven uur. De deur staat open."
KEY = "[0-9a-f-]{36}"
FIELD_KEY = b"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="  # tests.journeys.settings


def address_of(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@halfuur.example.org"


def test_the_half_hour(portal: PortalAtWork, walk: Callable[..., Walk], tmp_path: Path) -> None:
    organiser = Newcomer(walk())
    make_account(organiser, portal, walk())
    begin_small_programme(organiser, walk())
    file, canaries = sheet(tmp_path / "deelnemers.xlsx")
    hand_in(organiser, file)
    nothing_of(canaries, portal, kept=address_of(REST[-1]))
    organiser.press("Voer 20 mensen in")

    five = [say_yes(walk, portal, name) for name in FIVE]
    plan_talks(organiser, portal)
    portal.move_clock(days=3)
    offer_places(organiser)
    for person in five:
        say_yes_to_place(person)
    say_what_she_needs(five[0])

    arrange(organiser, portal)
    see_the_list(walk(), portal)
    write_to_the_group(organiser, portal)

    print(f"The half hour: {organiser.steps} presses and fields")
    organiser.took(MOST_STEPS)
    nothing_of(canaries, portal, kept=NEED)


# Coming in ----------------------------------------------------------------------------------------


def make_account(organiser: Newcomer, portal: PortalAtWork, administrator: Walk) -> None:
    """With a passkey: mail once, and nothing more is asked of her when she sees data of others."""
    give_device(organiser.walk)
    organiser.comes_to("/")
    organiser.follow("Inloggen", within="header")
    organiser.follow("Maak een account")
    organiser.follow("Maak een account met een passkey")
    organiser.proves(portal, ORGANISER, "Verder")
    organiser.press("Maak de passkey")
    organiser.stands_at("/mijn/")

    administrator.become("administrator")
    administrator.go("/cms/beheer/organisaties/new/")
    for field, words in {"name": ORGANISATION, "slug": "werkplaats", "mail_address": MAILBOX}.items():
        administrator.page.locator(f"#id_{field}").fill(words)
    administrator.press("Toevoegen", within="main")
    administrator.go("/cms/beheer/rollen/new/")
    administrator.fill("E-mailadres van het account", ORGANISER)
    administrator.page.locator("#id_organisation").select_option(label=ORGANISATION)
    administrator.page.locator("#id_role").select_option(label="organisator")
    administrator.press("Geef deze rol")


def begin_small_programme(organiser: Newcomer, visitor: Walk) -> None:
    organiser.comes_to("/mijn/")
    organiser.follow(re.compile("werk", re.IGNORECASE))
    organiser.stands_at("/cms/")
    organiser.follow("Begin een klein programma")
    organiser.fill("Hoe heet het?", PROGRAMME)
    organiser.fill("Wat gaan mensen doen?", "Je eet vijf keer met raadsleden. Je oefent met praten.")
    organiser.tick("Niets bijzonders")
    organiser.fill("Wanneer begint het?", in_days(30))
    organiser.fill("In welke plaats?", "Utrecht")
    for name in ("Ward Buitenom", "Wies Overal"):
        organiser.tick(name)
    organiser.press("Maak het programma")
    organiser.reads("Zo ver ben je", "Ze staat op de site. Mensen kunnen haar lezen.", "Er zijn er genoeg.")

    visitor.go("/programmas/samen-aan-tafel/")
    visitor.reads(PROGRAMME, "Je eet vijf keer met raadsleden. Je oefent met praten.")
    expect(visitor.page.get_by_role("link", name="Meld je aan").first).to_be_visible()


def in_days(days: int) -> str:
    return (datetime.now(AMSTERDAM) + timedelta(days=days)).date().isoformat()


# Her sheet ----------------------------------------------------------------------------------------


def sheet(file: Path) -> tuple[Path, list[str]]:
    """Twenty people, and what was noted of them that is nobody's business here."""
    book = Workbook()
    book.active.append(["Naam", "E-mail", "Beperking", "Partij"])
    canaries = []
    for number, name in enumerate([*FIVE, *REST]):
        said = [f"kanarie-rolstoel-{number}", f"kanarie-partij-{number}"]
        canaries += said
        book.active.append([name, address_of(name), *said])
    book.save(file)
    return file, canaries


def hand_in(organiser: Newcomer, file: Path) -> None:
    organiser.follow(re.compile("^Lees een bestand in"))
    organiser.page.get_by_label("Je lijst", exact=False).and_(organiser.page.locator("input")).set_input_files(file)
    organiser.steps += 1
    organiser.tick("Zij melden zich aan: jij beslist daarna")
    organiser.press("Bekijk wat erin staat")
    organiser.reads(re.compile("Deze kolommen komen niet binnen"), "Beperking, Partij")


def say_yes(walk: Callable[..., Walk], portal: PortalAtWork, name: str) -> Walk:
    """By the one mail; she is who her mailbox says she is."""
    person, address = walk(), address_of(name)
    person.go(link_in(portal, address))
    person.reads("Wil je meedoen?", re.compile(PROGRAMME))
    person.has_value("Hoe wil je heten?", name)
    person.tick(re.compile("jaar of ouder"))
    person.press("Ja, meld mij aan")
    person.fill(re.compile("code", re.IGNORECASE), code_among(portal, address))
    person.press(re.compile("Inloggen|Verder"), within="main")
    person.stands_at(re.compile(f"/mijn/aanmelding/{KEY}/"))
    return person


def link_in(portal: PortalAtWork, address: str) -> str:
    """Where the first link of the newest mail leads."""
    words = words_of(portal.mail(address, ""))
    found = re.search(rf"{re.escape(portal.address)}(/\S+)", words)
    assert found, words
    return found[1]


def code_among(portal: PortalAtWork, address: str) -> str:
    """The mail with a code comes beside the one that says that all came in."""
    found = re.search(r"^\s*([A-Z0-9]{3,4}-[A-Z0-9]{3,4})\s*$", words_of(portal.mail(address, "code")), re.MULTILINE)
    assert found
    return found[1]


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    return str(body.get_content()) if body else ""


# Talks, and an answer to each ---------------------------------------------------------------------


def plan_talks(organiser: Newcomer, portal: PortalAtWork) -> None:
    to_room(organiser, PROGRAMME, "Gesprekken")
    for name in FIVE:
        expect(organiser.page.get_by_role("checkbox", name=name)).to_be_checked()
    organiser.fill("Dag", in_days(2))
    organiser.fill("Waar, of wie belt wie", "Wij bellen jou.")
    organiser.press("Plan deze gesprekken")
    organiser.reads(re.compile("5 gesprekken zijn gepland"), re.compile("10.00"), re.compile("11.20"))
    mail = portal.mail(address_of(FIVE[4]), "gesprek")
    assert PROGRAMME not in mail.as_string()


def offer_places(organiser: Newcomer) -> None:
    """Three days later, from what waits for her."""
    organiser.comes_to("/cms/")
    organiser.follow(re.compile(PROGRAMME), within=waits("Gesprekken"))
    for name in FIVE:
        expect(organiser.page.get_by_role("checkbox", name=re.compile(name))).to_be_checked()
    organiser.press("Deze zijn geweest")
    organiser.follow("Bied hun een plek aan")
    organiser.press("Verder: schrijf aan ieder")
    for name in FIVE:
        organiser.fill(name, f"Fijn dat je komt, {name.split()[0]}.")
    organiser.press("Lees alles na")
    organiser.reads("Fijn dat je komt, Ada.", "Fijn dat je komt, Els.")
    organiser.press("Verstuur 5 antwoorden")
    organiser.reads(re.compile("5 mensen krijgen antwoord"))


def waits(title: str) -> str:
    """What stands under this heading on the first page of the desk."""
    return f"main section:has(h2:text-is('{title}'))"


def say_yes_to_place(person: Walk) -> None:
    person.go("/mijn/")
    person.follow("Zeg ja of nee", within="main")
    person.reads(re.compile("Fijn dat je komt"))
    person.press("Ja, ik doe mee")


# What is needed, and who sees to it ---------------------------------------------------------------


def say_what_she_needs(person: Walk) -> None:
    person.go("/mijn/")
    person.follow(re.compile("Wat ik nodig heb"), within="main")
    person.tick(re.compile("rolstoel", re.IGNORECASE))
    person.fill("Wil je er iets bij zeggen?", NEED)
    person.tick("Ja, bewaar wat ik nodig heb")
    person.press("Bewaar")
    person.reads(re.compile("Bewaard"))


def arrange(organiser: Newcomer, portal: PortalAtWork) -> None:
    organiser.follow("Wat wacht op mij", within="body")
    organiser.reads("Er is gezegd wat nodig is. Lees het en maak er een lijst van.")
    organiser.follow(re.compile(PROGRAMME), within=waits("Wat nodig is om mee te doen"))
    organiser.reads(FIVE[0], NEED)
    organiser.fill(re.compile("rolstoel", re.IGNORECASE), "1")
    organiser.fill(re.compile("grote letter", re.IGNORECASE), "1")
    organiser.press("Zet op de lijst")
    organiser.fill("E-mailadres van de uitvoerder", PARTNER)
    organiser.press("Nodig uit")
    organiser.press("Stuur naar de uitvoerder")
    organiser.reads(re.compile("Gestuurd"))


def see_the_list(partner: Walk, portal: PortalAtWork) -> None:
    """The partner says yes, and finds what was sent: no name, and no words of a person."""
    give_device(partner)
    partner.go(link_in(portal, PARTNER))
    partner.follow("Maak een account", within="main")
    partner.follow("Maak een account met een passkey", within="main")
    before = len(portal.mails(PARTNER))
    partner.fill("E-mailadres", PARTNER)
    partner.press("Verder", within="main")
    partner.fill(re.compile("code", re.IGNORECASE), portal.code_for(PARTNER, before))
    partner.press("Verder", within="main")
    partner.press("Maak de passkey", within="main")
    partner.press("Ja, ik werk mee", within="main")
    partner.stands_at("/mijn/regelen/")
    partner.reads("Wat er te regelen is", re.compile("rolstoel"))
    words = partner.page.locator("body").inner_text()
    assert not [name for name in FIVE if name in words] and NEED not in words
    partner.press(re.compile("^Geregeld"), within="main")


# The first mail -----------------------------------------------------------------------------------


def write_to_the_group(organiser: Newcomer, portal: PortalAtWork) -> None:
    to_room(organiser, "Alles van deze editie", "Zo ver ben je")
    organiser.follow(re.compile("^Schrijf het"))
    organiser.fill("Onderwerp", SUBJECT)
    organiser.fill("Tekst", TEXT)
    organiser.press("Bewaar en lees na")
    organiser.reads("5 mensen krijgen dit.")
    organiser.press("Verstuur naar 5 mensen")
    for name in FIVE:
        mail = portal.mail(address_of(name), SUBJECT)
        assert TEXT in words_of(mail)
    organiser.follow("Kijk opnieuw")
    organiser.reads("5 van 5 mails verstuurd.")


def to_room(organiser: Newcomer, words: str, tile: str) -> None:
    """By these words to all that is done with her edition, and there by a tile."""
    organiser.follow(re.compile(words))
    organiser.follow(tile)


# What must not have entered -----------------------------------------------------------------------


def nothing_of(canaries: list[str], portal: PortalAtWork, kept: str) -> None:
    """In no file of the portal, and in no field of its database, also behind the key; `kept` is in one of those."""
    sought = [canary.encode() for canary in canaries]
    files = [path for path in portal.folder.rglob("*") if path.is_file()]
    texts = [*((path.name, path.read_bytes()) for path in files), *behind_the_key(portal)]
    assert not [where for where, text in texts if any(canary in text for canary in sought)]
    assert any(kept.encode() in text for where, text in texts if where.endswith(" opened"))


def behind_the_key(portal: PortalAtWork) -> Iterator[tuple[str, bytes]]:
    key = Fernet(FIELD_KEY)
    for (table,) in portal.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"):
        for row in portal.rows(f'SELECT * FROM "{table}"'):  # noqa: S608  a name from the database itself
            for value in row:
                if isinstance(value, str) and value.startswith("gAAAA"):
                    yield f"{table} opened", key.decrypt(value.encode())
