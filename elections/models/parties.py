"""Parties on the official lists of a body, by number, and what each tells of how it selects.

The names of lists are public and say nothing of a person, so they stay when the candidates go.
"""

import datetime as dt
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from elections.models.body import Body
from elections.models.lists import BodyElection
from elections.states import CardState
from lifecycle.models import Keyed
from people.fields import EncryptedTextField

A_YEAR = timedelta(days=365)
LONGEST_ANSWER = 400
"""The same for every party: none can take more of the page than another."""


class Party(Keyed):
    """What stands on the lists of one body under one name: a branch there, not the party as a whole."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="parties", verbose_name=_("bestuur"))
    name = models.CharField(_("naam"), max_length=200)
    is_example = models.BooleanField(_("voorbeeldinhoud"), default=False)

    class Meta:
        verbose_name = _("partij")
        verbose_name_plural = _("partijen")
        ordering = ["name", "body__name"]
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="one_party_per_name_in_a_body")]

    def __str__(self) -> str:
        return self.name


class ListedPartyQuerySet(models.QuerySet["ListedParty"]):
    def drawn(self) -> Self:
        """In the order of the official list, which was drawn by lot: the only order in which parties ever stand."""
        return self.order_by("number", "contest", "pk")


class ListedParty(models.Model):
    """One party under its number on the official list of one election; a blank list has no party."""

    body_election = models.ForeignKey(
        BodyElection, models.CASCADE, related_name="listed", verbose_name=_("verkiezing van een bestuur")
    )
    contest = models.CharField(_("kieskring"), max_length=20)
    number = models.PositiveSmallIntegerField(_("lijstnummer"))
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="listed", verbose_name=_("partij")
    )

    objects = ListedPartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("partij op een lijst")
        verbose_name_plural = _("partijen op een lijst")
        ordering = ["body_election", "number", "contest"]
        constraints = [
            models.UniqueConstraint(fields=["body_election", "contest", "number"], name="one_party_per_drawn_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="drawn_numbers_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def title(self) -> str:
        return self.party.name if self.party else str(_("Blanco lijst"))


class PartyCardQuerySet(models.QuerySet["PartyCard"]):
    def public(self) -> Self:
        """What everyone sees: at most one of each party."""
        return self.filter(state__in=[CardState.SHOWN, CardState.OUTDATED])

    def waiting(self) -> Self:
        """What an administrator has to look at, the oldest first."""
        return self.filter(state=CardState.WAITING).order_by("handed_in_at", "pk")

    def own(self, mark: str) -> Self:
        """Not public and handed in by this address (people.addresses.keyed)."""
        return self.filter(state__in=[CardState.WAITING, CardState.REFUSED], kept_by_mark=mark)

    def confirmed_before(self, moment: datetime) -> Self:
        return self.filter(state=CardState.SHOWN, confirmed_at__lt=moment)

    def with_earlier(self) -> Self:
        """`replaces`: whether a card of this party is on the site; `same_keeper`: by the same address."""
        there = PartyCard.objects.public().filter(party=OuterRef("party"))
        return self.annotate(
            replaces=Exists(there), same_keeper=Exists(there.filter(kept_by_mark=OuterRef("kept_by_mark")))
        )


class PartyCard(Keyed):
    """How one party selects, in its own words. A change is a row beside the one on the site until it is approved.

    `kept_by` is the address that handed it in: proved by a code, never shown on the site.
    """

    party = models.ForeignKey(Party, models.CASCADE, related_name="cards", verbose_name=_("partij"))
    state = models.CharField(_("stand"), max_length=10, choices=CardState, default=CardState.WAITING)
    how = models.TextField(_("zo kiezen wij kandidaten"), max_length=LONGEST_ANSWER)
    criteria = models.TextField(_("hierop letten wij"), max_length=LONGEST_ANSWER)
    closes_on = models.DateField(_("aanmelden kan tot en met"), null=True, blank=True)
    mail_address = models.EmailField(_("e-mailadres van de partij"), blank=True)
    phone = models.CharField(_("telefoonnummer van de partij"), max_length=20, blank=True)
    website = models.URLField(_("website"), max_length=200, blank=True)
    kept_by = EncryptedTextField(_("ingeleverd door"), blank=True)
    kept_by_mark = models.CharField(max_length=64, blank=True, editable=False)
    language = models.CharField(_("taal"), max_length=5, default="nl", editable=False)
    """In which the contact used the site, so in which she is mailed."""
    handed_in_at = models.DateTimeField(_("ingeleverd"))
    decided_at = models.DateTimeField(_("nagekeken"), null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("klopt volgens de partij op"), null=True, blank=True, editable=False)
    remark = models.TextField(_("wat er nog niet goed is"), max_length=LONGEST_ANSWER, blank=True)

    objects = PartyCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("kaart van een partij")
        verbose_name_plural = _("kaarten van partijen")
        ordering = ["-handed_in_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(state__in=[CardState.SHOWN, CardState.OUTDATED]),
                name="one_public_card_per_party",
            ),
            models.UniqueConstraint(
                fields=["party", "kept_by_mark"],
                condition=Q(state__in=[CardState.WAITING, CardState.REFUSED]),
                name="one_card_under_way_per_keeper",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[CardState.WAITING, CardState.REFUSED], confirmed_at=None)
                | Q(state__in=[CardState.SHOWN, CardState.OUTDATED], confirmed_at__gte=F("handed_in_at")),
                name="a_public_card_is_dated",
            ),
            models.CheckConstraint(condition=~Q(mail_address="") | ~Q(phone=""), name="a_card_says_whom_to_ask"),
        ]

    def __str__(self) -> str:
        return f"{self.party}, {date_format(timezone.localdate(self.handed_in_at), 'j F Y')}"

    @property
    def is_waiting(self) -> bool:
        return self.state == CardState.WAITING

    @property
    def is_refused(self) -> bool:
        return self.state == CardState.REFUSED

    @property
    def is_public(self) -> bool:
        return self.state in (CardState.SHOWN, CardState.OUTDATED)

    @property
    def is_outdated(self) -> bool:
        return self.state == CardState.OUTDATED

    @property
    def grows_old_on(self) -> dt.date | None:
        return timezone.localdate(self.confirmed_at + A_YEAR) if self.confirmed_at else None

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def website_shown(self) -> str:
        return self.website.removeprefix("https://").removeprefix("http://").rstrip("/")

    def has_closed(self, on: dt.date | None = None) -> bool:
        """Whether the party's own day went by."""
        return self.closes_on is not None and self.closes_on < (on or timezone.localdate())
