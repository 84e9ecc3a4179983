"""The two roles that are groups, and what the administrator's may do in the CMS.

Entering it takes no permission: a role opens the desk (docs/decisions/0006), and the ministry's does not.
Nobody has rights on the root page or the root collection: what hangs below would show everyone's drafts and files.
An organisation's own part of the tree and its files are given by the action that makes its programme.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from home.models import HomePage
from people.roles import ADMINISTRATOR, MINISTRY
from portal.set_up.pages import key_of
from portal.set_up.report import Report
from programmes.editing.rights import lay_all_rights

WAGTAILS_OWN = ["Moderators", "Editors"]

SITE_COLLECTION = "Site"


def lay_groups(homes: dict[str, HomePage], report: Report) -> None:
    _retire_wagtails_own(report)
    for name in (MINISTRY, ADMINISTRATOR):
        group, made = Group.objects.get_or_create(name=name)
        report.made("groups", made)
        if name == ADMINISTRATOR and made:
            _lay_administrator(group, homes)


def lay_editors(report: Report) -> None:
    """For programmes that were there before their organisations had rights on their pages."""
    report.made("editors", lay_all_rights())


def _retire_wagtails_own(report: Report) -> None:
    for group in Group.objects.filter(name__in=WAGTAILS_OWN):
        GroupPagePermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.filter(group=group).delete()
        if not group.user_set.exists():
            group.delete()
        report.made("groups retired")


def _lay_administrator(group: Group, homes: dict[str, HomePage]) -> None:
    """Administrators keep the fixed pages; new ones only below knowledge and campaigns: those are the site's own.

    Records need no permission here: their screens ask for the role (people.administration).
    """
    for home in homes.values():
        for verb in ("change", "publish"):
            _allow_page(group, home, verb)
    for page in Page.objects.filter(translation_key__in=[key_of("/kennis/"), key_of("/campagne/")]):
        _allow_page(group, page, "add")
    collection = Collection.objects.filter(name=SITE_COLLECTION).first() or Collection.get_first_root_node().add_child(
        name=SITE_COLLECTION
    )
    for permission in _permissions("wagtailimages.image", ["add", "change", "choose"]) | _permissions(
        "wagtaildocs.document", ["add", "change", "choose"]
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _permissions(label: str, verbs: list[str]):
    app, model = label.split(".")
    return Permission.objects.filter(
        content_type__app_label=app,
        content_type__model=model,
        codename__in=[f"{verb}_{model}" for verb in verbs],
    )


def _allow_page(group: Group, page: Page, verb: str) -> None:
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
    GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
