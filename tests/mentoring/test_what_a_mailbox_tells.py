"""Who looks into somebody's mailbox cannot tell a mail about a report from one about a message of a pair."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.models import Match, PairMessage
from mentoring.states import Side
from mentoring.talking.actions import write_message
from people.letters import send_due
from programmes.models import Report
from programmes.safety import actions
from programmes.safety.blocking import block
from tests.factories.mentoring import a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import SafeguardingContactFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> Match:
    found = a_pair()
    SafeguardingContactFactory(programme=found.mentor.programme)
    return found


def looked_at(mail) -> list[str]:
    """What stands in a list of mails, where its link leads, and all of what it says: without the key."""
    link = re.search(r"https?://[^/]+(/\S+)", mail.body)[1]
    said = [
        mail.subject,
        link,
        mail.body,
        *(content for content, _kind in mail.alternatives),
        *sorted(mail.extra_headers),
    ]
    return [re.sub(r"[0-9a-f-]{36}", "…", one) for one in said]


def test_the_mail_of_an_answer_to_a_report_is_that_of_a_message(pair, mailoutbox):
    mentee = pair.participation.user
    report = actions.send_report("Kanarie", by=mentee, programme=pair.mentor.programme)
    contact = Report.objects.get().programme.safeguarding_contacts.get().user
    actions.answer(report, "Antwoord", by=contact)
    write_message(pair, by=pair.mentor.user, words="Dag")
    send_due()
    to_her = [looked_at(mail) for mail in mailoutbox if mail.to == [mentee.email]]
    assert len(to_her) == 2 and to_her[0] == to_her[1] and len(to_her[0]) > 3
    to_contact = [looked_at(mail) for mail in mailoutbox if mail.to == [contact.email]]
    assert to_contact and all(one[:2] == to_her[0][:2] for one in to_contact)


def test_each_link_leads_its_own_person_there_and_nobody_else(pair):
    sent = write_message(pair, by=pair.mentor.user, words="Dag")
    path = reverse("safety:read", kwargs={"key": sent.key})
    led = sign_in(Client(), pair.participation.user).get(path)
    assert led["Location"] == reverse("mentoring:messages", kwargs={"key": pair.key})
    missing = reverse("safety:read", kwargs={"key": uuid4()})
    for user in (pair.mentor.user, UserFactory()):
        browser = sign_in(Client(), user)
        assert browser.get(path).status_code == 404 == browser.get(missing).status_code
    assert PairMessage.objects.get().read_at is None, "a link changes nothing"


def test_one_that_was_held_back_leads_nowhere(pair):
    block(pair.mentor.user, by=pair.participation.user)
    held = write_message(pair, by=pair.mentor.user, words="Dag")
    path = reverse("safety:read", kwargs={"key": held.key})
    assert pair.side_of(pair.mentor.user) == Side.MENTOR
    assert sign_in(Client(), pair.participation.user).get(path).status_code == 404
