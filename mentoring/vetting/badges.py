""" "Raadslid, gecontroleerd": that an office was looked at, told as roughly as what else is told of a mentor."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Body
from mentoring.models import HeldOffice, Mentor
from mentoring.models.mentor import MentorQuerySet
from mentoring.pseudonyms import FIT_AT_LEAST, Facts
from programmes.choices import Office

NOW: dict[str, Promise] = {
    Office.COUNCIL: gettext_lazy("raadslid"),
    Office.STATES: gettext_lazy("Statenlid"),
    Office.WATER_BOARD: gettext_lazy("lid van een waterschapsbestuur"),
    Office.EXECUTIVE: gettext_lazy("wethouder of burgemeester"),
}
BEFORE: dict[str, Promise] = {
    Office.COUNCIL: gettext_lazy("oud-raadslid"),
    Office.STATES: gettext_lazy("oud-Statenlid"),
    Office.WATER_BOARD: gettext_lazy("oud-lid van een waterschapsbestuur"),
    Office.EXECUTIVE: gettext_lazy("oud-wethouder of oud-burgemeester"),
}


@dataclass(frozen=True)
class Badge:
    """Which office, whether it is over, and in which year's result it was found (None: in another way, or not told)."""

    office: str
    is_over: bool = False
    year: int | None = None

    def in_words(self, where: str = "") -> str:
        noun = str((BEFORE if self.is_over else NOW)[self.office])
        if where:
            noun = _("%(office)s (%(where)s)") % {"office": noun, "where": where}
        if self.year:
            return _("%(office)s, gekozen in %(year)s, gecontroleerd") % {"office": noun, "year": self.year}
        return _("%(office)s, gecontroleerd") % {"office": noun}


def badge_told(mentor: Mentor, facts: Facts, *, by_name: bool) -> str:
    """To who reads no more of her than `facts`; "" when nothing was checked, or when too few fit all of it.

    Of one who shows her name: the body too. One query, and two more by name.
    """
    if mentor.office_checked_on is None:
        return ""
    rows = _checked(Mentor.objects.admitted().filter(programme=mentor.programme_id))
    own = next((badge for pk, badge, _facts in rows if pk == mentor.pk), None)
    if own is None:
        return ""
    if by_name:
        return own.in_words(place_of(HeldOffice.objects.filter(user=mentor.user_id).first()))
    alike = [badge for _pk, badge, other in rows if facts.fit(other)]
    for told in (own, Badge(own.office, own.is_over)):
        if sum(told.year in (None, badge.year) and _same(told, badge) for badge in alike) >= FIT_AT_LEAST:
            return told.in_words()
    return ""


def badge_of(mentor: Mentor, held: HeldOffice | None, where: str) -> str:
    """All of it: for herself and for the desk. `where` is the title of the body, asked once for all that she is."""
    if held is None or mentor.office_checked_on is None:
        return ""
    return Badge(held.office, held.until is not None, mentor.office_year).in_words(where)


def place_of(held: HeldOffice | None) -> str:
    """The body by its title; "" when there is none (any more)."""
    body = Body.objects.filter(slug=held.place).first() if held else None
    return body.title if body else ""


def _same(one: Badge, other: Badge) -> bool:
    return (one.office, one.is_over) == (other.office, other.is_over)


def _checked(mentors: MentorQuerySet) -> list[tuple[int, Badge, Facts]]:
    person, profile = "user__held_office__", "user__mentor_profile__"
    rows = mentors.filter(office_checked_on__isnull=False, user__held_office__isnull=False).values_list(
        *("pk", "office_year", f"{person}office", f"{person}years"),
        *(f"{profile}province", f"{profile}offices", f"{profile}topics"),
    )
    return [
        (pk, Badge(office, bool(years.partition("-")[2]), year), Facts(province or "", _some(offices), _some(topics)))
        for pk, year, office, years, province, offices, topics in rows
    ]


def _some(values: list[str] | None) -> tuple[str, ...]:
    return tuple(values or ())
