"""Sentences as the writer frames them: a quotation of many sentences is one piece of the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.reading.document import Document
from bot.reading.model import Sentence, Span
from bot.reading.quotations.cues import cue_table, said_pattern
from bot.reading.quotations.stretches import Stretch

_ENDS_OPEN = frozenset("?!…—–-,;:")
_TAG_AHEAD = 80
_MANNERS = r"(?:laugh|smile|grin|shrug|chuckle|nod|sigh|sob|gasp|groan|moan|wail)(?:s|ed|ned|bed|ged|d)"
# A continental date, at whose stop a sentence may have been cut in two: 3. March.
_DAY_BEFORE_MONTH = re.compile(r"(?<!\w)\d{1,2}\.[ \xa0]$")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! [A-Z])"
)


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """A sentence with its quotations; `stretches` are their indices, `number` its place among the units."""

    passage: int
    number: int
    stretches: tuple[int, ...]


def find_units(document: Document, stretches: Sequence[Stretch]) -> list[Unit]:
    """The units of every passage, in order: sentences, joined where a break falls inside a quotation.

    “Who is there?” the guard called. -> one unit, though a capital could follow the question mark.
    """
    units: list[Unit] = []
    at = 0
    for group in _groups(document, stretches):
        start, end = group[0].start, group[-1].end
        while at < len(stretches) and stretches[at].outer.start < start:
            at += 1
        held: list[int] = []
        while at < len(stretches) and stretches[at].outer.start < end:
            held.append(at)
            at += 1
        units.append(Unit(start, end, group[0].passage, len(units), tuple(held)))
    return units


def _groups(document: Document, stretches: Sequence[Stretch]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    at = 0
    for sentence in document.sentences:
        while at < len(stretches) and stretches[at].outer.end < sentence.start:
            at += 1
        near = stretches[at] if at < len(stretches) else None
        before = stretches[at - 1] if at else None
        if group and group[-1].passage == sentence.passage and _joined(document.text, sentence, near, before):
            group.append(sentence)
            continue
        if group:
            yield group
        group = [sentence]
    if group:
        yield group


def _joined(text: str, sentence: Sentence, near: Stretch | None, before: Stretch | None) -> bool:
    """Whether a sentence goes on with the one before: it begins inside a quotation, or is the tag of one."""
    if near is not None and near.outer.start < sentence.start < near.outer.end:
        return True
    day = _DAY_BEFORE_MONTH.search(text, max(0, sentence.start - 6), sentence.start)
    if day is not None and _MONTH.match(text, sentence.start) is not None:
        return True
    last = near if near is not None and near.outer.end <= sentence.start else before
    if last is None or text[last.outer.end : sentence.start].strip(" \t\n\xa0,"):
        return False
    if text[sentence.start] in "—–―-":
        return True
    if text[sentence.start - 1].isspace() and text[last.end - 1] in _ENDS_OPEN:
        return _tag_follows(text, sentence.start, sentence.end)
    return False


def _tag_follows(text: str, start: int, end: int) -> bool:
    """Whether a speaker's tag opens a sentence: up to five words without a stop, the last a verb of saying."""
    return _tag().match(text, start, min(end, start + _TAG_AHEAD)) is not None


@cache
def _tag() -> re.Pattern[str]:
    present = "|".join(sorted(form for form, cue in cue_table().items() if cue.says and cue.form == "base"))
    return re.compile(
        rf"(?:[\w’'-]+\.?\s+){{1,3}}?(?:{_MANNERS})[.,]|(?:[\w’'-]+\.?\s+){{1,5}}?(?:{said_pattern().pattern})\b|(?:I|we|they)\s+(?:\w+\s+)?(?:{present})\b"
    )
