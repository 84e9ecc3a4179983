"""Twenty who look for a mentor and eight mentors: an organiser brings them together, and it goes on by itself.

1. By hand: the mentor who stands beside a name, in one press, which she undoes; a mentor whom she chooses; one press
more. 2. The others in a round: she narrows what lies ready, keeps one pair, takes one out, reads for whom there is
nobody and why, tries other weights and keeps them, and sends. 3. Two mentors answer from their mail, on a phone and
without signing in: yes, and no with a reason and a few words. Who was to be helped says yes from her mail too. 4. The
next choice goes out by itself: after the no at once, and after a silence when the term is over. 5. The organiser reads
all of it.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from tests.journeys.at_work import PortalAtWork, until
from tests.journeys.twenty_and_eight import EDITION, GIVE, NO_PROFILE, NOBODY_FITS, SEEK, address_of
from tests.journeys.walking import NARROW, Walk

ANY_MENTOR = "|".join(GIVE)
DAYS = 3
WHY_NOT = "Wij zaten samen in een bestuur."
PROPOSED = """SELECT match.key, seeker.name, mentor_user.name FROM mentoring_match match
    JOIN programmes_participation participation ON participation.id = match.participation_id
    JOIN programmes_edition edition ON edition.id = participation.edition_id
    JOIN people_user seeker ON seeker.id = participation.user_id
    JOIN mentoring_mentor mentor ON mentor.id = match.mentor_id
    JOIN people_user mentor_user ON mentor_user.id = mentor.user_id
    WHERE edition.key = ? AND match.state = 'proposed' AND match.round_id IS NOT NULL ORDER BY match.id"""


@pytest.fixture
def edition(portal: PortalAtWork) -> str:
    return portal.lay("twenty_and_eight")


def test_twenty_are_paired_with_eight(portal: PortalAtWork, walk: Callable[..., Walk], edition: str) -> None:
    organiser = walk()
    organiser.become("organiser")
    pair_by_hand(organiser)
    round = send_a_round(organiser)

    sent = proposed(portal, edition)
    assert len(sent) == len(SEEK) - 4
    yes, no = two_of_different_mentors(sent)
    say_yes(walk(width=NARROW), walk(width=NARROW), portal, yes)
    say_no(walk(width=NARROW), portal, no)
    (later,) = until("the next choice goes out", lambda: new_since(sent, proposed(portal, edition)))
    assert later[1] == no[1] and later[2] != no[2]

    portal.move_clock(days=DAYS + 2)
    again = until(
        "whoever heard nothing is asked once more", lambda: new_since([*sent, later], proposed(portal, edition))
    )
    before = {(seeker, mentor) for _key, seeker, mentor in [*sent, later]}
    assert not before & {(seeker, mentor) for _key, seeker, mentor in again}
    read_all(organiser, round, no)


def about(verb: str, name: str) -> re.Pattern:
    """A button or link in the row of this one, as it is read out."""
    return re.compile(rf"^{verb}\s*: {name}\b")


# By hand ------------------------------------------------------------------------------------------


def pair_by_hand(organiser: Walk) -> None:
    one, two, *_rest = SEEK
    organiser.go("/cms/koppelen/")
    organiser.follow(EDITION, within="main")
    organiser.reads(f"Zonder mentor ({len(SEEK)})", re.compile("Er zijn samen 24 vrije plekken"))

    organiser.press(about("Stel voor", one))
    organiser.reads("Net voorgesteld", f"Zonder mentor ({len(SEEK) - 1})")
    organiser.press(about("Maak ongedaan", one))
    organiser.reads("Teruggenomen. Zij staan weer bij wie geen mentor heeft.", f"Zonder mentor ({len(SEEK)})")

    organiser.follow(about("Kies zelf", one))
    organiser.reads(f"Een mentor voor {one}")
    organiser.open("Lees waarom")
    organiser.follow(re.compile(f"^Kies ({ANY_MENTOR})"), within="main")
    organiser.reads(re.compile(f"{one} en ({ANY_MENTOR})"), "De deelnemer leest", "De mentor leest")
    organiser.press("Stel voor aan beiden")

    organiser.press(about("Stel voor", two))
    organiser.reads(f"Zonder mentor ({len(SEEK) - 2})", re.compile("geen mentor met plek kan dan", re.IGNORECASE))


# In a round ---------------------------------------------------------------------------------------


def send_a_round(organiser: Walk) -> str:
    """Where it stands."""
    stays, goes = SEEK[3], SEEK[4]
    organiser.fill("Hoeveel dagen hebben mensen om te antwoorden?", str(DAYS))
    organiser.press("Begin een koppelronde")
    organiser.reads("Nog niemand heeft hiervan gehoord.", f"Koppels ({len(SEEK) - 4})", "Nog zonder mentor (2)")
    organiser.reads(f"{NOBODY_FITS}: geen mentor met plek past", f"{NO_PROFILE}: profiel is nog niet af")

    organiser.page.get_by_label("Provincie van de deelnemer").select_option("Utrecht")
    organiser.press(re.compile("^Toon$"), within="main")
    organiser.reads("Koppels (5)")
    organiser.fill("Naam", stays)
    organiser.press(re.compile("^Toon$"), within="main")
    organiser.reads("Koppels (1)")
    organiser.press(about("Zet vast", stays))
    kept = pair_of(organiser, stays)
    organiser.follow("Toon alles", within="main")
    organiser.press(about("Haal eruit", goes))
    organiser.reads("Eruit gehaald", "Dit koppel is eruit. Bereken opnieuw om een ander te vinden.")
    organiser.press("Bereken opnieuw")
    organiser.reads(f"Koppels ({len(SEEK) - 4})")
    round = organiser.path

    try_weights(organiser)
    assert pair_of(organiser, stays) == kept
    organiser.press("Verstuur de voorstellen")
    organiser.reads(
        f"{len(SEEK) - 4} voorstellen zijn verstuurd.", re.compile("gaat het voorstel vanzelf naar de volgende")
    )
    return round


def pair_of(organiser: Walk, name: str) -> str:
    """Which mentor stands beside this name, that stays."""
    row = organiser.page.locator("main tr").filter(has_text=re.compile(rf"{name}\s+staat vast"))
    return row.locator("td").nth(1).inner_text()


def try_weights(organiser: Walk) -> None:
    organiser.follow("Probeer andere gewichten, en zie wie erop vooruit gaat")
    organiser.reads("Andere gewichten voor deze ronde")
    organiser.fill("Dezelfde provincie", "0")
    organiser.press("Probeer dit")
    organiser.reads("Wat er dan verandert", re.compile("krijg(t|en) dan een andere mentor"))
    organiser.press("Houd dit voor deze ronde")
    organiser.reads(re.compile(r"Voor deze ronde telt anders mee.*dezelfde provincie 0"))


# What was sent, and answers from a mail ---------------------------------------------------------------

Row = tuple[UUID, str, str]
"""Key of the match, who looks for a mentor, the mentor."""


def proposed(portal: PortalAtWork, edition: str) -> list[Row]:
    """By the round, and not answered by both yet."""
    return [(UUID(key), seeker, mentor) for key, seeker, mentor in portal.rows(PROPOSED, UUID(edition).hex)]


def new_since(known: list[Row], rows: list[Row]) -> list[Row]:
    keys = {key for key, *_names in known}
    return [row for row in rows if row[0] not in keys]


def two_of_different_mentors(sent: list[Row]) -> tuple[Row, Row]:
    return sent[0], next(row for row in sent if row[2] != sent[0][2])


def link_to(portal: PortalAtWork, name: str, match: UUID) -> str:
    """Where the mail about this proposal leads; the mail itself says of nobody who it is."""

    def found() -> str | None:
        for mail in portal.mails(address_of(name)):
            body = mail.get_body(preferencelist=("plain",))
            words = str(body.get_content()) if body else ""
            if link := re.search(rf"{re.escape(portal.address)}\S*{match}\S*", words):
                assert not any(re.search(rf"\b{one}\b", words) for one in (*SEEK, *GIVE)), words
                return urlsplit(link[0]).path
        return None

    return until(f"a mail to {name} about {match}", found)


def say_yes(mentor: Walk, seeker: Walk, portal: PortalAtWork, row: Row) -> None:
    key, seeker_name, mentor_name = row
    mentor.go(link_to(portal, mentor_name, key))
    mentor.reads(
        "Wil jij deze deelnemer helpen?", "Je kunt hier kiezen zonder in te loggen. Deel deze link met niemand."
    )
    assert seeker_name not in mentor.page.locator("main").inner_text()
    mentor.press("Ja, ik wil kennismaken")
    mentor.reads("Je zei ja", "De ander kiest nu ook. Je krijgt een mail als die heeft gekozen.")

    seeker.go(link_to(portal, seeker_name, key))
    seeker.press("Ja, ik wil kennismaken")
    seeker.reads("Jullie zeiden allebei ja. Log in, dan zie je jullie plek.")


def say_no(mentor: Walk, portal: PortalAtWork, row: Row) -> None:
    key, _seeker_name, mentor_name = row
    link = link_to(portal, mentor_name, key)
    mentor.go(link)
    mentor.follow("Nee, nu niet", within="main")
    mentor.reads("Je zegt nee. Dat mag altijd.", re.compile("Alleen de organisatie"))
    mentor.tick("Wij kennen elkaar al.")
    mentor.fill("Wil je daar iets bij zeggen?", WHY_NOT)
    mentor.press("Nee, dit past niet")
    mentor.reads("Je zei nee")
    mentor.go(link, status=410)
    mentor.reads("Deze link werkt niet meer")


# What came of it ----------------------------------------------------------------------------------


def read_all(organiser: Walk, round: str, no: Row) -> None:
    organiser.go(f"{round}?naam={no[1]}")
    organiser.reads("Antwoorden", "Gekoppeld: 1", "Nee gezegd: 1", re.compile("Verlopen: 1[0-9]"), "volgende keuze")
    organiser.follow(re.compile(f"^Mentor zei nee: Wij kennen elkaar al.*{no[1]}"), within="main")
    organiser.reads("Toelichting bij het nee", WHY_NOT)
    organiser.go("/cms/")
    organiser.follow(re.compile(EDITION), within="main section:has(h2:text-is('Koppelen'))")
    organiser.reads(re.compile("profiel is nog niet af", re.IGNORECASE))
