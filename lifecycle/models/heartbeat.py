from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """When something that should happen again and again last happened; one row a name."""

    name = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "heartbeat"

    @classmethod
    def beat(cls, name: str, at: datetime | None = None) -> None:
        """One statement, so that two workers that start together do not fall over each other."""
        Heartbeat._default_manager.bulk_create(
            [Heartbeat(name=name, at=at or timezone.now())],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["at"],
        )

    @classmethod
    def age(cls, name: str, at: datetime | None = None) -> timedelta | None:
        """How long ago it was last seen; None: never."""
        seen = cls.objects.filter(name=name).values_list("at", flat=True).first()
        return (at or timezone.now()) - seen if seen else None

    @classmethod
    def turn(cls, name: str, every: timedelta, at: datetime | None = None) -> bool:
        """Whether it is time again; of several that ask at once, one gets True and has the turn."""
        at = at or timezone.now()
        if cls.objects.filter(name=name, at__lte=at - every).update(at=at):
            return True
        if cls.objects.filter(name=name).exists():
            return False
        return cls.objects.get_or_create(name=name, defaults={"at": at})[1]

    def __str__(self) -> str:
        return self.name
