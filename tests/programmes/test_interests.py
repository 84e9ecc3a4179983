""" "Laat het me weten": confirmed from the mailbox, one mail when it opens, and then nothing is left."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from people import letters, privacy, takeout
from people.models import Letter
from programmes.actions.editions import close_edition, open_edition
from programmes.choices import Audience
from programmes.interests import actions
from programmes.interests.telling import tell_who_waits
from programmes.models import Edition, Interest
from programmes.states import InterestState
from tests.factories.people import UserFactory
from tests.factories.programmes import EditionFactory, SentApplicationFactory, two_contacts
from tests.people.test_privacy import whole_database
from tests.programmes import dead_ends
from tests.programmes.dead_ends import ADDRESS, an_interest, closed_programme, opened, organiser_of, revealing_programme

pytestmark = pytest.mark.django_db
CONFIRMED = InterestState.CONFIRMED


@pytest.fixture
def programme():
    return closed_programme()


def waiting(programme, address: str = ADDRESS, **fields) -> Interest:
    before = timezone.now() - timedelta(days=3)
    return an_interest(programme, address, **{"state": CONFIRMED, "asked_at": before, "confirmed_at": before, **fields})


def ask(client: Client, programme, **typed):
    return client.post(f"/laat-het-me-weten/programma/{programme.key}/", {"address": ADDRESS, **typed})


def links(mail) -> list[str]:
    return [word.partition("//")[2].partition("/")[2] for word in mail.body.split() if "/laat-het-me-weten/" in word]


# Asking and confirming ------------------------------------------------------------------------------


def test_from_asking_to_the_one_mail(client: Client, programme, mailoutbox) -> None:
    sent = ask(client, programme)
    assert sent.status_code == 302 and "Kijk in je mail" in client.get(sent["Location"]).content.decode()
    letters.send_due()
    address = "/" + links(mailoutbox[0])[0]
    page = client.get(address).content.decode()
    assert "Mogen wij het je laten weten?" in page
    assert Interest.objects.get().state == InterestState.ASKED, "opening the link changes nothing"
    assert "Wij laten het je weten" in client.post(address, {"verb": "confirm"}, follow=True).content.decode()
    assert tell_who_waits() == 0, "nothing is open"
    edition = opened(programme)
    assert tell_who_waits() == 1 and tell_who_waits() == 0
    assert not Interest.objects.exists(), "gone with the mail"
    letters.send_due()
    assert len(mailoutbox) == 2 and mailoutbox[1].to == [ADDRESS]
    assert programme.name in mailoutbox[1].subject and f"/aanmelden/{edition.key}/" in mailoutbox[1].body
    assert client.get(address).status_code == 404
    assert ADDRESS not in whole_database()


def test_the_address_is_readable_nowhere(client: Client, programme) -> None:
    ask(client, programme)
    assert "kanarie" not in whole_database()
    kinds = JournalLine.objects.values_list("thing_kind", flat=True)
    assert "kanarie" not in str(list(JournalLine.objects.values())) and "people.User" not in kinds


def test_the_mail_that_asks_says_nothing_of_what_for(client: Client, programme, mailoutbox) -> None:
    """Anybody can type anybody's address."""
    ask(client, programme)
    letters.send_due()
    assert programme.name not in mailoutbox[0].subject + mailoutbox[0].body + str(mailoutbox[0].alternatives)
    assert "account hebt" not in mailoutbox[0].body


@pytest.mark.parametrize("state", [InterestState.ASKED, CONFIRMED])
def test_it_stops_by_the_same_link(client: Client, programme, state: str) -> None:
    interest = waiting(programme) if state == CONFIRMED else an_interest(programme)
    answer = client.post(f"/laat-het-me-weten/{interest.key}/", {"verb": "stop"})
    assert "Je e-mailadres is gewist" in answer.content.decode() and not Interest.objects.exists()


def test_what_is_gone_looks_like_what_never_was(client: Client, programme) -> None:
    interest = an_interest(programme)
    actions.stop_interest(interest)
    paths = [f"/laat-het-me-weten/{key}/" for key in (interest.key, "00000000-0000-4000-8000-000000000000")]
    gone, never = (client.get(path) for path in paths)
    assert gone.status_code == never.status_code == 404
    assert gone.content.replace(paths[0].encode(), b"") == never.content.replace(paths[1].encode(), b"")
    assert client.post(paths[0], {"verb": "confirm"}).status_code == 404


def test_a_mail_that_waits_is_not_sent_after_stopping(client: Client, programme, mailoutbox) -> None:
    ask(client, programme)
    actions.stop_interest(Interest.objects.get())
    letters.send_due()
    assert mailoutbox == [] and "kanarie" not in whole_database()


def test_asked_again_it_is_one_interest_and_the_answer_is_the_same(client: Client, programme, mailoutbox) -> None:
    answers = [ask(client, programme)]
    answers.append(ask(client, programme, address="KANARIE@example.org"))
    actions.confirm_interest(Interest.objects.get())
    answers.append(ask(client, programme))
    assert {(one.status_code, one["Location"]) for one in answers} == {(302, "/laat-het-me-weten/gestuurd/")}
    kept = Interest.objects.get()
    assert kept.is_confirmed, "asking again does not undo the yes"
    letters.send_due()
    assert len(mailoutbox) == 2, "the first link was overtaken, the confirmed one gets its mail again"
    assert all(str(kept.key) in mail.body for mail in mailoutbox)


def test_in_general_one_address_waits_once(client: Client) -> None:
    for province in ("Drenthe", "Utrecht"):
        assert client.post("/laat-het-me-weten/", {"address": ADDRESS, "province": province}).status_code == 302
    assert [one.province for one in Interest.objects.all()] == ["Utrecht"]


def test_the_guide_can_say_where(client: Client) -> None:
    assert 'value="Drenthe" selected' in client.get("/laat-het-me-weten/?waar=Drenthe").content.decode()
    assert client.get("/laat-het-me-weten/?waar=%00<script>").status_code == 200


@pytest.mark.parametrize("address", ["", "kanarie", "\x00@example.org", "a" * 1_000_000 + "@example.org", "<b>@x"])
def test_bad_input_is_never_a_fault(client: Client, programme, address: str) -> None:
    answer = ask(client, programme, address=address)
    assert answer.status_code == 200 and "Fout:" in answer.content.decode() and not Interest.objects.exists()
    general = client.post("/laat-het-me-weten/", {"address": ADDRESS, "province": "Atlantis"})
    assert "Kies een provincie uit de lijst" in general.content.decode()


def test_who_reveals_something_by_asking_says_yes_to_that(client: Client) -> None:
    quiet, text = revealing_programme(), dead_ends.consent_text(actions.CONSENT)
    address = f"/laat-het-me-weten/programma/{quiet.key}/"
    page = client.get(address).content.decode()
    assert text.text in page and "Stil programma" not in page.partition("</title>")[0]
    assert "Zonder jouw ja" in ask(client, quiet).content.decode() and not Interest.objects.exists()
    ask(client, quiet, agree="on")
    assert Interest.objects.get().consent == text
    with pytest.raises(Refused):
        actions.ask_interest(quiet, ADDRESS, language="nl")


def test_of_what_is_open_there_is_nothing_to_wait_for(client: Client, programme) -> None:
    opened(programme)
    answer = client.get(f"/laat-het-me-weten/programma/{programme.key}/")
    assert answer.status_code == 302 and answer["Location"].endswith("/programmas/gesloten-programma/")


def test_a_programme_that_is_not_public_looks_like_none(client: Client) -> None:
    hidden = closed_programme("Geheim plan", live=False)
    assert ask(client, hidden).status_code == 404 and not Interest.objects.exists()


@pytest.mark.parametrize("action", ["interest", "interest_mailbox"])
def test_asking_too_often_is_stopped(client: Client, settings, programme, action: str) -> None:
    settings.ACCOUNT_RATE_LIMITS = {action: f"1/h/{'ip' if action == 'interest' else 'key'}"}
    assert ask(client, programme).status_code == 302
    refused = ask(client, programme)
    assert refused.status_code == 429 and ADDRESS in refused.content.decode()
    other = ask(client, programme, address="ander@example.org")
    assert other.status_code == (429 if action == "interest" else 302)


# Telling ---------------------------------------------------------------------------------------------


def test_only_who_confirmed_is_told(programme) -> None:
    an_interest(programme)
    waiting(programme, "tweede@example.org")
    opened(programme)
    assert tell_who_waits() == 1
    assert [one.state for one in Interest.objects.all()] == [InterestState.ASKED]


def test_a_sensitive_programme_is_named_in_no_mail(mailoutbox) -> None:
    quiet = revealing_programme()
    waiting(quiet)
    opened(quiet)
    tell_who_waits()
    letters.send_due()
    mail = mailoutbox[0]
    assert "Stil" not in mail.subject + mail.body + str(mail.alternatives) and "/aanmelden/" in mail.body


def test_a_programme_that_became_sensitive_meanwhile_is_not_named_either(programme, mailoutbox) -> None:
    waiting(programme)
    edition = opened(programme)
    tell_who_waits()
    Edition.objects.filter(pk=edition.pk).update(reveals="health")
    letters.send_due()
    assert programme.name not in mailoutbox[0].subject + mailoutbox[0].body + str(mailoutbox[0].alternatives)


def test_not_when_it_is_full_or_not_public_or_later(programme) -> None:
    waiting(programme)
    full = opened(programme, capacity=1)
    SentApplicationFactory(edition=full)
    later = closed_programme("Later programma")
    waiting(later)
    opened(later, opens_at=timezone.now() + timedelta(days=2))
    hidden = closed_programme("Geheim plan", live=False)
    waiting(hidden)
    opened(hidden)
    assert tell_who_waits() == 0
    assert tell_who_waits(timezone.now() + timedelta(days=3)) == 1


def by_button(programme) -> Edition:
    two_contacts(programme)
    edition = EditionFactory(programme=programme)
    return open_edition(edition, by=organiser_of(programme))


def test_in_general_what_opens_after_the_yes_is_news(programme) -> None:
    was_open = by_button(programme)
    interest = waiting(None, confirmed_at=timezone.now())
    assert tell_who_waits() == 0, "that was open when she asked, and did not fit"
    by_button(closed_programme("Nieuw programma"))
    assert tell_who_waits() == 1 and not Interest.objects.filter(pk=interest.pk).exists()
    letter = Letter.objects.get(key=f"opened:{interest.key}")
    assert letter.ids["edition"] != str(was_open.key)
    assert letter.message.endswith(".programme_opened_quietly"), "the form promised a mail that names no programme"


def test_in_general_what_opens_again_is_news_too(programme) -> None:
    edition = by_button(programme)
    waiting(None, confirmed_at=timezone.now())
    close_edition(edition, by=organiser_of(programme))
    open_edition(edition, by=organiser_of(programme))
    assert tell_who_waits() == 1


@pytest.mark.parametrize(
    ("wanted", "province", "told"),
    [("", "Drenthe", 1), ("Drenthe", "Drenthe", 1), ("Utrecht", "Drenthe", 0), ("Utrecht", "", 1)],
)
def test_in_general_it_is_about_where(wanted: str, province: str, told: int) -> None:
    waiting(None, province=wanted)
    by_button(closed_programme("Nieuw programma", province=province))
    assert tell_who_waits() == told


def test_in_general_nobody_hears_of_what_organisations_book() -> None:
    waiting(None)
    by_button(closed_programme("Voor partijen", for_whom=Audience.PARTIES))
    assert tell_who_waits() == 0


def test_a_look_takes_a_number_at_a_time(programme, monkeypatch) -> None:
    monkeypatch.setattr("programmes.interests.telling.AT_ONCE", 2)
    for number in range(5):
        waiting(programme, f"nummer{number}@example.org")
    opened(programme)
    assert [tell_who_waits() for _look in range(4)] == [2, 2, 1, 0]


def test_it_is_told_in_the_language_in_which_it_was_asked(programme, mailoutbox) -> None:
    waiting(programme, language="en")
    opened(programme)
    tell_who_waits()
    letters.send_due()
    assert "/en/aanmelden/" in mailoutbox[0].body


# How long, and whose ---------------------------------------------------------------------------------


def test_it_goes_by_its_time(programme) -> None:
    now = timezone.now()
    an_interest(programme, asked_at=now - timedelta(days=8))
    young = an_interest(programme, "jong@example.org", asked_at=now - timedelta(days=6))
    long_ago = now - timedelta(days=731)
    waiting(programme, "oud@example.org", asked_at=long_ago, confirmed_at=long_ago)
    kept = waiting(programme, "wacht@example.org")
    done = privacy.purge_expired(now)
    assert (done["interest_not_confirmed"], done["interest"]) == (1, 1)
    assert set(Interest.objects.all()) == {young, kept}


def test_an_account_takes_out_and_erases_what_is_of_its_own_addresses(programme) -> None:
    user = UserFactory(email=ADDRESS)
    EmailAddress.objects.create(user=user, email="tweede@example.org", verified=True)
    EmailAddress.objects.create(user=user, email="getypt@example.org", verified=False)
    waiting(programme)
    waiting(None, "Tweede@example.org")
    foreign = [waiting(programme, "getypt@example.org"), waiting(programme, "ander@example.org")]
    written = takeout.files(user)
    for text in written.values():
        assert programme.name in text and "Tweede@example.org" in text
    privacy.erase(user)
    assert set(Interest.objects.all()) == set(foreign)
