"""Quotations of an account: what stands between marks, and who says it."""

from __future__ import annotations

from bot.reading.document import Document
from bot.reading.model import Person, Quotation
from bot.reading.quotations.cast import Cast
from bot.reading.quotations.finder import find_said
from bot.reading.quotations.scene import Scene
from bot.reading.quotations.stretches import find_stretches
from bot.reading.quotations.style import quotes_with_single_marks
from bot.reading.quotations.utterances import number_utterances

__all__ = ["find_quotations"]


def find_quotations(document: Document, people: tuple[Person, ...], cast: Cast | None = None) -> tuple[Quotation, ...]:
    """Every stretch that somebody says, in the order of the text; none overlaps another.

    Nicknames, titles of works, signs and so-called things are left out. `speaker` is a name of `people`, the
    account's own description of the speaker, or None where nobody can be told. `cast` is what is known of `people`,
    where it has been worked out already. No text raises an error.
    """
    singles = quotes_with_single_marks(document.text)
    stretches = find_stretches(document.text, document.passages, singles=singles)
    if not stretches:
        return ()
    scene = Scene(document, cast or Cast(document, people), stretches)
    found = find_said(scene)
    return tuple(
        Quotation(
            start=stretches[said.stretch].start,
            end=stretches[said.stretch].end,
            text=document.text[stretches[said.stretch].start : stretches[said.stretch].end],
            kind=said.kind,
            speaker=said.speaker.name,
            utterance=utterance,
            speaker_as_written=said.speaker.written,
        )
        for said, utterance in zip(found, number_utterances(scene, found), strict=True)
    )
