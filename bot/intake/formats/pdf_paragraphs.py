"""Lines of pages joined to paragraphs, as their writer meant them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from statistics import median

from bot.intake.formats.pdf_lines import Line

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"”’'»)\]]*$")
_HYPHEN = re.compile(r"(?P<first>[^\W\d_]+)[-\u2010\xad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LONGEST_WORD = 60
_WIDE_GAP = 1.3
"""How much more than the usual distance between lines stands between paragraphs."""
_OTHER_SIZE = 1.12
"""How much larger or smaller the letters of a heading or a note are."""
_INDENT = 0.7
"""Indentation of a first line, beside the size of its letters: at least about half an em."""
_SHORT = 0.2
"""Share of the width that a line with the end of a paragraph leaves free."""


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs on these pages, in order."""
    columns = [column for page in pages for column in _columns(page)]
    words = _whole_words(columns)
    leading = _leading(columns)
    found: list[list[str]] = []
    last: tuple[Line, float, float] | None = None
    for column in columns:
        left, right = min(line.left for line in column), max(line.right for line in column)
        for n, line in enumerate(column):
            if last is None or (_ends_at_edge if n == 0 else _ends_within)(*last, line, leading):
                found.append([line.text])
            else:
                found[-1][-1] = _before(found[-1][-1], line.text, words)
                found[-1].append(line.text)
            last = (line, left, right)
    return ["".join(pieces) for pieces in found]


def _whole_words(columns: Sequence[Sequence[Line]]) -> set[str]:
    """Every word of the document in small letters, but for those that the end of a line divides."""
    found: set[str] = set()
    broken = False
    for line in chain.from_iterable(columns):
        words = [word.casefold() for word in _WORD.findall(line.text)]
        divided, broken = broken, bool(_HYPHEN.search(line.text[-_LONGEST_WORD:]))
        found.update(words[int(divided) : len(words) - int(broken)])
    return found


def _columns(page: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page, in runs that stand below each other in letters of one size."""
    columns: list[list[Line]] = []
    for line in page:
        if columns and _is_below(columns[-1][-1], line) and _same_size(columns[-1][-1], line):
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


def _is_below(line: Line, following: Line) -> bool:
    return following.base < line.base and following.left < line.right and line.left < following.right


def _same_size(line: Line, following: Line) -> bool:
    return line.size < _OTHER_SIZE * following.size and following.size < _OTHER_SIZE * line.size


def _leading(columns: Sequence[Sequence[Line]]) -> float:
    """The usual distance between lines, beside the size of their letters."""
    gaps = [(a.base - b.base) / max(a.size, 1.0) for column in columns for a, b in pairwise(column)]
    return median(gaps) if gaps else 0.0


def _ends_within(line: Line, left: float, right: float, following: Line, leading: float) -> bool:
    """Whether a paragraph ends with a line that another one stands below: by a gap, an indentation or a short line.

    An indentation inside a sentence is verse, or an item of a list that goes on.
    """
    size = max(line.size, 1.0)
    if line.base - following.base > _WIDE_GAP * leading * size:
        return True
    short, ended = _is_short(line, left, right), bool(_ENDS_SENTENCE.search(line.text[-4:]))
    return (short and ended) or ((short or ended) and following.left - line.left > _INDENT * size)


def _ends_at_edge(line: Line, left: float, right: float, following: Line, leading: float) -> bool:
    """Whether a paragraph ends with a column, a page, or before letters of another size."""
    if _ENDS_SENTENCE.search(line.text[-4:]) or not _same_size(line, following):
        return True
    return _is_short(line, left, right) and not following.text[:1].islower()


def _is_short(line: Line, left: float, right: float) -> bool:
    return right - line.right > _SHORT * (right - left)


def _before(line: str, following: str, words: set[str]) -> str:
    """A line as it stands before the next one of its paragraph: with a space, or with a divided word made whole."""
    broken = _HYPHEN.search(line[-_LONGEST_WORD:])
    rest = _FIRST_WORD.match(following)
    if broken is None or rest is None:
        return f"{line} "
    if not rest[0][0].islower() or _keeps_hyphen(broken["first"].casefold(), rest[0].casefold(), words):
        return f"{line[:-1]}-"
    return line[:-1]


def _keeps_hyphen(first: str, rest: str, words: set[str]) -> bool:
    """Whether a word has its hyphen in any case ("well-known"): as the document has it elsewhere, whole or in parts."""
    if first + rest in words:
        return False
    return f"{first}-{rest}" in words or (first in words and rest in words)
