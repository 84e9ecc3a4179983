import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed


class Accounts(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An account; without a password it is opened by an e-mailed code or a passkey."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(Keyed, AbstractBaseUser, PermissionsMixin):
    """An account. It holds an e-mail address and a name to be called by, and nothing more."""

    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(
        _("hoe wil je heten?"),
        max_length=60,
        blank=True,
        help_text=_("Je voornaam of een andere naam die je fijn vindt."),
    )
    language = models.CharField(
        _("taal"), max_length=5, choices=[("nl", _("Nederlands")), ("en", _("Engels"))], default="nl"
    )
    is_active = models.BooleanField(_("actief"), default=True)
    joined_at = models.DateTimeField(_("sinds"), default=timezone.now)
    # The only tie between this person and the journal; goes with the account.
    journal_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = Accounts()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        # Never the address: this text ends up in lists, titles and logs.
        return self.name or str(_("zonder naam"))

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    @property
    def date_joined(self) -> datetime:
        """Under the name by which Wagtail's list of users asks for it."""
        return self.joined_at
