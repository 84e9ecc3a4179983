from datetime import datetime

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """When something that should be running was last seen; one row a name."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    @classmethod
    def beat(cls, name: str, at: datetime | None = None) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": at or timezone.now()})

    def __str__(self) -> str:
        return self.name
