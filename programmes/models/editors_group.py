from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from people.models import Organisation


class EditorsGroup(models.Model):
    """What Wagtail needs to know of an organisation: a group that holds rights on its pages, and its own folder.

    Who is in the group follows from the roles, each time that somebody enters the desk (programmes.editing.rights).
    """

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="editors")
    group = models.OneToOneField(Group, models.CASCADE, related_name="editors")
    collection = models.OneToOneField(Collection, models.PROTECT, related_name="editors")

    class Meta:
        verbose_name = _("redactie")
        verbose_name_plural = _("redacties")

    def __str__(self) -> str:
        return str(self.organisation)
