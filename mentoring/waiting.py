"""Why somebody who takes part has no mentor yet: nobody waits without knowing why.

why_waiting(participation)  # Waiting("asked", "Wij vroegen een mentor. …", "/mijn/voorstel/…/", "Bekijk het voorstel")
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentoring.matching import load_weights
from mentoring.models import Match, Mentor, Round
from mentoring.models.pairing_rules import rules_kept_with
from mentoring.pool import explain, new_to, offered_by, with_room
from mentoring.proposals import day_in_words
from mentoring.states import MATCH
from programmes.models import Hidden, Participation
from programmes.safety.threat import is_threatened


class Why(TextChoices):
    """As the desk reads it; what she reads herself stands below."""

    CONSENT = "consent", gettext_lazy("geeft nog geen toestemming")
    HIDDEN = "hidden", gettext_lazy("wil nu niet gevonden worden")
    PROFILE = "profile", gettext_lazy("profiel is nog niet af")
    ANSWER = "answer", gettext_lazy("moet zelf nog antwoorden")
    ASKED = "asked", gettext_lazy("wacht op een mentor")
    PREPARING = "preparing", gettext_lazy("staat in een koppelronde")
    NO_ROOM = "no_room", gettext_lazy("geen mentor heeft plek")
    NO_FIT = "no_fit", gettext_lazy("geen mentor met plek kan dan")
    SOON = "soon", gettext_lazy("kan gekoppeld worden")


@dataclass(frozen=True)
class Waiting:
    """`text` is for herself; `link` may be "", when there is nothing that she can do."""

    why: Why
    text: str
    link: str = ""
    link_label: str = ""


def why_waiting(participation: Participation, *, at: datetime | None = None) -> Waiting | None:
    """None for who has a mentor, takes part no longer, or takes part where there are none."""
    at = at or timezone.now()
    programme = participation.edition.programme
    found = _asked_of([participation]).get(participation.pk)
    if found is None or not programme.has_mentors:
        return None
    matches = _matches([participation])[participation.pk]
    if any(match.is_active for match in matches):
        return None
    why = _her_turn(found, matches) or _being_done(found, matches)
    if why and not (why.why == Why.PREPARING and _may_choose(found)):
        return why
    room = with_room(new_to(found, Mentor.objects.filter(programme=programme)), timezone.localdate(at))
    mentors = [mentor for mentor in room if offered_by(mentor).is_complete]
    if why:
        return _or_choose(why) if mentors else why
    return _by_the_mentors(found, mentors, _asked_before(matches))


def at_the_desk(participations: Iterable[Participation]) -> dict[int, Why]:
    """Why each of these waits, by id, without looking whether a mentor would fit: two queries for all of them."""
    participations = list(participations)
    asked, matches = _asked_of(participations), _matches(participations)
    found: dict[int, Why] = {}
    for pk, one in asked.items():
        if not any(match.is_active for match in matches[pk]):
            waits = _her_turn(one, matches[pk]) or _being_done(one, matches[pk])
            found[pk] = waits.why if waits else Why.SOON
    return found


def _asked_of(participations: Iterable[Participation]) -> dict[int, Participation]:
    rounds = Round.objects.at_work().filter(edition=OuterRef("edition"))
    own = Participation.objects.filter(pk__in=[one.pk for one in participations]).under_way()
    related = own.with_consent_asked().select_related(
        "user__mentee_profile", "edition__programme__pairing_rules", "edition__programme__threat_mode"
    )
    hides = Hidden.objects.filter(user=OuterRef("user"))
    return {one.pk: one for one in related.annotate(in_a_round=Exists(rounds), is_hidden=Exists(hides))}


def _matches(participations: Iterable[Participation]) -> dict[int, list[Match]]:
    found: dict[int, list[Match]] = defaultdict(list)
    told = Match.objects.filter(participation__in=list(participations), proposed_at__isnull=False)
    for match in told.order_by("answer_until", "pk"):
        found[match.participation_id].append(match)
    return found


def _is_open(match: Match) -> bool:
    return MATCH.allows("decline", match.state)


def _her_turn(found: Participation, matches: list[Match]) -> Waiting | None:
    """What only she can change."""
    if found.awaits_consent:
        text = _("Wij mogen nog niet zien wie je bent. Geef eerst toestemming bij je aanmelding.")
        return Waiting(Why.CONSENT, text, reverse("people:my_data"), _("Bekijk je toestemmingen"))
    if found.is_hidden:  # type: ignore[attr-defined]
        text = _("Je bent nu verborgen. Zolang dat zo is, zoeken wij geen mentor voor je.")
        return Waiting(Why.HIDDEN, text, reverse("safety:mine"), _("Word weer zichtbaar"))
    profile = getattr(found.user, "mentee_profile", None)
    if profile is None or not profile.is_complete:
        text = _("Je profiel is nog niet af. Zonder profiel kunnen wij niet voor je zoeken.")
        link = reverse("mentoring:profile_step", kwargs={"number": 1})
        return Waiting(Why.PROFILE, text, link, _("Maak je profiel af"))
    own = [match for match in matches if _is_open(match) and match.mentee_yes_at is None]
    if own:
        text = ngettext("Er ligt een voorstel voor je klaar.", "Er liggen voorstellen voor je klaar.", len(own))
        return Waiting(Why.ANSWER, text, _proposal(own[0]), _("Bekijk het voorstel"))
    return None


def _being_done(found: Participation, matches: list[Match]) -> Waiting | None:
    """What others are at."""
    asked = [match for match in matches if _is_open(match)]
    if asked:
        text = ngettext(
            "Wij vroegen een mentor. Die antwoordt uiterlijk op %(day)s.",
            "Wij vroegen %(count)s mentoren. De eerste antwoordt uiterlijk op %(day)s.",
            len(asked),
        )
        said = text % {"count": len(asked), "day": day_in_words(asked[0])}
        return Waiting(Why.ASKED, said, _proposal(asked[0]), _("Bekijk het voorstel"))
    if found.in_a_round:  # type: ignore[attr-defined]
        text = _("Wij zoeken nu een mentor voor je. Je krijgt een mail als er iemand is.")
        return Waiting(Why.PREPARING, f"{_asked_before(matches)}{text}")
    return None


def _may_choose(found: Participation) -> bool:
    programme = found.edition.programme
    return rules_kept_with(programme).participants_ask and not is_threatened(programme)


def _or_choose(why: Waiting) -> Waiting:
    """Beside a round that is prepared: who asks a mentor herself falls out of what was laid ready for her."""
    more = _("Je mag ook zelf een mentor vragen. Dan wachten wij met zoeken tot die heeft geantwoord.")
    return replace(
        why,
        text=f"{why.text} {more}",
        link=reverse("mentoring:choose_mentor"),
        link_label=_("Kies zelf een mentor"),
    )


def _by_the_mentors(found: Participation, mentors: list[Mentor], before: str) -> Waiting:
    """`mentors` as she could choose them: who blocked her is as one without room."""
    if not mentors:
        text = _("Geen enkele mentor heeft nu plek. Komt er plek, dan zoeken wij voor je verder.")
        return Waiting(Why.NO_ROOM, f"{before}{text}")
    weights = load_weights()
    if all(explain(found, one, weights).barred for one in mentors):
        text = _("Geen mentor met plek kan op jouw momenten, in jouw taal. Kun je vaker? Zeg het in je profiel.")
        return Waiting(Why.NO_FIT, f"{before}{text}", reverse("mentoring:profile"), _("Pas je profiel aan"))
    text = _("Er zijn mentoren met plek. De organisatie zoekt er een voor je. Je krijgt dan een mail.")
    if _may_choose(found):
        more = _("Je mag ook zelf een mentor vragen.")
        said, link = f"{before}{text} {more}", reverse("mentoring:choose_mentor")
        return Waiting(Why.SOON, said, link, _("Kies zelf een mentor"))
    return Waiting(Why.SOON, f"{before}{text}")


def _asked_before(matches: list[Match]) -> str:
    number = sum(not _is_open(match) and match.active_at is None for match in matches)
    if not number:
        return ""
    said = ngettext("Met %(count)s mentor lukte het niet.", "Met %(count)s mentoren lukte het niet.", number)
    return f"{said % {'count': number}} "


def _proposal(match: Match) -> str:
    return reverse("mentoring:proposal", kwargs={"key": match.key})
