"""A person on a page, before and after the names are known."""

from django.utils.translation import gettext as _

from mentoring.alumni.models import NetworkMember
from mentoring.choices import Topic
from mentoring.pseudonyms import Facts
from mentoring.states import Side
from people.roles import Visitor
from programmes import page_facts
from programmes.choices import Office, Province
from programmes.models import Programme


def facts_in_words(facts: Facts, reader: Side) -> list[dict[str, str]]:
    """Facts of the other (components/facts.html); what is not told is left out."""
    to_mentee = reader == Side.MENTEE
    rows = [
        (_("Ervaring") if to_mentee else _("Wil naar"), [str(Office(value).label) for value in facts.offices]),
        (_("Provincie"), [str(Province(facts.province).label)] if facts.province else []),
        (_("Praat graag over"), [str(Topic(value).label) for value in facts.topics]),
    ]
    return [{"label": label, "value": ", ".join(values)} for label, values in rows if values]


def shown_in_networks(user: Visitor) -> list[dict[str, str]]:
    """How somebody stands in the networks that she chose herself."""
    return [
        {"display_name": one.display_name, "where": str(Province(one.province).label) if one.province else ""}
        for one in NetworkMember.objects.of(user).standing().order_by("pk")
    ]


def to_talk_to(programme: Programme, reader: Side) -> list[dict[str, str]]:
    """Whom one can talk to safely, for the card with help (components/help_card.html).

    An address of mail can name the programme: where that tells too much, a mentor gets the telephone alone.
    """
    mail_too = reader == Side.MENTEE or not programme.is_sensitive
    rows = []
    for contact in page_facts.contacts(programme):
        url = f"tel:{contact['dialled']}" if contact["phone"] else f"mailto:{contact['mail']}" if mail_too else ""
        if url:
            label = _("Praat met %(name)s") % {"name": contact["name"]}
            rows.append({"url": url, "label": label, "text": _("Vertrouwenspersoon. %(hours)s") % contact})
    return rows
