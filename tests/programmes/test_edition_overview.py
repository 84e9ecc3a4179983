"""The page of one edition at the desk: a tile for each thing that is done with it."""

import pytest
from django.urls import reverse

from programmes.desk.edition_overview import Tile
from tests.factories.people import AdministratorFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, admitted
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def page(browser, edition):
    return browser.get(reverse("desk_edition", args=[edition.key]))


def test_an_organiser_finds_every_room_with_what_waits_there(desk, programme):
    edition = OpenEditionFactory(programme=programme)
    SentApplicationFactory(edition=edition)
    admitted(edition)
    tiles = {str(tile.title): tile for tile in page(desk, edition).context["tiles"]}
    assert tiles["Aanmeldingen"].count == "1 wacht op antwoord"
    assert tiles["Deelnemers"].count == "1 deelnemer"
    assert tiles["Stand"].url == reverse("desk_edition_state", args=[edition.key])
    assert all(desk.get(tile.url).status_code == 200 for tile in tiles.values())


def test_an_administrator_gets_no_door_to_people(client, programme):
    sign_in(client, AdministratorFactory())
    titles = [str(tile.title) for tile in page(client, OpenEditionFactory(programme=programme)).context["tiles"]]
    assert "Stand" in titles and not {"Aanmeldingen", "Deelnemers"} & set(titles)


def nobodys(request, edition):
    return None


def somebodys(request, edition):
    return Tile("Proefdeur", "Een kamer van een andere verdieping.", "/cms/", "3 dingen")


def test_a_room_that_has_nothing_for_her_hangs_no_tile(desk, programme, settings):
    settings.EDITION_ROOMS = [f"{__name__}.nobodys", f"{__name__}.somebodys"]
    response = page(desk, OpenEditionFactory(programme=programme))
    assert [tile.title for tile in response.context["tiles"]] == ["Proefdeur"]
    assert "3 dingen" in response.text


def test_the_list_of_editions_leads_there(desk, programme):
    edition = OpenEditionFactory(programme=programme)
    assert f'href="{reverse("desk_edition", args=[edition.key])}"' in desk.get(reverse("desk_editions:index")).text


def test_the_overview_asks_as_much_for_many_people_as_for_one(desk, programme, django_assert_max_num_queries):
    edition = OpenEditionFactory(programme=programme)
    SentApplicationFactory.create_batch(5, edition=edition)
    with django_assert_max_num_queries(30):
        page(desk, edition)
