"""Accounts, organisations and what belongs to them, all recognisably invented."""

from datetime import date

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from people import roles
from people.models import Consent, ConsentText, HelpRecord, Membership, Organisation, User


def _groups(*always: str) -> factory.PostGeneration:
    """`UserFactory(groups=["ministry"])`: the groups asked for, beside those that the factory always gives."""

    def join(user: User, create: bool, names: list[str] | None, **kwargs: object) -> None:
        wanted = {*always, *(names or [])}
        if create and wanted:
            user.groups.set([Group.objects.get_or_create(name=name)[0] for name in wanted])

    return factory.PostGeneration(join)


class UserFactory(DjangoModelFactory):
    """An account that anyone can have: no role, no data."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"persoon{number}@example.org")
    name = factory.Sequence(lambda number: f"Proefpersoon {number}")
    language = "nl"
    groups = _groups()


class MinistryFactory(UserFactory):
    groups = _groups(roles.MINISTRY)


class AdministratorFactory(UserFactory):
    groups = _groups(roles.ADMINISTRATOR)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Proeforganisatie {number}")
    slug = factory.Sequence(lambda number: f"proeforganisatie-{number}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Membership.Role.ORGANISER


class ConsentTextFactory(DjangoModelFactory):
    class Meta:
        model = ConsentText

    purpose = "afterwards"
    version = 1
    text = "Mogen we je één keer vragen hoe het ging?"
    text_en = "May we ask you once how it went?"


class ConsentFactory(DjangoModelFactory):
    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    text = factory.SubFactory(ConsentTextFactory)


class HelpRecordFactory(DjangoModelFactory):
    class Meta:
        model = HelpRecord

    slug = factory.Sequence(lambda number: f"hulp-{number}")
    name = factory.Sequence(lambda number: f"Proefhulp {number}")
    name_en = factory.Sequence(lambda number: f"Test help {number}")
    audience = HelpRecord.Audience.EVERYONE
    text = "Iemand luistert naar je."
    text_en = "Someone listens to you."
    checked_on = date(2026, 11, 1)
