"""The first page of /cms/: calm, with what waits on top; what waits for an administrator of letters and help."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from people import desk_sections
from people.models import HelpRecord, Letter, Membership
from tests.factories.people import AdministratorFactory, HelpRecordFactory, MembershipFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
HOME = "/cms/"


def section(name, user):
    request = RequestFactory().get(HOME)
    request.user = user
    return getattr(desk_sections, name)(request)


def checked(days, **fields):
    return HelpRecordFactory(checked_on=timezone.localdate() - timedelta(days=days), **fields)


@pytest.fixture
def administrator():
    return AdministratorFactory()


def test_nothing_waits_and_the_page_says_what_one_can_do(client):
    text = sign_in(client, MembershipFactory().user).get(HOME).text
    assert "Er wacht niets op jou." in text
    for door in ("/cms/programmas/new/", "/cms/edities/", "/cms/bijeenkomsten/new/"):
        assert f'href="{door}"' in text


def test_who_may_edit_no_page_yet_is_told_whom_to_ask(client):
    publisher = MembershipFactory(role=Membership.Role.PUBLISHER).user
    assert "Vraag een organisator of een beheerder erom." in sign_in(client, publisher).get(HOME).text


def test_wagtails_own_counts_portrait_and_news_are_gone(client, administrator):
    text = sign_in(client, administrator).get(HOME).text
    assert "w-summary" not in text and "editor_guide" not in text
    assert "avatar" not in text.split("<main")[1].split("</main>")[0]
    assert "whats-new-in-wagtail" not in text


def test_a_help_record_waits_after_90_days_the_oldest_first(administrator):
    checked(90, name="Net op tijd")
    checked(91, name="Te oud")
    checked(400, name="Veel te oud")
    assert [task.title for task in section("help_records", administrator).tasks] == ["Veel te oud", "Te oud"]
    assert {record for record in HelpRecord.objects.all() if record.is_stale()} == set(HelpRecord.objects.stale())


def test_failed_mails_are_counted_and_nobody_named(client, administrator):
    person = UserFactory(name="Stille Ontvanger")
    now = timezone.now()
    for number, state in enumerate([{"failed_at": now}, {"failed_at": now}, {"done_at": now}, {}]):
        Letter.objects.create(key=str(number), recipient=person, message="x", **state)
    assert [task.amount for task in section("failed_letters", administrator).tasks] == ["2 mails"]
    text = sign_in(client, administrator).get(HOME).text
    assert "Mails die niet aankwamen" in text and "2 mails" in text
    assert person.name not in text and person.email not in text


def test_they_wait_for_an_administrator_alone(client):
    organiser = MembershipFactory().user
    checked(400, name="Veel te oud")
    assert section("help_records", organiser) is None and section("failed_letters", organiser) is None
    assert "Veel te oud" not in sign_in(client, organiser).get(HOME).text
