"""Who reads which application, blind until all are in; and that nothing in it is a number."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models

from lifecycle.errors import IllegalMove, Refused
from people import privacy
from people.colleagues.actions import accept_invitation, invite
from people.models import Letter
from programmes.actions.applications import begin_application, withdraw_application
from programmes.choices import Reveals, Verdict
from programmes.models import Conversation, CriterionJudgement, EditionReviewer, Review
from programmes.review import actions, policies, reviewers
from programmes.review.personal_data import export
from programmes.review.spreading import spread
from tests.factories.people import AdministratorFactory, MinistryFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of
from tests.factories.review import a_review, a_reviewer, found_on, reviewed_edition, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(programme):
    return reviewed_edition(programme, reviewers_each=2)


@pytest.fixture
def application(edition):
    return SentApplicationFactory(edition=edition, user__name="Sam Stil")


# Spreading, pure ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("taken", "load", "each", "barred", "pairs"),
    [
        ({"a": set(), "b": set()}, {"k": 0, "l": 0}, 1, {}, [("a", "k"), ("b", "l")]),
        ({"a": set()}, {"k": 3, "l": 0, "m": 1}, 2, {}, [("a", "l"), ("a", "m")]),
        ({"a": {"k"}}, {"k": 0, "l": 9}, 2, {}, [("a", "l")]),
        ({"a": set()}, {"k": 0, "l": 0}, 3, {"a": {"k"}}, [("a", "l")]),
        ({"a": {"k", "l"}}, {"k": 0, "l": 0, "m": 0}, 2, {}, []),
    ],
)
def test_each_reads_about_as_much(taken, load, each, barred, pairs):
    assert spread(taken, load, each=each, barred=barred) == pairs


def test_sixty_are_spread_evenly_over_five():
    pairs = spread({number: set() for number in range(60)}, dict.fromkeys("klmno", 0), each=3)
    assert {name: sum(who == name for _thing, who in pairs) for name in "klmno"} == dict.fromkeys("klmno", 36)
    assert len(set(pairs)) == 180


# Giving ---------------------------------------------------------------------------------------------------


def test_spreading_gives_each_waiting_application_its_readers_once(edition, organiser):
    applications = SentApplicationFactory.create_batch(4, edition=edition)
    readers = [a_reviewer(edition) for _number in range(3)]
    assert actions.spread_reviews(edition, by=organiser) == 8
    assert actions.spread_reviews(edition, by=organiser) == 0
    assert {one.reviews.count() for one in applications} == {2}
    assert {Review.objects.filter(reviewer=one.user).count() for one in readers} <= {2, 3}
    assert Letter.objects.filter(message="programmes.review_to_write").count() == 3  # one mail each, not eight


def test_nobody_reads_the_own_application_or_without_consent(edition, organiser, application):
    link = a_reviewer(edition, application.user)  # applied after she became one
    with pytest.raises(Refused):
        actions.assign_review(application, reviewer=link, by=organiser)
    assert actions.spread_reviews(edition, by=organiser) == 0
    type(edition).objects.filter(pk=edition.pk).update(reveals=Reveals.HEALTH)
    other = a_reviewer(edition)
    assert actions.spread_reviews(edition, by=organiser) == 0
    with pytest.raises(Refused):
        actions.assign_review(application, reviewer=other, by=organiser)


def test_who_begins_to_apply_reads_the_others_no_more(edition, application):
    link, other = a_reviewer(edition), a_reviewer(edition, UserFactory())
    sent, open_one = written(a_review(application, link)), a_review(SentApplicationFactory(edition=edition), link)
    begin_application(edition, by=link.user)
    assert not policies.is_reviewer(link.user) and policies.is_reviewer(other.user)
    assert not Review.objects.of(link.user).exists() and not Review.objects.filter(pk=open_one.pk).exists()
    assert Review.objects.filter(pk=sent.pk).exists()  # what she found before is the other's


def test_without_reviewers_or_criteria_it_says_what_to_do_first(organiser, programme, application, edition):
    with pytest.raises(Refused, match="Nodig eerst een beoordelaar uit"):
        actions.spread_reviews(edition, by=organiser)
    programme.criteria.all().delete()
    with pytest.raises(Refused, match="geen criteria"):
        actions.spread_reviews(edition, by=organiser)


def test_at_most_three_read_one_by_hand(edition, organiser, application):
    links = [a_reviewer(edition) for _number in range(4)]
    first = actions.assign_review(application, reviewer=links[0], by=organiser)
    assert actions.assign_review(application, reviewer=links[0], by=organiser) == first
    for link in links[1:3]:
        actions.assign_review(application, reviewer=link, by=organiser)
    with pytest.raises(Refused, match="Drie mensen"):
        actions.assign_review(application, reviewer=links[3], by=organiser)


def test_who_is_invited_reads_from_her_yes_on_and_who_applied_cannot(edition, organiser, application):
    lead, user = edition.programme.lead(), UserFactory(email="lezer@example.org")
    asked = invite("lezer@example.org", "reviewer", organisation=lead, by=organiser, about=edition.key)
    assert not policies.is_reviewer(user) and asked in reviewers.invited_reviewers(edition)
    accept_invitation(asked, by=user)
    assert policies.is_reviewer(user) and EditionReviewer.objects.get().edition == edition
    with pytest.raises(Refused, match="meldt je zelf aan"):
        reviewers.take_on_reviewer(application.user, lead, edition.key)
    with pytest.raises(Refused):
        reviewers.take_on_reviewer(UserFactory(), lead, OpenEditionFactory().key)
    with pytest.raises(Refused, match="ministerie"):
        reviewers.take_on_reviewer(MinistryFactory(), lead, edition.key)
    foreign = OpenEditionFactory()
    assert [
        reviewers.REVIEWER.can_invite(organiser, lead, edition.key),
        reviewers.REVIEWER.can_invite(organiser, lead, foreign.key),
        reviewers.REVIEWER.can_invite(organiser, foreign.programme.lead(), foreign.key),
        reviewers.REVIEWER.can_invite(UserFactory(), lead, edition.key),
    ] == [True, False, False, False]


def test_a_reviewer_who_is_taken_off_sees_nothing_and_what_she_sent_stays(edition, organiser, application):
    link = a_reviewer(edition)
    sent = written(a_review(application, link))
    open_one = a_review(SentApplicationFactory(edition=edition), link)
    actions.remove_reviewer(link, by=organiser)
    assert not policies.is_reviewer(link.user) and not Review.objects.of(link.user).exists()
    assert [*Review.objects.all()] == [sent] and not Review.objects.filter(pk=open_one.pk).exists()


# Writing --------------------------------------------------------------------------------------------------


def test_half_is_kept_and_only_a_whole_one_is_sent(edition, application):
    review = a_review(application, a_reviewer(edition))
    first, second = edition.programme.criteria.all()
    actions.save_review(review, {first: (Verdict.DOUBTFUL, "Ik twijfel.")}, by=review.reviewer)
    for incomplete in ({second: ("", "Een zin.")}, {second: (Verdict.MEETS, " ")}, {}):
        with pytest.raises(actions.Incomplete) as error:
            actions.submit_review(review, incomplete, by=review.reviewer)
        assert error.value.criteria == [second]
    sent = actions.submit_review(review, {second: (Verdict.FAILS, "Dit las ik niet.")}, by=review.reviewer)
    assert sent.is_submitted
    with pytest.raises(IllegalMove):
        actions.save_review(review, found_on(edition), by=review.reviewer)


def test_blind_until_all_are_in(edition, organiser, application):
    one, other = (a_review(application, a_reviewer(edition)) for _number in range(2))
    assert not policies.all_are_in(SentApplicationFactory(edition=edition))  # given to nobody
    written(one)
    assert not policies.all_are_in(application) and not policies.can_see_others(one.reviewer, one)
    assert not policies.can_compare_reviews(organiser, application)
    written(other, Verdict.DOUBTFUL)
    assert policies.can_see_others(one.reviewer, one) and policies.can_compare_reviews(organiser, application)


def test_who_knows_the_person_passes_it_on_to_who_has_least_to_read(edition, organiser, application):
    busy, free, knows = (a_reviewer(edition) for _number in range(3))
    a_review(SentApplicationFactory(edition=edition), busy)
    review = a_review(application, knows)
    actions.save_review(review, found_on(edition), by=knows.user)
    given = actions.pass_on_review(review, by=knows.user)
    assert given.reviewer == free.user and not CriterionJudgement.objects.exists()
    assert not policies.can_write_review(knows.user, review)
    assert actions.pass_on_review(given, by=free.user).reviewer == busy.user
    last = Review.objects.get(application=application, reviewer=busy.user)
    assert actions.pass_on_review(last, by=busy.user) is None  # nobody is left: the desk sees that
    with pytest.raises(Refused, match="kent deze persoon"):
        actions.assign_review(application, reviewer=knows, by=organiser)


def test_an_answer_or_a_withdrawal_closes_it_for_the_reviewer(edition, application):
    review = a_review(application, a_reviewer(edition))
    withdraw_application(application, by=application.user)
    assert not Review.objects.of(review.reviewer).readable().exists()
    with pytest.raises(PermissionDenied):
        actions.save_review(review, found_on(edition), by=review.reviewer)
    begin_application(edition, by=application.user)
    assert not Review.objects.exists()  # another application now: nobody read this one


# Who may --------------------------------------------------------------------------------------------------


def test_who_arranges_assigns_and_writes(edition, organiser, application):
    link = a_reviewer(edition)
    review = a_review(application, link)
    foreign = organiser_of(OpenEditionFactory().programme)
    roles = [organiser, link.user, foreign, AdministratorFactory(), application.user, UserFactory()]
    assert [policies.can_arrange_reviews(one, edition) for one in roles] == [True] + [False] * 5
    assert [policies.can_assign_review(one, application) for one in roles] == [True] + [False] * 5
    assert [policies.can_write_review(one, review) for one in roles] == [False, True] + [False] * 4
    assert [policies.is_reviewer(one) for one in roles] == [False, True] + [False] * 4
    for act in (
        lambda by: actions.spread_reviews(edition, by=by),
        lambda by: actions.remove_reviewer(link, by=by),
        lambda by: actions.assign_review(application, reviewer=link, by=by),
    ):
        for one in roles[1:]:
            with pytest.raises(PermissionDenied):
                act(one)
    with pytest.raises(PermissionDenied):
        actions.submit_review(review, found_on(edition), by=organiser)


# What is kept ---------------------------------------------------------------------------------------------


def test_no_model_of_reviewing_holds_anything_that_can_be_added_up():
    numbers = (models.IntegerField, models.FloatField, models.DecimalField, models.DurationField)
    for model in (Review, CriterionJudgement, EditionReviewer, Conversation):
        found = [field.name for field in model._meta.local_fields if isinstance(field, numbers)]
        assert found == ["id"], model
    named = {field.name for model in (Review, CriterionJudgement) for field in model._meta.get_fields()}
    assert not named & {"score", "rank", "total", "points", "weight", "order", "rating", "grade"}
    assert all(not value.isdigit() for value in Verdict.values)


def test_the_person_gets_what_was_said_by_role_and_erasing_leaves_others_theirs(edition, application):
    review = written(a_review(application, a_reviewer(edition)), sentence="Kanariezin over Sam.")
    about = str(export(application.user))
    assert "Kanariezin over Sam." in about and "Lezer Lou" not in about
    assert "Kanariezin" not in str(export(review.reviewer)) and export(review.reviewer)["reviewer_of"]
    reader = review.reviewer
    unsent = a_review(SentApplicationFactory(edition=edition), EditionReviewer.objects.get())
    privacy.erase(reader)
    review.refresh_from_db()
    assert review.reviewer is None and review.judgements.count() == 2  # hers who applied
    assert not Review.objects.filter(pk=unsent.pk).exists()
    privacy.erase(application.user)
    assert not Review.objects.exists() and not CriterionJudgement.objects.exists()
