"""/organisaties/: who is public, with what."""

import pytest

from tests.factories.people import OrganisationFactory
from tests.programmes.public_site import public_programme

pytestmark = pytest.mark.django_db
LIST = "/organisaties/"


def test_an_empty_list_says_what_one_can_do(client):
    response = client.get(LIST)
    assert response.status_code == 200
    assert "Hier staan nog geen organisaties" in response.text


def test_a_public_organisation_stands_there_with_its_programmes(client):
    carrier = OrganisationFactory(name="Stichting Voorbeeld", about="Zij helpt mensen op weg.")
    public_programme("Proefraad", organisation=carrier)
    public_programme("Nog niet klaar", organisation=carrier, live=False)
    text = client.get(LIST).text
    assert "Stichting Voorbeeld" in text
    assert "Zij helpt mensen op weg." in text
    assert "Proefraad" in text
    assert "Nog niet klaar" not in text


def test_one_that_is_not_public_is_as_good_as_none(client):
    hidden = OrganisationFactory(name="Verborgen", is_public=False)
    assert "Verborgen" not in client.get(LIST).text
    missing = client.get(f"{LIST}bestaat-niet/")
    assert client.get(f"{LIST}{hidden.slug}/").status_code == missing.status_code == 404


def test_page_of_an_organisation(client):
    carrier = OrganisationFactory(
        name="Stichting Voorbeeld", about="Regel een.\n\n<b>Regel</b> twee.", about_en="In English.", is_example=True
    )
    public_programme("Proefraad", organisation=carrier)
    text = client.get(f"{LIST}{carrier.slug}/").text
    assert "Voorbeeldinhoud: data, vragen en contact zijn verzonnen" in text
    assert "&lt;b&gt;Regel&lt;/b&gt;" in text
    assert "/programmas/proefraad/" in text
    english = client.get(f"/en{LIST}{carrier.slug}/").text
    assert "In English." in english


def test_an_organisation_without_programmes_points_to_the_list(client):
    alliance = OrganisationFactory(about="Een samenwerking.")
    text = client.get(f"{LIST}{alliance.slug}/").text
    assert "heeft hier nu geen eigen programma" in text
    assert "Voorbeeldinhoud" not in text


def test_the_list_is_paged_and_the_queries_do_not_grow(client, django_assert_max_num_queries):
    for number in range(30):
        carrier = OrganisationFactory(name=f"Organisatie {number:02}")
        if number < 10:
            public_programme(f"Programma {number}", organisation=carrier)
    with django_assert_max_num_queries(5):
        response = client.get(LIST)
    assert response.text.count('class="ol-vel__rij"') == 24
    assert client.get(LIST, {"pagina": "2"}).text.count('class="ol-vel__rij"') == 6
    with django_assert_max_num_queries(6):
        client.get(f"{LIST}{carrier.slug}/")
