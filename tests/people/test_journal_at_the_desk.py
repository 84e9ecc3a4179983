"""The journal of the own organisation: what was done and by whom of us, never a word or a name of anybody else."""

import ast
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lifecycle.journal import record
from lifecycle.models import JournalLine
from people.journal.lines import in_words, nameless, readable_by
from people.journal.words import kind_in_words, state_in_words, verbs
from people.models import Organisation, User
from programmes.safety.blocking import block
from programmes.safety.hiding import hide
from tests.architecture.sources import FLOORS, python
from tests.factories.people import AdministratorFactory, MembershipFactory, OrganisationFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, SentApplicationFactory
from tests.signing_in import sign_in

INDEX = "desk_journal:index"


@pytest.fixture
def organiser(db: None) -> User:
    return MembershipFactory(user__name="Ria Organisator").user


@pytest.fixture
def organisation(organiser: User) -> Organisation:
    return organiser.memberships.get().organisation


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


def page(browser: Client, **query: str) -> str:
    return browser.get(reverse(INDEX), query).text


def test_a_line_tells_who_did_what_to_which_thing(desk, organiser, organisation):
    edition = OpenEditionFactory(programme=ProgrammeFactory(carried_by=organisation))
    application = SentApplicationFactory(edition=edition, user__name="Deelnemer Dora")
    colleague = MembershipFactory(user__name="Collega Cas", organisation=organisation).user
    record(edition, "open", by=organiser, was="draft", now="open", scope=organisation.key)
    record(application, "offer", by=colleague, now="offered", scope=organisation.key)
    record(application, "accept", by=application.user, scope=organisation.key)
    record(edition, "close", by=None, now="closed", scope=organisation.key)
    told = in_words(readable_by(organiser), organiser)
    assert [(one.who, one.thing, one.what, one.now) for one in told] == [
        ("Het portaal zelf", "Editie", "gesloten", "aanmelden gesloten"),
        ("Iemand anders", "Aanmelding", "ja gezegd", ""),
        ("Collega Cas", "Aanmelding", "plek aangeboden", "plek aangeboden"),
        ("Jij", "Editie", "geopend", "open voor aanmelden"),
    ]
    assert told[3].url == reverse("desk_edition", args=[edition.key])
    text = page(desk)
    assert "Collega Cas" in text and "Deelnemer Dora" not in text
    application.delete()
    assert in_words(readable_by(organiser), organiser)[1].url == ""  # a link to what is gone leads nowhere


def test_of_another_organisation_nothing_is_read(desk, organiser, organisation):
    foreign = OrganisationFactory()
    record(foreign, "change", by=UserFactory(), scope=foreign.key)
    record(foreign, "change", by=UserFactory())
    assert not readable_by(organiser).exists()
    assert "Er is nog niets gebeurd" in page(desk)
    assert readable_by(AdministratorFactory()).count() == 2


def test_lines_are_chosen_by_kind_by_colleague_and_by_day(desk, organiser, organisation):
    now = timezone.now()
    colleague = MembershipFactory(organisation=organisation).user
    record(organisation, "change", by=organiser, scope=organisation.key, at=now - timedelta(days=9))
    record(colleague, "give_role", by=colleague, scope=organisation.key, at=now)

    def lines(**query: str) -> list[str]:
        return [row.thing for row in desk.get(reverse(INDEX), query).context["rows"]]

    assert lines() == ["Account", "Organisatie"]
    assert lines(kind="people.Organisation") == ["Organisatie"]
    assert lines(who=str(colleague.journal_key)) == ["Account"]
    week = timezone.localdate() - timedelta(days=7)
    assert lines(since=week.isoformat()) == ["Account"] and lines(until=week.isoformat()) == ["Organisatie"]
    assert len(lines(who=str(UserFactory().journal_key))) == 2  # no choice of hers: said, and narrows nothing
    assert "Hier is niets van gebeurd" in page(desk, since="2031-01-01")
    assert "Kies een dag" in page(desk, since="31-31-31\x00")
    assert len(lines(until="9999-12-31")) == 2 and len(lines(since="0001-01-01")) == 2


def test_the_list_is_paged_and_asks_as_much_for_fifty_as_for_one(desk, organiser, organisation):
    record(organisation, "change", by=organiser, scope=organisation.key)
    page(desk)
    with CaptureQueriesContext(connection) as few:
        page(desk)
    for _number in range(60):
        record(organisation, "change", by=organiser, scope=organisation.key)
    with CaptureQueriesContext(connection) as many:
        shown = desk.get(reverse(INDEX))
    assert len(shown.context["rows"]) == 50 and "Pagina 1 van 2" in shown.text
    assert len(many) <= len(few) + 1
    assert len(desk.get(reverse(INDEX), {"p": "2"}).context["rows"]) == 11
    assert desk.get(reverse(INDEX), {"p": "veel"}).status_code == 200


# Words ----------------------------------------------------------------------------------------------------

RECORDING = {"record", "record_each", "_record", "_record_role", "_move", "_note", "_save"}


def verbs_in(tree: ast.AST) -> set[str]:
    """Verbs that are written as they are: in a record, or in a move of a machine."""
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = 0 if name == "Move" else 1 if name in RECORDING else None
        if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
            found.add(node.args[place].value)
    return {verb for verb in found if isinstance(verb, str)}


def test_every_verb_of_the_journal_has_words() -> None:
    perhaps = re.compile(rf"\b({'|'.join(sorted(RECORDING))}|Move)\s*\(")  # most files need not be parsed
    recorded = {verb for source in python(*FLOORS) if perhaps.search(source.text) for verb in verbs_in(source.tree)}
    assert {"open", "view", "give_role", "take_off_page"} <= recorded
    assert recorded - set(verbs()) == set(), "say in settings.JOURNAL_WORDS what these are called"


def test_the_rule_sees_a_verb_without_words() -> None:
    assert verbs_in(ast.parse("record(thing, 'juggle', by=user)\nMove('juggle_again', {A}, B)")) == {
        "juggle", "juggle_again",
    }  # fmt: skip


def test_what_is_no_more_is_still_a_line() -> None:
    assert kind_in_words("programmes.Vanished") == "Vanished" and kind_in_words("nonsense") == "nonsense"
    assert state_in_words("people.Organisation", "open") == "" and state_in_words("programmes.Edition", "x") == ""


@pytest.mark.parametrize("reads", ["administrator", "colleague"])
def test_what_a_colleague_does_for_her_own_safety_bears_no_name_and_is_not_chosen_by_one(client, organisation, reads):
    colleague = MembershipFactory(user__name="Collega Cas", organisation=organisation).user
    reader = AdministratorFactory() if reads == "administrator" else MembershipFactory(organisation=organisation).user
    blocks, hides = block(UserFactory(), by=UserFactory()), hide(by=UserFactory())
    JournalLine.objects.all().purge()
    record(blocks, "block", by=colleague, scope=organisation.key)
    record(hides, "hide", by=colleague, scope=organisation.key)
    record(organisation, "change", by=colleague, scope=organisation.key)
    told = in_words(readable_by(reader), reader)
    assert [(one.who, one.what) for one in told] == [
        ("Collega Cas", "veranderd"),
        ("Iemand anders", "zich verborgen"),
        ("Iemand anders", "geblokkeerd"),
    ]
    chosen = sign_in(client, reader).get(reverse(INDEX), {"who": str(colleague.journal_key)}).context["rows"]
    assert [one.what for one in chosen] == ["veranderd"]
    assert [one.who for one in in_words(readable_by(reader), colleague)][1:] == ["Jij", "Jij"]


def test_what_bears_no_name_is_there():
    for one in nameless():
        assert one in verbs() or apps.get_model(one)
