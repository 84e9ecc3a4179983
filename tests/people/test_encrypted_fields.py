"""Encrypted columns: unreadable in the database, readable with an older key, never searched."""

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.exceptions import FieldError
from django.db import connection, models
from django.test.utils import isolate_apps

from people.fields import EncryptedTextField, decrypt, encrypt

pytestmark = pytest.mark.django_db
SECRET = "Ik stem al jaren op de Proefpartij"


@pytest.fixture
def note():
    """A model with an encrypted column, on a table of its own."""
    with isolate_apps("people"):

        class Note(models.Model):
            words = EncryptedTextField(blank=True, null=True)

            class Meta:
                app_label = "people"
                db_table = "encrypted_note"

        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE encrypted_note (id integer PRIMARY KEY, words text NULL)")
        yield Note
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE encrypted_note")


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM encrypted_note WHERE id = 1")
        return cursor.fetchone()[0]


def test_the_database_holds_no_word_of_it(note) -> None:
    note.objects.create(pk=1, words=SECRET)
    assert stored() != SECRET and "Proefpartij" not in stored()
    assert note.objects.get(pk=1).words == SECRET
    assert note.objects.values_list("words", flat=True).get() == SECRET


def test_the_same_words_look_different_each_time(note) -> None:
    note.objects.create(pk=1, words=SECRET)
    before = stored()
    note.objects.get(pk=1).save()
    assert stored() != before


def test_updates_in_bulk_are_encrypted_too(note) -> None:
    note.objects.create(pk=1, words="nog niets")
    note.objects.update(words=SECRET)
    assert "Proefpartij" not in stored()
    row = note.objects.get(pk=1)
    row.words = SECRET + "!"
    note.objects.bulk_update([row], ["words"])
    assert "Proefpartij" not in stored() and note.objects.get(pk=1).words == SECRET + "!"


@pytest.mark.parametrize("empty", ["", None])
def test_nothing_stays_nothing(note, empty: str | None) -> None:
    note.objects.create(pk=1, words=empty)
    assert note.objects.get(pk=1).words == empty


def test_an_older_key_still_reads_and_the_newest_writes(note, settings) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.FIELD_KEYS = [old]
    note.objects.create(pk=1, words=SECRET)
    settings.FIELD_KEYS = [new, old]
    row = note.objects.get(pk=1)
    assert row.words == SECRET
    row.save()
    settings.FIELD_KEYS = [new]
    assert note.objects.get(pk=1).words == SECRET, "saved again, it needs the old key no more"


def test_without_the_key_there_is_no_reading(note, settings) -> None:
    note.objects.create(pk=1, words=SECRET)
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(InvalidToken):
        note.objects.get(pk=1)


@pytest.mark.parametrize("lookup", ["exact", "iexact", "contains", "icontains", "startswith", "in", "gt", "regex"])
def test_searching_it_is_refused(note, lookup: str) -> None:
    with pytest.raises(FieldError, match="encrypted"):
        note.objects.filter(**{f"words__{lookup}": [SECRET] if lookup == "in" else SECRET})


def test_whether_there_is_something_can_be_asked(note) -> None:
    note.objects.create(pk=1, words=SECRET)
    assert note.objects.filter(words__isnull=False).exists()


def test_text_that_was_tampered_with_is_not_read() -> None:
    token = encrypt(SECRET)
    with pytest.raises(InvalidToken):
        decrypt(token[:-2] + "AA")
