"""Applications at the organisers' desk: what they see, and that each look is noted."""

import pytest
from django.urls import reverse

from lifecycle.models import JournalLine
from people.models import PersonSeen
from programmes.models import Answer
from programmes.states import ApplicationState
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
)

pytestmark = pytest.mark.django_db


def test_reading_an_application_is_noted_and_journalled(desk, organiser, programme):
    question = QuestionFactory(edition=OpenEditionFactory(programme=programme), label="Wat wil je?")
    application = SentApplicationFactory(edition=question.edition)
    Answer.objects.create(application=application, question=question, value="De bus")
    text = desk.get(reverse("desk_applications:detail", kwargs={"key": application.key})).text
    assert "De bus" in text and application.user.email in text
    line = JournalLine.objects.get(verb="view")
    assert (line.actor, line.thing_key, line.scope) == (
        organiser.journal_key,
        str(application.key),
        programme.lead().key,
    )
    seen = PersonSeen.objects.get()
    assert (seen.user, seen.organisation, seen.role) == (application.user, programme.lead(), PersonSeen.Role.ORGANISER)


def test_a_list_of_names_is_noted_too(desk, programme):
    applications = SentApplicationFactory.create_batch(3, edition=OpenEditionFactory(programme=programme))
    desk.get(reverse("desk_applications:index"))
    assert {seen.user for seen in PersonSeen.objects.all()} == {application.user for application in applications}


def test_drafts_stay_with_who_writes_them(desk, programme):
    draft = ApplicationFactory(edition=OpenEditionFactory(programme=programme), user__name="Nog Bezig")
    assert "Nog Bezig" not in desk.get(reverse("desk_applications:index")).text
    assert desk.get(reverse("desk_applications:detail", kwargs={"key": draft.key})).status_code == 404


def test_the_list_filters_by_edition_and_state(desk, programme, foreign):
    first, second = OpenEditionFactory(programme=programme), OpenEditionFactory(programme=programme)
    SentApplicationFactory(edition=first, user__name="Eerste Mens")
    SentApplicationFactory(edition=second, user__name="Tweede Mens", state=ApplicationState.WAITING)
    address = reverse("desk_applications:index")
    text = desk.get(f"{address}?edition={first.pk}").text
    assert "Eerste Mens" in text and "Tweede Mens" not in text and "andere editie" not in text
    assert "Eerste Mens" not in desk.get(f"{address}?state=waiting").text
    assert "Ander Mens" not in desk.get(f"{address}?edition={foreign['edition'].pk}").text
