"""The menu of the desk says what an organiser does, in words of ours."""

from django.test import RequestFactory
from wagtail.admin.menu import MenuItem

from portal.desk_menu import order_reports, say_pages_as_we_do, way_back


def item(name: str, label: str) -> MenuItem:
    return MenuItem(label, "/", name=name)


def test_the_first_item_leads_back_to_what_waits() -> None:
    first = way_back()
    assert first.url == "/cms/" and first.order < 10


def test_reports_begin_with_the_own_pages_and_leave_out_what_only_a_developer_reads() -> None:
    items = [item("workflow-tasks", "Workflow taken"), item("site-history", "Site geschiedenis")]
    items += [item("page-types-usage", "Pagina type gebruik"), item("nakijken", "Pagina’s nakijken")]
    order_reports(RequestFactory().get("/cms/"), items)
    assert [one.name for one in items] == ["nakijken", "site-history"]
    assert [str(one.label) for one in items] == ["Pagina’s nakijken", "Wie deed wat"]


def test_pages_are_spelled_as_elsewhere() -> None:
    items = [item("explorer", "Pagina's"), item("images", "Afbeeldingen")]
    say_pages_as_we_do(RequestFactory().get("/cms/"), items)
    assert [str(one.label) for one in items] == ["Pagina’s", "Afbeeldingen"]
