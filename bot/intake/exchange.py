"""What goes from the worker to the bot: one line of JSON and the text. No pickles: nothing in it can do anything."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from bot.errors import InputError
from bot.intake.document import IntakeDocument, Original

_LONGEST_HEAD = 100_000
"""Bytes of the JSON line. Catalogue data has some hundreds; front matter with a long list of names a few thousand."""
_SENTENCE = re.compile(r"(?:[^{}]|\{\w{1,20}\}){1,500}")
"""A sentence with places for values, and with nothing that would look into them."""
_TEXTS = ("title", "publisher", "place", "url", "rights", "language", "source_id")


class ExchangeError(Exception):
    """What came from a worker is not what a worker sends."""


def document_to_bytes(document: IntakeDocument) -> bytes:
    """A document without its name and original, which the other side has."""
    fields = {key: value for key, value in asdict(document).items() if key not in {"filename", "original", "text"}}
    # Lone surrogates, which UTF-16 can hold and nothing can store, become question marks.
    return json.dumps({"document": fields}, default=str).encode() + b"\n" + document.text.encode("utf-8", "replace")


def refusal_to_bytes(error: InputError) -> bytes:
    """Why a document cannot be taken in."""
    values = {key: str(value) for key, value in error.values.items()}
    return json.dumps({"refused": error.sentence, "values": values}).encode() + b"\n"


def document_from_bytes(sent: bytes, filename: str, original: bytes) -> IntakeDocument:
    """The document that a worker sent. Raises InputError for a refusal, ExchangeError for anything else."""
    head, found, text = sent.partition(b"\n")
    if not found or len(head) > _LONGEST_HEAD:
        raise ExchangeError
    try:
        message = json.loads(head)
        if "refused" in message:
            raise _refusal(message)
        document = _document(message["document"], filename, original)
        return replace(document, text=text.decode("utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExchangeError from error


def _refusal(message: Mapping[str, Any]) -> InputError:
    sentence, values = message["refused"], message["values"]
    if not _SENTENCE.fullmatch(sentence):
        raise ValueError
    return InputError(sentence, **{str(key): str(value)[:200] for key, value in values.items()})


def _document(fields: Mapping[str, Any], filename: str, original: bytes) -> IntakeDocument:
    of = fields["of"]
    kind = fields["kind"]
    if kind not in ("account", "digest"):
        raise ValueError
    texts = {key: _text(fields[key]) for key in _TEXTS}
    return IntakeDocument(
        filename=filename,
        original=original,
        text="",
        title=texts["title"],
        publisher=texts["publisher"],
        contributors=_texts(fields["contributors"]),
        published=_day(fields["published"]),
        place=texts["place"],
        url=texts["url"],
        rights=texts["rights"],
        language=texts["language"] or "en",
        kind=kind,
        source_id=texts["source_id"],
        of=_original(of) if of else None,
        found={str(key): str(where) for key, where in fields["found"].items()},
        made=_day(fields["made"]),
    )


def _original(of: Mapping[str, Any]) -> Original:
    return Original(
        title=str(of["title"]),
        publisher=str(of["publisher"]),
        contributors=_texts(of["contributors"]),
        published=_day(of["published"]),
        url=_text(of["url"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(values: list[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
