"""Pairing of quotation marks: the outermost stretches between marks, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.document import Document
from bot.reading.model import Passage, Quotation, Span
from bot.reading.quotations.cues import frame_in_words
from bot.reading.quotations.marks import DOUBLE, SINGLE_SPEECH_ENDS, Mark, marks_of

_OPENS_PASSAGE = re.compile(r"[\s(]*(?:[\"“„«‘]|``|'(?=\w))")
_STRONG = frozenset(".,!?…—–")
_MARKS = frozenset("\"“”„‟«»‘’‚‛'`")
_LONGEST_CUT = 2_000
_HEADLINES = 4
_LONGEST_HEADLINE = 200
_HEADLINE_SINGLES = re.compile(r"(?<!\w)‘[^\W\d_][^‘’]*\s(?:[^‘’]|’(?=\w))*’(?!\w)")


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """What stands between two outer marks, without them; `outer` takes the marks in.

    `runs_on` marks a stretch that carries on a stretch of the passage before, left open there.
    """

    passage: int
    outer: Span
    runs_on: bool = False
    closed: bool = True
    family: str = "double"


@dataclass(slots=True)
class _Open:
    """The stretch that is open while the marks of a passage are walked through."""

    mark: Mark
    depth: int = 1
    doubtful_close: Mark | None = None


def find_stretches(text: str, passages: Sequence[Passage], *, singles: bool) -> list[Stretch]:
    """Every outermost stretch between marks, in order, none overlapping another.

    Where `singles` is unset, single marks count only in a passage that has no double ones and ends speech with one.
    A stretch lies within one passage. Where a closing mark is missing it ends before the speaker's tag
    (“We left, she said), or with the passage, and then the next passage may carry it on.
    """
    found: list[Stretch] = []
    pending: Stretch | None = None
    strays = [] if singles else [match.start() for match in SINGLE_SPEECH_ENDS.finditer(text)]
    stray = 0
    for number, passage in enumerate(passages):
        while stray < len(strays) and strays[stray] < passage.start:
            stray += 1
        odd = (
            stray < len(strays) and strays[stray] < passage.end and not DOUBLE.search(text, passage.start, passage.end)
        )
        odd = odd or (number < _HEADLINES and not singles and _is_headline_with_singles(text, passage))
        stretches = list(_Walk(text, number, passage, pending, _next(passages, number)).walk(singles or odd))
        if stretches:
            found.extend(stretches)
        last = stretches[-1] if stretches else None
        pending = last if last is not None and not last.closed and last.end == passage.end else None
    return found


def _is_headline_with_singles(text: str, passage: Passage) -> bool:
    """Whether a headline quotes with curly single marks: Mayor says wall ‘will hold itself’."""
    line = text[passage.start : passage.end]
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "”", '"')) or DOUBLE.search(line):
        return False
    return _HEADLINE_SINGLES.search(line) is not None


def stretches_around(document: Document, quotations: Sequence[Quotation]) -> list[Stretch]:
    """The stretches that a reading's quotations stand in, their marks taken in again."""
    found: list[Stretch] = []
    text = document.text
    for said in quotations:
        start, end = said.start, said.end
        while start > 0 and text[start - 1] in _MARKS:
            start -= 1
        while end < len(text) and text[end] in _MARKS:
            end += 1
        found.append(Stretch(said.start, said.end, document.passage_at(said.start) or 0, Span(start, end)))
    return found


def _next(passages: Sequence[Passage], number: int) -> Passage | None:
    return passages[number + 1] if number + 1 < len(passages) else None


class _Walk:
    """One passage, mark by mark."""

    def __init__(
        self, text: str, number: int, passage: Passage, pending: Stretch | None, following: Passage | None
    ) -> None:
        self.text = text
        self.number = number
        self.passage = passage
        self.pending = pending
        self.following = following
        self.last_end = passage.start

    def walk(self, singles: bool) -> Iterator[Stretch]:
        now: _Open | None = None
        for mark in marks_of(self.text, self.passage.start, self.passage.end, singles=singles):
            if now is None:
                if self._opens(mark):
                    now = _Open(mark)
                elif mark.turn != "open":
                    yield from self._without_opening(mark)
                continue
            if mark.family != now.mark.family:
                continue
            if self._closes(mark, now):
                yield from self._stretch(now.mark, mark)
                now = None
            elif mark.turn == "open":
                cut = self._cut_before(now, mark)
                if cut is not None:
                    yield cut
                    now = _Open(mark)
                else:
                    now.depth += 1
        if now is not None:
            yield from self._left_open(now)

    def _opens(self, mark: Mark) -> bool:
        if mark.family == "angle":
            before = self.text[mark.start - 1] if mark.start > self.passage.start else " "
            return mark.turn == "open" or before.isspace()
        return mark.turn != "close"

    def _closes(self, mark: Mark, now: _Open) -> bool:
        """Whether a mark ends the open stretch; counts inner pairs of the same marks on the way."""
        if mark.family == "angle":
            return self.text[mark.start] != self.text[now.mark.start]
        if self.text[now.mark.start] == "„" and self.text[mark.start] == "“":
            return True
        if mark.turn == "open":
            return False
        if mark.doubtful:
            now.doubtful_close = mark
            return False
        now.depth -= 1
        return now.depth == 0 or mark.family == "single"

    def _stretch(self, opening: Mark, closing: Mark) -> Iterator[Stretch]:
        yield from self._make(opening.start, opening.end, closing.start, closing.end, opening.family)

    def _make(
        self, outer_start: int, start: int, end: int, outer_end: int, family: str, *, closed: bool = True
    ) -> Iterator[Stretch]:
        runs_on = self.pending is not None and not self.text[self.passage.start : outer_start].strip()
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.last_end = outer_end
            yield Stretch(start, end, self.number, Span(outer_start, outer_end), runs_on, closed, family)

    def _cut_before(self, now: _Open, mark: Mark) -> Stretch | None:
        """The open stretch, ended before its speaker's tag, when a new one opens with no closing mark between.

        “We left, she said. “It was cold.” -> two stretches. An inner “word” inside a stretch is left alone.
        """
        if now.doubtful_close is not None:
            return next(self._stretch(now.mark, now.doubtful_close), None)
        if now.depth > 1:
            return None
        tag = self._tag(now.mark.end, mark.start)
        if tag is None:
            return None
        return next(self._make(now.mark.start, now.mark.end, tag, tag, now.mark.family), None)

    def _tag(self, start: int, end: int) -> int | None:
        """Where ", she said" begins in a stretch that lacks its closing mark."""
        return frame_in_words(self.text, start, min(end, start + _LONGEST_CUT))

    def _left_open(self, now: _Open) -> Iterator[Stretch]:
        opening = now.mark
        if now.doubtful_close is not None:
            yield from self._stretch(opening, now.doubtful_close)
            return
        if not self._carried_on():
            tag = self._tag(opening.end, self.passage.end)
            if tag is not None:
                yield from self._make(opening.start, opening.end, tag, tag, opening.family)
                return
            if opening.turn == "either" or (opening.family == "single" and opening.start != self.passage.start):
                return
        end = self.passage.end
        yield from self._make(opening.start, opening.end, end, end, opening.family, closed=False)

    def _carried_on(self) -> bool:
        following = self.following
        return following is not None and _OPENS_PASSAGE.match(self.text, following.start, following.end) is not None

    def _without_opening(self, mark: Mark) -> Iterator[Stretch]:
        """A closing mark with nothing open: the end of what the passage before left open, or a lost opening mark."""
        if mark.family == "single" or mark.start == self.passage.start or self.last_end != self.passage.start:
            return
        begin = self.passage.start
        if self.pending is not None and self.pending.family == mark.family:
            yield from self._make(begin, begin, mark.start, mark.end, mark.family)
            return
        lost = self.text[mark.start - 1] in _STRONG and self.text[mark.start] == "”"
        if lost and frame_in_words(self.text, mark.start - 1, min(mark.end + 80, self.passage.end)) is not None:
            yield from self._make(begin, begin, mark.start, mark.end, mark.family)
