"""Two at the same moment, on PostgreSQL for real: a block, a threat, the end of a report, a contact who goes."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from lifecycle.models import JournalLine
from programmes.actions.editions import open_edition
from programmes.models import Block, Edition, FollowUp, Report, SafeguardingContact, ThreatMode
from programmes.models.safeguarding_contact import enough_contacts
from programmes.safety import actions, blocking, threat
from programmes.safety.contacts import lock_contacts, needs_contacts
from programmes.states import EditionState
from tests.factories.programmes import EditionFactory, organiser_of, two_contacts
from tests.programmes.kept_safe import WORDS, a_safe_group
from tests.programmes.test_deciding_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_the_same_press_twice_is_once():
    group = a_safe_group()
    block = [lambda: blocking.block(group.other, by=group.person)] * 2
    assert at_once(*block) == ["done", "done"] and Block.objects.count() == 1
    both = [lambda by=by: threat.switch_on(group.programme, by=by) for by in (group.inside, group.administrator)]
    assert at_once(*both) == ["done", "done"] and ThreatMode.objects.count() == 1
    assert JournalLine.objects.filter(verb__in=["block", "threat_on"]).count() == 2


def test_of_two_ends_of_a_report_one_counts_and_a_day_is_told_once():
    group = a_safe_group()
    report = actions.send_report(WORDS, by=group.person, programme=group.programme)
    actions.take_up(report, by=group.inside)
    today = timezone.localdate()
    ends = at_once(
        lambda: actions.agree(report, by=group.person), lambda: actions.note_word(report, today, by=group.inside)
    )
    assert sorted(ends) == ["IllegalMove", "done"] and Report.objects.get().is_closed
    actions.open_again(report, by=group.person)
    later = timezone.now() + timedelta(days=3)
    assert at_once(*[lambda: actions.keep_up(later)] * 2) == ["done", "done"]
    assert FollowUp.objects.exclude(told_at=None).count() == 1


def test_an_edition_does_not_open_while_a_contact_goes():
    """Whichever is first: never an open edition without two."""
    edition = EditionFactory()
    two_contacts(edition.programme)
    organiser = organiser_of(edition.programme)

    def take_away():
        with transaction.atomic():
            lock_contacts(edition.programme)
            if not needs_contacts(edition.programme):
                SafeguardingContact.objects.filter(programme=edition.programme, is_outside=True).delete()

    at_once(lambda: open_edition(edition, by=organiser), take_away)
    is_open = Edition.objects.get().state == EditionState.OPEN
    assert is_open == enough_contacts(edition.programme)
