"""The words that tell of a figure: its clause, without what tells of other figures and without who says so. Pure.

Of "The two cooks said that 40 pilots were wounded", the last word is told of the pilots alone; of "40 pilots and two
cooks were wounded", of both. "40 boats sank, the pilot said" tells nothing of pilots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.reading.model import Figure, Span

_JOINING = re.compile(
    r"[\s,;]*(?:(?:and|or|but|with|plus|as well as|along with|together with)\b[\s,]*)?", re.IGNORECASE
)
"""What stands between figures of which one thing is told."""


_ACCORDING = "according to"


def words_told(text: str, figure: Figure, figures: Sequence[Figure], cue: str | None = None) -> str:
    """The words of the clause of a figure that tell of it.

    `figures` are those of the text, in its order; `cue` is the word for saying ("said") of the sentence, if it has one.
    """
    clause = Span(figure.clause.start, _end(text, figure, (each for each in figures if each.start > figure.start)))
    others = [
        stretch_of(each) for each in figures if each.start != figure.start and clause.start <= each.start < clause.end
    ]
    said_by = _attribution(text, clause, stretch_of(figure), cue) if cue else None
    left_out = sorted([*others, *([said_by] if said_by else [])], key=lambda each: each.start)
    return " ".join("".join(_without(text, clause, left_out)).split())


def stretch_of(figure: Figure) -> Span:
    """A figure with what it counts, where that stands behind it."""
    counted = figure.counted
    follows = counted is not None and counted.start >= figure.end
    return Span(figure.start, counted.end if counted and follows else figure.end)


def _end(text: str, figure: Figure, following: Iterable[Figure]) -> int:
    """Where its clause ends: before the next figure that counts something of its own and is not joined to it."""
    end = stretch_of(figure).end
    for each in following:
        if each.start >= figure.clause.end:
            break
        if each.counted and each.start >= end and not _JOINING.fullmatch(text, end, each.start):
            return each.start
        end = max(end, stretch_of(each).end)
    return figure.clause.end


def _attribution(text: str, clause: Span, figure: Span, cue: str) -> Span | None:
    """Where a clause says who says it: all up to a cue before the figure, what stands between commas round one behind.

    Of "According to the pilot, 40 boats sank" all up to the comma.
    """
    before = text.rfind(cue, clause.start, figure.start)
    if before >= 0 and cue.casefold() == _ACCORDING:
        comma = text.find(",", before, figure.start)
        return Span(before, comma) if comma >= 0 else None
    if before >= 0:
        return Span(clause.start, before + len(cue))
    behind = text.find(cue, figure.end, clause.end)
    if behind < 0:
        return None
    comma, next_comma = text.rfind(",", figure.end, behind), text.find(",", behind, clause.end)
    return Span(comma if comma >= 0 else behind, next_comma if next_comma >= 0 else clause.end)


def _without(text: str, clause: Span, others: Iterable[Span]) -> Iterator[str]:
    at = clause.start
    for other in others:
        yield text[at : max(other.start, at)]
        yield " "
        at = max(at, min(other.end, clause.end))
    yield text[at : clause.end]
