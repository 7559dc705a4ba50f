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
_FIRST = re.compile(r"([\w’'.-]+)\s+")
_ABBREVIATED = re.compile(r"\b[A-Z]\.$")
_POSSESSIVE = re.compile(r"[^\W\d_][\w-]*['’]s\s")
# What belongs to a possessor and stands before it: "[The mission]'s pilot", "[van der Marsh]'s aunt".
_POSSESSOR = re.compile(
    r"(?:(?i:\b(?:the|an?|his|her|their|its|our|my)\s+(?:(?!(?:of|in|by|for|to|from|with|at|on|and)\s)[a-z][\w-]*\s+){0,2})"
    r"|(?:\b(?:[^\W\d_a-z][\w.-]*|van|von|de|der|bin)\s+){1,3})$"
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
    if not comma and (tail.split()[-1:] or [""])[0].lower() not in vocabulary.nouns:
        return None
    clause = _behind_hyphen(_last_clause(tail))
    if not clause.strip() or (not comma and tail.endswith(("elder", "younger"))):
        return None
    offset = stop - len(clause)
    found = list(_described(clause, comma, vocabulary))
    if found and _POSSESSIVE.match(clause, found[-1]):
        possessor = _POSSESSOR.search(clause[: found[-1]])
        found = [_within(clause, possessor.start(), vocabulary) if possessor else found[-1]]
    if len(found) > 1 and not _PREPOSITION.search(clause, found[-2], found[-1]):
        found = found[-1:]
    if len(found) == 1:
        return offset + found[0], stop
    if comma and not found and _opens_with_calling(document, clause, offset, vocabulary):
        return offset + len(clause) - len(clause.lstrip()), stop
    return None if comma or found else _bare(clause, offset, stop, vocabulary)


def _within(clause: str, start: int, vocabulary: Vocabulary) -> int:
    """Where a possessor begins, behind what opens the sentence and days: "[On Friday] Port Relief’s director"."""
    while (word := _FIRST.match(clause, start)) and any(
        word[1].lower() in bars for bars in (vocabulary.openers, vocabulary.times) if word[1].lower() != "the"
    ):
        start = word.end()
    return start


def _last_clause(tail: str) -> str:
    """What stands behind the last mark; the stop of "U.N." is none."""
    match = _CLAUSE.search(tail)
    start = match.start() if match else len(tail)
    while start > 1 and tail[start - 1] == "." and _ABBREVIATED.search(tail, 0, start):
        match = _CLAUSE.search(tail[: start - 1])
        start = match.start() if match else start - 1
    return tail[start:]


def _behind_hyphen(clause: str) -> str:
    """A clause from a hyphen on that stands for a dash: "for the defence - corporal"."""
    at = clause.rfind("- ")
    return clause[at + 1 :] if at > 0 and clause[at - 1] in " -" else clause


def _described(clause: str, comma: bool, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a description may begin; two of them ("an aide to the mayor, Ana Marsh") leave it open who is meant."""
    bars = vocabulary.relatives if comma else vocabulary.stops
    for match in _DETERMINER.finditer(clause):
        words = clause[match.start() :].split()
        told = is_description(words, vocabulary) and not bars.intersection(words[1:])
        if told and not VERB.search(clause, match.start()):
            yield match.start()


def _opens_with_calling(document: Document, clause: str, offset: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with a calling that has no article: "Former head of the port, Ana Marsh, said"."""
    words = clause.split()
    opening = offset + len(clause) - len(clause.lstrip())
    before = document.text[max(0, opening - 3) : opening].rstrip(" ")[-1:]
    if before.strip(".!?\n") or not words[0][0].isupper() or _only_opens(words[0].lower(), vocabulary):
        return False
    lower = [words[0].lower(), *words[1:]]
    return (
        not VERB.search(clause) and not vocabulary.relatives.intersection(lower) and is_description(lower, vocabulary)
    )


def _only_opens(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word opens sentences and is no part of a calling: "When", but not "Former"."""
    return word in vocabulary.openers and word not in vocabulary.title_parts


def _bare(clause: str, offset: int, stop: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """A calling without an article: "said | fashion historian Ana Marsh"; four words, and the whole of a name there."""
    words = list(re.finditer(r"[\w'’-]+", clause))
    first = len(words)
    while first and len(words) - first < 4 and words[first - 1].group().lower() not in vocabulary.before_calling:
        first -= 1
    while 0 < first < len(words) and words[first].group()[0].isupper() and _goes_on(words[first - 1], vocabulary):
        first -= 1
    return (offset + words[first].start(), stop) if first < len(words) else None


def _goes_on(word: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a word is part of the body named before a calling: "[Ostrel Port | Guard] captain"."""
    key = word.group().lower()
    return word.group()[0].isupper() and key not in vocabulary.before_calling and key not in vocabulary.openers
