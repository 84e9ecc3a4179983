"""Who may edit which page, in the words that Wagtail understands: groups, and what they may on pages and folders.

An organisation has one group and one folder for its pictures and papers. Its group may edit the pages of the programmes
that it carries, and nothing above them: whoever may add below an index sees everyone's drafts there.
Publishing is no right of a group. A colleague's approval publishes (programmes.editing.approval).
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from people.models import Membership, Organisation, User
from programmes.models import EditorsGroup, Programme, ProgrammePage

ON_A_PAGE = ["change_page"]
IN_THE_FOLDER = {
    "wagtailimages": ["add_image", "change_image", "choose_image"],
    "wagtaildocs": ["add_document", "change_document", "choose_document"],
}


@transaction.atomic
def editors_of(organisation: Organisation) -> EditorsGroup:
    """The group and the folder of an organisation, made when they are not there."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    known = EditorsGroup.objects.filter(organisation=organisation).select_related("collection", "group").first()
    if known is None:
        group, _made = Group.objects.get_or_create(name=f"editors-{organisation.key}")
        root = Collection.objects.select_for_update().get(depth=1)
        collection = root.add_child(instance=Collection(name=organisation.name))
        known = EditorsGroup.objects.create(organisation=organisation, group=group, collection=collection)
        GroupCollectionPermission.objects.bulk_create(
            GroupCollectionPermission(group=group, collection=collection, permission=permission)
            for app, names in IN_THE_FOLDER.items()
            for permission in Permission.objects.filter(content_type__app_label=app, codename__in=names)
        )
    elif known.collection.name != organisation.name:
        known.collection.name = organisation.name
        known.collection.save(update_fields=["name"])
    return known


@transaction.atomic
def lay_rights(programme: Programme) -> None:
    """The pages of a programme are edited by who carries it now, and by nobody who carried it before."""
    groups = {
        editors_of(carrier.organisation).group_id for carrier in programme.carriers.select_related("organisation")
    }
    pages = set(ProgrammePage.objects.filter(programme=programme).values_list("pk", flat=True))
    permissions = list(Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=ON_A_PAGE))
    held = GroupPagePermission.objects.filter(page__in=pages, group__editors__isnull=False)
    held.exclude(group__in=groups).delete()
    there = set(held.values_list("group_id", "page_id", "permission_id"))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group_id=group, page_id=page, permission=permission)
        for group in groups
        for page in pages
        for permission in permissions
        if (group, page, permission.pk) not in there
    )


def lay_all_rights(programmes: Iterable[Programme] | None = None) -> int:
    """For what was made before there were rights, or beside them; how many groups were new."""
    before = EditorsGroup.objects.count()
    for programme in Programme.objects.all() if programmes is None else programmes:
        lay_rights(programme)
    return EditorsGroup.objects.count() - before


def keep_in_step(user: User) -> None:
    """The groups of this person are those of the organisations in which she has a role, now.

    Asked each time that she enters the desk: a role that was given or taken away works at once, whoever did it.
    """
    held = User.groups.through.objects.filter(user=user.pk, group=OuterRef("group"))
    role = Membership.objects.filter(user=user.pk, organisation=OuterRef("organisation"))
    groups = EditorsGroup.objects.annotate(is_held=Exists(held), is_due=Exists(role))
    for group, is_due in groups.exclude(is_held=F("is_due")).values_list("group", "is_due"):
        (user.groups.add if is_due else user.groups.remove)(group)
