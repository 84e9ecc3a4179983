import uuid

from django.db import models


class Keyed(models.Model):
    """A thing that is named in addresses: by a random key, so that no address tells how many there are."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
