"""Lays one example programme: records, pages in both languages, and its editions as far as they have come."""

import datetime as dt

from people.models import Membership, Organisation
from portal.demo.content.accounts import account
from portal.demo.content.programmes.pages import lay_pages
from portal.demo.content.programmes.running import nobody, run
from portal.demo.content.programmes.shapes import Ask, Contact, EditionPlan, Example, Passing
from portal.demo.content.terms import Term
from programmes.editing.rights import lay_rights
from programmes.models import Carrier, Criterion, Edition, Phase, Programme, Question, SafeguardingContact

Organisations = dict[str, Organisation]  # by slug
BEFORE_ALL = 60  # days before its first edition opened, from when the organisations carry it


def lay_programme(
    example: Example, organisations: Organisations, term: Term, passing: Passing = nobody
) -> Programme | None:
    """None when it is there already."""
    if Programme.objects.filter(slug=example.slug).exists():
        return None
    programme = Programme.objects.create(**_facts(example))
    since = term.moment(min((plan.opens for plan in example.editions), default=0) - BEFORE_ALL, 9)
    carriers = [organisations[slug] for slug in example.carriers]
    for order, carrier in enumerate(carriers, 1):
        Carrier.objects.create(programme=programme, organisation=carrier, order=order, is_lead=order == 1, since=since)
    _lay_path_and_criteria(programme, example)
    for contact in example.contacts:
        _lay_contact(programme, contact, organisations, since)
    lay_pages(programme, example)
    lay_rights(programme)
    organiser = account(*example.organiser)
    Membership.objects.get_or_create(user=organiser, organisation=carriers[0], role=Membership.Role.ORGANISER)
    for plan in example.editions:
        run(planned_edition(programme, example, plan, term), plan, term, organiser, passing)
    return programme


def _facts(example: Example) -> dict[str, object]:
    pairs = {name: getattr(example, name) for name in ("where", "hours", "costs", "travel", "access", "materials")}
    return {
        "slug": example.slug,
        "name": example.name,
        "office": example.office,
        "has_mentors": example.has_mentors,
        "for_whom": example.for_whom,
        "form": example.form,
        "pilot": example.pilot,
        "contact_address": example.contact_address,
        "is_example": True,
        **{name: dutch for name, (dutch, _english) in pairs.items()},
        **{f"{name}_en": english for name, (_dutch, english) in pairs.items()},
    }


def _lay_path_and_criteria(programme: Programme, example: Example) -> None:
    Phase.objects.bulk_create(
        Phase(
            programme=programme,
            order=order,
            kind=stop.kind,
            title=stop.title[0],
            title_en=stop.title[1],
            when=stop.when[0],
            when_en=stop.when[1],
            text=stop.text[0],
            text_en=stop.text[1],
            entry=stop.entry[0],
            entry_en=stop.entry[1],
            outcome=stop.outcome[0],
            outcome_en=stop.outcome[1],
        )
        for order, stop in enumerate(example.path, 1)
    )
    Criterion.objects.bulk_create(
        Criterion(programme=programme, order=order, title=title[0], title_en=title[1], text=text[0], text_en=text[1])
        for order, (title, text) in enumerate(example.criteria, 1)
    )


def _lay_contact(programme: Programme, contact: Contact, organisations: Organisations, since: dt.datetime) -> None:
    SafeguardingContact.objects.create(
        programme=programme,
        user=account(contact.name, contact.email),
        organisation=organisations.get(contact.works_for),
        is_outside=contact.is_outside,
        since=since,
        display_name=contact.name,
        hours=contact.hours[0],
        hours_en=contact.hours[1],
        mail_address=contact.mail_address,
    )


def planned_edition(programme: Programme, example: Example, plan: EditionPlan, term: Term) -> Edition:
    """In preparation, with its questions."""
    edition = Edition.objects.create(
        programme=programme,
        name=plan.name(term),
        town=plan.town,
        opens_at=term.moment(plan.opens, 9),
        closes_at=term.moment(plan.closes, 23, 59),
        answer_by=term.day(plan.answer_by),
        starts_on=term.day(plan.first_day(term)),
        ends_on=term.day(plan.ends),
        capacity=plan.capacity,
        admission_mode=example.admission_mode,
        reveals=example.reveals,
    )
    Question.objects.bulk_create(_question(edition, order, ask) for order, ask in enumerate(example.asks, 1))
    return edition


def _question(edition: Edition, order: int, ask: Ask) -> Question:
    return Question(
        edition=edition,
        order=order,
        step=ask.step,
        step_title=ask.heading[0],
        step_title_en=ask.heading[1],
        label=ask.label[0],
        label_en=ask.label[1],
        help=ask.help[0],
        help_en=ask.help[1],
        kind=ask.kind,
        choices="\n".join(dutch for dutch, _english in ask.choices),
        choices_en="\n".join(english for _dutch, english in ask.choices),
        required=ask.required,
    )
