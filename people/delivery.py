"""How a mail got on, in words: what a sender may know of it, never what a mail server said word for word.

Sent means handed over to a mail server that took it. What that server finds out later, we do not hear.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Letter


class Delivery(TextChoices):
    WAITING = "waiting", _("wacht om weg te gaan")
    RETRYING = "retrying", _("lukte nog niet, wij proberen het opnieuw")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("niet aangekomen")
    NEEDLESS = "needless", _("niet meer nodig")


IS = {
    Delivery.WAITING: Q(done_at=None, failed_at=None, fault=""),
    Delivery.RETRYING: Q(done_at=None, failed_at=None) & ~Q(fault=""),
    Delivery.SENT: Q(sent_at__isnull=False),
    Delivery.FAILED: Q(done_at=None, failed_at__isnull=False),
    Delivery.NEEDLESS: Q(done_at__isnull=False, sent_at=None),
}

# The kinds of fault that a letter keeps (lifecycle.models.Leased), and what they mean to who sent it.
_NO_ANSWER = _("De mailserver gaf geen antwoord. Opnieuw proberen helpt vaak.")
_NOT_TAKEN = _("Dit adres neemt geen mail aan. Vraag deze persoon op een andere manier om een nieuw adres.")
_OURS = _("Er ging iets mis bij ons. Blijft dat zo? Vraag het de beheerder.")
WHY: dict[str, Promise] = {
    "SMTPRecipientsRefused": _NOT_TAKEN,
    "SMTPDataError": _("De mailserver weigerde het bericht. Vraag het de beheerder."),
    "SMTPSenderRefused": _("De mailserver weigerde het bericht. Vraag het de beheerder."),
    **dict.fromkeys(
        (
            "SMTPServerDisconnected",
            "SMTPConnectError",
            "SMTPHeloError",
            "SMTPResponseException",
            "SMTPException",
            "ConnectionError",
            "ConnectionRefusedError",
            "ConnectionResetError",
            "BrokenPipeError",
            "TimeoutError",
            "OSError",
            "gaierror",
            "SSLError",
        ),
        _NO_ANSWER,
    ),
}


def why(letter: Letter) -> str:
    """Why it did not get there and what helps; "" while nothing went wrong."""
    return str(WHY.get(letter.fault, _OURS)) if letter.fault else ""


@dataclass(frozen=True)
class Progress:
    """How many mails of one thing stand how."""

    counts: dict[Delivery, int]

    def of(self, delivery: Delivery) -> int:
        return self.counts.get(delivery, 0)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def sent(self) -> int:
        return self.of(Delivery.SENT)

    @property
    def failed(self) -> int:
        return self.of(Delivery.FAILED)

    @property
    def needless(self) -> int:
        return self.of(Delivery.NEEDLESS)

    @property
    def to_go(self) -> int:
        """Still on their way out."""
        return self.of(Delivery.WAITING) + self.of(Delivery.RETRYING)


def progress(letters: "QuerySet[Letter]", by: str, things: Iterable[int]) -> dict[int, Progress]:
    """Counted in one statement by the thing that letters hang on; `by` is the way from a letter to its key.

    progress(Letter.objects.all(), "group_letter__message", [1, 2])   # {1: Progress(…), 2: Progress(…)}
    """
    things = list(things)
    counted = {delivery.value: Count("pk", filter=holds) for delivery, holds in IS.items()}
    rows = letters.filter(**{f"{by}__in": things}).order_by().values(by).annotate(**counted)
    found = {row[by]: Progress({delivery: row[delivery.value] for delivery in IS}) for row in rows}
    return {thing: found.get(thing, Progress({})) for thing in things}
