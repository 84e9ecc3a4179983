"""Each field with words of or about a person × export and erase: found from the models, so that no new one escapes.

One person and another each have a row of everything, with words of their own in every text field. The export of the
first holds each of her words; after erasing her they are nowhere, and those of the other are all still there.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.models import (
    Agreement,
    CheckIn,
    Concern,
    ContactCard,
    Enquiry,
    Goal,
    HeldOffice,
    MenteeProfile,
    PairMessage,
    PowerRole,
)
from people import privacy, takeout
from people.addresses import keyed
from people.models import User
from programmes.actions.stories import tell_story
from programmes.models import (
    AccessNeed,
    Answer,
    Block,
    Complaint,
    ContactNote,
    Conversation,
    CriterionJudgement,
    GroupMember,
    Imported,
    PoolContact,
    Report,
    ReportAnswer,
    Review,
)
from tests.architecture.sources import FLOORS
from tests.factories.mentoring import (
    MeetingFactory,
    MenteeProfileFactory,
    MentorProfileFactory,
    a_match,
    a_mentor,
    a_pair,
)
from tests.factories.people import UserFactory
from tests.factories.programmes import QuestionFactory, SafeguardingContactFactory, admitted
from tests.laid import laid
from tests.mentoring.alumni import a_life_after
from tests.people.test_privacy import whole_database
from tests.programmes.told import words
from tests.walkers.personal_models import personal_models, pointers

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

# Text that is no words: marks, names of things of ours, what is chosen from a list. Held by tests of their own.
NO_WORDS = {
    "mentoring.Candidacy": {"entry", "claim_digest"},
    "mentoring.Computation": {"fault"},
    "outcomes.CountedCell": {"table", "row", "cell"},
    "outcomes.FunnelFact": {"source"},
    "outcomes.FunnelPerson": {"label"},
    "people.Letter": {"fault", "key", "address", "language", "message"},
    "people.User": {"password", "email"},
    "programmes.AccessNeed": {"wishes"},
    "programmes.Imported": {"address", "address_digest"},
    "programmes.Report": {"kind"},
    "programmes.SupporterCode": {"digest", "browser_digest"},
}
# Words of an organisation about its own work: they stay when who wrote them goes.
OF_AN_ORGANISATION = {"programmes.Arrangement", "programmes.ImportRun", "programmes.GroupMessage"}
# On the page of a programme in two languages: the Dutch stands in the export.
IN_ANOTHER_LANGUAGE = {"hours_en"}


def paths(model: type[models.Model], seen: tuple[Any, ...] = ()) -> Iterator[str]:
    """How a row belongs to a person: by keys that do not simply become empty."""
    for key in pointers(model):
        if model in seen or key.remote_field.on_delete is models.SET_NULL:
            continue
        if key.related_model is User:
            yield key.name
        else:
            yield from (f"{key.name}__{path}" for path in paths(key.related_model, (*seen, model)))


def is_words(model: type[models.Model], field: models.Field) -> bool:
    text = isinstance(field, models.CharField | models.TextField) and not field.choices
    return text and field.name not in NO_WORDS.get(model._meta.label, set()) | IN_ANOTHER_LANGUAGE


def texts() -> list[tuple[type[models.Model], str]]:
    ours = (model for model in personal_models() if model._meta.app_label in FLOORS)
    return sorted(
        (
            (model, field.name)
            for model in ours
            if model._meta.label not in OF_AN_ORGANISATION
            for field in model._meta.local_fields
            if is_words(model, field)
        ),
        key=lambda one: (one[0]._meta.label, one[1]),
    )


def rows_of(model: type[models.Model], user: User) -> "models.QuerySet[Any]":
    if model is User:
        return User.objects.filter(pk=user.pk)
    if model is Imported:
        return Imported.objects.filter(address_digest=keyed(user.email))
    hers = Q(pk=None)
    for path in paths(model):
        hers |= Q(**{path: user})
    return model._base_manager.filter(pk__in=list(model._base_manager.filter(hers).values_list("pk", flat=True)))


def a_full_life(name: str) -> User:
    """A row of every kind that holds words about this person."""
    user = UserFactory(name=name)
    participation, now = admitted(user=user), timezone.now()
    application, edition = user.applications.get(), participation.edition
    Answer.objects.create(application=application, question=QuestionFactory(edition=edition), value="x")
    AccessNeed.objects.create(participation=participation, words="x")
    ContactNote.objects.create(participation=participation, kind="phone", words="x", next_step="x")
    GroupMember.objects.create(participation=participation, display_name="x")
    Complaint.objects.create(application=application, words="x", answer="x", answer_by=now.date())
    Conversation.objects.create(application=application, starts_at=now + timedelta(days=1), where="x", note="x")
    review = Review.objects.create(application=application, state="submitted", submitted_at=now)
    CriterionJudgement.objects.create(review=review, title="x", sentence="x")
    Imported.objects.create(edition=edition, name="x", address=user.email, address_digest=keyed(user.email))
    PoolContact.objects.create(user=user, display_name="x", hours="x", mail_address="x@example.org")
    SafeguardingContactFactory(user=user)
    Block.objects.create(blocker=user, blocked=UserFactory(), shown_as="x")
    report = Report.objects.create(reporter=user, words="x", quoted="x")
    ReportAnswer.objects.create(report=report, by_contact=True, words="x")
    MenteeProfileFactory(user=user)
    MentorProfileFactory(user=user)
    pair = a_pair(participation, a_mentor(edition.programme))
    MeetingFactory(match=pair, place="x")
    PairMessage.objects.create(match=pair, side="mentee", words="x")
    ContactCard.objects.create(match=pair, side="mentee", mail_address="x@example.org", phone="x", otherwise="x")
    Agreement.objects.create(match=pair, version=1, often="open", way="live", words="x", proposed_by="mentor")
    Goal.objects.create(match=pair, words="x", made_by="mentor")
    CheckIn.objects.create(match=pair, side="mentee", moment="halfway", words="x")
    Concern.objects.create(user=user, side="mentee", words="x")
    HeldOffice.objects.create(user=user, office="raad", place="x", years="x", listed_as="x")
    PowerRole.objects.create(user=user, roles="x", place="x")
    a_match("declined", participation=participation, declined_by="mentee", decline_note="x", mentor=pair.mentor)
    Enquiry.objects.create(match=pair, side="mentee", words="x", answer="x")
    tell_story(words(), by=user, programme=None, language="nl")
    a_life_after(user)
    return user


def fill(user: User, mark: str) -> dict[str, str]:
    """Every text field of hers gets words that stand nowhere else; by the name of the field."""
    said = {}
    for number, (model, field) in enumerate(texts()):
        word = f"{mark}{number:03}w"
        rows_of(model, user).update(**{field: f"{word}@example.org" if field == "mail_address" else word})
        said[f"{model._meta.label}.{field}"] = word
    return said


def kept(said: dict[str, str]) -> set[str]:
    """Which of these words a row still has, also where the database itself cannot be read."""
    fields = {f"{model._meta.label}.{field}": (model, field) for model, field in texts()}
    found = set()
    for name, word in said.items():
        model, field = fields[name]
        if any(word in (value or "") for value in model._base_manager.values_list(field, flat=True)):
            found.add(name)
    return found


def test_every_text_is_in_the_export_and_gone_after_erasing_and_those_of_others_stay() -> None:
    person, other = a_full_life("Eerste"), a_full_life("Tweede")
    missing = {f"{model._meta.label}.{field}" for model, field in texts() if not rows_of(model, person).exists()}
    assert missing == set(), "lay a row of these in a_full_life"
    hers, theirs = fill(person, "zonnedauw"), fill(other, "andere")
    person.refresh_from_db()
    assert kept(hers) == set(hers) and len(hers) > 25
    files = takeout.files(person)
    for name, text in files.items():
        assert {field for field, word in hers.items() if word not in text} == set(), name
        assert not [word for word in theirs.values() if word in text], "never a word of another"
    privacy.erase(person)
    assert kept(hers) == set() and kept(theirs) == set(theirs)
    assert "zonnedauw" not in whole_database(), "no index, revision, task or journal has it either"
    assert not _files_with("zonnedauw")


def _files_with(mark: str) -> list[str]:
    found, folders = [], [""]
    while folders:
        inside, names = default_storage.listdir(folder := folders.pop())
        folders += [f"{folder}{one}/" for one in inside]
        found += [name for name in names if mark.encode() in default_storage.open(f"{folder}{name}").read()]
    return found


def test_the_walk_sees_a_model_that_is_not_laid() -> None:
    assert (AccessNeed, "words") in texts() and (MenteeProfile, "display_name") in texts()
    assert list(paths(AccessNeed)) == ["participation__user"]
    assert not rows_of(AccessNeed, UserFactory()).exists()
