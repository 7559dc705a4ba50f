"""What stands above an account: site and section names, title, byline, date stamps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.layout.bylines import (
    bare_byline_names,
    byline_names,
    names_beside_day,
    names_in_standfirst,
    publisher_of_byline,
    reporter_in,
)
from bot.reading.layout.credits import last_credit
from bot.reading.layout.dateline import dateline_of
from bot.reading.layout.furniture import is_furniture, is_menu
from bot.reading.layout.mail import header_length, is_date_header
from bot.reading.layout.pictures import closing_credit
from bot.reading.layout.publishers import looks_like_publisher
from bot.reading.layout.stamps import Stamp, stamp_of

_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_LONGEST_MASTHEAD = 30
"""Paragraphs. Beyond these, a text without any prose is a list or a poem, not a masthead."""
_OPENING_WORDS = 12
_STANDFIRST_WORDS = 45
_STANDFIRST_WITHIN = 4
"""A byline so many paragraphs below a short one of prose shows that the prose was a standfirst."""
_TITLE_WORDS = 4
_LONGEST_TITLE = 25
"""Words. A longer line that stands twice is a caption: once for those who see the picture, once for those who don't."""
_ROLE_WORDS = 5
_MARKS = str.maketrans("‘’“”–—", "''\"\"--")
"""A page repeats its headline with other quotation marks and dashes."""
_NUMBERED = re.compile(r"\d+\.")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Which of the first paragraphs are what; all numbers are indices of paragraphs.

    `length` paragraphs stand above the account. Of these `furniture` is left out, `lines` (stamps, bylines) is data
    about the account and no part of it; the rest (title, captions, standfirst) is the account's.
    """

    length: int
    title: str | None
    stamps: tuple[Stamp, ...]
    contributors: tuple[str, ...]
    furniture: frozenset[int]
    lines: frozenset[int]


def read_masthead(paragraphs: Sequence[str]) -> Masthead:
    """The masthead of a text, given its paragraphs in order."""
    headers = header_length(paragraphs)
    length = _length(paragraphs, headers)
    head = paragraphs[:length]
    stamps = {n: stamp for n, line in enumerate(head) if _may_stamp(n, line, headers) and (stamp := stamp_of(line))}
    bylines = _bylines(head, stamps, headers)
    known = stamps.keys() | bylines.keys()
    furniture = {
        n for n, line in enumerate(head) if n not in known and (n < headers or is_furniture(line) or is_menu(line))
    }
    open_lines = [n for n in range(length) if n not in known and n not in furniture]
    title = _title(head, open_lines)
    furniture |= {n for n in open_lines if head[n] != title and _is_site(head[n])}
    is_page = bool(known or furniture) or (title is not None and _times(head, title) > 1) or _names_site(head, title)
    return Masthead(
        length=length,
        title=title,
        stamps=tuple(stamps.values()),
        contributors=tuple(dict.fromkeys(name for names in bylines.values() for name in names))
        or _in_standfirst(paragraphs[: length + 1]),
        furniture=frozenset(furniture | (_around_title(head, open_lines, title) if is_page else set())),
        lines=frozenset(known),
    )


def _in_standfirst(lines: Sequence[str]) -> tuple[str, ...]:
    """The writers named by a standfirst above an account that has no byline."""
    short = (line for line in lines if len(line.split()) <= _STANDFIRST_WORDS)
    return next((names for line in short if (names := names_in_standfirst(line))), ())


def _length(paragraphs: Sequence[str], headers: int) -> int:
    """How many paragraphs stand above the first one of prose, a standfirst with a byline below it aside."""
    for n in range(headers, min(len(paragraphs), _LONGEST_MASTHEAD)):
        if dateline_of(paragraphs[n]):
            return n
        if _is_prose(paragraphs[n]):
            return _below_standfirst(paragraphs, n)
    return headers


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _OPENING_WORDS and bool(_ENDS_SENTENCE.search(line[-4:]))


def _below_standfirst(paragraphs: Sequence[str], first: int) -> int:
    """Index of the first paragraph of prose that no byline or stamp follows; credits at the end of a text are none."""
    last = first
    new = 0
    for n in range(first, len(paragraphs)):
        line = paragraphs[n]
        new += line not in paragraphs[:n]
        if new > _STANDFIRST_WITHIN:
            break
        if byline_names(line) or stamp_of(line) or last_credit(line):
            last = n + 1
        elif len(line.split()) > _STANDFIRST_WORDS:
            break
    return last if any(_is_prose(line) for line in paragraphs[last : last + _LONGEST_MASTHEAD]) else first


def _may_stamp(n: int, line: str, headers: int) -> bool:
    return n >= headers or is_date_header(line)


def _bylines(head: Sequence[str], stamps: dict[int, Stamp], headers: int) -> dict[int, tuple[str, ...]]:
    """Bylines and the names in them; the short line below one ("Staff Writer") belongs to it and has none."""
    found: dict[int, tuple[str, ...]] = {}
    for n in range(headers, len(head)):
        line = head[n]
        if n in stamps and (names := names_beside_day(line)):
            found[n] = names
        if n in stamps or is_furniture(line):
            continue
        near_stamp = n > 0 and (n + 1 in stamps or n - 1 in stamps)
        if names := byline_names(line) or last_credit(line):
            found[n] = names
        elif publisher_of_byline(line) or (found.get(n - 1) and len(line.split()) <= _ROLE_WORDS):
            found[n] = ()
        elif (near_stamp and (names := bare_byline_names(line))) or (names := reporter_in(line)):
            found[n] = names
    return found


def _title(head: Sequence[str], open_lines: list[int]) -> str | None:
    """The line that a repost repeats, else the first one that can be a headline, else the line above the standfirst.

    Where the site's menu stands among the lines, the headline is looked for below it first.
    """
    menu = max((n for n, line in enumerate(head) if is_menu(line)), default=-1)
    below = [n for n in open_lines if n > menu]
    for numbers in (below, open_lines):
        lines = [head[n] for n in numbers if not looks_like_publisher(head[n])]
        if title := _headline(lines):
            return title
    return None


def _headline(lines: Sequence[str]) -> str | None:
    times = Counter(lines)
    long = [line for line in lines if len(line.split()) >= _TITLE_WORDS]
    for line in long:
        if times[line] > 1 and _may_head(line) and not _is_caption(lines, line):
            return line
    prose = next((n for n, line in enumerate(lines) if _is_prose(line)), len(lines))
    above = lines[:prose]
    if headline := next((line for line in above if len(line.split()) >= _TITLE_WORDS), None):
        return headline if closing_credit(headline) is None else None
    return above[-1] if above and (prose < len(lines) or len(lines) == 1) else next(iter(long), None)


def _may_head(line: str) -> bool:
    """Whether a repeated line can be the headline, and is no caption or heading of a section ("3.1. The hospital")."""
    return len(line.split()) <= _LONGEST_TITLE and not _NUMBERED.match(line) and closing_credit(line) is None


def _is_caption(lines: Sequence[str], line: str) -> bool:
    """Whether a line stands twice at once, below a headline: a caption, once for those who see the picture."""
    at = lines.index(line)
    twice = at + 1 < len(lines) and lines[at + 1] == line
    return twice and any(len(other.split()) >= _TITLE_WORDS for other in lines[:at])


def _is_site(line: str) -> bool:
    """Whether a line below the headline is the name of the site and no more ("The Harbour Online")."""
    return looks_like_publisher(line) and all(word[0].isupper() for word in line.split())


def _names_site(head: Sequence[str], title: str | None) -> bool:
    """Whether a line above the headline is the name of the site."""
    return title is not None and any(looks_like_publisher(line) for line in head[: head.index(title)])


def _around_title(head: Sequence[str], open_lines: list[int], title: str | None) -> set[int]:
    """Site and section names above the title, and every repetition of the title.

    Only where other lines show that this is a page: above the text of a book or a speech stand its own headings.
    """
    if title is None:
        return set()
    first = head.index(title)
    plain = title.translate(_MARKS)
    return {n for n in open_lines if n < first or (n > first and head[n].translate(_MARKS) == plain)}


def _times(head: Sequence[str], title: str) -> int:
    """How often a title stands above the account, whatever its marks."""
    plain = title.translate(_MARKS)
    return sum(line.translate(_MARKS) == plain for line in head)
