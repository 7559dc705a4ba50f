"""The exchange format of a reading: the dictionary behind `python -m bot read FILE --json`."""

from __future__ import annotations

from typing import Any

from bot.reading.model import Catalogue, Figure, Person, Reading


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain dictionaries and lists; days are ISO strings, spans code point offsets.

    Keys may be added in later versions; none is renamed or dropped, since other programs read them.
    """
    return {
        "source": _catalogue(reading.source),
        "passages": [{"start": p.start, "end": p.end} for p in reading.passages],
        "left_out": [{"start": s.start, "end": s.end} for s in reading.left_out],
        "people": [_person(p) for p in reading.people],
        "quotations": [
            {
                "start": q.start,
                "end": q.end,
                "text": q.text,
                "kind": q.kind,
                "speaker": q.speaker,
                "speaker_as_written": q.speaker_as_written,
                "utterance": q.utterance,
            }
            for q in reading.quotations
        ],
        "indirect": [
            {"start": i.start, "end": i.end, "text": i.text, "speaker": i.speaker, "cue": i.cue}
            for i in reading.indirect
        ],
        "dates": [
            {
                "start": d.start,
                "end": d.end,
                "text": d.text,
                "earliest": d.earliest.isoformat(),
                "latest": d.latest.isoformat(),
                "reason": d.reason,
                "kind": d.kind,
                "approximate": d.approximate,
            }
            for d in reading.dates
        ],
        "figures": [_figure(f) for f in reading.figures],
    }


def _catalogue(source: Catalogue) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "place": source.place,
        "contributors": list(source.contributors),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    counted = figure.counted
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "least": _plain(figure.least),
        "most": _plain(figure.most),
        "approximate": figure.approximate,
        "counted": {"start": counted.start, "end": counted.end, "text": counted.text} if counted else None,
        "clause": {"start": figure.clause.start, "end": figure.clause.end},
        "speaker": figure.speaker,
        "as_of": figure.as_of,
    }


def _plain(value: float | None) -> int | float | None:
    """A number without ".0" where it is whole."""
    return int(value) if value is not None and value == int(value) else value


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "descriptions": [d.text for d in person.descriptions],
        "ties": [{"kind": t.kind, "to": t.to} for t in person.ties],
        "mentions": [{"start": m.start, "end": m.end, "text": m.text, "title": m.title} for m in person.mentions],
    }
