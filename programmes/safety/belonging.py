"""Of which programmes somebody is: whose safeguarding contacts are there for her, and what those are called to her."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from people.models import User
from programmes.models import Application, Participation, Programme, SafeguardingContact


def as_a_participant(user: User) -> Iterable[int]:
    """Who applied, or takes part, or did."""
    applied = Application.objects.of(user).sent().order_by().values_list("edition__programme", flat=True)
    return applied.union(Participation.objects.of(user).order_by().values_list("edition__programme", flat=True))


def programmes_of(user: User) -> set[int]:
    """Ids of all of them, whatever she is there (settings.BELONGING)."""
    return {pk for path in settings.BELONGING for pk in import_string(path)(user)}


def own_programmes(user: User) -> QuerySet[Programme]:
    """With what `Naming` reads of each."""
    told = Programme.objects.with_sensitivity().prefetch_related("carriers__organisation")
    return told.filter(pk__in=programmes_of(user)).order_by("name")


class Naming:
    """What programmes are called to one person. Asked once for a page, however many programmes stand on it.

        naming = Naming(user)
        naming.of(programme)     # "Een programma van Stichting Voorbeeld", to a mentor of one that tells too much

    Where taking part tells of health or origin only who takes part herself reads the name: a mentor never does.
    """

    def __init__(self, user: User) -> None:
        self._taken_part_in = frozenset(as_a_participant(user))

    def is_told(self, programme: Programme) -> bool:
        """Whether she may read the name."""
        return programme.pk in self._taken_part_in or not programme.is_sensitive

    def of(self, programme: Programme) -> str:
        return programme.name if self.is_told(programme) else quiet_name(programme)


def to_choose_between(user: User, programmes: Sequence[Programme]) -> list[tuple[str, str, str]]:
    """Name, who reads a report there ("" but where two are called the same to her), and key.

    Fetch along what `own_programmes` does.
    """
    naming = Naming(user)
    called = {one: naming.of(one) for one in programmes}
    often = Counter(called.values())
    reading = _reading(user, [one for one, name in called.items() if often[name] > 1])
    return sorted((name, ", ".join(reading[one.pk]), str(one.key)) for one, name in called.items())


def _reading(user: User, programmes: Sequence[Programme]) -> dict[int, list[str]]:
    """By programme the contacts who are there now, as they stand on its page."""
    found: dict[int, list[str]] = defaultdict(list)
    if programmes:
        contacts = SafeguardingContact.objects.filter(programme__in=programmes, user__is_active=True)
        named = contacts.exclude(user=user.pk).order_by("display_name").values_list("programme", "display_name")
        for programme, name in named:
            found[programme].append(name)
    return found


def quiet_name(programme: Programme) -> str:
    """Without its name: by the organisation in front, whose other programmes it could be."""
    lead = programme.lead()
    return _("Een programma van %(organisation)s") % {"organisation": lead.name} if lead else _("Een programma")
