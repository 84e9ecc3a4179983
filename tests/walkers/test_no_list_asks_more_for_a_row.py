"""Every list, as who has most in it: more rows cost no more questions to the database, and how many that are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from elections.models import Body, Election, Kind
from mentoring.actions.rounds import begin_round
from mentoring.models import Candidacy
from outcomes.models import NationalFigure
from people.models import ConsentText, Letter
from programmes.models import ProgrammeIndexPage
from tests.architecture.sources import FLOORS
from tests.factories.elections import BodyElectionFactory
from tests.factories.mentoring import MeetingFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import (
    ConsentFactory,
    ConsentTextFactory,
    HelpRecordFactory,
    MembershipFactory,
    UserFactory,
)
from tests.factories.programmes import (
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    SentApplicationFactory,
    admitted,
    programme_page,
)
from tests.walkers.expecting import dutch, path_of
from tests.walkers.of_applying import add_complaint
from tests.walkers.of_bookings import add_booking
from tests.walkers.of_mailing import add_group_message
from tests.walkers.test_the_desk_by_role import DESK_OF_WAGTAIL, OPERATION, maker
from tests.walkers.world import World

pytestmark = pytest.mark.django_db

# Role, address, and the most that it may ask: what it asked when this was written, and a little.
PUBLIC_AND_OWN = {
    ("newcomer", "/programmas/"): 16,
    ("newcomer", "/organisaties/"): 8,
    ("newcomer", "/agenda/"): 7,
    ("newcomer", "/voor-partijen/trainingen/"): 9,
    ("newcomer", "/verhalen/"): 14,
    ("newcomer", "/kennis/"): 14,
    ("newcomer", "/hulp/"): 6,
    ("newcomer", "/makkelijke-taal/"): 10,
    ("newcomer", "/campagne/"): 14,
    ("newcomer", "/verkiezingen/"): 6,
    ("newcomer", "/zoeken/?q=proefprogramma"): 10,
    ("ministry", "/cijfers/"): 7,
    ("participant", "/mijn/"): 25,
    ("participant", "/mijn/gegevens/"): 8,
    ("participant", "/mijn/op-de-lijst/"): 5,
    ("mentor", "/mijn/"): 25,
    ("mentor", "/mijn/mentor/"): 16,
    ("safeguarding", "/mijn/"): 25,
    ("organiser", "/cms/"): 36,
    ("administrator", "/cms/"): 36,
}
AT_THE_DESK = 24


def desk_lists() -> list[tuple[str, str]]:
    """(role, address) of each list of ours under /cms/, whatever is added to it."""
    found = {
        ("administrator" if one.route.startswith(OPERATION) else "organiser", path_of(one.name, {}))
        for one in dutch()
        if one.name and one.name.endswith(":index") and one.route.startswith(DESK_OF_WAGTAIL)
        if maker(one.view) in FLOORS
    }
    return sorted(found)


def rows(world: World, number: int) -> None:
    """So many more of everything that a list shows."""
    participant, mentor, programme = world.people["participant"], world.people["mentor"], world.programme
    bodies = Body.objects.filter(kind=Kind.COUNCIL).exclude(candidacies__user=participant)[:number]
    for body in bodies:
        edition = OpenEditionFactory(programme=programme)
        begin_round(edition, by=world.people["organiser"])
        add_complaint(SentApplicationFactory(edition=edition))
        SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user=participant)
        mine = admitted(OpenEditionFactory(programme=programme), participant)
        MeetingFactory(match=a_pair(mine, a_mentor(programme)))
        hers = admitted(OpenEditionFactory(programme=programme), participant)
        a_match(participation=hers, mentor=a_mentor(programme))
        MeetingFactory(match=a_pair(a_mentee(programme), world.mentorship))
        a_match(participation=a_mentee(programme), mentor=world.mentorship)
        other = ProgrammeFactory(carried_by=programme.lead())
        a_mentor(other, mentor)
        programme_page(ProgrammeIndexPage.objects.get(locale__language_code="nl"), other)
        EventFactory(organisation=programme.lead(), programme=programme)
        add_booking(world)
        add_group_message(world)
        Candidacy.objects.create(user=participant, election=Election.objects.filter(kind=Kind.COUNCIL)[0], body=body)
        ConsentFactory(user=participant, text=ConsentTextFactory(version=ConsentText.objects.count() + 1))
        _for_operation()


def _for_operation() -> None:
    MembershipFactory()
    HelpRecordFactory()
    BodyElectionFactory()
    given_up = {"message": "programmes.application_received", "failed_at": timezone.now()}
    Letter.objects.create(key=f"proef:{Letter.objects.count()}", recipient=UserFactory(), **given_up)
    told = dict.fromkeys(("label", "value", "measured_on", "source", "label_en", "value_en"), "proef")
    told |= {"measured_on_en": "test", "source_en": "test", "topic": NationalFigure.Topic.OFFICE}
    NationalFigure.objects.create(key=f"proef-{NationalFigure.objects.count()}", **told)


@pytest.fixture(scope="module")
def asked(world: World) -> dict[tuple[str, str], tuple[int, int]]:
    """Of each list, how many questions it took with a few rows and with many."""
    lists = [*PUBLIC_AND_OWN, *desk_lists()]
    rows(world, 2)
    for role, address in lists:  # what is remembered from then on, and that somebody was seen, is not the list's
        world.client(role).get(address)
    few = {one: _questions(world, *one) for one in lists}
    rows(world, 5)
    return {one: (few[one], _questions(world, *one)) for one in lists}


def _questions(world: World, role: str, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert world.client(role).get(address).status_code == 200, address
    return len(captured)


@pytest.mark.parametrize("one", [*PUBLIC_AND_OWN, *desk_lists()], ids=" ".join)
def test_a_row_takes_no_question_more(asked: dict[tuple[str, str], tuple[int, int]], one: tuple[str, str]) -> None:
    few, many = asked[one]
    assert many <= few
    assert many <= PUBLIC_AND_OWN.get(one, AT_THE_DESK)


def test_every_list_of_the_desk_is_walked() -> None:
    assert len(desk_lists()) > 18
