"""The layout of one text: which paragraphs are the account, and what the others say about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.reading.document import Document
from bot.reading.layout.dateline import Dateline, dateline_of
from bot.reading.layout.exported import with_header_apart
from bot.reading.layout.masthead import Masthead, read_masthead
from bot.reading.layout.paragraphs import split_paragraphs
from bot.reading.layout.pictures import closing_credit
from bot.reading.layout.publishers import publisher_of
from bot.reading.layout.sentences import split_sentences
from bot.reading.layout.tail import Tail, read_tail
from bot.reading.model import Catalogue, Passage, Span

_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_DATELINE_WITHIN = 5
"""Paragraphs below the masthead among which a dateline is looked for."""
_FEWEST_REPEATED = 6
"""Words. What is shorter may be said twice on purpose."""


def lay_out(text: str, published: date | None = None) -> Document:
    """The document behind a text. `published`, where given, outweighs the day that the text states.

    Every paragraph is one of three: a passage (the account), left out (boilerplate: site names, repeated titles,
    share lines, credits, other stories), or neither (date stamps and bylines: data about the account).
    """
    spans = with_header_apart(text, split_paragraphs(text))
    # A space for every line break: patterns look at a paragraph as a whole, and no offset moves.
    paragraphs = [_BREAK.sub(" ", text[span.start : span.end]) for span in spans]
    masthead = read_masthead(paragraphs)
    tail = read_tail(paragraphs, masthead.length, masthead.contributors)
    dateline = _dateline(paragraphs, masthead, tail)
    passages: list[Passage] = []
    left_out: list[Span] = []
    for n, span in enumerate(spans):
        if n in masthead.furniture or n in tail.left_out or _is_repeated(text, spans, n):
            left_out.append(span)
        elif n not in masthead.lines and n not in tail.stamps:
            passage, credit = _without_credit(span, paragraphs[n])
            passages.append(Passage(passage.start, passage.end))
            left_out.extend(credit)
    around = [paragraphs[n] for n in sorted(masthead.furniture | masthead.lines | tail.left_out)]
    catalogue = _catalogue(masthead, tail, dateline, around)
    whole = tuple(passages)
    return Document(
        text=text,
        published=published or catalogue.published,
        catalogue=catalogue,
        passages=whole,
        sentences=split_sentences(text, whole),
        left_out=tuple(left_out),
    )


def _is_repeated(text: str, spans: Sequence[Span], n: int) -> bool:
    """Whether a line stands there twice at once: pages give a caption to eyes and to screen readers."""
    if not n or spans[n].end - spans[n].start != spans[n - 1].end - spans[n - 1].start:
        return False
    line, last = text[spans[n].start : spans[n].end], text[spans[n - 1].start : spans[n - 1].end]
    breaks = text[spans[n - 1].end : spans[n].start].splitlines()
    return line == last and len(breaks) == 1 and len(line.split()) >= _FEWEST_REPEATED


def _dateline(paragraphs: Sequence[str], masthead: Masthead, tail: Tail) -> Dateline | None:
    """The first dateline of the account."""
    for n in range(masthead.length, min(len(paragraphs), masthead.length + _DATELINE_WITHIN)):
        if n not in tail.left_out and (found := dateline_of(paragraphs[n])):
            return found
    return None


def _without_credit(span: Span, paragraph: str) -> tuple[Span, list[Span]]:
    """A paragraph without the photographer or reporter named at its end, and the span of that credit."""
    at = closing_credit(paragraph)
    if at is None:
        return span, []
    end = span.start + len(paragraph[:at].rstrip())
    return Span(span.start, end), [Span(span.start + at, span.end)]


def _catalogue(masthead: Masthead, tail: Tail, dateline: Dateline | None, around: Sequence[str]) -> Catalogue:
    stamps = masthead.stamps or tuple(tail.stamps.values())
    stamp = max(stamps, key=lambda stamp: stamp.rank, default=None)
    return Catalogue(
        title=" ".join(masthead.title.split()) if masthead.title else None,
        publisher=publisher_of(dateline.agency if dateline else None, around),
        published=stamp.day if stamp else None,
        place=dateline.place if dateline else None,
        contributors=tuple(dict.fromkeys((*masthead.contributors, *tail.contributors))),
    )
