"""The editor of a programme's page, as a browser uses it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from people.models import Membership, User
from programmes.editing.making import make_pages
from programmes.models import Programme, ProgrammePage
from tests.factories.people import MembershipFactory
from tests.factories.programmes import ProgrammeFactory
from tests.signing_in import sign_in


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory(name="Samen de raad in", slug="samen-de-raad-in")


@pytest.fixture
def stranger() -> Client:
    return sign_in(Client(), MembershipFactory().user)


def colleague_of(user: User, role: str = Membership.Role.PUBLISHER) -> User:
    return MembershipFactory(organisation=user.memberships.get().organisation, role=role).user


def made(programme: Programme, by: User) -> ProgrammePage:
    page = make_pages(programme, by=by)
    assert page is not None
    return page


def editor(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def as_form(client: Client, page: Page, **changes: str) -> dict[str, str]:
    """The fields of the page's editor as they stand, with what somebody changed."""
    form = client.get(editor(page)).context["form"]
    fields = {name: form[name].value() for name in form.fields if not hasattr(form.fields[name], "block")}
    streams = {f"{name}-count": "0" for name, field in form.fields.items() if hasattr(field, "block")}
    return {name: value for name, value in {**fields, **streams, **changes}.items() if value is not None}


def submit(client: Client, page: Page, **changes: str) -> Any:
    return client.post(editor(page), as_form(client, page, **{"action-submit": "1", **changes}))
