"""What holds the words that someone looks for, in one language, the best first. The same on every database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, QuerySet, Sum, Value, When

from people.findable import Kind
from search.guessing import LENGTHS_APART, nearest
from search.indexing import offers
from search.models import IndexedText, IndexedWord
from search.passages import Piece, best_passage, marked
from search.words import stem

PER_PAGE = 20
MOST_FOUND = 600
MOST_STEMS = 60  # for one word that was typed
SHORTEST_BEGINNING = 4  # "gemeente" also finds the gemeenteraad
EXACT, BEGINS = 20, 1


@dataclass(frozen=True)
class Hit:
    title: list[Piece]
    url: str
    passage: list[Piece]
    kind: str
    when: str = ""  # of an event, beside a passage that does not say so


@dataclass(frozen=True)
class Found:
    sheet: Sheet
    hits: list[Hit]
    kinds: list[Kind]  # of which something was found, whatever kind was chosen
    guess: str = ""  # what may have been meant, when a word stands nowhere
    guessed: bool = False  # nothing was found for what was typed: these are for the guess


@dataclass(frozen=True)
class _Looking:
    """What was typed against the words we know: stem -> (number of the word typed, how telling it is)."""

    words: list[str]
    language: str
    stems: dict[str, tuple[int, int]] = field(default_factory=dict)

    def unknown(self) -> list[str]:
        known = {number for number, _worth in self.stems.values()}
        return [word for number, word in enumerate(self.words) if number not in known]


def find(words: list[str], language: str, *, kind: str = "", number: str | None = None, at: datetime) -> Found:
    """One sheet of what was found. The number of queries does not grow with what there is."""
    looking = _look(words, language)
    ranked = _ranked(looking, at)
    guess = _guess(looking)
    guessed = bool(guess and not ranked)
    if guessed:
        looking = _look(guess, language)
        ranked = _ranked(looking, at)
    of_kind = [text for text, its_kind in ranked if kind in ("", its_kind)]
    sheet = Paginator(of_kind, PER_PAGE).get_page(number)
    kinds = {its_kind for _text, its_kind in ranked}
    return Found(
        sheet=sheet,
        hits=_hits(list(sheet), looking),
        kinds=[one for one in Kind if one in kinds],
        guess=" ".join(guess),
        guessed=guessed,
    )


def _look(words: list[str], language: str) -> _Looking:
    looking = _Looking(words, language)
    roots = [stem(word, language) for word in words]
    wanted = Q(stem__in=roots)
    for word in words:
        if len(word) >= SHORTEST_BEGINNING:
            wanted |= Q(word__startswith=word)
    known = IndexedWord.objects.filter(wanted, language=language).values_list("word", "stem")
    begun = dict.fromkeys(range(len(words)), 0)
    for word, root, texts in known.annotate(texts=Count("pk")).order_by("-texts", "word"):
        exact = root in roots
        number = roots.index(root) if exact else _begun_by(word, words)
        begun[number] += not exact
        if exact or begun[number] <= MOST_STEMS:
            worth = (EXACT if exact else BEGINS) * 1000 // (10 + texts)
            looking.stems.setdefault(root, (number, worth))
    return looking


def _begun_by(word: str, typed: list[str]) -> int:
    """The number of the longest that was typed with which this word begins."""
    return max((len(one), number) for number, one in enumerate(typed) if word.startswith(one))[1]


def _ranked(looking: _Looking, at: datetime) -> list[tuple[int, str]]:
    """(text, its kind): most of the words first, then where they tell most."""
    if not looking.stems:
        return []
    which = Case(*[When(stem__in=stems, then=Value(number)) for number, stems in _by_number(looking).items()])
    worth = Case(*[When(stem__in=stems, then=Value(worth)) for worth, stems in _by_worth(looking).items()])
    found = (
        IndexedWord.objects.filter(language=looking.language, stem__in=list(looking.stems))
        .filter(text__in=IndexedText.objects.current(at))
        .values_list("text", "text__kind")
        .annotate(words=Count(which, distinct=True), score=Sum(F("weight") * worth))
        .order_by("-words", "-score", "text")
    )[:MOST_FOUND]
    rows = list(found)
    enough = max(rows[0][2] - 1, 1) if rows else 0
    return [(text, kind) for text, kind, words, _score in rows if words >= enough]


def _by_number(looking: _Looking) -> dict[int, list[str]]:
    return _grouped((number, one) for one, (number, _worth) in looking.stems.items())


def _by_worth(looking: _Looking) -> dict[int, list[str]]:
    return _grouped((worth, one) for one, (_number, worth) in looking.stems.items())


def _grouped(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return groups


def _guess(looking: _Looking) -> list[str]:
    """What was typed, with the nearest known word for each that stands nowhere; nothing when there is none."""
    unknown = looking.unknown()
    if not unknown:
        return []
    known = _vocabulary(unknown, looking.language)
    meant = {word: nearest(word, known) for word in unknown}
    words = [meant[word][0] if meant.get(word) else word for word in looking.words]
    return words if words != looking.words else []


def _vocabulary(unknown: list[str], language: str) -> list[str]:
    shortest = min(len(word) for word in unknown) - LENGTHS_APART
    words = IndexedWord.objects.filter(language=language).values_list("word", flat=True).distinct().order_by("word")
    return [word for word in words if len(word) >= shortest]


def _hits(sheet: list[int], looking: _Looking) -> list[Hit]:
    texts = _still_shown(IndexedText.objects.filter(pk__in=sheet), looking.language)
    return [_hit(texts[pk], looking) for pk in sheet if pk in texts]


def _still_shown(texts: QuerySet[IndexedText], language: str) -> dict[int, IndexedText]:
    """Without what was closed a moment ago, before the worker saw it."""
    found = list(texts)
    gone: set[tuple[str, int]] = set()
    for name, offer in offers().items():
        rows = {text.row for text in found if text.offer == name}
        if offer.closes and rows:
            shown = offer.shown(language).filter(pk__in=rows).values_list("pk", flat=True)
            gone |= {(name, row) for row in rows - {*shown}}
    return {text.pk: text for text in found if (text.offer, text.row) not in gone}


def _hit(text: IndexedText, looking: _Looking) -> Hit:
    stems, language = looking.stems, looking.language
    lead = marked(text.lead, stems, language)
    passage = best_passage(text.text, stems, language)
    shown = passage if passage and not any(hit for _piece, hit in lead) else lead
    when = text.lead if text.kind == Kind.EVENT and shown is passage else ""
    return Hit(marked(text.title, stems, language), text.url, shown, text.kind, when)
