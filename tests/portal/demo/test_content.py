"""The demo as a whole: the same when laid again, anew when asked, and only where it is a demo."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from people.models import Organisation, User
from portal.demo import reset
from portal.demo.content import lay_demo
from portal.demo.people import person
from programmes.applying.steps import first_unfinished
from programmes.models import Application, ProgrammePage
from tests.portal.demo.conftest import A_TENTH

pytestmark = pytest.mark.django_db
EXAMPLE = "Voorbeeldinhoud: data, vragen en contact zijn verzonnen"


def test_real_organisations_have_invented_contacts(demo: None, client: Client) -> None:
    for organisation in Organisation.objects.filter(is_example=True):
        assert organisation.mail_address.endswith(".example.org")
        assert EXAMPLE in client.get(f"/organisaties/{organisation.slug}/").content.decode()
    assert all(user.email.endswith("@example.org") for user in User.objects.all())


def test_the_participant_has_a_next_step_and_the_desk_has_applications(demo: None) -> None:
    draft = Application.objects.drafts().get(user=person("participant"))
    assert first_unfinished(draft) is not None
    waiting = Application.objects.at_the_desk_of(person("organiser")).filter(state="submitted")
    assert waiting.count() == 3 + 4  # who wait, and whose answers are being read
    assert not Application.objects.filter(user=person("newcomer")).exists()


def test_laying_it_twice_changes_nothing(demo: None) -> None:
    before = Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()
    assert lay_demo(share=A_TENTH) is False
    assert (Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()) == before


def test_anew_means_that_what_people_made_is_gone(demo: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lays it again has been tried above; here it finds a site as bare as the first time."""
    User.objects.create_user("bezoeker@example.org")
    found = {}

    def look(*, share: float) -> None:
        found.update(share=share, pages=Page.objects.filter(depth__gt=1).count(), rows=_rows_of_people())

    monkeypatch.setattr(reset, "set_up", lambda: None)
    monkeypatch.setattr(reset, "lay_demo", look)
    reset.lay_demo_anew(share=A_TENTH)
    assert found == {"share": A_TENTH, "pages": 0, "rows": {}}


def _rows_of_people() -> dict[str, int]:
    models = [model for label in reset.MADE_BY_PEOPLE for model in apps.get_app_config(label).get_models()]
    assert len(models) > 100
    return {model.__name__: rows for model in models if (rows := model._base_manager.count())}


@pytest.mark.parametrize("command", ["demo_content", "demo_reset"])
def test_outside_demo_mode_the_commands_refuse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command(command)
    assert stopped.value.code == 3
    assert len(capsys.readouterr().err.splitlines()) == 1
