"""What an organiser sees of a participant's way onto a list: body, place and outcome, never which list."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Candidacy
from mentoring.progression.consent_purposes import CANDIDACY
from mentoring.states import CandidacyState
from people.models import Consent
from programmes.desk.columns import ParticipantColumn
from programmes.models import Participation


def texts(rows: Sequence[Participation]) -> dict[int, str]:
    by_user: dict[int, list[str]] = {}
    for candidacy in _told(rows):
        by_user.setdefault(candidacy.user_id, []).append(_said(candidacy))
    return {row.pk: "; ".join(by_user[row.user_id]) for row in rows if row.user_id in by_user}


def _told(rows: Sequence[Participation]) -> list[Candidacy]:
    """Only while the person says yes to it."""
    own = Candidacy.objects.filter(user__in={row.user_id for row in rows}).select_related("body", "election")
    agreed = set(
        Consent.objects.standing()
        .filter(text__purpose=CANDIDACY.name, about__in=[candidacy.key for candidacy in own])
        .values_list("about", flat=True)
    )
    return [candidacy for candidacy in own if candidacy.key in agreed]


def _said(candidacy: Candidacy) -> str:
    where = {"body": candidacy.body.title, "year": candidacy.election.election_day.year, "place": candidacy.place}
    return {
        CandidacyState.TOLD: _("zegt: op een lijst, %(body)s %(year)s"),
        CandidacyState.LISTED: _("op een lijst, plek %(place)s, %(body)s %(year)s"),
        CandidacyState.ELECTED: _("gekozen, plek %(place)s, %(body)s %(year)s"),
        CandidacyState.NOT_ELECTED: _("niet gekozen, plek %(place)s, %(body)s %(year)s"),
    }[CandidacyState(candidacy.state)] % where


ON_A_LIST = ParticipantColumn("on_a_list", gettext_lazy("Op een lijst"), texts)
