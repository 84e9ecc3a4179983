"""An account takes along what is of its own addresses; one that it only typed may be somebody else's."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import models
from django.utils import timezone

from elections.models import PartyCard
from people import letters, privacy
from people.addresses import keyed
from people.models import Letter, MailCode, User
from programmes.models import Booking, Interest
from tests.factories.bookings import SessionFactory, booked
from tests.factories.elections import PartyCardFactory, PartyFactory
from tests.factories.people import UserFactory
from tests.programmes.dead_ends import ADDRESS, an_interest, closed_programme

pytestmark = pytest.mark.django_db
KEPT: tuple[type[models.Model], ...] = (Booking, Interest, MailCode, PartyCard)


@pytest.fixture(autouse=True)
def left_without_an_account() -> None:
    """By who reads the mail of ADDRESS."""
    session = SessionFactory()
    booked(session.offer, session, address=ADDRESS)
    an_interest(closed_programme())
    MailCode.objects.create(purpose="booking", address=ADDRESS, address_keyed=keyed(ADDRESS), digits="123456")
    PartyCardFactory(party=PartyFactory(), address=ADDRESS)


def who_typed_it(verified: bool, email: str = ADDRESS) -> User:
    user = UserFactory(email=email, joined_at=timezone.now() - timedelta(days=15))
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=verified, primary=email == ADDRESS)
    return user


def rows() -> list[int]:
    return [kind._default_manager.count() for kind in KEPT]


def test_an_account_that_nobody_confirmed_ends_without_what_another_left() -> None:
    """Else anybody could cancel the training of a party by signing up with its address."""
    typed = who_typed_it(verified=False)
    assert privacy.purge_expired()["account_not_confirmed"] == 1
    assert rows() == [1, 1, 1, 1] and not User.objects.filter(pk=typed.pk).exists()


def test_an_address_that_was_only_typed_takes_nothing_out() -> None:
    user = who_typed_it(verified=False, email="eigen@example.org")
    told = {name: found for _rule, data in privacy.export(user) for name, found in data.items()}
    assert [told[name] for name in ("bookings", "interests", "mail_codes", "party_cards")] == [[], [], [], []]
    privacy.erase(user)
    assert rows() == [1, 1, 1, 1]


@pytest.mark.parametrize("email", [ADDRESS, "eerste@example.org"])
def test_every_address_that_is_proved_counts(email: str) -> None:
    privacy.erase(who_typed_it(verified=True, email=email))
    assert rows() == [0, 0, 0, 0]


@pytest.mark.parametrize(("verified", "left"), [(True, ["opened:other"]), (False, ["opened:hers", "opened:other"])])
def test_a_mail_that_still_waits_for_her_goes_too(verified: bool, left: list[str]) -> None:
    """Its row is gone by then, and its address stands nowhere readable."""
    for key, address in (("opened:hers", ADDRESS.upper()), ("opened:other", "ander@example.org")):
        letters.write_to("programmes.programme_opened", address, key=key, language="nl", edition="x")
    privacy.erase(who_typed_it(verified=verified))
    assert sorted(Letter.objects.filter(key__startswith="opened").values_list("key", flat=True)) == left
