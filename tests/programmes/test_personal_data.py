"""What this floor holds about a person: exported whole, erased whole, gone in time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from people import privacy
from programmes.models import Answer, Application, Question, SafeguardingContact
from programmes.personal_data import PROGRAMMES
from programmes.states import ApplicationState
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EditionFactory,
    QuestionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    two_contacts,
)
from tests.signing_in import sign_in
from tests.walkers.personal_models import uncovered_models, unknown_models

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def days(number):
    return NOW - timedelta(days=number)


@pytest.fixture
def application():
    question = QuestionFactory(label="Wat wil je?")
    application = SentApplicationFactory(edition=question.edition)
    Answer.objects.create(application=application, question=question, value="De bus")
    return application


def test_no_model_of_ours_lacks_a_rule():
    ours = {label for label in uncovered_models() if label.startswith("programmes.")}
    assert ours == set() and not {label for label in unknown_models() if label.startswith("programmes.")}


def test_the_export_has_every_answer(application):
    SafeguardingContactFactory(user=application.user, display_name="Sam")
    found = PROGRAMMES.export(application.user)
    (exported,) = found["applications"]
    assert exported["answers"] == [{"question": "Wat wil je?", "answer": "De bus"}]
    assert exported["programme"] == application.edition.programme.name and exported["submitted_at"]
    assert found["safeguarding_contact_of"][0]["display_name"] == "Sam"


def test_the_export_has_every_field_of_an_application(application):
    (exported,) = PROGRAMMES.export(application.user)["applications"]
    fields = {field.name for field in Application._meta.get_fields() if not field.auto_created}
    assert fields - {"id", "user"} <= set(exported)


def test_every_key_of_an_exported_application_has_a_word(application):
    (exported,) = PROGRAMMES.export(application.user)["applications"]
    assert {*exported, *exported["answers"][0]} - set(PROGRAMMES.words) - {"key"} == set()


def test_a_question_is_exported_in_the_language_of_who_reads(application):
    Question.objects.update(label_en="What do you want?")
    with override("en"):
        (exported,) = PROGRAMMES.export(application.user)["applications"]
    assert exported["answers"][0]["question"] == "What do you want?"


def test_erasing_leaves_nothing(application):
    other = ApplicationFactory()
    SafeguardingContactFactory(user=application.user)
    PROGRAMMES.erase(application.user)
    assert list(Application.objects.all()) == [other]
    assert not Answer.objects.exists() and not SafeguardingContact.objects.exists()


@pytest.mark.parametrize(
    ("facts", "goes"),
    [
        ({"state": ApplicationState.DRAFT, "saved_at": days(61)}, True),
        ({"state": ApplicationState.DRAFT, "saved_at": days(59)}, False),
        ({"state": ApplicationState.WITHDRAWN, "withdrawn_at": days(92)}, True),
        ({"state": ApplicationState.WITHDRAWN, "withdrawn_at": days(90)}, False),
        ({"state": ApplicationState.REFUSED, "decided_at": days(92)}, True),
        ({"state": ApplicationState.REFUSED, "decided_at": days(90)}, False),
        ({"state": ApplicationState.EXPIRED, "decided_at": days(92)}, True),
        ({"state": ApplicationState.SUBMITTED, "submitted_at": days(300)}, False),
        ({"state": ApplicationState.ADMITTED, "decided_at": days(300)}, False),
        ({"state": ApplicationState.ADMITTED, "ended": 183}, True),
        ({"state": ApplicationState.SUBMITTED, "ended": 183}, True),
        ({"state": ApplicationState.ADMITTED, "ended": 181}, False),
    ],
)
def test_what_is_kept_until_when(facts, goes):
    ended = facts.pop("ended", None)
    edition = EditionFactory()
    if ended:
        edition.starts_on, edition.ends_on = days(400).date(), days(ended).date()
        edition.save()
    application = SentApplicationFactory(edition=edition)
    Application.objects.filter(pk=application.pk).update(**facts)
    dry = privacy.purge_expired(NOW, dry_run=True)
    assert Application.objects.filter(pk=application.pk).exists()
    assert privacy.purge_expired(NOW) == dry
    assert Application.objects.filter(pk=application.pk).exists() is not goes


# /mijn/ and /hulp/ ----------------------------------------------------------------------------------


def test_a_draft_of_a_closed_edition_is_no_next_step(client):
    draft = ApplicationFactory()
    type(draft.edition).objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    sign_in(client, draft.user)
    assert "Maak je aanmelding af" not in client.get(reverse("people:mine")).text


def test_an_account_without_applications_has_no_section(client):
    sign_in(client, UserFactory())
    assert "Jouw aanmeldingen" not in client.get(reverse("people:mine")).text


def test_who_applied_finds_the_contacts_on_the_help_page(client, application):
    two_contacts(application.edition.programme)
    SafeguardingContactFactory(display_name="Van elders")
    contact = application.edition.programme.safeguarding_contacts.first()
    assert contact.display_name not in client.get("/hulp/").text
    sign_in(client, application.user)
    text = client.get("/hulp/").text
    assert contact.display_name in text and "Van elders" not in text
