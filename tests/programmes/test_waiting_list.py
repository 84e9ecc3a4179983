"""A place that comes free goes to who is next; the order is kept nowhere. And lots that anyone can draw again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import Refused
from people import privacy
from people.models import Letter
from programmes import policies
from programmes.actions import applications, decisions, lots, participations
from programmes.actions.waiting import waiting_list
from programmes.choices import AdmissionMode, Reveals
from programmes.drawing_lots import new_seed, order_of
from programmes.models import Application, Edition
from programmes.states import ApplicationState, EditionState
from tests.factories.people import AdministratorFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of

pytestmark = pytest.mark.django_db
A = ApplicationState


def state_of(application: Application) -> str:
    return Application.objects.get(pk=application.pk).state


def waits(edition: Edition, *, days: int = 0, put: int = 0) -> Application:
    now = timezone.now()
    return SentApplicationFactory(
        edition=edition,
        state=A.WAITING,
        submitted_at=now - timedelta(days=days),
        decided_at=now - timedelta(days=put),
    )


@pytest.fixture
def edition(programme):
    return OpenEditionFactory(programme=programme, capacity=1, admission_mode=AdmissionMode.CONVERSATION)


@pytest.fixture
def offered(edition, organiser):
    return decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser)


def lapses(offered, organiser):
    assert decisions.expire_offers(offered.answer_until + timedelta(minutes=1)) == 1


def declines(offered, organiser):
    applications.withdraw_application(offered, by=offered.user)


def leaves(offered, organiser):
    participation = decisions.accept_offer(offered, by=offered.user)
    participations.leave_participation(participation, by=organiser)


def says_no_later(offered, organiser):
    decisions.accept_offer(offered, by=offered.user)
    applications.withdraw_application(offered, by=offered.user)


def is_erased(offered, organiser):
    decisions.accept_offer(offered, by=offered.user)
    privacy.erase(offered.user)


@pytest.mark.parametrize("way", [lapses, declines, leaves, says_no_later, is_erased])
def test_the_next_one_is_offered_the_place_with_a_day_and_a_mail(edition, offered, organiser, way):
    second, first = waits(edition, put=1), waits(edition, put=5)
    way(offered, organiser)
    assert (state_of(first), state_of(second)) == (A.OFFERED, A.WAITING)
    first.refresh_from_db()
    assert first.answer_until > timezone.now() and first.decision_words == ""
    assert Letter.objects.get(recipient=first.user).message == "programmes.place_offered"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(AdmissionMode.ORDER, "cab"), (AdmissionMode.CONVERSATION, "bca"), (AdmissionMode.REVIEW, "bca")],
)
def test_who_is_next_follows_from_how_one_is_admitted(edition, mode, expected):
    Edition.objects.filter(pk=edition.pk).update(admission_mode=mode)
    edition.refresh_from_db()
    named = {
        waits(edition, days=2, put=1).pk: "a",
        waits(edition, days=1, put=3).pk: "b",
        waits(edition, days=3, put=2).pk: "c",
    }
    assert "".join(named[one.pk] for one in waiting_list(edition)) == expected


def test_who_has_something_to_agree_to_first_is_passed_over(edition, offered, organiser):
    other = OpenEditionFactory(programme=edition.programme, reveals=Reveals.HEALTH)
    waits(other)
    assert waiting_list(other) == []


@pytest.mark.parametrize("change", ["running", "finished", "begun", "fewer places"])
def test_nobody_moves_up_where_nobody_comes_in_any_more(edition, offered, organiser, change):
    first = waits(edition)
    facts = {
        "running": {"state": EditionState.RUNNING},
        "finished": {"state": EditionState.FINISHED},
        "begun": {"starts_on": timezone.localdate()},
        "fewer places": {"capacity": 1},
    }[change]
    if change == "fewer places":
        SentApplicationFactory(edition=edition, state=A.ADMITTED)  # more people than places: one going frees none
    Edition.objects.filter(pk=edition.pk).update(**facts)
    applications.withdraw_application(offered, by=offered.user)
    assert state_of(first) == A.WAITING


def test_one_place_goes_to_one_and_withdrawing_without_a_place_frees_none(edition, organiser):
    first, second = waits(edition, put=2), waits(edition, put=1)
    sent = SentApplicationFactory(edition=edition)
    applications.withdraw_application(sent, by=sent.user)  # there is room, and an organiser chose not to fill it
    assert {state_of(first), state_of(second)} == {A.WAITING}


# Lots -----------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_order_and_who_goes_moves_nobody():
    keys, seed = [uuid4() for _number in range(40)], new_seed()
    order = order_of(keys, seed)
    assert order == order_of(reversed(keys), seed) and set(order) == set(keys)
    assert order_of([key for key in keys if key != order[3]], seed) == [*order[:3], *order[4:]]
    assert order != order_of(keys, new_seed()) and order != keys
    with pytest.raises(ValueError, match="seed"):
        order_of(keys, "")


def test_each_is_first_about_as_often():
    keys = [uuid4() for _number in range(4)]
    first = [order_of(keys, f"{number:032x}")[0] for number in range(400)]
    assert all(60 <= first.count(key) <= 140 for key in keys)


@pytest.fixture
def lottery(programme):
    return OpenEditionFactory(
        programme=programme, capacity=2, admission_mode=AdmissionMode.LOT, state=EditionState.CLOSED
    )


def test_lots_give_places_and_a_waiting_list_that_anyone_can_check(lottery, organiser):
    sent = SentApplicationFactory.create_batch(5, edition=lottery)
    drawn = lots.draw_lots(lottery, by=organiser)
    order = order_of([one.key for one in sent], drawn.lot_seed)
    by_key = {one.key: one for one in Application.objects.filter(edition=lottery)}
    assert [by_key[key].state for key in order] == [A.OFFERED] * 2 + [A.WAITING] * 3
    assert [one.key for one in waiting_list(drawn)] == order[2:]
    gone = by_key[order[0]]
    applications.withdraw_application(gone, by=gone.user)
    assert state_of(by_key[order[2]]) == A.OFFERED
    with pytest.raises(Refused, match="maar één keer"):
        lots.draw_lots(lottery, by=organiser)


def test_lots_are_drawn_when_everybody_is_in_and_by_who_runs_it(lottery, organiser, programme):
    SentApplicationFactory(edition=lottery)
    strangers = [organiser_of(OpenEditionFactory().programme), AdministratorFactory()]
    assert [policies.can_draw_lots(one, lottery) for one in (organiser, *strangers)] == [True, False, False]
    for one in strangers:
        with pytest.raises(PermissionDenied):
            lots.draw_lots(lottery, by=one)
    still_open = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.LOT)
    SentApplicationFactory(edition=still_open)
    empty = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.LOT, state=EditionState.CLOSED)
    other_mode = OpenEditionFactory(programme=programme)
    for edition, words in ((still_open, "is gesloten"), (empty, "niemand"), (other_mode, "niet geloot")):
        with pytest.raises(Refused, match=words):
            lots.draw_lots(edition, by=organiser)
    assert not Edition.objects.exclude(lot_seed="").exists()
