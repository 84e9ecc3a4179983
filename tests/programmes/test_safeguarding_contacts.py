"""Someone to talk to safely: how she is reached, where that stands, and what she sees of it herself."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import privacy
from people.models import Letter
from programmes.choices import Reveals
from programmes.models import Edition, ProgrammePage, SafeguardingContact
from programmes.safety.contacts import tell_who_is_short
from programmes.states import EditionState
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    EditionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    organiser_of,
    two_contacts,
)
from tests.programmes.desk_forms import filled, programme_values
from tests.programmes.public_site import public_programme
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
MAIL, CALL = 'href="mailto:sanne@example.org"', 'href="tel:+31701234567"'


@pytest.fixture
def public():
    programme = public_programme("Stille naam")
    SafeguardingContactFactory(
        programme=programme, display_name="Sanne Luistert", mail_address="sanne@example.org", phone="+31 (70) 123-45 67"
    )
    return programme


def test_the_page_says_how_to_reach_her(client, public):
    page = ProgrammePage.objects.get()
    whole, easy = client.get(page.url).text, client.get(f"{page.url}makkelijke-taal/").text
    assert MAIL in whole and CALL in whole and "Mail Sanne" in whole and "Bel +31 (70) 123-45 67" in whole
    assert MAIL in easy and CALL in easy and "Stuur Sanne een mail" in easy


def test_only_what_there_is_makes_a_link(client, public):
    SafeguardingContact.objects.update(mail_address="")
    text = client.get(ProgrammePage.objects.get().url).text
    assert "mailto:" not in text and CALL in text


def test_help_says_it_to_who_applied(client, public):
    sign_in(client, SentApplicationFactory(edition__programme=public).user)
    text = client.get(reverse("people:help")).text
    assert MAIL in text and CALL in text


def test_of_two_whom_people_rely_on_none_is_taken_away(client):
    edition = EditionFactory(state=EditionState.RUNNING)
    programme = edition.programme
    two_contacts(programme)
    sign_in(client, organiser_of(programme))
    rows = [
        {"id": one.pk, "ORDER": 1, "display_name": "x", "hours": "x", "mail_address": "x@example.org"}
        | ({"DELETE": "on"} if one.is_outside else {})
        for one in programme.safeguarding_contacts.all()
    ]
    carrier = programme.carriers.get()
    carriers = [{"id": carrier.pk, "organisation": carrier.organisation_id, "ORDER": 1, "is_lead": "on", "order": 1}]
    values = filled(programme_values(), carriers=carriers, safeguarding_contacts=rows)
    path = reverse("desk_programmes:edit", args=[programme.pk])
    assert "twee vertrouwenspersonen nodig" in client.post(path, values).text
    assert programme.safeguarding_contacts.count() == 2
    Edition.objects.update(state=EditionState.DRAFT)
    assert client.post(path, values).status_code == 302 and programme.safeguarding_contacts.count() == 1


def test_who_runs_it_hears_once_a_week_that_one_is_missing():
    edition = EditionFactory(state=EditionState.RUNNING)
    two_contacts(edition.programme)
    organiser = organiser_of(edition.programme)
    assert tell_who_is_short() == 0
    privacy.erase(edition.programme.safeguarding_contacts.filter(is_outside=True).get().user)
    assert [tell_who_is_short(), tell_who_is_short()] == [1, 1]
    assert Letter.objects.filter(recipient=organiser, message__endswith="contacts_short").count() == 1


def test_somebody_without_mail_and_phone_cannot_be_one(public):
    with pytest.raises(IntegrityError, match="contact_can_be_reached"), transaction.atomic():
        SafeguardingContactFactory(programme=public, mail_address="", phone="")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Vul een e-mailadres of een telefoonnummer in, of allebei."),
        ({"phone": "bel maar"}, "Vul een telefoonnummer in, zoals"),
        ({"phone": "070 123 45 67"}, ""),
        ({"mail_address": "sanne@example.org"}, ""),
    ],
)
def test_the_desk_asks_how_to_reach_her(desk, programme, organiser, values, said):
    carrier = programme.carriers.get()
    carriers = [{"id": carrier.pk, "organisation": carrier.organisation_id, "order": 1, "is_lead": "on"}]
    contact = {"user": organiser.pk, "display_name": "Sanne", "hours": "altijd", **values}
    data = filled(
        programme_values(name=programme.name, slug=programme.slug),
        carriers=carriers,
        safeguarding_contacts=[contact],
    )
    response = desk.post(reverse("desk_programmes:edit", args=[programme.pk]), data)
    assert said in response.text and (response.status_code == 302) is (said == "")
    if said:
        (errors,) = response.context["form"].formsets["safeguarding_contacts"].errors
        assert len(errors) == 1


# On /mijn/ -------------------------------------------------------------------------------------------


def mine(client, user):
    return sign_in(client, user).get(reverse("people:mine")).text


def test_a_contact_sees_where_she_is_one_and_no_programme_to_look_for(client, public):
    text = mine(client, SafeguardingContact.objects.get().user)
    assert "Je bent vertrouwenspersoon" in text and "Zoek een programma dat bij je past" not in text
    assert "Stille naam" in re.search(r"<h3[^>]*>(.*?)</h3>", text)[1]
    assert MAIL in text and CALL in text and "sinds" in text and "Sanne Luistert" in text
    assert ProgrammePage.objects.get().url in text and reverse("people:help") in text


def test_a_sensitive_programme_is_not_named_in_a_heading(client, public):
    EditionFactory(programme=public, reveals=Reveals.HEALTH)
    text = mine(client, SafeguardingContact.objects.get().user)
    assert ProgrammePage.objects.get().url in text
    threat = client.get(reverse("safety:threat", kwargs={"key": public.key})).text
    for page in (text, threat):
        headings = re.findall(r"<(?:h\d|title)[^>]*>(.*?)</(?:h\d|title)>", page, re.DOTALL)
        assert "Een programma" in headings and not any("Stille naam" in heading for heading in headings)
    assert "Stille naam" in threat, "whoever closes it must know which one it is"


def test_nobody_else_gets_this_part(client, public):
    assert "Je bent vertrouwenspersoon" not in mine(client, UserFactory())


def test_many_programmes_take_no_query_more(client):
    contact = SafeguardingContactFactory()

    def count():
        with CaptureQueriesContext(connection) as captured:
            mine(client, contact.user)
        return len(captured)

    count()
    few = count()
    for _number in range(4):
        SafeguardingContactFactory(user=contact.user)
    assert count() == few
