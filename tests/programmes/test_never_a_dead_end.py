"""Every place where one cannot go on says what can be done: one mail, one call, a meeting to visit, somebody to ask."""

import re

import pytest
from django.conf import settings as site_settings
from django.test import Client

from programmes.models import Edition
from tests.laid import laid
from tests.programmes.dead_ends import closed_programme, opened
from tests.programmes.public_site import programmes_page

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]


@pytest.fixture
def programme():
    programmes_page()
    return closed_programme(province="Drenthe")


def doors(html: str) -> set[str]:
    return set(re.findall(r'href="(/[^"#?]*)', html.partition("<main")[2].partition("</main>")[0]))


def test_a_closed_programme_offers_all(client: Client, programme) -> None:
    for address in ("/programmas/gesloten-programma/", "/programmas/gesloten-programma/makkelijke-taal/"):
        found = doors(client.get(address).content.decode())
        assert f"/laat-het-me-weten/programma/{programme.key}/" in found and f"/bel-mij/{programme.key}/" in found
        assert {"/kennis/kijk-bij-een-vergadering/", "/kennis/anders-meedoen/", "/vraag-iemand/"} <= found


def test_what_is_offered_is_there(client: Client, programme) -> None:
    found = doors(client.get("/programmas/gesloten-programma/").content.decode())
    assert {path: client.get(path).status_code for path in found if client.get(path).status_code != 200} == {}
    assert len(found) > 6


def test_no_call_where_nobody_calls(client: Client, programme) -> None:
    programme.takes_calls = False
    programme.save()
    found = doors(client.get("/programmas/gesloten-programma/").content.decode())
    assert f"/bel-mij/{programme.key}/" not in found and f"/laat-het-me-weten/programma/{programme.key}/" in found


def test_an_open_programme_offers_applying_instead(client: Client, programme) -> None:
    edition = opened(programme)
    found = doors(client.get("/programmas/gesloten-programma/").content.decode())
    assert f"/aanmelden/{edition.key}/" in found and not any(path.startswith("/laat-het-me-weten/") for path in found)


def test_who_comes_too_late_to_apply_is_offered_all(client: Client, programme) -> None:
    edition = opened(programme)
    Edition.objects.filter(pk=edition.pk).update(state="closed")
    found = doors(client.get(f"/aanmelden/{edition.key}/").content.decode())
    assert f"/laat-het-me-weten/programma/{programme.key}/" in found and f"/bel-mij/{programme.key}/" in found


def test_the_guide_offers_one_mail_where_nothing_is_open(client: Client, programme) -> None:
    fits = client.get("/programmawijzer/?waar=Drenthe").content.decode()
    assert f"/laat-het-me-weten/programma/{programme.key}/" in doors(fits)
    assert "/laat-het-me-weten/?waar=Drenthe" in fits and "/bel-mij/" in doors(fits)
    nothing = client.get("/programmawijzer/?waar=Zeeland").content.decode()
    assert "/laat-het-me-weten/?waar=Zeeland" in nothing
    strange = client.get("/programmawijzer/?waar=Atlantis%22%3E").content.decode()
    assert "Atlantis" not in strange.partition("<main")[2].replace("Atlantis&quot;&gt;", "")


def test_asking_has_its_card(client: Client) -> None:
    assert "/vraag-iemand/kaart/" in doors(client.get("/vraag-iemand/").content.decode())
    assert "/en/vraag-iemand/kaart/" in client.get("/en/vraag-iemand/").content.decode()


def test_no_form_that_posts_stands_on_a_page_that_is_kept(client: Client, programme) -> None:
    never = tuple(site_settings.PAGE_CACHE_NEVER)
    for address in ("/programmas/gesloten-programma/", "/vraag-iemand/", "/programmawijzer/?waar=Drenthe"):
        assert 'method="post"' not in client.get(address).content.decode()
    forms = [f"/bel-mij/{programme.key}/", "/laat-het-me-weten/", "/vraag-iemand/kaart/", "/gevraagd/abcdefgh/"]
    assert all(address.startswith(never) for address in forms)
    assert not "/vraag-iemand/".startswith(never)
