"""Invented events, some weeks ahead of the day the demo is made."""

from typing import Any

from people.models import Organisation
from portal.demo.content.mentor_network_facts import Term
from portal.demo.people import organisation as invented_organisation
from programmes.models import Event, Programme


def lay_events(programme: Programme, carrier: Organisation, term: Term) -> None:
    invented = invented_organisation()
    _event(
        carrier,
        "Vragenuur over het mentornetwerk",
        "Question hour on the mentor network",
        (term.moment(9, 20), term.moment(9, 21)),
        programme=programme,
        online=True,
        text="Stel je vragen. Je camera mag uit blijven.",
        text_en="Ask your questions. Your camera may stay off.",
        access="Met schrijftolk",
        access_en="With a speech-to-text interpreter",
    )
    _event(
        invented,
        "Loop een avond mee met een raadslid",
        "Join a council member for an evening",
        (term.moment(16, 19), term.moment(16, 22)),
        town="Deventer",
        text="Je ziet een vergadering. Daarna praten we na.",
        text_en="You see a meeting. Afterwards we talk about it.",
        access="Zonder trappen, met ringleiding",
        access_en="No stairs, with a hearing loop",
    )
    _event(
        invented,
        "Oefenen met spreken in de raadszaal",
        "Practise speaking in the council chamber",
        (term.moment(44, 18, 30), term.moment(44, 21, 30)),
        town="Almere",
        text="Je oefent in een kleine groep. Niemand kijkt toe.",
        text_en="You practise in a small group. Nobody watches.",
        access="Zonder trappen",
        access_en="No stairs",
    )


def _event(organisation: Organisation, title: str, title_en: str, times: tuple[Any, Any], **fields: Any) -> None:
    starts_at, ends_at = times
    Event.objects.get_or_create(
        organisation=organisation,
        title=title,
        defaults={"title_en": title_en, "starts_at": starts_at, "ends_at": ends_at, "is_example": True, **fields},
    )
