"""Accounts that came by mail: header lines above, a signature or a list's footer below."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|sender|message-id|organization|mime-version|content-[\w-]+|list-[\w-]+|x-[\w-]+)\s*:.*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"-{2,}\s*(?:forwarded|original|begin).{0,40}-{2,}|begin forwarded message:?", re.IGNORECASE)
_SIGNATURE = "--"
_FEWEST_HEADERS = 2
_LONGEST_FOOTER = 8
"""Paragraphs. Dashes further up are a rule between two parts of the account."""


def header_length(paragraphs: Sequence[str]) -> int:
    """How many paragraphs at the top are mail headers; 0 where there are fewer than two."""
    length = 0
    for line in paragraphs:
        if not (_HEADER.fullmatch(line) or _FORWARDED.fullmatch(line)):
            break
        length += 1
    return length if length >= _FEWEST_HEADERS else 0


def is_date_header(line: str) -> bool:
    """Whether a mail header says when the mail was sent."""
    return line.casefold().startswith(("date:", "sent:"))


def footer_start(paragraphs: Sequence[str]) -> int:
    """Index of the two dashes that begin the footer of a mail; the number of paragraphs where there are none."""
    for n in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _LONGEST_FOOTER), -1):
        if paragraphs[n].strip() == _SIGNATURE:
            return n
    return len(paragraphs)
