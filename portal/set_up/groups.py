"""Groups and what they may do in the CMS.

Nobody has rights on the root page or the root collection: what hangs below would show everyone's drafts and files.
An organisation's own part of the tree and its files are given by the action that makes its programme.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from home.models import HomePage
from people.roles import ADMINISTRATOR, MINISTRY
from portal.set_up.pages import key_of
from portal.set_up.report import Report

ORGANISERS, PUBLISHERS = "organisers", "publishers"
WITH_CMS = [ADMINISTRATOR, ORGANISERS, PUBLISHERS]  # the ministry sees published figures only, never the CMS
WAGTAILS_OWN = ["Moderators", "Editors"]

SITE_COLLECTION = "Site"


def lay_groups(homes: dict[str, HomePage], report: Report) -> None:
    _retire_wagtails_own(report)
    for name in (MINISTRY, ADMINISTRATOR, ORGANISERS, PUBLISHERS):
        group, made = Group.objects.get_or_create(name=name)
        report.made("groups", made)
        if name in WITH_CMS:
            _allow(group, "wagtailadmin.admin", ["access"], report)
        if name == ADMINISTRATOR and made:
            _lay_administrator(group, homes)


def _retire_wagtails_own(report: Report) -> None:
    for group in Group.objects.filter(name__in=WAGTAILS_OWN):
        GroupPagePermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.filter(group=group).delete()
        if not group.user_set.exists():
            group.delete()
        report.made("groups retired")


def _lay_administrator(group: Group, homes: dict[str, HomePage]) -> None:
    """Administrators keep the fixed pages; new pages only below knowledge, where every page is the site's own.

    Records need no permission here: their screens ask for the role (people.administration).
    """
    for home in homes.values():
        for verb in ("change", "publish"):
            _allow_page(group, home, verb)
    for page in Page.objects.filter(translation_key=key_of("/kennis/")):
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


def _allow(group: Group, label: str, verbs: list[str], report: Report) -> None:
    held = set(group.permissions.values_list("pk", flat=True))
    missing = [permission for permission in _permissions(label, verbs) if permission.pk not in held]
    group.permissions.add(*missing)
    report.made("permissions", len(missing))


def _allow_page(group: Group, page: Page, verb: str) -> None:
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
    GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
