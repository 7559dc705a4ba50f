"""Paragraphs: lines, joined where a text was wrapped by hand."""

from __future__ import annotations

import re

from bot.reading.layout.bylines import byline_names
from bot.reading.model import Span

# Bare \r and the Unicode separators end lines too; form feeds and the like count as space.
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A byte order mark is no ink: it stays in the text, so that offsets count as in the file.
_INK = re.compile(r"[^\s\ufeff](?:[^\n\r\u2028\u2029]*[^\s\ufeff])?")
_BLANK = re.compile(r"[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*(?:\r?\n|\r(?!\n)|[\u2028\u2029])")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’'»)\]]*$")

_BULLET = re.compile(r"[*•·▪‣◦–—-]\s")
_NUMBER = re.compile(r"\d{1,2}[.)]\s")

_WIDEST_WRAP = 100
"""Columns. Text that people or mail programs wrap is seldom wider; typewriter and mail widths are 60 to 80."""
_NARROWEST_WRAP = 45
_RAGGED = 0.6
"""How short a line inside a wrapped block may be, beside the longest one of the block."""
_BYLINE_WITHIN = 3
_COLUMN = 8
"""Lines. From so many on, a block can be told to be a column of wrapped prose, whatever its short lines are."""
_FULL_IN_COLUMN = 2 / 3


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the white space around them.

    A paragraph is a line, or a block of lines that was wrapped by hand (each line full but the last). In a column of
    wrapped prose without blank lines a paragraph ends with a line that is not full.
    """
    blocks = _blocks(text)
    wrapped = any(len(block) > 2 and _is_wrapped(text, block) for block in blocks)
    found: list[Span] = []
    for block in (part for lines in blocks for part in _without_byline(text, lines)):
        if _is_wrapped(text, block, known=wrapped) and (wrapped or _goes_on(text, block)):
            found.append(Span(block[0].start, block[-1].end))
        else:
            found.extend(_column_paragraphs(block) if _is_column(text, block) else block)
    return tuple(found)


def _without_byline(text: str, lines: list[Span]) -> list[list[Span]]:
    """A block with a byline among its first lines apart from it, as wire copy has it: "By Ana Ruiz", "OSTREL ..."."""
    for n, line in enumerate(lines[:_BYLINE_WITHIN]):
        if text.startswith("By ", line.start) and byline_names(text[line.start : line.end]):
            return [part for part in (lines[:n], [line], lines[n + 1 :]) if part]
    return [lines]


def _blocks(text: str) -> list[list[Span]]:
    """Lines with ink, grouped by the blank lines between them."""
    blocks: list[list[Span]] = []
    previous_end = None
    for match in _LINE.finditer(text):
        ink = _INK.search(text, match.start(), match.end())
        if ink is None:
            continue
        line = Span(ink.start(), ink.end())
        if previous_end is None or _BLANK.search(text, previous_end, line.start):
            blocks.append([])
        blocks[-1].append(line)
        previous_end = line.end
    return blocks


def _goes_on(text: str, lines: list[Span]) -> bool:
    """Whether a line break falls inside a sentence: the only sign of wrapping that a pair of lines can give."""
    return len(lines) > 2 or text[lines[1].start].islower()


def _is_wrapped(text: str, lines: list[Span], *, known: bool = False) -> bool:
    """Whether a block was wrapped by hand. In a text `known` to be, a line may happen to end with a sentence."""
    if len(lines) < 2:
        return False
    if _is_list(text, lines):
        return False
    widths = [line.end - line.start for line in lines]
    widest = max(widths)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return False
    full = [line for line, width in zip(lines[:-1], widths[:-1], strict=True) if width >= _RAGGED * widest]
    if len(full) < len(lines) - 1:
        return False
    ended = sum(1 for line in full if _ENDS_SENTENCE.search(text, max(line.start, line.end - 4), line.end))
    return ended < len(full) if known else ended * 2 < len(full)


def _is_column(text: str, lines: list[Span]) -> bool:
    """Whether a block is wrapped prose: most lines full, and most beginning in the middle of a sentence."""
    if len(lines) < _COLUMN or _is_list(text, lines):
        return False
    widest = max(line.end - line.start for line in lines)
    full = sum(1 for line in lines if line.end - line.start >= _RAGGED * widest)
    going_on = sum(1 for line in lines if text[line.start].islower())
    fits = _NARROWEST_WRAP <= widest <= _WIDEST_WRAP
    return fits and full >= _FULL_IN_COLUMN * len(lines) and 2 * going_on > len(lines)


def _column_paragraphs(lines: list[Span]) -> list[Span]:
    """The paragraphs of a column of wrapped prose."""
    widest = max(line.end - line.start for line in lines)
    found: list[Span] = []
    begun: int | None = None
    for line in lines:
        begun = line.start if begun is None else begun
        if line.end - line.start < _RAGGED * widest or line is lines[-1]:
            found.append(Span(begun, line.end))
            begun = None
    return found


def _is_list(text: str, lines: list[Span]) -> bool:
    """Whether lines are items: a bullet before any but the first, or numbers before two of them (one may be an age)."""
    if any(_BULLET.match(text, line.start) for line in lines[1:]):
        return True
    return sum(1 for line in lines if _NUMBER.match(text, line.start)) > 1
