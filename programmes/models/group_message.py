"""What an organiser writes to a group of one edition, who got it, and who wants no mail of it."""

from datetime import datetime
from typing import NamedTuple, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.keyed import keyed_hash
from people.models import Letter
from people.roles import Visitor
from programmes.models.application import Application
from programmes.models.edition import Edition
from programmes.models.participation import Participation
from programmes.models.programme import Carrier
from programmes.states import GroupMessageState


class Words(NamedTuple):
    """In one language; `language` is that in which they were written."""

    subject: str
    text: str
    language: str


class GroupMessageQuerySet(models.QuerySet["GroupMessage"]):
    def drafts(self) -> Self:
        return self.filter(state=GroupMessageState.DRAFT)

    def sent(self) -> Self:
        return self.filter(state=GroupMessageState.SENT)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What was written while the own organisation carried the programme: so words to people stay there."""
        if not user.is_authenticated:
            return self.none()
        carriers = Carrier.objects.organised_by(user)
        return self.filter(
            Exists(carriers.filter(programme=OuterRef("edition__programme"), since__lte=OuterRef("begun_at")))
        )


class GroupMessage(Keyed):
    """An organiser's own subject and text to one group of an edition. Moves through programmes.mailing.actions alone.

    It goes as class B where taking part tells nothing and no person stands in it; else a neutral mail says that there
    is something to read, and the words stand behind sign-in only.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="group_messages", verbose_name=_("editie"))
    # A name of settings.MAIL_AUDIENCES: higher floors add their own.
    audience = models.CharField(_("aan wie"), max_length=20)
    subject = EncryptedTextField(_("onderwerp"))
    text = EncryptedTextField(_("tekst"))
    subject_en = EncryptedTextField(_("onderwerp in het Engels"), blank=True)
    text_en = EncryptedTextField(_("tekst in het Engels"), blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=GroupMessageState, default=GroupMessageState.DRAFT, editable=False
    )
    begun_at = models.DateTimeField(_("begonnen"), default=timezone.now)
    saved_at = models.DateTimeField(_("opgeslagen"), default=timezone.now)
    sent_at = models.DateTimeField(_("verstuurd"), null=True, blank=True)
    # What a mail may say: settled at the moment of sending.
    is_neutral = models.BooleanField(_("neutraal"), default=True, editable=False)
    # The words that went out, known again without being readable; empty while it is a draft.
    sent_words = models.CharField(max_length=64, blank=True, editable=False)

    objects = GroupMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht aan een groep")
        verbose_name_plural = _("berichten aan groepen")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=GroupMessageState.values), name="group_message_state_known"),
            models.CheckConstraint(
                condition=Q(state=GroupMessageState.DRAFT, sent_at=None, sent_words="")
                | (Q(state=GroupMessageState.SENT, sent_at__isnull=False) & ~Q(sent_words="")),
                name="sent_group_message_has_a_time",
            ),
            models.UniqueConstraint(
                fields=["edition", "audience", "sent_words"],
                condition=Q(state=GroupMessageState.SENT),
                name="the_same_words_once_to_a_group",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_draft(self) -> bool:
        return self.state == GroupMessageState.DRAFT

    @property
    def has_english(self) -> bool:
        return bool(self.subject_en and self.text_en)

    @property
    def is_sensitive(self) -> bool:
        """Its programme tells something of health or origin, in this edition or in another: no mail names it."""
        return self.edition.is_sensitive or self.edition.programme.is_sensitive

    def words(self, language: str | None = None) -> Words:
        """In this language (None: that of the page) where they were written in it, else in Dutch."""
        if (language or get_language()) == "en" and self.has_english:
            return Words(self.subject_en, self.text_en, "en")
        return Words(self.subject, self.text, "nl")

    @property
    def fingerprint(self) -> str:
        """The same for the same words to people of the same edition, however many blanks are between them."""
        said = (self.subject, self.text, self.subject_en, self.text_en)
        return keyed_hash(f"group_message:{self.edition_id}", "\n".join(" ".join(one.split()) for one in said))


class GroupLetterQuerySet(models.QuerySet["GroupLetter"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def failed(self) -> Self:
        """Whose mail was given up."""
        return self.filter(letter__done_at=None, letter__failed_at__isnull=False)


class GroupLetter(Keyed):
    """One person who got a group's message: to read at /mijn/bericht/, and the mail that says so."""

    message = models.ForeignKey(GroupMessage, models.CASCADE, related_name="letters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="group_letters")
    # Empty for who wants no mail of this edition: it stands at /mijn/ all the same.
    letter = models.OneToOneField(Letter, models.SET_NULL, null=True, blank=True, related_name="group_letter")
    written_at = models.DateTimeField(default=timezone.now)

    objects = GroupLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht aan iemand van een groep")
        verbose_name_plural = _("berichten aan mensen van een groep")
        ordering = ["-written_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["message", "user"], name="one_letter_of_a_group_message")]

    def __str__(self) -> str:
        return str(self.key)


class MailStopQuerySet(models.QuerySet["MailStop"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def over_before(self, moment: datetime) -> Self:
        """The edition ended before this moment; or this person has nothing to do with it any more."""
        own = {"edition": OuterRef("edition"), "user": OuterRef("user")}
        stays = Exists(Application.objects.filter(**own)) | Exists(Participation.objects.filter(**own))
        ended = Q(edition__ends_on__lt=timezone.localdate(moment))
        return self.filter(ended | (Q(stopped_at__lt=moment) & ~Q(stays)))


class MailStop(models.Model):
    """Somebody who reads an edition's messages on the portal alone."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="mail_stops")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_stops")
    stopped_at = models.DateTimeField(_("sinds"), default=timezone.now)

    objects = MailStopQuerySet.as_manager()

    class Meta:
        verbose_name = _("geen mail over een editie")
        verbose_name_plural = _("geen mail over een editie")
        ordering = ["-stopped_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="one_mail_stop_per_edition")]

    def __str__(self) -> str:
        return str(self.pk)
