"""The card with help on each page of somebody's own: whom she can talk to safely stands first."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from programmes.choices import Reveals
from programmes.models import Edition
from programmes.safety.nearby import MOST_SHOWN, nearby
from tests.factories.mentoring import a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import SafeguardingContactFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
BY_MAIL = "mailto:proef@example.org"


@pytest.fixture
def pair(db):
    found = a_pair()
    programme = found.mentor.programme
    SafeguardingContactFactory(programme=programme, display_name="Ilse Vertrouwd", phone="010 1234567")
    SafeguardingContactFactory(programme=programme, display_name="Karim Vertrouwd", mail_address="proef@example.org")
    return found


def read(user, name: str, *args: object) -> str:
    return sign_in(Client(), user, proved=False).get(reverse(name, args=args)).content.decode()


def shown_to(user) -> list[str]:
    request = RequestFactory().get("/mijn/")
    request.user = user
    return [row["url"] for row in nearby(request)]


def test_both_of_a_pair_read_it_on_a_sub_page_and_a_stranger_does_not(pair):
    mentee, mentor = pair.participation.user, pair.mentor.user
    for page in (read(mentee, "mentoring:room_pause", pair.key), read(mentor, "mentoring:mentor_pause")):
        card = page.split('id="hulp-dichtbij"')[1]
        assert card.index("Praat met Ilse Vertrouwd") < card.index(BY_MAIL) < card.index("tel:112")
    assert "Vertrouwd" not in read(UserFactory(), "safety:mine")


def test_where_the_address_tells_too_much_a_mentor_gets_the_telephone_alone(pair):
    assert BY_MAIL in shown_to(pair.mentor.user)
    Edition.objects.update(reveals=Reveals.HEALTH)
    assert BY_MAIL in shown_to(pair.participation.user)
    assert shown_to(pair.mentor.user) == ["tel:0101234567"]


def test_nobody_is_told_to_talk_to_herself(pair):
    ilse = pair.mentor.programme.safeguarding_contacts.get(display_name="Ilse Vertrouwd")
    ilse.user = pair.mentor.user
    ilse.save()
    assert shown_to(pair.mentor.user) == [BY_MAIL]
    assert len(shown_to(pair.participation.user)) == 2


def test_it_is_one_question_and_a_short_list(pair):
    for number in range(MOST_SHOWN):
        SafeguardingContactFactory(programme=pair.mentor.programme, phone=f"010 000000{number}")
    with CaptureQueriesContext(connection) as asked:
        assert len(shown_to(pair.mentor.user)) == MOST_SHOWN
    assert len(asked) == 1
