"""Readings as they are kept: offsets and what hangs on them, without the words, which stand in the document."""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import Any

from bot.reading.model import (
    Catalogue,
    Counted,
    DateExpression,
    Description,
    Figure,
    IndirectSpeech,
    Mention,
    Passage,
    Person,
    Quotation,
    Reading,
    Span,
    Tie,
)


def packed(reading: Reading) -> bytes:
    """What is needed, beside the text, to have the reading again. Catalogue data and what was left out are not kept."""
    kept = {
        "passages": [(each.start, each.end) for each in reading.passages],
        "people": [
            (
                person.name,
                [(each.start, each.end, each.title) for each in person.mentions],
                [(each.start, each.end) for each in person.descriptions],
                [(each.start, each.end, each.kind, each.to) for each in person.ties],
            )
            for person in reading.people
        ],
        "quotations": [
            (each.start, each.end, each.kind, each.speaker, each.utterance, each.speaker_as_written)
            for each in reading.quotations
        ],
        "indirect": [(each.start, each.end, each.speaker, each.cue) for each in reading.indirect],
        "dates": [
            (
                each.start,
                each.end,
                each.earliest.isoformat(),
                each.latest.isoformat(),
                each.reason,
                each.kind,
                each.approximate,
                each.anchor,
            )
            for each in reading.dates
        ],
        "figures": [
            (
                each.start,
                each.end,
                each.least,
                each.most,
                (each.counted.start, each.counted.end) if each.counted else None,
                (each.clause.start, each.clause.end),
                each.approximate,
                each.speaker,
                each.as_of,
            )
            for each in reading.figures
        ],
    }
    return zlib.compress(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(kept: bytes, text: str) -> Reading:
    """The reading of a text that was packed."""
    fields: dict[str, Any] = json.loads(zlib.decompress(kept))
    return Reading(
        text=text,
        source=Catalogue(),
        passages=tuple(Passage(*span) for span in fields["passages"]),
        people=tuple(_person(text, *person) for person in fields["people"]),
        quotations=tuple(
            Quotation(start, end, text[start:end], kind, speaker, utterance, as_written)
            for start, end, kind, speaker, utterance, as_written in fields["quotations"]
        ),
        indirect=tuple(
            IndirectSpeech(start, end, text[start:end], speaker, cue) for start, end, speaker, cue in fields["indirect"]
        ),
        dates=tuple(
            DateExpression(start, end, text[start:end], date.fromisoformat(earliest), date.fromisoformat(latest), *more)
            for start, end, earliest, latest, *more in fields["dates"]
        ),
        # A reading that was kept before there were figures has none until it is read again.
        figures=tuple(_figure(text, *figure) for figure in fields.get("figures", ())),
    )


def _figure(
    text: str,
    start: int,
    end: int,
    least: float | None,
    most: float | None,
    counted: tuple[int, int] | None,
    clause: tuple[int, int],
    *more: Any,
) -> Figure:
    named = Counted(counted[0], counted[1], text[counted[0] : counted[1]]) if counted else None
    return Figure(start, end, text[start:end], least, most, named, Span(*clause), *more)


def _person(text: str, name: str, mentions: list[Any], descriptions: list[Any], ties: list[Any]) -> Person:
    return Person(
        name,
        tuple(Mention(start, end, text[start:end], title) for start, end, title in mentions),
        tuple(Description(start, end, text[start:end]) for start, end in descriptions),
        tuple(Tie(*tie) for tie in ties),
    )
