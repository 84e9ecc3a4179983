"""The funnel on /cijfers/: picture and table say the same, what is hidden is nowhere, and nobody is read for it."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from outcomes.actions import publish
from outcomes.disclosure.catalogue import COUNTRY, NATIONAL
from outcomes.disclosure.release import Row
from outcomes.models import FunnelFact, FunnelPerson, PublishedCell, Release
from outcomes.monitor import funnel
from people.models import User
from tests.outcomes.people import move, people_at
from tests.signing_in import sign_in
from tests.walkers.personal_models import personal_models

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
COUNTS = (1240, 980, 615, 580, 430, 115, None)


def release(counts, as_of=NOVEMBER, row_as_of=None):
    """A release of the national row alone, as publishing would leave it."""
    made = Release.objects.create(as_of=as_of)
    PublishedCell.objects.bulk_create(
        PublishedCell(release=made, table="national", row=COUNTRY, column=column, value=value, as_of=row_as_of or as_of)
        for column, value in zip(NATIONAL.columns, counts, strict=True)
    )
    return made


@pytest.fixture
def page(analyst: User, client: Client):
    """What the analyst reads at an address, tags and all."""
    sign_in(client, analyst)

    def read(query: str = "") -> str:
        response = client.get(f"/cijfers/{query}")
        assert response.status_code == 200
        return response.content.decode()

    return read


def pictures(html):
    return [ElementTree.fromstring(svg) for svg in re.findall(r'<svg class="ol-trechter.*?</svg>', html, re.DOTALL)]


def words(svg):
    return [" ".join("".join(text.itertext()).split()) for text in svg.iter("text")]


def table(html, name):
    found = re.search(rf'id="{name}".*?</table>', html, re.DOTALL)
    return [
        [" ".join(strip_tags(cell).split()) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", found[0], re.DOTALL)
    ]


def test_picture_and_table_say_the_same(page):
    release(COUNTS)
    html = page()
    shown = [cells[1] for cells in table(html, "tabel-landelijk")[1:]]
    assert shown == ["1.240", "980", "615", "580", "430", "115", "minder dan 10"]
    wide, narrow = pictures(html)
    for picture in (wide, narrow):
        assert [said for said in words(picture) if said in shown] == shown
        assert len([rect for rect in picture.iter("rect") if rect.get("class") == "ol-trechter__leeg"]) == 1


def test_the_day_of_the_release_stands_in_title_and_lead(page):
    release(COUNTS)
    html = page()
    assert "<title>Cijfers, publicatie van 1 november 2026" in html
    assert "Alle programma’s samen, publicatie van 1 november 2026." in html


def test_shares_are_of_who_began_and_no_finer_than_the_numbers_bear(page):
    release((150, 100, 50, 45, 10, None, None))
    shares = [cells[2] for cells in table(page(), "tabel-landelijk")[1:]]
    assert shares == ["begin", "65 %", "35 %", "30 %", "5 %", "niet getoond", "niet getoond"]


def test_a_share_near_everybody_is_not_told_exactly(page):
    release((200, 200, 195, 190, 180, None, None))
    shares = [cells[2] for cells in table(page(), "tabel-landelijk")[1:]]
    assert shares[1:5] == ["meer dan 95 %", "meer dan 95 %", "95 %", "90 %"]


def test_no_bar_is_longer_than_its_frame():
    """A later step may be rounded up over the first."""
    row = Row(COUNTRY, NOVEMBER, dict(zip(NATIONAL.columns, (30, 35, 30, 30, 10, None, None), strict=True)))
    lengths = [float(drawn["length"]) for drawn in funnel.wide(row)]
    assert max(lengths) == lengths[1] == funnel.WIDE.most


def test_what_is_hidden_has_no_length():
    row = Row(COUNTRY, NOVEMBER, dict(zip(NATIONAL.columns, COUNTS, strict=True)))
    assert funnel.wide(row)[-1]["length"] == funnel.narrow(row)[-1]["length"] == "0.0"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((25, None, None, None, None, None, None), "niet getoond"),
        ((35, None, None, None, None, None, None), "minder dan 10"),
        ((None,) * 7, "minder dan 10"),
    ],
)
def test_a_row_too_small_to_go_into_does_not_claim_that_its_steps_are_under_ten(counts, said):
    row = Row(COUNTRY, NOVEMBER, dict(zip(NATIONAL.columns, counts, strict=True)))
    assert funnel.hidden_words(row) == said


def test_a_row_that_was_not_renewed_says_from_when_it_is(page):
    release(COUNTS, as_of=OCTOBER)
    release(COUNTS, row_as_of=OCTOBER)
    html = page()
    assert "De stand is van 1 oktober 2026." in html
    assert "Landelijke trechter, stand per 1 oktober 2026" in html


def test_a_release_about_too_few_people_says_so(page):
    people_at("started", 9)
    publish(NOVEMBER)
    html = page()
    assert "Er deden nog te weinig mensen mee om een aantal te tonen." in html
    assert {cells[1] for cells in table(html, "tabel-landelijk")[1:]} == {"minder dan 10"}


def test_an_earlier_release_can_be_chosen_and_one_that_is_not_there_does_not_exist(page, client):
    release((100, *COUNTS[1:]), as_of=OCTOBER)
    release(COUNTS)
    assert '<option value="2026-10-01" selected>' in page("?publicatie=2026-10-01")
    assert table(page("?publicatie=2026-10-01"), "tabel-landelijk")[1][1] == "100"
    for strange in ("2026-10-02", "gisteren", "2026-13-01"):
        assert client.get(f"/cijfers/?publicatie={strange}").status_code == 404


def test_releases_stand_beside_each_other_twelve_on_a_page(page):
    for month in range(1, 12):
        release(COUNTS, as_of=date(2026, month, 1))
    release((1000, *COUNTS[1:]), as_of=date(2025, 12, 1))
    release((900, *COUNTS[1:]), as_of=date(2025, 11, 1))
    first = table(page(), "tabel-publicaties")[1:]
    assert len(first) == 12
    assert first[0] == ["1 november 2026", "1 november 2026", "1.240", "580", "430", "115", "minder dan 10"]
    assert table(page("?pagina=2"), "tabel-publicaties")[1:] == [
        ["1 november 2025", "1 november 2025", "900", "580", "430", "115", "minder dan 10"]
    ]


def test_the_benchmark_comes_with_what_it_does_not_measure(page):
    release(COUNTS)
    html = page()
    card = html[html.index('aria-labelledby="ijk"') :].partition("</section>")[0]
    told = " ".join(strip_tags(card).split())
    for words_ in ("ongeveer een kwart", "andere programma’s en een ander jaar", "evaluatie van 2018", "Kamerbrief"):
        assert words_ in told
    assert "Hoelang mensen gevolgd zijn, weten wij niet." in told


def test_the_five_groups_are_each_told_of_with_where_it_would_come_from(page):
    release(COUNTS)
    rows = table(page(), "tabel-groepen")[1:]
    assert len(rows) == 5
    assert all(said.endswith("Staat niet in deze publicatie.") for _group, said in rows)
    assert {said.startswith("Alleen uit een vragenlijst zonder namen") for _group, said in rows[3:]} == {True}


def test_everything_is_there_in_english(analyst, client):
    release(COUNTS)
    sign_in(client, analyst)
    assert client.get("/en/cijfers/").status_code == 200


# Nobody is read for it ------------------------------------------------------------------------------

OWN = {"people_user", "people_user_groups", "django_session", "mfa_authenticator", "usersessions_usersession"}


def test_no_table_with_persons_is_read_but_for_who_is_looking(analyst, client):
    people_at("started", 40)
    publish(NOVEMBER)
    sign_in(client, analyst)
    theirs = {model._meta.db_table for model in personal_models()} - OWN
    assert {"outcomes_funnelperson", "outcomes_funnelfact", "outcomes_countedcell", "programmes_application"} <= theirs
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/cijfers/").status_code == 200
    read = {name for query in queries for name in re.findall(r'"(\w+)"', query["sql"])}
    assert read & theirs == set()
    assert "outcomes_publishedcell" in read
    others = [query["sql"] for query in queries if '"people_user"' in query["sql"]]
    assert all(f"{analyst.pk}" in sql for sql in others)


def test_the_page_stays_the_same_when_people_move_or_go(page):
    people = people_at("started", 40)
    publish(NOVEMBER)
    before = table(page(), "tabel-landelijk")
    move(people, "completed", on=OCTOBER)
    FunnelFact.objects.all().delete()
    FunnelPerson.objects.all().delete()
    assert table(page(), "tabel-landelijk") == before


def test_many_releases_take_as_many_queries_as_one(page):
    release(COUNTS)
    page()  # what is asked once a process
    with CaptureQueriesContext(connection) as one:
        page()
    for months in range(1, 40):
        release(COUNTS, as_of=NOVEMBER - timedelta(days=30 * months))
    with CaptureQueriesContext(connection) as many:
        page()
    assert len(many) == len(one) <= 15


def test_no_release_lies_in_the_future():
    """The page shows the newest first: that must be one that was really published."""
    publish(NOVEMBER)
    assert Release.objects.first().as_of <= timezone.localdate()
