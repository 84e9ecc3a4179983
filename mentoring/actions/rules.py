"""How one programme brings people together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from lifecycle.journal import record
from mentoring.models import PairingRules
from people.models import User
from programmes.models import Programme
from programmes.policies import organises, require


@transaction.atomic
def save_rules(programme: Programme, *, by: User, rules: Mapping[str, Any], at: datetime | None = None) -> PairingRules:
    """For what comes from now on; a proposal that stands keeps its term."""
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    require(organises(by, programme))
    kept, _new = PairingRules.objects.update_or_create(programme=programme, defaults=dict(rules))
    record(programme, "set_pairing_rules", by=by, scope=programme.lead_key, at=at)
    return kept
