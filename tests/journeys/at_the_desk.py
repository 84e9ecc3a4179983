"""Steps at the desk in Wagtail that several journeys take."""

import re

from tests.journeys.at_work import PortalAtWork
from tests.journeys.walking import Walk


def open_application(organiser: Walk, name: str, state: str = "submitted") -> None:
    organiser.go(f"/cms/aanmeldingen/?state={state}")
    organiser.follow(name, within="main")


def answer(organiser: Walk, label: str, words: str = "") -> None:
    """On the page of an application: write, read back, send."""
    organiser.fill("Jouw woorden", words)
    organiser.press(label, within="main")
    organiser.reads(re.compile("Lees na"), "In de mail", "Na het inloggen")
    organiser.press("Verstuur dit antwoord")


def offer_place(organiser: Walk, name: str) -> None:
    open_application(organiser, name)
    answer(organiser, "Plek aanbieden")
    organiser.reads(re.compile("De plek is aangeboden"))


def admit_mentor(organiser: Walk, name: str, today: str) -> None:
    """The organiser spoke with her; `today` as 2026-11-01."""
    organiser.go("/cms/mentoren/?state=applied")
    organiser.follow(name, within="main")
    organiser.reads("Nagekeken", "Profiel")
    for label in ("Gesprek gehad op", "Ambt nagekeken op", "VOG gezien op"):
        organiser.fill(label, today)
    organiser.press("Bewaar de data")
    organiser.press("Toelaten")
    organiser.reads("De stand is nu: doet mee.")


def pair_by_hand(organiser: Walk, edition: str, mentee: str, mentor: str) -> None:
    organiser.go("/cms/koppelen/")
    organiser.follow(edition, within="main")
    organiser.follow(mentee, within="main")
    organiser.reads(f"Een mentor voor {mentee}")
    organiser.follow(re.compile(f"Kies.*{mentor}"), within="main")
    organiser.reads(f"{mentee} en {mentor}")
    organiser.press("Stel voor aan beiden")
    organiser.reads("Het voorstel is verstuurd. Beiden krijgen een mail.")


def open_edition_of(portal: PortalAtWork, programme: str) -> str:
    """The name of the first edition that one can apply to now."""
    found = portal.rows(
        "SELECT edition.name FROM programmes_edition edition JOIN programmes_programme programme"
        " ON programme.id = edition.programme_id WHERE programme.slug = ? AND edition.state = 'open'"
        " ORDER BY edition.starts_on",
        programme,
    )
    return found[0][0]
