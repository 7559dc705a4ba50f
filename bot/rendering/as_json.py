"""An answer in the shape that other programs rely on (`ask --json`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.answers.chart import Chart, Stretch
from bot.answers.model import Answer, Citation, Item, ShownDate, ShownFigure
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
        "chart": _chart(answer.chart) if answer.chart else None,
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


def _chart(chart: Chart) -> dict[str, Any]:
    """What the picture of a timeline shows, of all pages together."""
    return {
        "first": chart.first.isoformat(),
        "last": chart.last.isoformat(),
        "rows": [
            {"publisher": row.publisher, "title": row.title, "dates": [_stretch(each) for each in row.stretches]}
            for row in chart.rows
        ],
        "points": [{"day": point.day.isoformat(), "name": point.words} for point in chart.points],
        "said": chart.said,
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {
        "earliest": stretch.earliest.isoformat(),
        "latest": stretch.latest.isoformat(),
        "approximate": stretch.approximate,
    }


def _item(item: Item) -> dict[str, Any]:
    figure = {"figure": _figure(item.figure, item)} if item.figure else {}
    return {
        "label": item.label,
        "section": item.section,
        "text": item.text,
        "quotation": item.quotation,
        "speaker": item.speaker,
        "context": item.context,
        "date": _date(item.date) if item.date else None,
        "citation": _citation(item.citation),
        **figure,
    }


def _figure(shown: ShownFigure, item: Item) -> dict[str, Any]:
    """A figure; `as_of` is the day of the account where the account gives none for it, told by the reason."""
    return {
        "text": shown.text,
        "least": _number(shown.least),
        "most": _number(shown.most),
        "approximate": shown.approximate,
        "counted": shown.counted,
        "as_of": _date(item.date) if item.date else _as_published(item.citation.published),
        "said_by": item.speaker,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _as_published(day: date | None) -> dict[str, Any] | None:
    return _date(ShownDate("", day, day, "as the account was published")) if day else None


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
