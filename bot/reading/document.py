"""The text as every step of the reader sees it: passages, sentences, and what the document says of itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from bot.reading.model import Catalogue, Passage, Sentence, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One text, laid out. `published` is the day that relative dates hang on: typed in, else stated by the text."""

    text: str
    published: date | None
    catalogue: Catalogue
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    left_out: tuple[Span, ...] = ()

    def surface(self, span: Span) -> str:
        """The words of a span, to the character."""
        return self.text[span.start : span.end]

    def passage_at(self, offset: int) -> int | None:
        """Index of the passage that holds an offset; None in boilerplate and between passages."""
        return _index_at(self.passages, offset)

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds an offset; None outside passages."""
        return _index_at(self.sentences, offset)


def _index_at(spans: tuple[Passage, ...] | tuple[Sentence, ...], offset: int) -> int | None:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at if at >= 0 and offset < spans[at].end else None
