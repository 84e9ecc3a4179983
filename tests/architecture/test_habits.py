"""Habits of the house that a reader trusts to hold everywhere."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.architecture.sources import FLOORS, OWN, ROOT, Source, files, python, words

MOST_LINES = 320
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "core", "common", "manager", "handler", "process"}
PERHAPS_EMPTY = re.compile(rf"\b(class|def)\s+\w*({'|'.join(sorted(EMPTY_NAMES))})", re.IGNORECASE)
ADJECTIVES = {"common", "core"}  # in the name of a function they can say something
GIVEN_BY_DJANGO = re.compile(r"^process_(request|response|view|exception|template_response)$")
TRANSLATES = re.compile(r"^(u|n|p|np)?gettext(_lazy|_noop)?$")
FOUND_AS_UNDERSCORE = {"gettext", "gettext_lazy", "gettext_noop"}  # alone: a plural or a context would be lost
PERHAPS_RENAMED = re.compile(r"\b(?!gettext(_lazy|_noop)?\s+as\s+_\b)\w*gettext\w*\s+as\b|=\s*[\w.]*gettext")
ROW_SIGNALS = {"pre_init", "post_init", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"}


def empty_names(source: Source) -> Iterator[str]:
    """Modules, classes and functions whose name says nothing."""
    if EMPTY_NAMES & {word for part in source.module.split(".") for word in words(part)}:
        yield f"{source.path}: the module's name says nothing"
    if not PERHAPS_EMPTY.search(source.text):
        return  # most files need not be parsed: here and below, what a rule looks for stands in the text
    for node in ast.walk(source.tree):
        empty = EMPTY_NAMES if isinstance(node, ast.ClassDef) else EMPTY_NAMES - ADJECTIVES
        named = isinstance(node, ast.ClassDef | ast.FunctionDef) and not GIVEN_BY_DJANGO.match(node.name)
        if named and empty & {*words(node.name)}:
            yield f"{source.path}:{node.lineno} {node.name} says nothing"


def states_set(source: Source) -> Iterator[str]:
    """Places outside the actions where a state is changed."""
    if re.search(r"/actions(\.py|/)|^lifecycle/", source.path) or source.is_migration or "state" not in source.text:
        return  # lifecycle knows no domain: the state it holds is one it was told of
    for node in ast.walk(source.tree):
        targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            set_here = any(
                isinstance(part, ast.Attribute) and part.attr == "state"
                for target in targets
                for part in ast.walk(target)
            )
        else:
            set_here = isinstance(node, ast.Call) and _sets_state(node)
        if set_here:
            yield f"{source.path}:{node.lineno} changes a state; only an action may"


def states_seen_by_views(source: Source) -> Iterator[str]:
    """Views that look at a state: a model says it in a word (`is_draft`), a policy says what may be done."""
    if re.search(r"/(views|desk_views)(\.py|/)", source.path):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr == "state":
                yield f"{source.path}:{node.lineno} looks at a state"


def _sets_state(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "update":
        return any(keyword.arg == "state" for keyword in call.keywords)
    return name == "setattr" and len(call.args) > 1 and getattr(call.args[1], "value", None) == "state"


def signals_of_our_own(source: Source) -> Iterator[str]:
    """A signal made by us, or about the saving of our rows: it hides where a thing happens.

    Rows of others (a page of Wagtail) have no action to call, so what happens to them may be listened to.
    """
    if "ignal" not in source.text:
        return
    of_others = _listens_to_others_only(source)
    for line, name in source.imported():
        module, _, last = name.rpartition(".")
        of_rows = module == "django.db.models.signals" and last in ROW_SIGNALS
        if name == "django.dispatch.Signal" or (of_rows and not of_others):
            yield f"{source.path}:{line} uses {name}; call an action instead"


def _listens_to_others_only(source: Source) -> bool:
    """Whether every listener to a row's signal names its sender, and none of those is ours."""
    ours = {name.rpartition(".")[2] for _line, name in source.imported() if name.split(".")[0] in FLOORS}
    listening = [
        node
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("receiver", "connect")
        and ROW_SIGNALS & {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
    ]
    senders = [{word.arg: word.value for word in call.keywords}.get("sender") for call in listening]
    return bool(senders) and all(isinstance(one, ast.Name) and one.id not in ours for one in senders)


def unnamed_migrations(source: Source) -> Iterator[str]:
    if source.is_migration and "_auto_" in source.path:
        yield f"{source.path}: name what it does (makemigrations -n)"


def words_out_of_sight(source: Source) -> Iterator[str]:
    """A translating function by a name that makemessages does not know: its texts never reach the catalogue."""
    if not PERHAPS_RENAMED.search(source.text):
        return
    for node in ast.walk(source.tree):
        named: list[tuple[str, str]] = []
        if isinstance(node, ast.ImportFrom):
            named = [(alias.name, alias.asname or alias.name) for alias in node.names]
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
            value = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            named = [(value, target.id) for target in node.targets if isinstance(target, ast.Name)]
        for name, known_as in named:
            by_underscore = known_as == "_" and name in FOUND_AS_UNDERSCORE
            if TRANSLATES.match(name) and known_as != name and not by_underscore:
                yield f"{source.path}:{node.lineno} calls {name} {known_as}; makemessages does not see its texts"


RULES = [empty_names, states_set, states_seen_by_views, signals_of_our_own, unnamed_migrations, words_out_of_sight]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_habit_holds_everywhere(rule) -> None:
    where = OWN if rule is empty_names else FLOORS
    assert [fault for source in python(*where) for fault in rule(source)] == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (empty_names, "people/utils.py", ""),
        (empty_names, "people/mail_helpers/letters.py", ""),
        (empty_names, "people/letters.py", "class LetterManager: ..."),
        (empty_names, "people/letters.py", "def process_letters(): ..."),
        (states_set, "programmes/views.py", "application.state = 'admitted'"),
        (states_set, "programmes/views.py", "was, application.state = application.state, 'admitted'"),
        (states_set, "programmes/models/edition.py", "self.state += 'x'"),
        (states_set, "programmes/sections.py", "Application.objects.filter(pk=1).update(state='admitted')"),
        (states_set, "programmes/viewsets.py", "setattr(edition, 'state', 'open')"),
        (states_seen_by_views, "programmes/views/mine.py", "if application.state == 'draft': ..."),
        (signals_of_our_own, "programmes/apps.py", "from django.db.models.signals import post_save"),
        (signals_of_our_own, "programmes/signals.py", "from django.dispatch import Signal"),
        (
            signals_of_our_own,
            "home/purging.py",
            "from django.db.models.signals import post_save\nfrom people.models import User\n"
            "@receiver(post_save, sender=User)\ndef listen(): ...",
        ),
        (
            signals_of_our_own,
            "home/purging.py",
            "from django.db.models.signals import post_save\nfrom wagtail.models import Page\n"
            "@receiver(post_save, sender=Page)\ndef one(): ...\n@receiver(post_save)\ndef two(): ...",
        ),
        (unnamed_migrations, "programmes/migrations/0002_auto_20261101_1200.py", ""),
        (words_out_of_sight, "people/desk.py", "from django.utils.translation import gettext as now"),
        (words_out_of_sight, "people/desk.py", "from django.utils.translation import ngettext as _"),
        (words_out_of_sight, "people/desk.py", "from django.utils.translation import gettext\nsay = gettext"),
        (words_out_of_sight, "people/desk.py", "from django.utils import translation\nt = translation.gettext_lazy"),
    ],
)
def test_the_rule_sees_the_habit_broken(rule, path: str, text: str) -> None:
    assert len([*rule(Source(path, text))]) == 1


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (empty_names, "portal/middleware/errors.py", "class Plain:\n    def process_exception(self): ..."),
        (empty_names, "people/processed_letters.py", "def corel(): ..."),
        (states_set, "programmes/actions.py", "application.state = 'admitted'"),
        (states_set, "programmes/actions/admission.py", "application.state = 'admitted'"),
        (states_set, "programmes/views.py", "context.update(title='x'); state = application.state"),
        (states_seen_by_views, "programmes/views.py", "context = {'state': found.is_draft}"),
        (states_seen_by_views, "programmes/models/application.py", "return self.state == 'draft'"),
        (
            signals_of_our_own,
            "home/apps.py",
            "from wagtail.signals import page_published\nfrom django.dispatch import receiver",
        ),
        (
            signals_of_our_own,
            "home/purging.py",
            "from django.db.models.signals import post_save\nfrom wagtail.models import Page\n"
            "@receiver([post_save], sender=Page)\ndef listen(): ...",
        ),
        (unnamed_migrations, "programmes/migrations/0002_add_criteria.py", ""),
        (words_out_of_sight, "people/desk.py", "from django.utils.translation import gettext_lazy as _, ngettext"),
        (words_out_of_sight, "people/desk.py", "from django.utils.translation import gettext\n_ = gettext"),
    ],
)
def test_the_rule_lets_the_habit_alone(rule, path: str, text: str) -> None:
    assert [*rule(Source(path, text))] == []


def too_long(path: str, text: str) -> bool:
    return text.count("\n") > MOST_LINES and "/migrations/" not in path


def test_every_file_can_be_read_in_one_sitting() -> None:
    everything = [
        *((source.path, source.text) for source in python(*OWN)),
        *files("*.html", "templates"),
        *files("*.css", "static"),
        *files("*.md", "docs"),
        *((path.name, path.read_text(encoding="utf-8")) for path in ROOT.glob("*.md")),
    ]
    assert [path for path, text in everything if too_long(path, text)] == []


def test_the_rule_sees_a_file_that_is_too_long() -> None:
    assert too_long("people/views.py", "\n" * (MOST_LINES + 1))
    assert not too_long("people/views.py", "\n" * MOST_LINES)


def test_no_part_of_wagtail_keeps_what_people_answer_or_asks_other_sites() -> None:
    """Its forms keep submissions outside the rules of people.privacy, its embeds ask other sites for their pages."""
    unwanted = {"wagtail.contrib.forms", "wagtail.contrib.settings", "wagtail.embeds"}
    assert unwanted.isdisjoint(settings.INSTALLED_APPS)
