"""A person on a page, before and after the names are known."""

from django.utils.translation import gettext as _

from mentoring.choices import Topic
from mentoring.pseudonyms import Facts
from mentoring.states import Side
from programmes.choices import Office, Province


def facts_in_words(facts: Facts, reader: Side) -> list[dict[str, str]]:
    """Facts of the other (components/facts.html); what is not told is left out."""
    to_mentee = reader == Side.MENTEE
    rows = [
        (_("Ervaring") if to_mentee else _("Wil naar"), [str(Office(value).label) for value in facts.offices]),
        (_("Provincie"), [str(Province(facts.province).label)] if facts.province else []),
        (_("Praat graag over"), [str(Topic(value).label) for value in facts.topics]),
    ]
    return [{"label": label, "value": ", ".join(values)} for label, values in rows if values]
