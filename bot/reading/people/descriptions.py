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

# Up to a mark; the stop of "U.N." and the one in "portnews.com" end nothing.
_CLAUSE = r"[^,.;:()“”\"–—]{2,140}(?:(?:(?<=[A-Z])|(?=\.\w))\.[^,.;:()“”\"–—]{0,140}){0,4}"
# "Ana Marsh, alias “Fox”, a courier", "“Fox”, the courier"
_APPOSITION = re.compile(
    r"(?P<mark>[”\"’'](?=,))?(?:,?\s+(?:alias|also known as|n[ée]e|call sign)\s+[“\"‘'«]?[^,.“”\"‘’«»]{2,25}[”\"’'»]?)?"
    rf",\s+(?:(?:aged\s+)?\d{{1,3}},\s+)?(?P<words>{_CLAUSE})"
)
_PREDICATE = re.compile(rf",?\s+(?:is|was|became|has been|had been)\s+(?P<words>(?:the|an?|one of)\s{_CLAUSE})")
_RELATIVE = re.compile(rf",\s+(?P<words>who(?:se)?\s{_CLAUSE})")
# "the clerk | who ...", and how somebody was reached: "the clerk | by telephone"
_INNER_RELATIVE = re.compile(
    r"\s(?:who|which|that|whose|where|when|and (?:was|is|had|has)|(?:by|over the|via) (?:\w+ )?(?:tele)?phone)(?:\s|$)"
)
_SECOND_CLAUSE = re.compile(r"\s(?:which|and (?:was|is|had|has|who))\s")
_LOOSE_END = re.compile(r"\s(?:and|but|or)(?:\s\w+)?\s*$")
# "head of the Ministry of Youth and Sports" is whole.
_TWO_THINGS = re.compile(r"[^\W\d_a-z]\w*\sand\s[^\W\d_a-z]\w*\s*$")
# "who would not give his last name", "who asked to be known as Ana": of the name, and not of its bearer.
_OF_NAMING = re.compile(
    r"who\s(?:[\w'’-]+\s){1,8}?(?:names?|surname|nickname|initials?|identified|named|anonymous|anonymity|call sign)\b"
)
# Where a writer leaves out the comma behind an apposition: "Ana Marsh, head of the office | told reporters".
_MAIN_VERB = re.compile(r"\s(?:has |have |had |also )?(?:said|says|told|tells|added|adds|explained|warned|confirmed)\b")
# Heads that say nothing without what follows: "the woman who used to sell papers".
_GENERAL = re.compile(
    r"(?:the|an?|one)(?: (?:old|young|only|first|last))?(?: (?:wo)?man| boy| girl| person| child| one)?"
)
# What follows "according to Ana Marsh," is the main clause.
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\b[^.!?]{0,80}$", re.IGNORECASE)
# "head of the Port Rescue Service (PRS)" is whole without its letters.
_SHORT_FOR = re.compile(r"\([A-Z]{2,6}\)")
_JOINS = ("but ", "and ", "or ", "nor ", "yet ", "not ", "by his ", "by her ", "by the ")
_HANGING = frozenset({"because", "a", "an", "the", "his", "her", "their", "its", "if", "so", "like", "about"})
_NEXT_NAME = re.compile(r",\s+[^\W\d_a-z]")
# "[Norway’s ][U.N. ]Ambassador", "[British ]Prime Minister"
_OF_OFFICE = re.compile(r"(?<![\w’'.-])(?:(?P<short>(?:[A-Z]\.){2,})|(?P<word>[^\W\d_a-z][\w-]*))(?:['’]s?)?[ ]$")
# A former president is no president.
_MODIFIED = re.compile(r"\b(?:former|then|acting|interim|outgoing|incoming|late|ousted|self-proclaimed)[ ]$")
_WIDEST = 50
"""Characters before an office in which the words that go with it are looked for."""
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
    if span := _office(document, name, vocabulary):
        yield span
    before = None if name.words[-1].owner else before_name(document, name, vocabulary)
    listed = before is not None and before[1] in ends and not _tells_kinship(document, before, vocabulary)
    if before and not listed and not _follows_name(document, before[0], ends):
        yield before
    ceiling = document.passages[name.passage].end
    for pattern in (_PREDICATE, _APPOSITION):
        match = pattern.match(document.text, name.end, ceiling)
        if match and _describes(match["words"].split(), vocabulary):
            end = _end_of(document, match, name)
            if _is_apposition(document, match, end, vocabulary, described=before is not None):
                yield from _trimmed(document, match.start("words"), end, vocabulary)
            return
    match = _RELATIVE.match(document.text, name.end, ceiling)
    if match and len(match["words"].split()) > _SHORTEST_RELATIVE and not _OF_NAMING.match(match["words"]):
        yield from _trimmed(document, match.start("words"), match.end("words"), vocabulary)


def _tells_kinship(document: Document, before: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether words that end with a name are a relative's ("the wife of Otto Marsh, | Ana"), and no list's.

    In "a witness in the trial of Otto Marsh, | Emil Lund and others" they are nobody's who follows.
    """
    return not vocabulary.kin.isdisjoint(document.text[before[0] : before[1]].split())


def _follows_name(document: Document, start: int, ends: frozenset[int]) -> bool:
    """Whether a description follows another's name: "Otto Marsh, | the mayor, | Ana Lund" leaves it open."""
    return start - len(", ") in ends and document.text.startswith(", ", start - len(", "))


def _describes(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words behind a name say who somebody is: "a baker from Lund", "Governor of the province"."""
    if is_description(list(words), vocabulary):
        return True
    first = fold(words[0])
    return (
        len(words) > 2
        and words[1] in vocabulary.head_ends
        and (first in vocabulary.offices or first in vocabulary.nouns)
    ) or _is_large_office(words, vocabulary)


def _is_large_office(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words are an office in capitals: "Deputy East and North Sea Director at the Lund Fund"."""
    for at, word in enumerate(words[:8]):
        key = fold(word)
        if at and key in vocabulary.offices and word[0].isupper() and words[at + 1 : at + 2]:
            return words[at + 1] in vocabulary.head_ends
        if key in vocabulary.given or not (word[0].isupper() or (at and word in ("and", "for", "of", "the"))):
            return False
    return False


def _end_of(document: Document, match: re.Match[str], name: Name) -> int:
    """Where the words behind a name end: before the verb of the sentence, where no comma parts the two.

    Only where the name is sure to be the subject: it opens the sentence, or the words have no article.
    """
    verb = _MAIN_VERB.search(document.text, match.start("words"), match.end("words"))
    if match.re is not _APPOSITION or verb is None or match["mark"]:
        return match.end("words")
    start = name.title[0].start if name.title else name.start
    bare = not match["words"].startswith(("the ", "a ", "an ", "his ", "her ", "one "))
    opens = not document.text[max(0, start - 3) : start].rstrip(" ")[-1:].strip('.!?”"\n')
    return verb.start() if bare or opens else match.end("words")


def _is_apposition(
    document: Document, match: re.Match[str], end: int, vocabulary: Vocabulary, *, described: bool
) -> bool:
    """Whether words behind a name tell of its bearer, and are neither the main clause nor the next name's."""
    words = document.text[match.start("words") : end]
    if match.re is _PREDICATE:
        return document.text[end + 1 : end + 2] not in ("”", '"', "’")
    if words.startswith("who"):
        return True
    head = _INNER_RELATIVE.split(words, maxsplit=1)[0]
    if words.lower().startswith(_JOINS) or VERB.search(head):
        return False
    # "After a talk with Ana Marsh, the witness confirmed that": the main clause.
    if document.text.startswith(" that ", match.start("words") + len(head)) and head.split()[-1] in vocabulary.speech:
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
    loose = _LOOSE_END.search(document.text, start, end)
    if loose and not _TWO_THINGS.search(document.text, start, end):
        if document.text.startswith("(", ceiling):
            return
        end = loose.start()
    while end > start and document.text[end - 1].isspace():
        end -= 1
    last = document.text[start:end].split()[-1]
    if document.text.startswith("(", ceiling) and last[0].isupper() and not _SHORT_FOR.match(document.text, ceiling):
        return
    if last not in vocabulary.stops and last not in vocabulary.head_ends and last not in _HANGING:
        yield start, end


def _office(document: Document, name: Name, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """A title that is an office, with what goes with it: "Norway’s U.N. Ambassador", "Oslo Mayor", "Mayor"."""
    if not name.title or not any(word.key in vocabulary.offices for word in name.title):
        return None
    start = name.title[0].start
    floor = max(document.passages[name.passage].start, start - _WIDEST)
    while (before := _OF_OFFICE.search(document.text, floor, start)) and _goes_with_office(before, vocabulary):
        start = before.start()
    if modified := _MODIFIED.search(document.text, floor, start):
        start = modified.start()
    # A rank behind the office is no part of it: "Army Chief | Gen. Ana Marsh".
    last = next((word for word in reversed(name.title) if word.key not in vocabulary.rank_of), name.title[-1])
    return start, last.end


def _goes_with_office(word: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital is a place or a body, and neither opens a sentence nor is a day or a name."""
    if word["short"]:
        return True
    key = fold(word["word"])
    barred = any(key in bars for bars in (vocabulary.openers, vocabulary.times, vocabulary.given))
    return key in vocabulary.peoples or not barred
