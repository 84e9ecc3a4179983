"""What somebody needs to take part: said by her alone, seen by few, readable in no database, and gone in time."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import consent, privacy
from people.models import Consent, User
from programmes.access import policies
from programmes.access.actions import say_need, take_back_need
from programmes.access.consent_purposes import ACCESS_NEEDS
from programmes.access.personal_data import ACCESS
from programmes.actions.participations import forget_participations
from programmes.models import AccessNeed, Participation, Provision
from programmes.states import EditionState, ParticipationState
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of
from tests.people.test_privacy import whole_database
from tests.programmes.access_needs import a_meeting, a_need, consent_text
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
SAID = "Kanariewoord over letters"


@pytest.fixture
def participation() -> Participation:
    consent_text()
    return admitted()


@pytest.fixture
def browser(client: Client, participation: Participation) -> Client:
    return sign_in(client, participation.user)


def path(participation: Participation, meeting=None) -> str:
    if meeting is None:
        return reverse("programmes:access_need", args=[participation.key])
    return reverse("programmes:access_need_of_meeting", args=[participation.key, meeting.key])


def soon(participation: Participation, **fields):
    starts = timezone.now() + timedelta(days=5)
    return a_meeting(participation.edition, starts, starts + timedelta(hours=2), **fields)


# Saying it ----------------------------------------------------------------------------------------


def test_it_is_said_in_ticks_and_words_with_an_own_consent(browser: Client, participation: Participation) -> None:
    page = browser.get(path(participation)).text
    assert "Ja, bewaar wat ik nodig heb." in page
    assert participation.edition.programme.name not in page.partition("</title>")[0]
    typed = {"wishes": ["writing", "step_free"], "words": SAID, "partner_may_know": "on"}
    refused = browser.post(path(participation), typed)
    assert "Zonder jouw ja bewaren wij niets." in refused.text and SAID in refused.text
    assert not AccessNeed.objects.exists()
    assert browser.post(path(participation), {**typed, "agree": "on"}).status_code == 302
    need = AccessNeed.objects.get()
    assert need.chosen == [Provision.STEP_FREE, Provision.WRITING] and need.words == SAID and need.partner_may_know
    assert consent.stands(participation.user, ACCESS_NEEDS.name, participation.edition.key)
    page = browser.get(path(participation)).text
    assert SAID in page and 'name="agree"' not in page, "the yes is not asked twice"


def test_it_can_be_changed_and_said_for_one_meeting_more(browser: Client, participation: Participation) -> None:
    a_need(participation, words=SAID)
    meeting = soon(participation)
    assert browser.post(path(participation, meeting), {"wishes": ["travel"]}).status_code == 302
    assert browser.post(path(participation), {"words": "Iets anders"}).status_code == 302
    general, more = AccessNeed.objects.get(meeting=None), AccessNeed.objects.get(meeting=meeting)
    assert (general.words, general.chosen) == ("Iets anders", []) and more.chosen == [Provision.TRAVEL]
    assert "Hier zei je al iets over" in browser.get(path(participation)).text


def test_a_meeting_has_its_english_title_on_an_english_page(browser: Client, participation: Participation) -> None:
    meeting = soon(participation, title_en="Speaking in the council")
    for page in (path(participation), path(participation, meeting)):
        html = browser.get(f"/en{page}").text
        assert "Speaking in the council" in html and "Spreken in de raad" not in html


def test_neither_ticks_nor_words_are_readable_in_the_database(participation: Participation) -> None:
    a_need(participation, wishes=["wheelchair", "sign"], words=SAID)
    everything = whole_database()
    assert "AccessNeed" in everything
    assert not any(word in everything for word in ("wheelchair", '"sign"', "Kanariewoord"))
    line = JournalLine.objects.get(verb="say")
    assert (line.scope, line.ids) == (None, {}), "no organisation's journal tells who needs something"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Kies iets, of schrijf"),
        ({"words": "\x00\u202e"}, "Kies iets, of schrijf"),
        ({"wishes": ["vleugels"]}, "Kies uit de lijst wat jou helpt."),
        ({"words": "x" * 1_000_000}, "hoogstens 1000 tekens"),
    ],
)
def test_bad_input_is_told_and_never_a_fault(browser: Client, participation: Participation, typed, says) -> None:
    answer = browser.post(path(participation), {"agree": "on", **typed})
    assert answer.status_code == 200 and "Fout:" in answer.text and says in answer.text
    assert not AccessNeed.objects.exists() and not Consent.objects.exists()


def test_signs_that_steer_do_not_come_along(browser: Client, participation: Participation) -> None:
    browser.post(path(participation), {"agree": "on", "words": "Grote\u202e letters\x00"})
    assert AccessNeed.objects.get().words == "Grote letters"


def test_who_left_or_is_done_says_nothing_new_but_can_wipe_it(browser: Client, participation: Participation) -> None:
    need = a_need(participation, words=SAID)
    Participation.objects.update(state=ParticipationState.LEFT, left_at=timezone.now())
    with pytest.raises(Refused):
        say_need(participation, by=participation.user, words="Nog iets")
    page = browser.get(path(participation)).text
    assert "niet meer aan mee" in page and 'name="words"' not in page and "Wis wat ik nodig heb" in page
    browser.post(reverse("programmes:access_take_back", args=[need.key]))
    assert not AccessNeed.objects.exists()


def test_a_meeting_that_is_foreign_or_called_off_is_not_there(browser: Client, participation: Participation) -> None:
    elsewhere = soon(admitted())
    off = soon(participation, cancelled_at=timezone.now())
    for meeting in (elsewhere, off):
        assert browser.get(path(participation, meeting)).status_code == 404
        with pytest.raises(Refused):
            say_need(participation, by=participation.user, words="Iets", meeting=meeting)


# Whose it is --------------------------------------------------------------------------------------


def test_each_rule_by_role() -> None:
    need = a_need()
    participation, edition = need.participation, need.participation.edition
    people: dict[str, User] = {
        "own": participation.user,
        "organiser": organiser_of(edition.programme),
        "foreign": organiser_of(OpenEditionFactory().programme),
        "administrator": AdministratorFactory(),
        "newcomer": UserFactory(),
    }
    yes = {
        "say": [role for role, user in people.items() if policies.can_say_needs(user, participation)],
        "shows": [role for role, user in people.items() if policies.shows_saying(user, participation)],
        "take back": [role for role, user in people.items() if policies.can_take_back_need(user, need)],
        "arrange": [role for role, user in people.items() if policies.can_arrange(user, edition)],
        "see": [role for role, user in people.items() if AccessNeed.objects.at_the_desk_of(user).exists()],
    }
    mine, theirs = ["own"], ["organiser"]
    assert yes == {"say": mine, "shows": mine, "take back": mine, "arrange": theirs, "see": theirs}


def test_another_can_neither_say_nor_wipe(client: Client, participation: Participation) -> None:
    need, stranger = a_need(participation, words=SAID), sign_in(client, UserFactory())
    with pytest.raises(PermissionDenied):
        say_need(participation, by=UserFactory(), words="x")
    with pytest.raises(PermissionDenied):
        take_back_need(need, by=UserFactory())
    for there, nowhere in (
        (path(participation), f"/mijn/toegang/{need.key}/"),
        (f"/mijn/toegang/{need.key}/wissen/", f"/mijn/toegang/{participation.key}/wissen/"),
    ):
        for press in (stranger.get, stranger.post):
            answers = [press(one).content.replace(one.encode(), b"") for one in (there, nowhere)]
            assert answers[0] == answers[1]
    assert AccessNeed.objects.get().words == SAID


def test_the_desk_sees_it_only_with_consent_and_while_somebody_takes_part(participation: Participation) -> None:
    a_need(participation)
    organiser = organiser_of(participation.edition.programme)
    seen = AccessNeed.objects.at_the_desk_of(organiser)
    assert seen.count() == 1
    Consent.objects.update(withdrawn_at=timezone.now())
    assert not seen.exists()
    Consent.objects.update(withdrawn_at=None)
    Participation.objects.update(state=ParticipationState.LEFT, left_at=timezone.now())
    assert not seen.exists()


# Going --------------------------------------------------------------------------------------------


def test_taking_the_consent_back_takes_everything_said_along(browser: Client, participation: Participation) -> None:
    a_need(participation, words=SAID)
    a_need(participation, meeting=soon(participation))
    page = browser.get("/mijn/gegevens/").text
    assert "Vertellen wat je nodig hebt om mee te doen" in page
    typed = {"purpose": ACCESS_NEEDS.name, "about": str(participation.edition.key)}
    browser.post(reverse("people:withdraw_consent"), typed)
    assert not AccessNeed.objects.exists()


def test_wiping_the_last_one_takes_the_consent_back(participation: Participation) -> None:
    first, second = a_need(participation), a_need(participation, meeting=soon(participation))
    take_back_need(first, by=participation.user)
    assert consent.stands(participation.user, ACCESS_NEEDS.name, participation.edition.key)
    take_back_need(second, by=participation.user)
    take_back_need(second, by=participation.user)
    assert not consent.stands(participation.user, ACCESS_NEEDS.name, participation.edition.key)


def test_it_goes_fourteen_days_after_the_last_activity(participation: Participation) -> None:
    """The last meeting counts, also where it is later than the last day of the edition."""
    edition, now = participation.edition, timezone.now()
    edition.starts_on, edition.ends_on = timezone.localdate() - timedelta(days=40), timezone.localdate()
    edition.save()
    last = now + timedelta(days=3)
    a_need(participation)
    meeting = a_meeting(edition, last, last + timedelta(hours=1))
    kept = privacy.purge_expired(last + timedelta(days=13), dry_run=True)
    gone = privacy.purge_expired(last + timedelta(days=15), dry_run=True)
    assert (kept["access_need"], gone["access_need"]) == (0, 1)
    meeting.delete()
    assert privacy.purge_expired(now + timedelta(days=16))["access_need"] == 1
    assert not AccessNeed.objects.exists() and not Consent.objects.standing().exists()


@pytest.mark.parametrize("how", ["left", "completed", "cancelled", "endless"])
def test_it_goes_however_taking_part_ends(how: str, participation: Participation) -> None:
    need, now = a_need(participation), timezone.now()
    ways = {
        "left": lambda: Participation.objects.update(state=ParticipationState.LEFT, left_at=now),
        "completed": lambda: Participation.objects.update(
            state=ParticipationState.COMPLETED, started_at=now, completed_at=now
        ),
        "cancelled": lambda: type(need.participation.edition).objects.update(state=EditionState.CANCELLED),
        "endless": lambda: type(need.participation.edition).objects.update(ends_on=None),
    }
    before = privacy.purge_expired(now + timedelta(days=15), dry_run=True)
    ways[how]()
    after = timedelta(days=366 if how == "endless" else 15)
    purged = privacy.purge_expired(now + after, dry_run=True)
    name = "access_need_without_end" if how == "endless" else "access_need"
    assert (before[name], purged[name]) == (0, 1)


def test_a_participation_that_goes_takes_need_and_consent_along(participation: Participation) -> None:
    a_need(participation)
    forget_participations(participation.user, participation.edition.key)
    assert not AccessNeed.objects.exists() and not Consent.objects.standing().exists()


def test_the_export_holds_it_and_erasing_leaves_that_of_others(participation: Participation) -> None:
    a_need(participation, words=SAID)
    other = a_need(words="Van een ander")
    (told,) = ACCESS.export(participation.user)["access_needs"]
    assert told["words"] == SAID and told["wishes"] == ["een schrijftolk"]
    privacy.erase(participation.user)
    assert AccessNeed.objects.get() == other
