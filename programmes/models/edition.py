from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from lifecycle.models import Keyed
from people.roles import Visitor
from programmes.availability import Availability, Room, availability
from programmes.choices import AdmissionMode, Reveals
from programmes.models.programme import Programme
from programmes.states import TAKES_A_PLACE, TAKES_A_PLACE_BY_ORDER, EditionState

YOUNGEST, ADULT = 16, 18
MOST_REVIEWERS = 3


class EditionQuerySet(models.QuerySet["Edition"]):
    def announced(self) -> Self:
        """What the public may know of."""
        return self.exclude(state__in=[EditionState.DRAFT, EditionState.CANCELLED])

    def open(self, at: datetime | None = None) -> Self:
        """Taking applications at this moment."""
        at = at or timezone.now()
        return self.filter(
            Q(opens_at=None) | Q(opens_at__lte=at), Q(closes_at=None) | Q(closes_at__gt=at), state=EditionState.OPEN
        )

    def past_closing(self, at: datetime | None = None) -> Self:
        """Open by name, though the last day has gone by."""
        return self.filter(state=EditionState.OPEN, closes_at__lte=at or timezone.now())

    def sensitive(self) -> Self:
        """Taking part tells something of health or origin."""
        return self.filter(reveals__in=[value for value in Reveals if value.is_sensitive])

    def still_asking(self) -> Self:
        """Whose form someone may fill in, now or later."""
        return self.filter(state__in=[EditionState.DRAFT, EditionState.OPEN, EditionState.CLOSED])

    def to_come(self) -> Self:
        """Announced, and not over."""
        return self.announced().exclude(state=EditionState.FINISHED)

    def with_looser_asked(self) -> Self:
        """A looser word on what taking part reveals waits for an administrator."""
        return self.exclude(reveals_asked="")

    def latest_of(self, programme: Programme) -> "Edition | None":
        """The one made last: a new one starts from its values."""
        return self.filter(programme=programme).order_by("-pk").first()

    def visible_to(self, user: Visitor) -> Self:
        return self.filter(programme__in=Programme.objects.visible_to(user))

    def with_places_taken(self) -> Self:
        """Adds `places_taken`, so that a list tells availability without a query per row."""
        taken = Q(applications__state__in=TAKES_A_PLACE)
        by_order = Q(applications__state__in=TAKES_A_PLACE_BY_ORDER)
        return self.annotate(
            places_taken=Case(
                When(admission_mode=AdmissionMode.ORDER, then=Count("applications", filter=by_order)),
                default=Count("applications", filter=taken),
            )
        )


class Edition(Keyed, ClusterableModel):
    """One time that a programme runs. Its state moves through programmes.actions alone."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="editions", verbose_name=_("programma"))
    name = models.CharField(_("naam"), max_length=80, help_text=_("Bijvoorbeeld: voorjaar 2027."))
    state = models.CharField(
        _("stand"), max_length=10, choices=EditionState, default=EditionState.DRAFT, editable=False
    )
    opens_at = models.DateTimeField(_("aanmelden vanaf"), null=True, blank=True)
    closes_at = models.DateTimeField(_("aanmelden tot"), null=True, blank=True)
    starts_on = models.DateField(_("begint op"), null=True, blank=True)
    ends_on = models.DateField(_("eindigt op"), null=True, blank=True)
    town = models.CharField(_("plaats"), max_length=80, blank=True, help_text=_("Leeg: waar het programma is."))
    access = models.CharField(
        _("toegankelijkheid van de plek"),
        max_length=200,
        blank=True,
        help_text=_("Leeg: zoals het programma. Vul in wat op deze plek anders is."),
    )
    access_en = models.CharField(_("toegankelijkheid van de plek, in het Engels"), max_length=200, blank=True)
    capacity = models.PositiveSmallIntegerField(_("aantal plaatsen"), default=20, validators=[MinValueValidator(1)])
    admission_mode = models.CharField(
        _("hoe toelaten gaat"), max_length=12, choices=AdmissionMode, default=AdmissionMode.ORDER
    )
    answer_by = models.DateField(
        _("antwoord uiterlijk op"), null=True, blank=True, help_text=_("Dan weet iedereen die zich aanmeldt het.")
    )
    offer_days = models.PositiveSmallIntegerField(
        _("hoeveel dagen een aanbod geldt"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text=_("Wie een plek krijgt, zegt binnen deze tijd ja of nee."),
    )
    minimum_age = models.PositiveSmallIntegerField(
        _("vanaf welke leeftijd"),
        default=ADULT,
        validators=[MinValueValidator(YOUNGEST), MaxValueValidator(99)],
        help_text=_("Vanaf 16 of 17 kan pas als van elke mentor de VOG-datum bekend is."),
    )
    reveals = models.CharField(
        _("wat meedoen over iemand laat zien"),
        max_length=8,
        choices=Reveals,
        default=Reveals.NOTHING,
        help_text=_("Strenger geldt meteen. Losser pas als een beheerder het goed vindt."),
    )
    reviewers_each = models.PositiveSmallIntegerField(
        _("hoeveel beoordelaars een aanmelding lezen"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_REVIEWERS)],
        help_text=_("Bij beoordeling: één, twee of drie. Zij lezen zonder naam, en los van elkaar."),
    )
    # What the lots were drawn with, published once they are; the order follows from it and is kept nowhere.
    lot_seed = models.CharField(max_length=64, blank=True, editable=False)
    lots_drawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    names_in_group = models.BooleanField(
        _("namen in de groep, ook als meedoen iets laat zien"),
        default=False,
        help_text=_("Laat meedoen gezondheid of afkomst zien? Dan ziet niemand namen, tot je dit aanzet."),
    )
    # A looser value that waits for an administrator; empty when nothing waits.
    reveals_asked = models.CharField(max_length=8, choices=Reveals, blank=True, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("editie")
        verbose_name_plural = _("edities")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="one_name_per_edition"),
            models.CheckConstraint(condition=Q(state__in=EditionState.values), name="edition_state_known"),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="edition_has_places"),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="edition_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="edition_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(minimum_age__gte=YOUNGEST, minimum_age__lte=99), name="edition_from_sixteen"
            ),
            models.CheckConstraint(
                condition=Q(reviewers_each__gte=1, reviewers_each__lte=MOST_REVIEWERS), name="edition_one_to_three_read"
            ),
            models.CheckConstraint(condition=Q(reveals__in=Reveals.values), name="edition_reveals_something_known"),
        ]
        indexes = [models.Index(fields=["state", "closes_at"], name="editions_by_term")]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """With its programme: where editions of several programmes stand together."""
        return f"{self.programme.name}, {self.name}"

    @property
    def is_sensitive(self) -> bool:
        """Taking part tells something of health or origin: only with an explicit consent."""
        return Reveals(self.reveals).is_sensitive

    @property
    def shows_names(self) -> bool:
        """Whether people of the group can choose to show each other a name."""
        return self.names_in_group or not self.is_sensitive

    @property
    def is_read_without_names(self) -> bool:
        return self.admission_mode == AdmissionMode.REVIEW

    @property
    def draws_lots(self) -> bool:
        return self.admission_mode == AdmissionMode.LOT

    @property
    def is_announced(self) -> bool:
        """As EditionQuerySet.announced."""
        return self.state not in (EditionState.DRAFT, EditionState.CANCELLED)

    @property
    def is_running(self) -> bool:
        return self.state == EditionState.RUNNING

    @property
    def is_over(self) -> bool:
        return self.state == EditionState.FINISHED

    def is_open(self, at: datetime | None = None) -> bool:
        """As EditionQuerySet.open, for one edition at hand."""
        at = at or timezone.now()
        return (
            self.state == EditionState.OPEN
            and (self.opens_at is None or self.opens_at <= at)
            and (self.closes_at is None or self.closes_at > at)
        )

    def takes_a_place(self) -> frozenset[str]:
        return TAKES_A_PLACE_BY_ORDER if self.admission_mode == AdmissionMode.ORDER else TAKES_A_PLACE

    def availability(self, at: datetime | None = None) -> Availability:
        """In words. Counts, unless the queryset already did (`with_places_taken`)."""
        taken = getattr(self, "places_taken", None)
        if taken is None:
            taken = self.applications.filter(state__in=self.takes_a_place()).count()
        room = Room(self.state, self.opens_at, self.closes_at, self.capacity, taken)
        return availability(room, at or timezone.now())
