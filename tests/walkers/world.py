"""A small world in which every role has something to see and something that is not hers to see."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from elections.models import Body, Election, Kind
from mentoring.actions.rounds import begin_round, compute_round
from mentoring.models import Candidacy, Match, Meeting, Mentor
from mentoring.states import CandidacyState
from people.models import Membership, User
from programmes.applying.supporting.actions import make_code
from programmes.models import Application, Edition, Participation, Programme, Registration
from tests.factories.mentoring import MeetingFactory, MenteeProfileFactory, a_match, a_mentor, a_pair
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    QuestionFactory,
    RegistrationFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    admitted,
)
from tests.factories.review import a_review, a_reviewer, reviewed_edition
from tests.programmes.access_needs import a_partner
from tests.signing_in import sign_in

# Roles that hold no rows of their own yet (a review, an activity) stand here as the accounts they are:
# what they see beyond that begins with those rows.
ROLES = (
    "anonymous",
    "newcomer",
    "participant",
    "mentor",
    "organiser",
    "other_organiser",
    "publisher",
    "reviewer",
    "foreign_reviewer",
    "partner",
    "supporter",
    "safeguarding",
    "ministry",
    "administrator",
)
WITHOUT_ACCOUNT = ("anonymous", "supporter")
DESK = ("organiser", "other_organiser", "publisher", "administrator")
OUTSIDE = tuple(role for role in ROLES if role not in DESK)


@dataclass
class World:
    people: dict[str, User]
    programme: Programme
    application: Application  # the participant's
    participation: Participation  # hers too, in another edition
    mentorship: Mentor
    pair: Match  # of the participant and the mentor
    proposal: Match  # to the same two, in an edition that the participant takes part in besides
    meeting: Meeting  # of the pair
    laid_ready: Match  # of somebody else with the mentor, in a round that was not sent
    candidacy: Candidacy  # of the participant, tied to an entry
    body: Body
    event_key: Any
    registration: Registration  # the participant's, for an event of the organiser's organisation
    clients: dict[str, Client]

    def client(self, role: str) -> Client:
        """A browser in which someone of this role is signed in and has proved enough."""
        return self.clients[role]


def made() -> World:
    programme = ProgrammeFactory()
    edition = OpenEditionFactory(programme=programme)
    QuestionFactory(edition=edition)
    lead = programme.lead()
    participant = UserFactory(name="Deelnemer")
    people = {
        "newcomer": UserFactory(name=""),
        "participant": participant,
        "mentor": UserFactory(name="Mentor"),
        "organiser": MembershipFactory(organisation=lead, role=Membership.Role.ORGANISER).user,
        "other_organiser": MembershipFactory(role=Membership.Role.ORGANISER).user,
        "publisher": MembershipFactory(organisation=lead, role=Membership.Role.PUBLISHER).user,
        "reviewer": UserFactory(name="Beoordelaar"),
        "foreign_reviewer": a_reviewer(reviewed_edition()).user,
        "partner": UserFactory(name="Partner"),
        "safeguarding": SafeguardingContactFactory(programme=programme).user,
        "ministry": MinistryFactory(),
        "administrator": AdministratorFactory(),
    }
    # Sessions are rows: made here, they outlive the test that first uses them.
    clients = {role: Client(raise_request_exception=False) for role in ROLES}
    for role, user in people.items():
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        sign_in(clients[role], user)
    _let_help(clients["supporter"])
    mentorship = a_mentor(programme, people["mentor"], capacity=3)
    MenteeProfileFactory(user=participant)
    participation = admitted(OpenEditionFactory(programme=programme), participant)
    a_partner(participation.edition, people["partner"])
    application = SentApplicationFactory(edition=edition, user=participant)
    a_review(application, a_reviewer(edition, people["reviewer"]))
    pair = a_pair(participation, mentorship)
    proposal = a_match(participation=admitted(OpenEditionFactory(programme=programme), participant), mentor=mentorship)
    return World(
        people=people,
        clients=clients,
        programme=programme,
        application=application,
        participation=participation,
        mentorship=mentorship,
        pair=pair,
        proposal=proposal,
        meeting=MeetingFactory(match=pair),
        laid_ready=_laid_ready(OpenEditionFactory(programme=programme), people["organiser"]),
        candidacy=_listed(participant),
        body=Body.objects.first(),
        event_key=EventFactory(organisation=lead, starts_at=timezone.now() + timedelta(days=3)).key,
        registration=RegistrationFactory(event__organisation=lead, user=participant),
    )


def _let_help(client: Client) -> None:
    """A browser that helps somebody with a draft, in an edition with a question."""
    draft = ApplicationFactory(edition=QuestionFactory(edition=OpenEditionFactory()).edition)
    client.post("/meehelpen/", {"code": make_code(draft, by=draft.user)})


def _listed(user: User) -> Candidacy:
    election = Election.objects.filter(kind=Kind.COUNCIL).first()
    body = Body.objects.filter(kind=Kind.COUNCIL).first()
    facts = {"entry": "GR2022_Verzonnen/geen/1/1", "claim_digest": "0" * 64, "claimed_at": timezone.now()}
    return Candidacy.objects.create(user=user, election=election, body=body, state=CandidacyState.LISTED, **facts)


def _laid_ready(edition: Edition, organiser: User) -> Match:
    MenteeProfileFactory(user=admitted(edition).user)
    return compute_round(begin_round(edition, by=organiser), by=organiser).matches.get()
