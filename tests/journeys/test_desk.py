"""The desk in Wagtail, as an organiser and as an administrator see it.

1. The organiser goes through her lists and forms. 2. She opens an application that was sent; the applicant then reads
who looked at it. 3. She opens the edition and sees which buttons there are. 4. The administrator goes through hers,
and reads no application.
"""

import re
from collections.abc import Callable

from tests.journeys.walking import Walk

# What no other journey passes by; who may open what, walkers know.
OF_AN_ORGANISER = [
    "/cms/",
    "/cms/edities/",
    "/cms/edities/new/",
    "/cms/bijeenkomsten/",
    "/cms/bijeenkomsten/new/",
    "/cms/deelnemers/",
    "/cms/mentoren/",
    "/cms/koppelrondes/",
    "/cms/koppels/",
    "/cms/collegas/",
    "/cms/logboek/",
    "/cms/berichten/",
    "/cms/berichten/vaste/",
    "/cms/dossier/",
]
OF_AN_ADMINISTRATOR = [
    "/cms/national_figures/",
    "/cms/pages/",
    "/cms/beheer/portaalrollen/",
    "/cms/beheer/vertrouwenspersonen/",
    "/cms/beheer/organisaties/",
    "/cms/beheer/rollen/",
    "/cms/beheer/besturen/",
    "/cms/beheer/verkiezingen/",
    "/cms/beheer/officiele-lijsten/",
    "/cms/beheer/hulp/",
    "/cms/beheer/toestemmingen/",
    "/cms/beheer/mails/",
    "/cms/beheer/bewaartermijnen/",
]


def test_an_organiser_works_at_her_desk(walk: Callable[..., Walk]) -> None:
    organiser = walk()
    organiser.become("organiser")
    for path in OF_AN_ORGANISER:
        organiser.go(path)

    organiser.go("/cms/aanmeldingen/")
    organiser.follow("Cato C.", within="main")
    organiser.reads("Veilig fietsen naar school.")

    organiser.go("/cms/edities/")
    organiser.follow(re.compile("voorjaar|najaar"), within="main")


def test_an_administrator_has_a_desk_without_applications(walk: Callable[..., Walk]) -> None:
    administrator = walk()
    administrator.become("administrator")
    for path in OF_AN_ADMINISTRATOR:
        administrator.go(path)
    administrator.go("/cms/aanmeldingen/")
    assert administrator.page.get_by_text("Cato C.").count() == 0
