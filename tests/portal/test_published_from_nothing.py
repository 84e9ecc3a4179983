"""From nothing to found: an organiser makes a programme with its page, a picture and easy language, a colleague looks
along, and everybody finds it: in the list, by the guide and by searching."""

import html
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images.models import Image

from people.models import Letter
from programmes.models import Programme, ProgrammePage
from tests.factories.people import MembershipFactory
from tests.factories.programmes import OpenEditionFactory
from tests.home.test_uploads import drawn
from tests.laid import laid
from tests.programmes.desk_forms import filled, programme_values
from tests.programmes.page_editor import as_form, editor
from tests.signing_in import sign_in

__all__ = ["laid"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

ALT = "Twee mensen aan een tafel"


def picture_of(client: Client, folder: int) -> Image:
    client.post(
        "/cms/images/add/",
        {"title": "Tafel", "collection": folder, "file": SimpleUploadedFile("tafel.jpg", drawn("JPEG"))},
    )
    return Image.objects.get(title="Tafel")


def one_of(name: str, kind: str, **values: Any) -> dict[str, Any]:
    """A stream with one block, as the browser sends it."""
    head = {f"{name}-count": "1", f"{name}-0-deleted": "", f"{name}-0-order": "0", f"{name}-0-type": kind}
    return {**head, f"{name}-0-id": "", **{f"{name}-0-value{key}": value for key, value in values.items()}}


def listed(name: str, *rows: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {f"{name}-count": str(len(rows))}
    for number, row in enumerate(rows):
        found |= {f"{name}-{number}-deleted": "", f"{name}-{number}-order": str(number), f"{name}-{number}-id": ""}
        found |= {f"{name}-{number}-value{key}": value for key, value in row.items()}
    return found


def easy(picture: Image) -> dict[str, Any]:
    lines = listed("-lines", {"": "Je praat over je straat."}, {"": "Je leert hoe de raad werkt."})
    shown = {"-drawing": "", "-picture-image": picture.pk, "-picture-alt_text": ALT, **lines}
    return one_of("easy", "part", **{"-title": "Wat ga je doen?", **listed("-rows", shown)})


def test_published_from_nothing_and_found(client: Client) -> None:
    organiser, colleague, visitor = client, Client(), Client()
    membership = MembershipFactory()
    sign_in(organiser, membership.user)
    sign_in(colleague, MembershipFactory(organisation=membership.organisation, role="publisher").user)

    # A programme, and with it a draft of its page.
    values = programme_values(name="Buurtstem", slug="", for_whom="iedereen")
    carriers = [{"organisation": membership.organisation_id, "order": 0, "is_lead": "on"}]
    there = organiser.post(reverse("desk_programmes:add"), filled(values, carriers=carriers))["Location"]
    programme = Programme.objects.get(name="Buurtstem")
    page = ProgrammePage.objects.get(programme=programme, locale__language_code="nl")
    assert there == editor(page)

    # Its words, a picture of its own, and easy language. A sentence that is too long comes back, named.
    picture = picture_of(organiser, membership.organisation.editors.collection_id)
    words = {"title": "Buurtstem", "intro": "Leer hoe je je buurt beter maakt.", "action-submit": "1", **easy(picture)}
    long = {"easy-0-value-rows-0-value-lines-0-value": "Je praat elke week met heel veel mensen over wat er beter kan."}
    answer = organiser.post(editor(page), {**as_form(organiser, page), **words, **long})
    assert answer.status_code == 200 and "Deze zin heeft 13 woorden" in html.unescape(answer.text)
    answer = organiser.post(editor(page), {**as_form(organiser, page), **words})
    assert answer.status_code == 302, answer.context["form"].errors
    assert visitor.get("/programmas/buurtstem/").status_code == 404

    # A colleague reads it as it will be, and approves.
    assert Letter.objects.filter(message="programmes.page_waits").count() == 1
    page.refresh_from_db()
    state = page.current_workflow_task_state
    preview = reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, state.task_id])
    assert "Leer hoe je je buurt beter maakt." in colleague.get(preview).text
    colleague.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))

    # Everybody reads it, and finds it.
    OpenEditionFactory(programme=programme)
    assert "Leer hoe je je buurt beter maakt." in visitor.get("/programmas/buurtstem/").text
    in_easy = visitor.get("/programmas/buurtstem/makkelijke-taal/").text
    assert "Je praat over je straat." in in_easy and f'alt="{ALT}"' in in_easy
    for path in ("/programmas/", "/programmawijzer/?ambt=raad", "/zoeken/?q=buurtstem"):
        assert "/programmas/buurtstem/" in visitor.get(path).text, path
