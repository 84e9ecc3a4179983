from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import User
from people.roles import Visitor
from programmes.models.pool_contact import PoolContact
from programmes.models.programme import Programme
from programmes.models.safeguarding_contact import SafeguardingContact
from programmes.safety.states import ReportState


class ReportQuerySet(models.QuerySet["Report"]):
    def of(self, user: Visitor) -> Self:
        """Those that this person made."""
        return self.filter(reporter=user.pk) if user.is_authenticated else self.none()

    def to_be_read_by(self, user: Visitor) -> Self:
        """As safeguarding contact, see `readers`. Never what she made, what is about her, or was kept from her."""
        if not user.is_authenticated:
            return self.none()
        kept = KeptFrom.objects.filter(report=OuterRef("pk"), user=user.pk)
        readable = self.exclude(reporter=user.pk).exclude(about=user.pk).filter(~Exists(kept))
        mine = SafeguardingContact.objects.filter(user=user.pk, programme=OuterRef("programme"))
        own = Q(Exists(mine.filter(since__lte=OuterRef("sent_at"))))
        early, pool = ~Exists(_contacts_then()), ~Exists(_of_the_pool())
        chosen = Exists(KeptFrom.objects.filter(report=OuterRef("pk")))
        own |= Q(early, pool, ~chosen, Exists(mine)) | Q(early, Exists(PoolContact.objects.filter(user=user.pk)))
        return readable.filter(own)

    def with_programme(self) -> Self:
        """Fetches along what is said of the programme to who made it (programmes.safety.belonging.Naming)."""
        told = Programme.objects.with_sensitivity().prefetch_related("carriers__organisation")
        return self.prefetch_related(Prefetch("programme", told))

    def open(self) -> Self:
        return self.exclude(state=ReportState.CLOSED)

    def waiting_first(self) -> Self:
        """What nobody took up yet, then what is open, the oldest in front; then what is closed, the last in front."""
        new_first = models.Case(models.When(state=ReportState.SENT, then=0), default=1)
        return self.order_by(F("closed_at").desc(nulls_first=True), new_first, "sent_at", "pk")

    def closed_before(self, before: datetime) -> Self:
        return self.filter(state=ReportState.CLOSED, closed_at__lt=before)


def _contacts_then() -> models.QuerySet:
    """Of the programme, when the report was made: those who may read it."""
    since = SafeguardingContact.objects.filter(programme=OuterRef("programme"), since__lte=OuterRef("sent_at"))
    return _not_barred(since)


def _of_the_pool() -> models.QuerySet:
    return _not_barred(PoolContact.objects.all())


def _not_barred(contacts: models.QuerySet) -> models.QuerySet:
    kept = KeptFrom.objects.filter(report=OuterRef(OuterRef("pk")), user=OuterRef("user"))
    found = contacts.filter(~Exists(kept), user__is_active=True).exclude(user=OuterRef("reporter"))
    return found.exclude(user=Coalesce(OuterRef("about"), 0))


class Report(Keyed):
    """Somebody tells that something is not right: to safeguarding contacts, and to nobody else.

    `programme` is empty when it belongs to none: then it goes to the pool. What it is about may be a thing
    (`kind`, `thing`), of which the words are kept as they stood; or nothing at all.
    """

    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="reports", verbose_name=_("programma")
    )
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reports")
    is_named = models.BooleanField(_("met naam"), default=True)
    for_another = models.BooleanField(_("voor iemand anders"), default=False)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(_("soort"), max_length=30, blank=True)
    quoted = EncryptedTextField(_("wat er stond"), blank=True)
    words = EncryptedTextField(_("melding"))
    state = models.CharField(_("stand"), max_length=10, choices=ReportState, default=ReportState.SENT, editable=False)
    sent_at = models.DateTimeField(_("verstuurd"), default=timezone.now)
    agreed_on = models.DateField(_("klaar volgens wie meldde, op"), null=True, blank=True)
    closed_at = models.DateTimeField(_("afgesloten"), null=True, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_known"),
            models.CheckConstraint(
                condition=Q(state=ReportState.CLOSED, closed_at__isnull=False, agreed_on__isnull=False)
                | (~Q(state=ReportState.CLOSED) & Q(closed_at=None, agreed_on=None)),
                name="closed_report_has_a_word",
            ),
        ]
        indexes = [models.Index(fields=["programme", "state"], name="reports_by_programme")]

    def __str__(self) -> str:
        return str(_("melding"))

    @property
    def is_closed(self) -> bool:
        return self.state == ReportState.CLOSED

    @property
    def asks_word(self) -> bool:
        return self.state == ReportState.ASKED

    @property
    def is_new(self) -> bool:
        return self.state == ReportState.SENT


class KeptFrom(models.Model):
    """A contact whom somebody did not choose as reader of her report: she never becomes one.

    Who made it stands here as well: that she chose stays known when nobody was passed over, or who was is gone.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="kept_from")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("wie een melding niet leest")
        verbose_name_plural = _("wie een melding niet leest")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "user"], name="kept_from_once")]

    def __str__(self) -> str:
        return str(self.pk)


def readers(report: Report) -> list[User]:
    """Who may read this one now: who was a contact of its programme when it was made.

    Is none of these left, then the pool reads it; and who became a contact later only when there is no pool either:
    whoever runs a programme names its contacts, and must not name herself to read what is there. Was one chosen, then
    who became a contact later never does.
    """
    kept = list(report.kept_from.values_list("user", flat=True))
    barred = {pk for pk in (report.reporter_id, report.about_id, *kept) if pk is not None}
    return readers_for(report.programme_id, barred, report.sent_at, late=not kept)


def readers_for(
    programme: int | None, barred: set[int], at: datetime | None = None, *, late: bool = True
) -> list[User]:
    """The same before there is a report; of whom it may not go to, the ids. `late`: also who became one after `at`."""
    others = User.objects.exclude(pk__in=barred).filter(is_active=True).order_by("pk")
    contacts = others.filter(safeguards__programme=programme) if programme and late else others.none()
    then = others.filter(safeguards__programme=programme, safeguards__since__lte=at or timezone.now())
    early = then if programme else others.none()
    return list(early) or list(others.filter(pool_contact__isnull=False)) or list(contacts)


def to_choose_from(programme: int | None, barred: set[int]) -> list[SafeguardingContact] | list[PoolContact]:
    """Whom she may choose as the one reader: those who would read it together, each as people know her."""
    found = {user.pk for user in readers_for(programme, barred)}
    contacts = SafeguardingContact.objects.filter(programme=programme, user__in=found)
    pool = PoolContact.objects.filter(user__in=found).order_by("pk")
    return list(contacts.select_related("user")) or list(pool.select_related("user"))


def passed_over(programme: int | None, chosen: User) -> set[int]:
    """Who could ever read it besides her: also whose account is off just now."""
    contacts = SafeguardingContact.objects.filter(programme=programme)
    if contacts.filter(user=chosen).exists():
        return set(contacts.values_list("user", flat=True)) - {chosen.pk}
    pool = PoolContact.objects.values_list("user", flat=True)
    return {*contacts.values_list("user", flat=True), *pool} - {chosen.pk}


def names_of_readers(report: Report) -> list[str]:
    """As they stand on the page of the programme or in the pool: who made the report sees who reads it now."""
    found = {user.pk for user in readers(report)}
    contacts = SafeguardingContact.objects.filter(user__in=found, programme=report.programme_id)
    named = dict(PoolContact.objects.filter(user__in=found).values_list("user", "display_name"))
    named |= dict(contacts.values_list("user", "display_name"))
    return sorted(named.values())
