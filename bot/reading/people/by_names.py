"""Whose by-name, maiden name or call sign it is: the one named beside it, or the one whom a pronoun points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.document import Document
from bot.reading.people.bearers import LOOK_AT
from bot.reading.people.cluster import Cluster
from bot.reading.people.evidence import Judged
from bot.reading.people.names import Name

Placed = tuple[Name, Cluster]
Full = Sequence[Placed]

# What goes on about the person just named: an apposition, a relative clause, brackets, "also known as".
_GOES_ON = re.compile(
    r"\s*\)?(?:,|\(|\s*who\b|whose\b|whom\b|also\b|better known\b|known\b|nicknamed\b|alias\b|aka\b|[–—])"
)
# What nothing but a by-name follows, whatever words it is made of: ", known to all as", ", nicknamed".
_AT_ONCE = re.compile(
    r"(?:\s*,[^,.;:!?“”\"A-Z]{1,40}(?=,)){0,3}"
    r"\s*[,(–—]?\s*(?:(?:who (?:is|was|had been|has been|became)|also|better|long|widely|still|then|now)\s+){0,3}"
    r"(?:known|nicknamed|alias|aka)\b(?![^,]*\b(?:for|from)\b)|\s*,\s*whom\b"
)
# "She appears in the files as the subject alias “Fox”"; not "she had a son nicknamed Fox"
_KNOWN_BY_PRONOUN = re.compile(
    r"\b([Hh]e|[Ss]he) (?:is|was|had been|has been|became|appears?|appeared|goes|went|fought|served|signed)\b"
    r"(?:(?! (?:an?|his|her|him|them|their)\b)[^.!?]){0,60}$"
)
_BACK = 120
"""Characters before a by-name in which the pronoun of "she is known as" is looked for."""
_NEXT_TO = 40
"""Characters between a by-name and the name that it goes with: “Fox,” as Ana Marsh is known."""


def bearer_of(document: Document, full: Full, latest: Placed | None, judged: Judged) -> Cluster | None:
    """Whom a by-name belongs to: the person just before, in the same sentence, of whom the words go on."""
    offset = judged.name.start
    at = bisect_left(full, offset, key=lambda placed: placed[0].start)
    if judged.signs.known_as == "name":
        following = full[at] if at < len(full) else None
        return following[1] if following and following[0].start - judged.name.end < _NEXT_TO else None
    near = [placed for placed in (full[at - 1] if at else None, latest) if placed]
    if not near:
        return None
    name, cluster = max(near, key=lambda placed: placed[0].start)
    if judged.signs.known_as:
        return _subject_before(document, full, offset) or cluster
    beside = document.sentence_at(name.start) == document.sentence_at(offset)
    if beside and _GOES_ON.match(document.text[name.end : offset]):
        return cluster
    return _pointed_back_to(document, full, judged)


def by_names_of_single(document: Document, judged: Sequence[Judged]) -> frozenset[tuple[str, ...]]:
    """The by-names of two words or more that follow somebody's surname: "Marsh, who is known to all as Umm Emil"."""
    return frozenset(
        one.name.keys
        for last, one in pairwise(judged)
        if one.signs.by_name
        and len(one.name.words) > 1
        and len(last.name.words) == 1
        and document.sentence_at(last.name.start) == document.sentence_at(one.name.start)
        and _AT_ONCE.match(document.text, last.name.end, one.name.start)
    )


def is_called_at_once(document: Document, full: Full, judged: Judged) -> bool:
    """Whether the words between a full name and a by-name of it join the two: "Ana Marsh, known to all as Umm Emil"."""
    at = bisect_left(full, judged.name.start, key=lambda placed: placed[0].start)
    if not at or document.sentence_at(full[at - 1][0].start) != document.sentence_at(judged.name.start):
        return False
    return _AT_ONCE.match(document.text, full[at - 1][0].end, judged.name.start) is not None


def _pointed_back_to(document: Document, full: Full, judged: Judged) -> Cluster | None:
    """Whom "she is known as Fox" means: the only woman named in full in the passage so far."""
    offset = judged.name.start
    sentence = document.sentence_at(offset)
    if sentence is None:
        return None
    start = document.sentences[sentence].start
    match = _KNOWN_BY_PRONOUN.search(document.text[max(start, offset - _BACK) : offset])
    if match is None:
        return None
    gender = "woman" if match.group(1).lower() == "she" else "man"
    floor = document.passages[judged.name.passage].start
    first = bisect_left(full, floor, key=lambda placed: placed[0].start)
    last = bisect_left(full, offset, key=lambda placed: placed[0].start)
    fitting = {id(c): c for _, c in full[first:last][-LOOK_AT:] if c.gender in (gender, None)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _subject_before(document: Document, full: Full, offset: int) -> Cluster | None:
    """The first person named in full in the sentence before the one that holds an offset."""
    sentence = document.sentence_at(offset)
    if not sentence:
        return None
    start = document.sentences[sentence - 1].start
    at = bisect_left(full, start, key=lambda placed: placed[0].start)
    return full[at][1] if at < len(full) and full[at][0].start < offset else None
