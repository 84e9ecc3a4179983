"""An edition with people to write to, and a message to them."""

from types import SimpleNamespace
from typing import Any

import pytest

from programmes.mailing import actions
from programmes.models import GroupMessage
from programmes.states import ApplicationState, ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, admitted, organiser_of

WORDS = {"subject": "Neem iets te eten mee", "text": "Wij beginnen om 18.30 uur.\n\nDrinken staat klaar."}
ENGLISH = {"subject_en": "Bring something to eat", "text_en": "We start at 18.30."}


@pytest.fixture
def here() -> SimpleNamespace:
    """An edition with an organiser, two who take part, one who waits and one who left."""
    edition = OpenEditionFactory(programme__name="Raad in zicht")
    first, second = (admitted(edition, user=UserFactory(name=name)).user for name in ("Anna de Wit", "Bo Groen"))
    waits = SentApplicationFactory(edition=edition, state=ApplicationState.WAITING).user
    admitted(edition, state=ParticipationState.LEFT)
    organiser = organiser_of(edition.programme)
    return SimpleNamespace(edition=edition, organiser=organiser, first=first, second=second, waits=waits)


def written(here: Any, audience: str = "participants", **words: str) -> GroupMessage:
    return actions.write_message(here.edition, audience=audience, by=here.organiser, **{**WORDS, **words})


def sent(here: Any, audience: str = "participants", **words: str) -> GroupMessage:
    message = written(here, audience, **words)
    actions.send_message(message, by=here.organiser, seen=message.fingerprint)
    message.refresh_from_db()
    return message
