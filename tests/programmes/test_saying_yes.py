"""The person's side of an answer: what the pages say, the button, and letters that give nothing away."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from people import consent, letters
from people.models import Letter
from programmes.actions import decisions, participations
from programmes.choices import Reveals
from programmes.models import Application, Participation
from programmes.states import ApplicationState, ParticipationState
from tests.factories.people import ConsentTextFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    SentApplicationFactory,
    admitted,
)

pytestmark = pytest.mark.django_db
A = ApplicationState
REASON = "Er waren meer mensen dan plekken. Het rijdende lab past beter."


@pytest.fixture
def application(programme, person):
    return SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user=person)


@pytest.fixture
def offered(application, organiser):
    return decisions.offer_place(application, by=organiser, words="Fijn dat je er bent.")


def address(application, name="application_offer"):
    return reverse(f"programmes:{name}", kwargs={"key": application.key})


def at(browser, application, name="application"):
    return browser.get(address(application, name)).text


def mine(browser):
    return browser.get(reverse("people:mine")).text


def test_an_offer_is_the_next_step_and_the_button_says_yes(browser, offered):
    assert "Je kunt meedoen: zeg ja" in mine(browser) and address(offered) in mine(browser)
    assert address(offered) in at(browser, offered)
    page = at(browser, offered, "application_offer")
    assert "Ja, ik doe mee" in page and "Fijn dat je er bent." in page and "Eigen programma" in page
    assert offered.edition.programme.lead().name in page
    assert not Participation.objects.exists()
    for _press in range(2):
        assert browser.post(address(offered)).status_code == 302
    participation = Participation.objects.get()
    assert reverse("programmes:participation", kwargs={"key": participation.key}) in mine(browser)
    assert "Je kunt meedoen" not in mine(browser)
    assert browser.get(address(offered)).status_code == 302


def test_the_nearest_last_day_comes_first(browser, person, programme, organiser):
    for name, days in [("Verder weg", 9), ("Dichtbij", 2)]:
        SentApplicationFactory(
            edition=OpenEditionFactory(programme=ProgrammeFactory(name=name)),
            user=person,
            state=A.OFFERED,
            answer_until=timezone.now() + timedelta(days=days),
        )
    ApplicationFactory(user=person, edition=OpenEditionFactory(closes_at=timezone.now() + timedelta(days=5)))
    page = mine(browser)
    assert page.index("Met Dichtbij.") < page.index("Maak je aanmelding af") < page.index("Met Verder weg.")


def test_no_thanks_is_withdrawing(browser, offered):
    assert address(offered, "application_withdraw") in at(browser, offered, "application_offer")
    browser.post(address(offered, "application_withdraw"))
    offered.refresh_from_db()
    assert offered.state == A.WITHDRAWN and not Participation.objects.exists()


def test_after_the_last_day_the_pages_say_so_before_the_sweep_came(browser, offered):
    Application.objects.update(answer_until=timezone.now() - timedelta(minutes=1))
    assert "Het aanbod is verlopen" in at(browser, offered) and "Je kunt meedoen" not in mine(browser)
    assert browser.get(address(offered)).status_code == 302
    late = browser.post(address(offered))
    assert late.status_code == 409 and "Het aanbod gold tot en met" in late.text
    assert not Participation.objects.exists()


def test_anothers_offer_is_not_there(browser, organiser, programme):
    other = SentApplicationFactory(edition=OpenEditionFactory(programme=programme))
    decisions.offer_place(other, by=organiser)
    assert browser.get(address(other)).status_code == 404
    assert browser.post(address(other)).status_code == 404
    assert not Participation.objects.exists()


def test_a_no_comes_with_its_reason(browser, application, organiser):
    decisions.refuse_application(application, by=organiser, words=REASON)
    page = at(browser, application)
    assert "Je doet deze keer niet mee" in page and REASON in page


def test_the_waiting_list_is_never_called_the_list(browser, application, organiser):
    decisions.put_on_waiting_list(application, by=organiser, words="Wij bellen je als er plek is.")
    page = at(browser, application)
    assert "Je staat op de wachtlijst" in page and "Wij bellen je als er plek is." in page


def test_who_left_reads_that(browser, application, organiser):
    decisions.offer_place(application, by=organiser)
    participation = decisions.accept_offer(application, by=application.user)
    assert (
        "Stoppen met meedoen"
        in browser.get(reverse("programmes:participation", kwargs={"key": participation.key})).text
    )
    participations.leave_participation(participation, by=organiser)
    assert "Je doet niet meer mee" in at(browser, application) and "Je doet niet meer mee" in mine(browser)


def test_what_is_done_cannot_be_withdrawn(browser, person):
    done = admitted(user=person, state=ParticipationState.COMPLETED)
    application = Application.objects.get(user=person)
    assert address(application, "application_withdraw") not in at(browser, application)
    assert browser.get(address(application, "application_withdraw")).status_code == 302
    assert browser.post(address(application, "application_withdraw")).status_code == 409
    done.refresh_from_db()
    assert done.is_completed


def test_the_overview_asks_the_same_for_one_as_for_many(browser, person):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            mine(browser)
        return len(asked)

    for state in (A.OFFERED, A.WAITING):
        SentApplicationFactory(user=person, state=state)
    admitted(user=person)
    admitted(user=person, state=ParticipationState.COMPLETED)
    mine(browser)
    few = queries()
    for _number in range(4):
        SentApplicationFactory(user=person, state=A.OFFERED)
        admitted(user=person)
        admitted(user=person, state=ParticipationState.COMPLETED)
    assert queries() == few


# Where taking part reveals health or origin ---------------------------------------------------------------


def test_no_title_names_a_programme_that_reveals_something(browser, person, organiser, programme):
    ConsentTextFactory(purpose="application_reveals")
    edition = OpenEditionFactory(programme=programme, reveals=Reveals.HEALTH)
    application = SentApplicationFactory(edition=edition, user=person)
    consent.give(person, "application_reveals", about=edition.key)
    decisions.offer_place(application, by=organiser)
    pages = [address(application, "application"), address(application)]
    browser.post(address(application))
    pages.append(reverse("programmes:participation", kwargs={"key": Participation.objects.get().key}))
    for there in pages:
        page = browser.get(there, follow=True).text
        assert programme.name not in re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1], there


# Letters --------------------------------------------------------------------------------------------------


def _everything(mail):
    return mail.subject + mail.body + str(mail.alternatives)


def test_no_letter_names_a_person_a_programme_or_a_reason(mailoutbox, person, programme, organiser):
    person.name = "Sam Stil"
    person.save()
    waiting, refused, accepted, lapsed = (
        SentApplicationFactory(edition=OpenEditionFactory(programme=programme, name=f"editie-{number}"), user=person)
        for number in range(4)
    )
    decisions.put_on_waiting_list(waiting, by=organiser, words=REASON)
    decisions.refuse_application(refused, by=organiser, words=REASON)
    decisions.offer_place(accepted, by=organiser, words=REASON)
    letters.send_due()
    participation = decisions.accept_offer(accepted, by=person)
    decisions.offer_place(lapsed, by=organiser)
    Application.objects.filter(pk=lapsed.pk).update(answer_until=timezone.now() - timedelta(days=1))
    decisions.expire_offers()
    letters.send_due()
    Participation.objects.update(state=ParticipationState.STARTED)
    participations.complete_participation(participation, by=organiser)
    letters.send_due()
    assert {mail.subject for mail in mailoutbox} == {
        "Je staat op de wachtlijst",
        "Er is antwoord op je aanmelding",
        "Er is een plek voor je",
        "Je doet mee",
        "Je plek is niet meer vrij",
        "Je bent klaar. Eén vraag nog",
    }
    for mail in mailoutbox:
        assert not any(word in _everything(mail) for word in ("Sam Stil", programme.name, "editie-", "rijdende lab"))
    assert address(accepted) in next(
        _everything(mail) for mail in mailoutbox if mail.subject == "Er is een plek voor je"
    )


def test_a_letter_that_was_overtaken_is_not_sent(mailoutbox, offered):
    decisions.accept_offer(offered, by=offered.user)
    letters.send_due()
    assert [mail.subject for mail in mailoutbox] == ["Je doet mee"]
    assert Letter.objects.filter(done_at=None).count() == 0
