"""Being called once: asked without an account, done by an organiser, and gone."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import letters, numbers
from people.models import ConsentText, Membership, User
from programmes import policies
from programmes.models import CallBack, Programme
from programmes.states import CALL_BACK, CallBackState
from programmes.unnamed_consent import kept_consent

CONSENT = "call_back_reveals"


@transaction.atomic
def ask_call_back(
    programme: Programme,
    number: str,
    *,
    moment: str,
    language: str,
    consent: ConsentText | None = None,
    at: datetime | None = None,
) -> CallBack:
    """`number` as `numbers.read` gives it. Asked again it is one call: the newest wish counts.

    Refused where nobody calls, and where asking reveals something without a consent to that.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if not Programme.objects.answering_calls().filter(pk=programme.pk).exists():
        raise Refused(_("Dit programma belt niet terug. Kijk wat je wel kunt doen."))
    refusal = _("Zonder jouw ja bewaren wij je nummer niet. Kruis dat eerst aan.")
    kept = kept_consent(programme, consent, CONSENT, refusal=refusal)
    digest = numbers.keyed(number)
    same = CallBack.objects.to_be_made().filter(programme=programme, number_digest=digest)
    if calling := same.exclude(state=CallBackState.WAITING).first():
        # Still one call. The answer is that of a first time: who types another's number learns nothing of her.
        calling.moment, calling.language = moment, language
        calling.save(update_fields=["moment", "language"])
        return calling
    same.delete()
    asked = CallBack.objects.create(
        programme=programme,
        number=number,
        number_digest=digest,
        moment=moment,
        language=language,
        consent=kept,
        asked_at=at or timezone.now(),
    )
    record(asked, "ask", by=None, at=asked.asked_at, scope=programme.lead_key, programme=programme.key)
    _tell_organisers(programme, asked.asked_at)
    return asked


def _tell_organisers(programme: Programme, at: datetime) -> None:
    """One mail a day, however many ask."""
    from programmes.call_backs.emails import call_back_waiting

    carriers = programme.carriers.values("organisation")
    organisers = User.objects.filter(
        memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carriers
    ).distinct()
    for organiser in organisers.order_by("pk"):
        letters.write(call_back_waiting, organiser, key=f"call_backs:{organiser.pk}:{timezone.localdate(at)}")


@transaction.atomic
def take_back_call(call_back: CallBack) -> None:
    """The person herself, by the address that she got: the number is gone at once."""
    found = CallBack.objects.select_for_update().filter(pk=call_back.pk).first()
    if found is not None:
        record(found, "take_back", by=None, programme=found.programme.key)
        found.delete()


def take_call(call_back: CallBack, *, by: User) -> CallBack:
    """ "Ik bel nu": from here on the number stands on the screen, which the journal knows."""
    return _move(call_back, "take", by=by)


def put_back_call(call_back: CallBack, *, by: User) -> CallBack:
    """It did not come to calling: somebody else can."""
    return _move(call_back, "put_back", by=by)


def finish_call(call_back: CallBack, *, by: User, at: datetime | None = None) -> CallBack:
    """Called once, answered or not: the number goes at once, the row a day later."""
    return _move(call_back, "finish", by=by, called_at=at or timezone.now(), number="", number_digest="")


@transaction.atomic
def _move(call_back: CallBack, verb: str, *, by: User, **fields: object) -> CallBack:
    found = CallBack.objects.select_for_update(of=("self",)).select_related("programme").get(pk=call_back.pk)
    policies.require(policies.can_call(by, found))
    was, found.state = found.state, CALL_BACK.target(verb, found.state)
    for name, value in fields.items():
        setattr(found, name, value)
    found.save(update_fields=["state", *fields])
    record(found, verb, by=by, was=was, now=found.state, scope=found.programme.lead_key, programme=found.programme.key)
    return found
