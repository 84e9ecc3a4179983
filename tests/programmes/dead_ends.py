"""What the tests of dead ends lay: a programme that is closed, one that tells something, and who calls."""

from typing import Any

from people.addresses import keyed as keyed_address
from people.models import ConsentText, Membership, User
from people.numbers import keyed
from programmes.choices import Reveals
from programmes.models import CallBack, Carrier, Edition, Interest, Programme
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.programmes import EditionFactory
from tests.programmes.public_site import public_programme

NUMBER, ADDRESS = "+31612345678", "kanarie@example.org"


def closed_programme(name: str = "Gesloten programma", **facts: Any) -> Programme:
    """With a page, an organiser, and nothing that one can apply to."""
    organisation = OrganisationFactory()
    programme = public_programme(name, organisation=organisation, **facts)
    Carrier.objects.filter(programme=programme).update(since="2020-01-01T00:00:00Z")
    MembershipFactory(organisation=organisation, role=Membership.Role.ORGANISER)
    return programme


def revealing_programme(name: str = "Stil programma") -> Programme:
    programme = closed_programme(name)
    EditionFactory(programme=programme, reveals=Reveals.HEALTH)
    return programme


def organiser_of(programme: Programme) -> User:
    return Membership.objects.get(organisation=programme.lead(), role=Membership.Role.ORGANISER).user


def consent_text(purpose: str) -> ConsentText:
    found, _made = ConsentText.objects.get_or_create(
        purpose=purpose, version=1, defaults={"text": "Ja hoor.", "text_en": "Yes."}
    )
    return found


def a_call_back(programme: Programme, number: str = NUMBER, **fields: Any) -> CallBack:
    given = {"number": number, "number_digest": keyed(number), **fields}
    return CallBack.objects.create(programme=programme, **given)


def an_interest(programme: Programme | None, address: str = ADDRESS, **fields: Any) -> Interest:
    return Interest.objects.create(
        programme=programme, address=address, address_digest=keyed_address(address), **fields
    )


def opened(programme: Programme, **fields: Any) -> Edition:
    return EditionFactory(programme=programme, state="open", **fields)
