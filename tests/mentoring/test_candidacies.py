"""From "ik sta op de lijst" to the official result: who may say what, and what becomes of it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from elections.models import Body, BodyElection, Election, ListEntry
from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.models import Candidacy
from mentoring.progression import actions
from mentoring.states import CANDIDACY, CandidacyState
from people import consent, letters
from people.models import Letter
from people.privacy import erase, export, purge_expired
from tests.factories.people import UserFactory
from tests.laid import laid
from tests.mentoring.on_a_list import an_entry, body, claimed, election, place, result_of, told

__all__ = ["body", "election", "laid", "place"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]


ALLOWED = {
    ("told", "claim"): "listed",
    ("listed", "let_go"): "told",
    ("elected", "let_go"): "told",
    ("not_elected", "let_go"): "told",
    ("listed", "elect"): "elected",
    ("not_elected", "elect"): "elected",
    ("listed", "pass_by"): "not_elected",
    ("elected", "pass_by"): "not_elected",
}


@pytest.mark.parametrize("state", CandidacyState.values)
@pytest.mark.parametrize("verb", sorted(CANDIDACY.verbs))
def test_each_move_from_each_state(state: str, verb: str) -> None:
    if (state, verb) in ALLOWED:
        assert CANDIDACY.target(verb, state) == ALLOWED[state, verb]
    else:
        with pytest.raises(IllegalMove):
            CANDIDACY.target(verb, state)


def test_telling_twice_is_once_and_rests_on_a_consent(body: Body, election: Election) -> None:
    user = UserFactory()
    first = told(user, election, body)
    assert told(user, election, body) == first
    assert consent.stands(user, "candidacy", first.key)
    assert Candidacy.objects.count() == 1


def test_an_election_of_another_kind_of_body_is_refused(body: Body) -> None:
    with pytest.raises(Refused):
        actions.tell_candidacy(Election.objects.get(identifier="PS2027"), body, by=UserFactory())


def test_dit_ben_ik_ties_to_one_entry_unreadable_in_the_database(place: BodyElection) -> None:
    user = UserFactory()
    candidacy = claimed(user, place, an_entry(place))
    assert (candidacy.state, candidacy.place) == (CandidacyState.LISTED, 3)
    assert candidacy.entry == "GR2026_Verzonnen/geen/2/3"
    assert consent.stands(user, "candidacy_entry", candidacy.key)
    stored = Candidacy.objects.extra(select={"raw": "entry"}).values_list("raw", "claim_digest").get(pk=candidacy.pk)  # noqa: S610
    assert not any("Verzonnen" in text for text in stored)
    lines = JournalLine.objects.filter(thing_kind="mentoring.Candidacy").values_list("ids", flat=True)
    assert "Verzonnen" not in str(list(lines))


def test_an_entry_belongs_to_one_person(place: BodyElection) -> None:
    entry = an_entry(place)
    claimed(UserFactory(), place, entry)
    late = UserFactory()
    with pytest.raises(actions.NotYours, match="Iemand anders"):
        claimed(late, place, entry)
    assert Candidacy.objects.get(user=late).state == CandidacyState.TOLD
    assert not consent.stands(late, "candidacy_entry", Candidacy.objects.get(user=late).key)


def test_an_entry_of_another_name_or_another_body_is_refused(place: BodyElection, body: Body) -> None:
    user = UserFactory()
    candidacy = told(user, place.election, body)
    with pytest.raises(actions.NotYours, match="andere naam"):
        actions.claim_entry(candidacy, an_entry(place, "Heel-Anders"), words="Zonnebloem", by=user)
    elsewhere = BodyElection.objects.create(
        identifier="GR2026_Elders",
        election=place.election,
        body=Body.objects.exclude(pk=body.pk).filter(kind=body.kind).first(),
        category="GR",
        name="Elders",
        election_day=place.election_day,
    )
    with pytest.raises(actions.NotYours, match="andere verkiezing"):
        actions.claim_entry(candidacy, an_entry(elsewhere), words="Zonnebloem", by=user)


def test_nobody_claims_or_removes_for_somebody_else(place: BodyElection, body: Body) -> None:
    candidacy = told(UserFactory(), place.election, body)
    stranger = UserFactory()
    with pytest.raises(PermissionDenied):
        actions.claim_entry(candidacy, an_entry(place), words="Zonnebloem", by=stranger)
    with pytest.raises(PermissionDenied):
        actions.let_entry_go(candidacy, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.remove_candidacy(candidacy, by=stranger)


def test_claiming_twice_is_an_illegal_move(place: BodyElection) -> None:
    user = UserFactory()
    candidacy = claimed(user, place, an_entry(place))
    with pytest.raises(IllegalMove):
        actions.claim_entry(candidacy, an_entry(place, number=4), words="Zonnebloem", by=user)


def test_the_result_makes_elected_or_not_and_a_corrected_one_corrects(place: BodyElection) -> None:
    entry, other = an_entry(place), an_entry(place, "Anders", 4)
    candidacy = claimed(UserFactory(), place, entry)
    assert actions.look_up_results() == 0
    result_of(place, other)
    assert actions.look_up_results() == 1
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.NOT_ELECTED
    assert actions.look_up_results() == 0
    result_of(place, entry, at=timezone.now() + dt.timedelta(minutes=1))
    assert actions.look_up_results() == 1
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.ELECTED


def test_a_result_that_is_there_already_counts_at_once(place: BodyElection) -> None:
    entry = an_entry(place)
    result_of(place, entry)
    assert claimed(UserFactory(), place, entry).state == CandidacyState.ELECTED


def test_a_doubtful_result_says_nothing(place: BodyElection) -> None:
    entry = an_entry(place)
    candidacy = claimed(UserFactory(), place, entry)
    result_of(place)
    ListEntry.objects.filter(pk=entry.pk).update(in_doubt=True)
    assert actions.look_up_results() == 0
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.LISTED


def test_the_mail_about_the_result_is_neutral(place: BodyElection) -> None:
    user = UserFactory(name="Kanarie")
    entry = an_entry(place)
    candidacy = claimed(user, place, entry)
    result_of(place, entry)
    actions.look_up_results()
    letter = Letter.objects.get(message="mentoring.candidacy_outcome")
    assert letter.recipient == user
    words = letters.registered()[letter.message].render(user, letter.ids)
    assert words is not None and str(candidacy.key) in words.text
    for telling in ("Zonnebloem", "Lijst Verzonnen", "gekozen", "lijst ", "verkiezing"):
        assert telling not in words.subject + words.text.replace("Op de lijst", "")


def test_letting_go_takes_the_consent_back_and_frees_the_entry(place: BodyElection) -> None:
    user, entry = UserFactory(), an_entry(place)
    candidacy = claimed(user, place, entry)
    actions.let_entry_go(candidacy, by=user)
    candidacy.refresh_from_db()
    assert (candidacy.state, candidacy.entry, candidacy.place) == (CandidacyState.TOLD, "", None)
    assert not consent.stands(user, "candidacy_entry", candidacy.key)
    assert claimed(UserFactory(), place, entry).state == CandidacyState.LISTED


def test_taking_back_the_first_consent_leaves_nothing(place: BodyElection) -> None:
    user = UserFactory()
    candidacy = claimed(user, place, an_entry(place))
    consent.withdraw(user, "candidacy", about=candidacy.key)
    assert not Candidacy.objects.exists()
    assert not consent.stands(user, "candidacy_entry", candidacy.key)


def test_the_person_gets_everything_out_and_erasing_leaves_nothing(place: BodyElection) -> None:
    user = UserFactory()
    claimed(user, place, an_entry(place))
    assert "GR2026_Verzonnen/geen/2/3" in str(export(user))
    erase(user)
    assert not Candidacy.objects.exists()


def test_it_goes_after_five_years_with_its_consents(place: BodyElection) -> None:
    user = UserFactory()
    candidacy = claimed(user, place, an_entry(place))
    purge_expired(timezone.now() + dt.timedelta(days=5 * 365 - 1))
    assert Candidacy.objects.exists()
    purge_expired(timezone.now() + dt.timedelta(days=5 * 365 + 1))
    assert not Candidacy.objects.exists()
    assert not consent.stands(user, "candidacy", candidacy.key)
