"""A page that is on the site goes off it, and back on as it was approved: for who runs the programme."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import User
from people.roles import Visitor
from programmes.editing.approval import works_alone
from programmes.models import ProgrammePage
from programmes.policies import organises, require

TAKEN_OFF = "wagtail.unpublish"


def can_run_page(user: Visitor, page: ProgrammePage) -> bool:
    """Its organisers. Who only writes pages takes none off, unless nobody else is there to do it."""
    return organises(user, page.programme) or (user.is_authenticated and works_alone(user, page))


def can_take_off(user: Visitor, page: ProgrammePage) -> bool:
    return page.live and can_run_page(user, page)


def can_put_back(user: Visitor, page: ProgrammePage) -> bool:
    """Not while a colleague looks along: her answer puts the newer version there."""
    may = not page.live and not page.workflow_in_progress and can_run_page(user, page)
    return may and version_before(page) is not None


def version_before(page: ProgrammePage) -> Revision | None:
    """What stood on the site when somebody took it off. A later draft is not what a colleague approved."""
    moves = Q(action__startswith="wagtail.publish") | Q(action__startswith=TAKEN_OFF)
    last = PageLogEntry.objects.filter(moves, page=page).order_by("timestamp", "pk").last()
    is_by_hand = last is not None and last.action == TAKEN_OFF
    return Revision.objects.filter(pk=last.revision_id).first() if is_by_hand else None


@transaction.atomic
def take_off(page: ProgrammePage, *, by: User) -> ProgrammePage:
    """At once, also while a colleague looks along at what comes next. Refused for what is off already."""
    page = _locked(page, by)
    if not page.live:
        raise Refused(_("Deze pagina staat niet meer op de site."))
    stood = page.live_revision or (None if page.latest_revision_id else page.save_revision(user=by, changed=False))
    UnpublishPageAction(page, user=by, log_action=False).execute(skip_permission_checks=True)
    log(instance=page, action=TAKEN_OFF, user=by, revision=stood)
    record(page, "take_off_page", by=by, programme=page.programme.key)
    return page


@transaction.atomic
def put_back(page: ProgrammePage, *, by: User) -> ProgrammePage:
    """The version that was approved and stood there, without asking a colleague again."""
    page = _locked(page, by)
    stood = version_before(page)
    if page.live:
        raise Refused(_("Deze pagina staat al op de site."))
    if stood is None or page.workflow_in_progress:
        raise Refused(_("Vraag een collega om mee te kijken. Daarna staat de pagina op de site."))
    stood.publish(user=by, skip_permission_checks=True)
    record(page, "put_back_page", by=by, programme=page.programme.key)
    page.refresh_from_db()
    return page


def _locked(page: ProgrammePage, by: User) -> ProgrammePage:
    Page.objects.select_for_update().get(pk=page.pk)  # as an approval does
    locked = ProgrammePage.objects.select_related("programme").get(pk=page.pk)
    require(can_run_page(by, locked))
    return locked
