"""The pages after taking part: each whole way in a browser, what is refused, and what others do not see."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from mentoring.alumni.actions import barriers, inviting
from mentoring.alumni.models import LASTS, Barrier, MentorInvitation, NetworkMember
from mentoring.models import Mentor
from people.models import PersonSeen, User
from programmes.choices import Reveals
from programmes.models import Programme
from programmes.safety import blocking, threat
from tests.factories.mentoring import MenteeProfileFactory
from tests.factories.people import AdministratorFactory, ConsentTextFactory, UserFactory
from tests.factories.programmes import EditionFactory, EventFactory, OpenEditionFactory, ProgrammeFactory, organiser_of
from tests.mentoring.alumni import WORDS, a_member, done
from tests.mentoring.at_the_desk import press, shown
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
SHOWN = {"display_name": "Klaver", "about": "Spreken in de raad", "takes_questions": "on"}


@pytest.fixture
def programme() -> Programme:
    cache.clear()
    for purpose in ("network", "barrier_published", "code_of_conduct"):
        ConsentTextFactory(purpose=purpose)
    made = ProgrammeFactory(name="Proefprogramma Noord", has_mentors=True)
    OpenEditionFactory(programme=made)
    return made


@pytest.fixture
def me(programme: Programme) -> User:
    return done(programme, UserFactory(name="Yara Echt")).user


@pytest.fixture
def mine(me: User) -> Client:
    return sign_in(Client(), me, proved=False)


@pytest.fixture
def desk(programme: Programme) -> Client:
    return sign_in(Client(), organiser_of(programme))


def url(name: str, **arguments: object) -> str:
    return reverse(f"mentoring:{name}", kwargs=arguments)


def test_looked_at_first_then_joined_then_off_by_one_press(mine, me, programme):
    page = url("network_join", key=programme.key)
    begun = mine.get(page).text
    assert 'value="Yara"' in begun and "Yara Echt" not in begun
    looked = mine.post(page, {**SHOWN, "bekijk": "1"}).text
    assert "Zo zien anderen jou" in looked and "Spreken in de raad" in looked and not NetworkMember.objects.exists()
    assert "Ja, zet mij in het netwerk (optioneel)" not in looked
    refused = mine.post(page, SHOWN).text
    assert "Zonder jouw ja" in refused and "Spreken in de raad" in refused and not NetworkMember.objects.exists()
    joined = mine.post(page, {**SHOWN, "agree": "on"}, follow=True).text
    assert "Je staat erin als" in joined and "Je bent hier nog alleen" in joined
    assert "Je naam is weg" in mine.post(url("network_leave", key=programme.key), follow=True).text
    assert not NetworkMember.objects.exists()
    assert mine.post(url("network_leave", key=programme.key)).status_code == 404


def test_who_does_not_stand_in_it_is_led_to_the_way_in_and_a_stranger_finds_nothing(mine, programme):
    a_member(programme, "Zonnebloem")
    assert mine.get(url("network", key=programme.key))["Location"] == url("network_join", key=programme.key)
    other = NetworkMember.objects.get()
    assert mine.get(url("network_member", key=programme.key, member=other.key)).status_code == 404
    stranger = sign_in(Client(), UserFactory(), proved=False)
    for name in ("network", "network_join"):
        assert stranger.get(url(name, key=programme.key)).status_code == 404
    assert "Je hebt nog geen netwerk" in stranger.get(url("networks")).text


def test_the_list_shows_what_was_chosen_and_never_an_address(mine, me, programme):
    a_member(programme, user=me)
    other = a_member(programme, "Aster", province="Utrecht", topics=["wonen"], user=UserFactory(name="Anna Echt"))
    a_member(programme, "Iris")
    page = mine.get(url("network", key=programme.key)).text
    assert "Aster" in page and "Iris" in page and "Utrecht" in page
    for word in (other.user.email, "Anna Echt"):
        assert word not in page + mine.get(url("network_member", key=programme.key, member=other.key)).text
    for query in ("provincie=Utrecht", "onderwerp=wonen", "onderwerp=wonen&provincie=Utrecht"):
        found = mine.get(f"{url('network', key=programme.key)}?{query}").text
        assert "Aster" in found and "Iris" not in found
    assert "Niemand past" in mine.get(f"{url('network', key=programme.key)}?onderwerp=zorg").text
    assert "Iris" in mine.get(f"{url('network', key=programme.key)}?onderwerp=%00nee&provincie=overal").text
    assert PersonSeen.objects.filter(user=other.user, what="profile").exists()


def test_a_fourth_page_in_an_hour_says_to_wait(mine, me, programme):
    a_member(programme, user=me)
    for _ in range(31):
        a_member(programme)
    pages = [mine.get(f"{url('network', key=programme.key)}?pagina={number}") for number in (1, 2, 3, 4, 1)]
    assert [page.status_code for page in pages] == [200, 200, 200, 429, 200]
    assert "Wacht een uur" in pages[3].text
    unseen = NetworkMember.objects.exclude(user=me).order_by("key").last()
    assert mine.get(url("network_member", key=programme.key, member=unseen.key)).status_code == 429


def test_under_threat_nobody_is_seen_and_where_taking_part_tells_something_no_name_is_said(mine, me, programme):
    a_member(programme, user=me)
    other = a_member(programme, "Aster")
    EditionFactory(programme=programme, reveals=Reveals.HEALTH)
    quiet = mine.get(url("network", key=programme.key)).text
    assert "Aster" in quiet and "Proefprogramma Noord" not in quiet + mine.get(url("networks")).text
    threat.switch_on(programme, by=AdministratorFactory())
    closed = mine.get(url("network", key=programme.key)).text
    assert "Het netwerk is nu dicht" in closed and "Aster" not in closed
    assert mine.get(url("network_member", key=programme.key, member=other.key)).status_code == 404


def test_a_year_is_almost_over_and_one_press_keeps_it(mine, me, programme):
    own = a_member(programme, user=me, at=timezone.now() - LASTS + timedelta(days=10))
    assert "Ja, ik blijf nog een jaar" in mine.get(url("network", key=programme.key)).text
    assert "een jaar vanaf nu" in mine.post(url("network", key=programme.key), follow=True).text
    own.refresh_from_db()
    assert own.until > timezone.now() + timedelta(days=360)


def test_a_question_goes_to_and_fro_and_a_block_makes_it_silent(mine, me, programme):
    a_member(programme, "Vlier", user=me)
    other = a_member(programme, "Aster", takes_questions=True)
    page = url("network_member", key=programme.key, member=other.key)
    assert "Schrijf op wat je wilt vragen" in mine.post(page, {"words": " "}).text
    assert "Je vraag is verstuurd" in mine.post(page, {"words": "Hoe begon jij?"}, follow=True).text
    again = mine.post(page, {"words": "Nog iets"}).text
    assert "Wacht op antwoord" in again and "Nog iets" in again
    question = other.questions.get()
    hers = sign_in(Client(), other.user, proved=False)
    assert "Een vraag van" in hers.get(url("networks")).text and "vraagt je iets" in hers.get("/mijn/").text
    asked = hers.get(url("network_question", key=question.key)).text
    assert "Vlier" in asked and me.email not in asked and "Yara Echt" not in asked
    hers.post(url("network_question", key=question.key), {"words": "Met koffie."})
    assert "Met koffie." in mine.get(url("network_question", key=question.key)).text
    blocking.block(me, by=other.user)
    assert hers.get(url("network_question", key=question.key)).status_code == 404
    assert mine.get(page).status_code == 404
    assert sign_in(Client(), UserFactory()).get(url("network_question", key=question.key)).status_code == 404


def test_its_meetings_stand_in_the_network_also_those_in_no_agenda(mine, me, programme):
    a_member(programme, user=me)
    EventFactory(programme=programme, title="Terugkomavond", is_public=False, address="Geheim 1")
    page = mine.get(url("network", key=programme.key)).text
    assert "Terugkomavond" in page and "Geheim 1" not in page


# Barriers ------------------------------------------------------------------------------------------------


def test_a_barrier_is_told_placed_read_by_everyone_and_taken_away(
    mine, desk, me, programme, django_capture_on_commit_callbacks
):
    page = url("barrier_tell", key=programme.key)
    assert programme.name in mine.get(url("barriers")).text
    typed = {**WORDS.__dict__, "teller": "Y."}
    kept = mine.post(page, typed).text
    assert "Zonder jouw ja" in kept and WORDS.helped in kept
    assert "De organisatie leest het" in mine.post(page, {**typed, "agree": "on"}, follow=True).text
    barrier = Barrier.objects.get()
    read = url("barrier_read", key=barrier.key)
    assert Client().get(read).status_code == 404
    assert "1 drempel" in desk.get("/cms/").text
    assert WORDS.title in desk.get(reverse("desk_barriers:index")).text
    assert WORDS.helped in shown(desk, "desk_barriers:detail", key=barrier.key)
    assert "Geplaatst" in press(desk, "desk_barriers:publish", key=barrier.key)
    public = Client().get(read)
    assert WORDS.helped in public.text and "Verteld door Y." in public.text
    assert programme.name not in public.text and "Yara" not in public.text
    assert '<form method="post"' not in public.text
    with translation.override("nl"):  # what is asked next is asked in Dutch again
        assert Client().get(f"/en{read}").status_code == 404, "told in Dutch"
    assert "Dit staat bij Kennis" in mine.get(url("barrier", key=barrier.key)).text
    with django_capture_on_commit_callbacks(execute=True):  # kept pages go with the commit
        assert "staat nergens meer" in mine.post(url("barrier_take_away", key=barrier.key), follow=True).text
    assert Client().get(read).status_code == 404


def test_who_takes_part_in_nothing_any_more_still_finds_what_she_told(mine, me, programme):
    assert url("barriers") not in sign_in(Client(), UserFactory(), proved=False).get("/mijn/").text
    barriers.tell_barrier(programme, WORDS, by=me)
    me.participations.all().delete()
    assert url("barriers") in mine.get("/mijn/").text and WORDS.title in mine.get(url("barriers")).text


def test_it_is_given_back_with_words_and_changed(mine, desk, me, programme):
    barrier = barriers.tell_barrier(programme, WORDS, by=me)
    detail = reverse("desk_barriers:detail", args=[barrier.key])
    assert "Schrijf op wat er anders moet" in desk.post(detail, {"remark": ""}).text
    assert "Teruggegeven" in desk.post(detail, {"remark": "Noem de wethouder niet."}, follow=True).text
    page = url("barrier", key=barrier.key)
    assert "Noem de wethouder niet." in mine.get(page).text
    assert "opnieuw" in mine.post(page, {**WORDS.__dict__, "helped": "Iets anders."}, follow=True).text
    assert Barrier.objects.waiting().get().helped == "Iets anders."
    other = sign_in(Client(), organiser_of(ProgrammeFactory()))
    assert other.get(detail).status_code == 404 and WORDS.title not in other.get(reverse("desk_barriers:index")).text


# Becoming a mentor ----------------------------------------------------------------------------------------


def test_an_organiser_asks_and_one_step_takes_the_profile_along(mine, desk, me, programme):
    own = me.participations.get()
    MenteeProfileFactory(user=me, display_name="Vlier")
    assert "Vraag het" in shown(desk, "desk_participations:detail", key=own.key)
    assert "Gevraagd." in press(desk, "desk_invite_mentor", key=own.key)
    assert "Er is nog geen antwoord" in shown(desk, "desk_participations:detail", key=own.key)
    assert "Wil je mentor worden?" in mine.get("/mijn/").text
    page = url("become_mentor", key=programme.key)
    assert "Je profiel gaat mee" in mine.get(page).text and not Mentor.objects.exists()
    assert "De gedragscode" in mine.get(page).text, "nobody signs what she did not see"
    assert "net vernieuwd" in mine.post(page, {"versie": "7"}).text and not Mentor.objects.exists()
    assert mine.post(page, {"versie": "1"})["Location"] == url("mentor_step", number=1)
    assert Mentor.objects.get().user == me and me.mentor_profile.display_name == "Vlier"
    assert "Deze persoon zei ja" in shown(desk, "desk_participations:detail", key=own.key)
    assert "Je hoeft hier niets te doen" in mine.get(page).text


def test_a_no_is_heard_and_the_door_is_also_there_without_being_asked(mine, me, programme):
    page = url("become_mentor", key=programme.key)
    assert (
        "Nee, liever niet" not in mine.get(page).text
        and page in mine.get(reverse("programmes:participation", args=[me.participations.get().key])).text
    )
    inviting.invite_mentor(me.participations.get(), by=organiser_of(programme))
    assert "Wij vragen het niet opnieuw" in mine.post(page, {"antwoord": "nee"}, follow=True).text
    assert not MentorInvitation.objects.get().said_yes and not Mentor.objects.exists()
    assert sign_in(Client(), UserFactory()).get(page).status_code == 404
