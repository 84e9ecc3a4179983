"""Drawing the lots of an edition, once: places in that order, and a waiting list behind it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import User
from programmes import emails, policies
from programmes.actions.decisions import offer
from programmes.actions.turns import lock_edition
from programmes.actions.waiting import TAKES_PEOPLE, free_places, settle
from programmes.choices import AdmissionMode
from programmes.drawing_lots import new_seed, order_of
from programmes.models import Application, Edition


@transaction.atomic
def draw_lots(edition: Edition, *, by: User, at: datetime | None = None) -> Edition:
    """Once nobody can apply any more. The seed is published: anyone can do it again and find the same order.

    Who has something to agree to first is left for the organiser to answer.
    """
    at = at or timezone.now()
    edition = lock_edition(edition)
    policies.require(policies.can_draw_lots(by, edition))
    if edition.admission_mode != AdmissionMode.LOT:
        raise Refused(_("Bij deze editie wordt niet geloot."))
    if edition.lot_seed:
        raise Refused(_("Er is al geloot. Dat kan maar één keer."))
    if edition.is_open(at) or edition.state not in TAKES_PEOPLE:
        raise Refused(_("Loten kan als aanmelden is gesloten. Dan doet iedereen mee."))
    sent = Application.objects.select_for_update(of=("self",)).filter(edition=edition)
    rows = {one.key: one for one in sent.unanswered().agreed().exclude(user=by.pk).select_related("user")}
    if not rows:
        raise Refused(_("Er is niemand die op antwoord wacht."))
    edition.lot_seed, edition.lots_drawn_at = new_seed(), at
    edition.save(update_fields=["lot_seed", "lots_drawn_at"])
    record(edition, "draw_lots", by=by, scope=edition.programme.lead_key, at=at)
    free = free_places(edition)
    for number, key in enumerate(order_of(rows, edition.lot_seed)):
        application, moment = rows[key], at + timedelta(microseconds=number)
        application.edition = edition
        if number < free:
            offer(application, by=by, words="", until=None, at=moment)
        else:
            settle(application, "put_on_waiting_list", emails.put_on_waiting_list, words="", by=by, at=moment)
    transaction.on_commit(purge)
    return edition
