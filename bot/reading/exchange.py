"""The exchange format of a reading: the dictionary behind `python -m bot read FILE --json`."""

from __future__ import annotations

from typing import Any

from bot.reading.model import Catalogue, Person, Reading


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
    }


def _catalogue(source: Catalogue) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "place": source.place,
        "contributors": list(source.contributors),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "descriptions": [d.text for d in person.descriptions],
        "ties": [{"kind": t.kind, "to": t.to} for t in person.ties],
        "mentions": [{"start": m.start, "end": m.end, "text": m.text, "title": m.title} for m in person.mentions],
    }
