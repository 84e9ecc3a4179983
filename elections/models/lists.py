"""What the official files (EML_NL) say: whose election, which lists, who stands on them and who was elected.

Names stand here as the Kiesraad writes them. They are of people without an account, so they go again
(elections/personal_data.py), are never public and never in /zoeken/. Higher floors come in by elections/lists.py.
"""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from elections.models.body import Body
from elections.models.election import Election


def _how_many(rows: models.QuerySet) -> Coalesce:
    """A count beside the row that it is of, without joining the two."""
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)


class BodyElectionQuerySet(models.QuerySet["BodyElection"]):
    def with_lists(self) -> Self:
        """Those whose candidates are known."""
        return self.filter(Exists(CandidateList.objects.filter(body_election=OuterRef("pk"))))

    def with_result(self) -> Self:
        """Those of which we know who was elected."""
        return self.exclude(result_at=None)

    def counted(self) -> Self:
        """With what was read of each: lists_count, entries_count, elected_count and unclear_count."""
        of_this = {"body_election": OuterRef("pk")}
        elected = ElectedCandidate.objects.filter(**of_this)
        return self.annotate(
            lists_count=_how_many(CandidateList.objects.filter(**of_this)),
            entries_count=_how_many(ListEntry.objects.filter(candidate_list__body_election=OuterRef("pk"))),
            elected_count=_how_many(elected),
            unclear_count=_how_many(elected.filter(joined__in=ElectedCandidate.UNCLEAR)),
        )

    def for_body(self, body: Body) -> Self:
        """Of one body, the latest first."""
        return self.filter(body=body).order_by("-election_day", "identifier")


class BodyElection(models.Model):
    """One body's election as the official files name it, such as GR2022_WestMaasenWaal."""

    identifier = models.CharField(_("kenmerk"), max_length=80, unique=True)
    election = models.ForeignKey(
        Election,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="body_elections",
        verbose_name=_("verkiezing"),
        help_text=_("Leeg als dit bestuur op een andere dag stemt."),
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="body_elections", verbose_name=_("bestuur")
    )
    category = models.CharField(_("categorie"), max_length=4)
    domain = models.CharField(_("nummer bij de Kiesraad"), max_length=8, blank=True)
    name = models.CharField(_("naam"), max_length=200)
    election_day = models.DateField(_("verkiezingsdag"))
    nomination_day = models.DateField(_("dag van kandidaatstelling"), null=True, blank=True)
    is_marked = models.BooleanField(
        _("onbekend bestuur"), default=False, help_text=_("Dit bestuur of dit soort verkiezing kennen wij niet.")
    )
    result_at = models.DateTimeField(_("uitslag ingelezen"), null=True, blank=True)

    objects = BodyElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("officiële lijst")
        verbose_name_plural = _("officiële lijsten")
        ordering = ["-election_day", "identifier"]
        constraints = [
            models.CheckConstraint(condition=Q(body__isnull=False) | Q(is_marked=True), name="unknown_body_is_marked"),
            models.CheckConstraint(
                condition=Q(nomination_day=None) | Q(nomination_day__lt=F("election_day")),
                name="body_nominates_before_it_votes",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CandidateList(models.Model):
    """The list of one party, or a blank one. Number and contest are the Kiesraad's: "geen", or a kieskring."""

    body_election = models.ForeignKey(
        BodyElection, models.CASCADE, related_name="lists", verbose_name=_("verkiezing van een bestuur")
    )
    contest = models.CharField(_("kieskring"), max_length=20)
    number = models.PositiveSmallIntegerField(_("lijstnummer"))
    name = models.CharField(_("naam"), max_length=200, blank=True, help_text=_("Leeg bij een blanco lijst."))
    places_given = models.PositiveIntegerField(default=0, editable=False)
    """The highest number by which an entry was ever known: no other person is known by it again."""

    class Meta:
        verbose_name = _("kandidatenlijst")
        verbose_name_plural = _("kandidatenlijsten")
        ordering = ["body_election", "contest", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body_election", "contest", "number"], name="one_list_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="lists_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def title(self) -> str:
        return self.name or str(_("Blanco lijst"))


class Named(models.Model):
    """A person as an official file writes her: first name, prefix, town and gender can each be missing."""

    initials = models.CharField(_("voorletters"), max_length=60, blank=True)
    first_name = models.CharField(_("roepnaam"), max_length=100, blank=True)
    prefix = models.CharField(_("tussenvoegsel"), max_length=40, blank=True)
    last_name = models.CharField(_("achternaam"), max_length=150)
    locality = models.CharField(_("woonplaats"), max_length=100, blank=True)
    country = models.CharField(_("land"), max_length=3, blank=True)

    class Meta:
        abstract = True

    @property
    def full_name(self) -> str:
        """Initials, first name in brackets, prefix and surname, as a ballot paper has it."""
        first = f"({self.first_name})" if self.first_name else ""
        return " ".join(part for part in (self.initials, first, self.prefix, self.last_name) if part)


class ListEntry(Named):
    """One candidate on one list."""

    candidate_list = models.ForeignKey(
        CandidateList, models.CASCADE, related_name="entries", verbose_name=_("kandidatenlijst")
    )
    number = models.PositiveIntegerField(_("plaats"))
    known_as = models.PositiveIntegerField(null=True, blank=True, editable=False)
    """The number that references name it by, where a corrected file gave it another place; empty: its place."""
    gender = models.CharField(_("geslacht"), max_length=7, blank=True)
    folded = models.CharField(max_length=420, blank=True, editable=False)
    """The name without marks and capitals, for searching in one body."""
    elected = models.BooleanField(_("gekozen"), default=False)
    in_doubt = models.BooleanField(_("uitslag onzeker"), default=False)
    """The result names somebody who can be this candidate or another one on the list: nobody guesses."""

    class Meta:
        verbose_name = _("kandidaat op een lijst")
        verbose_name_plural = _("kandidaten op een lijst")
        ordering = ["candidate_list", "number"]
        constraints = [
            models.UniqueConstraint(fields=["candidate_list", "number"], name="one_entry_per_place"),
            models.UniqueConstraint("candidate_list", Coalesce("known_as", "number"), name="one_entry_per_reference"),
            models.CheckConstraint(condition=Q(number__gte=1), name="places_count_from_one"),
            models.CheckConstraint(condition=~Q(elected=True, in_doubt=True), name="elected_is_not_in_doubt"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def reference_number(self) -> int:
        return self.known_as or self.number


class ElectedCandidate(Named):
    """Somebody named in a result. Kept beside the lists, so that a result can come before its lists.

    `number` is the order in which the seats of the list were given out: not a place on the list.
    """

    class Joined(models.TextChoices):
        ONE = "one", _("herkend op de lijst")
        NONE = "none", _("niet gevonden op de lijst")
        SEVERAL = "several", _("kan meer dan één kandidaat zijn")
        WAITING = "waiting", _("de lijst is er nog niet")

    UNCLEAR = (Joined.NONE, Joined.SEVERAL)

    body_election = models.ForeignKey(
        BodyElection, models.CASCADE, related_name="elected", verbose_name=_("verkiezing van een bestuur")
    )
    contest = models.CharField(_("kieskring"), max_length=20)
    list_number = models.PositiveSmallIntegerField(_("lijstnummer"))
    number = models.PositiveIntegerField(_("volgorde van zetels"))
    joined = models.CharField(_("herkend"), max_length=7, choices=Joined, default=Joined.WAITING)

    class Meta:
        verbose_name = _("gekozene in een uitslag")
        verbose_name_plural = _("gekozenen in een uitslag")
        ordering = ["body_election", "contest", "list_number", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body_election", "contest", "list_number", "number"], name="one_seat_each"),
        ]

    def __str__(self) -> str:
        return self.full_name


class ElectionFile(models.Model):
    """An official file that was read. It holds no names; the same bytes are not read twice."""

    class Message(models.TextChoices):
        DEFINITION = "110a", _("verkiezingsdefinitie")
        LISTS = "230b", _("kandidatenlijsten")
        RESULT = "520", _("uitslag")

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(_("bestand"), max_length=200)
    message = models.CharField(_("bericht"), max_length=4, choices=Message)
    body_election = models.ForeignKey(
        BodyElection, models.CASCADE, related_name="files", verbose_name=_("verkiezing van een bestuur")
    )
    contest = models.CharField(_("kieskring"), max_length=20, blank=True)
    made_at = models.DateTimeField(_("gemaakt"), null=True, blank=True)
    imported_at = models.DateTimeField(_("ingelezen"))
    is_current = models.BooleanField(_("geldt nu"), default=True)
    """False once a corrected file took its place."""
    lists = models.PositiveIntegerField(_("lijsten"), default=0)
    candidates = models.PositiveIntegerField(_("kandidaten"), default=0)
    elected = models.PositiveIntegerField(_("gekozenen"), default=0)

    class Meta:
        verbose_name = _("officieel bestand")
        verbose_name_plural = _("officiële bestanden")
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body_election", "message", "contest"],
                condition=Q(is_current=True),
                name="one_current_file_per_message",
            ),
        ]

    def __str__(self) -> str:
        return self.name
