"""Six digits prove an address without an account: in one browser, for a while, for one purpose."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import timezone

from people import letters, privacy
from people.mail_codes import codes
from people.models import Letter, MailCode
from tests.factories.people import UserFactory
from tests.people.example_pages import STEPS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.people.example_urls")]
ADDRESS = "bestuur@voorbeeldpartij.example.org"


@pytest.fixture
def browser() -> Client:
    return Client()


def ask(browser: Client, address: str = ADDRESS):
    return browser.post(STEPS.ask_url, {"address": address})


def mailed(mailoutbox: list) -> str:
    letters.send_due()
    return re.search(r"^(\d{6})$", mailoutbox[-1].body, re.MULTILINE)[1]


def confirm(browser: Client, code: str):
    return browser.post(STEPS.confirm_url, {"code": code})


def known(browser: Client) -> str:
    return browser.get("/voorbeeld/").content.decode()


def other(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_who_types_the_code_over_has_proved_the_address(browser: Client, mailoutbox: list) -> None:
    assert ask(browser).url == STEPS.confirm_url
    assert known(browser) == "onbekend"
    code = mailed(mailoutbox)
    assert mailoutbox[-1].to == [ADDRESS] and code not in mailoutbox[-1].subject
    assert confirm(browser, f" {code[:3]} {code[3:]} ").url == STEPS.next_url
    assert known(browser) == ADDRESS
    assert browser.get(STEPS.ask_url).url == STEPS.next_url, "it is not asked twice"


def test_it_is_known_two_hours_and_in_this_browser_only(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    code = mailed(mailoutbox)
    stranger = Client()
    assert confirm(stranger, code).url == STEPS.ask_url and known(stranger) == "onbekend"
    confirm(browser, code)
    with time_machine.travel(timezone.now() + timedelta(minutes=119)):
        assert known(browser) == ADDRESS
    with time_machine.travel(timezone.now() + timedelta(minutes=121)):
        assert known(browser) == "onbekend"


def test_proving_gives_the_browser_another_session(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    before = browser.session.session_key
    confirm(browser, mailed(mailoutbox))
    assert browser.session.session_key != before


def test_a_wrong_code_says_so_and_after_five_the_right_one_is_dead(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    code = mailed(mailoutbox)
    for _attempt in range(4):
        assert "Deze code klopt niet" in confirm(browser, other(code)).content.decode()
    assert "werkt niet meer" in confirm(browser, other(code)).content.decode()
    assert "werkt niet meer" in confirm(browser, code).content.decode()
    assert known(browser) == "onbekend"


def test_a_code_works_a_quarter_of_an_hour_and_once(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    code = mailed(mailoutbox)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert "werkt niet meer" in confirm(browser, code).content.decode()
    confirm(browser, code)
    assert not MailCode.objects.get().works()


def test_a_code_proves_nothing_for_another_purpose(browser: Client, rf) -> None:
    ask(browser)
    code = MailCode.objects.get()
    request = rf.get("/")
    request.session = SessionStore()
    for purpose in ("another", code.purpose):
        request.session[codes.SESSION] = {purpose: {"asked": str(code.key)}}
        assert codes.confirm(request, purpose, code.digits) is (purpose == code.purpose)


def test_a_mail_that_comes_too_late_is_not_sent(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert letters.send_due() == 0
    assert mailoutbox == [] and Letter.objects.get().address is None


def test_one_address_gets_three_an_hour_and_the_answer_is_the_same(browser: Client, mailoutbox: list) -> None:
    answers = [(ask(Client()).status_code, ask(Client()).url) for _time in range(2)]
    letters.send_due()
    assert MailCode.objects.count() == len(mailoutbox) == 3 and len(set(answers)) == 1
    ask(browser)
    page = browser.get(STEPS.confirm_url).content.decode()
    assert f"naar {ADDRESS}" in page and "hooguit 3 codes per uur" in page
    assert "werkt niet meer" in confirm(browser, "000000").content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        ask(browser)
        assert MailCode.objects.count() == 4


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_at_once_one_address_gets_three(settings, rf) -> None:
    """Else a mailbox is filled by who sends all requests together."""
    settings.ACCOUNT_RATE_LIMITS = {"mail_code_mailbox": "3/h/key"}
    caches["default"].clear()
    begin = Barrier(8)

    def ask_one(number: int) -> bool:
        request = rf.post(STEPS.ask_url)
        request.session = SessionStore()
        begin.wait(timeout=20)
        try:
            return codes.ask(request, f"purpose-{number % 2}", ADDRESS)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask_one, range(8))), "and nobody hears of it"
    assert MailCode.objects.count() == Letter.objects.count() == 3


def test_a_client_that_asks_for_many_is_stopped_and_loses_nothing(browser: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"mail_code": "2/h/ip"}
    for number in range(2):
        ask(browser, f"a{number}@example.org")
    refused = ask(browser, "a3@example.org")
    assert refused.status_code == 429 and "te vaak achter elkaar" in refused.content.decode()
    assert 'value="a3@example.org"' in refused.content.decode()
    again = browser.post(STEPS.confirm_url, {"action": "resend"})
    assert again.status_code == 429 and MailCode.objects.count() == 2


def test_a_new_code_replaces_the_one_before(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    first = mailed(mailoutbox)
    answer = browser.post(STEPS.confirm_url, {"action": "resend"}, follow=True)
    assert "een nieuwe code onderweg" in answer.content.decode()
    second = mailed(mailoutbox)
    if first != second:
        confirm(browser, first)
        assert known(browser) == "onbekend"
    confirm(browser, second)
    assert known(browser) == ADDRESS


@pytest.mark.parametrize("typed", ["", "\x00", "geen adres", "a" * 2**20, "\u202e", "a@example.org, b@example.org"])
def test_what_is_no_address_is_said_below_the_field(browser: Client, typed: str) -> None:
    answer = ask(browser, typed)
    page = answer.content.decode()
    assert answer.status_code == 200 and "<title>Fout:" in page and 'href="#id_address"' in page
    assert not MailCode.objects.exists()


@pytest.mark.parametrize("typed", ["", "\x00" * 6, "1" * 2**20, "\u202e123", "١٢٣٤٥٦"])
def test_what_is_no_code_is_said_below_the_field(browser: Client, typed: str) -> None:
    ask(browser)
    answer = confirm(browser, typed)
    assert answer.status_code == 200 and 'href="#id_code"' in answer.content.decode()


def test_no_page_and_no_session_shows_the_address_to_who_did_not_ask(browser: Client, mailoutbox: list) -> None:
    ask(browser)
    confirm(browser, mailed(mailoutbox))
    kept = Session.objects.get(session_key=browser.session.session_key)
    assert ADDRESS not in str(kept.get_decoded())
    assert ADDRESS not in str({name: one.value for name, one in browser.cookies.items()})
    assert Client().get(STEPS.confirm_url).url == STEPS.ask_url


def test_a_code_is_gone_after_a_day_and_belongs_to_the_account_with_that_address(browser: Client) -> None:
    user = UserFactory(email=ADDRESS)
    ask(browser)
    (told,) = [told for rule, told in privacy.export(user) if "people.MailCode" in rule.models]
    assert told["mail_codes"][0]["address"] == ADDRESS
    assert privacy.purge_expired(timezone.now() + timedelta(hours=23))["mail_code"] == 0
    assert privacy.purge_expired(timezone.now() + timedelta(hours=25))["mail_code"] == 1
    ask(browser)
    privacy.erase(user)
    assert not MailCode.objects.exists()
