"""How allauth behaves here: no passwords, our words, codes that can also be followed as a link."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from people.account_forms import SignupForm
from people.fields import decrypt, encrypt
from people.languages import in_language
from people.mfa import SECOND_FACTORS, must_prove_more, second_factors_of
from people.models import User
from people.sources import tell_of_sign_up

# Where the link of a mail leads on to, kept in the session: a path in a mail could name a programme.
NEXT_AFTER_CODE = "next_after_code"

SITE_NAME = "Op de lijst"
EMAIL_REAUTHENTICATION = "reauthenticate_by_code"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dit account staat uit."),
        "duplicate_email": _("Dit e-mailadres hoort al bij je account."),
        "email_taken": _("Er is al een account met dit e-mailadres."),
        "incorrect_code": _("Deze code klopt niet. Kijk nog eens in de mail en typ de code over."),
        "invalid_login": _("Inloggen is niet gelukt. Controleer je e-mailadres."),
        "rate_limited": _("Dat ging net iets te snel. Wacht een minuut en probeer het opnieuw."),
        "same_as_current": _("Dit is al je e-mailadres. Vul een ander adres in."),
        "too_many_login_attempts": _("Dat ging te vaak mis. Wacht een paar minuten en vraag dan een nieuwe code aan."),
        "unverified_primary_email": _("Bevestig eerst je e-mailadres."),
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> AbstractBaseUser:
        """Mail goes out in the language in which someone signed up."""
        language = get_language()
        if language and get_language_info(language)["code"] in dict(User._meta.get_field("language").choices or []):
            user.language = language
        saved = super().save_user(request, user, form, commit=commit)
        if commit and isinstance(form, SignupForm):
            tell_of_sign_up(form.source())
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail with a code also holds a link with it, for who reads it in the browser that asked."""
        if code := context.get("code"):
            following = get_next_redirect_url(self.request)
            if following:
                self.request.session[NEXT_AFTER_CODE] = following
            address = f"{reverse('account_follow_code')}?{urlencode({'code': code})}"
            context = {**context, "link": self.request.build_absolute_uri(address)}
        super().send_mail(template_prefix, email, context)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return in_language("/", get_language())

    def pre_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse | None:
        """An account that someone else made (an import, an invitation) is confirmed by its first code."""
        if _came_by_code(request, user):
            EmailAddress.objects.get_or_create(
                user=user, email=user.email, defaults={"verified": True, "primary": True}
            )
        return super().pre_login(request, user, **facts)

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict]:
        """Who has a passkey or an app proves it is her with that: a mailbox alone is then not enough."""
        methods = super().get_reauthentication_methods(user)
        stronger = [method for method in methods if method["id"] != EMAIL_REAUTHENTICATION]
        return stronger or methods


def _came_by_code(request: HttpRequest, user: User) -> bool:
    """Whether the last thing this session did was answer a code mailed to the address of this account."""
    records = get_authentication_records(request, user)
    if not records or records[-1]["method"] != "code":
        return False
    return records[-1].get("email", "").lower() == user.email.lower()


class MfaAdapter(DefaultMFAAdapter):
    """Secrets of authenticators are encrypted at rest, with the keys of the encrypted columns."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Jij kunt gegevens van anderen zien. Daarom houd je altijd één passkey of de app met codes."
        ),
        "incorrect_code": _("Deze code klopt niet. Open je app en typ de nieuwste code over."),
        "unverified_email": _("Bevestig eerst je e-mailadres. Daarna kun je een extra stap instellen."),
    }

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Who must prove more keeps what she proves it with: the last passkey or app stays."""
        if authenticator.type not in SECOND_FACTORS or not must_prove_more(authenticator.user):
            return True
        return second_factors_of(authenticator.user).exclude(pk=authenticator.pk).exists()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": SITE_NAME}
