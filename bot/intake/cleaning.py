"""Text out of pages, PDFs and word processors, made what a plain text is: paragraphs with blank lines between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPACE = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_BREAKS = re.compile(r"\n{2,}")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters; what only steers how others are shown (soft hyphens, zero widths, directions); no characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\ue000-\uf8ff]"
)
_LONGEST_VALUE = 300
"""Characters of a title, a name or an address that a file states; longer ones are no such thing."""


def joined(paragraphs: Iterable[str]) -> str:
    """The text of these paragraphs: composed (NFC), without control characters, blank lines between, empty ones gone.

    A line break inside a paragraph is kept, but two of them are a blank line.
    """
    cleaned = (_BREAKS.sub("\n\n", clean(paragraph)) for paragraph in paragraphs)
    text = "\n\n".join(paragraph for paragraph in cleaned if paragraph)
    return f"{text}\n" if text else ""


def clean(paragraph: str) -> str:
    """One paragraph, composed, with single spaces and nothing invisible."""
    visible = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", paragraph))
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", unicodedata.normalize("NFC", visible))).strip()


def clean_value(value: object) -> str | None:
    """One line of catalogue data; None for what is empty, too long to be one, or no text."""
    line = " ".join(clean(value).split()) if isinstance(value, str) and len(value) <= 10 * _LONGEST_VALUE else ""
    return line if 0 < len(line) <= _LONGEST_VALUE else None
