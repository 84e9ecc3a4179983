"""A campaign's page is counted, its word goes along in the address, and a new account is counted by it: no cookie."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.campaigns.counting import count_sign_up, count_visit
from home.models import CampaignCount, CampaignIndexPage, CampaignPage
from home.templatetags.sources import carry
from people.models import User
from people.sources import read_source
from portal.content.parts import strings
from portal.demo.content import campaigns
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.home.test_words_are_plain import too_long
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
SIGN_UP = "/account/signup/"


@pytest.fixture
def campaign(laid: None) -> CampaignPage:
    index = CampaignIndexPage.objects.get(locale__language_code="nl")
    page = index.add_child(instance=CampaignPage(title="Poster", slug="poster-2026", intro="Kijk eens."))
    in_english = CampaignIndexPage.objects.get(locale__language_code="en")
    in_english.add_child(instance=CampaignPage(title="Poster", slug="poster-2026", intro="Have a look."))
    return page


def counted(source: str = "poster-2026") -> tuple[int, int]:
    found = CampaignCount.objects.filter(source=source).first()
    return (found.visits, found.sign_ups) if found else (0, 0)


# Visits -----------------------------------------------------------------------------------------


def test_each_opening_is_counted_in_either_language_and_leaves_no_cookie(campaign: CampaignPage) -> None:
    for address in ("/campagne/poster-2026/", "/campagne/poster-2026/", "/en/campagne/poster-2026/"):
        response = Client().get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert response["Cache-Control"] == "no-store"
    assert counted() == (3, 0)


def test_what_nobody_reads_is_no_visit(campaign: CampaignPage, client: Client) -> None:
    client.head("/campagne/poster-2026/")
    client.get("/campagne/poster-2026/", headers={"Sec-Purpose": "prefetch;prerender"})
    client.get("/campagne/bestaat-niet/")
    assert not CampaignCount.objects.exists()


def test_a_visit_is_one_update(campaign: CampaignPage) -> None:
    count_visit("poster-2026")
    with CaptureQueriesContext(connection) as queries:
        count_visit("poster-2026")
    assert [re.match(r'UPDATE "home_campaigncount" SET "visits"', query["sql"]) is not None for query in queries] == [
        True
    ]


def test_a_count_holds_nothing_about_who_or_when() -> None:
    assert {field.name for field in CampaignCount._meta.get_fields()} == {"id", "source", "visits", "sign_ups"}


# The word that goes along ------------------------------------------------------------------------------


def test_links_to_our_own_pages_carry_the_word_and_no_others() -> None:
    html = (
        '<a href="/programmas/">a</a><a href="/x/?a=1&amp;b=2#c">b</a><a href="https://example.org/">c</a>'
        '<a href="//example.org/x">d</a><link href="/static/portal.css"><a href="#inhoud">e</a>'
        '<a href="/y/?bron=ander">f</a><a href="mailto:x@example.org">g</a>'
    )
    assert re.findall(r'href="([^"]*)"', carry(html, "poster")) == [
        "/programmas/?bron=poster",
        "/x/?a=1&amp;b=2&amp;bron=poster#c",
        "https://example.org/",
        "//example.org/x",
        "/static/portal.css",
        "#inhoud",
        "/y/?bron=ander",
        "mailto:x@example.org",
    ]


def test_a_form_sent_with_get_holds_the_word_and_one_with_post_does_not() -> None:
    html = '<form class="a" method="get" action="/x/"><b></b></form><form method="post" action="/y/"></form>'
    assert carry(html, "poster") == (
        '<form class="a" method="get" action="/x/"><input type="hidden" name="bron" value="poster"><b></b></form>'
        '<form method="post" action="/y/"></form>'
    )


def test_it_goes_along_from_page_to_page_up_to_the_form(campaign: CampaignPage, client: Client) -> None:
    first = client.get("/campagne/poster-2026/").text
    assert 'href="/programmawijzer/?bron=poster-2026"' in first
    assert f'href="{SIGN_UP}?bron=poster-2026"' in first
    second = client.get("/programmawijzer/?bron=poster-2026").text
    assert second.count('name="bron" value="poster-2026"') == 1
    assert 'href="/programmas/?bron=poster-2026"' in second
    form = client.get(f"{SIGN_UP}?bron=poster-2026").text
    assert '<input type="hidden" name="bron" value="poster-2026"' in form
    assert "?bron=poster-2026" in re.search(r'href="(/account/signup/passkey/[^"]*)"', form)[1]


@pytest.mark.parametrize("value", ["", "A", "a b", '"><script>', "é", "x" * 61, "../x", "a%00"])
def test_what_is_no_such_word_is_neither_shown_nor_carried(laid: None, client: Client, value: str) -> None:
    assert read_source(value) == ""
    for address in ("/programmas/", SIGN_UP):
        html = client.get(address, {"bron": value}).text
        assert "bron=" not in html and 'name="bron"' not in html


def test_who_came_by_nothing_sees_links_as_they_are(laid: None, client: Client) -> None:
    assert "bron=" not in client.get("/").text
    assert "bron" not in client.get(SIGN_UP).context["form"].fields


def test_the_address_of_a_campaign_is_a_word_that_can_go_along(laid: None) -> None:
    index = CampaignIndexPage.objects.first()
    with pytest.raises(ValidationError, match="kleine letters"):
        index.add_child(instance=CampaignPage(title="Poster", slug="Poster_É"))


# Sign-ups -----------------------------------------------------------------------------------------------


def test_a_new_account_is_counted_by_the_hidden_word_once(campaign: CampaignPage, client: Client) -> None:
    client.get("/campagne/poster-2026/")
    client.post(SIGN_UP, {"email": "nieuw@example.org", "bron": "poster-2026"})
    assert counted() == (1, 1)
    assert User.objects.filter(email="nieuw@example.org").exists()


def test_it_survives_a_typing_error_and_the_way_to_a_programme(campaign: CampaignPage, client: Client) -> None:
    client.get("/campagne/poster-2026/")
    again = client.post(SIGN_UP, {"email": "geen-adres", "bron": "poster-2026"}).text
    assert '<input type="hidden" name="bron" value="poster-2026"' in again
    on_her_way = client.get(SIGN_UP, {"next": "/aanmelden/x/?bron=poster-2026"}).text
    assert '<input type="hidden" name="bron" value="poster-2026"' in on_her_way


def test_an_account_that_is_there_is_not_counted_again(campaign: CampaignPage, client: Client) -> None:
    client.get("/campagne/poster-2026/")
    UserFactory(email="oud@example.org")
    client.post(SIGN_UP, {"email": "oud@example.org", "bron": "poster-2026"})
    assert counted() == (1, 0)


@pytest.mark.parametrize("typed", ["verzonnen", "<script>", "x" * 5000])
def test_what_no_campaign_is_called_is_not_counted_and_hinders_nobody(
    campaign: CampaignPage, client: Client, typed: str
) -> None:
    client.post(SIGN_UP, {"email": "nieuw@example.org", "bron": typed})
    assert User.objects.filter(email="nieuw@example.org").exists()
    assert not CampaignCount.objects.exists()


def test_nothing_of_the_campaign_stays_with_the_account(campaign: CampaignPage, client: Client) -> None:
    client.get("/campagne/poster-2026/")
    client.post(SIGN_UP, {"email": "nieuw@example.org", "bron": "poster-2026"})
    user = User.objects.get(email="nieuw@example.org")
    assert "poster-2026" not in repr({field.attname: getattr(user, field.attname) for field in user._meta.fields})
    assert "poster-2026" not in repr(dict(client.session))


# The screens ---------------------------------------------------------------------------------------------


def test_an_address_without_its_end_says_which_campaigns_run(campaign: CampaignPage, client: Client) -> None:
    assert "/campagne/poster-2026/" in client.get("/campagne/").text
    CampaignPage.objects.all().delete()
    assert "Er loopt nu geen campagne" in client.get("/campagne/").text


def test_search_engines_are_not_led_to_a_campaign(campaign: CampaignPage, client: Client) -> None:
    assert "/campagne/" not in client.get("/sitemap.xml").text
    assert 'content="noindex"' in client.get("/campagne/poster-2026/").text


def test_sign_ups_are_added_to_one_campaign_alone() -> None:
    for source in ("een", "twee"):
        count_visit(source)
    count_sign_up("een")
    assert [counted("een"), counted("twee")] == [(1, 1), (1, 0)]


def test_an_administrator_makes_one_and_reads_how_many_came(laid: None, client: Client) -> None:
    count_visit("poster-2026")
    index = CampaignIndexPage.objects.get(locale__language_code="nl")
    desk = sign_in(client, AdministratorFactory())
    assert desk.get(f"/cms/pages/add/home/campaignpage/{index.pk}/").status_code == 200
    listed = desk.get("/cms/beheer/campagnes/").text
    assert "poster-2026" in listed
    assert "Voeg" not in listed  # counted, never typed


def test_nobody_else_at_the_desk_reads_or_makes_one(laid: None, client: Client) -> None:
    index = CampaignIndexPage.objects.get(locale__language_code="nl")
    desk = sign_in(client, MembershipFactory().user)
    assert desk.get("/cms/").status_code == 200
    assert desk.get("/cms/beheer/campagnes/").status_code == 404
    assert desk.get(f"/cms/pages/add/home/campaignpage/{index.pk}/").status_code in (302, 404)


@pytest.mark.parametrize("words", [campaigns.NL, campaigns.EN], ids=["nl", "en"])
def test_the_example_speaks_plainly(words) -> None:
    assert not [long for text in strings(words) for long in too_long(text)]


def test_the_example_says_that_it_is_invented(laid: None, client: Client) -> None:
    campaigns.lay_campaigns()
    html = client.get("/campagne/jouw-buurt-jouw-raad/").text
    assert "Voorbeeldinhoud: deze campagne is verzonnen." in html
