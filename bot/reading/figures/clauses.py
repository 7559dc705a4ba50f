"""The part of a sentence that tells of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.reading.model import Span

# Where a clause ends wherever it stands: a semicolon, a colon, a dash, a comma that opens another clause.
_CUT = re.compile(
    r"[;:](?=\s)|—|\s[–-]\s|…|,\s(?=(?:and|but|while|whereas|so|yet|who|which|whose|where|because|although|though)\s)"
)
# What may stand between the clauses of two figures.
_BETWEEN = re.compile(r",\s(?:(?:and|or)\s)?|\s(?:and|but|while|or)\s")


def clauses_of(text: str, sentence: Span, phrases: Sequence[Span]) -> list[Span]:
    """For each figure with its noun (`phrases`, in order, all of one sentence) the clause that holds it.

    A clause ends at ";", ":" and dashes, where a comma opens another one, and before the next figure, if anything is
    told of this one first: "12 were killed | and 30 wounded", but "2,000 soldiers and 1,000 civilians are there".
    """
    cuts: list[tuple[int, int]] = []
    low = sentence.start
    for k, phrase in enumerate(phrases):
        cuts.extend(match.span() for match in _CUT.finditer(text, low, phrase.start))
        low = phrase.end
        if k + 1 < len(phrases):
            between = [match.span() for match in _BETWEEN.finditer(text, low, phrases[k + 1].start)]
            if between and between[-1][0] > low:
                cuts.append(between[-1])
    cuts.extend(match.span() for match in _CUT.finditer(text, low, sentence.end))
    starts = sorted(_back_over_spaces(text, start, sentence.start) for start, _ in cuts)
    ends = sorted(_over_spaces(text, end, sentence.end) for _, end in cuts)
    return [_clause(sentence, phrase, starts, ends) for phrase in phrases]


def _clause(sentence: Span, phrase: Span, starts: list[int], ends: list[int]) -> Span:
    before = bisect_right(ends, phrase.start) - 1
    after = bisect_left(starts, phrase.end)
    start = ends[before] if before >= 0 else sentence.start
    end = starts[after] if after < len(starts) else sentence.end
    return Span(start, end)


def _over_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _back_over_spaces(text: str, at: int, start: int) -> int:
    while at > start and text[at - 1].isspace():
        at -= 1
    return at
