"""Lays the example programme: records, pages in both languages, an open edition, and a few applications."""

import datetime as dt
import json
from typing import Any

from wagtail.models import Locale

from people.models import Membership, Organisation, User
from portal.content.parts import as_html
from portal.demo.content import mentor_network_facts as facts
from portal.demo.content.mentor_network_words import DUTCH, ENGLISH, PageWords
from portal.demo.people import organisation as invented_organisation
from portal.demo.people import person
from portal.set_up.pages import key_of
from programmes.actions.editions import open_edition
from programmes.models import (
    Carrier,
    Criterion,
    Edition,
    Phase,
    Programme,
    ProgrammeIndexPage,
    ProgrammePage,
    Question,
    SafeguardingContact,
)


def lay_mentor_network(carrier: Organisation, now: dt.datetime) -> Programme | None:
    """None when it is there already."""
    if Programme.objects.filter(slug=facts.SLUG).exists():
        return None
    programme = Programme.objects.create(slug=facts.SLUG, **facts.PROGRAMME)
    since = facts.Term(now).moment(-60, 9)
    Carrier.objects.create(programme=programme, organisation=carrier, order=1, is_lead=True, since=since)
    Criterion.objects.bulk_create(
        Criterion(programme=programme, order=order, **words) for order, words in enumerate(facts.CRITERIA, 1)
    )
    _lay_contacts(programme, carrier, since)
    _lay_pages(programme)
    _lay_edition(programme, carrier, now)
    return programme


def _lay_contacts(programme: Programme, carrier: Organisation, since: dt.datetime) -> None:
    """Invented people: one within the organisation, one from outside."""
    inside, made = User.objects.get_or_create(email="sanne.luistert@example.org", defaults={"name": "Sanne Luistert"})
    if made:
        inside.set_unusable_password()
        inside.save(update_fields=["password"])
    SafeguardingContact.objects.create(
        programme=programme,
        user=inside,
        organisation=carrier,
        since=since,
        display_name="Sanne Luistert",
        hours="Maandag tot donderdag, 9.00 tot 17.00 uur",
        hours_en="Monday to Thursday, 9:00 to 17:00",
        mail_address="vertrouwenspersoon.mentornetwerk@example.org",
    )
    SafeguardingContact.objects.create(
        programme=programme,
        user=person("safeguarding"),
        organisation=invented_organisation(),
        is_outside=True,
        since=since,
        display_name="Vera Vertrouwenspersoon",
        hours="Elke werkdag, 18.00 tot 21.00 uur",
        hours_en="Every working day, 18:00 to 21:00",
        mail_address="vertrouwenspersoon.buiten@example.org",
    )


def _lay_pages(programme: Programme) -> None:
    for code, words in (("nl", DUTCH), ("en", ENGLISH)):
        locale = Locale.objects.get(language_code=code)
        index = ProgrammeIndexPage.objects.get(locale=locale)
        page = ProgrammePage(
            programme=programme,
            slug=facts.SLUG,
            locale=locale,
            translation_key=key_of(f"/programmas/{facts.SLUG}/"),
            **_page_fields(words),
        )
        index.add_child(instance=page)
        page.save_revision().publish()


def _page_fields(words: PageWords) -> dict[str, Any]:
    # Items of a list need an id, or Wagtail reads them as its older format.
    body = as_html([("p", words.body), ("ul", words.helps)], "nl")
    questions = [
        {"type": "question", "value": {"question": question, "answer": f"<p>{answer}</p>"}}
        for question, answer in words.questions
    ]
    easy = [
        {"type": "part", "value": {"title": title, "rows": [_item(_row(*row), f"{title}{row}") for row in rows]}}
        for title, rows in words.easy
    ]
    return {
        "title": words.title,
        "intro": words.intro,
        "body": json.dumps([{"type": "text", "value": body}]),
        "for_whom_text": words.for_whom,
        "admission_text": words.admission,
        "questions": json.dumps(questions),
        "easy": json.dumps(easy),
    }


def _row(drawing: str, lines: list[str]) -> dict[str, Any]:
    return {"drawing": drawing, "lines": [_item(line, line) for line in lines]}


def _item(value: Any, name: str) -> dict[str, Any]:
    return {"type": "item", "id": str(key_of(name)), "value": value}


def _lay_edition(programme: Programme, carrier: Organisation, now: dt.datetime) -> None:
    """Opened by the organiser of the demo, who works at the desk of this organisation too."""
    organiser = person("organiser")
    Membership.objects.get_or_create(user=organiser, organisation=carrier, role=Membership.Role.ORGANISER)
    edition = Edition.objects.create(programme=programme, **facts.Term(now).edition())
    Phase.objects.bulk_create(
        Phase(edition=edition, order=order, **words) for order, words in enumerate(facts.PHASES, 1)
    )
    Question.objects.bulk_create(
        Question(edition=edition, order=order, **words) for order, words in enumerate(facts.QUESTIONS, 1)
    )
    open_edition(edition, by=organiser, at=now)
