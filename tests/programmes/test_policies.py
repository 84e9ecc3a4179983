"""Who may do what: role × verb, and who sees what: role × queryset."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from people import roles
from people.models import Membership
from programmes import policies
from programmes.models import Application, Edition, Event, Participation, Programme, Story
from programmes.states import ApplicationState
from tests.factories.people import MembershipFactory, UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EventFactory,
    OpenEditionFactory,
    QuestionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    admitted,
    organiser_of,
)

pytestmark = pytest.mark.django_db

ROLES = [
    "visitor", "newcomer", "applicant", "organiser", "other_organiser", "publisher", "safeguarding", "ministry",
    "administrator",
]  # fmt: skip
YES, NO = True, False
#                                    visit newc  appl  orga  other publ  safe  minis admin
TABLE = {
    "has_a_desk":                   (NO,   NO,   NO,   YES,  YES,  NO,   NO,   NO,   YES),
    "is_safeguarding_contact":      (NO,   NO,   NO,   NO,   NO,   NO,   YES,  NO,   NO),
    "organises":                    (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_manage_programme":         (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "can_manage_edition":           (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "can_invite_for_edition":       (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_invite_for_edition of another": (NO, NO, NO,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_move_edition: close":      (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "can_move_edition: finish":     (NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO),
    "can_allow_reveals":            (NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO,   YES),
    "can_clear_question":           (NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO,   YES),
    "can_apply":                    (NO,   YES,  YES,  YES,  YES,  YES,  YES,  YES,  YES),
    "is_own_application":           (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_change_application":       (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_submit_application":       (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_withdraw_application":     (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "shows_withdraw":               (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "shows_withdraw of a draft":    (NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO,   NO),
    "can_read_application":         (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_decide_application":       (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_decision: offer":        (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_decision: offer once more": (NO, NO,  NO,   NO,   NO,   NO,   NO,   NO,   NO),
    "can_accept_offer":             (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "shows_offer before there is one": (NO, NO,  NO,   NO,   NO,   NO,   NO,   NO,   NO),
    "shows_offer":                  (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "is_own_participation":         (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_read_participation":       (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_complete_participation":   (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_leave_participation":      (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_move: leave":            (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_move: complete before it starts": (NO, NO, NO, NO, NO, NO,  NO,   NO,   NO),
    "can_answer_follow_up":         (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_tell_story":               (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "can_tell_story of no programme": (NO, YES,  YES,  YES,  YES,  YES,  YES,  YES,  YES),
    "can_publish_story":            (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "sees the programme":           (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "sees the edition":             (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
    "sees the application":         (NO,   NO,   YES,  YES,  NO,   NO,   NO,   NO,   NO),
    "sees the draft":               (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO,   NO),
    "has the application at the desk": (NO, NO,  NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "sees the participation":       (NO,   NO,   YES,  YES,  NO,   NO,   NO,   NO,   NO),
    "sees the event":               (NO,   NO,   NO,   YES,  NO,   NO,   NO,   NO,   YES),
}  # fmt: skip


def _cast(application):
    programme = application.edition.programme
    return {
        "visitor": AnonymousUser(),
        "newcomer": UserFactory(),
        "applicant": application.user,
        "organiser": organiser_of(programme),
        "other_organiser": MembershipFactory().user,
        "publisher": MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user,
        "safeguarding": SafeguardingContactFactory(programme=programme).user,
        "ministry": UserFactory(groups=[roles.MINISTRY]),
        "administrator": UserFactory(groups=[roles.ADMINISTRATOR]),
    }


def _answers(user, things):
    application, draft, offered = things.application, things.draft, things.offered
    participation, edition = things.participation, things.application.edition
    programme = edition.programme

    def sees(model, thing):
        return model.objects.visible_to(user).filter(pk=thing.pk).exists()

    return {
        "has_a_desk": policies.has_a_desk(user),
        "is_safeguarding_contact": policies.is_safeguarding_contact(user),
        "organises": policies.organises(user, programme),
        "can_manage_programme": policies.can_manage_programme(user, programme),
        "can_manage_edition": policies.can_manage_edition(user, edition),
        "can_invite_for_edition": policies.can_invite_for_edition(user, programme.lead(), edition.key),
        "can_invite_for_edition of another": policies.can_invite_for_edition(
            user, programme.lead(), things.other_edition.key
        ),
        "can_move_edition: close": policies.can_move_edition(user, edition, "close"),
        "can_move_edition: finish": policies.can_move_edition(user, edition, "finish"),
        "can_allow_reveals": policies.can_allow_reveals(user, edition),
        "can_clear_question": policies.can_clear_question(user, things.question),
        "can_apply": policies.can_apply(user, edition),
        "is_own_application": policies.is_own_application(user, application),
        "can_change_application": policies.can_change_application(user, application),
        "can_submit_application": policies.can_submit_application(user, application),
        "can_withdraw_application": policies.can_withdraw_application(user, application),
        "shows_withdraw": policies.shows_withdraw(user, application),
        "shows_withdraw of a draft": policies.shows_withdraw(user, draft),
        "can_read_application": policies.can_read_application(user, application),
        "can_decide_application": policies.can_decide_application(user, application),
        "shows_decision: offer": policies.shows_decision(user, application, "offer"),
        "shows_decision: offer once more": policies.shows_decision(user, offered, "offer"),
        "can_accept_offer": policies.can_accept_offer(user, application),
        "shows_offer before there is one": policies.shows_offer(user, application),
        "shows_offer": policies.shows_offer(user, offered),
        "is_own_participation": policies.is_own_participation(user, participation),
        "can_read_participation": policies.can_read_participation(user, participation),
        "can_complete_participation": policies.can_complete_participation(user, participation),
        "can_leave_participation": policies.can_leave_participation(user, participation),
        "shows_move: leave": policies.shows_move(user, participation, "leave"),
        "shows_move: complete before it starts": policies.shows_move(user, participation, "complete"),
        "can_answer_follow_up": policies.can_answer_follow_up(user, participation),
        "can_tell_story": policies.can_tell_story(user, programme),
        "can_tell_story of no programme": policies.can_tell_story(user, None),
        "can_publish_story": policies.can_publish_story(user, things.story),
        "sees the programme": sees(Programme, programme),
        "sees the edition": sees(Edition, edition),
        "sees the application": sees(Application, application),
        "sees the draft": sees(Application, draft),
        "has the application at the desk": Application.objects.at_the_desk_of(user).filter(pk=application.pk).exists(),
        "sees the participation": sees(Participation, participation),
        "sees the event": sees(Event, things.event),
    }


def test_role_by_verb():
    application = SentApplicationFactory()
    person, programme = application.user, application.edition.programme
    things = SimpleNamespace(
        application=application,
        draft=ApplicationFactory(user=person, edition__programme=programme),
        offered=SentApplicationFactory(user=person, edition__programme=programme, state=ApplicationState.OFFERED),
        question=QuestionFactory(edition=application.edition),
        other_edition=OpenEditionFactory(),
        event=EventFactory(organisation=programme.lead()),
        participation=admitted(OpenEditionFactory(programme=programme), person),
        story=Story.objects.create(user=person, programme=programme),
    )
    cast = _cast(application)
    given = {role: _answers(cast[role], things) for role in ROLES}
    expected = {role: {verb: row[place] for verb, row in TABLE.items()} for place, role in enumerate(ROLES)}
    assert given == expected


def test_a_draft_is_read_by_nobody_at_the_desk():
    draft = ApplicationFactory()
    assert not policies.can_read_application(organiser_of(draft.edition.programme), draft)
