"""Two who were just proposed to each other, and a second mentor: laid in the database of a portal that is at work.

`python -m tests.journeys.to_be_paired` in the environment of that portal; prints the keys of edition and programme.
"""

from dataclasses import dataclass
from datetime import timedelta

import django


@dataclass(frozen=True)
class Somebody:
    """`called` is the name that others read before both say yes."""

    name: str
    called: str
    email: str


PARTICIPANT = Somebody("Pien Paar", "Vlinder", "pien.paar@example.org")
MENTOR = Somebody("Moos Maatje", "Beuk", "moos.maatje@example.org")
OTHER_MENTOR = Somebody("Lotte Later", "Linde", "lotte.later@example.org")
PROGRAMME, EDITION = "Vlinderpad", "voorjaar op het vlinderpad"


def lay() -> str:
    """In a programme of the demo's organiser, with its safeguarding contact too; a next edition is to come."""
    from django.utils import timezone

    from mentoring.actions.matches import propose_match
    from portal.demo.content.accounts import account
    from portal.demo.people import organisation, person
    from programmes.states import ParticipationState
    from tests.factories.mentoring import MenteeProfileFactory, a_mentor
    from tests.factories.programmes import (
        OpenEditionFactory,
        ProgrammeFactory,
        SafeguardingContactFactory,
        admitted,
    )

    programme = ProgrammeFactory(name=PROGRAMME, slug="vlinderpad", carried_by=organisation(), has_mentors=True)
    SafeguardingContactFactory(programme=programme, user=person("safeguarding"), display_name="Vera")
    SafeguardingContactFactory(programme=programme, is_outside=True)
    edition = OpenEditionFactory(programme=programme, name=EDITION)
    next_year = timezone.localdate() + timedelta(days=400)
    OpenEditionFactory(programme=programme, name="volgend jaar", starts_on=next_year)
    who, first, second = (account(one.name, one.email) for one in (PARTICIPANT, MENTOR, OTHER_MENTOR))
    participation = admitted(edition, who, state=ParticipationState.STARTED)
    MenteeProfileFactory(user=who, display_name=PARTICIPANT.called)
    mentor = a_mentor(programme, first, display_name=MENTOR.called)
    a_mentor(programme, second, display_name=OTHER_MENTOR.called)
    propose_match(participation, mentor, by=person("organiser"))
    return f"{edition.key} {programme.key}"


if __name__ == "__main__":
    django.setup()
    print(lay())
