from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.fields import SeveralField
from mentoring.states import Side
from mentoring.vetting.models import Concern
from programmes.choices import Office, Province

MOST_PLACES = 20


class Profile(models.Model):
    """What matching looks at, chosen from fixed answers. Never name, age, gender, party or behaviour."""

    side: Side
    user_id: int

    display_name = models.CharField(
        _("naam voor de ander"),
        max_length=40,
        help_text=_("Zo noemen wij je, tot jullie allebei ja zeggen. Een verzonnen naam mag."),
    )
    topics = SeveralField(_("onderwerpen"), of=Topic)
    province = models.CharField(_("provincie"), max_length=20, choices=Province, blank=True)
    languages = SeveralField(_("talen"), of=Language)
    slots = SeveralField(_("wanneer je kunt"), of=Slot)
    ways = SeveralField(_("hoe je elkaar wilt spreken"), of=Way)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_complete(self) -> bool:
        """Enough to find someone for: a topic, a language, a moment and a way to meet."""
        return bool(self.display_name and self.topics and self.languages and self.slots and self.ways)

    @cached_property
    def concern(self) -> str:
        """What she wants the organiser to mind; a row of its own, so that matching does not even read it."""
        own = Concern.objects.filter(user=self.user_id, side=self.side).first() if self.pk else None
        return own.words if own else ""


class MenteeProfile(Profile):
    """Of someone who looks for a mentor."""

    side = Side.MENTEE

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentee_profile")
    help = SeveralField(_("waarbij je hulp zoekt"), of=Help)
    office = models.CharField(_("waar je naartoe wilt"), max_length=10, choices=Office, blank=True)

    class Meta:
        verbose_name = _("profiel van een deelnemer")
        verbose_name_plural = _("profielen van deelnemers")
        constraints = [
            models.CheckConstraint(condition=Q(office__in=["", *Office.values]), name="mentee_office_known"),
            models.CheckConstraint(condition=Q(province__in=["", *Province.values]), name="mentee_province_known"),
        ]


class MentorProfile(Profile):
    """Of someone who gives help. Its row is locked wherever one of her places is given away."""

    side = Side.MENTOR

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentor_profile")
    help = SeveralField(_("waarbij je helpt"), of=Help)
    offices = SeveralField(_("welk ambt je kent"), of=Office)
    capacity = models.PositiveSmallIntegerField(
        _("hoeveel mensen je tegelijk helpt"), default=1, validators=[MaxValueValidator(MOST_PLACES)]
    )
    paused_until = models.DateField(_("pauze tot en met"), null=True, blank=True)
    by_name = models.BooleanField(
        _("toon mijn naam"), default=False, help_text=_("Alleen aan mensen die toegelaten zijn.")
    )

    class Meta:
        verbose_name = _("profiel van een mentor")
        verbose_name_plural = _("profielen van mentoren")
        constraints = [
            models.CheckConstraint(condition=Q(capacity__lte=MOST_PLACES), name="mentor_helps_a_few"),
            models.CheckConstraint(condition=Q(province__in=["", *Province.values]), name="mentor_province_known"),
        ]

    def is_paused(self, on: date | None = None) -> bool:
        return self.paused_until is not None and self.paused_until >= (on or timezone.localdate())
