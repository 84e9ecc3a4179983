"""What the two of a pair write to each other: who reads it, when a mail goes, and what stays when they stop."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from mentoring.actions import matches
from mentoring.models import Match, PairMessage
from mentoring.states import MatchState, MeetingState, Side
from mentoring.talking import actions
from people import letters, privacy
from people.models import Letter, User
from programmes.safety import blocking
from programmes.safety.reporting import found
from tests.factories.mentoring import MeetingFactory, a_match, a_pair
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def mentee_of(pair: Match) -> User:
    return pair.participation.user


def mentor_of(pair: Match) -> User:
    return pair.mentor.user


def at(pair: Match, name: str = "messages") -> str:
    return reverse(f"mentoring:{name}", kwargs={"key": pair.key})


def text_of(response) -> str:
    return response.content.decode()


def mails() -> list[str]:
    return list(Letter.objects.filter(message="mentoring.message_waits").values_list("recipient__email", flat=True))


def test_a_message_waits_until_it_is_opened_by_a_press(pair, as_mentee, as_mentor):
    sent = as_mentee.post(at(pair), {"words": "Dag Marjan,\n\nzin in <b>donderdag</b>?"}, follow=True)
    assert "zin in &lt;b&gt;donderdag&lt;/b&gt;?" in text_of(sent) and "<strong>Jij</strong>" in text_of(sent)
    for name in ("messages", "room"):
        before = text_of(as_mentor.get(at(pair, name)))
        assert "Lees het bericht" in before and "donderdag" not in before
    assert PairMessage.objects.get().read_at is None, "looking changes nothing"
    opened = as_mentor.post(at(pair, "messages_read"), follow=True)
    assert "donderdag" in text_of(opened) and "Lees het bericht" not in text_of(opened)
    assert PairMessage.objects.get().read_at is not None
    assert "donderdag" in text_of(as_mentor.get(at(pair, "room")))


def test_one_mail_goes_until_it_is_opened_and_says_nothing(pair):
    for words in ("eerste zonnebloem", "tweede"):
        actions.write_message(pair, by=mentee_of(pair), words=words)
    assert mails() == [mentor_of(pair).email]
    letter = Letter.objects.get()
    words = letters.registered()[letter.message].render(mentor_of(pair), letter.ids)
    assert words is not None
    for secret in ("zonnebloem", "Yara", "Marjan", pair.mentor.programme.name):
        assert secret not in words.subject + words.text + words.html
    actions.open_messages(pair, by=mentor_of(pair))
    assert letters.registered()[letter.message].render(mentor_of(pair), letter.ids) is None, "read before it went"
    actions.write_message(pair, by=mentee_of(pair), words="derde")
    assert len(mails()) == 2


def test_who_wants_no_mail_gets_none_and_reads_it_here(pair, as_mentor):
    answer = as_mentor.post(at(pair, "pair_mail"), {"of_reminders": "on"}, follow=True)
    assert "lees je altijd alles" in text_of(answer)
    actions.write_message(pair, by=mentee_of(pair), words="hallo")
    letter = Letter.objects.get()
    assert letters.registered()[letter.message].render(mentor_of(pair), letter.ids) is None
    assert "Lees het bericht" in text_of(as_mentor.get(at(pair)))


@pytest.mark.parametrize(
    ("typed", "said", "kept"),
    [
        ("", "Typ eerst een bericht", ""),
        ("\u202e\x00 \n", "Typ eerst een bericht", ""),
        ("a" * 2003, "Je bericht is 3 tekens te lang", "a" * 2003),
        ("zeven " * 170_000, "te lang", "zeven zeven"),
    ],
)
def test_what_cannot_be_sent_is_told_and_stays(pair, as_mentee, typed, said, kept):
    response = as_mentee.post(at(pair), {"words": typed})
    assert response.status_code == 200 and said in text_of(response) and kept in text_of(response)
    assert not PairMessage.objects.exists()


def test_two_thousand_signs_are_sent_and_unseen_ones_are_not(pair, as_mentee):
    as_mentee.post(at(pair), {"words": "é" * 1999 + "\u202e\x00!"})
    assert PairMessage.objects.get().words == "é" * 1999 + "!"


def test_a_press_that_comes_twice_is_one_message(pair):
    now = timezone.now()
    first = actions.write_message(pair, by=mentee_of(pair), words="dag", at=now)
    assert actions.write_message(pair, by=mentee_of(pair), words="dag", at=now + timedelta(seconds=5)) == first
    later = actions.write_message(pair, by=mentee_of(pair), words="dag", at=now + timedelta(minutes=2))
    assert later != first


def test_who_writes_very_much_waits_an_hour_and_loses_nothing(pair, as_mentee):
    now = timezone.now()
    for number in range(actions.MOST_AN_HOUR):
        actions.write_message(pair, by=mentee_of(pair), words=f"bericht {number}", at=now - timedelta(minutes=30))
    refused = text_of(as_mentee.post(at(pair), {"words": "nog een zonnebloem"}))
    assert "Wacht een uur" in refused and "nog een zonnebloem" in refused
    actions.write_message(pair, by=mentor_of(pair), words="ik mag wel")
    actions.write_message(pair, by=mentee_of(pair), words="later", at=now + timedelta(minutes=31))


def test_who_was_blocked_sees_it_as_sent_and_it_never_arrives(pair, as_mentee, as_mentor):
    actions.write_message(pair, by=mentee_of(pair), words="van voor de blokkade")
    actions.open_messages(pair, by=mentor_of(pair))
    Letter.objects.all().delete()
    blocking.block(mentee_of(pair), by=mentor_of(pair))
    sent = text_of(as_mentee.post(at(pair), {"words": "zonnebloem"}, follow=True))
    assert "zonnebloem" in sent and "Je bericht staat klaar" in sent and "blokkeer" not in sent.lower()
    seen = text_of(as_mentor.get(at(pair)))
    assert "zonnebloem" not in seen and "Lees het bericht" not in seen and "van voor de blokkade" in seen
    assert "Je hebt Yara Echt geblokkeerd" in seen and not mails()
    with pytest.raises(Refused, match="geblokkeerd"):
        actions.write_message(pair, by=mentor_of(pair), words="toch")
    blocking.unblock(mentee_of(pair), by=mentor_of(pair))
    assert "zonnebloem" not in text_of(as_mentor.get(at(pair))), "not later either"
    rule_of = {rule.title: said for rule, said in privacy.export(mentor_of(pair))}
    assert "zonnebloem" not in str(rule_of)


def test_each_message_of_the_other_can_be_reported_once_it_was_opened(pair, as_mentor):
    message = actions.write_message(pair, by=mentee_of(pair), words="een nare zin")
    assert found(mentor_of(pair), "bericht", str(message.key)) is None
    actions.open_messages(pair, by=mentor_of(pair))
    reported = found(mentor_of(pair), "bericht", str(message.key))
    assert reported and (reported.about, reported.words) == (mentee_of(pair), "een nare zin")
    assert reported.programme == pair.participation.edition.programme
    page = text_of(as_mentor.get(at(pair)))
    assert f"soort=bericht&amp;wat={message.key}" in page and "Blokkeer" in page
    assert reported.seen_at == at(pair), "the way back from blocking"
    for user, key in ((mentee_of(pair), message.key), (UserFactory(), message.key), (mentor_of(pair), "geen sleutel")):
        assert found(user, "bericht", str(key)) is None


def test_nobody_but_the_two_writes_or_reads(pair, stranger):
    for by in (organiser_of(pair.mentor.programme), AdministratorFactory(), UserFactory(), mentor_of(a_pair())):
        for act in (actions.open_messages, actions.take_back_contact):
            with pytest.raises(PermissionDenied):
                act(pair, by=by)
        with pytest.raises(PermissionDenied):
            actions.write_message(pair, by=by, words="hallo")
    for name in ("messages", "contact", "pair_mail"):
        assert stranger.get(at(pair, name)).status_code == 404
    for name in ("messages", "messages_read", "contact", "contact_take_back", "pair_mail"):
        assert stranger.post(at(pair, name), {"words": "x"}).status_code == 404


def test_an_organiser_reads_the_days_on_which_they_met_and_nothing_else(pair, client):
    MeetingFactory(match=pair, state=MeetingState.AGREED, place="Zonnebloemplein 1")
    MeetingFactory(match=pair, state=MeetingState.HELD, starts_at=timezone.now() - timedelta(days=3), place="Zonnehoek")
    actions.write_message(pair, by=mentee_of(pair), words="zonnedauw")
    actions.open_messages(pair, by=mentor_of(pair))
    actions.share_contact(pair, by=mentee_of(pair), mail_address="", phone="+31612345678", otherwise="zonneweide")
    sign_in(client, organiser_of(pair.mentor.programme))
    page = text_of(client.get(reverse("desk_pairs:detail", kwargs={"key": pair.key}), follow=True))
    assert "Yara Echt" in page
    for secret in ("onnebloem", "onnehoek", "onnedauw", "onneweide", "12345678"):
        assert secret not in page
    assert client.get(at(pair)).status_code == 404


def test_before_there_are_two_times_yes_nothing_is_said():
    match = a_match(MatchState.MENTEE_YES)
    with pytest.raises(PermissionDenied):
        actions.write_message(match, by=mentee_of(match), words="hallo")


def test_the_end_closes_it_and_keeps_what_was_typed(pair, as_mentee, as_mentor):
    actions.write_message(pair, by=mentor_of(pair), words="tot morgen")
    matches.end_match(pair, by=mentor_of(pair))
    late = text_of(as_mentee.post(at(pair), {"words": "een laatste zonnebloem"}))
    assert "Jullie koppel is afgesloten" in late and "een laatste zonnebloem" in late
    assert PairMessage.objects.count() == 1
    assert "tot morgen" in text_of(as_mentee.post(at(pair, "messages_read"), follow=True)), "still to be read"
    assert "Schrijf een bericht" not in text_of(as_mentor.get(at(pair)))


def test_half_a_year_after_the_end_it_is_gone(pair):
    actions.write_message(pair, by=mentor_of(pair), words="tot morgen")
    ended = timezone.now()
    matches.end_match(pair, by=mentor_of(pair), at=ended)
    privacy.purge_expired(ended + timedelta(days=181))
    assert PairMessage.objects.exists()
    privacy.purge_expired(ended + timedelta(days=183))
    assert not PairMessage.objects.exists()


def test_the_database_and_the_journal_hold_no_words(pair):
    actions.write_message(pair, by=mentor_of(pair), words="zonnebloem")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM mentoring_pairmessage")
        assert "zonnebloem" not in str(cursor.fetchall())
    assert not JournalLine.objects.exists()


def test_the_export_has_what_one_wrote_and_what_one_got(pair):
    actions.write_message(pair, by=mentor_of(pair), words="van de mentor")
    actions.write_message(pair, by=mentee_of(pair), words="van de deelnemer")
    for user in (mentee_of(pair), mentor_of(pair)):
        said = next(said for rule, said in privacy.export(user) if "mentoring.PairMessage" in rule.models)
        assert [one["words"] for one in said["pair_messages"]] == ["van de mentor", "van de deelnemer"]
    privacy.erase(mentee_of(pair))
    assert not PairMessage.objects.exists()


def test_the_last_page_comes_first_and_reads_from_old_to_new(pair, as_mentee, django_assert_max_num_queries):
    now = timezone.now()
    PairMessage.objects.bulk_create(
        PairMessage(match=pair, side=Side.MENTEE, words=f"nummer-{n}.", written_at=now + timedelta(seconds=n))
        for n in range(45)
    )
    with django_assert_max_num_queries(16):
        text = text_of(as_mentee.get(at(pair)))
    assert text.index("nummer-40.") < text.index("nummer-44.") and "nummer-39." not in text
    first = text_of(as_mentee.get(at(pair) + "?pagina=1"))
    assert first.index("nummer-0.") < first.index("nummer-19.") and "nummer-20." not in first
    assert "nummer-44." in text_of(as_mentee.get(at(pair) + "?pagina=zonnebloem"))
