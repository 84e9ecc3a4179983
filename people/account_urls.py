"""allauth's addresses, with ours before them where they say more or where a password would be asked."""

from django.urls import include, path, re_path

from people import account_views
from people.access import public
from people.side_doors import to_login

urlpatterns = [
    path("code/", account_views.follow_code, name="account_follow_code"),
    path("login/code/confirm/", account_views.confirm_login_code),
    path("confirm-email/", account_views.confirm_email_code),
    path("reauthenticate/code/confirm/", account_views.confirm_reauthentication_code),
    path("2fa/webauthn/keys/<int:pk>/remove/", account_views.remove_passkey),
    path("extra-stap/", account_views.extra_step, name="account_extra_step"),
    # Nobody has a password here, so there is none to set, change, reset or ask for.
    re_path(r"^password/", public(to_login)),
    path("reauthenticate/", public(to_login)),
    path("", include("allauth.urls")),
]
