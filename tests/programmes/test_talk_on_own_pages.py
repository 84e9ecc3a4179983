"""The talk before an answer stands on one's overview and on the page of the application, until it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programmes.actions import conversations, decisions
from programmes.choices import AdmissionMode, TalkForm
from programmes.models import Conversation
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
STEP = "Je gesprek is op"


def test_it_is_the_next_step_until_it_was_also_of_who_waits_for_a_place(client, programme, organiser):
    edition = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.CONVERSATION)
    application = SentApplicationFactory(edition=edition)
    facts = {"form": TalkForm.ONLINE, "where": "https://example.org/gesprek"}
    soon = timezone.now() + timedelta(days=3)
    conversations.plan_conversation(application, by=organiser, starts_at=soon, **facts)
    sign_in(client, application.user, proved=False)
    page = f"/mijn/aanmelding/{application.key}/"
    assert STEP in client.get("/mijn/").text
    said = client.get(page).text
    assert "Jullie hebben een gesprek" in said and 'href="https://example.org/gesprek"' in said
    decisions.put_on_waiting_list(application, by=organiser)
    assert STEP in client.get("/mijn/").text and "wachtlijst" in client.get(page).text
    Conversation.objects.update(starts_at=timezone.now() - timedelta(minutes=1))
    assert STEP not in client.get("/mijn/").text
