"""/hulp/: for everyone, what needs no office first, and a way to leave quickly."""

from datetime import date, timedelta

import pytest

from people.models import HelpRecord
from people.sections import Section
from tests.factories.people import HelpRecordFactory, UserFactory

pytestmark = pytest.mark.django_db
Audience = HelpRecord.Audience


def contacts(request) -> Section:
    return Section("people/section_workplace.html", {"links": [{"url": "/c/", "label": "Praat met Ilse"}]})


@pytest.fixture(autouse=True)
def no_records() -> None:
    HelpRecord.objects.all().delete()


@pytest.mark.parametrize("signed_in", [True, False])
def test_what_is_for_everyone_comes_first_then_the_programme_then_the_office(client, settings, signed_in) -> None:
    settings.HELP_SECTIONS = ["tests.people.test_help.contacts"]
    HelpRecordFactory(name="Steunpakket", audience=Audience.OFFICE_HOLDERS, order=1)
    HelpRecordFactory(name="Voor raadsleden", audience=Audience.COUNCILLORS, order=0)
    HelpRecordFactory(name="Politie", order=9, phone="0900-8844")
    HelpRecordFactory(name="Nu in gevaar", order=8, phone="112")
    if signed_in:
        client.force_login(UserFactory())
    page = client.get("/hulp/").content.decode()
    order = ["Nu in gevaar", "Politie", "Praat met Ilse", "Steunpakket", "Voor raadsleden"]
    places = [page.index(name) for name in order]
    assert places == sorted(places)
    assert 'href="tel:09008844"' in page and "1 november 2026" in page
    assert "Verlaat deze pagina snel" in page


def test_without_content_it_still_says_112_and_police(client, settings) -> None:
    settings.HELP_SECTIONS = []
    page = client.get("/hulp/").content.decode()
    assert 'href="tel:112"' in page and "politie" in page.lower()


def test_help_in_english(client) -> None:
    HelpRecordFactory(name="Politie", name_en="Police", text_en="Call them.")
    page = client.get("/en/hulp/").content.decode()
    assert "Police" in page and "Call them." in page and "Politie" not in page


def test_more_records_cost_no_more_queries(client, settings, django_assert_num_queries) -> None:
    settings.HELP_SECTIONS = []
    for path, number in (("/hulp/?a=1", 1), ("/hulp/?a=2", 6)):
        HelpRecordFactory.create_batch(number)
        with django_assert_num_queries(1):
            client.get(path)


def test_a_record_becomes_stale_after_ninety_days() -> None:
    record = HelpRecordFactory.build(checked_on=date(2026, 1, 1))
    assert not record.is_stale(date(2026, 1, 1) + timedelta(days=90))
    assert record.is_stale(date(2026, 1, 1) + timedelta(days=91))
