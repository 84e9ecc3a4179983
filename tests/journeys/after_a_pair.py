"""Steps beside and after a pair: a report that is answered and closed, the network, a barrier, and helping others."""

import re

from tests.journeys.walking import Walk

ANSWER = "Dank je dat je dit vertelt. Ik bel je vanavond."
BARRIER, HELP = "Ik wist niet wie ik kon bellen.", "Ik belde de griffie. Die legde het uit."
TITLE = "Bellen met het gemeentehuis"


# A report ---------------------------------------------------------------------------------------------


def answer_report(contact: Walk, told: str, quoted: str) -> None:
    """From her own page: read, taken up, answered, and asked whether it is done."""
    contact.go("/mijn/")
    contact.follow("Meldingen aan jou", within="main")
    newest = contact.page.locator("main .ol-lijst-links li", has_text="Vlinderpad").first
    contact.go(newest.get_by_role("link").get_attribute("href") or "")
    contact.reads(told, quoted)
    contact.press("Ik pak dit op")
    contact.fill("Jouw antwoord", ANSWER)
    contact.press("Verstuur, en vraag of het klaar is")
    contact.reads("Verstuurd. De persoon zegt zelf of het klaar is.")


# Afterwards -------------------------------------------------------------------------------------------


def complete(organiser: Walk, edition: str, name: str) -> None:
    organiser.go(f"/cms/edities/{edition}/groep/afronden/")
    organiser.tick(name)
    organiser.press("Rond deze mensen af")
    organiser.reads("1 deelnemer is afgerond.")


def join_network(alumna: Walk, programme: str, called: str) -> None:
    """She looks at it as others will, before it stands there."""
    alumna.go("/mijn/")
    alumna.follow("Netwerk: vind anderen", within="main")
    alumna.follow("Vlinderpad", within="main")
    alumna.stands_at(f"/mijn/netwerk/{programme}/naam/")
    alumna.fill("Welke naam staat er?", called)
    alumna.tick("Ja, zet mij in het netwerk")
    alumna.press("Bekijk eerst hoe het wordt")
    alumna.reads("Zo zien anderen jou", "Dit is nog niet bewaard.")
    alumna.press("Zet mij in het netwerk")
    alumna.reads("Bewaard. Zo sta je in het netwerk.", "Je bent hier nog alleen")


def tell_barrier(alumna: Walk, organiser: Walk, programme: str) -> None:
    alumna.go("/mijn/drempels/")
    alumna.follow("Vlinderpad", within="main")
    alumna.stands_at(f"/mijn/drempels/nieuw/{programme}/")
    alumna.fill("Waar gaat het over?", TITLE)
    alumna.fill("Wat kwam je tegen?", BARRIER)
    alumna.fill("Wat hielp?", HELP)
    alumna.tick(re.compile(r"^\s*Mogen\s*$"))
    alumna.tick("Ja, dit mag bij Kennis staan")
    alumna.press("Verstuur", within="main")
    alumna.reads("Dank je wel. De organisatie leest het, en daarna hoor je het.")
    own = alumna.path

    organiser.go("/cms/drempels/?state=told")
    organiser.follow(TITLE, within="main")
    organiser.reads(BARRIER, HELP)
    organiser.press(re.compile("^Plaats"), within="main")
    organiser.reads("Geplaatst. Het staat nu bij Kennis.")
    alumna.go(own)
    alumna.reads("Dit staat bij Kennis", BARRIER)
    alumna.go(own.replace("/mijn/", "/kennis/"))
    alumna.reads(TITLE, "Verteld door iemand die zelf meedeed.")


def become_mentor(alumna: Walk, programme: str, called: str) -> None:
    """With the profile along by which she looked for one."""
    alumna.go("/mijn/netwerk/")
    alumna.go(f"/mijn/mentor/worden/{programme}/")
    alumna.reads(re.compile("Je profiel gaat mee"))
    alumna.press("Ja, ik word mentor")
    alumna.reads("Je aanmelding als mentor is binnen. Kijk je profiel nog even na.", re.compile("Stap 1 van 3"))
    alumna.go("/mijn/mentor/")
    alumna.reads(called)
