"""Of which programmes somebody is: whose safeguarding contacts are there for her."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from people.models import User
from programmes.models import Application, Participation, Programme


def as_a_participant(user: User) -> Iterable[int]:
    """Who applied, or takes part, or did."""
    applied = Application.objects.of(user).sent().order_by().values_list("edition__programme", flat=True)
    return applied.union(Participation.objects.of(user).order_by().values_list("edition__programme", flat=True))


def programmes_of(user: User) -> set[int]:
    """Ids of all of them, whatever she is there (settings.BELONGING)."""
    return {pk for path in settings.BELONGING for pk in import_string(path)(user)}


def own_programmes(user: User) -> QuerySet[Programme]:
    return Programme.objects.filter(pk__in=programmes_of(user)).order_by("name")
