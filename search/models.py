"""What can be found: each text that every visitor may see, in one language, and the words it holds.

No database has a search of its own here: words and stems are plain rows, so what is found is the same on each.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from people.findable import Kind


class IndexedTextQuerySet(models.QuerySet["IndexedText"]):
    def current(self, at: datetime | None = None) -> Self:
        return self.filter(Q(until=None) | Q(until__gte=at or timezone.now()))


class IndexedText(models.Model):
    """A row of an offer (people.findable) as it was last seen. Nothing here is the only copy of anything."""

    offer = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=500)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    until = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64)

    objects = IndexedTextQuerySet.as_manager()

    class Meta:
        verbose_name = "indexed text"
        constraints = [
            models.UniqueConstraint(fields=["offer", "row", "language"], name="indexed_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.title


class IndexedWord(models.Model):
    """A word of a text. weight: more in a title than in a lead, more there than in the text."""

    text = models.ForeignKey(IndexedText, models.CASCADE, related_name="words")
    language = models.CharField(max_length=10)
    word = models.CharField(max_length=40)
    stem = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "indexed word"
        constraints = [models.UniqueConstraint(fields=["text", "word"], name="a_word_once_a_text")]
        indexes = [
            models.Index(fields=["language", "stem"], name="words_by_stem"),
            models.Index(fields=["language", "word"], name="words_by_word"),
        ]

    def __str__(self) -> str:
        return self.word
