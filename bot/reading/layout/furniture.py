"""Boilerplate: what a site or an agency puts around an account, and what a repost repeats."""

from __future__ import annotations

import re
from functools import cache

from bot.reading.lexicon import lexicon, words

_CRUMB = re.compile(r"\s*[|/>▸›»·•→]\s*")
_COLUMN = re.compile(r"\s{2,}|\t")
_LETTER = re.compile(r"[^\W\d_]{2}")
_COUNT = re.compile(r"[\d.,]+\s?[kKmM]?")
_BULLET = "• "
"""What menus that were lists keep of them: "• Print"."""
_LONGEST = 220
"""Characters: furniture is short. A longer line is only looked at for cookie and copyright notices."""


def is_furniture(line: str) -> bool:
    """Whether a line is part of the page and not of the account ("Skip to main content", "3 min")."""
    if len(line) > _LONGEST:
        return False
    line = line.removeprefix(_BULLET)
    if not _LETTER.search(line):
        return not any(c.isdigit() for c in line) or bool(_patterns("lines").fullmatch(line))
    parts = [part for part in _COLUMN.split(line.strip()) if not _COUNT.fullmatch(part)]
    return _is_sections(line) or (bool(parts) and all(_patterns("lines").fullmatch(part) for part in parts))


def _is_sections(line: str) -> bool:
    """The names of a site's sections in a row, without any rule between them ("News Opinion Sport")."""
    entries = line.split()
    return len(entries) > 2 and all(entry.casefold() in words("furniture", "sections") for entry in entries)


def is_closing_heading(line: str) -> bool:
    """Whether a line heads the list of other stories that follows an account ("Related posts")."""
    return len(line) <= 60 and bool(_patterns("closing").fullmatch(line))


def is_menu(line: str) -> bool:
    """Whether a line is a row of short entries with rules between them: "News | Opinion | Sport", "Home / Americas".

    In the middle of an account such a line may be a heading ("Arms / Supplies"); above and below it, it is a menu.
    """
    if len(line) > _LONGEST:
        return False
    entries = _CRUMB.split(line)
    columns = _COLUMN.split(line.strip())
    if len(entries) < 2 and len(columns) > 2:
        entries = columns
    if len(entries) < 2 or line.rstrip()[-1:] in '.?!”"':
        return False
    return all(0 < len(entry) <= 24 and len(entry.split()) <= 3 and not entry[0].isdigit() for entry in entries)


@cache
def _patterns(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lexicon("furniture")[key]), re.IGNORECASE)
