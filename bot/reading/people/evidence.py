"""Whether a name is somebody's: what its own words say, and what stands around it, over the whole account."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.reading.document import Document
from bot.reading.people.keys import sound_key
from bot.reading.people.names import Name, without_article
from bot.reading.people.signs import Signs, signs_of
from bot.reading.people.single_words import clipped_forms, fits_known, is_hopeless, words_of_naming
from bot.reading.people.surname_first import is_surname_first
from bot.reading.people.titles_of_works import find_titles, in_title
from bot.reading.people.trimming import trim
from bot.reading.people.vocabulary import Vocabulary
from bot.reading.people.word_weights import weight_alone, weight_of_words

ENOUGH = 1.0
"""The weight from which a full name is a person's."""
ENOUGH_ALONE = 1.5
"""The weight from which a single word that nothing else explains is a person's name."""
JOINED = 2.5
"""What "and" between a person and a single word adds to that word."""
_AND = " and "
_AS_PLACE = -2.0
"""The weight below which a word stands as a place: "Marsh lagoon", "in Marsh"."""
_COUNTED = 3
"""Places that count for a name, and as many against it: the strongest."""
_HEADLINE = 1.0
"""What a place in a headline takes away: there nearly every word has a capital."""

_CAPITALS, _RATIO = 4, 1.8
"""A headline has at least so many capitals, and fewer words than so many times its capitals."""

_LOWER = re.compile(r"\b[a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Judged:
    """A name that is somebody's, with the signs around it."""

    name: Name
    signs: Signs


@dataclass(slots=True)
class _Tally:
    """What was found on one name: the weight of its words, and of each place where it stands."""

    words: float
    places: list[float] = field(default_factory=list)
    vetoes: int = 0
    located: int = 0

    def add(self, signs: Signs, headline: bool) -> None:
        self.vetoes += signs.never
        self.located += signs.place
        self.places.append(signs.weight - (_HEADLINE if headline else 0.0))

    def total(self) -> float:
        if self.vetoes and self.vetoes * 3 >= len(self.places):
            return -1.0
        good = sorted((weight for weight in self.places if weight > 0), reverse=True)
        bad = sorted(weight for weight in self.places if weight < 0)
        share = len(bad) / max(1, len(self.places))
        nowhere_else = 2.0 if self.located and not good else 0.0
        return self.words + sum(good[:_COUNTED]) + sum(bad[:_COUNTED]) * share - nowhere_else


def judge(document: Document, names: Sequence[Name], vocabulary: Vocabulary) -> list[Judged]:
    """The names that are people's, in the order of the text."""
    lower = frozenset(_LOWER.findall(document.text))
    headlines = _headlines(document, names)
    called = words_of_naming(document, names, vocabulary)
    names = trim(_outside_titles(document, names, called, vocabulary.given), vocabulary, lower)
    full = [name for name in names if len(name.words) > 1]
    single = [name for name in names if len(name.words) == 1]
    kept = _weigh_full(document, full, vocabulary, lower, headlines)
    parts = _parts_of(kept, single, vocabulary)
    refused = {key for name in full for key in name.keys} - parts
    kept += _weigh_single(document, single, kept, parts, refused, called, vocabulary, lower, headlines)
    return sorted(kept, key=lambda judged: judged.name.start)


def _outside_titles(
    document: Document, names: Sequence[Name], called: frozenset[str], given: frozenset[str]
) -> Sequence[Name]:
    """The names that do not stand in the title of a work, unless somebody is called so: call sign “Fox”."""
    titles = find_titles(document)
    borne = {key for name in names if len(name.words) > 1 for key in name.keys} & given
    return [
        name
        for name in names
        if name.title
        or is_surname_first(name)
        or name.words[0].key in called
        or (len(name.words) == 1 and name.words[0].key in borne)
        or not in_title(titles, name.start, name.end)
    ]


def _headlines(document: Document, names: Sequence[Name]) -> frozenset[int]:
    """Passages in which nearly every word has a capital: there a capital says nothing."""
    capitals: dict[int, int] = defaultdict(int)
    for name in names:
        capitals[name.passage] += len(name.words)
    return frozenset(
        number
        for number, count in capitals.items()
        if count >= _CAPITALS and _words_in(document, number) < count * _RATIO and not _is_sentence(document, number)
    )


def _is_sentence(document: Document, number: int) -> bool:
    return document.text[document.passages[number].end - 1] in ".!?…"


def _words_in(document: Document, number: int) -> int:
    passage = document.passages[number]
    return document.text.count(" ", passage.start, passage.end) + 1


def _parts_of(kept: Sequence[Judged], single: Sequence[Name], vocabulary: Vocabulary) -> set[str]:
    """The words that point back at a full name: its parts, their short forms, and rival spellings of them."""
    parts = {key for judged in kept for key in judged.name.keys if len(key) > 1}
    parts |= {without_article(part) for part in parts}
    parts |= {short for short, forms in vocabulary.short_forms.items() if not forms.isdisjoint(parts)}
    sounds = {sound_key(part) for part in parts}
    others = {name.words[0].key for name in single} - parts
    clipped = {clip for judged in kept for clip in clipped_forms(judged.name.words[0].key)}
    return parts | {
        key
        for key in others
        if _sounds_known(key, sounds, vocabulary)
        or (key in clipped and key not in vocabulary.common and key not in vocabulary.given)
    }


def _sounds_known(key: str, sounds: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a word that no list knows is a rival spelling of part of a known name: Boychenko for Boichenko."""
    return len(key) > 4 and key not in vocabulary.common and sound_key(key) in sounds


def _weigh_full(
    document: Document, names: Sequence[Name], vocabulary: Vocabulary, lower: frozenset[str], headlines: frozenset[int]
) -> list[Judged]:
    """Full names: one decision for all places with the same words."""
    tallies: dict[tuple[str, ...], _Tally] = {}
    found: list[Judged] = []
    for name in names:
        tally = tallies.get(name.keys)
        if tally is None:
            tally = tallies[name.keys] = _Tally(weight_of_words(name.words, vocabulary, lower))
        found.append(Judged(name, signs_of(document, name, vocabulary)))
        tally.add(found[-1].signs, name.passage in headlines)
    decided = {keys for keys, tally in tallies.items() if tally.total() >= ENOUGH}
    decided -= {keys for keys in _named_after(names, vocabulary) & decided if max(tallies[keys].places) < ENOUGH}
    return [judged for judged in found if judged.name.keys in decided]


def _named_after(names: Sequence[Name], vocabulary: Vocabulary) -> set[tuple[str, ...]]:
    """The names that an institution bears: after "Ana Marsh Hospital" a bare "Ana Marsh" may be short for it."""
    return {name.keys[:-1] for name in names if len(name.words) > 2 and name.words[-1].key in vocabulary.bodies}


def _weigh_single(
    document: Document,
    names: Sequence[Name],
    full: Sequence[Judged],
    parts: set[str],
    refused: set[str],
    called: frozenset[str],
    vocabulary: Vocabulary,
    lower: frozenset[str],
    headlines: frozenset[int],
) -> list[Judged]:
    """Single words: parts of a full name by where they stand, others by all that is said of them."""
    tallies: dict[str, _Tally] = {}
    found: list[Judged] = []
    known: list[Judged] = []
    for name in names:
        key = name.words[0].key
        if (key not in parts or len(key) < 3) and key not in called and is_hopeless(name, vocabulary, lower):
            continue
        judged = Judged(name, signs_of(document, name, vocabulary))
        if key in parts:
            known.append(judged)
            continue
        tally = tallies.get(key)
        if tally is None:
            tally = tallies[key] = _Tally(weight_alone(name.words[0], vocabulary, lower, refused, opens=name.opens))
        tally.add(judged.signs, name.passage in headlines)
        found.append(judged)
    found += _fitting(known, vocabulary)
    totals = {key: tally.total() for key, tally in tallies.items()}
    decided = parts | {key for key, total in totals.items() if total >= ENOUGH_ALONE}
    sure = [judged for judged in found if judged.name.words[0].key in decided]
    nearly = {key for key, total in totals.items() if ENOUGH_ALONE > total >= ENOUGH_ALONE - JOINED}
    decided |= nearly & set(_joined_to(document, found, [*full, *sure], vocabulary))
    return [judged for judged in found if judged.name.words[0].key in decided]


def _fitting(known: Sequence[Judged], vocabulary: Vocabulary) -> list[Judged]:
    """The parts of full names that mean their bearer: none of a word that mostly stands as a place does here."""
    weights: dict[str, list[float]] = defaultdict(list)
    for judged in known:
        weights[judged.name.words[0].key].append(0.0 if judged.signs.article else judged.signs.weight)
    places = {key for key, found in weights.items() if key not in vocabulary.given and _are_places(found)}
    return [
        judged
        for judged in known
        if fits_known(judged.name, judged.signs, vocabulary)
        and (judged.name.title or judged.signs.weight >= ENOUGH or judged.name.words[0].key not in places)
    ]


def _are_places(weights: Sequence[float]) -> bool:
    """Whether half of the places where a word stands, and two at least, are a place's, and none is a person's."""
    located = sum(weight < _AS_PLACE for weight in weights)
    return located > 1 and located * 2 >= len(weights) and max(weights) <= 0.0


def _joined_to(
    document: Document, singles: Sequence[Judged], sure: Sequence[Judged], vocabulary: Vocabulary
) -> Iterator[str]:
    """Single words that "and" joins to a person: "their twins, Hasan and Husayn"; "Otto and Clara Marsh"."""
    ends = {judged.name.end for judged in sure}
    starts = {judged.name.start for judged in sure if judged.name.words[0].key in vocabulary.given}
    for judged in singles:
        key, end = judged.name.words[0].key, judged.name.end
        if (
            key in vocabulary.given
            and key not in vocabulary.places
            and end + len(_AND) in starts
            and document.text.startswith(_AND, end)
        ):
            yield key
        start = judged.name.start
        if start - len(_AND) in ends and document.text.startswith(_AND, start - len(_AND)):
            yield judged.name.words[0].key
