"""What a programme's page and its row in the list say about it, read from the records as they are now."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from people.languages import said
from people.models import Organisation
from programmes.availability import Availability
from programmes.choices import AdmissionMode, Audience
from programmes.models.edition import Edition
from programmes.models.phase import Phase
from programmes.models.programme import Programme
from programmes.models.safeguarding_contact import SafeguardingContact
from programmes.models.session import SessionOffer

Fact = dict[str, Any]

# Which edition speaks for the programme: the first kind that there is.
_ORDER = [Availability.PLACE, Availability.ALMOST, Availability.FULL, Availability.LATER]
_APPLYING = frozenset({Availability.PLACE, Availability.ALMOST, Availability.FULL})


def shown_edition(editions: Iterable[Edition], at: datetime | None = None) -> Edition | None:
    """One can apply to it now; else the one that opens first; else the latest that was, and is not over."""
    at = at or timezone.now()

    def rank(edition: Edition) -> tuple[float, ...]:
        words = edition.availability(at)
        soonest = edition.opens_at.timestamp() if edition.opens_at else 0.0
        latest = -float(edition.starts_on.toordinal()) if edition.starts_on else 0.0
        if words in _ORDER:
            return _ORDER.index(words), soonest, edition.pk
        return len(_ORDER), latest, edition.is_over, -edition.pk

    return min(editions, key=rank, default=None)


def badge(edition: Edition | None, at: datetime | None = None) -> Fact:
    """Kind and label of the status badge, in words and never a number of places."""
    words = edition.availability(at) if edition else Availability.CLOSED
    if words == Availability.FULL:
        return {"kind": "full", "label": _("Vol, wel een wachtlijst")}
    if words == Availability.LATER and edition and edition.opens_at:
        return {"kind": "later", "label": _("Opent op %(day)s") % {"day": _day(edition.opens_at)}}
    if words == Availability.CLOSED:
        return {"kind": "later", "label": _closed_label(edition)}
    return {"kind": words.value, "label": str(words.label)}


def badge_of(programme: Programme, edition: Edition | None) -> Fact:
    """The badge of a page or a row: what organisations book is open without an edition."""
    if booked_at(programme, edition):
        return {"kind": "place", "label": _("Te boeken")}
    return badge(edition)


def booked_at(programme: Programme, edition: Edition | None) -> str:
    """Where organisations mail to book what is no matter of persons, or ""."""
    is_booked = programme.for_whom == Audience.PARTIES and edition is None
    return programme.contact_address if is_booked else ""


def booking(programme: Programme, edition: Edition | None) -> Fact:
    """Where organisations mail to book, and whether they can choose a day here instead."""
    mail = booked_at(programme, edition)
    return {"book_at": mail, "books_here": bool(mail) and _has_days(programme)}


def _has_days(programme: Programme) -> bool:
    return SessionOffer.objects.public().filter(programme=programme).exists()


def _closed_label(edition: Edition | None) -> str:
    if edition is None:
        return _("Nog geen datum")
    return _("Bezig") if edition.is_running else _("Gesloten")


def several_to_come(editions: Iterable[Edition], at: datetime | None = None) -> list[Fact]:
    """Dated rows of the editions one can apply to now or later; none when the card beside them says it all."""
    coming = [edition for edition in editions if edition.starts_on and edition.availability(at) in _ORDER]
    coming.sort(key=lambda edition: (edition.starts_on, edition.pk))
    return [_row(edition, at) for edition in coming] if len(coming) > 1 else []


def _row(edition: Edition, at: datetime | None) -> Fact:
    words, applying = badge(edition, at)["label"], term(edition, at)
    until = _("Aanmelden kan tot en met %(day)s.") % {"day": _day(applying["until"])} if applying["until"] else ""
    own_access = said(edition, "access")
    told = (_sentence(words), until, _sentence(own_access) if own_access else "")
    return {
        "date": edition.starts_on,
        "title": edition.name,
        "url": applying["url"],
        "text": " ".join(part for part in told if part),
    }


def takes_applications(edition: Edition | None, at: datetime | None = None) -> bool:
    return edition is not None and edition.availability(at) in _APPLYING


def for_whom(programme: Programme) -> str:
    return _("Voor %(whom)s") % {"whom": Audience(programme.for_whom).label}


def where(programme: Programme) -> str:
    return said(programme, "where") or programme.province or _("Heel Nederland")


def row_facts(programme: Programme) -> list[str]:
    """The short facts under a row of the list."""
    office = programme.get_office_display() if programme.office else ""
    found = [for_whom(programme), office[:1].upper() + office[1:], where(programme), said(programme, "costs")]
    return [fact for fact in [*found, _("Proef") if programme.is_pilot else ""] if fact]


def page_facts(programme: Programme, edition: Edition | None, editions: list[Edition]) -> list[Fact]:
    """`edition` is the one that speaks for the programme, `editions` all that the public may know of."""
    carriers = programme.carriers.all()
    costs = [said(programme, "costs"), said(programme, "travel")]
    several = bool(several_to_come(editions))
    which = edition.name if edition and several else ""
    found = [
        (_("Editie"), which),
        (_("Tijd"), said(programme, "hours")),
        _begins(edition),
        (_("Waar"), _place(programme, None if several else edition)),
        (_("Nu bezig in"), _towns_of_now(editions)),
        (_("Kosten"), " ".join(_sentence(cost) for cost in costs if cost)),
        (_("Vanaf"), from_age(edition)),
        (_("Toegankelijk"), _access(programme, edition)),
        (_("Lezen en luisteren"), said(programme, "materials")),
        (_("Vast of proef"), programme.get_pilot_display() if programme.pilot else ""),
        (_("Organisatie"), ", ".join(str(carrier.organisation) for carrier in carriers)),
    ]
    return [{"label": label, "value": value} for label, value in found if value]


def _begins(edition: Edition | None) -> tuple[str, str]:
    if edition is None or edition.starts_on is None:
        return _("Begint"), ""
    label = _("Begint") if edition.starts_on > timezone.localdate() else _("Begon")
    return label, _day(edition.starts_on)


def from_age(edition: Edition | None) -> str:
    return _("%(age)s jaar") % {"age": edition.minimum_age} if edition else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _place(programme: Programme, edition: Edition | None) -> str:
    """The town of the edition that speaks alone; of several, each row says its own."""
    town = edition.town if edition else ""
    return f"{town or where(programme)}, {programme.get_form_display()}"


def _towns_of_now(editions: list[Edition]) -> str:
    """Where it runs in several towns at once: never how many people are there."""
    towns = sorted({edition.town for edition in editions if edition.is_running and edition.town})
    return get_text_list(towns, _("en")) if len(towns) > 1 else ""


def _access(programme: Programme, edition: Edition | None) -> str:
    own = said(edition, "access") if edition else ""
    return own or said(programme, "access")


def _page_of(organisation: Organisation) -> str:
    return reverse("programmes:organisation", kwargs={"slug": organisation.slug}) if organisation.is_public else ""


def organisations(programme: Programme) -> list[Fact]:
    """Those that carry it, the one in front first, each with its page."""
    carriers = sorted(programme.carriers.all(), key=lambda carrier: (not carrier.is_lead, carrier.order))
    return [
        {
            "name": str(carrier.organisation),
            "url": _page_of(carrier.organisation),
            "is_lead": carrier.is_lead and len(carriers) > 1,
        }
        for carrier in carriers
    ]


def stations(phases: Iterable[Phase]) -> list[Fact]:
    """The path: that of the edition when it has one of its own."""
    known = list(phases)
    own = [phase for phase in known if phase.edition_id]
    return [
        {
            "title": f"{phase.get_kind_display()}: {said(phase, 'title')}",
            "when": said(phase, "when"),
            "text": said(phase, "text"),
            "entry": said(phase, "entry"),
            "outcome": said(phase, "outcome"),
        }
        for phase in own or known
    ]


def criteria(programme: Programme) -> list[Fact]:
    return [{"title": said(found, "title"), "text": said(found, "text")} for found in programme.criteria.all()]


def contacts(programme: Programme) -> list[Fact]:
    return [contact(found) for found in programme.safeguarding_contacts.all()]


def contact(found: SafeguardingContact) -> Fact:
    """How to reach a safeguarding contact: `mail` and `phone`, of which one may be empty."""
    first = found.display_name.split()[0]
    return {
        "name": found.display_name,
        "hours": said(found, "hours"),
        "is_outside": found.is_outside,
        "mail": found.mail_address,
        "mail_label": _("Mail %(name)s") % {"name": first},
        "easy_label": _("Stuur %(name)s een mail") % {"name": first},
        "phone": found.phone,
        "dialled": found.dialled,
        "phone_label": _("Bel %(number)s") % {"number": found.phone},
    }


def how_admission_works(edition: Edition) -> str:
    return {
        AdmissionMode.ORDER: _("Wie zich het eerst aanmeldt, doet mee. Is het vol, dan komt er een wachtlijst."),
        AdmissionMode.LOT: _("Zijn er te veel aanmeldingen, dan loten wij. Iedereen heeft evenveel kans."),
        AdmissionMode.CONVERSATION: _("Wij praten met iedereen die zich aanmeldt. Daarna kiezen wij samen."),
        AdmissionMode.REVIEW: _("Beoordelaars lezen je antwoorden. Zij letten alleen op wat hieronder staat."),
    }[AdmissionMode(edition.admission_mode)]


def what_happens_next(edition: Edition) -> list[str]:
    """After sending: what we do, and by when there is an answer."""
    first = {
        AdmissionMode.ORDER: _("Wij kijken of er plek is, op volgorde van aanmelden."),
        AdmissionMode.LOT: _("Na de laatste dag loten wij wie mee kan doen."),
        AdmissionMode.CONVERSATION: _("Wij maken een afspraak met je voor een gesprek."),
        AdmissionMode.REVIEW: _("Beoordelaars lezen je antwoorden."),
    }[AdmissionMode(edition.admission_mode)]
    if edition.answer_by:
        when = _("Je krijgt uiterlijk op %(day)s antwoord, met de reden erbij.") % {"day": _day(edition.answer_by)}
    else:
        when = _("Je krijgt altijd antwoord, met de reden erbij.")
    return [first, when]


def term(edition: Edition | None, at: datetime | None = None) -> Fact:
    """For the card beside the text: can one apply, until or from when, and where."""
    if edition is None:
        return {"is_open": False}
    is_open = takes_applications(edition, at)
    is_later = edition.availability(at) == Availability.LATER
    return {
        "is_open": is_open,
        "is_full": is_open and edition.availability(at) == Availability.FULL,
        "until": edition.closes_at if is_open else None,
        "opens_at": edition.opens_at if is_later else None,
        "url": reverse("programmes:apply", kwargs={"key": edition.key}) if is_open else "",
    }


def _day(day: Any) -> str:
    """In full, in our own time: 6 februari 2027."""
    if isinstance(day, datetime):
        day = timezone.localtime(day)
    return date_format(day, "j F Y")
