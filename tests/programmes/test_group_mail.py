"""An organiser writes to a group: what goes out, to whom, once, and what comes of it."""

from typing import Any
from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.mailing import MENTORS
from people import letters
from people.delivery import progress
from people.models import Letter, User
from programmes.mailing import actions
from programmes.mailing.audiences import audiences
from programmes.mailing.emails import group_message_named
from programmes.mailing.persons import found_in
from programmes.models import Edition, GroupLetter, MailStop
from programmes.states import ParticipationState
from tests.factories.mentoring import a_pair
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, admitted, organiser_of
from tests.programmes.group_mail import ENGLISH, WORDS, here, sent, written

__all__ = ["here"]
pytestmark = pytest.mark.django_db

# To whom ----------------------------------------------------------------------------------------


def test_each_group_holds_its_own_people(here) -> None:
    starts = admitted(here.edition, state=ParticipationState.STARTED).user
    done = admitted(here.edition, state=ParticipationState.COMPLETED).user
    new = SentApplicationFactory(edition=here.edition).user
    SentApplicationFactory(edition=OpenEditionFactory(programme=here.edition.programme))
    pair = a_pair(admitted(here.edition))
    mentee, mentor = pair.participation.user, pair.mentor.user
    found = {name: set(audience.people(here.edition, here.organiser)) for name, audience in audiences().items()}
    assert found.pop("participants") == found.pop("admitted") | {starts} | {mentee}
    assert {here.first, here.second} <= set(audiences()["admitted"].people(here.edition))
    assert found == {"applicants": {new, here.waits}, "waiting": {here.waits}, "completed": {done}, "mentors": {mentor}}


def test_nobody_is_written_to_whom_the_desk_does_not_see(here) -> None:
    """Of another organisation, an account that is closed, or still asked for consent."""
    stranger = organiser_of(OpenEditionFactory().programme)
    assert not audiences()["participants"].people(here.edition, stranger).exists()
    User.objects.filter(pk=here.first.pk).update(is_active=False)
    assert set(audiences()["participants"].people(here.edition, here.organiser)) == {here.second}
    Edition.objects.filter(pk=here.edition.pk).update(reveals="health")
    assert not any(audience.people(here.edition).exists() for audience in audiences().values())


@pytest.mark.parametrize("who", ["organiser", "stranger", "administrator", "participant"])
def test_only_who_organises_it_writes_to_its_people(here, who: str) -> None:
    people = {
        "organiser": here.organiser,
        "stranger": organiser_of(OpenEditionFactory().programme),
        "administrator": AdministratorFactory(),
        "participant": here.first,
    }
    message = written(here)
    acts = [
        lambda by: actions.write_message(here.edition, audience="waiting", by=by, **WORDS),
        lambda by: actions.change_message(message, audience="waiting", by=by, **WORDS),
        lambda by: actions.try_message(message, by=by),
        lambda by: actions.send_message(message, by=by, seen=written(here).fingerprint),
        lambda by: actions.discard_message(written(here), by=by),
    ]
    for act in acts:
        if who == "organiser":
            act(people[who])
        else:
            with pytest.raises(PermissionDenied):
                act(people[who])


# Sending ----------------------------------------------------------------------------------------


def test_sending_writes_a_letter_to_each_and_a_line_in_the_journal(here, mailoutbox) -> None:
    message = sent(here)
    assert {letter.user for letter in message.letters.all()} == {here.first, here.second}
    line = JournalLine.objects.get(verb="send", thing_key=str(message.key))
    assert (line.was, line.now, line.scope) == ("draft", "sent", here.edition.programme.lead_key)
    assert letters.send_due() == 2
    assert {mail.to[0] for mail in mailoutbox} == {here.first.email, here.second.email}
    counted = progress(Letter.objects.all(), "group_letter__message", [message.pk])[message.pk]
    assert (counted.sent, counted.total, counted.to_go) == (2, 2, 0)


def test_the_same_words_go_to_a_group_once(here) -> None:
    """Also with other blanks between them, and also through another group of the same edition."""
    sent(here)
    same = written(here, text="Wij beginnen om 18.30 uur. Drinken  staat klaar.")
    with pytest.raises(Refused, match="precies dit bericht al"):
        actions.send_message(same, by=here.organiser, seen=same.fingerprint)
    through_another = written(here, "admitted")
    with pytest.raises(Refused, match="niemand"):
        actions.send_message(through_another, by=here.organiser, seen=through_another.fingerprint)
    assert GroupLetter.objects.count() == 2
    assert sent(here, text="Wij beginnen om 19.30 uur.").letters.count() == 2


def test_what_was_read_back_is_what_goes(here) -> None:
    message = written(here)
    read = message.fingerprint
    actions.change_message(message, audience="participants", by=here.organiser, **{**WORDS, "text": "Iets anders."})
    with pytest.raises(Refused, match="intussen veranderd"):
        actions.send_message(message, by=here.organiser, seen=read)
    assert not GroupLetter.objects.exists()


def test_what_went_out_is_neither_changed_nor_thrown_away_nor_sent_again(here) -> None:
    message = sent(here)
    with pytest.raises(IllegalMove):
        actions.change_message(message, audience="participants", by=here.organiser, **WORDS)
    with pytest.raises(IllegalMove):
        actions.discard_message(message, by=here.organiser)
    with pytest.raises(IllegalMove):
        actions.send_message(message, by=here.organiser, seen=message.fingerprint)
    assert Letter.objects.count() == 2


def test_who_joins_later_can_get_it_too(here) -> None:
    message = sent(here)
    with pytest.raises(Refused, match="Iedereen"):
        actions.send_to_the_rest(message, by=here.organiser)
    late = admitted(here.edition).user
    assert actions.send_to_the_rest(message, by=here.organiser) == 1
    assert Letter.objects.filter(recipient=late).count() == 1
    assert Letter.objects.filter(recipient=here.first).count() == 1


def test_a_thousand_letters_are_a_few_questions(here, django_assert_max_num_queries) -> None:
    people = UserFactory.create_batch(450)
    keys = {f"group:proef:{user.pk}": user for user in people}
    with django_assert_max_num_queries(20):
        found = letters.write_each(group_message_named, keys, message=written(here).key)
    assert len(found) == 450 and Letter.objects.count() == 450
    letters.write_each(group_message_named, keys, message=written(here).key)
    assert Letter.objects.count() == 450
    with pytest.raises(ValueError, match="another letter"):
        letters.write_each(group_message_named, {next(iter(keys)): here.first}, message=written(here).key)


# What it says -----------------------------------------------------------------------------------


def bodies(mail: Any) -> list[str]:
    return [mail.subject, mail.body, mail.alternatives[0].content]


def test_where_taking_part_tells_nothing_the_words_stand_in_the_mail(here, mailoutbox) -> None:
    User.objects.filter(pk=here.second.pk).update(language="en")
    sent(here, **ENGLISH)
    letters.send_due()
    by_address = {mail.to[0]: mail for mail in mailoutbox}
    dutch, english = by_address[here.first.email], by_address[here.second.email]
    assert dutch.subject == WORDS["subject"] and english.subject == ENGLISH["subject_en"]
    for part in bodies(dutch)[1:]:
        assert "18.30 uur." in part and "Drinken staat klaar." in part and "Raad in zicht" in part
    assert ENGLISH["text_en"] in english.body and 'lang="en"' in english.alternatives[0].content
    letter = GroupLetter.objects.get(user=here.first)
    assert dutch.body.count(f"/mijn/bericht/{letter.key}/") == 1


@pytest.mark.parametrize("why_neutral", ["sensitive", "a name", "an address", "sensitive since"])
def test_otherwise_the_mail_only_says_that_there_is_a_message(here, mailoutbox, why_neutral: str) -> None:
    text = {"a name": "Vraag het ANNA  de Wit.", "an address": f"Mail {here.second.email}."}.get(
        why_neutral, "Kom om 8 uur."
    )
    stays = Edition.objects.filter(pk=here.edition.pk)
    with mock.patch("programmes.models.Edition.is_sensitive", why_neutral == "sensitive"):
        message = sent(here, text=text)
    assert message.is_neutral == (why_neutral != "sensitive since")
    with mock.patch("programmes.models.Edition.is_sensitive", why_neutral.startswith("sensitive")):
        assert stays.exists() and letters.send_due() == 2
    for mail in mailoutbox:
        assert mail.subject == "Er is een bericht voor je"
        for word in (WORDS["subject"], text, "Raad in zicht", str(here.edition.programme.lead())):
            assert not any(word in part for part in bodies(mail))


def test_the_strictest_edition_of_a_programme_speaks_for_all_its_mail(here, mailoutbox) -> None:
    before = sent(here)
    OpenEditionFactory(programme=here.edition.programme, reveals="health")
    message = sent(here, text="Kom om 8 uur.")
    assert not before.is_neutral and message.is_neutral
    assert letters.send_due() == 4
    assert not any("Raad in zicht" in part for mail in mailoutbox for part in bodies(mail))
    with pytest.raises(Refused, match="naam van het programma"):
        sent(here, "mentors", text="Welkom bij Raad in zicht.")


def test_who_stopped_the_mail_or_left_gets_none(here, mailoutbox) -> None:
    actions.stop_mail(here.edition, by=here.first)
    message = sent(here)
    assert [letter.letter for letter in message.letters.filter(user=here.first)] == [None]
    here.edition.participations.filter(user=here.second).update(state=ParticipationState.LEFT, left_at=timezone.now())
    here.edition.applications.filter(user=here.second).update(state="withdrawn", withdrawn_at=timezone.now())
    assert letters.send_due() == 0 and mailoutbox == []
    counted = progress(Letter.objects.all(), "group_letter__message", [message.pk])[message.pk]
    assert counted.needless == 1
    actions.resume_mail(here.edition, by=here.first)
    assert not MailStop.objects.exists()


def test_stopping_between_writing_and_sending_counts(here, mailoutbox) -> None:
    sent(here)
    actions.stop_mail(here.edition, by=here.first)
    letters.send_due()
    assert [mail.to for mail in mailoutbox] == [[here.second.email]]


def test_a_mentor_does_not_read_what_a_sensitive_programme_is_called(here) -> None:
    message = written(here, "mentors", text="Over raad IN zicht.")
    assert actions.why_not(message) == ""
    message.edition.reveals = "health"
    assert "naam van het programma" in actions.why_not(message)
    assert not MENTORS.sees_programme


def test_a_trial_goes_to_the_writer_alone_and_once_a_day(here, mailoutbox) -> None:
    message = written(here)
    actions.try_message(message, by=here.organiser)
    with pytest.raises(Refused, match="vandaag al"):
        actions.try_message(message, by=here.organiser)
    letters.send_due()
    [mail] = mailoutbox
    assert mail.to == [here.organiser.email] and mail.subject == f"Proefmail: {WORDS['subject']}"
    assert "Dit is een proef." in mail.body and f"/cms/berichten/{message.key}/" in mail.body
    assert message.is_draft and not GroupLetter.objects.exists()


@pytest.mark.parametrize(
    ("text", "persons", "contacts"),
    [
        ("Bel anna   DE wit.", ("Anna de Wit",), ()),
        ("Annas de Witte komt", (), ()),
        ("Mail ANNA@example.org of info@example.org", ("ANNA@example.org",), ("info@example.org",)),
        ("Bel 06-12345678 of 020 123 45 67", (), ("06-12345678", "020 123 45 67")),
        ("Om 18.30 uur, zaal 12, kosten 25 euro, 12-03-2027", (), ()),
    ],
)
def test_persons_are_seen_in_words(text: str, persons: tuple[str, ...], contacts: tuple[str, ...]) -> None:
    found = found_in(text, [("Anna de Wit", "anna@example.org"), ("", "leeg@example.org"), ("Al", "al@example.org")])
    assert (found.persons, found.contacts) == (persons, contacts)
