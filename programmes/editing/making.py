"""A page for a programme, in each language of the site: drafts that nobody sees but who carries it."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from lifecycle.journal import record
from people.models import User
from programmes.editing.rights import lay_rights
from programmes.models import Programme, ProgrammeIndexPage, ProgrammePage
from programmes.policies import can_manage_programme, require


@transaction.atomic
def make_pages(programme: Programme, *, by: User) -> ProgrammePage | None:
    """The page to begin with; None where the site has no list of programmes. What is there already stays as it is."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    require(can_manage_programme(by, programme))
    if not ProgrammePage.objects.filter(programme=programme).exists():
        together = uuid4()
        for locale in Locale.objects.order_by("pk"):
            _make_page(programme, locale, together, by)
    lay_rights(programme)
    return page_to_edit(programme)


def page_to_edit(programme: Programme) -> ProgrammePage | None:
    """In the language of whoever looks, or else the first."""
    pages = list(ProgrammePage.objects.filter(programme=programme).select_related("locale").order_by("pk"))
    spoken = [page for page in pages if page.locale.language_code == get_language()]
    return next(iter([*spoken, *pages]), None)


def _make_page(programme: Programme, locale: Locale, together: object, by: User) -> None:
    index = ProgrammeIndexPage.objects.filter(locale=locale).first()
    if index is None:
        return
    Page.objects.select_for_update().get(pk=index.pk)  # two pages at one moment would get one place in the tree
    index.refresh_from_db()
    page = ProgrammePage(
        programme=programme,
        title=programme.name,
        slug=_free_slug(index, programme.slug),
        locale=locale,
        translation_key=together,
        owner=by,
        live=False,
        has_unpublished_changes=True,
    )
    index.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    record(page, "make_page", by=by, programme=programme.key)


def _free_slug(index: ProgrammeIndexPage, wanted: str) -> str:
    """A page that was renamed may have taken it."""
    taken = set(index.get_children().values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in [wanted, *numbered] if slug not in taken)
