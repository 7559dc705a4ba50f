"""Descriptions that stand before a name: "The mayor of Lund, Ana Marsh", "the historian Ana Marsh"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.reading.document import Document
from bot.reading.people.names import Name
from bot.reading.people.signs_after import is_description
from bot.reading.people.vocabulary import Vocabulary

LONGEST = 140
"""Characters; what is longer is no longer a description but a story."""

# A clause with a verb of its own is no description.
VERB = re.compile(
    r"\b(?:he|she|they|we|I|is|are|was|were|has|had|have|will|would|can|could|did|does|do|said|says|told)\b"
)
_CALL_SIGN = re.compile(
    r",?\s+(?:with|using|under|by|of)?\s*(?:the |a |his |her )?call[- ]?sign(?: is| was|,)?\s*[“\"‘']?$"
)
# "an old man named Ana", "a boy of nine, known only as Ana", "The baker was Ana Marsh"
_NAMED = re.compile(
    r"(?:,?\s+(?:named|called|nicknamed|known (?:\w+ )?as|by the name of)\s*[“\"‘']?|\s(?:is|was|are|were))$"
)
# "Chief (Mrs.) Ana Marsh"
_BRACKETED_TITLE = re.compile(r",?(?:\s+[^\W\d_a-z][\w.]*)?\s*\((?:Mrs|Miss|Ms|Mr|Dr|Smt|[Rr]e?td)\.?\)$")
_PREPOSITION = re.compile(r"\b(?:of|to|for|in|with|at|from|under|by|near|on|and|or)\b")
_CLAUSE = re.compile(r"[^,.;:!?“”\"()–—]*$")
_POSSESSIVE = re.compile(r"[^\W\d_][\w-]*['’]s\s")
# What belongs to a possessor and stands before it: "[The mission]'s pilot", "[van der Marsh]'s aunt".
_POSSESSOR = re.compile(
    r"(?:(?:\b(?:the|an?|his|her|their|its|our|my)\s+(?:[a-z][\w-]*\s+){0,2})|(?:\b(?:[^\W\d_a-z][\w.-]*|van|von|de|der|bin)\s+){1,3})$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:the|an?|one of|his|her|their|its|my|our|[^\W\d_][\w-]*['’]s)\s", re.IGNORECASE)


def before_name(document: Document, name: Name, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """What stands before a name: "The mayor of Lund, ", "his elder brother, ", "the historian "."""
    floor = document.passages[name.passage].start
    end = name.title[0].start if name.title else name.start
    tail = document.text[max(floor, end - LONGEST) : end].rstrip()
    plain = _BRACKETED_TITLE.sub("", tail)
    comma = tail.endswith(",") or plain != tail
    tail = _CALL_SIGN.sub("", plain.removesuffix(","))
    named = _NAMED.sub("", tail)
    comma = comma or named != tail
    tail = named
    stop = max(floor, end - LONGEST) + len(tail)
    clause = _CLAUSE.search(tail)
    if clause is None or not clause.group().strip():
        return None
    if not comma and (tail.split()[-1].lower() not in vocabulary.nouns or tail.endswith(("elder", "younger"))):
        return None
    offset = stop - len(clause.group())
    found = list(_described(clause.group(), comma, vocabulary))
    if found and _POSSESSIVE.match(clause.group(), found[-1]):
        possessor = _POSSESSOR.search(clause.group()[: found[-1]])
        found = [possessor.start() if possessor else found[-1]]
    if len(found) > 1 and not _PREPOSITION.search(clause.group(), found[-2], found[-1]):
        found = found[-1:]
    if len(found) == 1:
        return offset + found[0], stop
    return None if comma or found else _bare(clause.group(), offset, stop, vocabulary)


def _described(clause: str, comma: bool, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a description may begin; two of them ("an aide to the mayor, Ana Marsh") leave it open who is meant."""
    bars = vocabulary.relatives if comma else vocabulary.stops
    for match in _DETERMINER.finditer(clause):
        words = clause[match.start() :].split()
        told = is_description(words, vocabulary) and not bars.intersection(words[1:])
        if told and not VERB.search(clause, match.start()):
            yield match.start()


def _bare(clause: str, offset: int, stop: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """A calling without an article: "said | fashion historian Ana Marsh"; at most four words."""
    words = list(re.finditer(r"[\w'’-]+", clause))
    first = len(words)
    bars = vocabulary.stops | vocabulary.speech
    while first and len(words) - first < 4 and words[first - 1].group().lower() not in bars:
        first -= 1
    return (offset + words[first].start(), stop) if first < len(words) else None
