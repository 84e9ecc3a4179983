"""Doors to an account that other packages bring: shut, each of them."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import views as auth_views
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve
from wagtail import views as wagtail_views
from wagtail.admin.views import account as wagtail_account
from wagtail.documents.views import serve as wagtail_documents

from tests.factories.people import MembershipFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

TO_LOGIN = [
    "/cms/",
    "/cms/login/",
    "/cms/logout/",
    "/cms/password_reset/",
    "/cms/password_reset/done/",
    "/cms/password_reset/confirm/MQ/set-password/",
    "/cms/pages/",
    "/cms/api/main/pages/",
    "/cms/sprite/",
    "/cms/bestaat-niet/",
    "/_util/login/",
    "/en/_util/login/",
    "/account/password/reset/",
    "/account/password/change/",
    "/account/password/set/",
    "/account/password/reset/key/1-set-password/",
    "/account/reauthenticate/",
]
NOT_THERE = [
    "/admin/",
    "/accounts/login/",
    "/login/",
    "/_util/authenticate_with_password/1/1/",
    "/documents/authenticate_with_password/1/",
    "/account/confirm-email/een-sleutel/",
]
PASSWORD_VIEWS = (
    auth_views.LoginView,
    auth_views.LogoutView,
    auth_views.PasswordChangeView,
    auth_views.PasswordResetView,
    auth_views.PasswordResetConfirmView,
)
PASSWORD_FUNCTIONS = (
    wagtail_views.authenticate_with_password,
    wagtail_documents.authenticate_with_password,
    wagtail_account.LoginView,
)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", TO_LOGIN)
def test_side_door_leads_to_login(client: Client, path: str, method: str):
    response = getattr(client, method)(path)
    assert response.status_code == 302
    assert response["Location"].removeprefix("/en").startswith("/account/login/")


@pytest.mark.parametrize("path", [path for path in TO_LOGIN if path.startswith("/account/")])
def test_who_is_signed_in_finds_no_password_form(client: Client, path: str):
    sign_in(client, UserFactory())
    assert client.get(path)["Location"] == "/account/login/"
    assert client.get(path, follow=True).redirect_chain[-1][0] == "/mijn/"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", NOT_THERE)
def test_side_door_does_not_exist(client: Client, path: str, method: str):
    assert getattr(client, method)(path).status_code == 404


def test_side_door_does_not_lead_off_the_site(client: Client):
    assert client.get("/_util/login/?next=https://elders.example/")["Location"] == "/account/login/"
    assert client.get("/_util/login/?next=/hulp/")["Location"] == "/account/login/?next=%2Fhulp%2F"


def _patterns(patterns, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern.url_patterns, where)
        else:
            yield where, pattern


def _is_password_view(view) -> bool:
    while view is not None:
        kind = getattr(view, "view_class", None)
        if (kind and issubclass(kind, PASSWORD_VIEWS)) or view in PASSWORD_FUNCTIONS:
            return True
        view = getattr(view, "__wrapped__", None)
    return False


SAMPLES = {
    "<uidb64>": "MQ",
    "<token>": "abc-def",
    "<int:page_view_restriction_id>": "1",
    "<int:page_id>": "1",
    "<int:restriction_id>": "1",
}


def test_no_address_ends_at_a_password_form():
    """Whatever other packages route is found here by its view, also what a later version adds."""
    found = 0
    for where, pattern in _patterns(get_resolver().url_patterns):
        if not _is_password_view(pattern.callback):
            continue
        found += 1
        path = where
        for name, sample in SAMPLES.items():
            path = path.replace(name, sample)
        assert "<" not in path, f"a sample is missing for {where}"
        assert not _is_password_view(resolve(f"/{path}").func), where
    assert found >= 6


def test_account_without_role_finds_no_desk(client: Client):
    sign_in(client, UserFactory())
    for path in ("/cms/", "/cms/login/", "/cms/pages/", "/cms/bestaat-niet/", "/cms/sprite/", "/cms/api/main/pages/"):
        assert client.get(path).status_code == 404, path


def test_no_role_and_no_address_look_alike(client: Client):
    sign_in(client, UserFactory())
    assert client.get("/cms/pages/").content == client.get("/cms/bestaat-niet/").content


def test_superuser_without_role_finds_no_desk(client: Client):
    sign_in(client, UserFactory(is_superuser=True))
    assert client.get("/cms/").status_code == 404


def test_group_without_role_opens_no_desk(client: Client):
    """A membership that ended closes the desk, also when someone forgot the group."""
    user = UserFactory(groups=["organisers"])
    may_enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    user.groups.get().permissions.add(may_enter)
    sign_in(client, user)
    assert user.has_perm("wagtailadmin.access_admin")  # for Wagtail alone that would do
    assert client.get("/cms/").status_code == 404


@pytest.mark.parametrize("role", ["organiser", "publisher"])
def test_role_opens_the_desk(client: Client, role: str):
    sign_in(client, MembershipFactory(role=role).user)
    assert client.get("/cms/").status_code == 200


def test_administrator_opens_the_desk(client: Client):
    sign_in(client, UserFactory(groups=["administrator"]))
    assert client.get("/cms/").status_code == 200


def test_role_opens_the_desk_and_nothing_more():
    user = MembershipFactory().user
    assert user.has_perm("wagtailadmin.access_admin")
    assert not user.has_perm("people.change_user")
    assert not UserFactory().has_perm("wagtailadmin.access_admin")
    assert not MembershipFactory(user__is_active=False).user.has_perm("wagtailadmin.access_admin")


def test_button_of_the_desk_logs_out(client: Client):
    sign_in(client, MembershipFactory().user)
    assert client.get("/cms/logout/")["Location"] == "/account/logout/"
    assert "_auth_user_id" in client.session
    assert client.post("/cms/logout/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_logging_out_elsewhere_needs_a_token():
    """Another site must not be able to end a session."""
    client = Client(enforce_csrf_checks=True)
    sign_in(client, MembershipFactory().user)
    assert client.post("/cms/logout/").status_code == 403
    assert client.post("/account/logout/").status_code == 403
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("path", ["/mijn/", "/cms/", "/mijn/gegevens/", "/en/mijn/", "/en/cijfers/"])
def test_visitor_is_asked_to_log_in_in_her_language_and_comes_back(client: Client, path: str):
    response = client.get(f"{path}?a=b")
    assert response.status_code == 302
    login = "/en/account/login/" if path.startswith("/en/") else "/account/login/"
    assert response["Location"] == f"{login}?next={path}%3Fa%3Db"
