"""Export is complete, erasing leaves nothing, and a new model about persons cannot be forgotten."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection, models
from django.test.utils import isolate_apps
from django.utils import timezone
from wagtail.models import PageLogEntry, UploadedFile

from lifecycle.models import JournalLine
from people import privacy, takeout
from people.models import Consent, Letter, PersonSeen, User
from people.privacy import KeepUntil
from tests.factories.people import ConsentFactory, ConsentTextFactory, UserFactory
from tests.people import full_person
from tests.people.full_person import make_full_person
from tests.walkers import personal_models

pytestmark = pytest.mark.django_db


def whole_database(*without: str) -> str:
    """Every cell of every table as text."""
    with connection.cursor() as cursor:
        cells = []
        for table in connection.introspection.table_names(cursor):
            if table not in without:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                cells += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(cells)


# Export -----------------------------------------------------------------------------------------


def test_the_export_tells_everything_and_no_secret() -> None:
    user = make_full_person()
    written = takeout.files(user)
    for name, text in written.items():
        missing = [told for told in full_person.TOLD if told not in text]
        assert missing == [], f"{name} leaves something out"
        assert full_person.SECRET_OF_APP not in text and str(user.journal_key) not in text
    whole = json.loads(written["person.json"])
    assert whole["people"]["account"]["email"] == full_person.ADDRESS
    assert [line["verb"] for line in whole["people"]["journal"]] == ["sign_up"]


def test_the_readable_page_has_a_word_for_every_key() -> None:
    exported = privacy.export(make_full_person())
    for rule, data in exported:
        if rule.app == "people":
            assert keys(data) - set(rule.words) - {"edition"} == set()


def keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    if isinstance(data, list):
        return {key for item in data for key in keys(item)}
    return set()


def test_the_readable_page_escapes_what_people_wrote() -> None:
    user = UserFactory(name="<script>alert(1)</script>")
    assert "<script>" not in takeout.files(user)["person.html"]


def test_the_export_holds_nobody_else() -> None:
    other = make_full_person()
    text = "".join(takeout.files(UserFactory()).values())
    assert other.name not in text and other.email not in text and "Kanarie" not in text


# Erase ------------------------------------------------------------------------------------------


def test_erasing_leaves_no_word_and_no_pointer(django_capture_on_commit_callbacks) -> None:
    user = make_full_person()
    pk, journal_key, key = user.pk, user.journal_key.hex, user.key.hex
    file = UploadedFile.objects.get().file.name
    assert default_storage.exists(file) and "Kanarie Geel" in whole_database()
    with django_capture_on_commit_callbacks(execute=True):
        privacy.erase(user)
    left = whole_database()
    for canary in (full_person.NAME, full_person.OWN_WORDS, "Kanariebrowser", full_person.SECRET_OF_APP):
        assert canary not in left
    assert "kanarie.geel" not in left and "kanarie.twee" not in left
    assert not default_storage.exists(file)
    for model in personal_models.personal_models():
        for pointer in personal_models.pointers(model):
            if pointer.related_model is User:
                assert not model._default_manager.filter(**{pointer.attname: pk}).exists(), model
    assert not Session.objects.exists() and not Letter.objects.exists()
    without_journal = whole_database("lifecycle_journalline").replace("-", "")
    assert journal_key not in without_journal and key not in without_journal, "nobody can be found by a line"


def test_erasing_keeps_the_journal_without_a_person() -> None:
    user = make_full_person()
    actor = user.journal_key
    privacy.erase(user)
    assert list(JournalLine.objects.order_by("pk").values_list("verb", "actor")) == [
        ("sign_up", actor),
        ("erase", None),
    ]


def test_erasing_one_leaves_the_others_as_they_were() -> None:
    other = make_full_person()
    before = takeout.privacy.export(other)
    privacy.erase(UserFactory())
    assert takeout.privacy.export(other) == before
    assert PageLogEntry.objects.filter(user_id=other.pk).exists()


def test_erasing_is_whole_or_not_at_all(settings) -> None:
    settings.PERSONAL_DATA = ["tests.people.test_privacy.FAILING", *settings.PERSONAL_DATA]
    user = make_full_person()
    with pytest.raises(ZeroDivisionError):
        privacy.erase(user)
    assert User.objects.get(email=full_person.ADDRESS).consents.exists()
    assert default_storage.exists(UploadedFile.objects.get().file.name)


def _fail(user: User) -> None:
    raise ZeroDivisionError


FAILING = privacy.PersonalData(title="x", models=("tests.X",), export=lambda user: {}, erase=_fail)


# Keep until -------------------------------------------------------------------------------------


def make_old_things(now) -> None:
    user, year = UserFactory(), timedelta(days=365)
    for age in (timedelta(days=364), timedelta(days=366)):
        Letter.objects.create(key=f"sent:{age.days}", recipient=user, message="m", done_at=now - age)
        Letter.objects.create(key=f"failed:{age.days}", recipient=user, message="m", failed_at=now - age)
        Letter.objects.create(key=f"waiting:{age.days}", recipient=user, message="m", written_at=now - age)
        PersonSeen.objects.create(user=user, role="organiser", what="application", on=timezone.localdate(now - age))
    text = ConsentTextFactory()
    for age in (2 * year - timedelta(days=1), 2 * year + timedelta(days=1)):
        ConsentFactory(user=user, text=text, given_at=now - 3 * year, withdrawn_at=now - age)
        JournalLine.objects.create(at=now - age, verb="x", thing_kind="x", thing_key="x")
    ConsentFactory(user=user, text=text, given_at=now - 9 * year)


EXPECTED = {"letter": 2, "seen": 1, "consent": 1, "journal": 1}


def test_each_kind_goes_when_its_time_is_over_and_a_dry_run_tells_the_same() -> None:
    now = timezone.now()
    make_old_things(now)
    before = whole_database()
    told = privacy.purge_expired(now, dry_run=True)
    assert whole_database() == before, "a dry run changes nothing"
    done = privacy.purge_expired(now)
    assert done == told
    assert {name: done[name] for name in EXPECTED} == EXPECTED
    assert Consent.objects.count() == 2 and JournalLine.objects.count() == 1
    assert set(privacy.purge_expired(now).values()) == {0}, "what is gone is gone"


def test_an_address_that_nobody_confirmed_goes_after_two_weeks() -> None:
    """Anyone can type an address of someone else; one that was confirmed, or that nobody signed up with, stays."""
    now = timezone.now()
    old = now - timedelta(days=15)
    typed, young = UserFactory(joined_at=old), UserFactory(joined_at=now - timedelta(days=13))
    moving, invited = UserFactory(joined_at=old), UserFactory(joined_at=old)
    for user, verified in ((typed, False), (young, False), (moving, True)):
        EmailAddress.objects.create(user=user, email=user.email, verified=verified, primary=True)
    EmailAddress.objects.create(user=moving, email="nieuw@example.org", verified=False)
    assert privacy.purge_expired(now)["account_not_confirmed"] == 1
    assert set(User.objects.values_list("pk", flat=True)) == {young.pk, moving.pk, invited.pk}
    assert not EmailAddress.objects.filter(email=typed.email).exists()


def test_a_day_is_over_when_it_is_over_in_the_netherlands() -> None:
    """Half past midnight in Amsterdam is still the day before in UTC."""
    for day in (date(2025, 7, 1), date(2025, 7, 2)):
        PersonSeen.objects.create(user=UserFactory(), role="organiser", what="application", on=day)
    privacy.purge_expired(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert [sight.on for sight in PersonSeen.objects.all()] == [date(2025, 7, 2)]


def test_a_period_can_be_shortened_but_not_lengthened(settings) -> None:
    keep = {keep.name: keep for keep in privacy.keep_until_table()}
    settings.KEEP_UNTIL = {"letter": timedelta(days=30), "journal": timedelta(days=9999)}
    assert keep["letter"].period == timedelta(days=30)
    assert keep["journal"].period == timedelta(days=730)


def test_the_table_names_each_period_once() -> None:
    names = [keep.name for keep in privacy.keep_until_table()]
    assert len(names) == len(set(names))
    assert all(keep.label and keep.longest > timedelta(0) for keep in privacy.keep_until_table())


# No model without a rule ------------------------------------------------------------------------


def test_every_model_about_a_person_has_a_rule() -> None:
    assert personal_models.uncovered_models() == []
    assert personal_models.unknown_models() == []


def test_a_rule_can_be_asked_for_by_model() -> None:
    assert personal_models.covered_by("people.Consent").app == "people"
    assert personal_models.covered_by("people.HelpRecord") is None


@pytest.mark.parametrize(
    ("target", "on_delete", "personal"),
    [
        (User, models.CASCADE, True),
        (User, models.SET_NULL, True),
        (Consent, models.CASCADE, True),
        (Consent, models.PROTECT, True),
        ("wagtailcore.Page", models.CASCADE, False),  # a page has an owner, but is not a person's
        ("people.Organisation", models.CASCADE, False),
    ],
)
def test_a_new_model_that_points_at_a_person_is_seen(target, on_delete, personal, monkeypatch) -> None:
    from django.apps import apps

    with isolate_apps("people"):

        class Diary(models.Model):
            whose = models.ForeignKey(target, on_delete, null=True, related_name="+")

            class Meta:
                app_label = "people"

    if isinstance(target, str):
        Diary._meta.get_field("whose").remote_field.model = apps.get_model(target)
    known = apps.get_models(include_auto_created=True)
    monkeypatch.setattr(personal_models.apps, "get_models", lambda **_kwargs: [*known, Diary])
    assert ("people.Diary" in personal_models.uncovered_models()) == personal


def test_a_period_is_named_once_in_code() -> None:
    keep = KeepUntil("x", timedelta(days=1), "x", lambda before: User.objects.none())
    assert keep.remove(User.objects.none()) == 0
