"""The grammar of English date expressions: where they stand in a text, and what each means before it is resolved."""

from __future__ import annotations

from bot.reading.dates.grammar.scan import scan

__all__ = ["scan"]
