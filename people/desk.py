"""Who may enter the desk at /cms/: a role opens the door, no group of permissions has to be kept in step."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.module_loading import import_string

ACCESS = "wagtailadmin.access_admin"


def may_enter(user: AbstractBaseUser | AnonymousUser) -> bool:
    """By role alone: being a superuser opens nothing here."""
    return bool(user.is_authenticated and user.is_active) and any(
        import_string(path)(user) for path in settings.DESK_DOORS
    )


class RoleBackend(BaseBackend):
    """Gives Wagtail's own question ("may this person enter?") our answer; signs nobody in."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return perm == ACCESS and obj is None and may_enter(user_obj)
