import re
from typing import Self

from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _

from people.languages import said


class NationalFigureQuerySet(models.QuerySet):
    def by_topic(self) -> Self:
        """Topics in the order in which they are declared, within a topic by `order`."""
        topics = NationalFigure.Topic.values
        place = Case(*[When(topic=topic, then=Value(index)) for index, topic in enumerate(topics)], default=len(topics))
        return self.order_by(place, "order", "key")


class NationalFigure(models.Model):
    """A figure about the whole country that others measured: never shown without its date and source."""

    class Topic(models.TextChoices):
        OFFICE = "office", _("Wie zit er in de politiek?")
        SAFETY = "safety", _("Veiligheid en druk")
        CANDIDATES = "candidates", _("Kandidaten vinden")
        SUPPORT = "support", _("Geld en ondersteuning")

    key = models.SlugField(_("sleutel"), max_length=60, unique=True)
    topic = models.CharField(_("onderwerp"), max_length=12, choices=Topic)
    label = models.CharField(_("wat er gemeten is"), max_length=160)
    label_en = models.CharField(_("wat er gemeten is, in het Engels"), max_length=160)
    value = models.CharField(_("waarde"), max_length=40)
    value_en = models.CharField(_("waarde in het Engels"), max_length=40)
    measured_on = models.CharField(_("wanneer gemeten"), max_length=120)
    measured_on_en = models.CharField(_("wanneer gemeten, in het Engels"), max_length=120)
    source = models.CharField(_("bron"), max_length=160)
    source_en = models.CharField(_("bron in het Engels"), max_length=160)
    note = models.TextField(_("wat je erbij moet weten"), max_length=300, blank=True)
    note_en = models.TextField(_("wat je erbij moet weten, in het Engels"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)

    objects = NationalFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("landelijk cijfer")
        verbose_name_plural = _("landelijke cijfers")
        ordering = ["order", "key"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(measured_on="")
                & ~models.Q(source="")
                & ~models.Q(measured_on_en="")
                & ~models.Q(source_en=""),
                name="figure_has_date_and_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"

    def as_fact(self) -> dict[str, str]:
        """Everything that must stand beside the figure, in the language of this request."""
        return {name: said(self, name) for name in ("label", "value", "measured_on", "source", "note")}

    def percent(self) -> float:
        """The number in `value`, for a bar; 0 when it holds none. Dutch writes its decimals with a comma."""
        found = re.search(r"\d+(?:,\d+)?", self.value)
        return float(found[0].replace(",", ".")) if found else 0.0
