"""Who may say, see, arrange and tick off what is needed to take part."""

from people.roles import Visitor
from programmes.models import AccessNeed, Arrangement, Edition, EditionPartner, Participation
from programmes.policies import is_own_participation, organises, require

__all__ = ["require"]


def can_say_needs(user: Visitor, participation: Participation) -> bool:
    """Of oneself. Whether one still takes part is no matter of rights."""
    return is_own_participation(user, participation)


def shows_saying(user: Visitor, participation: Participation) -> bool:
    """While one takes part, or soon will."""
    return can_say_needs(user, participation) and participation.is_under_way and not participation.edition.is_over


def can_take_back_need(user: Visitor, need: AccessNeed) -> bool:
    return is_own_participation(user, need.participation)


def can_arrange(user: Visitor, edition: Edition) -> bool:
    """Whoever organises the programme. Not an administrator: operation needs nobody's needs."""
    return organises(user, edition.programme)


def is_partner(user: Visitor) -> bool:
    """Carries out an edition of somebody's."""
    return EditionPartner.objects.of(user).exists()


def can_tick_off(user: Visitor, arrangement: Arrangement) -> bool:
    """Who arranges it: the organisation, or the partner to whom it was sent."""
    return (
        can_arrange(user, arrangement.edition) or Arrangement.objects.sent_to(user).filter(pk=arrangement.pk).exists()
    )
