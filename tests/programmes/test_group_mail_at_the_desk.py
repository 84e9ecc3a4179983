"""Writing to a group at the desk, and reading it at /mijn/: what is typed stays, what is seen is what goes."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from people.models import Letter, PersonSeen
from programmes.mailing import actions, policies
from programmes.models import GroupLetter, GroupMessage, MailStop
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, admitted, organiser_of
from tests.programmes.group_mail import ENGLISH, WORDS, here, sent, written
from tests.signing_in import sign_in

__all__ = ["here"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, here) -> Client:
    return sign_in(client, here.organiser)


def fields(here: Any, **changes: str) -> dict[str, Any]:
    return {"edition": here.edition.pk, "audience": "participants", **WORDS, **changes}


def page(client: Client, message: GroupMessage) -> str:
    return unescape(client.get(reverse("desk_messages:detail", args=[message.key])).content.decode())


def test_who_may_do_what(here) -> None:
    message = sent(here)
    draft = written(here, text="Anders.")
    people = {
        "organiser": here.organiser,
        "other": organiser_of(OpenEditionFactory().programme),
        "administrator": AdministratorFactory(),
        "participant": here.first,
    }
    yes = {
        name: (
            policies.can_write_to(user, here.edition),
            policies.can_read_message(user, message),
            policies.can_send_message(user, message),
            policies.shows_send(user, draft, "send"),
            policies.shows_send(user, message, "send_to_the_rest"),
        )
        for name, user in people.items()
    }
    assert yes == {**dict.fromkeys(yes, (False,) * 5), "organiser": (True,) * 5}
    assert not policies.shows_send(here.organiser, message, "send")
    assert not policies.shows_send(here.organiser, draft, "send_to_the_rest")


def test_from_writing_to_sending(here, desk: Client) -> None:
    answer = desk.post(reverse("desk_messages:write"), fields(here, **ENGLISH))
    message = GroupMessage.objects.get()
    assert answer["Location"] == reverse("desk_messages:detail", args=[message.key])
    before = page(desk, message)
    assert "2 mensen krijgen dit." in before and before.count('<iframe sandbox=""') == 4
    assert WORDS["subject"] in before and "We start at 18.30." in before and "Raad in zicht" in before
    assert desk.get(reverse("desk_messages:index")).content.decode().count(WORDS["subject"]) >= 1
    move = reverse("desk_messages:move", args=[message.key, "send"])
    desk.post(move, {"seen": message.fingerprint})
    assert GroupLetter.objects.count() == 2
    desk.post(move, {"seen": message.fingerprint})
    assert Letter.objects.count() == 2
    after = page(desk, message)
    assert "0 van 2 mails verstuurd." in after and "2 mails gaan nog weg." in after and "Verstuur naar" not in after


def test_opening_a_page_sends_nothing(here, desk: Client) -> None:
    message = written(here)
    for verb in ("send", "try", "send_again", "send_to_the_rest"):
        assert desk.get(reverse("desk_messages:move", args=[message.key, verb])).status_code == 405
    assert desk.post(reverse("desk_messages:move", args=[message.key, "delete"])).status_code == 404
    page(desk, message)
    assert not Letter.objects.exists() and message.is_draft


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("subject", "", "Schrijf een onderwerp."),
        ("subject", "x" * 101, "Maak het korter dan 100 tekens."),
        ("text", "y" * 1_000_000, "Maak hem korter dan 5000 tekens."),
        ("text", "\x00\u202e", "Schrijf een tekst."),
        ("audience", "everybody", "Kies een groep uit de lijst."),
        ("subject_en", "Only this", "Schrijf ook een tekst in het Engels"),
        ("text_en", "Only this", "Schrijf ook een onderwerp in het Engels"),
    ],
)
def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    here, desk: Client, name: str, typed: str, says: str
) -> None:
    answer = desk.post(reverse("desk_messages:write"), fields(here, **{name: typed}))
    told = unescape(answer.content.decode())
    assert answer.status_code == 200 and says in told and "Fout:" in told
    kept = "text" if name != "text" else "subject"
    assert WORDS[kept].splitlines()[0] in told and not GroupMessage.objects.exists()


def test_signs_that_nobody_sees_do_not_come_along(here, desk: Client) -> None:
    desk.post(reverse("desk_messages:write"), fields(here, subject="Neem\x00 iets\n\u202e mee"))
    assert GroupMessage.objects.get().subject == "Neem iets mee"


def test_another_editions_people_are_not_written_to(here, desk: Client) -> None:
    foreign = OpenEditionFactory()
    answer = desk.post(reverse("desk_messages:write"), {**fields(here), "edition": foreign.pk})
    assert "Kies een editie uit de lijst." in answer.content.decode() and not GroupMessage.objects.exists()
    assert foreign.programme.name not in desk.get(reverse("desk_messages:write")).content.decode()


def test_an_edition_is_chosen_beforehand_and_one_without_editions_is_helped(here, desk: Client) -> None:
    chosen = desk.get(reverse("desk_messages:write"), {"editie": str(here.edition.key)}).content.decode()
    assert f'value="{here.edition.pk}" selected' in chosen
    assert desk.get(reverse("desk_messages:write"), {"editie": "x"}).status_code == 200
    programme = OpenEditionFactory().programme
    programme.editions.all().delete()
    empty = sign_in(Client(), organiser_of(programme)).get(reverse("desk_messages:write")).content.decode()
    assert "Maak een editie" in empty and "<textarea" not in empty


def test_what_a_colleague_sent_meanwhile_is_said_and_what_was_typed_stays(here, desk: Client, monkeypatch) -> None:
    message = written(here)
    change = reverse("desk_messages:change", args=[message.key])
    typed = {"audience": "participants", **WORDS, "text": "Mijn eigen woorden."}
    first = actions.change_message

    def too_late(found: GroupMessage, **more: Any) -> GroupMessage:
        actions.send_message(found, by=here.organiser, seen=found.fingerprint)
        return first(found, **more)

    monkeypatch.setattr(actions, "change_message", too_late)
    told = desk.post(change, typed).content.decode()
    assert "Een collega verstuurde dit bericht intussen." in told and "Mijn eigen woorden." in told
    assert desk.get(change)["Location"] == reverse("desk_messages:detail", args=[message.key])


def test_a_person_in_the_words_is_named_before_it_goes(here, desk: Client) -> None:
    message = written(here, text="Vraag het Anna de Wit of bel 06-12345678.")
    told = page(desk, message)
    assert "<strong>Anna de Wit</strong>" in told and "Er is een bericht voor je" in told
    assert "Dit lezen mensen na het inloggen" in told
    without = page(desk, written(here, text="Bel 06-12345678."))
    assert "<strong>06-12345678</strong>" in without and "Dit lezen mensen na het inloggen" not in without


def test_whose_mail_failed_is_named_and_that_look_is_told(here, desk: Client) -> None:
    message = sent(here)
    Letter.objects.update(failed_at=timezone.now(), fault="TimeoutError")
    here.edition.participations.filter(user=here.second).delete()
    told = page(desk, message)
    assert here.first.email in told and here.second.email not in told and "Iemand die je hier niet meer ziet" in told
    assert "gaf geen antwoord" in told
    assert list(PersonSeen.objects.values_list("user", flat=True)) == [here.first.pk]
    home = desk.get("/cms/").content.decode()
    assert "Mails aan een groep die niet aankwamen" in home and "2 mails" in home
    desk.post(reverse("desk_messages:move", args=[message.key, "send_again"]))
    assert not message.letters.failed().exists()


def test_a_draft_can_be_thrown_away_and_nothing_else(here, desk: Client) -> None:
    gone, stays = written(here), sent(here, text="Verstuurd.")
    for message in (gone, stays):
        desk.post(reverse("desk_messages:discard", args=[message.key]))
    assert list(GroupMessage.objects.all()) == [stays]


def test_a_colleague_of_later_does_not_read_what_was_written_before(here) -> None:
    message = sent(here)
    later = organiser_of(OpenEditionFactory().programme)
    carrier = later.memberships.get().organisation.carries.create(programme=here.edition.programme)
    assert sign_in(Client(), later).get(reverse("desk_messages:detail", args=[message.key])).status_code == 404
    new = written(here, "waiting", text="Nieuw.")
    assert carrier.since < new.begun_at
    waits = SentApplicationFactory(edition=here.edition, state="waiting").user
    assert {*GroupMessage.objects.at_the_desk_of(later)} == {new}
    actions.send_message(new, by=later, seen=new.fingerprint)
    assert [letter.user for letter in new.letters.all()] == [waits]


# At /mijn/ --------------------------------------------------------------------------------------


def test_a_person_reads_her_message_and_stops_the_mail_with_a_button(here, client: Client) -> None:
    sent(here, **ENGLISH)
    letter = GroupLetter.objects.get(user=here.first)
    path = reverse("programmes:group_letter", args=[letter.key])
    sign_in(client, here.first)
    shown = client.get(path).content.decode()
    assert WORDS["subject"] in shown and "Drinken staat klaar." in shown and "Raad in zicht" in shown
    assert 'lang="en"' in (english := client.get(f"/en{path}").content.decode()) and ENGLISH["subject_en"] in english
    assert not MailStop.objects.exists()
    client.post(path, {"stop": "1"})
    assert MailStop.objects.get().user == here.first and "Mail mij weer" in client.get(path).content.decode()
    client.post(path, {"again": "1"})
    assert not MailStop.objects.exists()
    mine = client.get("/mijn/").content.decode()
    assert path in mine and WORDS["subject"] in mine


def test_anothers_message_looks_like_one_that_is_not_there(here, client: Client) -> None:
    sent(here)
    letter = GroupLetter.objects.get(user=here.second)
    sign_in(client, here.first)
    missing = client.get(reverse("programmes:group_letter", args=["00000000-0000-4000-8000-000000000000"]))
    found = client.get(reverse("programmes:group_letter", args=[letter.key]))
    assert found.status_code == missing.status_code == 404
    assert client.post(reverse("programmes:group_letter", args=[letter.key]), {"stop": "1"}).status_code == 404
    assert not MailStop.objects.exists()


def test_a_mentor_of_a_sensitive_edition_does_not_see_its_name(here, client: Client) -> None:
    message = sent(here, text="Kom om acht uur.")
    message.edition.__class__.objects.update(reveals="health")
    mentor = UserFactory()
    to_mentor = GroupMessage.objects.create(
        edition=here.edition, audience="mentors", **WORDS, state="sent", sent_at=timezone.now(), sent_words="x"
    )
    letter = GroupLetter.objects.create(message=to_mentor, user=mentor)
    shown = sign_in(client, mentor).get(reverse("programmes:group_letter", args=[letter.key])).content.decode()
    assert WORDS["subject"] in shown and "Raad in zicht" not in shown
    own = GroupLetter.objects.get(message=message, user=here.first)
    shown = sign_in(Client(), here.first).get(reverse("programmes:group_letter", args=[own.key])).content.decode()
    assert "Raad in zicht" in shown and "Raad in zicht" not in shown.partition("</title>")[0]


def test_everybody_without_mail_can_still_read_it(here, client: Client) -> None:
    actions.stop_mail(here.edition, by=here.first)
    admitted(here.edition)
    sent(here)
    assert WORDS["subject"] in sign_in(client, here.first).get("/mijn/").content.decode()
