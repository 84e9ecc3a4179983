from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from people.models import User
from programmes import policies


class DeskPolicy(BasePermissionPolicy):
    """Wagtail's questions about a model, answered by our policies and by `visible_to`, not by groups."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return policies.has_a_desk(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.model._default_manager.visible_to(user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Sequence[str], instance: Any) -> bool:
        return self.user_has_permission_for_instance(user, "", instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Sequence[str]) -> QuerySet:
        return self.model._default_manager.visible_to(user)

    def users_with_any_permission(self, actions: Sequence[str]) -> QuerySet:
        """Nobody is listed: who may is a question about one person at a time."""
        return User.objects.none()
