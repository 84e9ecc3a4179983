"""How people sign in and prove who they are: the same on every server."""

from django.urls import reverse_lazy

# No passwords anywhere: an e-mailed code or a passkey opens an account, a passkey or an app proves more.
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "people.desk.RoleBackend",
]
LOGIN_URL = "account_login"  # by name: it follows the language of the page that asks
LOGIN_REDIRECT_URL = "people:mine"
ACCOUNT_EMAIL_CONFIRMATION_ANONYMOUS_REDIRECT_URL = reverse_lazy("account_login")  # allauth looks up no name here
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_ADAPTER = "people.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "people.account_forms.LoginForm",
    "request_login_code": "people.account_forms.RequestLoginCodeForm",
    "signup": "people.account_forms.SignupForm",
    "add_email": "people.account_forms.AddEmailForm",
    "confirm_login_code": "people.account_forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "people.account_forms.ConfirmEmailCodeForm",
    "confirm_reauthentication_code": "people.account_forms.ConfirmReauthenticationCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_REAUTHENTICATION_METHODS = ("code", "mfa")
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 60 * 60  # outlives the code, so that a late code is called late
ACCOUNT_CHANGE_EMAIL = True  # one address, replaced only after the new one answered
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a new passkey or address is told to the old address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "people.accounts.MfaAdapter"
MFA_FORMS = {
    "authenticate": "people.account_forms.AuthenticateForm",
    "reauthenticate": "people.account_forms.ReauthenticateForm",
    "activate_totp": "people.account_forms.ActivateAppForm",
    "add_webauthn": "people.account_forms.AddPasskeyForm",
    "signup_webauthn": "people.account_forms.SignupPasskeyForm",
    "edit_webauthn": "people.account_forms.NamePasskeyForm",
    "login_webauthn": "people.account_forms.LoginPasskeyForm",
    "authenticate_webauthn": "people.account_forms.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "people.account_forms.ReauthenticatePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_ISSUER = "Op de lijst"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
USERSESSIONS_TRACK_ACTIVITY = False  # no trail of when someone was here
# Beside allauth's own limits: the official lists are there to find oneself; codes go out without an account.
ACCOUNT_RATE_LIMITS = {
    "search_lists": "30/h/user",
    "mail_code": "10/h/ip",
    "mail_code_mailbox": "3/h/key",
    "booking": "20/h/ip",
    "questionnaire": "120/h/ip",  # a group may answer from one room
    "rating": "60/h/ip",  # a whole group may give its marks from one room
    "party_card": "20/h/ip",
    "ask_card": "30/h/ip",
    "call_back": "20/h/ip",
    "call_back_number": "3/h/key,6/d/key",
    "supporter_code": "20/h/ip",
    "interest": "20/h/ip",
    "report": "20/h/user",
    "find_mentors": "5/h/user",  # six at a time: no more than a network shows in an hour
    "power_role": "3/30d/user",  # each answer tells a little of where the other one is
    "invitation_mailbox": "5/d/key",
    "interest_mailbox": "5/h/key",
}
