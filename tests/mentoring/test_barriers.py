"""What stood in the way and what helped: told, placed as it was told or given back, and gone by one press."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from home import page_cache
from home.knowledge import Topic
from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.alumni import knowledge, policies
from mentoring.alumni.actions import barriers
from mentoring.alumni.actions.barriers import MOST_BY_ONE, PUBLIC
from mentoring.alumni.forms import BarrierForm, TellForm
from mentoring.alumni.models import Barrier
from people import consent, privacy
from people.models import Letter, User
from programmes.models import Programme
from programmes.safety import hiding, threat
from programmes.states import ParticipationState
from tests.factories.people import AdministratorFactory, ConsentTextFactory, UserFactory
from tests.factories.programmes import EditionFactory, ProgrammeFactory, admitted, organiser_of
from tests.mentoring.alumni import WORDS, a_member, a_public_barrier, done

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    ConsentTextFactory(purpose="barrier_published")
    return ProgrammeFactory(name="Proefprogramma")


@pytest.fixture
def me(programme: Programme) -> User:
    return done(programme).user


@pytest.fixture
def told(programme: Programme, me: User) -> Barrier:
    return barriers.tell_barrier(programme, WORDS, by=me)


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


def test_it_is_told_unseen_and_unreadable_with_a_yes(told, me):
    assert consent.stands(me, "barrier_published", told.key) and not Barrier.objects.published().exists()
    with connection.cursor() as cursor:
        cursor.execute("select * from mentoring_barrier")
        assert "fractie" not in str(cursor.fetchall())
    with pytest.raises(IntegrityError), transaction.atomic():
        Barrier.objects.update(public_help="Zo")


def test_an_organiser_places_it_as_it_was_told_and_it_stands_among_knowledge(told, organiser, me):
    barriers.publish_barrier(told, by=organiser)
    (entry,) = knowledge.entries("nl")
    assert (entry.title, entry.onderwerp, entry.stap, entry.by) == (WORDS.title, Topic.BARRIERS, WORDS.station, "")
    found = knowledge.BARRIERS.told(Barrier.objects.get())
    assert WORDS.helped in found.text and "Proefprogramma" not in str((entry, found)) and me.name not in str(found)
    assert knowledge.entries("en") == []
    with pytest.raises(IllegalMove):
        barriers.publish_barrier(told, by=organiser)
    assert Letter.objects.get().recipient == me


def test_it_comes_back_with_a_remark_and_is_told_again(told, organiser, me):
    barriers.publish_barrier(told, by=organiser)
    back = barriers.send_back_barrier(told, remark="Laat de naam weg.", by=organiser)
    assert back.remark == "Laat de naam weg." and not knowledge.entries("nl")
    assert not any(getattr(back, name) for name in PUBLIC)
    with pytest.raises(PermissionDenied):
        barriers.tell_barrier_again(told, WORDS, by=organiser)
    again = barriers.tell_barrier_again(told, WORDS, by=me, at=timezone.now())
    assert again.remark == "" and policies.shows_barrier_move(organiser, again, "publish")
    barriers.publish_barrier(told, by=organiser)
    with pytest.raises(IllegalMove):
        barriers.tell_barrier_again(told, WORDS, by=me)
    assert Letter.objects.count() == 3


def test_one_press_takes_it_from_everywhere_here_and_at_the_own_consents(told, organiser, me, programme):
    barriers.publish_barrier(told, by=organiser)
    assert barriers.take_away_barrier(told, by=me)
    assert not Barrier.objects.exists() and not consent.stands(me, "barrier_published", told.key)
    other = barriers.tell_barrier(programme, WORDS, by=me)
    with pytest.raises(PermissionDenied):
        barriers.take_away_barrier(other, by=organiser)
    consent.withdraw(me, "barrier_published", other.key)
    assert not Barrier.objects.exists()
    with pytest.raises(IllegalMove):
        barriers.publish_barrier(other, by=organiser)


def test_nothing_is_placed_without_a_standing_yes(told, organiser, me):
    me.consents.update(withdrawn_at=timezone.now())
    with pytest.raises(Refused, match="geen toestemming"):
        barriers.publish_barrier(told, by=organiser)


def test_who_may_place_it(told, organiser, programme, me):
    assert policies.can_moderate_barrier(organiser, told)
    stranger = organiser_of(ProgrammeFactory())
    for user in (me, stranger, AdministratorFactory(), UserFactory()):
        assert not policies.can_moderate_barrier(user, told)
        with pytest.raises(PermissionDenied):
            barriers.publish_barrier(told, by=user)
    own = admitted(EditionFactory(programme=programme), organiser)
    mine = barriers.tell_barrier(own.edition.programme, WORDS, by=organiser)
    assert not policies.can_moderate_barrier(organiser, mine), "not one's own"


def test_who_may_tell(programme, me):
    left = admitted(EditionFactory(programme=programme), state=ParticipationState.LEFT).user
    under_way = admitted(EditionFactory(programme=programme), state=ParticipationState.STARTED).user
    assert policies.can_tell_barrier(under_way, programme)
    assert policies.can_tell_barrier(a_member(programme).user, programme), "whose participation is gone by now"
    assert not policies.can_tell_barrier(a_member(programme, as_mentor=True).user, programme)
    for user in (left, UserFactory(), organiser_of(programme)):
        assert not policies.can_tell_barrier(user, programme)
    for _ in range(MOST_BY_ONE):
        barriers.tell_barrier(programme, WORDS, by=me)
    with pytest.raises(Refused, match="tien drempels"):
        barriers.tell_barrier(programme, WORDS, by=me)


def test_under_threat_it_is_closed_and_afterwards_it_is_there_again(told, organiser, programme):
    barriers.publish_barrier(told, by=organiser)
    administrator = AdministratorFactory()
    threat.switch_on(programme, by=administrator)
    assert not knowledge.entries("nl") and not knowledge.BARRIERS.shown("nl").exists()
    threat.switch_off(programme, by=administrator)
    assert len(knowledge.entries("nl")) == 1


def test_who_hides_is_not_named_beside_what_she_told(client, django_capture_on_commit_callbacks):
    """At once, also on pages that are kept."""
    barrier = a_public_barrier()
    page = reverse("mentoring:barrier_read", kwargs={"key": barrier.key})
    assert "Zonnebloem" in client.get(page).text and knowledge.entries("nl")[0].by == "Zonnebloem"
    before = page_cache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        hiding.hide(by=barrier.user)
    hidden = page_cache.generation()
    assert hidden != before and "Zonnebloem" not in client.get(page).text and knowledge.entries("nl")[0].by == ""
    with django_capture_on_commit_callbacks(execute=True):
        hiding.show(by=barrier.user)
    assert page_cache.generation() != hidden and "Zonnebloem" in client.get(page).text


@pytest.mark.parametrize("field", ["title", "stood_in_the_way", "helped", "teller"])
def test_words_about_a_trait_are_held_back_and_kept_on_the_form(field):
    typed = {**WORDS.__dict__, "agree": "on"}
    assert TellForm(typed).is_valid()
    form = TellForm({**typed, field: "Door mijn rolstoel"})
    assert "over de drempel, niet over een mens" in str(form.errors[field]) and "Door mijn rolstoel" in str(form[field])


def test_what_is_typed_wrong_gets_words_and_no_fault():
    empty = TellForm({"helped": "\x00 \u202e"})
    assert {*empty.errors} == {"title", "stood_in_the_way", "helped", "station", "agree"}
    long = BarrierForm({**WORDS.__dict__, "helped": "a" * 1_000_000, "station": "nergens"})
    assert "Dit is te lang: 1000000 tekens" in str(long.errors["helped"]) and "station" in long.errors
    form = BarrierForm({**WORDS.__dict__, "helped": "Zo\x00\u202e!"})
    assert form.is_valid() and form.told().helped == "Zo!"


def test_the_journal_says_that_it_happened_and_no_word_of_it(told, organiser):
    barriers.publish_barrier(told, by=organiser)
    barriers.send_back_barrier(told, remark="Zonnebloem", by=organiser)
    lines = JournalLine.objects.filter(thing_kind="mentoring.Barrier")
    assert [line.verb for line in lines.order_by("pk")] == ["tell", "publish", "send_back"]
    assert "Zonnebloem" not in str([line.__dict__ for line in lines]) and WORDS.title not in str(lines.values())


def test_it_goes_by_its_time_and_with_the_person(told, organiser, me, programme):
    waits = barriers.tell_barrier(programme, WORDS, by=me)
    barriers.publish_barrier(told, by=organiser)
    half_a_year = timezone.now() + timedelta(days=183)
    assert privacy.purge_expired(half_a_year)["barrier_told"] == 1
    assert list(Barrier.objects.all()) == [told] and not consent.stands(me, "barrier_published", waits.key)
    assert WORDS.helped in str(privacy.export(me))
    privacy.erase(me)
    assert not Barrier.objects.exists()
