"""Twenty who look for a mentor and eight mentors: laid in the database of a portal that is at work.

`python -m tests.journeys.twenty_and_eight` in the environment of that portal; prints the key of the edition.
"""

import django

PROGRAMME, EDITION = "Mentoren van hier", "koppelgroep"
SEEK = (
    *("Ada", "Bea", "Cor", "Dina", "Els", "Floor", "Gina", "Hilde", "Ina", "Jet"),
    *("Kaat", "Loes", "Mies", "Nel", "Ot", "Puk", "Roos", "Saar", "Toos", "Uma"),
)
GIVE = ("Vera", "Wendel", "Xandra", "Yvon", "Zus", "Alma", "Berthe", "Coba")
NOBODY_FITS, NO_PROFILE = "Toos", "Uma"
PROVINCES = ("Utrecht", "Drenthe", "Zeeland")


def address_of(name: str) -> str:
    return f"{name.lower()}@koppelgroep.example.org"


def lay() -> str:
    """An edition of the demo's own organiser; three places with each mentor, so that nobody has to wait for room."""
    from django.db import transaction

    from mentoring.choices import Language, Slot, Topic
    from portal.demo.content.accounts import account
    from portal.demo.people import organisation
    from tests.factories.mentoring import a_mentor
    from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, admitted
    from tests.mentoring.rounds import a_seeker

    with transaction.atomic():  # at once, beside a worker who writes too
        programme = ProgrammeFactory(
            name=PROGRAMME, slug="mentoren-van-hier", has_mentors=True, carried_by=organisation()
        )
        edition = OpenEditionFactory(programme=programme, name=EDITION, capacity=len(SEEK))
        topics = list(Topic)
        for number, name in enumerate(SEEK):
            user = account(name, address_of(name))
            if name == NO_PROFILE:
                admitted(edition, user)
                continue
            wants = {"province": PROVINCES[number % 3], "topics": [topics[number % 5], topics[5 + number % 4]]}
            if name == NOBODY_FITS:
                wants |= {"languages": [Language.ARABIC], "slots": [Slot.SUNDAY_MORNING]}
            a_seeker(edition, user=user, **wants)
        for number, name in enumerate(GIVE):
            gives = {"province": PROVINCES[number % 3], "topics": [topics[number], topics[8 - number]], "capacity": 3}
            a_mentor(programme, account(name, address_of(name)), **gives)
    return str(edition.key)


if __name__ == "__main__":
    django.setup()
    print(lay())
