"""The sentence of a passage that something stands in: enough to show, where the whole passage would be too much."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from bot.archive.records import PassageRecord
from bot.reading.layout.sentences import split_sentences
from bot.reading.model import Passage, Sentence


def sentence_around(passage: PassageRecord, offset: int) -> PassageRecord:
    """The sentence of a passage that holds `offset` (into the source's text), with a place of its own."""
    begins, text = passage.place.start, passage.text
    for sentence in _sentences(text):
        if sentence.start <= offset - begins < sentence.end:
            place = replace(passage.place, start=begins + sentence.start, end=begins + sentence.end)
            return PassageRecord(place, text[sentence.start : sentence.end])
    return passage


# One answer often shows several sentences of a passage, and the next answer some of the same.
@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[Sentence, ...]:
    return split_sentences(text, (Passage(0, len(text)),))
