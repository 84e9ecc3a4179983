"""What this floor holds about a person: the steps that the figures count, and what she said of herself for them."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from outcomes.models import CountedCell, FunnelFact, FunnelPerson, GoneSince
from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Application, Participation


def export(user: User) -> dict[str, Any]:
    person = FunnelPerson.objects.of(user).first()
    if person is None:
        return {"figures": None}
    return {
        "figures": {
            "gender": person.get_gender_display(),
            "birth_year": person.birth_year,
            "province": person.province,
            "rounding_key": person.rounding_key,
            "steps": [_fact(fact) for fact in person.facts.select_related("programme", "edition").order_by("pk")],
            "counted_in": list(person.counted_in.order_by("pk").values("table", "row", "cell")),
        }
    }


def _fact(fact: FunnelFact) -> dict[str, Any]:
    return {
        "programme": fact.programme.name,
        "edition": fact.edition.name if fact.edition else "",
        "step": fact.get_step_display(),
        "happened_on": fact.happened_on,
        "source": fact.source,
        "office": fact.get_office_display(),
    }


def erase(user: User) -> None:
    """Facts and key go. What is published stays, and the row remembers that one is gone: no more than that."""
    forget(FunnelPerson.objects.of(user))


def forget(persons: "QuerySet[FunnelPerson]") -> None:
    """Delete these people of the figures; each counts as gone in every row where they stood."""
    places = CountedCell.objects.filter(person__in=persons).order_by()
    for place in places.values("table", "row").annotate(gone=Count("pk")):
        row, _made = GoneSince.objects.get_or_create(table=place["table"], row=place["row"])
        GoneSince.objects.filter(pk=row.pk).update(count=F("count") + place["gone"])
    persons.delete()


def _nothing_left(before: datetime) -> "QuerySet[FunnelPerson]":
    """Whose applications and participations are gone: from then on only the steps stay, of nobody in particular."""
    applications = Application.objects.filter(user=OuterRef("user"))
    participations = Participation.objects.filter(user=OuterRef("user"))
    facts = FunnelFact.objects.filter(person=OuterRef("pk"))
    return FunnelPerson.objects.filter(
        ~Exists(applications), ~Exists(participations), Exists(facts), user__isnull=False
    )


def _cut_loose(persons: "QuerySet[FunnelPerson]") -> int:
    return persons.update(user=None)


OUTCOMES = PersonalData(
    title=_("Cijfers"),
    models=("outcomes.FunnelPerson", "outcomes.FunnelFact", "outcomes.CountedCell"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "figures_tie",
            timedelta(days=1),
            _("de band tussen jou en de cijfers, als je aanmelding en deelname weg zijn"),
            _nothing_left,
            remove=_cut_loose,
        ),
    ),
    words={
        "figures": _("Voor de cijfers"),
        "gender": _("Gender"),
        "birth_year": _("Geboortejaar"),
        "province": _("Provincie"),
        "rounding_key": _("Getal waarmee wij afronden"),
        "steps": _("Stappen"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "step": _("Stap"),
        "happened_on": _("Dag"),
        "source": _("Hoe je ons vond"),
        "office": _("Voor welk ambt"),
        "counted_in": _("Waar je bent meegeteld"),
        "table": _("Tabel"),
        "row": _("Rij"),
        "cell": _("Vak"),
    },
)
