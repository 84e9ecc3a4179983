"""Who may do what with programmes, editions and applications: asked by actions, views and buttons alike."""

from collections.abc import Collection
from uuid import UUID

from people.models import Membership, Organisation
from people.policies import require
from people.roles import Visitor, is_administrator, is_organiser
from programmes.models import (
    Application,
    CallBack,
    Carrier,
    Edition,
    Participation,
    PoolContact,
    Programme,
    Question,
    SafeguardingContact,
    Story,
)
from programmes.states import APPLICATION, CALL_BACK, EDITION, PARTICIPATION, ApplicationState

__all__ = ["require"]


def has_a_desk(user: Visitor) -> bool:
    """Organisers, and administrators for what operation needs."""
    return is_organiser(user) or is_administrator(user)


def is_safeguarding_contact(user: Visitor) -> bool:
    """Of a programme, or in the pool from which programmes take one."""
    if not user.is_authenticated:
        return False
    of_a_programme, of_the_pool = (
        contacts.objects.filter(user=user).order_by().values("pk") for contacts in (SafeguardingContact, PoolContact)
    )
    return of_a_programme.union(of_the_pool).exists()  # one question, as each page asks it of who proved no more


def organises(user: Visitor, programme: Programme) -> bool:
    """Organiser of an organisation that carries this programme."""
    return (
        user.is_authenticated
        and Membership.objects.filter(
            user=user, role=Membership.Role.ORGANISER, organisation__carries__programme=programme
        ).exists()
    )


def can_invite_for_edition(user: Visitor, organisation: Organisation, about: UUID | None) -> bool:
    """An organiser of this organisation, for an edition that it carries: to read for it, or to carry it out."""
    own = Carrier.objects.organised_by(user).filter(organisation=organisation)
    return user.is_authenticated and own.filter(programme__editions__key=about).exists()


def can_manage_programme(user: Visitor, programme: Programme) -> bool:
    return organises(user, programme) or is_administrator(user)


def can_allow_reveals(user: Visitor, edition: Edition) -> bool:
    return is_administrator(user)


def can_clear_question(user: Visitor, question: Question) -> bool:
    return is_administrator(user)


def can_manage_edition(user: Visitor, edition: Edition) -> bool:
    return can_manage_programme(user, edition.programme)


def can_move_edition(user: Visitor, edition: Edition, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    return EDITION.allows(verb, edition.state) and can_manage_edition(user, edition)


def can_draw_lots(user: Visitor, edition: Edition) -> bool:
    """Who runs it for its organisation; nobody draws for people she does not know."""
    return organises(user, edition.programme)


def can_apply(user: Visitor, edition: Edition) -> bool:
    """Anyone with an account. Whether the edition is open is no matter of rights."""
    return user.is_authenticated


def is_own_application(user: Visitor, application: Application) -> bool:
    return user.is_authenticated and application.user_id == user.pk


def can_change_application(user: Visitor, application: Application) -> bool:
    return is_own_application(user, application)


def can_submit_application(user: Visitor, application: Application) -> bool:
    return is_own_application(user, application)


def can_withdraw_application(user: Visitor, application: Application) -> bool:
    return is_own_application(user, application)


def shows_withdraw(user: Visitor, application: Application) -> bool:
    """Not when all of it is done; unless it rests on a consent, which can be taken back at any time."""
    return (
        can_withdraw_application(user, application)
        and APPLICATION.allows("withdraw", application.state)
        and (application.edition.is_sensitive or not _is_completed(application))
    )


def _is_completed(application: Application) -> bool:
    own = Participation.objects.completed().filter(user=application.user_id)
    return application.state == ApplicationState.ADMITTED and own.filter(edition=application.edition_id).exists()


def can_read_application(user: Visitor, application: Application) -> bool:
    """At the desk: what was sent to the own organisation. Not for an administrator: operation needs no answers."""
    return Application.objects.at_the_desk_of(user).filter(pk=application.pk).exists()


def can_decide_application(user: Visitor, application: Application) -> bool:
    """Whoever may read it, once the person agrees to be seen. Never about oneself."""
    return (
        not is_own_application(user, application)
        and can_read_application(user, application)
        and not application.awaits_consent
    )


def can_decide_applications(user: Visitor, applications: Collection[Application]) -> bool:
    """As can_decide_application, of several in one question; whether each agrees to be seen is asked beside it."""
    theirs = Application.objects.at_the_desk_of(user).exclude(user=user.pk)
    return theirs.filter(pk__in=[one.pk for one in applications]).count() == len(applications)


def shows_decision(user: Visitor, application: Application, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    return APPLICATION.allows(verb, application.state) and can_decide_application(user, application)


def can_accept_offer(user: Visitor, application: Application) -> bool:
    return is_own_application(user, application)


def shows_offer(user: Visitor, application: Application) -> bool:
    return can_accept_offer(user, application) and APPLICATION.allows("accept", application.state)


def is_own_participation(user: Visitor, participation: Participation) -> bool:
    return user.is_authenticated and participation.user_id == user.pk


def can_answer_follow_up(user: Visitor, participation: Participation) -> bool:
    return is_own_participation(user, participation)


def can_read_participation(user: Visitor, participation: Participation) -> bool:
    """At the desk: who was admitted by the own organisation. Not for an administrator."""
    return Participation.objects.at_the_desk_of(user).filter(pk=participation.pk).exists()


def can_complete_participation(user: Visitor, participation: Participation) -> bool:
    return not is_own_participation(user, participation) and can_read_participation(user, participation)


def can_leave_participation(user: Visitor, participation: Participation) -> bool:
    """The organiser who heard of it; the person withdraws the application."""
    return not is_own_participation(user, participation) and can_read_participation(user, participation)


def shows_move(user: Visitor, participation: Participation, verb: str) -> bool:
    may = {"complete": can_complete_participation, "leave": can_leave_participation}[verb]
    return PARTICIPATION.allows(verb, participation.state) and may(user, participation)


def can_tell_story(user: Visitor, programme: Programme | None) -> bool:
    """Everyone of herself; about a programme who took part, unless that tells something of health or origin."""
    if not user.is_authenticated or programme is None:
        return user.is_authenticated
    took_part = Participation.objects.of(user).filter(edition__programme=programme).exists()
    return took_part and not programme.is_sensitive


def can_publish_story(user: Visitor, story: Story) -> bool:
    """Where it is about a programme, those who run that; a story about none is an administrator's to place."""
    if story.programme is None:
        return is_administrator(user)
    return can_manage_programme(user, story.programme)


def can_call(user: Visitor, call_back: CallBack) -> bool:
    """Who organises the programme; not an administrator: operation needs nobody's number."""
    return CallBack.objects.at_the_desk_of(user).filter(pk=call_back.pk).exists()


def shows_call(user: Visitor, call_back: CallBack, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    return CALL_BACK.allows(verb, call_back.state) and can_call(user, call_back)


def sees_number(user: Visitor, call_back: CallBack) -> bool:
    """Only while it is being called: whoever looks at it has pressed that she calls now."""
    return call_back.is_being_called and can_call(user, call_back)
