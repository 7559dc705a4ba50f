"""What a rule of the grammar is: the words that open it, a pattern, and what a match means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.reading.dates.forms import Form, Found

FIGURE = "0"
"""Stands among the opening words for any word that begins with a figure."""

Meaning = Form | tuple[Found, ...] | None
"""What a match means: a form, several expressions with their places, or nothing after all."""

Build = Callable[[re.Match[str]], Meaning]
_BLANKS = "  \n-"
_LONGEST_GAP = 2
_LONGEST_WORD = 20


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of date expression. `opens` are the lower-case words that one of them can begin with."""

    opens: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


def rule(opens: Iterable[str], pattern: str, build: Build) -> Rule:
    """A rule whose pattern is compiled without regard to case."""
    return Rule(frozenset(opens), re.compile(pattern, re.IGNORECASE), build)


def word_before(text: str, start: int) -> str:
    """The word right before an offset, lower case; empty behind punctuation or at the start of a text."""
    return words_before(text, start)[0]


def words_before(text: str, start: int) -> tuple[str, str]:
    """The two words right before an offset, lower case, the nearer one first; empty behind punctuation."""
    nearer, at = _back(text, start)
    return (nearer, _back(text, at)[0]) if nearer else ("", "")


def _back(text: str, start: int) -> tuple[str, int]:
    end = start
    while end and start - end < _LONGEST_GAP and text[end - 1] in _BLANKS:
        end -= 1
    at = end
    while at and end - at < _LONGEST_WORD and text[at - 1].isalpha():
        at -= 1
    return text[at:end].casefold(), at


def word_after(text: str, end: int) -> str:
    """The word right behind an offset, as written; empty before punctuation."""
    at = end
    while at < len(text) and at - end < _LONGEST_GAP and text[at] in _BLANKS[:-1]:
        at += 1
    last = at
    while last < len(text) and last - at < _LONGEST_WORD and text[last].isalpha():
        last += 1
    return text[at:last]
