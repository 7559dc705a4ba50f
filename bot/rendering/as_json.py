"""An answer in the shape that other programs rely on (`ask --json`)."""

from __future__ import annotations

from typing import Any

from bot.answers.model import Answer, Citation, Item, ShownDate
from bot.archive.records import SourceRecord


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The answer as a dict ready for `json.dumps`; text is as stored, nothing is made harmless in it."""
    return {
        "kind": answer.kind,
        "heading": answer.heading,
        "items": [_item(item) for item in answer.items],
        "choices": [{"label": choice.label, "ask": choice.ask} for choice in answer.choices],
        "pages": {"page": answer.page, "of": answer.of},
        "notes": list(answer.notes),
        "attachment": answer.attachment,
    }


def sources_to_json(sources: list[SourceRecord]) -> dict[str, Any]:
    """The catalogue in the shape of `sources --json`."""
    return {
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "publisher": source.publisher,
                "published": source.published.isoformat() if source.published else None,
                "kind": source.kind,
                "url": source.url,
                "passages": source.passages,
                "withdrawn": source.withdrawn,
            }
            for source in sources
        ]
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "label": item.label,
        "section": item.section,
        "text": item.text,
        "quotation": item.quotation,
        "speaker": item.speaker,
        "context": item.context,
        "date": _date(item.date) if item.date else None,
        "citation": _citation(item.citation),
    }


def _date(shown: ShownDate) -> dict[str, Any]:
    return {
        "as_written": shown.as_written,
        "earliest": shown.earliest.isoformat(),
        "latest": shown.latest.isoformat(),
        "reason": shown.reason,
        "approximate": shown.approximate,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "source": citation.source,
        "title": citation.title,
        "publisher": citation.publisher,
        "published": citation.published.isoformat() if citation.published else None,
        "url": citation.url,
        "passage": citation.passage,
        "start": citation.start,
        "end": citation.end,
        "kind": citation.kind,
    }
