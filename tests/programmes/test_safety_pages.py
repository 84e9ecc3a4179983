"""What people see and press to be safe: hiding, blocking, reporting, a threat, and getting away quickly."""

from datetime import timedelta

import pytest
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import timezone

from home import page_cache
from lifecycle.models import JournalLine
from people.models import Letter
from programmes.agenda.policies import can_see_address as sees_event
from programmes.models import Block, Report, ThreatMode
from programmes.safety import actions, blocking, hiding, threat
from programmes.safety.forms import value_of
from programmes.safety.names import KIND
from programmes.safety.reporting import found
from programmes.taking_part.group_page import names
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    EventFactory,
    ProgrammeFactory,
    RegistrationFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
)
from tests.programmes.in_a_group import a_meeting
from tests.programmes.kept_safe import WORDS, a_safe_group, in_the_pool
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
LEAVE = "Verlaat deze pagina snel"


@pytest.fixture
def group():
    return a_safe_group()


@pytest.fixture
def person(client, group):
    return sign_in(client, group.person)


def shown(group) -> list[str]:
    """Whom the person sees in her group."""
    own = type(group.own).objects.select_related("edition__programme", "group_member").get(pk=group.own.pk)
    return [one.display_name for one in names(group.person, own)]


def choice(group, user) -> str:
    """What stands for this contact in the form."""
    return value_of(group.programme.safeguarding_contacts.get(user=user))


# Hide me and block -------------------------------------------------------------------------------


def test_hiding_is_one_press_for_everybody_at_once_and_undone_by_one(person, group):
    other = sign_in(Client(), group.other)
    assert shown(group) == ["Distel"] and "Verberg mij" in other.get("/mijn/").text
    other.post(reverse("safety:hide"))
    assert hiding.is_hidden(group.other) and shown(group) == []
    assert list(hiding.hidden().values_list("user", flat=True)) == [group.other.pk]
    page = other.get("/mijn/").text
    assert "Je bent verborgen" in page and "Verberg mij" not in page
    mine = other.get(reverse("programmes:group", kwargs={"key": group.mate.key})).text
    assert "De anderen zien je naam niet" in mine
    other.post(reverse("safety:show"))
    assert not hiding.is_hidden(group.other) and shown(group) == ["Distel"]


def test_twice_hidden_is_once_and_the_journal_knows_each_change_once(group):
    for _press in range(2):
        hiding.hide(by=group.person)
    assert [hiding.show(by=group.person) for _press in range(2)] == [True, False]
    verbs = JournalLine.objects.filter(actor=group.person.journal_key, verb__in=["hide", "show"])
    assert sorted(verbs.values_list("verb", flat=True)) == ["hide", "show"]


def test_a_block_works_both_ways_is_silent_and_can_be_taken_back(person, group):
    page = person.get(reverse("programmes:group", kwargs={"key": group.own.key})).text
    path = f"{reverse('safety:block')}{group.query}"
    assert path.replace("&", "&amp;") in page
    asked = person.get(path).text
    assert "Distel" in asked and not Block.objects.exists()  # looking blocks nobody
    back = reverse("programmes:group", kwargs={"key": group.own.key})
    assert f'href="{back}">Toch niet</a>' in asked, "back to where she came from"
    person.post(path)
    assert blocking.blocked_between(group.other, group.person)
    assert blocking.with_a_block(group.other) == {group.person.pk} == {group.person.pk}
    assert blocking.with_a_block(group.person) == {group.other.pk} and shown(group) == []
    theirs = sign_in(Client(), group.other).get(reverse("programmes:group", kwargs={"key": group.mate.key})).text
    assert "Zonnebloem" not in theirs and "lokkeer" not in theirs.replace("Blokkeren en verbergen", "")
    assert not Letter.objects.exists()
    listed = person.get(reverse("safety:mine")).text
    assert "Distel" in listed and "Ander" not in listed  # as she knew the other, and not her account
    person.post(reverse("safety:unblock", kwargs={"key": Block.objects.get().key}))
    assert not Block.objects.exists() and shown(group) == ["Distel"]


def test_a_block_by_the_other_stays_when_one_takes_back_ones_own(group):
    blocking.block(group.other, by=group.person)
    blocking.block(group.person, by=group.other)
    assert blocking.unblock(group.other, by=group.person) and not blocking.unblock(group.other, by=group.person)
    assert blocking.blocked_between(group.person, group.other)


def test_whoever_was_blocked_takes_nothing_back_by_its_key(group):
    own = blocking.block(group.other, by=group.person)
    path = reverse("safety:unblock", kwargs={"key": own.key})
    assert sign_in(Client(), group.other).post(path).status_code == 404 and Block.objects.get() == own


@pytest.mark.parametrize("query", ["", "?soort=group_name&wat=", "?soort=x&wat=x", "?soort=group_name&wat=%00", "own"])
def test_what_one_does_not_see_cannot_be_blocked(person, group, query):
    query = f"?soort={KIND}&wat={group.own.key}" if query == "own" else query
    assert person.get(f"{reverse('safety:block')}{query}").status_code == 404


def test_a_stranger_finds_no_name_by_its_key(group):
    assert found(group.person, KIND, str(group.mate.key)) is not None
    assert found(UserFactory(), KIND, str(group.mate.key)) is None
    assert found(group.organiser, KIND, str(group.mate.key)) is None


# Reporting ---------------------------------------------------------------------------------------


def test_from_a_name_to_a_closed_report_on_both_sides(person, group):
    path = f"{reverse('safety:report')}{group.query}"
    answer = person.post(path, {"words": WORDS, "readers": choice(group, group.outside)})
    report = Report.objects.get()
    assert (report.about, report.quoted) == (group.other, "Distel")
    own, read = answer["Location"], reverse("safety:to_read", kwargs={"key": report.key})
    inside, outside = sign_in(Client(), group.inside), sign_in(Client(), group.outside)
    assert inside.get(read).status_code == 404
    assert "Er is een nieuwe melding" in outside.get("/mijn/").text
    assert "Er is een nieuwe melding" not in inside.get("/mijn/").text
    first = outside.get(read).text
    assert "Nieuw</span>" in first and first.count("utrecht-button--primary-action") == 1  # take it up, then answer
    outside.post(read, {"verb": "take_up"})
    assert outside.get(read).text.count("utrecht-button--primary-action") == 1
    person.post(path, {"words": WORDS, "readers": choice(group, group.outside)})
    listed = outside.get(reverse("safety:reports")).text
    assert listed.index("· nieuw") < listed.index("· opgepakt")  # what nobody took up stands in front
    Report.objects.exclude(pk=report.pk).delete()
    outside.post(read, {"verb": "ask_to_close", "words": "Ik sprak hem. Is het zo goed?"})
    assert "Is het klaar voor jou?" in person.get("/mijn/").text
    assert "Ik sprak hem" in person.get(own).text
    person.post(own, {"words": "Nog één ding."})
    assert "Nog één ding." in outside.get(read).text
    assert "Ik vroeg het" not in outside.get(read).text
    assert "Dit is voor later" in outside.post(read, {"verb": "follow_up", "which": "two_days"}, follow=True).text
    report.follow_ups.filter(when="two_days").update(due_at=timezone.now())
    assert outside.get(read).text.count("Ik vroeg het") == 1
    outside.post(read, {"verb": "follow_up", "which": "two_days"})
    person.post(own, {"verb": "agree"})
    report.refresh_from_db()
    assert report.is_closed and report.follow_ups.exclude(done_at=None).count() == 1
    assert "afgesloten" in outside.get(reverse("safety:reports")).text


def test_who_is_in_several_programmes_chooses_first_and_may_choose_none(person, group):
    other = SentApplicationFactory(user=group.person).edition.programme
    contact = SafeguardingContactFactory(programme=other).user
    page = person.get(reverse("safety:report")).text
    assert group.programme.name in page and other.name in page
    person.post(f"{reverse('safety:report')}?programma={other.key}", {"words": WORDS})
    assert Report.objects.get().programme == other and Letter.objects.get().recipient == contact
    foreign = ProgrammeFactory().key
    assert person.get(f"{reverse('safety:report')}?programma={foreign}").status_code == 404
    assert "Hier leest nu niemand mee" in person.get(f"{reverse('safety:report')}?programma=geen").text
    in_the_pool()
    person.post(f"{reverse('safety:report')}?programma=geen", {"words": WORDS, "for_another": "on"})
    assert Report.objects.filter(programme=None, for_another=True).exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"words": "", "readers": "alle"}, "Schrijf op wat er is gebeurd"),
        ({"words": "\x00\u202e ", "readers": "alle"}, "Schrijf op wat er is gebeurd"),
        ({"words": "x" * 4001, "readers": "alle"}, "hoogstens 4000 tekens"),
        ({"words": WORDS}, "Kies wie je melding mag lezen"),
        ({"words": WORDS, "readers": "3"}, "Kies wie je melding mag lezen, uit de lijst"),
        ({"words": WORDS, "readers": "\x00"}, "Kies wie je melding mag lezen, uit de lijst"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(person, group, values, said):
    page = person.post(reverse("safety:report"), values | {"held": "geen\x00\u20acsleutel"})
    assert said in page.text and "Fout:" in page.text and not Report.objects.exists()
    assert values["words"].strip("\x00\u202e ") in page.text


def test_a_report_that_comes_too_often_keeps_its_words(person, group):
    with override_settings(ACCOUNT_RATE_LIMITS={"report": "1/h/user"}):
        codes = [person.post(reverse("safety:report"), {"words": WORDS, "readers": "alle"}) for _send in range(2)]
    assert [one.status_code for one in codes] == [302, 429] and WORDS in codes[1].text


def test_a_contact_who_is_late_keeps_what_she_typed(group):
    report = actions.send_report(WORDS, by=group.person, programme=group.programme)
    actions.agree(report, by=group.person)
    inside = sign_in(Client(), group.inside)
    page = inside.post(reverse("safety:to_read", kwargs={"key": report.key}), {"verb": "answer", "words": "Te laat"})
    assert "de stand is intussen veranderd" in page.text and "Te laat" in page.text
    day = inside.post(reverse("safety:to_read", kwargs={"key": report.key}), {"verb": "note_word", "day": "gisteren"})
    assert day.status_code == 200


# A threat ----------------------------------------------------------------------------------------


def test_one_press_closes_addresses_and_the_same_press_opens_them(group):
    soon = timezone.now() + timedelta(hours=5)
    event = EventFactory(programme=group.programme, address="Straat 1", starts_at=soon, registering="open")
    RegistrationFactory(event=event, user=group.person)
    a_meeting(group.own.edition, 5, address="Laan 2")
    person, inside = sign_in(Client(), group.person), sign_in(Client(), group.inside)
    pages = [
        reverse("programmes:registration", kwargs={"key": event.key}),
        reverse("programmes:group", kwargs={"key": group.own.key}),
    ]
    path = reverse("safety:threat", kwargs={"key": group.programme.key})
    assert [word in person.get(page).text for page, word in zip(pages, ("Straat 1", "Laan 2"), strict=True)] == [
        True
    ] * 2
    inside.post(path, {"to": "on"})
    told = [person.get(page).text for page in pages]
    assert all("Straat 1" not in text and "Laan 2" not in text for text in told)
    assert all("Het adres staat hier nu even niet" in text for text in told)
    event.refresh_from_db()
    assert not sees_event(group.person, event) and not Letter.objects.exists()
    inside.post(path, {"to": "off"})
    assert "Straat 1" in person.get(pages[0]).text
    verbs = JournalLine.objects.filter(thing_key=str(group.programme.key), actor=group.inside.journal_key)
    assert sorted(verbs.values_list("verb", flat=True)) == ["threat_off", "threat_on"]


def test_twice_on_is_once_and_kept_pages_go(group, django_capture_on_commit_callbacks):
    before = page_cache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        threat.switch_on(group.programme, by=group.administrator)
    now = page_cache.generation()
    with django_capture_on_commit_callbacks(execute=True):
        threat.switch_on(group.programme, by=group.inside)
    assert before != now == page_cache.generation() and ThreatMode.objects.count() == 1
    assert threat.is_threatened(group.programme) and not threat.is_threatened(None)
    assert list(threat.threatened().values_list("programme", flat=True)) == [group.programme.pk]
    assert "dreigingsstand staat aan" in sign_in(Client(), group.administrator).get(reverse("safety:threats")).text


# Getting away, and help ---------------------------------------------------------------------------


def test_one_gets_away_from_each_page_by_a_link_without_script(person, group):
    report = actions.send_report(WORDS, by=group.person, programme=group.programme)
    own = [reverse(f"safety:{name}") for name in ("mine", "report", "own_reports")]
    own.append(reverse("safety:own_report", kwargs={"key": report.key}))
    pages = [person.get(path).text for path in (*own, "/mijn/", f"{reverse('safety:block')}{group.query}")]
    inside = sign_in(Client(), group.inside)
    pages += [inside.get(reverse("safety:to_read", kwargs={"key": report.key})).text, Client().get("/hulp/").text]
    assert all(LEAVE in page and "Bel 112" in page for page in pages)
    assert all('href="https://www.knmi.nl/" rel="noreferrer noopener"' in page for page in pages)
