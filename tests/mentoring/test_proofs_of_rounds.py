"""The proof of a round knows people by key: nobody stays in it who is erased, and nobody for long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.models import Match
from mentoring.personal_data import MENTORING
from people import privacy

pytestmark = pytest.mark.django_db


def test_who_is_erased_stands_in_no_proof(round):
    first, second = Match.objects.prepared().filter(round=round).order_by("pk")
    mentor = str(second.mentor.key)
    round.certificate["mentor_prices"][mentor] = 3  # an easy pool prices one side alone
    named = {"mentees": [str(first.participation.key)], "mentors": [mentor]}
    round.certificate["number_cover"] = round.certificate["lowest_cover"] = named
    round.save()
    stays = str(second.participation.key)
    assert {str(first.participation.key), stays} <= round.certificate["mentee_prices"].keys()
    privacy.erase(first.participation.user)
    privacy.erase(second.mentor.user)
    round.refresh_from_db()
    assert round.certificate["mentee_prices"].keys() == {stays}
    for cover in ("number_cover", "lowest_cover"):
        assert round.certificate[cover] == {"mentees": [], "mentors": []}
    assert round.certificate["mentor_prices"] == {} and round.certificate["total"] > 0


def test_a_proof_is_kept_half_a_year(round):
    (keep,) = [rule for rule in MENTORING.keep_until if rule.name == "round_proof"]
    for days, is_kept in ((181, True), (183, False)):
        round.computed_at = timezone.now() - timedelta(days=days)
        round.save()
        privacy.purge_expired()
        round.refresh_from_db()
        assert (round.certificate is not None) == is_kept
    assert keep.gone(timezone.now()).count() == 0
