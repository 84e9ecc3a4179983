"""Reports that go on: closing with a word alone, asking again, and what stays of one for how long."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from people import privacy
from people.models import Letter
from programmes.models import (
    Block,
    FollowUp,
    GroupMember,
    KeptFrom,
    Report,
    ReportAnswer,
    SafeguardingContact,
)
from programmes.safety import actions
from programmes.safety.names import KIND
from programmes.safety.reporting import found
from programmes.safety.states import ReportState as S
from tests.factories.programmes import SafeguardingContactFactory
from tests.people.test_privacy import whole_database
from tests.programmes.kept_safe import LATER, NOW, WORDS, a_safe_group, send
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return a_safe_group()


# How it goes on ----------------------------------------------------------------------------------


def test_it_closes_with_the_word_of_who_made_it_alone(group):
    report = send(group)
    with pytest.raises(IllegalMove):
        actions.note_word(report, timezone.localdate(NOW), by=group.inside, at=NOW)  # nobody took it up
    actions.answer(report, "Ik bel je.", by=group.inside, at=NOW)
    for press in (actions.agree, actions.not_yet, actions.open_again):
        with pytest.raises(PermissionDenied):
            press(report, by=group.inside)
    actions.ask_to_close(report, "Is het klaar?", by=group.inside, at=NOW)
    actions.not_yet(report, by=group.person, at=NOW)
    report.refresh_from_db()
    assert report.state == S.TAKEN_UP
    actions.agree(report, by=group.person, at=NOW)
    report.refresh_from_db()
    assert report.is_closed and report.agreed_on == timezone.localdate(NOW)
    with pytest.raises(IllegalMove):
        actions.answer(report, "Nog iets", by=group.inside)
    actions.open_again(report, by=group.person, at=NOW)
    report.refresh_from_db()
    assert report.state == S.TAKEN_UP and report.closed_at is None


def test_a_contact_closes_with_the_day_on_which_it_was_said(group):
    report = send(group, at=NOW - timedelta(days=3))
    actions.take_up(report, by=group.inside, at=NOW)
    for day in (NOW + timedelta(days=1), NOW - timedelta(days=4)):
        with pytest.raises(Refused):
            actions.note_word(report, timezone.localdate(day), by=group.inside, at=NOW)
    actions.note_word(report, timezone.localdate(NOW - timedelta(days=1)), by=group.inside, at=NOW)
    report.refresh_from_db()
    assert report.is_closed and report.agreed_on == timezone.localdate(NOW - timedelta(days=1))
    assert Letter.objects.filter(recipient=group.person, message__endswith="report_said").exists()


def test_asked_again_three_times_told_once_and_not_after_it_closed(group):
    report = send(group)
    ahead = [one.due_at - NOW for one in report.follow_ups.order_by("due_at")]
    assert ahead == [timedelta(hours=48), timedelta(weeks=2), timedelta(days=91)]
    mails = Letter.objects.filter(message__endswith="report_follow_up")
    assert actions.keep_up(NOW + timedelta(hours=47)) == 0 and not mails.exists()
    assert actions.keep_up(NOW + timedelta(hours=48)) == 1 and mails.count() == 2
    assert actions.keep_up(NOW + timedelta(hours=49)) == 0 and mails.count() == 2
    with pytest.raises(Refused, match="voor later"):
        actions.follow_up(report.follow_ups.last(), by=group.inside, at=NOW + timedelta(days=90))
    actions.follow_up(report.follow_ups.get(when="two_weeks"), by=group.inside, at=NOW + timedelta(weeks=2))
    assert actions.keep_up(NOW + timedelta(days=20)) == 0 and mails.count() == 2
    actions.agree(report, by=group.person, at=NOW)
    assert actions.keep_up(NOW + timedelta(days=100)) == 0 and mails.count() == 2


def test_who_becomes_a_reader_later_hears_of_what_is_open_once(group):
    report = send(group)
    SafeguardingContact.objects.all().delete()
    new = SafeguardingContactFactory(programme=group.programme, since=LATER).user
    for _day in range(2):
        actions.tell_new_readers()
    assert Letter.objects.filter(recipient=new, key__contains=str(report.key)).count() == 1
    assert Letter.objects.count() == 3


# Keeping and erasing ------------------------------------------------------------------------------


def test_it_goes_two_years_after_it_closed_and_an_open_one_stays(group):
    closed, left = send(group), send(group)
    actions.agree(closed, by=group.person, at=NOW)
    privacy.purge_expired(NOW + timedelta(days=729))
    assert Report.objects.count() == 2
    privacy.purge_expired(NOW + timedelta(days=731))
    assert list(Report.objects.all()) == [left] and FollowUp.objects.count() == 3


def test_erasing_takes_ones_own_along_and_leaves_nothing_of_whom_it_is_about(group):
    thing = found(group.person, KIND, str(group.mate.key))
    kept, gone = send(group, kind=KIND, found=thing), send(group, by=group.other)
    actions.answer(gone, "Antwoordwoord", by=group.inside)
    KeptFrom.objects.create(report=kept, user=group.other)
    Block.objects.create(blocker=group.person, blocked=group.other, shown_as="Distel")
    privacy.erase(group.other)
    kept.refresh_from_db()
    assert kept.about is None and kept.quoted == "" and kept.words == WORDS
    assert not Report.objects.filter(pk=gone.pk).exists() and not ReportAnswer.objects.exists()
    assert not Block.objects.exists() and not KeptFrom.objects.exists()
    assert "Distel" not in whole_database()


def test_the_export_of_whom_it_is_about_knows_of_nothing(group):
    thing = found(group.person, KIND, str(group.mate.key))
    send(group, kind=KIND, found=thing)
    Block.objects.create(blocker=group.person, blocked=group.other, shown_as="Distel")
    told = {rule.title: said for rule, said in privacy.export(group.other)}
    assert told["Veiligheid"] == {"hidden": [], "blocks": [], "reports": []}
    assert WORDS in str(privacy.export(group.person))


def test_a_name_that_is_hidden_meanwhile_does_not_escape(client, group):
    """The thing is held by the page that was opened."""
    path = f"{reverse('safety:report')}{group.query}"
    page = sign_in(client, group.person).get(path)
    assert "Distel" in page.text
    held = page.context["form"]["held"].value()
    GroupMember.objects.filter(participation=group.mate).delete()
    assert client.get(path).status_code == 404
    values = {"words": WORDS, "readers": "alle", "held": held}
    assert sign_in(client, group.mate.user).post(path, values).status_code == 404  # another's token is nobody's
    answer = sign_in(client, group.person).post(path, values)
    report = Report.objects.get()
    assert answer["Location"] == reverse("safety:own_report", kwargs={"key": report.key})
    assert (report.about, report.quoted, report.programme) == (group.other, "Distel", group.programme)
