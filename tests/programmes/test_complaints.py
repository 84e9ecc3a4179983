"""A complaint about an application: sent in words, answered in words, by a day that is promised, and then gone."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove
from lifecycle.models import JournalLine
from people import letters, privacy, takeout
from people.models import PersonSeen, User
from programmes.applying.complaints import actions, policies
from programmes.applying.complaints.desk import waiting
from programmes.choices import Reveals
from programmes.models import Application, Complaint
from programmes.states import ApplicationState, ComplaintState
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    SafeguardingContactFactory,
    SentApplicationFactory,
    organiser_of,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
WORDS, ANSWER = "Niemand belde terug.", "Dat had anders gemoeten."


@pytest.fixture
def application(programme, person) -> Application:
    return SentApplicationFactory(edition=OpenEditionFactory(programme=programme), user=person)


@pytest.fixture
def page(application) -> str:
    return reverse("programmes:complaint", kwargs={"key": application.key})


@pytest.fixture
def complaint(application, organiser) -> Complaint:
    return actions.complain(application, WORDS, by=application.user)


def at_the_desk(complaint) -> str:
    return reverse("desk_complaints:detail", args=[complaint.key])


def test_the_whole_way(application, page, organiser, mailoutbox):
    SafeguardingContactFactory(programme=application.edition.programme, display_name="Vera V.")
    mine, desk = sign_in(Client(), application.user), sign_in(Client(), organiser)
    shown = mine.get(page).text
    assert "Praat met Vera V." in shown and "/hulp/" in shown
    assert f'href="{page}"' in mine.get(reverse("programmes:application", kwargs={"key": application.key})).text
    sent = mine.post(page, {"words": f"  {WORDS}\u202e\x00"}, follow=True).text
    complaint = Complaint.objects.get()
    assert "Je klacht is verstuurd" in sent and complaint.words == WORDS
    assert complaint.answer_by == timezone.localdate() + timedelta(days=42)
    assert "Beloofd is een antwoord uiterlijk op" in desk.get("/cms/").text
    assert WORDS in desk.get(at_the_desk(complaint)).text
    assert desk.post(at_the_desk(complaint), {"words": ANSWER}).status_code == 302
    answered = mine.get(page).text
    assert ANSWER in answered and "Verstuur je klacht" in answered  # and another may follow
    letters.send_due()
    assert [mail.to for mail in mailoutbox] == [[application.user.email]]  # the first was overtaken by the answer
    said = " ".join(mail.subject + mail.body + str(mail.alternatives) for mail in mailoutbox)
    assert WORDS not in said and ANSWER not in said and application.edition.programme.name not in said
    lines = JournalLine.objects.filter(thing_kind="programmes.Complaint").order_by("pk")
    assert [(line.verb, line.was, line.now) for line in lines] == [
        ("complain", "", "sent"),
        ("answer", "sent", "answered"),
    ]
    assert PersonSeen.objects.filter(user=application.user).exists()


def test_the_organisers_are_told_by_which_day(complaint, organiser, mailoutbox):
    letters.send_due()
    (mail,) = mailoutbox
    assert mail.to == [organiser.email] and str(complaint.key) in mail.body
    assert WORDS not in mail.body and complaint.application.edition.programme.name not in mail.body


def test_words_are_unreadable_in_the_database(complaint, organiser):
    actions.answer_complaint(complaint, ANSWER, by=organiser)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, answer FROM programmes_complaint")
        stored = "".join(cursor.fetchone())
    assert stored and WORDS not in stored and ANSWER not in stored


@pytest.mark.parametrize("words", ["", "   ", "\u200b\x00", "a" * 1_000_000])
def test_what_is_no_complaint_is_not_sent(application, page, words):
    response = sign_in(Client(), application.user).post(page, {"words": words})
    assert response.status_code == 200 and "Fout:" in response.text and not Complaint.objects.exists()


def test_one_waits_at_a_time(application, page, complaint):
    response = sign_in(Client(), application.user).post(page, {"words": "Nog een"})
    assert "Je krijgt daar eerst antwoord op" in response.text and Complaint.objects.count() == 1


def test_taken_back_the_words_are_gone_at_once_and_nobody_answers_any_more(application, page, complaint, organiser):
    mine, desk = sign_in(Client(), application.user), sign_in(Client(), organiser)
    assert "Wat je schreef, is gewist" in mine.post(page, {"take_back": "1"}, follow=True).text
    complaint.refresh_from_db()
    assert (complaint.state, complaint.words) == (ComplaintState.TAKEN_BACK, "")
    assert desk.get(at_the_desk(complaint)).status_code == 404
    assert mine.post(page, {"take_back": "1"}).status_code == 302  # a second press finds nothing
    with pytest.raises(PermissionDenied):
        actions.answer_complaint(complaint, ANSWER, by=organiser)


def test_two_answer_at_once_and_the_second_keeps_what_was_typed(complaint, organiser, programme):
    second, read = sign_in(Client(), organiser_of(programme)), at_the_desk(complaint)
    second.get(read)
    actions.answer_complaint(complaint, ANSWER, by=organiser)
    late = second.post(read, {"words": "Mijn lange antwoord"})
    assert "er is al geantwoord" in late.text and "Mijn lange antwoord" in late.text and ANSWER in late.text
    with pytest.raises(IllegalMove):
        actions.answer_complaint(complaint, "Toch", by=organiser)
    assert Complaint.objects.get().answer == ANSWER


def test_who_may_what(application, complaint, organiser, programme):
    """Role by verb: complain, take back, answer."""
    hers = application.user
    table = {
        hers: (True, True, False),
        organiser: (False, False, True),
        MembershipFactory(organisation=programme.lead(), role="publisher").user: (False, False, False),
        organiser_of(OpenEditionFactory().programme): (False, False, False),
        AdministratorFactory(): (False, False, False),
        UserFactory(): (False, False, False),
    }
    for user, expected in table.items():
        got = (
            policies.can_complain(user, application),
            policies.can_take_back_complaint(user, complaint),
            policies.can_answer_complaint(user, complaint),
        )
        assert got == expected, user
    MembershipFactory(organisation=programme.lead(), role="organiser", user=hers)
    assert not policies.can_answer_complaint(hers, complaint)
    assert not policies.can_complain(hers, ApplicationFactory(user=hers))  # a draft


def test_until_she_agrees_to_be_seen_neither_name_nor_words_show(complaint, desk):
    edition = complaint.application.edition
    type(edition).objects.filter(pk=edition.pk).update(reveals=Reveals.HEALTH)
    User.objects.filter(pk=complaint.application.user_id).update(name="Zonnebloem")
    page = desk.get(at_the_desk(complaint)).text
    assert WORDS not in page and "Zonnebloem" not in page and "Verstuur je antwoord" not in page
    assert "Zonnebloem" not in desk.get(reverse("desk_complaints:index")).text
    assert desk.post(at_the_desk(complaint), {"words": ANSWER}).status_code == 404


def test_the_first_page_of_the_desk_says_which_waits_and_when_it_is_late(complaint, organiser, rf):
    request = rf.get("/cms/")
    request.user = organiser
    (task,) = waiting(request).tasks
    assert not task.is_late
    Complaint.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    assert waiting(request).tasks[0].is_late
    request.user = UserFactory()
    assert waiting(request) is None


def test_it_is_told_in_the_export_and_gone_by_its_time_and_by_erasing(complaint, organiser):
    person, now = complaint.application.user, timezone.now()
    Application.objects.update(state=ApplicationState.REFUSED, decided_at=now - timedelta(days=90))
    actions.answer_complaint(complaint, ANSWER, by=organiser)
    told = "".join(takeout.files(person).values())
    assert WORDS in told and ANSWER in told
    privacy.purge_expired(now + timedelta(days=60))
    assert Application.objects.exists()  # it waits for its complaint
    privacy.purge_expired(now + timedelta(days=92))
    assert not Complaint.objects.exists()
    privacy.purge_expired(now + timedelta(days=92))
    assert not Application.objects.exists()


def test_what_nobody_answered_goes_after_a_year_and_with_the_person(complaint):
    now = timezone.now()
    privacy.purge_expired(now + timedelta(days=364))
    assert Complaint.objects.exists()
    privacy.purge_expired(now + timedelta(days=366))
    assert not Complaint.objects.exists()


def test_it_goes_with_the_person(complaint):
    privacy.erase(complaint.application.user)
    assert not Complaint.objects.exists()
