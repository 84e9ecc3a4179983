"""The form of an edition at the desk: what a new one starts with, and what saving may not change."""

import pytest
from django.urls import reverse, reverse_lazy

from programmes.choices import Reveals
from programmes.models import Edition
from programmes.states import EditionState
from tests.factories.people import AdministratorFactory
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory
from tests.programmes.desk_forms import edition_values, filled
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
NEW = reverse_lazy("desk_editions:add")


def save(browser, edition, **changes):
    values = {"name": edition.name, "reveals": edition.reveals, "minimum_age": edition.minimum_age, **changes}
    response = browser.post(
        reverse("desk_editions:edit", args=[edition.pk]), filled(edition_values(edition.programme, **values))
    )
    edition.refresh_from_db()
    return response


def begin(browser, programme, **values):
    response = browser.post(NEW, filled(edition_values(programme, **values)))
    assert response.status_code == 302, response.context["form"].errors
    return Edition.objects.get(name="voorjaar")


# A new edition ------------------------------------------------------------------------------------------


def test_a_new_edition_starts_with_what_the_latest_one_reveals_and_asks(desk, programme):
    EditionFactory(programme=programme, reveals=Reveals.NOTHING)
    EditionFactory(programme=programme, reveals=Reveals.HEALTH, minimum_age=21, starts_on=None)
    EditionFactory(reveals=Reveals.ORIGIN)  # of another programme
    made = begin(desk, programme, reveals="", minimum_age="")
    assert (made.reveals, made.reveals_asked, made.minimum_age) == (Reveals.HEALTH, "", 21)


def test_of_the_first_edition_someone_must_say_what_it_reveals(desk, programme):
    response = desk.post(NEW, filled(edition_values(programme, reveals="", minimum_age="")))
    assert response.context["form"].errors == {
        "reveals": ["Dit is de eerste editie. Kies wat meedoen over iemand laat zien."]
    }
    made = begin(desk, programme, reveals="health", minimum_age="")
    assert (made.reveals, made.reveals_asked, made.minimum_age) == (Reveals.HEALTH, "", 18)


@pytest.mark.parametrize(
    ("latest", "chosen", "now", "waits"),
    [
        ("gender", "origin", "origin", ""),
        ("health", "nothing", "health", "nothing"),
        ("gender", "gender", "gender", ""),
    ],
)
def test_a_new_edition_is_no_way_round_the_administrator(desk, programme, latest, chosen, now, waits):
    EditionFactory(programme=programme, reveals=latest)
    made = begin(desk, programme, reveals=chosen)
    assert (made.reveals, made.reveals_asked) == (now, waits)


@pytest.mark.parametrize("values", [{"minimum_age": 15}, {"minimum_age": "jong"}, {"reveals": "alles"}])
def test_nonsense_is_told_and_makes_nothing(desk, programme, values):
    response = desk.post(NEW, filled(edition_values(programme, **values)))
    errors = response.context["form"].errors
    assert set(errors) == set(values) and all(len(told) == 1 for told in errors.values())
    assert not Edition.objects.exists()


def test_without_a_programme_nothing_breaks(desk, programme):
    response = desk.post(NEW, filled(edition_values(programme, programme="", reveals="", minimum_age="")))
    assert set(response.context["form"].errors) == {"programme"}


# Saving one ---------------------------------------------------------------------------------------------


def test_loosening_waits_for_an_administrator_who_agrees_by_a_button(desk, client, programme):
    edition = EditionFactory(programme=programme, reveals=Reveals.HEALTH)
    assert save(desk, edition, reveals="nothing").status_code == 302
    assert (edition.reveals, edition.reveals_asked) == (Reveals.HEALTH, Reveals.NOTHING)
    state = reverse("desk_edition_state", kwargs={"key": edition.key})
    allow = reverse("desk_edition_allow_reveals", kwargs={"key": edition.key})
    assert "Dat wacht op een beheerder" in desk.get(state).text and "Goedvinden" not in desk.get(state).text
    assert desk.post(allow).status_code == 404
    sign_in(client, AdministratorFactory())
    save(client, edition, capacity=30)
    assert (edition.reveals, edition.reveals_asked) == (Reveals.HEALTH, Reveals.NOTHING)
    assert "Goedvinden" in client.get(state).text
    assert client.post(allow).headers["Location"] == state
    edition.refresh_from_db()
    assert (edition.reveals, edition.reveals_asked) == (Reveals.NOTHING, "")


def test_saving_something_else_keeps_what_was_asked(desk, programme):
    edition = EditionFactory(programme=programme, reveals=Reveals.HEALTH, reveals_asked=Reveals.GENDER)
    page = desk.get(reverse("desk_editions:edit", args=[edition.pk]))
    shown = page.context["form"]["reveals"].value()
    assert shown == Reveals.GENDER and "Dit wacht op een beheerder" in page.text
    save(desk, edition, reveals=shown, capacity=30)
    assert (edition.capacity, edition.reveals, edition.reveals_asked) == (30, Reveals.HEALTH, Reveals.GENDER)
    save(desk, edition, reveals="health")
    assert (edition.reveals, edition.reveals_asked) == (Reveals.HEALTH, "")


def test_an_edition_stays_with_its_programme(desk, programme, organiser):
    edition = EditionFactory(programme=programme)
    other = ProgrammeFactory(carried_by=programme.lead())
    assert save(desk, edition, programme=other.pk).status_code == 302
    assert edition.programme == programme


def test_an_open_edition_does_not_become_one_for_16_and_17(desk, programme, settings):
    settings.UNDER_18_RULES = []
    edition = OpenEditionFactory(programme=programme)
    assert "VOG-datum bekend" in save(desk, edition, minimum_age=17).context["form"].errors["minimum_age"][0]
    assert (edition.minimum_age, edition.state) == (18, EditionState.OPEN)
    waiting = EditionFactory(programme=programme)
    assert save(desk, waiting, minimum_age=17).status_code == 302 and waiting.minimum_age == 17
    opened = desk.post(f"{reverse('desk_edition_state', kwargs={'key': waiting.key})}open/", follow=True)
    assert "vertrouwenspersonen" in opened.text
