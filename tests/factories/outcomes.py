"""People of the figures, all invented."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from outcomes.models import FunnelFact, FunnelPerson
from tests.factories.programmes import EditionFactory


class FunnelPersonFactory(DjangoModelFactory):
    class Meta:
        model = FunnelPerson


class FunnelFactFactory(DjangoModelFactory):
    class Meta:
        model = FunnelFact

    person = factory.SubFactory(FunnelPersonFactory)
    edition = factory.SubFactory(EditionFactory)
    programme = factory.SelfAttribute("edition.programme")
    step = "signed_up"
    happened_on = date(2026, 9, 1)
