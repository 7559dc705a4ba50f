"""Figures: numbers of people, of things, of a measure, with what they count, who states them and as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.reading.document import Document
from bot.reading.figures.clauses import clauses_of
from bot.reading.figures.counted import counted_after, counted_before, is_told
from bot.reading.figures.numbers import starts_in
from bot.reading.figures.quantities import Quantity, closed_behind, quantity_at
from bot.reading.figures.refused import is_refused
from bot.reading.figures.telling import Days, Speakers
from bot.reading.model import Counted, DateExpression, Figure, IndirectSpeech, Quotation, Sentence, Span

__all__ = ["find_figures"]

_JOINED = re.compile(r"[^\S\n]{1,3}and[^\S\n]{1,3}", re.IGNORECASE)
_ROUND = 10


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    counted: Counted | None
    told: bool
    sentence: int

    @property
    def phrase(self) -> Span:
        """The figure with its noun, where that stands right behind it; one that is only told of it ("12 were killed")
        belongs to the clause."""
        end = self.quantity.end if self.counted is None or self.told else self.counted.end
        return Span(self.quantity.start, max(end, self.quantity.end))


def find_figures(
    document: Document,
    quotations: Sequence[Quotation],
    indirect: Sequence[IndirectSpeech],
    dates: Sequence[DateExpression],
) -> tuple[Figure, ...]:
    """Every figure of a document's passages, in the order of the text; none overlaps another or a date expression.

    Pure and linear in the text. `speaker` is who states it in a quotation or in reported speech; `as_of` the date
    expression of its sentence that stands nearest. No text raises an error.
    """
    days = Days(document.text, dates)
    speakers = Speakers(document.text, quotations, indirect)
    figures: list[Figure] = []
    for number, group in groupby(_found(document, days), key=lambda found: found.sentence):
        inside = _carried_on(document.text, list(group))
        sentence = document.sentences[number]
        clauses = clauses_of(document.text, sentence, [found.phrase for found in inside])
        for found, clause in zip(inside, clauses, strict=True):
            as_of = days.nearest(found.phrase, clause, sentence)
            figures.append(_figure(document.text, found, clause, speakers, as_of))
    return tuple(figures)


def _figure(text: str, found: _Found, clause: Span, speakers: Speakers, as_of: int | None) -> Figure:
    quantity = found.quantity
    return Figure(
        quantity.start,
        quantity.end,
        text[quantity.start : quantity.end],
        quantity.least,
        quantity.most,
        found.counted,
        clause,
        quantity.approximate,
        speakers.of(Span(quantity.start, quantity.end)),
        as_of,
    )


def _found(document: Document, days: Days) -> Iterator[_Found]:
    """The figures of each passage, by what stands at them and around them."""
    text = document.text
    for passage in document.passages:
        last = passage.start
        for at in starts_in(text, passage.start, passage.end):
            if at < last or days.overlaps(at, at + 1):
                continue
            number = document.sentence_at(at)
            if number is None:
                continue
            sentence = document.sentences[number]
            floor = max(last, sentence.start)
            quantity = quantity_at(text, at, floor, sentence.end)
            if quantity is None:
                continue
            last = quantity.last
            if days.overlaps(quantity.first, quantity.last):
                continue
            if days.overlaps(quantity.start, quantity.end):
                quantity = replace(quantity, start=quantity.first)
            quantity, counted = _with_counted(text, quantity, sentence)
            if not is_refused(text, quantity, counted, sentence.start, sentence.end):
                told = counted is not None and is_told(text, quantity.last, counted)
                yield _Found(quantity, counted, told, number)


def _with_counted(text: str, quantity: Quantity, sentence: Sentence) -> tuple[Quantity, Counted | None]:
    """What a quantity counts, with the bound that may stand behind that; money counts itself."""
    if quantity.money:
        return quantity, None
    single = quantity.most is not None and quantity.most < 2
    counted = counted_after(text, quantity.last, sentence.end, single=single)
    if counted is not None:
        return closed_behind(text, quantity, counted.end, sentence.end), counted
    return quantity, counted_before(text, quantity.first, sentence.start)


def _carried_on(text: str, inside: list[_Found]) -> list[_Found]:
    """An estimated 2,000 defenders and 1,000 civilians: what "and" joins is as vague, if it is a round number."""
    for k in range(1, len(inside)):
        before, here = inside[k - 1], inside[k]
        joined = _JOINED.fullmatch(text, before.phrase.end, here.quantity.start)
        plain = here.quantity.loose and here.quantity.most is not None and here.quantity.most % _ROUND == 0
        if joined and plain and before.quantity.carried_on and before.counted and here.counted:
            inside[k] = replace(here, quantity=replace(here.quantity, approximate=True, carried_on=True))
    return inside
