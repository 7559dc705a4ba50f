"""Bytes of any kind to a document, in this process. For what did not come from us, that is the worker's."""

from __future__ import annotations

from bot.intake.cataloguing import catalogued
from bot.intake.decoding import decode
from bot.intake.document import IntakeDocument
from bot.intake.kinds import Kind, kind_of
from bot.intake.stated import Parsed


def read_document(name: str, data: bytes) -> IntakeDocument:
    """The document in these bytes. Raises InputError, or whatever a library raises on a damaged file."""
    kind = kind_of(data, name)
    parsed = _parsed(kind, name, data)
    return catalogued(name, data, parsed, has_front_matter=kind == "text")


def _parsed(kind: Kind, name: str, data: bytes) -> Parsed:
    # Each format is loaded only where it is met.
    if kind == "html":
        from bot.intake.formats import html

        return html.parsed(data, name)
    if kind == "pdf":
        from bot.intake.formats import pdf

        return pdf.parsed(data, name)
    if kind == "docx":
        from bot.intake.formats import docx

        return docx.parsed(data, name)
    return Parsed(decode(data, name))
