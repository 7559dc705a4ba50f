"""Who states a figure, and as of when: both taken over from what the other rooms found in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.reading.figures.vocabulary import vocabulary
from bot.reading.model import DateExpression, IndirectSpeech, Quotation, Span

_LONGEST_TAG = 160
_COMMA_COUNTS = 20
_FAR = 400
_COMMA = re.compile(r"[,—–”\"]\s*")
# What was said follows: ..., and Roe said that he would stay.
_GOES_ON = re.compile(r"\sthat\b")
_JOINS = re.compile(r"(?:and|but|while)\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# 1,081 civilians killed since the invasion on 24 February: the day from which was counted, not as of which.
_SINCE = re.compile(r"\bsince\b[^,.;:!?—–]*$", re.IGNORECASE)
_SINCE_REACH = 80


class Speakers:
    """The quotations and reported sentences of a document, looked up by what they hold."""

    def __init__(self, text: str, quotations: Sequence[Quotation], indirect: Sequence[IndirectSpeech]) -> None:
        self._text = text
        self._quotations = sorted(quotations, key=lambda said: said.start)
        self._indirect = sorted(indirect, key=lambda said: said.start)
        self._starts = [said.start for said in self._quotations]
        self._reports = [said.start for said in self._indirect]
        self._cues: dict[int, list[int]] = {}

    def of(self, span: Span) -> str | None:
        """Who states what stands at a span: the speaker of the quotation, else of the reported sentence around it."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self._quotations[at].holds(span):
            return self._quotations[at].speaker
        at = bisect_right(self._reports, span.start) - 1
        if at >= 0 and self._indirect[at].holds(span) and self._is_reported(at, span):
            return self._indirect[at].speaker
        return None

    def _is_reported(self, at: int, span: Span) -> bool:
        """Whether a figure is of what was said, not of who said it.

        Roe said 20 men had left. / 20 men had left, Roe said. But: Roe, who led 20 men, said that he would stay.
        """
        speech, text = self._indirect[at], self._text
        if speech.cue.lower() in vocabulary().not_stated:
            return False
        places = self._places(at)
        behind = bisect_left(places, span.end)
        if speech.cue.lower().startswith("according") or behind > 0 or not places:
            return True
        cue = places[behind]
        commas = [match.end() for match in _COMMA.finditer(text, max(span.end, cue - _LONGEST_TAG), cue)]
        if not commas or _GOES_ON.match(text, cue + len(speech.cue)) or _JOINS.match(text, commas[-1]):
            return False
        if text[commas[-1] : cue].strip():
            return True
        name = _WORD.findall(speech.speaker or "")
        return bool(name) and text.find(name[-1], cue, min(speech.end, cue + _LONGEST_TAG)) >= 0

    def _places(self, at: int) -> list[int]:
        """Where the cue of a reported sentence stands in it, looked up once."""
        if at not in self._cues:
            speech = self._indirect[at]
            cue = re.compile(rf"\b{re.escape(speech.cue)}\b")
            self._cues[at] = [match.start() for match in cue.finditer(self._text, speech.start, speech.end)]
        return self._cues[at]


class Days:
    """The date expressions of a document, looked up by sentence."""

    def __init__(self, text: str, dates: Sequence[DateExpression]) -> None:
        self._text = text
        self._dates = sorted(dates, key=lambda day: day.start)
        self._starts = [day.start for day in self._dates]
        self._of = [day for day in self._dates if not _SINCE.search(text, max(0, day.start - _SINCE_REACH), day.start)]
        self._of_starts = [day.start for day in self._of]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a date expression shares a character with a stretch."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._dates[at - 1].end > start

    def nearest(self, span: Span, clause: Span, sentence: Span) -> int | None:
        """Where the date expression begins that a figure is of: the nearest one of its clause.

        With none there, the nearest one before it in the sentence: "On May 5 they landed, and 12 were killed". What
        follows in another clause tells of something else, and a day since which was counted is no such day.
        """
        starts = self._of_starts
        at = bisect_left(starts, span.end)
        before = at - 1 if at > 0 and starts[at - 1] >= sentence.start else None
        after = at if at < len(starts) and starts[at] < clause.end else None
        if before is None or after is None:
            found = after if before is None else before
            return None if found is None else starts[found]
        if starts[before] < clause.start:
            return starts[after]
        back = self._distance(self._of[before].end, span.start)
        return starts[before if back <= self._distance(span.end, starts[after]) else after]

    def _distance(self, start: int, end: int) -> int:
        """How far a day stands off, in characters; what a comma sets off is farther."""
        return end - start + _COMMA_COUNTS * self._text.count(",", start, min(end, start + _FAR))
