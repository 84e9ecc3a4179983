"""A newcomer's minute: each finds what is meant for her from the front page, in a number of steps that is counted.

1. Somebody of nineteen with a phone: what fits her is closed, so one mail when it opens, and what she can do now.
2. Somebody with a screen reader and a keyboard: the criteria of a programme, and the door to an event.
3. Somebody who reads with difficulty, on a phone without scripts: the easy page, and being called.
4. The secretary of a party: a training for the party, and the card of the party until it stands on the site.
5. A councillor: a mentor who waits for a conversation.
6. Somebody without an account who comes to an event: a place, and the appointment for her own calendar.

A step is a press or a field; the mail that is opened is one too. Nothing here has a number to spare but a few.
"""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.at_work import PortalAtWork
from tests.journeys.newcomers import ByKeyboard, Newcomer
from tests.journeys.walking import NARROW, Walk

CLOSED = "Next Step Academy"
EVENT = "Vragenuur over het mentornetwerk"
KEY = "[0-9a-f-]{36}"


def test_somebody_of_nineteen_finds_it_closed_and_is_told(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    zoe, email = Newcomer(walk(width=NARROW)), "zoe.negentien@example.org"
    zoe.comes_to("/")
    zoe.follow("Doe de programmawijzer")
    zoe.tick("Mijn gemeente, in de raad")
    zoe.tick("18 of ouder")
    zoe.tick("Ik wil leren en oefenen")
    zoe.press("Toon mijn advies")
    zoe.reads(re.compile("Waarom dit past"), "Dit past ook, maar is nu niet open")
    zoe.follow(CLOSED)

    zoe.reads("Je kunt je nu niet aanmelden", re.compile("Dit kun je nu al doen"))
    zoe.follow("Laat het me weten")
    zoe.fill("Je e-mailadres", email)
    zoe.press("Laat het me weten")
    zoe.reads("Kijk in je mail", "Dit kun je nu al doen")
    said = zoe.open_mail(portal, email, "Wil je een bericht van ons?")
    assert CLOSED not in said  # whoever reads along in this mailbox learns nothing
    assert portal.rows("SELECT count(*) FROM programmes_interest WHERE confirmed_at IS NOT NULL") == [(0,)]
    zoe.press("Ja, laat het me weten")
    zoe.reads("Wij laten het je weten", CLOSED)
    assert portal.rows("SELECT count(*) FROM programmes_interest WHERE confirmed_at IS NOT NULL") == [(1,)]

    zoe.follow("Kom naar een bijeenkomst")
    zoe.stands_at("/agenda/")
    zoe.took(most=13)


def test_somebody_with_a_screen_reader_needs_no_mouse(walk: Callable[..., Walk]) -> None:
    sam = ByKeyboard(walk())
    sam.walk.go("/")
    sam.skip()
    sam.enter("link", "Bekijk alle programma’s", most=2)

    sam.skip()
    sam.space("Je kunt je nu aanmelden")
    sam.enter("button", "Toon programma’s", most=1)
    sam.walk.stands_at("/programmas/")
    sam.skip()
    sam.enter("link", "Mentornetwerk")
    sam.hears(
        'heading "Mentornetwerk" [level=1]',
        'heading "Voor wie" [level=2]',
        'heading "Hoe wij kiezen" [level=2]',
        "listitem",
        "Je krijgt altijd antwoord, met de reden erbij.",
        'heading "Als er iets gebeurt" [level=2]',
    )

    sam.enter("link", "Agenda", within="header")
    sam.skip()
    sam.enter("link", EVENT)
    sam.hears(f'heading "{EVENT}" [level=1]', "Er is plek", 'link "Ik kom"')
    sam.skip()
    sam.enter("link", "Ik kom")
    sam.walk.stands_at("/account/login/")

    sam.enter("button", "Stuur mij een code")  # with nothing filled in
    assert sam.page.title().startswith("Fout:")
    sam.walk.has_focus("main [role=alert] h2")
    sam.reach(sam.page.get_by_role("alert").get_by_role("link"), most=1)
    sam.page.keyboard.press("Enter")
    expect(sam.page.get_by_label("E-mailadres")).to_be_focused()
    assert sam.steps <= 14, sam.steps
    assert sam.tabs <= 90, sam.tabs


def test_a_reader_of_easy_language_is_called(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    ravi = Newcomer(walk(width=NARROW, script=False))
    ravi.comes_to("/")
    ravi.follow("Ik lees liever makkelijke taal")
    ravi.follow("Politiek actief")
    ravi.stands_at("/programmas/politiek-actief/makkelijke-taal/")
    ravi.reads("Hoe doe je mee?", "Wil je met iemand praten?")
    ravi.follow("Bel mij, ik heb een vraag")
    ravi.fill("Je telefoonnummer", "06 1234 5678")
    ravi.tick(re.compile("avond"))
    ravi.press("Bel mij")
    ravi.reads("Wij bellen je", "Binnen een week")
    ravi.took(most=7)

    by_axe = walk(width=NARROW)  # axe needs scripts; he does not
    for path in dict.fromkeys(ravi.saw):
        by_axe.go(path)
    ravi.press("Bel mij niet, wis mijn nummer")
    ravi.reads(re.compile("gewist"))


def test_the_secretary_of_a_party_books_a_training(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    secretary, address = Newcomer(walk(width=NARROW)), "bestuur@stadsbelang.example.org"
    secretary.comes_to("/")
    secretary.follow("Ik zit in een partij")
    secretary.follow("Bekijk de vrije dagen")
    secretary.follow(re.compile("Boek deze training"))
    secretary.proves(portal, address, "Stuur mij een code")

    day = secretary.page.get_by_role("radio", name=re.compile("bij jullie")).first
    secretary.tick(str(secretary.page.locator(f"label[for='{day.get_attribute('id')}']").inner_text()))
    secretary.tick("lokale partij")
    secretary.fill("Naam van de organisatie", "Stadsbelang Verzonnen")
    secretary.fill("Voor welke gemeente?", "Zwolle")
    secretary.fill("Hoeveel mensen komen er?", "12")
    secretary.press("Boek deze dag")
    secretary.reads(re.compile("Het is gelukt"), "Stadsbelang Verzonnen", re.compile("Gemeente Zwolle|Zwolle"))
    secretary.took(most=14)
    portal.mail(address, "De dag is voor jullie vastgehouden")


def test_the_secretary_of_a_party_writes_its_card(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    secretary, address = Newcomer(walk()), "secretaris@partij.example.org"
    [(party, place)] = portal.rows(
        "SELECT party.name, body.slug FROM elections_party party JOIN elections_body body ON body.id = party.body_id"
        " WHERE body.code = 'GM0193' AND party.id NOT IN (SELECT party_id FROM elections_partycard)"
        " ORDER BY party.name LIMIT 1"
    )
    row = f".ol-vel__rij:has(h3:has-text('{party}'))"
    reader = walk()
    reader.go(f"/verkiezingen/{place}/")
    expect(reader.page.locator(row)).to_contain_text("Nog geen kaart")

    secretary.comes_to("/")
    secretary.follow("Ik zit in een partij")
    secretary.follow(re.compile("eigen kaart"))
    secretary.fill(re.compile("Naam van je gemeente"), place)
    secretary.press("Zoek")
    secretary.follow(re.compile(place, re.IGNORECASE))
    secretary.follow(re.compile(re.escape(party)))
    secretary.proves(portal, address, "Stuur mij een code")
    secretary.fill("Hoe kiezen jullie kandidaten?", "Drie leden praten met iedereen. De leden stemmen.")
    secretary.fill("Waarop letten jullie?", "Je woont hier en je wilt leren.")
    secretary.fill("E-mailadres van de partij", "bestuur@partij.example.org")
    secretary.press("Lever in")
    secretary.reads("Je kaart is ingeleverd", re.compile("Dat duurt een paar werkdagen"))
    secretary.took(most=15)

    reader.go(f"/verkiezingen/{place}/")
    expect(reader.page.locator(row)).to_contain_text("Nog geen kaart")
    administrator = walk()
    administrator.become("administrator")
    administrator.go("/cms/beheer/kaarten-van-partijen/?state=waiting")
    administrator.follow(party, within="main")
    administrator.tick("Zet haar op de site")
    administrator.press("Beslis", within="main")
    administrator.reads(re.compile("De kaart staat op de site"))
    portal.mail(address, "Je kaart staat op de site")

    reader.go(f"/verkiezingen/{place}/")
    reader.page.locator(row).locator("summary").click()
    reader.reads("Drie leden praten met iedereen. De leden stemmen.")


def test_a_councillor_becomes_a_mentor_who_waits(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    councillor, email = Newcomer(walk()), "rian.raadslid@example.org"
    councillor.comes_to("/")
    councillor.follow("Ik zit in de raad en wil helpen")
    councillor.follow("Meld je aan als mentor")
    councillor.makes_account(portal, email)
    councillor.stands_at("/mijn/mentor/")
    councillor.follow("Meld je aan als mentor")
    councillor.fill("Hoe heet je?", "Rian Raadslid")
    councillor.tick("Mentornetwerk")
    councillor.tick("Ja, ik teken deze gedragscode")
    councillor.press("Meld mij aan als mentor")
    councillor.reads(re.compile("Je aanmelding als mentor is binnen"))
    councillor.took(most=13)

    councillor.comes_to("/mijn/mentor/")
    councillor.reads("Mentornetwerk", "De organisatie belt of mailt je voor een gesprek.")


def test_a_newcomer_comes_to_an_event(portal: PortalAtWork, walk: Callable[..., Walk]) -> None:
    noa, email = Newcomer(walk(width=NARROW)), "noa.nieuw@example.org"
    noa.comes_to("/")
    noa.follow(EVENT)
    noa.stands_at(re.compile(f"/agenda/{KEY}/"))
    noa.follow("Ik kom")
    noa.makes_account(portal, email)
    noa.stands_at(re.compile(f"/mijn/agenda/{KEY}/"))
    noa.fill("Hoe wil je heten?", "Noa")
    noa.press("Ik kom")
    noa.reads(re.compile("Je komt. Wij rekenen op je."), "Ik kan niet")
    noa.took(most=10)

    where = noa.page.get_by_role("link", name="Zet in je kalender").get_attribute("href")
    appointment = noa.page.request.get(f"{portal.address}{where}")
    assert appointment.headers["content-type"].startswith("text/calendar")
    assert "SUMMARY:Afspraak" in appointment.text()
    assert "mentor" not in appointment.text()
    portal.mail(email, "Je komt")
