"""Finds date expressions in a stretch of text: one walk over its words, each looked up once."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from bot.reading.dates.forms import Form, Found
from bot.reading.dates.grammar.counts import count_rules
from bot.reading.dates.grammar.days import day_rules
from bot.reading.dates.grammar.dotted import dotted_rules
from bot.reading.dates.grammar.joining import join
from bot.reading.dates.grammar.months import month_rules
from bot.reading.dates.grammar.numbered import numbered_rules
from bot.reading.dates.grammar.parts import OPENINGS, PART, partly
from bot.reading.dates.grammar.periods import period_rules
from bot.reading.dates.grammar.rules import FIGURE, Rule
from bot.reading.dates.grammar.weekdays import weekday_rules
from bot.reading.dates.grammar.years import year_rules

_WORD = re.compile(r"[^\W_]+")
_Book = dict[str, tuple[Rule, ...]]


def scan(text: str, start: int, end: int, *, dotted: bool = False) -> list[Found]:
    """The date expressions of `text[start:end]`, none overlapping, in the order of the text.

    `dotted` where the account writes its days as "26.02." or "3. March". Linear: every word is looked up once, and
    every pattern has a bounded length.
    """
    book, found = _rule_book(dotted), list[Found]()
    past = start
    for word in _WORD.finditer(text, start, end):
        at = word.start()
        if at < past:
            continue
        key = word.group().casefold()
        if key[0].isdigit():
            key = FIGURE
        if key not in book:
            continue
        here = _expression_at(text, at, end, book, key)
        if here:
            found.extend(here)
            past = here[-1].end
    return join(text, found)


def _expression_at(
    text: str, at: int, end: int, book: _Book, key: str, *, within_part: bool = False
) -> tuple[Found, ...]:
    for rule in book.get(key, ()):
        match = rule.pattern.match(text, at, end)
        if match is None:
            continue
        meaning: Form | tuple[Found, ...] | None = rule.build(match)
        if isinstance(meaning, tuple):
            return meaning
        if meaning is not None:
            return (Found(match.start(), match.end(), meaning),)
    return () if within_part else _part_at(text, at, end, book)


def _part_at(text: str, at: int, end: int, book: _Book) -> tuple[Found, ...]:
    """Late April, the end of that year: an expression behind words that name a part of it."""
    prefix = PART.match(text, at, end)
    if prefix is None:
        return ()
    word = _WORD.match(text, prefix.end(), end)
    if word is None:
        return ()
    key = word.group().casefold()
    inner = _expression_at(text, word.start(), end, book, FIGURE if key[0].isdigit() else key, within_part=True)
    if not inner:
        return ()
    return (partly(prefix, inner[0]), *inner[1:])


@cache
def _rule_book(dotted: bool) -> _Book:
    """Rules by the words that open them; words that open a part open no rule of their own at worst."""
    book: dict[str, list[Rule]] = defaultdict(list)
    continental = dotted_rules() if dotted else ()
    for rule in (
        *continental,
        *day_rules(),
        *month_rules(),
        *year_rules(),
        *count_rules(),
        *numbered_rules(),
        *period_rules(),
        *weekday_rules(),
    ):
        for word in rule.opens:
            book[word].append(rule)
    for word in OPENINGS:
        book.setdefault(word, [])
    return {word: tuple(rules) for word, rules in book.items()}
