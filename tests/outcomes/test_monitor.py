"""/cijfers/: for the ministry alone, and never a figure without its date and source."""

import re

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from outcomes.models import NationalFigure
from outcomes.sections import figure_of_the_country
from people.models import User
from portal.set_up import set_up
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def test_a_visitor_is_led_to_the_login_page(client: Client) -> None:
    response = client.get("/cijfers/")
    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/cijfers/"


@pytest.mark.parametrize("group", ["administrator", None])
def test_others_find_nothing(laid: None, client: Client, group: str | None) -> None:
    user = User.objects.create_user("iemand@example.org")
    if group:
        user.groups.add(Group.objects.get(name=group))
    sign_in(client, user)
    assert client.get("/cijfers/").status_code == 404


def test_the_ministry_sees_that_nothing_is_published_yet(analyst: User, client: Client) -> None:
    sign_in(client, analyst)
    html = client.get("/cijfers/").content.decode()
    assert "Er is nog geen publicatie" in html
    assert "Naast de streefband" in html


def test_each_figure_stands_beside_its_date_and_source(analyst: User, client: Client) -> None:
    sign_in(client, analyst)
    html = client.get("/en/cijfers/").content.decode()
    shown = {}
    for group in re.findall(r"<tbody.*?</tbody>", html, re.DOTALL):
        origin, *rows = [" ".join(strip_tags(row).split()) for row in re.findall(r"<tr.*?</tr>", group, re.DOTALL)]
        shown |= dict.fromkeys(rows, origin)
    figures = NationalFigure.objects.all()
    assert len(shown) == len(figures) > 30
    assert shown["32 % Women on municipal councils"] == (
        "Measured: 1 January 2026. Measured before the elections of March 2026. Source: Dashboard Staat van het"
        " Bestuur, in the letter to parliament of spring 2026."
    )
    for figure in figures:
        (row,) = [row for row in shown if row.casefold() == f"{figure.value_en} {figure.label_en}".casefold()]
        assert shown[row].startswith(f"Measured: {figure.measured_on_en}."), figure


def test_a_source_stands_once_above_its_table_or_beside_its_figures(analyst: User, client: Client) -> None:
    sign_in(client, analyst)
    shown = []
    for table in client.get("/cijfers/").context["tables"]:
        assert table["source"] not in {group["source"] for group in table["groups"]}
        shown += [group["source"] or table["source"] for group in table["groups"] for _row in group["rows"]]
    assert sorted(shown) == sorted(NationalFigure.objects.values_list("source", flat=True))


def test_topics_are_not_mixed_up(analyst: User, client: Client) -> None:
    sign_in(client, analyst)
    titles = [str(table["title"]) for table in client.get("/cijfers/").context["tables"]]
    assert len(titles) == len(set(titles)) == 4


def test_the_page_reads_no_table_with_persons(analyst: User, client: Client) -> None:
    """But for the analyst's own session, account, groups and authenticators."""
    sign_in(client, analyst)
    with CaptureQueriesContext(connection) as queries:
        client.get("/cijfers/")
    own = (
        "django_session",
        "people_user",
        "auth_group",
        "mfa_authenticator",
        "usersessions",
        "outcomes_",
        "account_emailaddress",
    )
    strange = [
        query["sql"]
        for query in queries
        if query["sql"].startswith("SELECT") and not any(name in query["sql"] for name in own)
    ]
    assert not [sql for sql in strange if "programmes_" in sql or "people_" in sql]
    assert len(queries) <= 15


def test_without_figures_the_page_says_who_fills_them_in(analyst: User, client: Client) -> None:
    NationalFigure.objects.all().delete()
    sign_in(client, analyst)
    html = client.get("/cijfers/").content.decode()
    assert "Een beheerder vult ze in" in html
    assert "Naast de streefband" not in html


@pytest.mark.parametrize("missing", ["measured_on", "source", "source_en", "measured_on_en"])
def test_the_database_refuses_a_figure_without_date_or_source(laid: None, missing: str) -> None:
    with pytest.raises(IntegrityError, match="figure_has_date_and_source"), transaction.atomic():
        NationalFigure.objects.filter(key="women-councillors").update(**{missing: ""})


def test_the_home_page_shows_one_figure_with_date_and_source(laid: None, client: Client) -> None:
    html = client.get("/").content.decode()
    assert '<p class="ol-getal">15<span class="ol-getal__eenheid">%</span></p>' in html
    assert "Gemeten: 2025" in html
    assert "Bron: Nieuwsbericht van de Rijksoverheid, juni 2025" in html


def test_the_home_page_does_without_the_figure(laid: None, client: Client) -> None:
    NationalFigure.objects.all().delete()
    assert figure_of_the_country(None) is None  # type: ignore[arg-type]
    assert "ol-getal" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("value", "percent"), [("32 %", 32.0), ("25,2 %", 25.2), ("minder dan 0,5 %", 0.5), ("een derde", 0.0)]
)
def test_a_bar_is_as_long_as_its_number(value: str, percent: float) -> None:
    assert NationalFigure(value=value).percent() == percent


def test_an_administrator_keeps_the_figures_in_the_cms(laid: None, client: Client) -> None:
    user = User.objects.create_user("beheer@example.org", name="Beheer")
    user.groups.add(Group.objects.get(name="administrator"))
    sign_in(client, user)
    assert client.get("/cms/national_figures/").status_code == 200
    figure = NationalFigure.objects.get(key="women-councillors")
    assert client.get(f"/cms/national_figures/edit/{figure.pk}/").status_code == 200


def test_setting_up_twice_keeps_one_of_each(laid: None) -> None:
    before = NationalFigure.objects.count()
    set_up()
    assert NationalFigure.objects.count() == before
