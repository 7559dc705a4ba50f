"""From the figures of a reading to the rows that are stored. Pure.

Who states a figure and when is not copied: a row points to the quotation that it stands in and to the date expression
that says when, so that what moderators correct in those holds for it as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.archive.keeping.clauses import words_told
from bot.archive.keeping.units import is_measure, unit_of
from bot.reading.model import Figure, Sentence, Span

Row = tuple[Any, ...]


class FigureRows:
    """Makes the rows of the figures of one source, given those of its quotations and dates as `derive.py` makes them.

    `placed` gives (source, passage, begins, ends, text) of a span, None in boilerplate; `person` whom a name is of.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Row],
        dates: Sequence[Row],
        placed: Callable[[Span], Row | None],
        person: Callable[[str | None], int | None],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._quotations = quotations
        self._dates = {row[3]: row[0] for row in dates}
        self._placed = placed
        self._person = person

    def rows(self, figures: Sequence[Figure]) -> list[Row]:
        """The rows of these figures, without numbers, in the order of the text."""
        in_order = sorted(figures, key=lambda each: each.start)
        starts = [figure.start for figure in in_order]
        rows: list[Row] = []
        for figure in in_order:
            placed, sentence = self._placed(figure), self._sentence(figure)
            if placed and sentence:
                beside = in_order[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
                rows.append((*placed, *self._told(figure, sentence, beside)))
        return rows

    def _sentence(self, figure: Figure) -> Sentence | None:
        at = bisect_right(self._starts, figure.start) - 1
        return self._sentences[at] if at >= 0 else None

    def _told(self, figure: Figure, sentence: Sentence, beside: Sequence[Figure]) -> Row:
        counted = figure.counted
        unit = unit_of(counted.text if counted else None)
        return (
            figure.least,
            figure.most,
            int(figure.approximate),
            counted.text if counted else None,
            counted.start if counted else None,
            counted.end if counted else None,
            unit,
            int(is_measure(unit)),
            words_told(self._text, replace(figure, clause=self._clause(figure, sentence)), beside, self._cue(figure)),
            sentence.start,
            max(sentence.end, figure.end),
            self._quotation(figure, sentence),
            figure.speaker,
            self._person(figure.speaker),
            self._dates.get(figure.as_of) if figure.as_of is not None else None,
        )

    def _clause(self, figure: Figure, sentence: Span) -> Span:
        """The part of its clause that lies in its sentence, and in what somebody says there word for word."""
        said = [row for row in self._quotations if row[6] == "direct" and _holds(row, figure)]
        clause = _within(figure.clause, sentence)
        return _within(clause, Span(said[0][3], said[0][4])) if said else clause

    def _cue(self, figure: Figure) -> str | None:
        return next((row[11] for row in self._quotations if row[6] == "indirect" and _holds(row, figure)), None)

    def _quotation(self, figure: Figure, sentence: Span) -> int | None:
        """The quotation that it stands in, else the reported speech, else what its speaker says in the sentence."""
        alike = [row for row in self._quotations if row[7] == figure.speaker]
        ways = (
            [row for row in self._quotations if row[6] != "indirect" and _holds(row, figure)],
            [row for row in alike if row[6] == "indirect" and _holds(row, figure)],
            [row for row in alike if figure.speaker and sentence.start <= row[3] < sentence.end],
        )
        return next((rows[0][0] for rows in ways if rows), None)


def _holds(row: Row, figure: Figure) -> bool:
    return bool(row[3] <= figure.start and figure.end <= row[4])


def _within(clause: Span, around: Span) -> Span:
    return Span(max(clause.start, around.start), max(min(clause.end, around.end), around.start))
