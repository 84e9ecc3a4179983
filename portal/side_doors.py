"""Wagtail's own doors to an account lead to allauth's, where codes, passkeys and MFA live."""

from django.urls import path
from django.views.generic import RedirectView

to_login = RedirectView.as_view(url="/account/login/", query_string=True)

urlpatterns = [
    path("login/", to_login),
    path("logout/", RedirectView.as_view(url="/account/logout/")),
    path("password_reset/", to_login),
]
