"""`manage.py set_up`: what it lays, and that it leaves alone what is there."""

import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
)

from home.models import HomePage, StandardPage
from outcomes.models import NationalFigure
from people.models import ConsentText, HelpRecord
from portal.content.parts import _LINK, FixedPage, strings
from portal.content.tree import FIXED_PAGES
from portal.set_up import set_up
from programmes.models import ColleagueApproval, ProgrammeIndexPage
from tests.home.test_words_are_plain import every_page

pytestmark = pytest.mark.django_db


def addresses(pages: tuple[FixedPage, ...], above: str = "/") -> list[str]:
    found = []
    for page in pages:
        here = f"{above}{page.slug}/"
        found += [here, *addresses(page.children, here)]
    return found


FIXED = ["/", *addresses(FIXED_PAGES)]
# Named in the contracts: fixed even if someone takes a page out of the tree.
PROMISED = [
    "/programmas/", "/verhalen/", "/kennis/", "/voor-partijen/", "/vraag-iemand/", "/mentor-worden/", "/algoritme/",
    "/toegankelijkheid/", "/privacy/", "/cookies/", "/contact/", "/over-deze-site/", "/kwetsbaarheid-melden/",
]  # fmt: skip


def test_every_fixed_address_answers_in_both_languages(laid: None, client: Client) -> None:
    for address in [*FIXED, *PROMISED]:
        for language in ("nl", "en"):
            response = client.get(address if language == "nl" else f"/en{address}")
            assert response.status_code == 200, (language, address)
            assert f'<html lang="{language}"' in response.content.decode()


def test_links_of_fixed_pages_lead_somewhere_and_stay_in_the_language(laid: None, client: Client) -> None:
    """Followed once each; what is behind the login answers with a redirect to it."""
    found: set[str] = set()
    for address in FIXED:
        for prefix in ("", "/en"):
            html = client.get(f"{prefix}{address}").content.decode()
            main = html[html.index("<main") : html.index("</main>")]
            local = set(re.findall(r'href="(/[^"#?]*)', main))
            assert not [link for link in local if link.startswith("/en/") != (prefix == "/en")], (prefix, address)
            found |= local
    assert len(found) > 40
    assert not [link for link in sorted(found) if client.get(link).status_code not in (200, 302)]


def test_every_fixed_word_reaches_the_reader(laid: None, client: Client) -> None:
    """Wagtail drops what it cannot read of a stored body without a word."""
    for page in StandardPage.objects.filter(
        slug__in=["rechtspositie", "voor-partijen", "mentor-worden", "woordenlijst"]
    ):
        html = re.sub(r"<[^>]+>", "", unescape(client.get(page.url).content.decode()))
        fixed = next(fixed for fixed in every_page(FIXED_PAGES) if fixed.slug == page.slug)
        shown = [_LINK.sub(r"\1", words) for words in strings(fixed.words(page.locale.language_code)) if words]
        assert not [words for words in shown if words not in html]


def test_running_it_again_changes_nothing(laid: None) -> None:
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "latest_revision_id"))
    assert set_up() == {}
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "latest_revision_id")) == before


def test_what_an_editor_changed_stays(laid: None) -> None:
    page = StandardPage.objects.get(slug="cookies", locale__language_code="nl")
    page.title, page.slug = "Koekjes", "koekjes"
    page.save_revision().publish()
    HelpRecord.objects.filter(slug="politie").update(text="Nieuwe tekst.")
    NationalFigure.objects.filter(key="women-councillors").update(value="34 %")
    set_up()
    assert (
        StandardPage.objects.filter(locale__language_code="nl", slug__in=["cookies", "koekjes"]).get().title
        == "Koekjes"
    )
    assert HelpRecord.objects.get(slug="politie").text == "Nieuwe tekst."
    assert NationalFigure.objects.get(key="women-councillors").value == "34 %"


def test_what_went_missing_comes_back(laid: None, client: Client) -> None:
    StandardPage.objects.get(slug="privacy", locale__language_code="en").delete()
    assert set_up() == {"pages": 1}
    assert client.get("/en/privacy/").status_code == 200


def test_the_command_says_what_it_made(laid: None, capsys: pytest.CaptureFixture[str]) -> None:
    HelpRecord.objects.filter(audience="everyone").delete()
    call_command("set_up")
    assert json.loads(capsys.readouterr().out) == {"help records": 2}


def test_the_site_is_ours_and_wagtails_welcome_is_gone(laid: None) -> None:
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("localhost", 8000, True)
    assert isinstance(site.root_page.specific, HomePage)
    assert {page.specific_class for page in Page.objects.filter(depth=2)} == {HomePage}
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"nl", "en"}


def test_the_site_moves_along_to_another_port(laid: None, settings) -> None:
    settings.SITE_ADDRESS = "http://localhost:8866"
    assert set_up() == {"site": 1}
    assert Site.objects.get().port == 8866


def test_the_two_languages_are_translations_of_each_other(laid: None) -> None:
    for page in StandardPage.objects.filter(locale__language_code="nl"):
        other = page.get_translation(Locale.objects.get(language_code="en"))
        assert other.slug == page.slug
        assert other.url == f"/en{page.url}"


def test_every_body_is_what_the_editor_would_accept(laid: None) -> None:
    for page in StandardPage.objects.all():
        for part in page.body:
            part.block.clean(part.value)


def test_nobody_holds_the_root_page_or_the_root_collection(laid: None) -> None:
    assert not GroupPagePermission.objects.filter(page__depth=1).exists()
    root = Collection.get_first_root_node()
    assert not GroupCollectionPermission.objects.filter(collection=root).exists()


def test_nobody_may_add_pages_among_the_programmes_of_others(laid: None) -> None:
    """Whoever has `add` on the index sees everyone's drafts below it."""
    index = Page.objects.filter(slug="programmas")
    above = [page for one in index for page in one.get_ancestors(inclusive=True)]
    assert not GroupPagePermission.objects.filter(page__in=above, permission__codename="add_page").exists()


def test_the_groups_are_the_two_roles_without_an_organisation_and_none_opens_the_cms(laid: None) -> None:
    """A role opens the desk; a permission kept beside it would stay when the role ends."""
    assert set(Group.objects.values_list("name", flat=True)) == {"administrator", "ministry"}
    assert not Permission.objects.filter(codename="access_admin", group__isnull=False).exists()


def test_wagtails_own_approval_is_off_and_a_colleague_looks_along_with_programmes(laid: None) -> None:
    workflow = Workflow.objects.get(active=True)
    assert [task.specific_class for task in workflow.tasks] == [ColleagueApproval]
    assert {row.page.specific_class for row in WorkflowPage.objects.all()} == {ProgrammeIndexPage}
    assert WorkflowPage.objects.count() == 2


def test_help_says_for_whom_and_starts_with_what_everyone_may_use(laid: None) -> None:
    records = list(HelpRecord.objects.all())
    assert [record.slug for record in records[:2]] == ["112", "politie"]
    audiences = [record.audience for record in records]
    assert audiences == sorted(audiences, key=lambda audience: audience != "everyone")
    assert all(record.checked_on for record in records)
    assert {record.phone for record in records} == {"", "112", "0900-8844"}


def test_consent_is_worded_for_each_purpose(laid: None) -> None:
    assert {"application_reveals", "follow_up_after_election", "party_data"} <= set(
        ConsentText.objects.values_list("purpose", flat=True)
    )
    assert all(text.text and text.text_en for text in ConsentText.objects.all())
