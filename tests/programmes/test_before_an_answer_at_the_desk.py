"""At the desk: who reads, what they found beside each other, a talk, lots, and the same answer to several."""

import re
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from people.models import Invitation, Letter
from programmes.actions import decisions
from programmes.choices import AdmissionMode, Verdict
from programmes.models import Application, Conversation, Edition, EditionReviewer, Review
from programmes.review import desk_sections
from programmes.states import ApplicationState, EditionState
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory
from tests.factories.review import a_review, a_reviewer, reviewed_edition, written
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
A = ApplicationState
NUMBERS = re.compile(r"score|rang|totaal|gemiddeld|punten|cijfer[^s]", re.IGNORECASE)


@pytest.fixture
def edition(programme):
    return reviewed_edition(programme, capacity=2)


@pytest.fixture
def people(edition):
    return [SentApplicationFactory(edition=edition, user__name=name) for name in ("Anne A.", "Bo B.", "Chris C.")]


def page_of(application):
    return reverse("desk_applications:detail", args=[application.key])


# Reading --------------------------------------------------------------------------------------------------


def test_a_reader_is_invited_gets_work_and_is_taken_off(desk, edition, people):
    screen = reverse("desk_edition_reviews", args=[edition.key])
    ask = reverse("desk_edition_reviewer_ask", args=[edition.key])
    assert "Nog niemand" in desk.get(screen).text
    wrong = desk.post(ask, {"address": "geen adres"})
    assert wrong.status_code == 422 and "naam@voorbeeld.nl" in wrong.text and "geen adres" in wrong.text
    for address in ("nieuw@example.org", UserFactory().email):  # with an account or without: the same answer
        assert "Uitgenodigd." in desk.post(ask, {"address": address}, follow=True).text
    assert "Uitgenodigd: nieuw@example.org" in desk.get(screen).text
    a_reviewer(edition)
    desk.post(reverse("desk_edition_reviews_spread", args=[edition.key]))
    page = desk.get(screen).text
    assert "Lezer Lou" in page and page.count("Wordt gelezen.") == 3
    link = EditionReviewer.objects.get()
    desk.post(reverse("desk_edition_reviewer_remove", args=[edition.key, link.key]))
    assert not EditionReviewer.objects.exists() and "Niemand leest dit nog." in desk.get(screen).text


def test_a_mailbox_is_not_flooded_by_asking_and_taking_back(desk, edition, settings):
    settings.ACCOUNT_RATE_LIMITS = {"invitation_mailbox": "5/d/key"}
    for _time in range(8):
        desk.post(reverse("desk_edition_reviewer_ask", args=[edition.key]), {"address": "nieuw@example.org"})
        for asked in Invitation.objects.all():
            desk.post(reverse("desk_colleagues:take_back", args=[asked.key]))
    assert Letter.objects.filter(message="people.colleague_invited").count() == 5


def test_what_was_found_stands_beside_each_other_once_all_are_in_and_holds_no_number(desk, edition, people):
    one, other = (a_review(people[0], a_reviewer(edition, UserFactory(name=name))) for name in ("Lou L.", "Mo M."))
    written(one, Verdict.MEETS, "Dit is sterk.")
    page = desk.get(page_of(people[0])).text
    assert "Dit is sterk." not in page and "leest nog" in page and "zodra iedereen klaar is" in page
    written(other, Verdict.DOUBTFUL, "Dit weet ik niet.")
    page = desk.get(page_of(people[0])).text
    for words in ("Dit is sterk.", "Dit weet ik niet.", "Hierover verschillen zij.", "Lou L.", "Mo M."):
        assert words in page
    found = page[page.index('id="beoordelingen"') : page.index("Woorden, geen cijfers")]
    assert not NUMBERS.search(found)
    screen = desk.get(reverse("desk_edition_reviews", args=[edition.key])).text
    assert "Alles is binnen." in screen and "Voldoet" not in screen


def test_one_more_reader_is_given_by_hand(desk, edition, people):
    link = a_reviewer(edition)
    assign = reverse("desk_applications:assign", args=[people[0].key])
    assert str(link.key) in desk.get(page_of(people[0])).text
    assert "Kies wie" in desk.post(assign, {"reviewer": "zomaar"}, follow=True).text
    desk.post(assign, {"reviewer": str(link.key)})
    assert Review.objects.get().reviewer == link.user
    foreign = a_reviewer(reviewed_edition())
    assert "Kies wie" in desk.post(assign, {"reviewer": str(foreign.key)}, follow=True).text


# A talk ---------------------------------------------------------------------------------------------------


def test_a_talk_is_planned_asked_otherwise_and_held(client, desk, programme, organiser):
    application = SentApplicationFactory(
        edition=OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.CONVERSATION)
    )
    plan, hold = (reverse("desk_applications:talk", args=[application.key, verb]) for verb in ("plan", "hold"))
    day = (timezone.localdate() + timedelta(days=4)).isoformat()
    for wrong, said in (
        ({"day": "2020-01-01"}, "Deze dag en tijd zijn voorbij"),
        ({"day": "31-02-2027"}, "bestaat niet"),
    ):
        answer = desk.post(plan, {"at": "14:30", "form": "phone", "where": "Wij bellen.", **wrong})
        assert answer.status_code == 422 and said in answer.text and "Wij bellen." in answer.text
    desk.post(plan, {"day": day, "at": "14:30", "form": "phone", "where": "Wij bellen."})
    assert timezone.localtime(Conversation.objects.get().starts_at).hour == 14
    browser = sign_in(type(client)(), application.user)
    own = reverse("programmes:application", args=[application.key])
    other = reverse("programmes:application_other_time", args=[application.key])
    assert "14.30" in browser.get(own).text and "Ik kan dan niet" in browser.get(own).text
    assert browser.get(other).status_code == 200 and Conversation.objects.get().is_to_come
    browser.post(other)
    assert "vraagt om een andere tijd" in desk.get(page_of(application)).text
    assert [task.url for task in section_of("talks", organiser).tasks] == [page_of(application)]
    assert "hoogstens 280" in desk.post(hold, {"note": "x" * 281}).text
    desk.post(hold, {"note": "Wil iets met het plein."})
    assert "Wil iets met het plein." in browser.get(own).text
    assert section_of("talks", organiser).tasks == ()


def test_talks_are_planned_one_after_another_ticked_off_and_lead_to_a_place(desk, programme, organiser):
    edition = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.CONVERSATION)
    people = [SentApplicationFactory(edition=edition, user__name=name) for name in ("Anne A.", "Bo B.", "Chris C.")]
    foreign = SentApplicationFactory(edition=OpenEditionFactory(admission_mode=AdmissionMode.CONVERSATION))
    names = ("desk_edition_talks", "desk_edition_talks_plan", "desk_edition_talks_hold")
    screen, plan, hold = (reverse(name, args=[edition.key]) for name in names)
    assert desk.get(screen).text.count(" checked") == 3  # everybody, to begin with
    day = (timezone.localdate() + timedelta(days=4)).isoformat()
    facts = {"day": day, "at": "09:30", "apart": "45", "form": "phone", "where": "Wij bellen."}
    chosen = [str(one.key) for one in (people[2], people[0], foreign)]
    for wrong, said in (({"who": []}, "Kies met wie"), ({"apart": "0"}, "5 tot en met 240"), ({"day": "x"}, "bestaat")):
        answer = desk.post(plan, {**facts, "who": chosen, **wrong})
        assert answer.status_code == 422 and said in answer.text and "Wij bellen." in answer.text
    assert not Conversation.objects.exists()
    assert "2 gesprekken zijn gepland" in desk.post(plan, {**facts, "who": chosen}, follow=True).text
    starts = {talk.application: timezone.localtime(talk.starts_at) for talk in Conversation.objects.all()}
    assert [f"{starts[one]:%H:%M}" for one in (people[0], people[2])] == ["09:30", "10:15"]
    assert Letter.objects.filter(key__startswith="conversation_planned").count() == 2

    assert section_of("talks", organiser).tasks == ()
    Conversation.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    assert [(task.url, task.amount) for task in section_of("talks", organiser).tasks] == [(screen, "2 gesprekken")]
    assert "Kies welke" in desk.post(hold, {"who": [str(foreign.key)]}, follow=True).text
    desk.post(hold, {"who": [str(people[2].key)]})
    assert [talk.application for talk in Conversation.objects.held()] == [people[2]]
    page = desk.get(f"{reverse(TOGETHER)}?edition={edition.key}&talked=1&verb=offer").text
    assert re.findall(r'value="([^"]+)" id="[^"]+" checked', page) == [str(people[2].key), "offer"]


def section_of(name, user):
    request = RequestFactory().get("/cms/")
    request.user = user
    return getattr(desk_sections, name)(request)


def test_what_everyone_has_read_waits_by_edition(edition, people, organiser):
    assert [task.amount for task in section_of("reviews", organiser).tasks] == ["3 aanmeldingen"]
    written(a_review(people[0], a_reviewer(edition)))
    assert [task.amount for task in section_of("reviews", organiser).tasks] == ["1 aanmelding", "2 aanmeldingen"]


# Lots -----------------------------------------------------------------------------------------------------


def test_lots_are_drawn_by_a_press_and_the_seed_is_there_to_read(desk, programme):
    edition = OpenEditionFactory(programme=programme, admission_mode=AdmissionMode.LOT, capacity=1)
    SentApplicationFactory.create_batch(2, edition=edition)
    screen, draw = (reverse(name, args=[edition.key]) for name in ("desk_edition_lots", "desk_edition_lots_draw"))
    assert "is gesloten" in desk.get(screen).text
    assert "is gesloten" in desk.post(draw, follow=True).text
    Edition.objects.filter(pk=edition.pk).update(state=EditionState.CLOSED)
    assert "loten 2 mensen mee" in desk.get(screen).text
    desk.post(draw)
    edition.refresh_from_db()
    page = desk.get(screen).text
    assert edition.lot_seed and edition.lot_seed in page and "plek aangeboden" in page and "wachtlijst" in page


# Several at once ------------------------------------------------------------------------------------------

TOGETHER = "desk_applications:together"


def answer(desk, people, step, verb="refuse", **words):
    edition = people[0].edition
    data = {"edition": edition.key, "verb": verb, "who": [one.key for one in people], step: "1"}
    typed = {f"words-{one.key}": words.get(one.user.name[0], f"Reden voor {one.user.name}") for one in people}
    return desk.post(reverse(TOGETHER), data | typed)


def states(people):
    return [Application.objects.get(pk=one.pk).state for one in people]


def test_several_are_chosen_written_to_read_back_and_answered(desk, edition, people):
    assert str(edition.key) in desk.get(reverse(TOGETHER)).text
    whom = desk.get(reverse(TOGETHER), {"edition": edition.key}).text
    assert all(one.user.name in whom for one in people)
    keys = {"edition": edition.key, "who": [one.key for one in people[:2]]}
    assert "welk antwoord" in desk.post(reverse(TOGETHER), keys).text
    assert "Kies wie" in desk.post(reverse(TOGETHER), {"edition": edition.key, "verb": "refuse"}).text
    write = desk.post(reverse(TOGETHER), keys | {"verb": "refuse"}).text
    assert write.count("<textarea") == 2 and "heeft nog geen woorden" not in write
    preview = answer(desk, people[:2], "read").text
    assert "Reden voor Anne A." in preview and "Er is antwoord op je aanmelding" in preview
    assert states(people) == [A.SUBMITTED] * 3 and not Letter.objects.exists()
    assert "Reden voor Bo B." in answer(desk, people[:2], "back").text
    assert "Reden voor Bo B." in answer(desk, people[:2], "choose").text
    assert answer(desk, people[:2], "send").status_code == 302
    assert states(people) == [A.REFUSED, A.REFUSED, A.SUBMITTED] and Letter.objects.count() == 2


def test_one_without_words_is_named_and_a_colleague_who_was_first_loses_nobody_anything(
    desk, edition, people, organiser
):
    page = answer(desk, people, "send", B="").text
    assert "Bo B. heeft nog geen woorden" in page and "Reden voor Chris C." in page
    assert "Bo B.: Niet bij de doelgroep" in answer(desk, people, "read", B="Je hoort niet bij de doelgroep.").text
    decisions.put_on_waiting_list(people[0], by=organiser)
    decisions.refuse_application(people[0], by=organiser, words="De groep is compleet.")
    late = answer(desk, people, "send")
    assert late.status_code == 409 and "Anne A.: Hierover is intussen al besloten" in late.text
    assert "Reden voor Bo B." in late.text and states(people)[1:] == [A.SUBMITTED] * 2
    full = answer(desk, people[1:], "send", verb="offer")
    assert full.status_code == 302
    other = SentApplicationFactory(edition=edition)
    too_many = answer(desk, [other], "send", verb="offer")
    assert too_many.status_code == 409 and "Alle plekken zijn vergeven" in too_many.text


def test_others_people_cannot_be_chosen(desk, edition, people, foreign):
    answer_to = desk.post(
        reverse(TOGETHER), {"edition": foreign["edition"].key, "verb": "refuse", "who": [foreign["application"].key]}
    )
    assert answer_to.status_code == 404
    mixed = {"edition": edition.key, "verb": "refuse", "who": [people[0].key, foreign["application"].key, "zomaar"]}
    page = desk.post(reverse(TOGETHER), mixed).text
    assert "Anne A." in page and "Ander Mens" not in page
    assert desk.get(reverse(TOGETHER), {"edition": "zomaar"}).status_code == 200
