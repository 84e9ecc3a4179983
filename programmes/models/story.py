from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.models import Consent
from people.roles import Visitor, is_administrator
from programmes.models.programme import Carrier, Programme

STORY_CONSENT = "story_published"


class StoryQuerySet(models.QuerySet):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk)

    def consented(self) -> Self:
        """Those whose teller says yes to publication, now."""
        standing = Consent.objects.standing().filter(text__purpose=STORY_CONSENT)
        return self.filter(Exists(standing.filter(user=OuterRef("user"), about=OuterRef("key"))))

    def told(self) -> Self:
        """The same, but not of a programme under threat: a face and a town lead to more people than the teller."""
        from programmes.safety.models import ThreatMode

        threatened = ThreatMode.objects.filter(programme=OuterRef("programme"))
        return self.consented().filter(~Exists(threatened))

    def visible_to(self, user: Visitor) -> Self:
        """The record behind the page: the teller's own, an organiser's of her programmes, an administrator's all."""
        if is_administrator(user):
            return self.all()
        if not user.is_authenticated:
            return self.none()
        carried = Carrier.objects.organised_by(user).values("programme")
        return self.filter(models.Q(user=user.pk) | models.Q(programme__in=carried))


class Story(Keyed):  # type: ignore[django-manager-missing]
    """Whose story it is, and about which programme. Its words stand on a page a language, and go with this row."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="stories")
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="stories", verbose_name=_("programma")
    )
    told_at = models.DateTimeField(_("verteld"), default=timezone.now)
    is_example = models.BooleanField(_("voorbeeldinhoud"), default=False)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("verhaal")
        verbose_name_plural = _("verhalen")
        ordering = ["-told_at", "-pk"]

    def __str__(self) -> str:
        return str(_("verhaal"))  # whose it is, is told by its page and nowhere else

    @property
    def is_consented(self) -> bool:
        return Story.objects.consented().filter(pk=self.pk).exists()

    @property
    def is_told(self) -> bool:
        """Whether visitors may read it now."""
        return Story.objects.told().filter(pk=self.pk).exists()
