"""Who somebody is, in the account's own words: appositions, callings and offices before a name, relative clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.reading.document import Document
from bot.reading.model import Description
from bot.reading.people.descriptions_before import LONGEST, VERB, before_name
from bot.reading.people.names import Name
from bot.reading.people.signs_after import is_description
from bot.reading.people.vocabulary import Vocabulary, fold

MOST = 8
"""Descriptions kept of one person, in the order of the text."""

# "Ana Marsh, alias “Fox”, a courier", "“Fox”, the courier"
_APPOSITION = re.compile(
    r"(?P<mark>[”\"’'](?=,))?(?:,?\s+(?:alias|also known as|n[ée]e|call sign)\s+[“\"‘'«]?[^,.“”\"‘’«»]{2,25}[”\"’'»]?)?"
    r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?(?P<words>[^,.;:()“”\"–—]{3,140})"
)
_PREDICATE = re.compile(
    r",?\s+(?:is|was|became|has been|had been)\s+(?P<words>(?:the|an?|one of)\s[^,.;:()“”\"–—]{3,140})"
)
_RELATIVE = re.compile(r",\s+(?P<words>who(?:se)?\s[^,.;:()“”\"–—]{3,140})")
_INNER_RELATIVE = re.compile(r"\s(?:who|which|that|whose|where|when|and (?:was|is|had|has))(?:\s|$)")
_SECOND_CLAUSE = re.compile(r"\s(?:which|and (?:was|is|had|has|who))\s")
_LOOSE_END = re.compile(r"\s(?:and|but|or)(?:\s\w+)?\s*$")
# Heads that say nothing without what follows: "the woman who used to sell papers".
_GENERAL = re.compile(
    r"(?:the|an?|one)(?: (?:old|young|only|first|last))?(?: (?:wo)?man| boy| girl| person| child| one)?"
)
# What follows "according to Ana Marsh," is the main clause.
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\b[^.!?]{0,80}$", re.IGNORECASE)
_JOINS = ("but ", "and ", "or ", "nor ", "yet ", "not ", "by his ", "by her ", "by the ")
_HANGING = frozenset({"because", "a", "an", "the", "his", "her", "their", "its", "if", "so", "like", "about"})
_NEXT_NAME = re.compile(r",\s+[^\W\d_a-z]")
_SHORTEST_RELATIVE = 3


def describe(
    document: Document, names: Sequence[Name], ends: frozenset[int], vocabulary: Vocabulary
) -> tuple[Description, ...]:
    """The descriptions that stand beside the mentions of one person, each once, in the order of the text.

    `ends` holds the ends of the mentions of everybody: what stands between two names may be the one's or the other's.
    """
    found: dict[str, Description] = {}
    for name in names:
        for start, end in _beside(document, name, ends, vocabulary):
            text = document.text[start:end]
            found.setdefault(text.casefold(), Description(start, end, text))
            if len(found) >= MOST:
                return tuple(found.values())
    return tuple(found.values())


def _beside(document: Document, name: Name, ends: frozenset[int], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Spans of the descriptions before and after one mention."""
    if span := _office(name, vocabulary):
        yield span
    before = None if name.words[-1].owner else before_name(document, name, vocabulary)
    if before and not _follows_name(document, before[0], ends):
        yield before
    ceiling = document.passages[name.passage].end
    for pattern in (_PREDICATE, _APPOSITION):
        match = pattern.match(document.text, name.end, ceiling)
        if match and _describes(match["words"].split(), vocabulary):
            if _is_apposition(document, match, vocabulary, described=before is not None):
                yield from _trimmed(document, match.start("words"), match.end("words"), vocabulary)
            return
    match = _RELATIVE.match(document.text, name.end, ceiling)
    if match and len(match["words"].split()) > _SHORTEST_RELATIVE:
        yield from _trimmed(document, match.start("words"), match.end("words"), vocabulary)


def _follows_name(document: Document, start: int, ends: frozenset[int]) -> bool:
    """Whether a description follows another's name: "Otto Marsh, | the mayor, | Ana Lund" leaves it open."""
    return start - len(", ") in ends and document.text.startswith(", ", start - len(", "))


def _describes(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words behind a name say who somebody is: "a baker from Lund", "Governor of the province"."""
    if is_description(list(words), vocabulary):
        return True
    return len(words) > 2 and fold(words[0]) in vocabulary.offices and words[1] in vocabulary.head_ends


def _is_apposition(document: Document, match: re.Match[str], vocabulary: Vocabulary, *, described: bool) -> bool:
    """Whether words behind a name tell of its bearer, and are neither the main clause nor the next name's."""
    words, end = match["words"], match.end()
    if match.re is _PREDICATE:
        return document.text[end + 1 : end + 2] not in ("”", '"', "’")
    if words.startswith("who"):
        return True
    head = _INNER_RELATIVE.split(words, maxsplit=1)[0]
    if words.lower().startswith(_JOINS) or VERB.search(head):
        return False
    if match["mark"] and not vocabulary.speech.isdisjoint(head.split()):
        return False
    if described and _NEXT_NAME.match(document.text, end):
        return False
    return _ACCORDING.search(document.text[max(0, match.start() - LONGEST) : match.start()]) is None


def _trimmed(document: Document, start: int, end: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """A clause without the relative clause in it and blanks at its end; nothing where it would be cut in the middle."""
    ceiling = end
    relative = document.text.startswith("who", start)
    inner = (_SECOND_CLAUSE if relative else _INNER_RELATIVE).search(document.text, start + 4, end)
    if inner and not _GENERAL.fullmatch(document.text[start : inner.start()]):
        end = inner.start()
    if loose := _LOOSE_END.search(document.text, start, end):
        if document.text.startswith("(", ceiling):
            return
        end = loose.start()
    while end > start and document.text[end - 1].isspace():
        end -= 1
    last = document.text[start:end].split()[-1]
    if document.text.startswith("(", ceiling) and last[0].isupper():
        return
    if last not in vocabulary.stops and last not in vocabulary.head_ends and last not in _HANGING:
        yield start, end


def _office(name: Name, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """A title that is an office, with what goes with it: "Russian President", "Mayor"."""
    if not name.title or not any(word.key in vocabulary.offices for word in name.title):
        return None
    return name.title[0].start, name.title[-1].end
