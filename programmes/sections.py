"""What this floor shows on /mijn/ and /hulp/: a function each (settings.DASHBOARD_SECTIONS, HELP_SECTIONS)."""

from datetime import date

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.sections import Section, Step, once
from programmes import page_facts
from programmes.live_pages import Pages, live_pages
from programmes.models import Application, Conversation, Participation, Programme, SafeguardingContact
from programmes.own import applied_to, taken_part_in
from programmes.own_path import Station, stations
from programmes.safety.belonging import Naming, programmes_of
from programmes.safety.nearby import contacts_around
from programmes.safety.sections import standing
from programmes.states import APPLICATION, ApplicationState
from programmes.status import coming_talk, last_day, status_of, status_of_participation

MOST_TO_TALK_TO = 4
# Here the circle is open again: nothing of it stands any more.
ENDED = frozenset({ApplicationState.REFUSED, ApplicationState.EXPIRED, ApplicationState.WITHDRAWN})


def applications(request: HttpRequest) -> Section | None:
    """One's own applications: a draft and an offer are steps, the others say how they stand.

    What one takes part in stands in the section below.
    """
    own = once(request, applied_to)
    if not own:
        return None
    followed = {one.edition_id: one for one in once(request, taken_part_in)}
    asked = [_say_yes_or_no(application) for application in own if application.asks_consent]
    offered = [_accept(application) for application in own if _can_accept(application)]
    talks = [_talk(talk) for application in own if (talk := coming_talk(application))]
    steps = (*asked, *offered, *talks, *(_continue(draft) for draft in own if _can_go_on(draft)))
    rows = [
        _row(application, followed.get(application.edition_id))
        for application in own
        if _stands_here(application, followed)
    ]
    template = "programmes/section_applications.html" if rows else ""
    return Section(template, {"rows": rows}, steps=steps)


def _stands_here(application: Application, followed: dict[int, Participation]) -> bool:
    """Sent, and nothing that is under way or done came of it."""
    participation = followed.get(application.edition_id)
    takes_part = participation is not None and (participation.is_under_way or participation.is_completed)
    return application.state != ApplicationState.DRAFT and not takes_part


def participations(request: HttpRequest) -> Section | None:
    """What one takes part in, or did; when it is over, one question."""
    every = once(request, taken_part_in)
    own = [participation for participation in every if participation.is_under_way or participation.is_completed]
    if not own:
        return None
    steps = tuple(_follow_up(participation) for participation in own if participation.asks_follow_up)
    rows = [_participation_row(participation) for participation in own]
    return Section(
        "programmes/section_participations.html",
        {"rows": rows, "stations": _stations(own), "help_people": to_talk_to(own)},
        steps=steps,
    )


def _stations(own: list[Participation]) -> list[Station]:
    """Of the only one under way; of several, the page of each shows its own."""
    under_way = [participation for participation in own if participation.is_under_way]
    return stations(under_way[0]) if len(under_way) == 1 else []


def to_talk_to(own: list[Participation]) -> list[dict[str, str]]:
    """For the card with help: the people to talk to safely where one takes part now."""
    programmes = {one.edition.programme_id for one in own if one.is_under_way}
    if not programmes:
        return []
    found = map(page_facts.contact, SafeguardingContact.objects.filter(programme__in=programmes)[:MOST_TO_TALK_TO])
    rows = [
        {
            "url": f"tel:{contact['dialled']}" if contact["phone"] else f"mailto:{contact['mail']}",
            "label": _("Praat met %(name)s") % {"name": contact["name"]},
            "text": _("Vertrouwenspersoon. %(hours)s") % contact,
        }
        for contact in found
    ]
    return list({row["url"]: row for row in rows}.values())


def _participation_row(participation: Participation) -> dict[str, object]:
    status = status_of_participation(participation)
    return {
        "title": participation.edition.programme.name,
        "url": reverse("programmes:participation", kwargs={"key": participation.key}),
        "text": status.text,
        "chosen": True,
        "badge": {"kind": status.kind, "label": status.label},
    }


def _follow_up(participation: Participation) -> Step:
    return Step(
        title=_("Eén vraag over later"),
        text=_("Over %(name)s. Het kost je ongeveer 1 minuut.") % {"name": participation.edition.programme.name},
        url=reverse("programmes:participation", kwargs={"key": participation.key}),
        link_label=_("Lees de vraag"),
    )


def _can_accept(application: Application) -> bool:
    return (
        APPLICATION.allows("accept", application.state)
        and not application.has_lapsed()
        and not application.asks_consent
    )


def _accept(application: Application) -> Step:
    day = last_day(application)
    return Step(
        title=_("Je kunt meedoen: zeg ja uiterlijk op %(day)s") % {"day": date_format(day, "j F")}
        if day
        else _("Je kunt meedoen: zeg ja"),
        text=_("Met %(name)s. Ja of nee zeggen kost 2 minuten.") % {"name": application.edition.programme.name},
        url=reverse("programmes:application_offer", kwargs={"key": application.key}),
        link_label=_("Zeg ja of nee"),
        until=day,
    )


def _talk(talk: Conversation) -> Step:
    begins = timezone.localtime(talk.starts_at)
    return Step(
        title=_("Je gesprek is op %(day)s") % {"day": date_format(begins, "l j F")},
        text=_("Om %(time)s uur. Kijk hoe en waar.") % {"time": date_format(begins, _("H.i"))},
        url=reverse("programmes:application", kwargs={"key": talk.application.key}),
        link_label=_("Bekijk het gesprek"),
        until=begins.date(),
    )


def _can_go_on(application: Application) -> bool:
    return application.state == ApplicationState.DRAFT and application.edition.is_open()


def _continue(draft: Application) -> Step:
    closes = draft.edition.closes_at
    until: date | None = timezone.localdate(closes) if closes else None
    return Step(
        title=_("Maak je aanmelding af"),
        text=_("Voor %(name)s. Wat je invulde, is bewaard.") % {"name": draft.edition.programme.name},
        url=reverse("programmes:apply", kwargs={"key": draft.edition.key}),
        link_label=_("Verder"),
        until=until,
    )


def _say_yes_or_no(application: Application) -> Step:
    return Step(
        title=_("Wij vragen je toestemming"),
        text=_("Voor %(name)s. Meedoen laat nu meer over je zien.") % {"name": application.edition.programme.name},
        url=reverse("programmes:application_consent", kwargs={"key": application.key}),
        link_label=_("Lees en kies"),
    )


def _row(application: Application, participation: Participation | None) -> dict[str, object]:
    status = status_of(application, participation)
    return {
        "title": application.edition.programme.name,
        "url": reverse("programmes:application", kwargs={"key": application.key}),
        "text": status.text,
        "chosen": application.state not in ENDED,
        "badge": {"kind": status.kind, "label": status.label},
    }


def safeguarding(request: HttpRequest) -> Section | None:
    """On /hulp/, signed in: the people to talk to safely of one's own programmes, and the way to tell them."""
    if not request.user.is_authenticated:
        return None
    own = programmes_of(request.user)
    if not own:
        return Section("programmes/section_safeguarding.html", {"contacts": []})
    naming = Naming(request.user)
    told = Prefetch("programme", Programme.objects.with_sensitivity().prefetch_related("carriers__organisation"))
    found = SafeguardingContact.objects.filter(programme__in=own).prefetch_related(told)
    contacts = [_to_talk_to(contact, naming) for contact in found]
    return Section("programmes/section_safeguarding.html", {"contacts": contacts})


def _to_talk_to(contact: SafeguardingContact, naming: Naming) -> dict[str, object]:
    """An address of mail can hold the name of the programme: who may not read that gets the telephone."""
    told = page_facts.contact(contact) | {"programme": naming.of(contact.programme)}
    return told if naming.is_told(contact.programme) else told | {"mail": ""}


def trusted(request: HttpRequest) -> Section | None:
    """For a safeguarding contact: where she is one, since when, and what people see of her."""
    if "contact" not in once(request, standing):
        return None
    found = [one for one in once(request, contacts_around) if one.user_id == request.user.pk]
    found.sort(key=lambda one: (one.since, one.pk))
    prefetch_related_objects(found, Prefetch("programme", Programme.objects.with_sensitivity()))
    pages = live_pages(contact.programme for contact in found)
    rows = [page_facts.contact(contact) | _trusted_by(contact, pages) for contact in found]
    return Section("programmes/section_trusted.html", {"rows": rows})


def _trusted_by(contact: SafeguardingContact, pages: Pages) -> dict[str, object]:
    """`title` names no programme that reveals health or origin."""
    programme = contact.programme
    page = pages.get(programme.pk)
    return {
        "title": _("Een programma") if programme.is_sensitive else programme.name,
        "programme": programme.name,
        "since": contact.since,
        "url": page.url if page else "",
    }
