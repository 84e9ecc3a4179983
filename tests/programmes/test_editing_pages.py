"""Pages of programmes at the desk: made from nothing, edited by who carries them, read by a colleague first."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Page

from lifecycle.models import JournalLine
from people.models import Membership, Organisation, User
from programmes.editing.making import make_pages
from programmes.editing.rights import editors_of, keep_in_step, lay_all_rights, lay_rights
from programmes.models import Carrier, Programme, ProgrammeIndexPage, ProgrammePage
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.programmes import ProgrammeFactory
from tests.laid import laid
from tests.programmes.desk_forms import filled, programme_values
from tests.programmes.page_editor import as_form, colleague_of, editor, made, programme, stranger, submit
from tests.signing_in import sign_in

__all__ = ["laid", "programme", "stranger"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

NEW = "desk_programmes:add"


# From nothing ------------------------------------------------------------------------------------


def test_a_new_programme_comes_with_a_draft_in_each_language(client: Client) -> None:
    organiser = MembershipFactory().user
    sign_in(client, organiser)
    organisation = organiser.memberships.get().organisation
    values = filled(
        programme_values(name="Nieuw geluid", slug=""),
        carriers=[{"organisation": organisation.pk, "order": 0, "is_lead": "on"}],
    )
    answer = client.post(reverse(NEW), values)
    programme = Programme.objects.get(name="Nieuw geluid")
    pages = ProgrammePage.objects.filter(programme=programme)
    assert programme.slug == "nieuw-geluid"
    assert {(page.locale.language_code, page.slug, page.live, page.owner) for page in pages} == {
        ("nl", "nieuw-geluid", False, organiser),
        ("en", "nieuw-geluid", False, organiser),
    }
    assert len({page.translation_key for page in pages}) == 1
    assert answer["Location"] == editor(pages.get(locale__language_code="nl"))
    assert client.get(answer["Location"]).status_code == 200
    assert client.get("/programmas/nieuw-geluid/").status_code == 404
    assert set(JournalLine.objects.filter(verb="make_page").values_list("actor", flat=True)) == {organiser.journal_key}


def test_the_form_begins_with_the_own_organisation_in_front(client: Client) -> None:
    membership = MembershipFactory()
    form = sign_in(client, membership.user).get(reverse(NEW)).context["form"]
    row = form.formsets["carriers"].forms[0]
    assert (row["organisation"].value(), row["is_lead"].value()) == (membership.organisation_id, True)


def test_a_short_name_that_exists_is_refused_in_words_and_nothing_typed_is_lost(desk: Client, organiser: User) -> None:
    carriers = [{"organisation": organiser.memberships.get().organisation_id, "order": 0, "is_lead": "on"}]
    values = programme_values(name="Een heel andere naam", slug="samen-de-raad-in")
    page = desk.post(reverse(NEW), filled(values, carriers=carriers)).text
    assert "De korte naam “samen-de-raad-in” is al van een ander programma. Kies een andere." in page
    assert "Een heel andere naam" in page and not Programme.objects.filter(name="Een heel andere naam").exists()


def test_the_address_of_a_page_that_exists_is_refused_in_words(desk: Client, programme: Programme, organiser: User):
    page = made(programme, organiser)
    other = ProgrammePage(programme=ProgrammeFactory(), title="Bestaat al", slug="bestaat-al", locale=page.locale)
    ProgrammeIndexPage.objects.get(locale=page.locale).add_child(instance=other)
    answer = submit(desk, page, slug="bestaat-al", title="Mijn nieuwe titel")
    assert answer.status_code == 200 and "Mijn nieuwe titel" in answer.text
    assert "Dit adres is al van een andere pagina" in answer.text
    assert answer.context["form"].errors.keys() == {"slug"}


def test_a_page_takes_another_address_when_one_that_was_renamed_took_it(programme: Programme, organiser: User) -> None:
    index = ProgrammeIndexPage.objects.get(locale__language_code="nl")
    index.add_child(
        instance=ProgrammePage(programme=ProgrammeFactory(), title="X", slug=programme.slug, locale=index.locale)
    )
    assert made(programme, organiser).slug == "samen-de-raad-in-2"


def test_making_the_page_again_changes_nothing(programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    assert made(programme, organiser) == page
    assert ProgrammePage.objects.filter(programme=programme).count() == 2
    assert JournalLine.objects.filter(verb="make_page").count() == 2


def test_saving_the_facts_leaves_a_page_that_was_deleted_away(programme: Programme, organiser: User) -> None:
    made(programme, organiser)
    ProgrammePage.objects.get(programme=programme, locale__language_code="en").delete()
    made(programme, organiser)
    assert ProgrammePage.objects.filter(programme=programme).count() == 1


def test_nobody_makes_the_page_of_others(programme: Programme) -> None:
    for role in (Membership.Role.ORGANISER, Membership.Role.PUBLISHER):
        with pytest.raises(PermissionDenied):
            make_pages(programme, by=MembershipFactory(role=role).user)
    with pytest.raises(PermissionDenied):
        make_pages(programme, by=MembershipFactory(organisation=programme.lead(), role="publisher").user)
    assert not ProgrammePage.objects.filter(programme=programme).exists()


# Whose it is -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Membership.Role.values)
def test_who_carries_it_edits_it_and_no_more(client: Client, programme: Programme, organiser: User, role: str) -> None:
    page = made(programme, organiser)
    sign_in(client, colleague_of(organiser, role))
    assert client.get(editor(page)).status_code == 200
    for act in ("unpublish", "privacy"):
        assert client.get(f"/cms/pages/{page.pk}/{act}/").status_code in (302, 404), act
    for index in ProgrammeIndexPage.objects.all():
        assert client.get(f"/cms/pages/add/programmes/programmepage/{index.pk}/").status_code in (302, 404)
        assert client.get(editor(index)).status_code in (302, 404)


def test_a_press_on_publish_only_saves(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    colleague_of(organiser)
    desk.post(editor(page), as_form(desk, page, **{"action-publish": "action-publish", "title": "Stiekem"}))
    page.refresh_from_db()
    assert not page.live and page.get_latest_revision_as_object().title == "Stiekem"


def test_others_do_not_open_it(stranger: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    answer = stranger.get(editor(page))
    assert answer.status_code in (302, 404) and programme.name not in answer.content.decode()


def test_a_role_that_is_taken_away_works_at_once(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    assert desk.get(editor(page)).status_code == 200
    MembershipFactory(user=organiser)  # a role elsewhere still opens the desk
    organiser.memberships.filter(organisation__carries__programme=programme).delete()
    assert desk.get(editor(page)).status_code in (302, 404)


def test_who_enters_holds_the_groups_of_her_roles_and_keeps_others(organiser: User, programme: Programme) -> None:
    mine, other = editors_of(programme.lead()), editors_of(OrganisationFactory())
    role = Group.objects.get(name="administrator")
    organiser.groups.set([other.group, role])
    keep_in_step(organiser)
    assert set(organiser.groups.all()) == {mine.group, role}


def test_a_carrier_that_joins_edits_and_one_that_left_does_not(programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    joining = Carrier.objects.create(programme=programme, organisation=OrganisationFactory(), order=2)
    lay_rights(programme)
    assert _editors(page) == {programme.lead(), joining.organisation}
    programme.carriers.filter(is_lead=True).delete()
    lay_rights(programme)
    assert _editors(page) == {joining.organisation}
    lay_rights(programme)
    assert GroupPagePermission.objects.filter(page=page).count() == 1


def _editors(page: Page) -> set[Organisation]:
    rights = GroupPagePermission.objects.filter(page=page)
    assert set(rights.values_list("permission__codename", flat=True)) == {"change_page"}
    return {right.group.editors.organisation for right in rights}


def test_set_up_gives_rights_where_there_were_none(programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    GroupPagePermission.objects.filter(page=page).delete()
    assert lay_all_rights() == 0
    assert _editors(page) == {programme.lead()}


def test_an_organisation_has_a_folder_under_its_name_that_follows() -> None:
    organisation = OrganisationFactory(name="Eerste naam")
    folder = editors_of(organisation).collection
    organisation.name = "Tweede naam"
    assert editors_of(organisation).collection == folder
    assert Collection.objects.get(pk=folder.pk).name == "Tweede naam"
    assert folder.depth == 2


def test_a_programme_stays_that_of_its_page(desk: Client, programme: Programme, organiser: User) -> None:
    page = made(programme, organiser)
    other = ProgrammeFactory(carried_by=programme.lead())
    submit(desk, page, programme=other.pk)
    assert page.get_latest_revision_as_object().programme == programme
