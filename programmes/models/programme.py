from datetime import datetime
from typing import Self
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lifecycle.models import Keyed
from people.models import Membership, Organisation
from people.roles import Visitor, is_administrator
from programmes.choices import Audience, Form, Office, Pilot, Province


class ProgrammeQuerySet(models.QuerySet):
    def carried_by(self, user: Visitor) -> Self:
        """Those of the organisations in which this person is an organiser."""
        return self.filter(pk__in=Carrier.objects.organised_by(user).values("programme"))

    def visible_to(self, user: Visitor) -> Self:
        """At the desk: an organiser's own, an administrator's all. What the public sees is the page."""
        if is_administrator(user):
            return self.all()
        return self.carried_by(user) if user.is_authenticated else self.none()

    def looking_for_mentors(self) -> Self:
        """With an edition that is not over."""
        from programmes.models.edition import Edition

        return self.filter(Exists(Edition.objects.to_come().filter(programme=OuterRef("pk"))), has_mentors=True)

    def open(self, at: datetime | None = None) -> Self:
        """Those one can apply to now."""
        from programmes.models.edition import Edition

        return self.filter(pk__in=Edition.objects.open(at).values("programme"))

    def answering_calls(self) -> Self:
        """Those that call back who asks for it: they say so, and somebody is there to do it."""
        organisers = Membership.objects.filter(role=Membership.Role.ORGANISER).values("organisation")
        carried = Carrier.objects.filter(programme=OuterRef("pk"), organisation__in=organisers)
        return self.filter(Exists(carried), takes_calls=True)

    def sensitive(self) -> Self:
        """Those of which an edition reveals health or origin."""
        return self.filter(Exists(_sensitive_editions()))

    def with_sensitivity(self) -> Self:
        """Fetches `is_sensitive` along, so that a list asks nothing per row."""
        return self.annotate(has_sensitive_edition=Exists(_sensitive_editions()))


def _sensitive_editions() -> models.QuerySet:
    from programmes.models.edition import Edition

    return Edition.objects.sensitive().filter(programme=OuterRef("pk"))


class Programme(Keyed, ClusterableModel):  # type: ignore[django-manager-missing]
    """The facts of a programme. Its words and pictures stand on a page, one per language (docs/decisions)."""

    name = models.CharField(_("naam"), max_length=120, unique=True)
    slug = models.SlugField(_("korte naam"), max_length=80, unique=True)
    organisations = models.ManyToManyField(Organisation, through="Carrier", related_name="programmes")
    office = models.CharField(
        _("voor welk ambt"), max_length=12, choices=Office, blank=True, help_text=_("Leeg: elk ambt dicht bij huis.")
    )
    for_whom = models.CharField(
        _("voor wie"),
        max_length=24,
        choices=Audience,
        default=Audience.EVERYONE,
        help_text=_("Staat op de pagina. Wij vragen of bewaren het nooit van een persoon."),
    )
    province = models.CharField(
        _("provincie"), max_length=20, choices=Province, blank=True, help_text=_("Leeg: heel Nederland.")
    )
    where = models.CharField(_("waar"), max_length=120, blank=True)
    where_en = models.CharField(_("waar, in het Engels"), max_length=120, blank=True)
    form = models.CharField(_("vorm"), max_length=8, choices=Form, default=Form.LIVE)
    hours = models.CharField(_("hoeveel tijd"), max_length=120, blank=True)
    hours_en = models.CharField(_("hoeveel tijd, in het Engels"), max_length=120, blank=True)
    costs = models.CharField(_("kosten"), max_length=120, blank=True)
    costs_en = models.CharField(_("kosten, in het Engels"), max_length=120, blank=True)
    travel = models.CharField(_("reizen"), max_length=200, blank=True)
    travel_en = models.CharField(_("reizen, in het Engels"), max_length=200, blank=True)
    access = models.CharField(
        _("toegankelijkheid van de plek"),
        max_length=200,
        blank=True,
        help_text=_("Trappen, toilet, ringleiding, rust."),
    )
    access_en = models.CharField(_("toegankelijkheid van de plek, in het Engels"), max_length=200, blank=True)
    materials = models.CharField(
        _("toegankelijkheid van het materiaal"),
        max_length=200,
        blank=True,
        help_text=_("Wat mensen lezen, zien of horen: groot gedrukt, voorgelezen, ondertiteld, in makkelijke taal."),
    )
    materials_en = models.CharField(_("toegankelijkheid van het materiaal, in het Engels"), max_length=200, blank=True)
    has_mentors = models.BooleanField(
        _("met mentoren"),
        default=False,
        help_text=_("Deelnemers krijgen een mentor. Mensen kunnen zich als mentor melden."),
    )
    takes_calls = models.BooleanField(
        _("wij bellen wie dat vraagt"),
        default=True,
        help_text=_("Op de pagina staat dan ‘Bel mij’. Wie dat vraagt, bel je binnen een week één keer."),
    )
    pilot = models.CharField(_("proef"), max_length=12, choices=Pilot, blank=True, default=Pilot.NONE)
    pilot_evaluated_on = models.DateField(_("proef geëvalueerd op"), null=True, blank=True)
    pilot_learned = models.TextField(_("wat de proef leerde"), max_length=800, blank=True)
    pilot_learned_en = models.TextField(_("wat de proef leerde, in het Engels"), max_length=800, blank=True)
    pilot_report = models.URLField(_("adres van het evaluatierapport"), blank=True)
    contact_address = models.EmailField(
        _("e-mailadres voor vragen"), blank=True, help_text=_("Van een functie, niet van een persoon.")
    )
    is_example = models.BooleanField(
        _("voorbeeldinhoud"), default=False, help_text=_("De pagina zegt dat data, vragen en contact verzonnen zijn.")
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programma")
        verbose_name_plural = _("programma’s")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pilot_evaluated_on=None) | ~models.Q(pilot=""), name="only_a_pilot_is_evaluated"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        from programmes.pilot import why_not_this_pilot

        super().clean()
        if found := why_not_this_pilot(self):
            raise ValidationError(found)

    @property
    def is_sensitive(self) -> bool:
        """Taking part in an edition tells something of health or origin: its name stays out of mail, titles, files.

        The strictest edition speaks for all, whatever its state: what is in preparation is known to people already,
        and who took part before keeps being protected. Read from `with_sensitivity`, else asked of the database:
        never of prefetched editions, which may be the announced ones alone.
        """
        fetched = getattr(self, "has_sensitive_edition", None)
        return fetched if fetched is not None else type(self).objects.sensitive().filter(pk=self.pk).exists()

    @property
    def is_pilot(self) -> bool:
        return self.pilot == Pilot.RUNNING

    def lead(self) -> Organisation | None:
        """The organisation in front: reads carriers that were fetched along."""
        carriers = sorted(self.carriers.all(), key=lambda carrier: (not carrier.is_lead, carrier.order))
        return carriers[0].organisation if carriers else None

    @property
    def lead_key(self) -> UUID | None:
        """The scope of what the journal says of it."""
        lead = self.lead()
        return lead.key if lead else None


class CarrierQuerySet(models.QuerySet):
    def organised_by(self, user: Visitor) -> Self:
        """Those in which this person is an organiser."""
        own = Membership.objects.filter(user=user.pk, role=Membership.Role.ORGANISER).values("organisation")
        return self.filter(organisation__in=own)


class Carrier(models.Model):
    """An organisation that carries a programme, alone or with others.

    One that joins later sees the applications that are sent from then on: who applied before did not know of it.
    """

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="carriers")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="carries", verbose_name=_("organisatie")
    )
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)
    is_lead = models.BooleanField(_("eerste organisatie"), default=False)
    since = models.DateTimeField(_("sinds"), default=timezone.now, editable=False)

    objects = CarrierQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisatie van een programma")
        verbose_name_plural = _("organisaties van een programma")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "organisation"], name="carries_once"),
            models.UniqueConstraint(
                fields=["programme"], condition=models.Q(is_lead=True), name="one_lead_per_programme"
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)
