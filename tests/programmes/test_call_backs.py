"""Being called once: a number without an account, who sees it and when, and that it goes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import letters, privacy
from people.models import Letter
from programmes import policies
from programmes.call_backs import actions
from programmes.models import CallBack, Carrier
from programmes.states import CallBackState
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.people.test_privacy import whole_database
from tests.programmes import dead_ends
from tests.programmes.dead_ends import NUMBER, a_call_back, closed_programme, revealing_programme
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return closed_programme()


@pytest.fixture
def organiser(programme):
    return dead_ends.organiser_of(programme)


def ask(client: Client, programme, **typed):
    return client.post(f"/bel-mij/{programme.key}/", {"number": "06-12 34 56 78", "moment": "evening", **typed})


# Asking -------------------------------------------------------------------------------------------


def test_a_number_is_left_without_an_account(client: Client, programme) -> None:
    answer = ask(client, programme)
    asked = CallBack.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"/bel-mij/gevraagd/{asked.key}/"
    assert (asked.number, asked.moment, asked.consent) == (NUMBER, "evening", None)
    page = client.get(answer["Location"]).content.decode()
    assert "Wij bellen je" in page and "612345678" not in page.replace(" ", "")


def test_the_number_is_readable_nowhere(client: Client, programme) -> None:
    ask(client, programme)
    everything = whole_database()
    assert "12345678" not in everything and "CallBack" in everything


def test_what_is_wrong_is_said_and_kept(client: Client, programme) -> None:
    answer = ask(client, programme, number="06123", moment="morning")
    page = answer.content.decode()
    assert answer.status_code == 200 and "<title>Fout:" in page.replace("\n", "")
    assert 'value="06123"' in page and "Dit telefoonnummer klopt niet." in page
    assert 'value="morning"' in page and "checked" in page
    assert not CallBack.objects.exists()


@pytest.mark.parametrize("number", ["\x00", "06\x0012345678", "0" * 1_000_000, "\u202e8765432160", "", "<b>"])
def test_bad_input_is_never_a_fault(client: Client, programme, number: str) -> None:
    answer = ask(client, programme, number=number, moment="nooit")
    assert answer.status_code == 200 and "Fout:" in answer.content.decode()


def test_asked_again_it_is_one_call_and_the_newest_wish_counts(client: Client, programme) -> None:
    ask(client, programme)
    first = CallBack.objects.get()
    ask(client, programme, number="+31 6 12345678", moment="morning")
    again = CallBack.objects.get()
    assert again.key != first.key and again.moment == "morning"
    ask(client, closed_programme("Ander programma"))
    assert CallBack.objects.count() == 2


def test_while_it_is_called_asking_again_adds_nothing(client: Client, programme, organiser) -> None:
    calling = actions.take_call(a_call_back(programme), by=organiser)
    ask(client, programme)
    assert CallBack.objects.get() == calling


def test_who_types_the_number_of_somebody_else_does_not_see_what_she_asked(client: Client, programme, organiser):
    calling = actions.take_call(a_call_back(programme, moment="morning"), by=organiser)
    answer = client.get(ask(client, programme)["Location"])
    assert "In de avond" in answer.text and "In de ochtend" not in answer.text
    assert CallBack.objects.get() == calling, "and it is still one call"


def test_one_number_is_not_left_everywhere(client: Client, settings, programme) -> None:
    """Nobody has somebody else called by every programme there is."""
    settings.ACCOUNT_RATE_LIMITS = {"call_back_number": "1/h/key"}
    assert ask(client, programme).status_code == 302
    other = closed_programme("Ander programma")
    for notation in ("0031612345678", "06 12345678"):
        assert ask(client, other, number=notation).status_code == 429
    assert ask(client, other, number="0612345679").status_code == 302


def test_it_can_be_taken_back_from_its_own_address(client: Client, programme) -> None:
    address = ask(client, programme)["Location"]
    client.get(address)
    assert CallBack.objects.exists(), "opening it changes nothing"
    assert "Je nummer is gewist" in client.post(address).content.decode()
    assert not CallBack.objects.exists()
    assert client.get(address).status_code == 404
    nowhere = "/bel-mij/gevraagd/00000000-0000-4000-8000-000000000000/"
    gone, missing = (client.get(path).content.replace(path.encode(), b"") for path in (address, nowhere))
    assert gone == missing


def test_where_nobody_calls_it_says_so(client: Client, programme) -> None:
    programme.takes_calls = False
    programme.save()
    alone = closed_programme("Zonder organisator")
    MembershipFactory._meta.model.objects.filter(organisation=alone.lead()).delete()
    for found in (programme, alone):
        assert "belt niet terug" in client.get(f"/bel-mij/{found.key}/").content.decode()
        assert "belt niet terug" in ask(client, found).content.decode()
        with pytest.raises(Refused):
            actions.ask_call_back(found, NUMBER, moment="any", language="nl")
    assert "Gesloten programma" not in client.get("/bel-mij/").content.decode()


def test_a_programme_that_is_not_public_looks_like_none(client: Client, programme) -> None:
    hidden = closed_programme("Geheim plan", live=False)
    answer = client.get(f"/bel-mij/{hidden.key}/")
    assert answer.status_code == 404 and "Geheim" not in answer.content.decode()
    assert ask(client, hidden).status_code == 404 and not CallBack.objects.exists()


def test_who_reveals_something_by_asking_says_yes_to_that(client: Client) -> None:
    quiet, text = revealing_programme(), dead_ends.consent_text(actions.CONSENT)
    page = client.get(f"/bel-mij/{quiet.key}/").content.decode()
    assert text.text in page and "Stil programma" not in page.partition("</title>")[0]
    assert "Zonder jouw ja bewaren wij niets." in ask(client, quiet).content.decode()
    assert not CallBack.objects.exists()
    ask(client, quiet, agree="on")
    assert CallBack.objects.get().consent == text
    with pytest.raises(Refused):
        actions.ask_call_back(quiet, NUMBER, moment="any", language="nl")


def test_asking_too_often_is_stopped_and_keeps_what_was_typed(client: Client, programme, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"call_back": "2/h/ip"}
    statuses = [ask(client, programme, number=f"061234567{digit}").status_code for digit in (1, 2)]
    refused = ask(client, programme, number="0612345673")
    assert statuses == [302, 302] and refused.status_code == 429
    assert 'value="0612345673"' in refused.content.decode() and CallBack.objects.count() == 2


def test_none_of_it_is_cached(client: Client, programme) -> None:
    for address in ("/bel-mij/", f"/bel-mij/{programme.key}/"):
        assert "no-store" in client.get(address)["Cache-Control"]


# At the desk ----------------------------------------------------------------------------------------

ROLES = {
    "organiser": (True, None),
    "other_organiser": (False, None),
    "administrator": (False, AdministratorFactory),
    "ministry": (False, MinistryFactory),
    "somebody": (False, UserFactory),
}


@pytest.mark.parametrize("role", ROLES)
def test_who_calls(programme, organiser, role: str) -> None:
    may, made = ROLES[role]
    user = organiser if role == "organiser" else made() if made else MembershipFactory(role="organiser").user
    waiting = a_call_back(programme)
    assert policies.can_call(user, waiting) is may
    assert policies.shows_call(user, waiting, "take") is may and not policies.shows_call(user, waiting, "finish")
    assert not policies.sees_number(user, waiting), "nobody, before she calls"
    calling = actions.take_call(waiting, by=organiser)
    assert policies.sees_number(user, calling) is may
    if not may:
        for act in (actions.put_back_call, actions.finish_call):
            with pytest.raises(PermissionDenied):
                act(calling, by=user)


def test_who_carries_it_later_sees_what_is_asked_from_then_on(programme) -> None:
    later = MembershipFactory(role="organiser")
    before = a_call_back(programme, asked_at=timezone.now() - timedelta(days=2))
    Carrier.objects.create(
        programme=programme, organisation=later.organisation, since=timezone.now() - timedelta(days=1)
    )
    after = a_call_back(programme, "+31612345679")
    assert set(CallBack.objects.at_the_desk_of(later.user)) == {after}
    assert before not in CallBack.objects.at_the_desk_of(later.user)


def test_the_number_is_on_screen_only_while_somebody_calls(client: Client, programme, organiser) -> None:
    waiting, desk = a_call_back(programme), sign_in(client, organiser)
    detail = reverse("desk_call_backs:detail", args=[waiting.key])
    pages = [desk.get(reverse("desk_call_backs:index")), desk.get("/cms/"), desk.get(detail)]
    assert all("12345678" not in page.content.decode().replace(" ", "") for page in pages)
    desk.post(f"{detail}take/")
    assert "06 12345678" in desk.get(detail).content.decode()
    desk.post(f"{detail}finish/")
    assert "12345678" not in desk.get(detail).content.decode()
    called = CallBack.objects.get()
    assert (called.state, called.number, called.number_digest) == (CallBackState.CALLED, "", "")


def test_each_look_is_in_the_journal_and_no_word_of_the_number(programme, organiser) -> None:
    actions.finish_call(actions.take_call(a_call_back(programme), by=organiser), by=organiser)
    lines = JournalLine.objects.filter(thing_kind="programmes.CallBack").order_by("pk")
    assert [(line.verb, line.actor) for line in lines] == [
        ("take", organiser.journal_key),
        ("finish", organiser.journal_key),
    ]
    assert "12345678" not in str([line.ids for line in lines])


def test_two_colleagues_do_not_both_call(client: Client, programme, organiser) -> None:
    waiting = a_call_back(programme)
    actions.take_call(waiting, by=organiser)
    with pytest.raises(IllegalMove):
        actions.take_call(waiting, by=organiser)
    colleague = MembershipFactory(organisation=programme.lead(), role="organiser").user
    detail = reverse("desk_call_backs:detail", args=[waiting.key])
    answer = sign_in(client, colleague).post(f"{detail}take/", follow=True)
    assert "de stand is intussen veranderd" in answer.content.decode()


def test_what_was_not_done_goes_back(programme, organiser) -> None:
    back = actions.put_back_call(actions.take_call(a_call_back(programme), by=organiser), by=organiser)
    assert back.state == CallBackState.WAITING and back.number == NUMBER


def test_the_desk_says_who_waits_and_what_is_late(client: Client, programme, organiser) -> None:
    a_call_back(programme, asked_at=timezone.now() - timedelta(days=8))
    page = sign_in(client, organiser).get("/cms/").content.decode()
    assert "Mensen die gebeld willen worden" in page and programme.name in page


def test_organisers_get_one_mail_a_day_that_says_nothing(client: Client, programme, organiser, mailoutbox) -> None:
    for digit in (1, 2, 3):
        ask(client, programme, number=f"061234567{digit}")
    assert Letter.objects.count() == 1
    letters.send_due()
    mail = mailoutbox[0]
    assert mail.to == [organiser.email] and programme.name not in mail.subject + mail.body
    assert "/cms/belverzoeken/" in mail.body


def test_no_mail_when_somebody_called_meanwhile(client: Client, programme, organiser, mailoutbox) -> None:
    ask(client, programme)
    actions.take_call(CallBack.objects.get(), by=organiser)
    letters.send_due()
    assert mailoutbox == []


# How long ------------------------------------------------------------------------------------------


def test_it_goes_a_day_after_the_call_and_two_weeks_without(programme, organiser) -> None:
    now = timezone.now()
    asked = now - timedelta(days=13)
    called = actions.take_call(a_call_back(programme, asked_at=asked), by=organiser)
    actions.finish_call(called, by=organiser, at=now - timedelta(hours=25))
    fresh = actions.take_call(a_call_back(programme, "+31612345671", asked_at=asked), by=organiser)
    actions.finish_call(fresh, by=organiser, at=now - timedelta(hours=23))
    a_call_back(programme, "+31612345672", asked_at=now - timedelta(days=15))
    stuck = actions.take_call(a_call_back(programme, "+31612345673", asked_at=now - timedelta(days=15)), by=organiser)
    waiting = a_call_back(programme, "+31612345674", asked_at=asked)
    told = privacy.purge_expired(now, dry_run=True)
    done = privacy.purge_expired(now)
    assert (done["call_back"], done["call_back_not_made"]) == (1, 2) and told == done
    assert set(CallBack.objects.all()) == {fresh, waiting} and stuck.pk


# Lists ---------------------------------------------------------------------------------------------


def test_more_rows_ask_no_more_of_the_database(client: Client, programme, organiser) -> None:
    desk, counted = sign_in(client, organiser), []
    for digits in (range(1), range(1, 9)):
        for digit in digits:
            a_call_back(programme, f"+3161234567{digit}")
            closed_programme(f"Programma {digit}")
        with CaptureQueriesContext(connection) as at_the_desk:
            assert desk.get(reverse("desk_call_backs:index")).status_code == 200
        with CaptureQueriesContext(connection) as public:
            assert "Programma 0" in Client().get("/bel-mij/").content.decode()
        counted.append((len(at_the_desk), len(public)))
    assert counted[0][0] >= counted[1][0] and counted[0][1] >= counted[1][1]
    assert counted[1][1] <= 12


def test_an_empty_list_says_what_happens(client: Client, organiser) -> None:
    page = sign_in(client, organiser).get(reverse("desk_call_backs:index")).content.decode()
    assert "Niemand wacht op een telefoontje." in page
