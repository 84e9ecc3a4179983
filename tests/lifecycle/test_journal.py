"""The journal holds ids and nothing else, and only grows."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from lifecycle.journal import record
from lifecycle.models import JournalLine
from tests.factories.people import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_line_says_who_did_what_to_which_thing_by_key() -> None:
    actor, thing, scope, other = UserFactory(), UserFactory(), uuid4(), uuid4()
    line = record(thing, "invite", by=actor, was="new", now="invited", scope=scope, edition=other, place=3)
    line.refresh_from_db()
    assert line.actor == actor.journal_key
    assert (line.thing_kind, line.thing_key) == ("people.User", str(thing.key))
    assert (line.verb, line.was, line.now, line.scope) == ("invite", "new", "invited", scope)
    assert line.ids == {"edition": str(other), "place": "3"}


def test_the_portal_itself_is_no_one() -> None:
    assert record(UserFactory(), "purge", by=None).actor is None


def test_a_thing_without_a_key_of_its_own_is_named_by_its_number() -> None:
    membership = MembershipFactory()
    assert record(membership, "give", by=membership.user).thing_key == str(membership.pk)


@pytest.mark.parametrize(
    "text", ["Yara de Vries", "yara@example.org", "", " ", "één", "a\nb", "x" * 81, "<b>", "-leading"]
)
def test_words_are_refused_where_an_id_belongs(text: str) -> None:
    with pytest.raises(ValueError, match="only ids") as refused:
        record(UserFactory(), "invite", by=None, note=text)
    assert not text.strip() or text not in str(refused.value)
    assert not JournalLine.objects.exists()


@pytest.mark.parametrize("field", ["was", "now"])
def test_a_state_is_no_place_for_words_either(field: str) -> None:
    with pytest.raises(ValueError, match="only ids"):
        record(UserFactory(), "decide", by=None, **{field: "past niet bij ons"})


def test_a_line_is_neither_changed_nor_deleted() -> None:
    line = record(UserFactory(), "invite", by=None)
    line.verb = "refuse"
    for change in (
        line.save,
        line.delete,
        JournalLine.objects.all().delete,
        lambda: JournalLine.objects.update(verb="refuse"),
        lambda: JournalLine.objects.bulk_update([line], ["verb"]),
    ):
        with pytest.raises(TypeError, match="only grows"), transaction.atomic():
            change()
    assert JournalLine.objects.get().verb == "invite"


def test_old_lines_leave_by_purging_alone() -> None:
    now = timezone.now()
    record(UserFactory(), "old", by=None, at=now - timedelta(days=800))
    record(UserFactory(), "new", by=None)
    assert JournalLine.objects.filter(at__lt=now - timedelta(days=730)).purge() == 1
    assert [line.verb for line in JournalLine.objects.all()] == ["new"]
